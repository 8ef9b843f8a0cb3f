//! One pass over the text: where every field begins, and what is wrong with the quoting.

use super::MAX_COLUMNS;
use crate::report::{CellName, Place, Report};

/// Where a record stands, and which of [`Scanned::starts`] are its fields'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ScannedRecord {
    pub(super) row: u32,
    pub(super) line: u32,
    pub(super) end: (u32, u32),
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) damaged: bool,
}

/// What one pass finds.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) records: Vec<ScannedRecord>,
    /// Line and column of each field.
    pub(super) starts: Vec<(u32, u32)>,
}

const LONE_CR: &str = "a carriage return stands here without a line feed; save the file with line ends LF or CRLF";
const NUL: &str = "there is a NUL character; take it out, or save the file as \"CSV UTF-8\"";

/// Where the pass stands within a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the first byte of a field.
    FieldStart,
    /// In a field without quotes, or behind the closing quote of one with them.
    Plain,
    /// Within quotes.
    Quoted,
    /// Behind a quote that closes the field, unless another one follows.
    QuoteSeen,
}

struct Scan<'s> {
    file: &'s str,
    report: &'s mut Report,
    found: Scanned,
    state: State,
    line: u32,
    column: u32,
    row: u32,
    /// Index of the record's first field in `starts`.
    first: usize,
    record_line: u32,
    damaged: bool,
    /// Whether the record has any byte: `csv` skips one that has none.
    is_empty: bool,
    open_quote: Place,
    /// The first of each, and how many there are: saving the file once more mends them all.
    carriage_returns: Option<(Place, usize)>,
    nuls: Option<(Place, usize)>,
}

/// Scans a text that `csv` splits at the same delimiter. `first_line` is the number of its first line.
pub(super) fn scan(
    text: &str,
    delimiter: u8,
    first_line: u32,
    is_lossy: bool,
    file: &str,
    report: &mut Report,
) -> Scanned {
    let mut scan = Scan {
        file,
        report,
        found: Scanned::default(),
        state: State::FieldStart,
        line: first_line,
        column: 1,
        row: 1,
        first: 0,
        record_line: first_line,
        damaged: false,
        is_empty: true,
        open_quote: Place { line: 0, column: 0, cell: None },
        carriage_returns: None,
        nuls: None,
    };
    let mut rest = text.as_bytes();
    loop {
        if matches!(scan.state, State::Plain | State::Quoted) {
            let behind = behind_plain(rest, delimiter);
            scan.column += u32::try_from(rest.len() - behind.len()).unwrap_or(u32::MAX);
            rest = behind;
        }
        let [byte, behind @ ..] = rest else { return scan.finish() };
        // Carriage returns: half of a line end if a line feed follows.
        if !matches!(rest, [b'\r', b'\n', ..]) {
            let index = text.len() - rest.len();
            scan.byte(text, index, *byte, delimiter);
            scan.check_character(text, index, *byte, is_lossy);
            scan.advance(*byte);
            if scan.found.starts.len() - scan.first > MAX_COLUMNS {
                return scan.stop();
            }
        }
        rest = behind;
    }
}

/// What follows the characters that mean nothing within a field, which nearly all are. Slice patterns
/// are what is fast where nothing is optimised, as macros are not in their users' builds.
fn behind_plain(mut text: &[u8], delimiter: u8) -> &[u8] {
    while let [byte @ (b'a'..=b'z' | b' '..=b'!' | b'#'..=b'`' | b'{'..=b'~'), behind @ ..] = text {
        if *byte == delimiter {
            break;
        }
        text = behind;
    }
    text
}

