//! Text → fields, by the `csv` crate, each with the place that the scan found.

use super::dialect::Syntax;
use super::{MAX_ROWS, scan};
use crate::sheet::{Field, RecordStart, Sheet};

/// Lets `csv` split the text, and puts its fields beside the places that the scan found. Of rows
/// above the limit the first is kept, and the others are counted.
pub(super) fn split(body: &str, syntax: Syntax, scanned: &scan::Scanned, sheet: &mut Sheet) -> usize {
    let mut beyond = 0;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(syntax.delimiter)
        .quote(syntax.quote)
        .escape(syntax.escape)
        .buffer_capacity(body.len().clamp(1, 1 << 16))
        .from_reader(body.as_bytes());
    let mut raw = csv::ByteRecord::new();
    sheet.text.reserve(body.len());
    sheet.fields.reserve(scanned.starts.len());
    sheet.records.reserve(scanned.records.len().min(MAX_ROWS));
    for record in &scanned.records {
        if !matches!(reader.read_byte_record(&mut raw), Ok(true)) {
            break;
        }
        let first = sheet.fields.len();
        // All fields at once: where nothing is optimised, each call counts.
        let text = std::str::from_utf8(raw.as_slice()).unwrap_or_default();
        let spans_lines = record.end.0 != record.line;
        let copied = sheet.text.len();
        sheet.text.push_str(text);
        let starts = scanned.starts.get(record.first..record.first + record.count).unwrap_or_default();
        for (index, &(line, column)) in starts.iter().enumerate() {
            let Some(range) = raw.range(index) else { break };
            let (mut start, mut end) = (copied + range.start, copied + range.end);
            let field = text.get(range).unwrap_or_default();
            if spans_lines && field.contains('\r') {
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
