//! Rows that are not rows: headings between the codes, footnotes, sources, totals.

use crate::code::CodeType;
use crate::number;
use crate::report::{Report, and_more};
use crate::sheet::{Cell, Record, Sheet};
use crate::wanted::Wanted;

/// What a row is that is not one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    /// All of it is in one cell, since something else separates its cells.
    SeparatedBy(&'static str),
    /// All of it is in one cell, since it is in quotes as a whole.
    Quoted,
    /// It is the header once more.
    Header,
    /// It is a line that somebody drew.
    Line,
    /// It is a heading, a footnote, a source or a total.
    Text,
}

impl Note {
    /// Whether it is found in many rows for one reason, and said once.
    fn is_said_once(self) -> bool {
        matches!(self, Self::SeparatedBy(_) | Self::Quoted)
    }

    fn message(self, more: usize) -> String {
        match self {
            Self::SeparatedBy(delimiter) => {
                let also = if more == 0 { String::new() } else { format!(", and of {more} more,") };
                format!(
                    "the cells of this row{also} are separated by {delimiter}, those of the header are not; \
                     separate them as there"
                )
            }
            Self::Quoted => {
                let also = and_more(more);
                format!(
                    "the row as a whole is in quotes, and so one cell{also}; take these quotes out, and write those \
                     that are doubled within them once"
                )
            }
            Self::Header => "this row repeats the header; take it out".to_owned(),
            Self::Line => "this row only draws a line; take it out".to_owned(),
            Self::Text => "this looks like a heading or a note; take the row out".to_owned(),
        }
    }
}

/// The notes of a sheet.
#[derive(Default)]
pub(super) struct Notes<'s> {
    /// Each with its first cell, and how many more rows it is true of.
    found: Vec<(Note, Cell<'s>, usize)>,
}

impl<'s> Notes<'s> {
    pub(super) fn add(&mut self, note: Note, cell: Cell<'s>) {
        let mut found = self.found.iter_mut();
        match found.find(|(other, ..)| *other == note && note.is_said_once()) {
            Some((_, _, more)) => *more += 1,
            None => self.found.push((note, cell, 0)),
        }
    }

    pub(super) fn report(self, report: &mut Report) {
        for (note, cell, more) in self.found {
            report.at(cell.file, cell.place, note.message(more));
        }
    }
}

/// What a row is that is not one, if it is none. A single text in a row without a code is a heading or a note; so is
/// what begins as notes and totals do.
pub(super) fn of(record: Record<'_>, code: usize, sheet: &Sheet, codes: Codes) -> Option<Note> {
    let text = record.text(code);
    // Nearly all cells end here.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let header = sheet.header()?;
    if repeats(record, header, code) {
        return Some(Note::Header);
    }
    if text.starts_with(['-', '=', '_', '+']) && is_line(record) {
        return Some(Note::Line);
    }
    let columns = header.width();
    let is_alone = || columns > 1 && record.cells().filter(|cell| !cell.text.is_empty()).count() == 1;
    if let Some(note) = whole_row(text, sheet.delimiter, columns).filter(|_| is_alone()) {
        return Some(note);
    }
    if codes.can_be(text) {
        return None;
    }
    let is_alone = is_alone() && (codes.are_never_alone() || text.contains([' ', ':']));
    let is_note = (begins_as_note(text) && !may_be_word(record, code, codes)) || (is_alone && is_wording(text));
    is_note.then_some(Note::Text)
}

/// The header once more, as where one file was put after another. Of a file without a header, its first row was taken
/// for one.
fn repeats(record: Record<'_>, header: Record<'_>, code: usize) -> bool {
    let is_alike =
        |column: usize| record.text(column).trim_start_matches('\u{feff}').eq_ignore_ascii_case(header.text(column));
    let mut filled = (0..record.width()).filter(|&column| !record.text(column).is_empty());
    record.line() != header.line() && is_alike(code) && filled.clone().count() > 1 && filled.all(is_alike)
}

/// The line below the header in what command lines of databases write: `----,------`.
fn is_line(record: Record<'_>) -> bool {
    let is_drawn = |text: &str| text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'+'));
    record.cells().all(|cell| is_drawn(cell.text)) && record.cells().any(|cell| cell.text.len() > 2)
}

