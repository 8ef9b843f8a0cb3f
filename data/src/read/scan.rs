//! One pass over the text: where every field begins, and what is wrong with the quoting.

use crate::report::{CellName, Place};

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
    pub(super) findings: Vec<(Place, String)>,
}

const LONE_CR: &str = "a carriage return stands here without a line feed; save the file with line ends LF or CRLF";

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

struct Scan {
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
    open_quote: (u32, u32),
}

/// Scans a text that `csv` splits at the same delimiter. `first_line` is the number of its first line.
pub(super) fn scan(text: &str, delimiter: u8, first_line: u32, is_lossy: bool) -> Scanned {
    let mut scan = Scan {
        found: Scanned::default(),
        state: State::FieldStart,
        line: first_line,
        column: 1,
        row: 1,
        first: 0,
        record_line: first_line,
        damaged: false,
        is_empty: true,
        open_quote: (0, 0),
    };
    let bytes = text.as_bytes();
    for (index, &byte) in bytes.iter().enumerate() {
        // Carriage returns: half of a line end if a line feed follows.
        if byte == b'\r' && bytes.get(index + 1) == Some(&b'\n') {
            continue;
        }
        match (scan.state, byte) {
            (State::Quoted, b'"') => scan.state = State::QuoteSeen,
            (State::QuoteSeen, b'"') => scan.state = State::Quoted,
            (State::Quoted, _) => {}
            (_, b'\n' | b'\r') => {
                if byte == b'\r' {
                    scan.finding(LONE_CR);
                }
                scan.end_record();
            }
            (_, byte) if byte == delimiter => {
                scan.begin_record();
                if scan.state == State::FieldStart {
                    scan.begin_field();
                }
                scan.state = State::FieldStart;
                scan.is_empty = false;
            }
            (State::FieldStart, _) => {
                scan.begin_record();
                scan.begin_field();
                scan.is_empty = false;
                if byte == b'"' {
                    scan.open_quote = (scan.line, scan.column);
                    scan.state = State::Quoted;
                } else {
                    scan.state = State::Plain;
                    let rest = bytes.get(index..).unwrap_or_default();
                    scan.check_space_before_quote(rest, delimiter);
                }
            }
            (State::QuoteSeen, _) => {
                scan.finding(
                    "there is text behind a closing quote; close the quote at the end of the cell, and write a quote \
                     within the text twice (\"\")",
                );
                scan.state = State::Plain;
            }
            (State::Plain, _) => {}
        }
        scan.check_character(text, index, byte, is_lossy);
        scan.advance(byte);
    }
    scan.finish()
}

impl Scan {
    fn place(&self) -> Place {
        let column = self.found.starts.len().saturating_sub(self.first).saturating_sub(1);
        let cell = CellName { row: self.row, column: u32::try_from(column).unwrap_or(u32::MAX) };
        Place { line: self.line, column: self.column, cell: Some(cell) }
    }

    fn finding(&mut self, message: impl Into<String>) {
        let place = self.place();
        self.found.findings.push((place, message.into()));
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
    fn check_space_before_quote(&mut self, rest: &[u8], delimiter: u8) {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\t') && *byte != delimiter;
        if rest.first().is_some_and(is_space) && rest.iter().find(|byte| !is_space(byte)) == Some(&b'"') {
            self.finding("there is a space before an opening quote; take it out");
        }
    }

    fn check_character(&mut self, text: &str, index: usize, byte: u8, is_lossy: bool) {
        if byte == 0 {
            self.finding("there is a NUL character; take it out, or save the file as \"CSV UTF-8\"");
        } else if byte == b'\r' && self.state == State::Quoted {
            self.finding(LONE_CR);
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

    fn finish(mut self) -> Scanned {
        if self.state == State::Quoted {
            let (line, column) = self.open_quote;
            let place = Place { line, column, ..self.place() };
            self.damaged = true;
            self.found.findings.push((
                place,
                "the quote that opens here is never closed; close it at the end of the cell, or take it out".to_owned(),
            ));
        }
        self.end_record();
        self.found
    }
}
