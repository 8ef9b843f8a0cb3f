//! Where the header is when the first line is not it, or when something else separates the cells: found by the
//! headers that the user's request makes likely. Only files whose first line has no header for the code come here.

use super::foreign;
use crate::finding::{CellName, Place, Subject};
use crate::markdown;
use crate::number;
use crate::order;
use crate::read::{DELIMITERS, DelimiterFrom, File, Reading, Way, most_frequent};
use crate::refusal::{FileFault, InsteadOf};
use crate::report::Report;
use crate::role::{Role, fold};
use crate::sheet::{Record, Sheet};
use crate::template;
use crate::trust::Trust;
use crate::wanted::Wanted;

/// How much of a file is looked at for its header.
const HEAD_BYTES: usize = 64 * 1024;
/// And how many of its rows.
const HEAD_ROWS: usize = 50;

/// The headers by which a header line is recognised.
pub(super) struct Expected {
    /// The code's, folded, if the user names it: several where it is put together of others.
    code: Option<Vec<String>>,
    /// All that the user names, folded.
    named: Vec<String>,
    /// Roles that the user does not name.
    roles: Vec<Role>,
}

impl Expected {
    pub(super) fn of(wanted: &Wanted) -> Self {
        let roles = wanted.roles.iter().flat_map(|(_, header)| template::headers_of(header));
        let columns = wanted.columns.iter().map(|column| column.header.as_deref().unwrap_or(&column.name));
        let mut code = None;
        for (role, header) in &wanted.roles {
            if *role == Role::Code && !header.trim().is_empty() {
                code = Some(template::headers_of(header).into_iter().map(fold).collect());
            }
        }
        Self {
            code,
            named: roles.chain(columns).map(fold).collect(),
            roles: Role::ALL.into_iter().filter(|role| !wanted.is_mapped(*role)).collect(),
        }
    }

    /// Whether one of the headers is the code's.
    fn has_code(&self, headers: &[String]) -> bool {
        match &self.code {
            Some(code) => code.iter().all(|code| headers.contains(code)),
            None => headers.iter().any(|header| Role::Code.is_meant_by(header) && !self.named.contains(header)),
        }
    }

    /// The column of the code.
    pub(super) fn code_column(&self, header: Record<'_>) -> Option<usize> {
        folded(header).iter().position(|header| self.has_code(std::slice::from_ref(header)))
    }

    /// How many of the headers the user names, or mean a role.
    fn count(&self, headers: &[String]) -> usize {
        let is_known =
            |header: &&String| self.named.contains(header) || self.roles.iter().any(|role| role.is_meant_by(header));
        headers.iter().filter(is_known).count()
    }
}

fn folded(record: Record<'_>) -> Vec<String> {
    record.cells().map(|cell| fold(cell.text)).collect()
}

/// The filled cells of a record.
fn filled(record: Record<'_>) -> usize {
    record.cells().filter(|cell| !cell.text.is_empty()).count()
}

/// The header and the first rows after it.
fn head(sheet: &Sheet) -> impl Iterator<Item = Record<'_>> {
    sheet.header().into_iter().chain(sheet.records()).take(HEAD_ROWS)
}

/// Another way to read the file.
pub(crate) struct Elsewhere {
    way: Way,
    /// What to say about it; nothing where the user has nothing to change.
    finding: Option<(Option<Place>, Subject, FileFault)>,
    /// How much can be read that way.
    readable: Readable,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Readable {
    /// All of it, and what is wrong there is worth a finding.
    Whole,
    /// The rows, but what is wrong there may come of what is already reported.
    Rows,
    /// Only where the header probably is: what it lacks is not worth a finding.
    Header,
    /// Nothing.
    Nothing,
}

impl Elsewhere {
    fn with_apostrophes(way: Way, place: Place) -> Self {
        Self { way, finding: Some((Some(place), Subject::Table, FileFault::Apostrophes)), readable: Readable::Rows }
    }

    /// Reads the file that way, and tells whether what is wrong with it is worth a finding.
    pub(crate) fn settle(self, file: &File<'_>, wanted: &Wanted, report: &mut Report) -> (Reading, Trust) {
        if let Some((place, subject, fault)) = self.finding {
            file.refuse(place, if place.is_some() { Subject::Table } else { subject }, fault, report);
        }
        let mut reading = super::read(file, &file.text, self.way, wanted);
        if let (Readable::Header | Readable::Nothing, Some(header)) = (self.readable, &mut reading.sheet.header) {
            header.trust = Trust::Guessed;
        }
        if self.readable == Readable::Nothing {
            reading.sheet.records.clear();
        }
        (reading, if self.readable == Readable::Whole { Trust::Sound } else { Trust::Suspect })
    }
}

/// Another way to read the file, if its header does not have the code's and another way shows why.
pub(crate) fn another_way(file: &File<'_>, way: Way, reading: &Reading, wanted: &Wanted) -> Option<Elsewhere> {
    let header = reading.sheet.header()?;
    let expected = Expected::of(wanted);
    let has_code = expected.has_code(&folded(header));
    let search = Search { file, way, expected, wanted, header_line: header.line() };
    if reading.sheet.is_header_given || (has_code && way.tie.is_none()) {
        return search.split_apostrophes(&reading.sheet);
    }
    search
        .markdown()
        .or_else(|| search.code())
        .or_else(|| search.apostrophes())
        .or_else(|| search.punctuation(header))
        .or_else(|| search.title())
        .or_else(|| search.tie(has_code))
}

struct Search<'r, 'f> {
    file: &'r File<'f>,
    way: Way,
    expected: Expected,
    wanted: &'r Wanted,
    /// Where the header is taken to be.
    header_line: u32,
}

impl Search<'_, '_> {
    /// The beginning of the file, read another way.
    fn read(&self, way: Way) -> Sheet {
        let text: &str = &self.file.text;
        let end = text.len().min(way.skipped + HEAD_BYTES);
        // Its last character may be cut.
        let head = (0..4).find_map(|cut| text.get(..end.checked_sub(cut)?));
        super::read(self.file, head.unwrap_or_default(), way, self.wanted).sheet
    }

