//! Rows that are not rows: headings between the codes, footnotes, sources, totals.

use crate::code::CodeType;
use crate::number;
use crate::sheet::{Record, Sheet};
use crate::wanted::Wanted;

/// What a row is that is not one, if it is none. A single text in a row without a code is a heading or a note; so is
/// what begins as notes and totals do.
pub(super) fn kind(record: Record<'_>, code: usize, columns: usize, codes: Codes) -> Option<String> {
    let text = record.text(code);
    // Nearly all cells end here.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_alone = || columns > 1 && record.cells().filter(|cell| !cell.text.is_empty()).count() == 1;
    if let Some(delimiter) = other_delimiter(text).filter(|_| is_alone()) {
        return Some(format!(
            "the cells of this row are separated by {delimiter}, those of the header are not; separate them as there"
        ));
    }
    if codes.can_be(text) {
        return None;
    }
    let is_alone = is_alone() && (codes.are_never_alone() || text.contains([' ', ':']));
    let is_note = (begins_as_note(text) && !may_be_word(record, code, codes)) || (is_alone && is_wording(text));
    is_note.then(|| "this looks like a heading or a note; take the row out".to_owned())
}

/// Whether what begins as a note may be a code after all, where codes are words: `TOTAL`, with a name beside it.
fn may_be_word(record: Record<'_>, code: usize, codes: Codes) -> bool {
    let is_word = !record.text(code).contains([' ', ':']);
    let mut others = (0..record.width()).filter(|column| *column != code).map(|column| record.text(column));
    let has_name = others.any(|text| !text.is_empty() && number::plain_integer(text).is_none());
    matches!(codes, Codes::Texts { .. }) && is_word && has_name
}

/// What separates a whole row that is in one cell: `2,Door Held` among rows with semicolons.
fn other_delimiter(text: &str) -> Option<&'static str> {
    let first = text.split([',', ';', '\t', '|']).next()?;
    number::plain_integer(first.trim())?;
    match text.as_bytes().get(first.len())? {
        b',' => Some("a comma"),
        b';' => Some("a semicolon"),
        b'\t' => Some("a tab"),
        _ => Some("a vertical bar"),
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
    fn can_be(self, text: &str) -> bool {
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
