//! One pass over the text: where every field begins, and what is wrong with the quoting.

use super::MAX_COLUMNS;
use super::dialect::Syntax;
use crate::report::{CellName, Place, Report};

/// Where a record is, and which of [`Scanned::starts`] are its fields'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ScannedRecord {
    pub(super) row: u32,
    pub(super) line: u32,
    pub(super) end: (u32, u32),
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) damaged: bool,
    /// It has bytes that were wrong in the file; what else is wrong with it may come of them.
    pub(super) is_suspect: bool,
}

/// What one pass finds.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) records: Vec<ScannedRecord>,
    /// Line and column of each field.
    pub(super) starts: Vec<(u32, u32)>,
}

const LONE_CR: &str = "there is a carriage return without a line feed; save the file with line ends LF or CRLF";
const NUL: &str = "there is a NUL character; take it out, or save the file as \"CSV UTF-8\"";
const BACKSLASH: &str = "a quote within quotes is written \\\" here; write it twice (\"\"), or say that the file does \
                         so: escape = '\\\\'";

/// Where the pass is within a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the first byte of a field.
    FieldStart,
    /// In a field without quotes, or after the closing quote of one with them.
    Plain,
    /// Within quotes.
    Quoted,
    /// Within quotes, after the escape: the next byte is text.
    Escaped,
    /// After a quote that closes the field, unless another one follows.
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
    record: Begun,
    /// A carriage return alone ended the record before this one, which may be its other half.
    is_torn: bool,
    open_quote: Place,
    /// Whether a quote after a backslash was seen since then.
    has_backslash: bool,
    /// The first of each, and how many there are: one change of the file or of the request fixes them all.
    carriage_returns: Option<(Place, usize)>,
    nuls: Option<(Place, usize)>,
    backslashes: Option<(Place, usize)>,
    /// The places of wrong bytes that are still ahead.
    wrong: &'s [usize],
}

/// The record at hand.
struct Begun {
    line: u32,
    /// Index of its first field in [`Scanned::starts`].
    first: usize,
    damaged: bool,
    /// Whether it has bytes that are wrong in the file.
    is_suspect: bool,
    /// Whether it has no byte at all: `csv` skips one that has none.
    is_empty: bool,
}

/// Where a text begins in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) line: u32,
    pub(super) row: u32,
}

/// Scans a text that `csv` splits by the same syntax. `wrong` are the places of characters that take the place of
/// wrong bytes.
pub(super) fn scan(
    text: &str,
    syntax: Syntax,
    start: Start,
    wrong: &[usize],
    file: &str,
    report: &mut Report,
) -> Scanned {
    let mut scan = Scan {
        file,
        report,
        found: Scanned::default(),
        state: State::FieldStart,
        line: start.line,
        column: 1,
        row: start.row,
        record: Begun { line: start.line, first: 0, damaged: false, is_suspect: false, is_empty: true },
        is_torn: false,
        open_quote: Place { line: 0, column: 0, cell: None },
        has_backslash: false,
        carriage_returns: None,
        nuls: None,
        backslashes: None,
        wrong,
    };
    let is_usual = syntax.quote == b'"' && syntax.escape.is_none();
    let mut rest = text.as_bytes();
    loop {
        if is_usual && matches!(scan.state, State::Plain | State::Quoted) {
            let after = after_plain(rest, syntax.delimiter);
            scan.column += u32::try_from(rest.len() - after.len()).unwrap_or(u32::MAX);
            rest = after;
        }
        let [byte, after @ ..] = rest else { return scan.finish() };
        // Carriage returns: half of a line end if a line feed follows.
        if !matches!(rest, [b'\r', b'\n', ..]) {
            let index = text.len() - rest.len();
            scan.byte(text, index, *byte, syntax);
            scan.check_character(index, *byte);
            scan.advance(*byte);
            if scan.found.starts.len() - scan.record.first > MAX_COLUMNS {
                return scan.stop();
            }
        }
        rest = after;
    }
}

/// What follows the characters that mean nothing within a field, which nearly all are. Slice patterns
/// are what is fast where nothing is optimised, as macros are not in their users' builds.
fn after_plain(mut text: &[u8], delimiter: u8) -> &[u8] {
    while let [byte @ (b'a'..=b'z' | b' '..=b'!' | b'#'..=b'`' | b'{'..=b'~'), after @ ..] = text {
        if *byte == delimiter {
            break;
        }
        text = after;
    }
    text
}

