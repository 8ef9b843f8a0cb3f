//! Bytes → [`Sheet`]: decoded, split into cells with their places, and held against the limits. In which order, and what
//! is tried where a file is no table, is for `compile`.

mod dialect;
mod encoding;
mod lex;
mod shape;

use std::borrow::Cow;

use crate::finding::{Place, Subject};
use crate::refusal::{Fault, FileFault};
use crate::report::Report;
use crate::sheet::Sheet;
use crate::trust::Trust;
use crate::wanted::Wanted;
pub(crate) use dialect::{DELIMITERS, DelimiterFrom, Syntax, Way};
pub(crate) use encoding::decode;
pub(crate) use shape::{check as check_shape, most_frequent};

/// The longest cell: 64 KiB.
pub const MAX_CELL_BYTES: usize = 64 * 1024;
/// The most columns: 16,384, as many as a spreadsheet has.
pub const MAX_COLUMNS: usize = 16_384;

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
    pub(crate) beyond: usize,
    pub(crate) findings: Report,
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
