//! Bytes → [`Sheet`]. The core of the `csv` crate splits records and fields; a pass of our own over the same
//! text checks the quoting and yields the places, which `csv` cannot tell exactly. A property test
//! holds that both see the same records.

mod conflict;
mod dialect;
mod encoding;
mod foreign;
mod given;
mod header;
mod scan;
mod shape;
mod split;
mod swallowed;

use std::borrow::Cow;

use crate::report::{Report, Subject};
use crate::sheet::Sheet;
use crate::source::Source;
use crate::wanted::Wanted;
use dialect::{Way, WrongWord};
use header::Expected;
use scan::Start;

/// The longest cell: 64 KiB.
pub const MAX_CELL_BYTES: usize = 64 * 1024;
/// The most rows below the header: 65,536.
pub const MAX_ROWS: usize = 65_536;

/// The most columns: 16,384, as many as a spreadsheet has.
pub const MAX_COLUMNS: usize = 16_384;

/// Reads a table's bytes into cells, as [`Wanted::dialect`] says, and else as the file looks. The headers that the
/// user names tell which line is the header, and what separates the cells.
///
/// Whatever is wrong with the text is reported; records that a finding is about are marked as damaged, and all
/// others can be used.
pub fn read(source: &Source, wanted: &Wanted, report: &mut Report) -> Sheet {
    let found_before = report.len();
    let nothing = Sheet { file: source.file().to_owned(), origin: source.origin(), ..Sheet::default() };
    let decoded = encoding::decode(source.bytes());
    if let Some(message) = foreign::kind(&decoded.text) {
        report.file(source.file(), Subject::Table, message);
        return nothing;
    }
    if let Some((place, message)) = decoded.wrong {
        report.at(source.file(), place, message);
    }
    let text = conflict::settle(decoded.text, source.file(), report);
    let file = File { text, guessed: decoded.guessed, sheet: nothing };

    let expected = Expected::of(wanted);
    let (way, wrong) = Way::of(&file, &wanted.dialect);
    let reading = file.read(&file.text, way, wanted);
    let (reading, is_settled) = match header::look_elsewhere(&file, way, &reading, &expected, wanted) {
        Some(elsewhere) => elsewhere.settle(&file, wanted, report),
        None => {
            if let Some(WrongWord { word, message }) = wrong {
                report.file(source.file(), Subject::Word(word), message);
            }
            (reading, true)
        }
    };
    let Reading { mut sheet, beyond, findings, way } = reading;
    let mut unheard = Report::new();
    // What else is wrong may come of what is already reported.
    let report = if is_settled { report } else { &mut unheard };
    report.append(findings);
    // A file without a readable line is not empty as well.
    if sheet.header.is_some() || report.len() == found_before {
        shape::check(&mut sheet, beyond, way, &wanted.dialect, report);
    }
    sheet
}

/// The text of a file.
struct File<'t> {
    text: Cow<'t, str>,
    /// Where a character takes the place of wrong bytes.
    guessed: Vec<usize>,
    /// A sheet of the file's name and without a cell.
    sheet: Sheet,
}

/// What comes of one way to read a file.
struct Reading {
    sheet: Sheet,
    /// How many records there are above the limit.
    beyond: usize,
    findings: Report,
    way: Way,
}

impl File<'_> {
    /// Reads the text of the file, or the beginning of it.
    fn read(&self, text: &str, way: Way, wanted: &Wanted) -> Reading {
        let mut findings = Report::new();
        let body = text.get(way.skipped..).unwrap_or_default();
        let guessed: Vec<usize> = self.guessed.iter().filter_map(|place| place.checked_sub(way.skipped)).collect();
        let mut scanned = scan::scan(body, way.syntax, way.start, &guessed, &self.sheet.file, &mut findings);
        swallowed::check(body, way.syntax, way.start, &mut scanned, &self.sheet.file, &mut findings);
        let mut sheet = Sheet { delimiter: way.syntax.delimiter, ..self.sheet.clone() };
        if let Some(headers) = &wanted.dialect.headers {
            given::put(headers, &mut sheet);
        }
        let beyond = split::split(body, way.syntax, &scanned, &mut sheet);
        Reading { sheet, beyond, findings, way }
    }
}

#[cfg(test)]
mod dialect_tests;
#[cfg(test)]
mod header_tests;
#[cfg(test)]
mod tests;
