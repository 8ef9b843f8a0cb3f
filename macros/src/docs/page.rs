//! The table on the page of an enum: every row, by class, under whatever the user wrote.

use std::fmt::Write;

use status_docs_data::Row;

use super::{Docs, LARGE_ROWS, OPEN_ROWS, escape};

/// All rows as one table, grouped by class, as a paragraph of its own.
///
/// One table and not one for each class: its columns line up, and its head stands there once. No
/// headings, which would end up among those of the user's own docs.
pub(super) fn page(docs: &Docs<'_>) -> String {
    let rows = &docs.table.rows;
    let count = rows.len();
    if rows.is_empty() {
        return String::new();
    }
    if count > LARGE_ROWS {
        return format!("\n\n{count} status codes; the variants stand in the order of the table.");
    }
    let table = table(docs);
    if count > OPEN_ROWS {
        return format!("\n\n<details><summary>All {count} status codes</summary>\n\n{table}\n</details>");
    }
    format!("\n\n{table}")
}

/// What the third column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    None,
    Tips,
    Meaning,
}

fn table(docs: &Docs<'_>) -> String {
    let rows = &docs.table.rows;
    let texts = if rows.iter().any(|row| !row.definition.is_empty()) {
        Texts::Meaning
    } else if rows.iter().any(|row| row.tips.is_some()) {
        Texts::Tips
    } else {
        Texts::None
    };
    let (head, end) = match texts {
        Texts::None => ("| Code | Phrase |\n|---|---|\n", ""),
        Texts::Tips => ("| Code | Phrase | Tips |\n|---|---|---|\n", " |"),
        Texts::Meaning => ("| Code | Phrase | Meaning |\n|---|---|---|\n", " |"),
    };
    let mut table = String::from(head);
    let mut current = None;
    for row in grouped(docs) {
        let class = docs.class(row);
        if let Some(class) = class.filter(|_| class != current) {
            let _ = writeln!(table, "| | **{}** |{end}", escape(class));
        }
        current = class;
        table.push_str(&line(row, texts));
    }
    table
}

fn line(row: &Row, texts: Texts) -> String {
    let deprecated = if row.deprecation.is_some() { " *(deprecated)*" } else { "" };
    let (code, name, reason) = (escape(&row.code.to_string()), &row.name, escape(&row.reason));
    let tips = row.tips.as_deref().map(escape).unwrap_or_default();
    let text = match texts {
        Texts::None => String::new(),
        Texts::Tips => format!(" {tips} |"),
        Texts::Meaning if tips.is_empty() => format!(" {} |", escape(&row.definition)),
        // In the same cell: a column that few rows fill would take the room from all of them.
        Texts::Meaning => format!(" {} **Tips:** {tips} |", escape(&row.definition)),
    };
    format!("| [{code}](Self::{name}) | {reason}{deprecated} |{text}\n")
}

/// Rows by class, the classes in the order in which they appear.
fn grouped<'t>(docs: &Docs<'t>) -> Vec<&'t Row> {
    let mut order: Vec<Option<&str>> = Vec::new();
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in &docs.table.rows {
        let class = docs.class(row);
        match order.iter().position(|seen| *seen == class) {
            Some(group) => groups.get_mut(group).into_iter().for_each(|group| group.push(row)),
            None => {
                order.push(class);
                groups.push(vec![row]);
            }
        }
    }
    groups.concat()
}