impl Scan<'_> {
    fn byte(&mut self, text: &str, index: usize, byte: u8, syntax: Syntax) {
        match (self.state, byte) {
            (State::Quoted, byte) if byte == syntax.quote => self.state = State::QuoteSeen,
            (State::QuoteSeen, byte) if byte == syntax.quote => {
                self.state = State::Quoted;
                self.has_backslash |= is_after_backslash(text, index.saturating_sub(1));
            }
            (State::Quoted, byte) if Some(byte) == syntax.escape => self.state = State::Escaped,
            (State::Quoted, _) => {}
            (State::Escaped, _) => self.escaped(byte, syntax),
            (_, b'\n' | b'\r') => {
                if byte == b'\r' {
                    self.carriage_return();
                }
                self.end_record();
            }
            (_, byte) if byte == syntax.delimiter => {
                self.begin_record();
                if self.state == State::FieldStart {
                    self.begin_field();
                }
                self.state = State::FieldStart;
                self.record.is_empty = false;
            }
            (State::FieldStart, _) => {
                self.begin_record();
                self.begin_field();
                self.record.is_empty = false;
                if byte == syntax.quote {
                    self.open_quote = self.place();
                    self.has_backslash = false;
                    self.state = State::Quoted;
                } else {
                    self.state = State::Plain;
                    self.check_space_before_quote(text, index, byte, syntax);
                }
            }
            (State::QuoteSeen, _) => {
                self.after_closing_quote(text, index, syntax.delimiter);
                self.state = State::Plain;
            }
            (State::Plain, _) => {}
        }
    }

    /// An escape before a letter or a digit (`\n`, `\t`) meant something to the program that wrote it, and means
    /// nothing here.
    fn escaped(&mut self, byte: u8, syntax: Syntax) {
        if byte.is_ascii_alphanumeric() {
            let escape = char::from(syntax.escape.unwrap_or_default());
            self.finding(&format!(
                "{escape}{} in quotes means nothing here; write {escape} itself twice ({escape}{escape})",
                char::from(byte)
            ));
        }
        self.state = State::Quoted;
    }

    /// Text where the cell should end: nearly always a quote within the text that is written as if it were the last.
    fn after_closing_quote(&mut self, text: &str, index: usize, delimiter: u8) {
        if self.has_backslash || is_after_backslash(text, index.saturating_sub(1)) {
            let place = if self.has_backslash { self.open_quote } else { self.place() };
            self.backslashes.get_or_insert((place, 0)).1 += 1;
            self.record.damaged = true;
        } else if is_space_to_the_end(text.get(index..).unwrap_or_default(), delimiter) {
            self.finding("there is a space after a closing quote; take it out");
        } else {
            self.finding(
                "there is text after a closing quote; close the quote at the end of the cell, and write a quote within \
                 the text twice (\"\")",
            );
        }
    }

    fn place(&self) -> Place {
        let column = self.found.starts.len().saturating_sub(self.record.first).saturating_sub(1);
        let cell = CellName { row: self.row, column: u32::try_from(column).unwrap_or(u32::MAX) };
        Place { line: self.line, column: self.column, cell: Some(cell) }
    }

    fn finding(&mut self, message: &str) {
        let place = self.place();
        self.report.at(self.file, place, message);
        self.record.damaged = true;
    }

    fn carriage_return(&mut self) {
        let place = self.place();
        self.carriage_returns.get_or_insert((place, 0)).1 += 1;
        self.record.is_suspect = true;
        self.is_torn = true;
    }

    fn begin_record(&mut self) {
        if self.record.is_empty {
            self.record.line = self.line;
        }
    }

    fn begin_field(&mut self) {
        self.found.starts.push((self.line, self.column));
    }

    fn end_record(&mut self) {
        if !self.record.is_empty {
            if self.state == State::FieldStart {
                self.begin_field();
            }
            self.found.records.push(ScannedRecord {
                row: self.row,
                line: self.record.line,
                end: (self.line, self.column),
                first: self.record.first,
                count: self.found.starts.len() - self.record.first,
                damaged: self.record.damaged,
                is_suspect: self.record.is_suspect,
            });
        }
        self.row += 1;
        self.record.first = self.found.starts.len();
        self.record.damaged = false;
        self.record.is_suspect = std::mem::take(&mut self.is_torn);
        self.record.is_empty = true;
        self.state = State::FieldStart;
    }

    /// `csv` takes a quote after a space for text, and a spreadsheet does not.
    fn check_space_before_quote(&mut self, text: &str, index: usize, byte: u8, syntax: Syntax) {
        if byte.is_ascii_graphic() {
            return;
        }
        let Some(rest) = text.get(index..) else { return };
        let after = without_spaces(rest, syntax.delimiter);
        if after.starts_with(char::from(syntax.quote)) {
            self.finding("there is a space before an opening quote; take it out");
        }
    }

    fn check_character(&mut self, index: usize, byte: u8) {
        if byte == 0 {
            let place = self.place();
            self.nuls.get_or_insert((place, 0)).1 += 1;
            self.record.is_suspect = true;
        }
        while let [first, rest @ ..] = self.wrong {
            if *first <= index {
                self.record.is_suspect = true;
                self.wrong = rest;
            } else {
                break;
            }
        }
    }

    /// Moves line and column past a byte; only the first byte of a character counts.
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
        self.found.starts.truncate(self.record.first);
        self.record.is_empty = true;
        self.state = State::FieldStart;
        self.finish()
    }

    fn finish(mut self) -> Scanned {
        if matches!(self.state, State::Quoted | State::Escaped) {
            self.record.damaged = true;
            if self.has_backslash {
                self.backslashes.get_or_insert((self.open_quote, 0)).1 += 1;
            } else {
                self.report.at(
                    self.file,
                    self.open_quote,
                    "the quote that opens here is never closed; close it at the end of the cell, or take it out",
                );
            }
        }
        self.end_record();
        let found = [(self.carriage_returns, LONE_CR), (self.nuls, NUL), (self.backslashes, BACKSLASH)];
        for (found, message) in found {
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

/// The rest after the white space of this cell.
fn without_spaces(rest: &str, delimiter: u8) -> &str {
    rest.trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\n' | '\r') && c != char::from(delimiter))
}

/// Whether nothing but white space is before the end of the cell.
fn is_space_to_the_end(rest: &str, delimiter: u8) -> bool {
    let after = without_spaces(rest, delimiter);
    after.is_empty() || after.starts_with(['\n', '\r', char::from(delimiter)])
}

/// Whether a backslash is before a place in the text.
fn is_after_backslash(text: &str, place: usize) -> bool {
    place.checked_sub(1).and_then(|before| text.as_bytes().get(before)) == Some(&b'\\')
}
