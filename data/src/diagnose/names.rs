//! What to say of names in code and of aliases.

use crate::name::{self, quote, quote_seen};
use crate::refusal::{NameFault, NoName};

/// The sentence for who keeps the sheet, and what can be written in Rust about it.
pub(super) fn say(fault: NameFault) -> (String, Option<String>) {
    let message = match fault {
        NameFault::Row { text, why, header, has_name, has_pattern } => {
            let (fix, help) = fix_of_row(&text, &why, header.as_deref(), has_name, has_pattern);
            return (format!("{}; {fix}", of_row(&text, &why)), help);
        }
        NameFault::Alias { text, why } => of_alias(&text, &why),
        NameFault::AliasList { text } => {
            let message = format!("{}: one alias or several? Write | between them", quote(&text));
            return (message, Some("if it is one alias, write allow(alias_list)".to_owned()));
        }
        NameFault::AliasTaken { text, of, row } => format!("the alias {} is already the {of} of {row}", quote(&text)),
        NameFault::AliasTwice { text, place } => {
            format!("the alias {} is also on {place}; it can mean only one row", quote(&text))
        }
        NameFault::AliasName { text, row } => format!(
            "the alias {} becomes the same name as an alias of {row}; write it differently or take it out",
            quote(&text)
        ),
        NameFault::ReadsAlike { what, text, code, place } => {
            format!("the {what} {text} reads like the row of code {code} on {place}; write it differently")
        }
    };
    (message, None)
}

/// The sentence about the first of many rows without a name, for all of them.
pub(super) fn say_of_all(fault: &NameFault, count: usize) -> (String, Option<String>) {
    let NameFault::Row { text, why, header, has_pattern, .. } = fault else { return (String::new(), None) };
    let because = match why {
        NoName::Identifier(why) => format!("{} {why}", quote(text)),
        _ => of_row(text, why),
    };
    let column = column(header.as_deref());
    (format!("{count} rows have no name in code, this one because {because}; {column}"), pattern(*has_pattern))
}

/// What is wrong with the name of a row.
fn of_row(text: &str, why: &NoName) -> String {
    let shown = || quote(text);
    match why {
        NoName::Identifier(why) => format!("{} {why}, so it cannot be a name in code", shown()),
        NoName::Verbatim { is_kept: true } => format!("{} is a word that Rust keeps for itself", shown()),
        NoName::Verbatim { is_kept: false } => format!(
            "{} cannot be a name in code as it is written (verbatim): ASCII letters, digits and _, not a digit first",
            shown()
        ),
        NoName::Missing => "the row has no name, and verbatim takes none from the phrase".to_owned(),
        NoName::Ours(what) => format!("{} is also {what}", shown()),
        NoName::Taken { name, there, place } if text == there => {
            format!("{} is also on {place}, and both become {name} in code", shown())
        }
        NoName::Taken { name, there, place } => {
            format!("{} and {} on {place} both become {name} in code", shown(), quote(there))
        }
        NoName::Hidden(unseen) => {
            format!("{} has {} in it, which is invisible", quote_seen(text), name::show(*unseen))
        }
        NoName::NotListed { all, .. } => format!("{} is not one of {}", shown(), all.join(", ")),
        NoName::NotAStatus => format!("{} is not a status of the HTTP reference", shown()),
    }
}

/// What to do about it, and what can be written in Rust.
fn fix_of_row(
    text: &str,
    why: &NoName,
    header: Option<&str>,
    has_name: bool,
    has_pattern: bool,
) -> (String, Option<String>) {
    let (another, pattern) = ("write another name".to_owned(), pattern(has_pattern));
    match why {
        NoName::Ours(_) => (format!("write another name, or leave ours out with without({text})"), None),
        NoName::Verbatim { is_kept: false } if has_name && !has_pattern => {
            ("write another name, or names = \"\u{2026}\" for such rows".to_owned(), None)
        }
        NoName::Verbatim { .. } if has_name => (another, None),
        NoName::Verbatim { .. } if has_pattern => {
            ("write a name in column \"name\", or another pattern in `names`".to_owned(), None)
        }
        NoName::Verbatim { .. } | NoName::Missing => ("write one, or add names = \"E{code}\"".to_owned(), None),
        _ if has_name => (another, pattern),
        _ => (column(header), pattern),
    }
}

fn column(header: Option<&str>) -> String {
    match header {
        Some(header) => format!("write a name in column {}", quote(header)),
        None => "add a column \"name\" and write one there".to_owned(),
    }
}

/// How rows are named after their codes.
fn pattern(has_pattern: bool) -> Option<String> {
    (!has_pattern).then(|| "names = \"E{code}\" names such rows after their codes".to_owned())
}

fn of_alias(text: &str, why: &NoName) -> String {
    match why {
        NoName::Hidden(_) => format!("the alias {}; take it out", of_row(text, why)),
        NoName::Ours(what) => {
            format!("{} is also {what}; write another alias, or leave ours out with without({text})", quote(text))
        }
        NoName::Taken { there, place, .. } => format!(
            "the alias {} becomes the same name as {} on {place}; write it differently or take it out",
            quote(text),
            quote(there)
        ),
        _ => format!("the alias {}", of_row(text, why)),
    }
}

/// What is wrong with a cell that names no variant, what to do, and what can be written in Rust about it.
pub(super) fn of_variant(text: &str, why: &NoName) -> (String, String, Option<String>) {
    let mut help = None;
    let fix = match why {
        NoName::Hidden(_) => "take it out".to_owned(),
        NoName::Identifier(_) => "write it with ASCII letters and digits".to_owned(),
        NoName::NotAStatus => "write its code, its phrase or both: 404 Not Found".to_owned(),
        NoName::NotListed { close, entry, .. } => {
            help = entry.as_ref().map(|entry| format!("{entry} in the list makes it one"));
            match close {
                Some(close) => format!("did you mean {close}?"),
                None => "write one of these, or add it to the list in the code".to_owned(),
            }
        }
        _ => "write them the same way, or give them different names".to_owned(),
    };
    (of_row(text, why), fix, help)
}
