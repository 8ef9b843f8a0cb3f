//! The table on the page of an enum: every row, by class, under whatever the user wrote.

use std::fmt::Write;

use super::{Docs, Entry, LARGE_ROWS, OPEN_ROWS, escape};

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
    for entry in grouped(docs) {
        let class = docs.class(entry.row);
        if let Some(class) = class.filter(|_| class != current) {
            let _ = writeln!(table, "| | **{}** |{end}", escape(class));
        }
        current = class;
        table.push_str(&line(entry, texts));
    }
    table
}

fn line(entry: &Entry<'_>, texts: Texts) -> String {
    let Entry { row, reason, definition, tips, .. } = entry;
    let (code, name) = (entry.escaped_code(), &row.name);
    let deprecated = if row.deprecation.is_some() { " *(deprecated)*" } else { "" };
    let (meaning, head, tips, end) = match texts {
        Texts::None => ("", "", "", ""),
        Texts::Tips => (" ", "", &**tips, " |"),
        Texts::Meaning if tips.is_empty() => (" ", "", "", " |"),
        // In the same cell: a column that few rows fill would take the room from all of them.
        Texts::Meaning => (" ", " **Tips:** ", &**tips, " |"),
    };
    let definition = if texts == Texts::Meaning { &**definition } else { "" };
    format!("| [{code}](Self::{name}) | {reason}{deprecated} |{meaning}{definition}{head}{tips}{end}\n")
}

/// Rows by class, the classes in the order in which they appear.
fn grouped<'d>(docs: &'d Docs<'_>) -> Vec<&'d Entry<'d>> {
    let mut order: Vec<Option<&str>> = Vec::new();
    let mut groups: Vec<Vec<&Entry<'_>>> = Vec::new();
    for entry in &docs.entries {
        let class = docs.class(entry.row);
        match order.iter().position(|seen| *seen == class) {
            Some(group) => groups.get_mut(group).into_iter().for_each(|group| group.push(entry)),
            None => {
                order.push(class);
                groups.push(vec![entry]);
            }
        }
    }
    groups.concat()
}
