//! What the header promises, and the limits: reported, and the records concerned marked or dropped.

use super::{MAX_CELL_BYTES, MAX_ROWS};
use crate::Subject;
use crate::report::{CellName, Place, Report};
use crate::sheet::{Field, RecordStart, Sheet};

pub(super) fn check(sheet: &mut Sheet, beyond: usize, delimiter: u8, report: &mut Report) {
    let Some(mut header) = sheet.header else {
        report.file(
            &sheet.file,
            Subject::Table,
            "the file is empty; its first line must be the header, such as \"code,reason,definition\"",
        );
        return;
    };
    check_row_count(sheet, beyond, report);
    // A spreadsheet pads with empty columns; those at the end belong to nothing.
    header.count = fields_of(sheet, &header).iter().rposition(|field| length(field) > 0).map_or(0, |last| last + 1);
    sheet.header = Some(header);
    check_cell_sizes(sheet, report);
    let header = sheet.header.unwrap_or(header);
    check_widths(sheet, &header, delimiter, report);
    // A header that swallowed the rows is a finding already.
    if sheet.records.is_empty() && !header.damaged {
        report.file(&sheet.file, Subject::Table, "the table has a header and no rows; add a row for each code");
    }
}

fn check_row_count(sheet: &mut Sheet, beyond: usize, report: &mut Report) {
    let rows = sheet.records.len() + beyond;
    if let Some(over) = sheet.records.get(MAX_ROWS) {
        let message =
            format!("the table has {rows} rows, and at most {MAX_ROWS} are read; split it at line {}", over.line);
        report.file(&sheet.file, Subject::Table, message);
        sheet.records.truncate(MAX_ROWS);
    }
}

fn check_cell_sizes(sheet: &mut Sheet, report: &mut Report) {
    if sheet.text.len() <= MAX_CELL_BYTES {
        return;
    }
    let mut records = std::mem::take(&mut sheet.records);
    for record in sheet.header.iter_mut().chain(&mut records) {
        let fields = sheet.fields.get(record.first..record.first + record.count).unwrap_or_default();
        for (column, field) in fields.iter().enumerate() {
            let bytes = length(field);
            if bytes > MAX_CELL_BYTES {
                let message = format!("the cell has {bytes} bytes, and at most {MAX_CELL_BYTES} (64 KiB) are read");
                report.at(&sheet.file, place(record, column, field), message);
                record.damaged = true;
            }
        }
    }
    sheet.records = records;
}

/// A cell beyond the last header has no meaning, and mostly comes of a delimiter in the text before it.
fn check_widths(sheet: &mut Sheet, header: &RecordStart, delimiter: u8, report: &mut Report) {
    let width = header.count;
    let beyond = |record: &RecordStart| {
        let fields = fields_of(sheet, record).iter().enumerate().skip(width);
        fields.filter(|(_, field)| length(field) > 0).map(|(column, field)| place(record, column, field)).next()
    };
    let mut found: Vec<(usize, Place)> = Vec::new();
    for (index, record) in sheet.records.iter().enumerate() {
        if record.count > width && !record.damaged && !header.damaged {
            found.extend(beyond(record).map(|place| (index, place)));
        }
    }
    let last = CellName { row: header.row, column: u32::try_from(width.saturating_sub(1)).unwrap_or(u32::MAX) };
    let what = match delimiter {
        b',' => "a comma".to_owned(),
        b';' => "a semicolon".to_owned(),
        b'\t' => "a tab".to_owned(),
        other => format!("{:?}", char::from(other)),
    };
    // All rows alike: it is the header that is missing.
    let is_every_row = found.len() > 1 && found.len() == sheet.records.len();
    for (index, (record, place)) in found.into_iter().enumerate() {
        if is_every_row && index == 0 {
            let message = format!(
                "every row has cells beyond the last header (cell {last}); give each column a header, or empty it"
            );
            report.at(&sheet.file, place, message);
        } else if !is_every_row {
            let message = format!(
                "there is a cell beyond the last header (cell {last}); put quotes around a text with {what} in it, or \
                 give this column a header"
            );
            report.at(&sheet.file, place, message);
        }
        if let Some(record) = sheet.records.get_mut(record) {
            record.damaged = true;
        }
    }
}

fn fields_of<'s>(sheet: &'s Sheet, record: &RecordStart) -> &'s [Field] {
    sheet.fields.get(record.first..record.first + record.count).unwrap_or_default()
}

fn length(field: &Field) -> usize {
    usize::try_from(field.end - field.start).unwrap_or(usize::MAX)
}

fn place(record: &RecordStart, column: usize, field: &Field) -> Place {
    let cell = CellName { row: record.row, column: u32::try_from(column).unwrap_or(u32::MAX) };
    Place { line: field.line, column: field.column, cell: Some(cell) }
}
