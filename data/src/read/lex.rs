//! Text → cells with their places, in one pass. A line without a quote is split by the delimiter; a cell that is
//! nothing but a text between two quotes is that text; every other cell with quotes is read by the core of the `csv`
//! crate, which alone has no serde, and its quoting is judged by how it is written.
//!
//! A property test holds that `csv` sees the same records and texts.

use std::ops::Range;

use csv_core::ReadFieldResult;

use super::MAX_COLUMNS;
use super::dialect::{Syntax, Way};
use crate::finding::{CellName, Place, Subject};
use crate::refusal::{Fault, FileFault};
use crate::report::Report;
use crate::sheet::{Field, RecordStart, Sheet, offset};
use crate::trust::Trust;

/// Reads the records of [`Sheet::text`], of which `way` says where they begin and end. `wrong` are the places of
/// characters that take the place of wrong bytes. Of rows above the limit the first is kept, and the others are
/// counted.
pub(super) fn lex(text: &str, way: Way, wrong: &[usize], most: usize, sheet: &mut Sheet, report: &mut Report) -> usize {
    let mut lexer = Lexer { most, ..Lexer::new(text, way, wrong, report) };
    sheet.records.reserve((text.len() / 64).min(most));
    sheet.fields.reserve(text.len() / 16);
    while lexer.at < text.len() {
        lexer.record(sheet);
    }
    lexer.finish(&sheet.file);
    lexer.beyond
}

/// Where a record may have a cell that is as long as Excel lets it be.
const LONG: usize = 32_767;

/// The next place of a character, which is searched for only once it is passed.
struct Ahead {
    character: char,
    at: usize,
}

impl Ahead {
    fn new(character: char, text: &str) -> Self {
        Self { character, at: text.find(character).unwrap_or(usize::MAX) }
    }

    /// Where it is from a place on, or beyond all places.
    fn from(&mut self, text: &str, place: usize) -> usize {
        if self.at < place {
            let rest = text.get(place..).unwrap_or_default();
            self.at = rest.find(self.character).map_or(usize::MAX, |found| place + found);
        }
        self.at
    }
}

#[allow(clippy::struct_excessive_bools, reason = "each is a fact about the text")]
struct Lexer<'t, 'r> {
    text: &'t str,
    syntax: Syntax,
    delimiter: char,
    report: &'r mut Report,
    /// What is before it is read.
    at: usize,
    row: u32,
    /// Line and column of the place `counted`.
    line: u32,
    column: u32,
    counted: usize,
    /// A byte is a character.
    is_ascii: bool,
    quotes: Ahead,
    line_feeds: Ahead,
    carriage_returns: Ahead,
    has_nul: bool,
    /// No line ends otherwise: then a carriage return alone is a line end, and else a mistake.
    is_of_carriage_returns: bool,
    /// A carriage return alone ended the record before this one, which may be its other half.
    is_torn: bool,
    /// The places of wrong bytes that are still ahead.
    wrong: &'t [usize],
    reader: Option<Box<csv_core::Reader>>,
    /// How many rows there may be.
    most: usize,
    /// How many rows there are above the limit.
    beyond: usize,
    /// The first of each, and how many there are: one change of the file or of the request fixes them all.
    lone_returns: Option<(Place, usize)>,
    nuls: Option<(Place, usize)>,
    backslashes: Option<(Place, usize)>,
    spaced_quotes: Option<(Place, usize)>,
    /// A quote after a space is still open, which means nothing: what follows is no row.
    is_open: bool,
    /// It was at the begin of the record at hand.
    was_open: bool,
}

