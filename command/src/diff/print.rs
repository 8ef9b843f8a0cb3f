//! What changed, for people and for a changelog.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use status_docs_data::markdown::escape;

use super::{Change, Difference, Kind, TableDifference};

/// What a change says: words around what it is about.
fn sentence(change: &Change, text: &dyn Fn(&str) -> String) -> String {
    let code = change.code.as_deref().map(|code| text(code) + " ").unwrap_or_default();
    let what = text(&change.what);
    let (before, after) = (change.before.as_deref().map(text), change.after.as_deref().map(text));
    let from_to = match (&before, &after) {
        (Some(before), Some(after)) => format!("{before} \u{2192} {after}"),
        (Some(before), None) => format!("{before} \u{2192} (nothing)"),
        (None, Some(after)) => format!("(nothing) \u{2192} {after}"),
        (None, None) => String::new(),
    };
    let colon = if from_to.is_empty() { "" } else { ": " };
    match change.kind {
        Kind::TableRemoved => format!("the table {what} is gone"),
        Kind::TableAdded => format!("the table {what} is new"),
        Kind::CodeType => format!("{what} is another one{colon}{from_to}"),
        Kind::Removed => format!("removed: {code}{what}"),
        Kind::Renumbered => format!("renumbered: {what}{colon}{from_to}"),
        Kind::Renamed => format!("renamed in code: {code}{what}{colon}{from_to}"),
        Kind::ColumnBroken => match (&before, &after) {
            (Some(gone), None) => format!("a value of the column {what} is gone: {gone}"),
            (Some(_), Some(_)) => format!("the column {what} has another type: {from_to}"),
            _ => format!("the column {what} is gone"),
        },
        Kind::ColumnAdded => match after {
            Some(new) => format!("new in the column {what}: {new}"),
            None => format!("the column {what} is new"),
        },
        Kind::AliasRemoved => format!("another phrase is gone: {code}{what}: {}", before.unwrap_or_default()),
        Kind::Added => format!("added: {code}{what}"),
        Kind::Deprecated => {
            format!("deprecated: {code}{what}{}", after.map(|note| format!(": {note}")).unwrap_or_default())
        }
        Kind::Changed => format!("changed: {code}{what}{colon}{from_to}"),
    }
}

/// A text on one line, cut where it is long: a reader wants to know that it changed.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let text = status_docs_data::markdown::normalise(text);
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}\u{2026}", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

pub(super) fn human(difference: &Difference) -> String {
    const BOLD: Style = Style::new().bold();
    const BREAKING: Style = AnsiColor::Red.on_default();
    if difference.tables.is_empty() {
        return "nothing changed\n".to_owned();
    }
    let mut text = String::new();
    for TableDifference { table, changes } in &difference.tables {
        let _ = writeln!(text, "{BOLD}{table}{BOLD:#}");
        for change in changes {
            let sentence = sentence(change, &short);
            let _ = if change.breaking {
                writeln!(text, "  {BREAKING}breaking{BREAKING:#}  {sentence}")
            } else {
                writeln!(text, "            {sentence}")
            };
        }
        text.push('\n');
    }
    let breaking = difference.tables.iter().flat_map(|table| &table.changes).filter(|change| change.breaking).count();
    let _ = match breaking {
        0 => writeln!(text, "nothing is breaking: a minor version"),
        1 => writeln!(text, "1 change is breaking: a major version"),
        breaking => writeln!(text, "{breaking} changes are breaking: a major version"),
    };
    text
}

pub(super) fn markdown(difference: &Difference) -> String {
    let mut text = String::new();
    let plain = |text: &str| escape(&short(text)).into_owned();
    for TableDifference { table, changes } in &difference.tables {
        let blank = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{blank}### `{table}`\n");
        for change in changes {
            let sentence = sentence(change, &plain);
            if change.breaking {
                let _ = writeln!(text, "- **Breaking:** {sentence}");
                continue;
            }
            let mut characters = sentence.chars();
            let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
            let _ = writeln!(text, "- {first}{}", characters.as_str());
        }
    }
    if text.is_empty() { "Nothing changed.\n".to_owned() } else { text }
}
