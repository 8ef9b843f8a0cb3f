//! Rows that are not rows: headings between the codes, footnotes, sources, totals.

use crate::finding::Subject;
use crate::number;
use crate::refusal::RowFault;
use crate::report::Report;
use crate::role::{Role, fold};
use crate::rule::Rule;
use crate::schema::{Bound, Codes, SkipTexts};
use crate::sheet::{Cell, Record, Sheet};
use crate::text;
use crate::trust::Trust;
use crate::wanted::{Told, Wanted};

/// What a row is that is not one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Note {
    /// All of it is in one cell, since something else separates its cells.
    SeparatedBy(&'static str),
    /// All of it is in one cell, since it is in quotes as a whole.
    Quoted,
    /// It is the header once more.
    Header,
    /// It is the header of another table.
    Other,
    /// It is a line that somebody drew.
    Line,
    /// It is a heading, a footnote, a source or a total.
    Text,
}

impl Note {
    fn rule(self) -> Rule {
        match self {
            Self::SeparatedBy(_) | Self::Quoted => Rule::OneCellRow,
            Self::Header => Rule::HeaderAgain,
            Self::Other => Rule::SecondTable,
            Self::Line => Rule::DrawnLine,
            Self::Text => Rule::HeadingRow,
        }
    }

    /// Whether it is said once, however many rows are so for one reason.
    fn is_said_once(self) -> bool {
        matches!(self, Self::SeparatedBy(_) | Self::Quoted | Self::Text)
    }

    fn fault(self, texts: Vec<String>, told: Told) -> RowFault {
        let more = texts.len().saturating_sub(1);
        match self {
            Self::SeparatedBy(delimiter) => RowFault::OneCell { delimiter, more },
            Self::Quoted => RowFault::Quoted { more },
            Self::Header => RowFault::HeaderAgain,
            Self::Other => RowFault::SecondTable,
            Self::Line => RowFault::Line,
            Self::Text => RowFault::Headings { texts, told },
        }
    }
}

/// Takes the rows out of the user's that are none, and says what they are.
pub(crate) fn take_out(bound: &mut Bound<'_>, wanted: &Wanted, report: &mut Report) {
    let sheet = bound.own.sheet;
    let Some(code) = bound.own.role(Role::Code).filter(|_| sheet.origin.is_own()) else { return };
    let codes = Codes::new(sheet, code, wanted);
    let skipped = SkipTexts::new(wanted);
    // Each with its first cell, and the first cells of all rows that it is true of.
    let mut found: Vec<(Note, Cell<'_>, Vec<String>)> = Vec::new();
    let own = &bound.own;
    bound.rows.retain(|row| {
        let Some(record) = row.own.filter(|record| record.trust() != Trust::Guessed) else { return true };
        let Some(note) = note_of(record, code, sheet, codes).filter(|note| !wanted.allows(note.rule())) else {
            return true;
        };
        // What `skip` leaves out by its name or phrase is no note either.
        if [Role::Name, Role::Reason].into_iter().any(|role| skipped.entry_of(own.text(record, role)).is_some()) {
            return true;
        }
        let text = record.cells().find(|cell| !cell.text.is_empty()).map_or("", |cell| cell.text).to_owned();
        match found.iter_mut().find(|(other, ..)| *other == note && note.is_said_once()) {
            Some((.., texts)) => texts.push(text),
            None => found.push((note, record.cell(code), vec![text])),
        }
        false
    });
    for (note, cell, texts) in found {
        report.refuse(cell.file, Some(cell.place), Subject::Table, note.fault(texts, wanted.told()).into());
    }
}

/// What a row is that is not one, if it is none. A single text in a row without a code is a heading or a note; so is
/// what begins as notes and totals do.
fn note_of(record: Record<'_>, code: usize, sheet: &Sheet, codes: Codes) -> Option<Note> {
    let text = record.text(code);
    // Nearly all cells end here.
    if text::are_digits(text) {
        return None;
    }
    let header = sheet.header()?;
    if repeats(record, header, code) {
        return Some(Note::Header);
    }
    if is_second_header(record, text, codes) {
        return Some(Note::Other);
    }
    if text::begins_with_one_of(text, "-=_+") && is_line(record) {
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
    if is_type_row(record) {
        return Some(Note::Text);
    }
    let is_alone = is_alone() && (codes.are_never_alone() || text::has_one_of(text, " :"));
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

/// The header of a second table, among text codes that have digits: it means the code, and each other cell a role.
fn is_second_header(record: Record<'_>, text: &str, codes: Codes) -> bool {
    if !matches!(codes, Codes::Texts { have_digits: true, .. }) || !Role::Code.is_meant_by(&fold(text)) {
        return false;
    }
    let mut filled = 0;
    for cell in record.cells().filter(|cell| !cell.text.is_empty()) {
        let folded = fold(cell.text);
        let is_header = matches!(folded.as_str(), "text" | "description");
        if !is_header && !Role::ALL.into_iter().any(|role| role.is_meant_by(&folded)) {
            return false;
        }
        filled += 1;
    }
    filled > 1
}

/// A row that says the types of the columns: `int,string`.
fn is_type_row(record: Record<'_>) -> bool {
    const TYPES: &str = "int integer number num string str text varchar char bool boolean float double date datetime enum \
                         u8 u16 u32 u64 i8 i16 i32 i64 uint long short byte";
    let mut filled = 0;
    for cell in record.cells().filter(|cell| !cell.text.is_empty()) {
        if !TYPES.split_ascii_whitespace().any(|ty| cell.text.eq_ignore_ascii_case(ty)) {
            return false;
        }
        filled += 1;
    }
    filled > 1
}

/// The line below the header in what command lines of databases write: `----,------`.
fn is_line(record: Record<'_>) -> bool {
    let is_drawn = |text: &str| text::all(text, |byte| matches!(byte, '-' | '=' | '_' | '+'));
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

/// A word at least, as no code has one.
fn is_wording(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| word.chars().count() >= 3)
}

fn begins_as_note(text: &str) -> bool {
    const NOTES: &str = "source sources quelle quellen fuente fonte note notes nota hinweis hinweise anmerkung \
                         remark remarks footnote legend legende total totals sum summe gesamt count anzahl";
    let is_mark = text::begins_with_one_of(text, "*\u{2020}\u{2021}\u{b9}\u{b2}\u{b3}\u{a9}");
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    NOTES.split(' ').any(|note| note == first) || (is_mark && is_wording(text))
}