    /// From the top of the file, whatever the user says about the header's line.
    fn top(&self) -> Way {
        match self.wanted.dialect.header_line {
            Some(_) => self.way.at_top(&self.file.text),
            None => self.way,
        }
    }

    /// The delimiters that a file may well have, the present one first.
    fn delimiters(&self) -> impl Iterator<Item = u8> {
        let present = self.way.syntax.delimiter;
        std::iter::once(present).chain(DELIMITERS.into_iter().filter(move |delimiter| *delimiter != present))
    }

    fn markdown(&self) -> Option<Elsewhere> {
        let fault = FileFault::Foreign(foreign::kind_of_lines(&self.file.text)?);
        Some(Elsewhere { way: self.way, finding: Some((None, Subject::Table, fault)), readable: Readable::Nothing })
    }

    /// A line that has the code's header, by one of the usual delimiters.
    fn code(&self) -> Option<Elsewhere> {
        let mut best: Option<(usize, Way, Sheet, usize)> = None;
        for delimiter in self.delimiters() {
            let way = self.top().with_delimiter(delimiter);
            let sheet = self.read(way);
            for (index, record) in head(&sheet).enumerate() {
                let headers = folded(record);
                let count = self.expected.count(&headers);
                if self.expected.has_code(&headers) && best.as_ref().is_none_or(|(most, ..)| count > *most) {
                    best = Some((count, way, sheet.clone(), index));
                }
            }
        }
        let (_, way, sheet, index) = best?;
        let mut records = head(&sheet);
        let first = records.next()?;
        let header = if index == 0 { first } else { records.nth(index - 1)? };
        let line = header.line();
        if line != self.header_line {
            let finding = self.header_finding(first, header);
            return Some(Elsewhere {
                way: way.at_line(&self.file.text, line),
                finding: Some(finding),
                readable: Readable::Whole,
            });
        }
        let way = Way { syntax: way.syntax, ..self.way };
        if way.syntax == self.way.syntax {
            return None;
        }
        let (is, said) = (way.syntax.delimiter, self.way.syntax.delimiter);
        let finding = match self.way.delimiter_from {
            DelimiterFrom::Header => None,
            DelimiterFrom::SepLine => {
                let place = Place { line: 1, column: 1, cell: None };
                Some((Some(place), Subject::Table, FileFault::WrongSeparatorLine { is, said }))
            }
            DelimiterFrom::User => Some((None, Subject::Word("delimiter"), FileFault::WrongDelimiter { is, said })),
        };
        let readable = if finding.is_some() { Readable::Rows } else { Readable::Whole };
        Some(Elsewhere { way, finding, readable })
    }

    /// Texts between apostrophes in place of quotes, those of the header too.
    fn apostrophes(&self) -> Option<Elsewhere> {
        for delimiter in self.delimiters() {
            let way = self.way.with_delimiter(delimiter).with_apostrophes();
            let sheet = self.read(way);
            let header = sheet.header()?;
            if self.expected.has_code(&folded(header)) {
                return Some(Elsewhere::with_apostrophes(way, header.cell(0).place));
            }
        }
        None
    }

    /// Texts between apostrophes where they needed some: such a text is split in two, and its row too long.
    fn split_apostrophes(&self, sheet: &Sheet) -> Option<Elsewhere> {
        let width = sheet.header()?.width();
        let mut long = sheet.records().filter(|record| record.width() > width);
        let place = long.find_map(split_text)?;
        let way = self.way.with_apostrophes();
        let count = |sheet: &Sheet| sheet.records().filter(|record| record.width() > width).count();
        let is_better = count(&super::read(self.file, &self.file.text, way, self.wanted).sheet) < count(sheet);
        is_better.then(|| Elsewhere::with_apostrophes(way, place))
    }