/// Whether what begins as a note may be a code after all, where codes are words: `TOTAL`, with a name beside it.
fn may_be_word(record: Record<'_>, code: usize, codes: Codes) -> bool {
    let is_word = !record.text(code).contains([' ', ':']);
    let mut others = (0..record.width()).filter(|column| *column != code).map(|column| record.text(column));
    let has_name = others.any(|text| !text.is_empty() && number::plain_integer(text).is_none());
    matches!(codes, Codes::Texts { .. }) && is_word && has_name
}

/// Why a whole row is in one cell: `2,Door Held` among rows with semicolons, or in quotes.
fn whole_row(text: &str, delimiter: u8, columns: usize) -> Option<Note> {
    if text.bytes().filter(|byte| *byte == delimiter).count() + 1 == columns {
        return Some(Note::Quoted);
    }
    let first = text.split([',', ';', '\t', '|']).next()?;
    number::plain_integer(first.trim())?;
    match text.as_bytes().get(first.len())? {
        other if *other == delimiter => Some(Note::Quoted),
        b',' => Some(Note::SeparatedBy("a comma")),
        b';' => Some(Note::SeparatedBy("a semicolon")),
        b'\t' => Some(Note::SeparatedBy("a tab")),
        _ => Some(Note::SeparatedBy("a vertical bar")),
    }
}

/// What the codes of a table look like.
#[derive(Clone, Copy)]
pub(super) enum Codes {
    Numbers,
    Texts {
        /// At least half of them have a digit.
        have_digits: bool,
        /// All but a few have no space.
        have_no_spaces: bool,
        /// A row needs more than its code.
        are_never_alone: bool,
    },
}

impl Codes {
    pub(super) fn of(sheet: &Sheet, column: usize, wanted: &Wanted) -> Self {
        match wanted.code {
            CodeType::Int(_) => Self::Numbers,
            CodeType::Text => {
                let (mut rows, mut digits, mut spaces) = (0, 0, 0);
                for record in sheet.records() {
                    let text = record.text(column);
                    rows += 1;
                    digits += usize::from(text.bytes().any(|byte| byte.is_ascii_digit()));
                    spaces += usize::from(text.bytes().any(|byte| byte == b' '));
                }
                Self::Texts {
                    have_digits: digits * 2 >= rows,
                    have_no_spaces: spaces * 4 < rows,
                    are_never_alone: wanted.needs_names && wanted.names.is_none(),
                }
            }
        }
    }

    fn are_never_alone(self) -> bool {
        match self {
            Self::Numbers => true,
            Self::Texts { are_never_alone, .. } => are_never_alone,
        }
    }

    /// Whether a text can be a code of the table, right or wrong.
    pub(super) fn can_be(self, text: &str) -> bool {
        match self {
            Self::Numbers => begins_with_number(text),
            Self::Texts { have_digits, have_no_spaces, .. } => {
                let is_like_the_others = !have_digits || text.bytes().any(|byte| byte.is_ascii_digit());
                is_like_the_others && !(have_no_spaces && text.contains(' '))
            }
        }
    }
}

/// A number, whatever is written after it: `30 seconds`.
fn begins_with_number(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|first| number::plain_integer(first).is_some())
}

/// A word at least, as no code has one.
fn is_wording(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| word.chars().count() >= 3)
}

fn begins_as_note(text: &str) -> bool {
    const NOTES: [&str; 24] = [
        "source",
        "sources",
        "quelle",
        "quellen",
        "fuente",
        "fonte",
        "note",
        "notes",
        "nota",
        "hinweis",
        "hinweise",
        "anmerkung",
        "remark",
        "remarks",
        "footnote",
        "legend",
        "legende",
        "total",
        "totals",
        "sum",
        "summe",
        "gesamt",
        "count",
        "anzahl",
    ];
    let is_mark = text.starts_with(['*', '\u{2020}', '\u{2021}', '\u{b9}', '\u{b2}', '\u{b3}', '\u{a9}']);
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    NOTES.contains(&first.as_str()) || (is_mark && is_wording(text))
}
