//! Text → fields, by the core of the `csv` crate, each with the place that the scan found.
//!
//! The core alone has no serde, which would be a fifth of what a user builds before the first table is read.

use std::ops::Range;

use csv_core::ReadRecordResult;

use super::dialect::Syntax;
use super::{MAX_ROWS, scan};
use crate::sheet::{Field, RecordStart, Sheet};

/// Lets `csv_core` split the text, and puts its fields beside the places that the scan found. Of rows
/// above the limit the first is kept, and the others are counted.
pub(super) fn split(body: &str, syntax: Syntax, scanned: &scan::Scanned, sheet: &mut Sheet) -> usize {
    let mut beyond = 0;
    let mut records = Records::of(body, syntax);
    sheet.text.reserve(body.len());
    sheet.fields.reserve(scanned.starts.len());
    sheet.records.reserve(scanned.records.len().min(MAX_ROWS));
    for record in &scanned.records {
        if !records.advance() {
            break;
        }
        let first = sheet.fields.len();
        // All fields at once: where nothing is optimised, each call counts.
        let text = std::str::from_utf8(records.text()).unwrap_or_default();
        let spans_lines = record.end.0 != record.line;
        let copied = sheet.text.len();
        sheet.text.push_str(text);
        let starts = scanned.starts.get(record.first..record.first + record.count).unwrap_or_default();
        for (index, &(line, column)) in starts.iter().enumerate() {
            let Some(range) = records.field(index) else { break };
            let (mut start, mut end) = (copied + range.start, copied + range.end);
            let field = text.get(range).unwrap_or_default();
            if has_carriage_return(field, spans_lines) {
                start = sheet.text.len();
                push_with_line_feeds(field.trim(), &mut sheet.text);
                end = sheet.text.len();
            } else if !is_trimmed(field) {
                start += field.len() - field.trim_start().len();
                end = start + field.trim().len();
            }
            sheet.fields.push(Field { start: offset(start), end: offset(end), line, column });
        }
        let count = sheet.fields.len() - first;
        let start = RecordStart {
            row: record.row,
            line: record.line,
            end: record.end,
            first,
            count,
            damaged: record.damaged,
            is_suspect: record.is_suspect,
        };
        let fields = sheet.fields.get(first..).unwrap_or_default();
        let is_blank = fields.iter().all(|field| field.start == field.end);
        if is_blank && !record.damaged {
            sheet.fields.truncate(first);
        } else if sheet.header.is_none() {
            sheet.header = Some(start);
        } else if sheet.records.len() <= MAX_ROWS {
            sheet.records.push(start);
        } else {
            sheet.fields.truncate(first);
            beyond += 1;
        }
    }
    beyond
}

/// The records of a text, one after the other.
struct Records<'b> {
    reader: csv_core::Reader,
    /// What is not yet read.
    rest: &'b [u8],
    /// The texts of the fields one after the other, and where each ends; what is beyond `written` and `count` is of
    /// earlier records.
    text: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    count: usize,
}

impl<'b> Records<'b> {
    fn of(body: &'b str, syntax: Syntax) -> Self {
        let reader = csv_core::ReaderBuilder::new()
            .delimiter(syntax.delimiter)
            .quote(syntax.quote)
            .escape(syntax.escape)
            .build();
        Self { reader, rest: body.as_bytes(), text: vec![0; 1 << 10], written: 0, ends: vec![0; 1 << 4], count: 0 }
    }

    /// Reads the next record; false if there is none.
    fn advance(&mut self) -> bool {
        (self.written, self.count) = (0, 0);
        loop {
            let text = self.text.get_mut(self.written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.count..).unwrap_or_default();
            let (result, read, written, count) = self.reader.read_record(self.rest, text, ends);
            self.rest = self.rest.get(read..).unwrap_or_default();
            self.written += written;
            self.count += count;
            match result {
                // Asked once more with nothing to read, it ends the last record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(2 * self.text.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record => return true,
                ReadRecordResult::End => return false,
            }
        }
    }

    /// The texts of all fields of the record.
    fn text(&self) -> &[u8] {
        self.text.get(..self.written).unwrap_or_default()
    }

    /// Where a field is in them.
    fn field(&self, index: usize) -> Option<Range<usize>> {
        let ends = self.ends.get(..self.count)?;
        let start = if index == 0 { 0 } else { *ends.get(index - 1)? };
        Some(start..*ends.get(index)?)
    }
}

/// A carriage return is a line end too, so that only a record of several lines can have one in a cell.
fn has_carriage_return(field: &str, spans_lines: bool) -> bool {
    spans_lines && field.contains('\r')
}

/// Normalises line ends in a cell, so that git's autocrlf does not change the table; a carriage return alone is how
/// older programs end a line.
fn push_with_line_feeds(field: &str, text: &mut String) {
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
}

/// Whether there is no white space around the text; a glance at the ends suffices for nearly every cell.
fn is_trimmed(text: &str) -> bool {
    match text.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => true,
        _ => text.trim().len() == text.len(),
    }
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
