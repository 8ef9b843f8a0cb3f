//! What a user types → the rows that it means.

use std::collections::BTreeSet;

use status_docs_data::{Code, Row, Table};

use crate::select::Subject;

/// Words as they are compared: in lower case, with one space between them.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What rows are looked for by.
pub(crate) enum Wanted {
    /// A code, a name, a phrase or an alias; a class by its name or its first digit (`4xx`).
    Called(String),
    /// Words, all of them somewhere in the row.
    Words(Vec<String>),
}

impl Wanted {
    pub(crate) fn of(what: &str, is_search: bool) -> Self {
        let what = folded(what);
        if is_search { Self::Words(what.split(' ').map(str::to_owned).collect()) } else { Self::Called(what) }
    }

    /// The rows that are meant: those that are called exactly so, else those of a class.
    pub(crate) fn rows<'t>(&self, table: &'t Table) -> Vec<&'t Row> {
        let all = |is_meant: &dyn Fn(&Row) -> bool| table.rows.iter().filter(|row| is_meant(row)).collect::<Vec<_>>();
        match self {
            Self::Called(what) => {
                let called = all(&|row| is_called(table, row, what));
                if called.is_empty() { all(&|row| is_in_class(table, row, what)) } else { called }
            }
            Self::Words(words) => all(&|row| {
                let text = texts(table, row);
                words.iter().all(|word| text.contains(word))
            }),
        }
    }
}

fn is_called(table: &Table, row: &Row, what: &str) -> bool {
    let shown = table.notation.show(&row.code).to_lowercase();
    let decimal = row.code.to_string();
    let reason = folded(&row.reason);
    what == shown
        || what == decimal
        || what == reason
        || what == row.name.to_lowercase()
        || what.replace('_', "") == row.name.to_lowercase()
        || row.aliases.iter().any(|alias| folded(&alias.phrase) == what)
        || what.strip_prefix(&shown).is_some_and(|rest| rest.strip_prefix(' ') == Some(&reason))
}

/// `4xx`, `08xxx` and the like: as many characters, each that or any. Or the class in words.
fn is_in_class(table: &Table, row: &Row, what: &str) -> bool {
    let class = class(table, row).is_some_and(|class| folded(class) == what);
    let fixed = what.trim_end_matches('x');
    let shown = table.notation.show(&row.code).to_lowercase();
    let is_pattern = fixed.len() < what.len() && !fixed.is_empty() && fixed != "0";
    class || (is_pattern && shown.chars().count() == what.chars().count() && shown.starts_with(fixed))
}

/// The row's class: the table's own, or what follows from the code.
pub(crate) fn class<'t>(table: &'t Table, row: &Row) -> Option<&'t str> {
    match (table.reference().and_then(|reference| reference.class_of), &row.code) {
        (Some(class_of), Code::Int(code)) => class_of(*code),
        _ => Some(&table.classes.get(row.class?)?.text),
    }
}

/// All that is said about a row, in lower case.
fn texts(table: &Table, row: &Row) -> String {
    let aliases: Vec<&str> = row.aliases.iter().map(|alias| &*alias.phrase).collect();
    let (code, aliases) = (table.notation.show(&row.code), aliases.join("\n"));
    let tips = row.tips.as_deref().unwrap_or_default();
    let class = class(table, row).unwrap_or_default();
    folded(&[&code, &row.name, &row.reason, &row.definition, tips, &aliases, class].map(AsRef::as_ref).join("\n"))
}

/// What was probably meant: rows whose code, name or phrase is spelt alike, the likeliest first.
pub(crate) fn similar(subjects: &[&Subject], what: &str) -> Vec<String> {
    const MOST: usize = 3;
    let what = folded(what);
    let is_number = what.chars().all(|c| c.is_ascii_digit());
    let allowed = (what.chars().count() / 3).clamp(1, 4);
    let mut close: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
    for (subject, of) in subjects.iter().enumerate() {
        for (index, row) in of.table.rows.iter().enumerate() {
            let distance = |text: &str| strsim::damerau_levenshtein(&what, &text.to_lowercase());
            let code = distance(&of.table.notation.show(&row.code));
            let spelt = distance(&row.reason).min(distance(&row.name));
            let aliases = row.aliases.iter().map(|alias| distance(&alias.phrase)).min();
            let spelt = aliases.map_or(spelt, |alias| alias.min(spelt));
            // Of numbers, nearly all are alike.
            if code == 1 && is_number {
                close.insert((code, subject, index));
            } else if !is_number && spelt.min(code) <= allowed {
                close.insert((spelt.min(code), subject, index));
            }
        }
    }
    let mut meant: Vec<String> = Vec::new();
    for (_, subject, index) in close {
        let row = subjects.get(subject).and_then(|of| Some((of, of.table.rows.get(index)?)));
        let Some((of, row)) = row else { continue };
        let shown = format!("{} {}", of.table.notation.show(&row.code), row.reason);
        if !meant.contains(&shown) && meant.len() < MOST {
            meant.push(shown);
        }
    }
    meant
}