    /// Another character than the usual ones between the cells.
    fn punctuation(&self, header: Record<'_>) -> Option<Elsewhere> {
        if filled(header) > 1 {
            return None;
        }
        let text = header.cell(0).text;
        let is_candidate = |byte: &u8| (byte.is_ascii_punctuation() || *byte == b' ') && *byte != b'"';
        let mut candidates: Vec<u8> = text.bytes().filter(is_candidate).collect();
        order::sort(&mut candidates, Ord::cmp);
        candidates.dedup();
        // A space may also be within a header.
        let spaces = usize::from(candidates.first() == Some(&b' '));
        candidates.rotate_left(spaces);
        for delimiter in candidates {
            let way = self.way.with_delimiter(delimiter);
            let sheet = self.read(way);
            let headers: Vec<String> =
                folded(sheet.header()?).into_iter().filter(|header| !header.is_empty()).collect();
            let is_split = sheet.records().take(HEAD_ROWS).all(|record| filled(record) > 1);
            let count = self.expected.count(&headers);
            if !is_split || !self.expected.has_code(&headers) || count < 2 || count * 2 < headers.len() {
                continue;
            }
            let place = header.cell(0).place;
            let readable = if delimiter == b' ' { Readable::Nothing } else { Readable::Rows };
            let finding = Some((Some(place), Subject::Table, FileFault::UnusualDelimiter(delimiter)));
            return Some(Elsewhere { way, finding, readable });
        }
        None
    }

    /// A title, or a cover sheet, above rows of which the first one looks like a header.
    fn title(&self) -> Option<Elsewhere> {
        for delimiter in self.delimiters() {
            let way = self.top().with_delimiter(delimiter);
            let sheet = self.read(way);
            let mut records = head(&sheet);
            let first = records.next()?;
            let below: Vec<Record<'_>> = records.collect();
            let width = most_frequent(below.iter().map(|record| filled(*record)).collect());
            if below.len() < 2 || width < 2 {
                continue;
            }
            if filled(first) * 2 > width {
                // The delimiter that the file seems to have splits it well, from the first row on.
                if delimiter == self.way.syntax.delimiter {
                    return None;
                }
                continue;
            }
            let is_header = |record: &&Record<'_>| filled(**record) >= width && !has_number(**record);
            // The rows above the header are fewer than those below it.
            let found = below.iter().take(below.len() / 2 + 1).find(is_header);
            // The line that the user names is believed.
            if found.is_some_and(|header| header.line() == self.header_line) {
                return None;
            }
            if let Some(header) = found {
                return Some(Elsewhere {
                    way: way.at_line(&self.file.text, header.line()),
                    finding: Some(self.header_finding(first, *header)),
                    readable: Readable::Header,
                });
            }
        }
        None
    }

    /// That the header is in another row than the first.
    fn header_finding(&self, first: Record<'_>, header: Record<'_>) -> (Option<Place>, Subject, FileFault) {
        const SHOWN: usize = 3;
        let mut texts = header.cells().map(|cell| cell.text).filter(|text| !text.is_empty());
        let mut shown: Vec<String> = texts.by_ref().take(SHOWN).map(plain).collect();
        if texts.next().is_some() {
            shown.push("\u{2026}".to_owned());
        }
        let (row, line) = (header.row(), header.line());
        if let Some(given) = self.wanted.dialect.header_line {
            let fault = FileFault::HeaderElsewhere { row, line, texts: shown, instead_of: InsteadOf::Line(given) };
            return (None, Subject::Word("header_line"), fault);
        }
        let instead_of = InsteadOf::Row { row: first.row(), cells: filled(first) };
        let place = Place { line: first.line(), column: 1, cell: Some(CellName { row: first.row(), column: 0 }) };
        let fault = FileFault::HeaderElsewhere { row, line, texts: shown, instead_of };
        (Some(place), Subject::Word("header_line"), fault)
    }

    /// Nothing tells which of two delimiters it is.
    fn tie(&self, has_code: bool) -> Option<Elsewhere> {
        let other = self.way.tie.filter(|_| !has_code)?;
        let fault = FileFault::TwoDelimiters(self.way.syntax.delimiter, other);
        let finding = Some((None, Subject::Word("delimiter"), fault));
        Some(Elsewhere { way: self.way, finding, readable: Readable::Header })
    }
}

/// Where a text begins that is between two apostrophes and several cells long.
fn split_text(record: Record<'_>) -> Option<Place> {
    let is_opening = |text: &str| text.starts_with('\'') && (text.len() == 1 || !text.ends_with('\''));
    let is_closing = |text: &str| text.ends_with('\'') && (text.len() == 1 || !text.starts_with('\''));
    let mut cells = record.cells();
    let opening = cells.find(|cell| is_opening(cell.text))?;
    cells.any(|cell| is_closing(cell.text)).then_some(opening.place)
}

/// Whether a cell is a number, which headers are not.
fn has_number(record: Record<'_>) -> bool {
    record.cells().any(|cell| number::plain_integer(cell.text).is_some())
}

/// A header within a sentence: on one line, and not too long.
fn plain(text: &str) -> String {
    const SHOWN: usize = 24;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.retain(|c| !markdown::is_invisible(c));
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}\u{2026}", words.get(..end).unwrap_or_default()),
        None => words,
    }
}