impl<'t, 'r> Lexer<'t, 'r> {
    fn new(text: &'t str, way: Way, wrong: &'t [usize], report: &'r mut Report) -> Self {
        let line_feeds = Ahead::new('\n', text);
        // A mark is at the beginning of a file; what wrote a line above it did not know that.
        let body = text.get(way.skipped..).unwrap_or_default();
        let at = text.len() - body.trim_start_matches('\u{feff}').len();
        let quote = char::from(way.syntax.quote);
        Self {
            text,
            syntax: way.syntax,
            delimiter: char::from(way.syntax.delimiter),
            report,
            at,
            row: way.start.row,
            line: way.start.line,
            column: 1,
            counted: at,
            // What std has compiled is ten times as fast as `is_ascii`, which is compiled here.
            is_ascii: text.chars().count() == text.len(),
            quotes: Ahead::new(quote, text),
            is_of_carriage_returns: line_feeds.at == usize::MAX,
            line_feeds,
            carriage_returns: Ahead::new('\r', text),
            has_nul: text.contains('\0'),
            is_torn: false,
            wrong: wrong.get(wrong.partition_point(|place| *place < way.skipped)..).unwrap_or_default(),
            reader: None,
            most: crate::wanted::MAX_ROWS,
            beyond: 0,
            lone_returns: None,
            nuls: None,
            backslashes: None,
            spaced_quotes: None,
            is_open: false,
            was_open: false,
        }
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads a record with its line end.
    fn record(&mut self, sheet: &mut Sheet) {
        let begin = self.at;
        let line = self.line;
        let first = sheet.fields.len();
        let mut trust = if std::mem::take(&mut self.is_torn) { Trust::Suspect } else { Trust::Sound };
        let end = self.line_end();
        self.is_open = self.is_open && !self.is_row(sheet.header, begin..end);
        self.was_open = self.is_open;
        if self.quotes.from(self.text, begin) >= end {
            self.split(end, sheet);
        } else if self.cells(first, sheet) {
            trust = Trust::Guessed;
        }
        if self.was_open {
            self.is_open &= self.quotes_in(begin..self.at) % 2 == 0;
            trust = Trust::Guessed;
        }
        if sheet.fields.len() - first > MAX_COLUMNS {
            self.stop(first, sheet);
            return;
        }
        sheet.has_long_records |= self.at - begin >= LONG;
        self.pass(self.at);
        let place = (self.line, self.column);
        if self.has_nul || !self.wrong.is_empty() {
            trust = trust.max(self.check_characters(begin, (line, first), sheet));
        }
        trust = trust.max(self.end_line(sheet.fields.len() - first));
        let record = RecordStart { row: self.row, line, end: place, first, count: sheet.fields.len() - first, trust };
        self.row += 1;
        let fields = sheet.fields.get(first..).unwrap_or_default();
        let is_filled = |field: &Field| field.start != field.end;
        if trust != Trust::Guessed && !fields.iter().any(is_filled) {
            sheet.fields.truncate(first);
        } else if sheet.header.is_none() {
            sheet.header = Some(record);
        } else if sheet.records.len() <= self.most {
            sheet.records.push(record);
        } else {
            sheet.fields.truncate(first);
            self.beyond += 1;
        }
    }

    /// Where the line at hand ends, without its line end.
    fn line_end(&mut self) -> usize {
        let line_feed = self.line_feeds.from(self.text, self.at);
        let carriage_return = self.carriage_returns.from(self.text, self.at);
        line_feed.min(carriage_return).min(self.text.len())
    }

    /// The cells of a line without a quote.
    fn split(&mut self, end: usize, sheet: &mut Sheet) {
        let first = sheet.fields.len();
        let line = self.slice(self.at..end);
        let mut at = self.at;
        if !line.is_empty() {
            for cell in line.split(self.delimiter) {
                self.pass_in_line(at);
                let (start, length) = trimmed(at, cell);
                Self::push(start..start + length, self.here(), sheet);
                at += cell.len() + 1;
                if sheet.fields.len() - first > MAX_COLUMNS {
                    break;
                }
            }
        }
        self.at = end;
    }

    /// The cells of a record with quotes; whether one of them is damaged.
    fn cells(&mut self, first: usize, sheet: &mut Sheet) -> bool {
        let mut is_damaged = false;
        let mut line_end = self.line_end();
        loop {
            let column = sheet.fields.len() - first;
            if self.rest().starts_with(char::from(self.syntax.quote)) {
                is_damaged |= self.quoted(column, sheet);
                self.pass(self.at);
                line_end = self.line_end();
            } else {
                is_damaged |= self.plain(column, line_end, sheet);
            }
            if !self.rest().starts_with(self.delimiter) || sheet.fields.len() - first > MAX_COLUMNS {
                return is_damaged;
            }
            self.at += 1;
            self.pass_in_line(self.at);
        }
    }

    /// A cell that does not begin with a quote.
    fn plain(&mut self, column: usize, line_end: usize, sheet: &mut Sheet) -> bool {
        let line = self.slice(self.at..line_end);
        let cell = line.find(self.delimiter).and_then(|end| line.get(..end)).unwrap_or(line);
        let (start, length) = trimmed(self.at, cell);
        // `csv` takes a quote after a space for text, and a spreadsheet does not.
        let is_spaced = start > self.at && self.slice(start..line_end).starts_with(char::from(self.syntax.quote));
        if is_spaced {
            let place = self.place(column);
            self.spaced_quotes.get_or_insert((place, 0)).1 += 1;
            self.is_open = self.quotes_in(start..line_end) % 2 == 1;
        }
        Self::push(start..start + length, self.here(), sheet);
        self.at += cell.len();
        is_spaced
    }

    /// Whether a line has as many cells as the header, of which the first is one word: that is a row, whatever was open.
    fn is_row(&self, header: Option<RecordStart>, line: Range<usize>) -> bool {
        let line = self.slice(line);
        let Some((first, rest)) = line.split_once(self.delimiter) else { return false };
        let cells = rest.matches(self.delimiter).count() + 2;
        header.is_some_and(|header| header.count == cells) && !first.trim().contains(' ')
    }

    fn quotes_in(&self, range: Range<usize>) -> usize {
        self.slice(range).matches(char::from(self.syntax.quote)).count()
    }

    /// A cell that begins with a quote.
    fn quoted(&mut self, column: usize, sheet: &mut Sheet) -> bool {
        let inner = self.at + 1;
        let rest = self.text.get(inner..).unwrap_or_default();
        if let Some(text) = rest.find(char::from(self.syntax.quote)).and_then(|length| rest.get(..length)) {
            let after = rest.get(text.len() + 1..).unwrap_or_default();
            let has_escape = self.syntax.escape.is_some_and(|escape| text.contains(char::from(escape)));
            if !has_escape && (after.is_empty() || after.starts_with(['\n', '\r', self.delimiter])) {
                let end = inner + text.len();
                if self.carriage_returns.from(self.text, inner) < end {
                    Self::push_unquoted(text, self.here(), sheet);
                } else {
                    let (start, length) = trimmed(inner, text);
                    Self::push(start..start + length, self.here(), sheet);
                }
                self.at = end + 1;
                return false;
            }
        }
        self.unusual(column, sheet)
    }

    /// A cell with more than two quotes, or with fewer: as `csv` reads it, and what is wrong with how it is written.
    fn unusual(&mut self, column: usize, sheet: &mut Sheet) -> bool {
        let syntax = self.syntax;
        let reader = self.reader.get_or_insert_with(|| {
            let mut builder = csv_core::ReaderBuilder::new();
            builder.delimiter(syntax.delimiter).quote(syntax.quote).escape(syntax.escape);
            Box::new(builder.build())
        });
        reader.reset();
        let mut rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let mut cell = vec![0; 1 << 10];
        let (mut written, mut end) = (0, self.at);
        loop {
            let (result, read, wrote) = reader.read_field(rest, cell.get_mut(written..).unwrap_or_default());
            let is_at_end = rest.is_empty();
            rest = rest.get(read..).unwrap_or_default();
            written += wrote;
            end += read;
            match result {
                // Asked once more with nothing to read, it ends the last cell.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => cell.resize(2 * cell.len(), 0),
                // What follows the cell, a delimiter or a line end, is read too.
                ReadFieldResult::Field { .. } => {
                    end -= usize::from(!is_at_end);
                    break;
                }
                ReadFieldResult::End => break,
            }
        }
        let begin = self.here();
        let is_damaged = self.judge(self.slice(self.at..end), self.place(column), sheet);
        let text = std::str::from_utf8(cell.get(..written).unwrap_or_default()).unwrap_or_default();
        Self::push_unquoted(text, begin, sheet);
        self.at = end;
        is_damaged
    }

    /// Reports what is wrong with the quoting of a cell; whether it is damaged by it. A record may be reported again,
    /// since each has a place of its own.
    fn judge(&mut self, raw: &'t str, open: Place, sheet: &Sheet) -> bool {
        let (quote, escape) = (char::from(self.syntax.quote), self.syntax.escape.map(char::from));
        let begin = self.at;
        let (mut is_damaged, mut has_backslash) = (false, false);
        let mut place = 1;
        loop {
            let rest = raw.get(place..).unwrap_or_default();
            let Some(found) = rest.find(|c| c == quote || Some(c) == escape) else {
                // Nothing closes the quote.
                if has_backslash {
                    self.backslashes.get_or_insert((open, 0)).1 += 1;
                } else {
                    self.refuse(open, FileFault::UnclosedQuote, sheet);
                }
                return true;
            };
            let after = rest.get(found + 1..).unwrap_or_default();
            let here = place + found;
            if !rest.get(found..).unwrap_or_default().starts_with(quote) {
                // An escape before a letter or a digit meant something to the program that wrote it, and means nothing
                // here.
                let next = after.chars().next();
                if let (Some(escape), Some(letter)) = (escape, next.filter(char::is_ascii_alphanumeric)) {
                    self.pass(begin + here + 1);
                    let place = Place { cell: open.cell, ..self.place(0) };
                    self.refuse(place, FileFault::EscapedLetter { escape, letter }, sheet);
                    is_damaged = true;
                }
                place = here + 1 + next.map_or(0, char::len_utf8);
                continue;
            }
            let is_after_backslash = raw.get(..here).unwrap_or_default().ends_with('\\');
            if after.starts_with(quote) {
                has_backslash |= is_after_backslash;
                place = here + 2;
                continue;
            }
            if after.is_empty() {
                return is_damaged;
            }
            // Text where the cell should end: nearly always a quote within the text that is written as if it were the
            // last.
            self.pass(begin + here + 1);
            let place = Place { cell: open.cell, ..self.place(0) };
            if has_backslash || is_after_backslash {
                let place = if has_backslash { open } else { place };
                self.backslashes.get_or_insert((place, 0)).1 += 1;
            } else if after.trim_start().is_empty() {
                self.refuse(place, FileFault::SpaceAfterQuote, sheet);
            } else {
                self.refuse(place, FileFault::TextAfterQuote, sheet);
            }
            return true;
        }
    }

    /// Adds a cell that is in the text as it is.
    fn push(text: Range<usize>, (line, column): (u32, u32), sheet: &mut Sheet) {
        sheet.fields.push(Field { start: offset(text.start), end: offset(text.end), line, column });
    }

    /// Adds a cell whose text is not in the file as it is.
    fn push_unquoted(text: &str, begin: (u32, u32), sheet: &mut Sheet) {
        sheet.push_text(&with_line_feeds(text.trim()), begin);
    }

    /// Passes a line end, and tells whether the record can be relied on.
    fn end_line(&mut self, cells: usize) -> Trust {
        let rest = self.rest();
        let Some(end) = rest.as_bytes().first() else { return Trust::Sound };
        let is_alone = *end == b'\r' && !rest.starts_with("\r\n");
        let place = self.place(cells.saturating_sub(1));
        self.at += if rest.starts_with("\r\n") { 2 } else { 1 };
        self.line += 1;
        (self.column, self.counted) = (1, self.at);
        if !is_alone || self.is_of_carriage_returns {
            return Trust::Sound;
        }
        self.lone_returns.get_or_insert((place, 0)).1 += 1;
        self.is_torn = true;
        Trust::Suspect
    }

    /// Moves line and column to a place further on.
    fn pass(&mut self, to: usize) {
        if self.line_feeds.from(self.text, self.counted).min(self.carriage_returns.from(self.text, self.counted)) >= to
        {
            self.pass_in_line(to);
            return;
        }
        let mut rest = self.slice(self.counted..to);
        while let Some(found) = rest.find(['\n', '\r']) {
            let line_end = rest.get(found..).unwrap_or_default();
            let length = if line_end.starts_with("\r\n") { 2 } else { 1 };
            rest = line_end.get(length..).unwrap_or_default();
            self.line += 1;
            self.column = 1;
        }
        self.column += offset(self.characters(rest));
        self.counted = to;
    }

    /// Moves the column to a place on the same line.
    fn pass_in_line(&mut self, to: usize) {
        let between = self.slice(self.counted..to);
        self.column += offset(self.characters(between));
        self.counted = to;
    }

    fn characters(&self, text: &str) -> usize {
        if self.is_ascii { text.len() } else { text.chars().count() }
    }

    /// Line and column of the place that was passed to.
    fn here(&self) -> (u32, u32) {
        (self.line, self.column)
    }

    /// The place that was passed to, in a column.
    fn place(&self, column: usize) -> Place {
        Place { line: self.line, column: self.column, cell: Some(CellName { row: self.row, column: offset(column) }) }
    }

    fn refuse(&mut self, place: Place, fault: FileFault, sheet: &Sheet) {
        // How the quotes of a text are written that should be quoted as a whole, means nothing.
        if self.was_open {
            return;
        }
        self.refuse_in(&sheet.file, place, fault);
    }

    fn refuse_in(&mut self, file: &str, place: Place, fault: FileFault) {
        self.report.refuse(file, Some(place), Subject::Table, Fault::File(fault));
    }

    /// Whether the record from a place on has characters that cannot be relied on.
    fn check_characters(&mut self, begin: usize, (line, first): (u32, usize), sheet: &Sheet) -> Trust {
        let mut trust = Trust::Sound;
        let record = self.slice(begin..self.at);
        if let Some(index) = record.find('\0').filter(|_| self.has_nul) {
            trust = Trust::Suspect;
            let nuls = record.matches('\0').count();
            if let Some((_, count)) = &mut self.nuls {
                *count += nuls;
            } else {
                self.nuls =
                    Some((self.place_in_record(record.get(..index).unwrap_or_default(), line, first, sheet), nuls));
            }
        }
        while let [place, rest @ ..] = self.wrong {
            if *place >= self.at {
                break;
            }
            trust = Trust::Suspect;
            self.wrong = rest;
        }
        trust
    }

    /// The place after a part of the record at hand.
    fn place_in_record(&self, part: &str, line: u32, first: usize, sheet: &Sheet) -> Place {
        let (mut line, mut column) = (line, 1);
        for character in part.replace("\r\n", "\n").chars() {
            (line, column) = if matches!(character, '\n' | '\r') { (line + 1, 1) } else { (line, column + 1) };
        }
        let fields = sheet.fields.get(first..).unwrap_or_default();
        let before = fields.iter().filter(|field| (field.line, field.column) <= (line, column)).count();
        Place { line, column, cell: Some(CellName { row: self.row, column: offset(before.saturating_sub(1)) }) }
    }

    /// A record without end: what comes before it counts.
    fn stop(&mut self, first: usize, sheet: &mut Sheet) {
        let field = sheet.fields.get(first + MAX_COLUMNS).copied();
        // Where it is certain that there is one column more: after the first character of it.
        let (line, column) = field.map_or((self.line, self.column), |field| (field.line, field.column + 1));
        let cell = CellName { row: self.row, column: offset(MAX_COLUMNS) };
        self.refuse(Place { line, column, cell: Some(cell) }, FileFault::TooManyColumns, sheet);
        sheet.fields.truncate(first);
        self.at = self.text.len();
    }

    /// Reports what is reported once.
    fn finish(&mut self, file: &str) {
        if let Some((place, count)) = self.lone_returns {
            self.refuse_in(file, place, FileFault::LoneReturn { more: count - 1 });
        }
        if let Some((place, count)) = self.nuls {
            self.refuse_in(file, place, FileFault::Nul { more: count - 1 });
        }
        if let Some((place, count)) = self.backslashes {
            self.refuse_in(file, place, FileFault::BackslashQuote { more: count - 1 });
        }
        if let Some((place, count)) = self.spaced_quotes {
            self.refuse_in(file, place, FileFault::SpaceBeforeQuote { more: count - 1 });
        }
    }
}

/// Where the text of a cell begins and how long it is, without the white space around it; a glance at the ends
/// suffices for nearly every cell.
fn trimmed(at: usize, cell: &str) -> (usize, usize) {
    match cell.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => (at, cell.len()),
        _ => (at + cell.len() - cell.trim_start().len(), cell.trim().len()),
    }
}

/// Normalises line ends in a cell, so that git's autocrlf does not change the table; a carriage return alone is how
/// older programs end a line.
fn with_line_feeds(field: &str) -> String {
    let mut text = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, after)) = rest.split_once('\r') {
        text.push_str(before);
        let after_all = after.trim_start_matches('\r');
        if after_all.starts_with('\n') {
            rest = after_all;
        } else {
            text.push('\n');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}
