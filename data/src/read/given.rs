//! Headers that the user gives, for a file without a header line.

use super::dialect::described;
use super::shape::most_frequent;
use crate::report::{Report, Subject};
use crate::sheet::{Field, RecordStart, Sheet};

/// Makes the header of a sheet that has none.
pub(super) fn put(headers: &[String], sheet: &mut Sheet) {
    let first = sheet.fields.len();
    let offset = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    for header in headers {
        let start = sheet.text.len();
        sheet.text.push_str(header.trim());
        sheet.fields.push(Field { start: offset(start), end: offset(sheet.text.len()), line: 0, column: 0 });
    }
    let header =
        RecordStart { row: 0, line: 0, end: (0, 0), first, count: headers.len(), damaged: false, is_suspect: false };
    sheet.header = Some(header);
    sheet.is_header_given = true;
}

/// What is wrong between the headers and the rows.
pub(super) fn check(sheet: &mut Sheet, delimiter: u8, report: &mut Report) {
    let Some(header) = sheet.header else { return };
    let widest = sheet.records.iter().map(|record| record.count).max().unwrap_or_default();
    if header.count > widest && !sheet.records.is_empty() {
        let s = if widest == 1 { "" } else { "s" };
        let message = format!(
            "`headers` has {} headers, but no row has more than {widest} cell{s}; give each column one, from the left",
            header.count
        );
        report.file(&sheet.file, Subject::Word("headers"), message);
    }
    check_widths(sheet, header.count, delimiter, report);
}

/// A row with more cells than most has a delimiter in its text, and what follows would be lost.
fn check_widths(sheet: &mut Sheet, given: usize, delimiter: u8, report: &mut Report) {
    let most = most_frequent(sheet.records.iter().map(|record| record.count));
    let width = most.max(given);
    let mut found = Vec::new();
    for (index, record) in sheet.records.iter().enumerate().filter(|(_, record)| !record.damaged) {
        let fields = sheet.fields_of(record).iter().enumerate().skip(width);
        let filled = fields.clone().find(|(_, field)| field.length() > 0);
        if let Some((column, field)) = filled.or_else(|| fields.clone().next()) {
            found.push((index, record.count, record.place(column, field)));
        }
    }
    for (index, count, place) in found {
        let message = format!(
            "the row has {count} cells, where most have {most}; put quotes around a text with {} in it",
            described(delimiter)
        );
        report.at(&sheet.file, place, message);
        if let Some(record) = sheet.records.get_mut(index) {
            record.damaged = true;
        }
    }
}
