//! A line of a log → the row whose message it is, and the values that it shows.

use status_docs_data::message::Message;
use status_docs_data::{Row, Table};

/// Letters that a message needs of its own: `{0}: {1}` is everywhere.
const FEWEST: usize = 4;

/// A message that a line ends with, or has in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The index of the row.
    pub(crate) row: usize,
    /// Its values, each once.
    pub(crate) values: Vec<(String, String)>,
    /// How many letters of the line are the message's own.
    letters: usize,
}

/// The rows of a table whose message is in a line, in any language: those that have most of it.
pub(crate) fn rows(table: &Table, line: &str) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(said) = row_said(index, row, line) {
            found.push(said);
        }
    }
    let most = found.iter().map(|said| said.letters).max().unwrap_or_default();
    found.retain(|said| said.letters == most);
    found
}

impl Said {
    /// How many letters of the line are the message's own.
    pub(crate) fn letters(&self) -> usize {
        self.letters
    }
}

/// The message of a row that is in a line, of all languages the one that has most of it.
fn row_said(index: usize, row: &Row, line: &str) -> Option<Said> {
    let mut best: Option<Said> = None;
    for said in row.messages.iter().flatten() {
        let Some((values, letters)) = values(&said.message, line) else { continue };
        if best.as_ref().is_none_or(|best| letters > best.letters) {
            best = Some(Said { row: index, values, letters });
        }
    }
    best
}

/// The values of a message that is in a line, and how many letters are its own. What stands before it is passed over.
fn values(message: &Message, line: &str) -> Option<(Vec<(String, String)>, usize)> {
    let letters = message.pieces.iter().flat_map(|piece| piece.text.chars()).filter(|c| c.is_alphabetic()).count();
    if letters < FEWEST {
        return None;
    }
    let first = message.pieces.iter().map(|piece| piece.text.as_str()).find(|text| !text.trim().is_empty())?;
    // Any of the places where it may begin.
    for (at, _) in line.match_indices(first) {
        if let Some(values) = values_from(message, line, at) {
            return Some((values, letters));
        }
    }
    None
}

/// The same, where the first text of the message is at a place of the line.
fn values_from(message: &Message, line: &str, at: usize) -> Option<Vec<(String, String)>> {
    let mut values: Vec<(String, String)> = Vec::new();
    // The value that the next text ends, and where it begins.
    let mut open: Option<&str> = None;
    let mut rest = line;
    let mut is_first = true;
    for piece in &message.pieces {
        let text = piece.text.as_str();
        if is_first && open.is_none() && !text.trim().is_empty() {
            rest = line.get(at..)?.strip_prefix(text)?;
        } else if !text.is_empty() {
            let (value, after) = if is_first {
                (last_word(line.get(..at)?), line.get(at..)?.strip_prefix(text)?)
            } else {
                rest.split_once(text)?
            };
            if let Some(name) = open.take() {
                add(&mut values, name, value)?;
            } else if !value.is_empty() {
                return None;
            }
            rest = after;
        }
        is_first &= text.trim().is_empty();
        if let Some(value) = &piece.value {
            open = Some(value.name.as_str());
        }
    }
    if let Some(name) = open {
        add(&mut values, name, rest.trim_end())?;
    }
    Some(values)
}

/// A value that a message begins with has no beginning of its own.
fn last_word(text: &str) -> &str {
    let trimmed = text.trim_end();
    trimmed.rsplit(char::is_whitespace).next().unwrap_or(trimmed)
}

/// One value has one text, wherever it is shown.
fn add(values: &mut Vec<(String, String)>, name: &str, value: &str) -> Option<()> {
    match values.iter().find(|(known, _)| known == name) {
        Some((_, known)) if known != value => None,
        Some(_) => Some(()),
        None => {
            values.push((name.to_owned(), value.to_owned()));
            Some(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_values_of_its_message() {
        let message = "Order {id} was not found in {warehouse}";
        let graz = Some("id=7 warehouse=Graz");
        let cases = [
            ("as it is said", message, "Order 7 was not found in Graz", graz),
            ("with a head", message, "2026-01-01T00:00Z ERROR orders: Order 7 was not found in Graz\n", graz),
            (
                "with the first text twice",
                message,
                "Order Order 7 was not found in Graz",
                Some("id=Order 7 warehouse=Graz"),
            ),
            ("another line", message, "Order 7 was found in Graz", None),
            ("a value at the beginning", "{door} is open", "WARN B is open now", Some("door=B")),
            ("without values", "Busy, wait", "x Busy, wait a minute", Some("")),
            ("too few letters", "{0}: {1}", "a: b", None),
            ("braces", "not {{x}} {n}", "not {x} 5", Some("n=5")),
            ("one value twice", "from {a} to {a}", "from 1 to 1", Some("a=1")),
            ("one value with two texts", "from {a} to {a}", "from 1 to 2", None),
        ];
        for (name, message, line, expected) in cases {
            let found = values(&Message::parse(message, false).unwrap(), line);
            let shown = found.map(|(values, _)| {
                let each: Vec<String> = values.iter().map(|(name, value)| format!("{name}={value}")).collect();
                each.join(" ")
            });
            assert_eq!(shown.as_deref(), expected, "{name}");
        }
    }
}