impl Scan<'_> {
    fn byte(&mut self, text: &str, index: usize, byte: u8, delimiter: u8) {
        match (self.state, byte) {
            (State::Quoted, b'"') => self.state = State::QuoteSeen,
            (State::QuoteSeen, b'"') => self.state = State::Quoted,
            (State::Quoted, _) => {}
            (_, b'\n' | b'\r') => {
                if byte == b'\r' {
                    self.carriage_return();
                }
                self.end_record();
            }
            (_, byte) if byte == delimiter => {
                self.begin_record();
                if self.state == State::FieldStart {
                    self.begin_field();
                }
                self.state = State::FieldStart;
                self.is_empty = false;
            }
            (State::FieldStart, _) => {
                self.begin_record();
                self.begin_field();
                self.is_empty = false;
                if byte == b'"' {
                    self.open_quote = self.place();
                    self.state = State::Quoted;
                } else {
                    self.state = State::Plain;
                    self.check_space_before_quote(text, index, byte, delimiter);
                }
            }
            (State::QuoteSeen, _) => {
                self.finding(
                    "there is text behind a closing quote; close the quote at the end of the cell, and write a quote \
                     within the text twice (\"\")",
                );
                self.state = State::Plain;
            }
            (State::Plain, _) => {}
        }
    }

    fn place(&self) -> Place {
        let column = self.found.starts.len().saturating_sub(self.first).saturating_sub(1);
        let cell = CellName { row: self.row, column: u32::try_from(column).unwrap_or(u32::MAX) };
        Place { line: self.line, column: self.column, cell: Some(cell) }
    }

    fn finding(&mut self, message: &str) {
        let place = self.place();
        self.report.at(self.file, place, message);
        self.damaged = true;
    }

    fn carriage_return(&mut self) {
        let place = self.place();
        self.carriage_returns.get_or_insert((place, 0)).1 += 1;
        self.damaged = true;
    }

    fn begin_record(&mut self) {
        if self.is_empty {
            self.record_line = self.line;
        }
    }

    fn begin_field(&mut self) {
        self.found.starts.push((self.line, self.column));
    }

    fn end_record(&mut self) {
        if !self.is_empty {
            if self.state == State::FieldStart {
                self.begin_field();
            }
            self.found.records.push(ScannedRecord {
                row: self.row,
                line: self.record_line,
                end: (self.line, self.column),
                first: self.first,
                count: self.found.starts.len() - self.first,
                damaged: self.damaged,
            });
        }
        self.row += 1;
        self.first = self.found.starts.len();
        self.damaged = false;
        self.is_empty = true;
        self.state = State::FieldStart;
    }

    /// `csv` takes a quote behind a space for text, and a spreadsheet does not.
    fn check_space_before_quote(&mut self, text: &str, index: usize, byte: u8, delimiter: u8) {
        // Printable ASCII, and so no space.
        if byte > b' ' && byte < 0x80 {
            return;
        }
        let Some(rest) = text.get(index..) else { return };
        let is_space = |c: char| c.is_whitespace() && !matches!(c, '\n' | '\r') && c != char::from(delimiter);
        let behind = rest.trim_start_matches(is_space);
        if behind.len() < rest.len() && behind.starts_with('"') {
            self.finding("there is a space before an opening quote; take it out");
        }
    }

    fn check_character(&mut self, text: &str, index: usize, byte: u8, is_lossy: bool) {
        if byte == 0 {
            let place = self.place();
            self.nuls.get_or_insert((place, 0)).1 += 1;
            self.damaged = true;
        } else if byte == b'\r' && self.state == State::Quoted {
            self.carriage_return();
        } else if is_lossy && byte == 0xef && text.get(index..).is_some_and(|rest| rest.starts_with('\u{fffd}')) {
            // The encoding's own finding speaks of it.
            self.damaged = true;
        }
    }

    /// Moves line and column behind a byte; only the first byte of a character counts.
    fn advance(&mut self, byte: u8) {
        match byte {
            // A lone carriage return ends a line for `csv`, and for most editors.
            b'\n' | b'\r' => {
                self.line += 1;
                self.column = 1;
            }
            0x80..=0xbf => {}
            _ => self.column += 1,
        }
    }

    /// A record without end: what comes before it counts.
    fn stop(mut self) -> Scanned {
        self.finding(&format!(
            "the row has more than {MAX_COLUMNS} columns, which is where spreadsheets end; from here on nothing is read"
        ));
        self.found.starts.truncate(self.first);
        self.is_empty = true;
        self.state = State::FieldStart;
        self.finish()
    }

    fn finish(mut self) -> Scanned {
        if self.state == State::Quoted {
            self.damaged = true;
            self.report.at(
                self.file,
                self.open_quote,
                "the quote that opens here is never closed; close it at the end of the cell, or take it out",
            );
        }
        self.end_record();
        for (found, message) in [(self.carriage_returns, LONE_CR), (self.nuls, NUL)] {
            match found {
                Some((place, 1)) => self.report.at(self.file, place, message),
                Some((place, count)) => {
                    self.report.at(self.file, place, format!("{message} (and {} more)", count - 1));
                }
                None => {}
            }
        }
        self.found
    }
}
