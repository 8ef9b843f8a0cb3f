//! What the header promises, and the limits: reported, and the records concerned marked or dropped.

use super::dialect::{Way, described};
use super::{MAX_CELL_BYTES, MAX_ROWS, given};
use crate::report::{CellName, Place, Report, Subject};
use crate::sheet::{RecordStart, Sheet};
use crate::wanted::Dialect;

pub(super) fn check(sheet: &mut Sheet, beyond: usize, way: Way, dialect: &Dialect, report: &mut Report) {
    let Some(mut header) = sheet.header else {
        let example = "such as \"code,reason,definition\"";
        let message = match dialect.header_line {
            Some(line) => format!("the file is empty from line {line} on; that line must be the header, {example}"),
            None => format!("the file is empty; its first line must be the header, {example}"),
        };
        report.file(&sheet.file, Subject::Table, message);
        return;
    };
    check_row_count(sheet, beyond, report);
    // A spreadsheet pads with empty columns; those at the end belong to nothing.
    let padded = header.count;
    header.count = sheet.fields_of(&header).iter().rposition(|field| field.length() > 0).map_or(0, |last| last + 1);
    sheet.header = Some(header);
    check_cell_sizes(sheet, report);
    let header = sheet.header.unwrap_or(header);
    if sheet.is_header_given {
        given::check(sheet, way.syntax.delimiter, report);
        if sheet.records.is_empty() {
            report.file(&sheet.file, Subject::Table, "the file is empty; add a row for each code");
        }
        return;
    }
    check_header_line(sheet, &header, way, dialect, report);
    check_widths(sheet, &header, padded, way.syntax.delimiter, report);
    // A header that swallowed the rows is already reported.
    if sheet.records.is_empty() && !header.damaged && !header.is_suspect {
        report.file(&sheet.file, Subject::Table, "the table has a header and no rows; add a row for each code");
    }
}

/// The line that the user names may be blank.
fn check_header_line(sheet: &Sheet, header: &RecordStart, way: Way, dialect: &Dialect, report: &mut Report) {
    let is_blank = |line: &u32| *line == way.start.line && *line < header.line && !header.damaged;
    if let Some(line) = dialect.header_line.filter(is_blank) {
        let message = format!(
            "line {line} is blank, and the next one with text is {}; write header_line = {}",
            header.line, header.line
        );
        report.file(&sheet.file, Subject::Word("header_line"), message);
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
            let bytes = field.length();
            if bytes > MAX_CELL_BYTES {
                let message = format!("the cell has {bytes} bytes, and at most {MAX_CELL_BYTES} (64 KiB) are read");
                report.at(&sheet.file, record.place(column, field), message);
                record.damaged = true;
            }
        }
    }
    sheet.records = records;
}

/// A cell beyond the last header has no meaning, and mostly comes of a delimiter in the text before it. Then the
/// cells after that text are in wrong columns, also where the last of them are empty.
fn check_widths(sheet: &mut Sheet, header: &RecordStart, padded: usize, delimiter: u8, report: &mut Report) {
    if header.damaged {
        return;
    }
    let width = header.count;
    let is_long = |record: &RecordStart| record.count > padded;
    // Where most rows are longer than the header, it is how the program writes them.
    let long = sheet.records.iter().filter(|record| is_long(record)).count();
    let are_long_wrong = long * 2 < sheet.records.len();
    let mut found: Vec<Beyond> = Vec::new();
    for (index, record) in sheet.records.iter().enumerate() {
        if record.damaged || record.count <= width {
            continue;
        }
        found.extend(Beyond::of(sheet, index, record, width, are_long_wrong && is_long(record)));
    }
    let last = CellName { row: header.row, column: u32::try_from(width.saturating_sub(1)).unwrap_or(u32::MAX) };
    let what = described(delimiter);
    // All rows alike: it is the header that is missing.
    let is_every_row = found.len() > 1 && found.len() == sheet.records.len();
    for (index, beyond) in found.into_iter().enumerate() {
        let message = if is_every_row {
            (index == 0).then(|| {
                format!(
                    "every row has cells beyond the last header (cell {last}); give each column a header, or empty it"
                )
            })
        } else if beyond.is_filled {
            Some(format!(
                "there is a cell beyond the last header (cell {last}); put quotes around a text with {what} in it, or \
                 give this column a header"
            ))
        } else {
            Some(format!(
                "the row has {} cells, and the header {padded} (cell {last}); put quotes around a text with {what} in \
                 it, or take {what} out at the end",
                beyond.count
            ))
        };
        if let Some(message) = message {
            report.at(&sheet.file, beyond.place, message);
        }
        if let Some(record) = sheet.records.get_mut(beyond.record) {
            record.damaged = true;
        }
    }
}

/// The width that most rows have; of several the greatest.
pub(super) fn most_frequent(widths: impl Iterator<Item = usize>) -> usize {
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|one, other| one == other);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first()).copied().unwrap_or_default()
}

/// A row with more cells than the header.
struct Beyond {
    /// The index of the record.
    record: usize,
    /// How many cells the row has.
    count: usize,
    place: Place,
    /// One of the cells beyond has a text.
    is_filled: bool,
}

impl Beyond {
    /// `None` if nothing is wrong with the row: where `is_wrong` is false, empty cells are not.
    fn of(sheet: &Sheet, index: usize, record: &RecordStart, width: usize, is_wrong: bool) -> Option<Self> {
        let fields = sheet.fields_of(record);
        let mut beyond = fields.iter().enumerate().skip(width);
        let filled = beyond.clone().find(|(_, field)| field.length() > 0);
        let (column, field) = if is_wrong { filled.or_else(|| beyond.next()) } else { filled }?;
        Some(Self {
            record: index,
            count: record.count,
            place: record.place(column, field),
            is_filled: filled.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_of_most_rows() {
        let cases: [(&[usize], usize); 6] =
            [(&[], 0), (&[3], 3), (&[2, 3, 2], 2), (&[3, 2, 3, 3], 3), (&[2, 3], 3), (&[5, 1, 1, 4], 1)];
        for (widths, most) in cases {
            assert_eq!(most_frequent(widths.iter().copied()), most, "{widths:?}");
        }
    }
}
