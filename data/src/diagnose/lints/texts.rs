//! What names, phrases, sentences and versions have in them that nobody wrote.

use super::Hit;
use crate::diagnose::numbers::is_date;
use crate::name::{quote, typed};
use crate::rule::Rule;
use crate::sheet::Cell;
use crate::text;

/// What ends a finding of some rules, besides `allow(…)`, which ends them all.
pub(super) fn help(rule: Rule) -> Option<String> {
    match rule {
        Rule::NoText => Some(
            "where the file cannot be changed, empty(\"N/A\", \"-\") in csv(…) says which cells hold nothing; to keep the \
             texts, allow(no_text)"
                .to_owned(),
        ),
        _ => None,
    }
}

/// Of a cell that says that there is nothing.
pub(super) fn said_of_nothing(text: &str) -> String {
    match text {
        "NULL" | "\\N" => format!("the cell holds what a database writes for nothing, {text}; leave it empty"),
        _ => format!("{} says that there is nothing, and would be shown; leave the cell empty", quote(text)),
    }
}

/// `“Door”`, `„Tür“`, `«Porte»` as the whole text.
pub(super) fn curly_quotes(text: &str) -> Option<String> {
    const OPENING: [char; 8] =
        ['\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}', '\u{2018}', '\u{201a}', '\u{2039}'];
    const CLOSING: [char; 7] = ['\u{201c}', '\u{201d}', '\u{bb}', '\u{ab}', '\u{2019}', '\u{2018}', '\u{203a}'];
    let inner = text.strip_prefix(OPENING)?.strip_suffix(CLOSING)?;
    if inner.contains(OPENING) || inner.trim().is_empty() {
        return None;
    }
    Some(format!(
        "{} is between typographic quotes, and the quotes are part of the text; write {}",
        quote(text),
        typed(inner.trim())
    ))
}

/// What a wiki or a web page writes in place of characters and line breaks: `&amp;`, `<br>`, `\n`.
pub(super) fn html(text: &str) -> Option<String> {
    if let Some(found) = entity(text).or_else(|| tag(text)) {
        return Some(format!("{} has {found} in it, which is HTML; write the text as people read it", quote(text)));
    }
    let found = escape(text)?;
    Some(format!("{} has {found} in it, which a program writes for a line break; write a space", quote(text)))
}

/// What of it is there.
#[cfg(feature = "readers")]
pub(super) fn html_found(text: &str) -> Option<&str> {
    if !super::has_html(text) {
        return None;
    }
    entity(text).or_else(|| tag(text)).or_else(|| escape(text))
}

/// `&amp;`, `&#39;`
fn entity(text: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('&') {
        let start = from + at;
        from = start + 1;
        let rest = text.get(from..)?;
        let length = rest.find(';')?;
        let name = rest.get(..length)?;
        let digits = name.strip_prefix('#').map(|digits| digits.trim_start_matches(['x', 'X']));
        let is_entity = match digits {
            Some(digits) => (1..=6).contains(&digits.len()) && text::all(digits, |b| b.is_ascii_hexdigit()),
            None => (2..=8).contains(&length) && text::all(name, |b| b.is_ascii_alphanumeric()),
        };
        if is_entity {
            return text.get(start..=from + length);
        }
    }
    None
}

/// `<br>`, `<br />`, `<p>`, `</b>`
fn tag(text: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('<') {
        let start = from + at;
        from = start + 1;
        let rest = text.get(from..)?;
        let length = rest.find('>')?;
        let inner = rest.get(..length)?;
        let name = inner.trim_end_matches(['/', ' ']);
        let closes = inner.strip_prefix('/').is_some_and(|name| {
            text::begins(name, |c| c.is_ascii_alphabetic()) && text::all(name, |b| b.is_ascii_alphanumeric())
        });
        if closes || name.eq_ignore_ascii_case("br") || name.eq_ignore_ascii_case("p") {
            return text.get(start..=from + length);
        }
    }
    None
}

/// `\n` and `\r\n`, but for `C:\new` and `\d+`.
fn escape(text: &str) -> Option<&'static str> {
    for (at, _) in text.match_indices('\\') {
        let rest = text.get(at..)?;
        let (found, after) = match rest.strip_prefix("\\r\\n") {
            Some(after) => ("\\r\\n", after),
            None => match rest.strip_prefix("\\n") {
                Some(after) => ("\\n", after),
                None => continue,
            },
        };
        if !text::begins(after, char::is_lowercase) {
            return Some(found);
        }
    }
    None
}

/// Dates among versions (`1.10`, `1. Feb`), which a spreadsheet made of `1.2`: a day and a month, or the number of a day.
pub(super) fn dates<'s>(cells: &[Cell<'s>]) -> Vec<Hit<'s>> {
    let (mut hits, mut versions) = (Vec::new(), 0);
    for cell in cells {
        if is_version(cell.text) {
            versions += 1;
        } else if is_day(cell.text) || is_date(cell.text) {
            let message = format!(
                "{} looks like a date, which a spreadsheet made of it; format the column as text and type it again",
                quote(cell.text)
            );
            hits.push((*cell, message));
        }
    }
    // At least half of the other cells.
    if versions == 0 || versions * 2 + 1 < cells.len() {
        hits.clear();
    }
    hits
}

/// `1.10`, `2.0.1`
fn is_version(text: &str) -> bool {
    let mut parts = 0;
    for part in text.split('.') {
        if part.is_empty() || part.len() > 3 || !text::are_digits(part) {
            return false;
        }
        parts += 1;
    }
    parts > 1
}

/// The number of a day from 2009 to 2050, as a spreadsheet counts them.
fn is_day(text: &str) -> bool {
    text.len() == 5 && matches!(text.parse::<u32>(), Ok(40_000..=55_000))
}
