//! Bytes → [`Sheet`]: decoded, split into cells with their places, and held against the limits.

mod dialect;
mod encoding;
mod lex;
mod shape;

use std::borrow::Cow;

use crate::diagnose::file as doctor;
use crate::refusal::{Fault, FileFault};
use crate::report::{Place, Report, Subject};
use crate::sheet::Sheet;
use crate::source::Source;
use crate::trust::Trust;
use crate::wanted::Wanted;
pub(crate) use dialect::{DELIMITERS, DelimiterFrom, Syntax, Way};
pub(crate) use shape::most_frequent;

/// The longest cell: 64 KiB.
pub const MAX_CELL_BYTES: usize = 64 * 1024;
/// The most rows of an enum below the header: 65,536.
pub const MAX_ROWS: usize = 65_536;

/// The most rows of an open table: 1,048,576, as many as a spreadsheet has.
pub const MAX_OPEN_ROWS: usize = 1_048_576;

/// The most columns: 16,384, as many as a spreadsheet has.
pub const MAX_COLUMNS: usize = 16_384;

/// Reads a table's bytes into cells, as [`Wanted::dialect`] says, and else as the file looks. The headers that the
/// user names tell which line is the header, and what separates the cells.
///
/// Whatever is wrong with the text is reported; records that a finding is about are guesses, and all others can be
/// used.
pub fn read(source: &Source, wanted: &Wanted, report: &mut Report) -> Sheet {
    let found_before = report.len();
    let nothing = Sheet { file: source.file().to_owned(), origin: source.origin(), ..Sheet::default() };
    let decoded = encoding::decode(source.bytes());
    let foreign = decoded.foreign.or_else(|| doctor::foreign(&decoded.text));
    if let Some(foreign) = foreign {
        report.refuse(source.file(), None, Subject::Table, Fault::File(FileFault::Foreign(foreign)));
        return nothing;
    }
    if let Some((place, fault)) = decoded.wrong {
        report.refuse(source.file(), Some(place), Subject::Table, Fault::File(fault));
    }
    let mut file = File { text: decoded.text, guessed: decoded.guessed, sheet: nothing };
    doctor::settle_conflicts(&mut file, wanted, report);

    let (way, wrong) = Way::of(&file.text, &wanted.dialect);
    let reading = file.read(&file.text, way, wanted);
    let (reading, trust) = match doctor::another_way(&file, way, &reading, wanted) {
        Some(elsewhere) => elsewhere.settle(&file, wanted, report),
        None => {
            if let Some((word, fault)) = wrong {
                report.refuse(source.file(), None, Subject::Word(word), Fault::File(fault));
            }
            (reading, Trust::Sound)
        }
    };
    let Reading { mut sheet, beyond, findings, way, .. } = reading;
    let finish = |report: &mut Report| {
        report.append(findings);
        // A file without a readable line is not empty as well.
        if sheet.header.is_some() || report.len() == found_before {
            shape::check(&mut sheet, beyond, way, wanted, report);
            doctor::take_check_boxes_out(&mut sheet, wanted, report);
        }
    };
    match trust {
        Trust::Sound => finish(report),
        Trust::Suspect | Trust::Guessed => report.provisional(finish),
    }
    sheet
}

/// The text of a file.
pub(crate) struct File<'t> {
    pub(crate) text: Cow<'t, str>,
    /// Where a character takes the place of wrong bytes.
    pub(crate) guessed: Vec<usize>,
    /// A sheet of the file's name and without a cell.
    pub(crate) sheet: Sheet,
}

/// What comes of one way to read a file.
pub(crate) struct Reading {
    pub(crate) sheet: Sheet,
    /// How many records there are above the limit.
    beyond: usize,
    findings: Report,
    pub(crate) way: Way,
}

impl File<'_> {
    /// Reads the text of the file, or the beginning of it.
    pub(crate) fn read(&self, text: &str, way: Way, wanted: &Wanted) -> Reading {
        let mut findings = Report::new();
        let mut sheet = Sheet { delimiter: way.syntax.delimiter, text: text.to_owned(), ..self.sheet.clone() };
        if let Some(headers) = &wanted.dialect.headers {
            put_headers(headers, &mut sheet);
        }
        let beyond = lex::lex(text, way, &self.guessed, wanted.max_rows(), &mut sheet, &mut findings);
        doctor::find_swallowed(text, way, &mut sheet, wanted, &mut findings);
        Reading { sheet, beyond, findings, way }
    }

    /// Reports something about the file.
    pub(crate) fn refuse(&self, place: Option<Place>, subject: Subject, fault: FileFault, report: &mut Report) {
        report.refuse(&self.sheet.file, place, subject, Fault::File(fault));
    }
}

/// Makes the header of a sheet that has none.
fn put_headers(headers: &[String], sheet: &mut Sheet) {
    let first = sheet.fields.len();
    for header in headers {
        sheet.push_text(header.trim(), (0, 0));
    }
    sheet.header = Some(crate::sheet::RecordStart {
        row: 0,
        line: 0,
        end: (0, 0),
        first,
        count: headers.len(),
        trust: Trust::Sound,
    });
    sheet.is_header_given = true;
}

#[cfg(test)]
mod dialect_tests;
#[cfg(test)]
mod header_tests;
#[cfg(test)]
mod tests;
