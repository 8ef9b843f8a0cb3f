//! What changed, for people and for a changelog.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use status_docs_data::markdown::escape;

use super::{Change, Difference, Kind, TableDifference};
use crate::print::github::{data, property};

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
        Kind::TableRenamed => format!("renamed: {from_to}"),
        Kind::TableMoved => format!("moved: {from_to}; a pub use at the old path keeps it"),
        Kind::Visibility => format!("visibility of {what}: {from_to}"),
        Kind::NonExhaustive => match &after {
            Some(_) => format!("{what} is #[non_exhaustive] now"),
            None => format!("{what} is not #[non_exhaustive] any more"),
        },
        Kind::ImplRemoved => match &before {
            Some(_) => format!("taken out by without(\u{2026}): {what}"),
            None => format!("not taken out any more: {what}"),
        },
        Kind::Unreserved => format!("not reserved any more: {what}"),
        Kind::Reused => format!("reused: {code}{what}{colon}{}", before.clone().unwrap_or_default()),
        Kind::Reordered => format!("the order of {what}{colon}{from_to}"),
        Kind::CodeType => format!("{what} is another one{colon}{from_to}"),
        Kind::Removed => {
            let keep = after.map(|reserved| format!("; keep its code retired: {reserved}")).unwrap_or_default();
            format!("removed: {code}{what}{keep}")
        }
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
        Kind::Stale => format!("not translated again: {code}{what}{colon}{from_to}"),
        Kind::Placeholders => format!("other values in the message: {code}{what}{colon}{from_to}"),
        Kind::LanguageAdded => format!("a language is new: {what}"),
        Kind::LanguageRemoved => format!("a language is gone: {what}"),
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

/// Markdown of a text, in which what would ping somebody or link something is code: `@name`, `#42`, `GH-7`, `a/b#9`.
fn quiet(text: &str) -> String {
    let (mut quiet, mut plain) = (String::new(), String::new());
    for word in text.split_inclusive(' ') {
        let (inner, blank) = word.strip_suffix(' ').map_or((word, ""), |inner| (inner, " "));
        let start = inner.find(|c: char| c.is_alphanumeric() || c == '@' || c == '#').unwrap_or(inner.len());
        let end = inner.rfind(|c: char| c.is_alphanumeric()).map_or(start, |at| inner.ceil_char(at));
        let core = inner.get(start..end).unwrap_or_default();
        if !is_reference(core) {
            plain.push_str(word);
            continue;
        }
        plain.push_str(inner.get(..start).unwrap_or_default());
        quiet.push_str(&escaped(&std::mem::take(&mut plain)));
        quiet.push('`');
        quiet.push_str(core);
        quiet.push('`');
        plain.push_str(inner.get(end..).unwrap_or_default());
        plain.push_str(blank);
    }
    quiet + &escaped(&plain)
}

/// A part of a text as Markdown, with the blanks at its ends.
fn escaped(part: &str) -> String {
    let inner = part.trim();
    let (start, end) =
        (part.len() - part.trim_start().len(), part.trim_end().len().max(part.len() - part.trim_start().len()));
    let (before, after) = (part.get(..start).unwrap_or_default(), part.get(end..).unwrap_or_default());
    format!("{before}{}{after}", escape(inner))
}

trait CeilChar {
    /// Where the character at a place ends.
    fn ceil_char(&self, at: usize) -> usize;
}

impl CeilChar for str {
    fn ceil_char(&self, at: usize) -> usize {
        at + self.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }
}

fn is_reference(word: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_name = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c))
    };
    // A name in an address of mail pings nobody.
    word.strip_prefix('@').is_some_and(is_name)
        || word.split_once('#').is_some_and(|(place, number)| is_number(number) && (place.is_empty() || is_name(place)))
        || word.strip_prefix("GH-").or_else(|| word.strip_prefix("gh-")).is_some_and(is_number)
}

/// Annotations of GitHub's workflows.
pub(super) fn github(difference: &Difference) -> String {
    let mut text = String::new();
    let plain = |text: &str| short(text);
    for TableDifference { table, changes, file } in &difference.tables {
        for change in changes {
            let level = if change.counts() { "error" } else { "notice" };
            let allowed = if change.allowed { " (allowed)" } else { "" };
            let place = match (&change.place, file) {
                (Some((_, line)), Some(file)) => format!(" file={},line={line}", property(file)),
                (None, Some(file)) => format!(" file={}", property(file)),
                _ => String::new(),
            };
            let sentence = format!("{table}: {}{allowed}", sentence(change, &plain));
            let _ = writeln!(text, "::{level}{place}::{}", data(&sentence));
        }
    }
    text
}

pub(super) fn human(difference: &Difference) -> String {
    const BOLD: Style = Style::new().bold();
    const BREAKING: Style = AnsiColor::Red.on_default();
    if difference.tables.is_empty() {
        return "nothing changed\n".to_owned();
    }
    let mut text = String::new();
    for TableDifference { table, changes, .. } in &difference.tables {
        let _ = writeln!(text, "{BOLD}{table}{BOLD:#}");
        for change in changes {
            let sentence = sentence(change, &short);
            let _ = if change.allowed {
                writeln!(text, "  allowed   {sentence}")
            } else if change.breaking {
                writeln!(text, "  {BREAKING}breaking{BREAKING:#}  {sentence}")
            } else {
                writeln!(text, "            {sentence}")
            };
        }
        text.push('\n');
    }
    let breaking = difference.tables.iter().flat_map(|table| &table.changes).filter(|change| change.counts()).count();
    let _ = match breaking {
        0 => writeln!(text, "nothing is breaking: a minor version"),
        1 => writeln!(text, "1 change is breaking: a major version"),
        breaking => writeln!(text, "{breaking} changes are breaking: a major version"),
    };
    text
}

pub(super) fn markdown(difference: &Difference) -> String {
    let mut text = String::new();
    let plain = |text: &str| quiet(&short(text));
    for TableDifference { table, changes, .. } in &difference.tables {
        let blank = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{blank}### `{table}`\n");
        for change in changes {
            let sentence = sentence(change, &plain);
            if change.counts() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_pings_nobody() {
        let cases = [
            ("a name", "ask @support-team now", "ask `@support-team` now"),
            ("an issue", "see #42.", "see `#42`."),
            ("an issue of another repository", "(a/b#9)", "(`a/b#9`)"),
            ("an old issue", "GH-7 says", "`GH-7` says"),
            ("a mail address", "a@example.org", "a@example.org"),
            ("a colour and a number", "#fff 42", "#fff 42"),
        ];
        for (name, text, expected) in cases {
            assert_eq!(quiet(text).replace('\\', ""), expected, "{name}");
        }
    }
}
