//! What the header promises, and the limits: reported, and the records concerned marked or dropped.

use super::MAX_CELL_BYTES;
use super::dialect::Way;
use crate::finding::{CellName, Place, Subject};
use crate::order;
use crate::refusal::{Fault, FileFault, WhyBeyond};
use crate::report::Report;
use crate::sheet::{Field, RecordStart, Sheet};
use crate::trust::Trust;
use crate::wanted::Wanted;

/// Why a row has more cells than so many headers.
pub(crate) type Why<'a> = &'a dyn Fn(&Sheet, &RecordStart, usize) -> Option<WhyBeyond>;

pub(crate) fn check(sheet: &mut Sheet, beyond: usize, way: Way, why: Why<'_>, wanted: &Wanted, report: &mut Report) {
    let Some(mut header) = sheet.header else {
        refuse(sheet, None, Subject::Table, FileFault::Empty { from: wanted.dialect.header_line }, report);
        return;
    };
    check_row_count(sheet, beyond, wanted.max_rows(), report);
    // A spreadsheet pads with empty columns; those at the end belong to nothing.
    let padded = header.count;
    header.count = sheet.fields_of(&header).iter().rposition(|field| field.length() > 0).map_or(0, |last| last + 1);
    sheet.header = Some(header);
    check_cell_sizes(sheet, report);
    let header = sheet.header.unwrap_or(header);
    if sheet.is_header_given {
        check_given(sheet, &header, way, report);
        return;
    }
    check_header_line(sheet, &header, way, wanted, report);
    check_widths(sheet, &header, padded, way, why, report);
    // A header that swallowed the rows is already reported.
    if sheet.records.is_empty() && header.trust == Trust::Sound {
        refuse(sheet, None, Subject::Table, FileFault::HeaderOnly, report);
    }
}

fn refuse(sheet: &Sheet, place: Option<Place>, subject: Subject, fault: FileFault, report: &mut Report) {
    report.refuse(&sheet.file, place, subject, Fault::File(fault));
}

/// The line that the user names may be blank.
fn check_header_line(sheet: &Sheet, header: &RecordStart, way: Way, wanted: &Wanted, report: &mut Report) {
    let is_blank = |line: &u32| *line == way.start.line && *line < header.line && header.trust != Trust::Guessed;
    if let Some(line) = wanted.dialect.header_line.filter(is_blank) {
        let fault = FileFault::HeaderLineBlank { line, next: header.line };
        refuse(sheet, None, Subject::Word("header_line"), fault, report);
    }
}

fn check_row_count(sheet: &mut Sheet, beyond: usize, most: usize, report: &mut Report) {
    let rows = sheet.records.len() + beyond;
    if let Some(over) = sheet.records.get(most) {
        refuse(sheet, None, Subject::Table, FileFault::TooManyRows { rows, most, line: over.line }, report);
        sheet.records.truncate(most);
    }
}

fn check_cell_sizes(sheet: &mut Sheet, report: &mut Report) {
    if !sheet.has_long_records {
        return;
    }
    let mut records = std::mem::take(&mut sheet.records);
    for record in sheet.header.iter_mut().chain(&mut records) {
        let fields = sheet.fields.get(record.first..record.first + record.count).unwrap_or_default();
        for (column, field) in fields.iter().enumerate() {
            let bytes = field.length();
            if bytes > MAX_CELL_BYTES {
                let fault = Fault::File(FileFault::LongCell { bytes });
                report.refuse(&sheet.file, Some(record.place(column, field)), Subject::Table, fault);
                record.trust = Trust::Guessed;
            }
        }
    }
    sheet.records = records;
}

/// What is wrong between the headers that the user gives and the rows. A row with more cells than most has a
/// delimiter in its text, and what follows would be lost.
fn check_given(sheet: &mut Sheet, header: &RecordStart, way: Way, report: &mut Report) {
    if sheet.records.is_empty() {
        refuse(sheet, None, Subject::Table, FileFault::EmptyBelowHeaders, report);
        return;
    }
    let mut widths = Vec::with_capacity(sheet.records.len());
    for record in &sheet.records {
        widths.push(record.count);
    }
    let widest = widths.iter().copied().max().unwrap_or_default();
    if header.count > widest {
        let fault = FileFault::TooManyHeaders { headers: header.count, widest };
        refuse(sheet, None, Subject::Word("headers"), fault, report);
    }
    let most = most_frequent(widths);
    let width = most.max(header.count);
    for index in 0..sheet.records.len() {
        let Some(record) = sheet.records.get(index).filter(|record| record.trust != Trust::Guessed) else { continue };
        let Some((column, field)) = first_beyond(sheet.fields_of(record), width, true) else { continue };
        let place = record.place(column, field);
        let fault = FileFault::LongerThanMost { cells: record.count, most, delimiter: way.syntax.delimiter };
        refuse(sheet, Some(place), Subject::Table, fault, report);
        distrust(sheet, index);
    }
}

/// The first cell beyond a width that has a text, or else, if that is wrong too, the first.
fn first_beyond(fields: &[Field], width: usize, is_empty_wrong: bool) -> Option<(usize, &Field)> {
    let mut beyond = fields.iter().enumerate().skip(width);
    let filled = beyond.clone().find(|(_, field)| field.length() > 0);
    filled.or_else(|| beyond.next().filter(|_| is_empty_wrong))
}

fn distrust(sheet: &mut Sheet, index: usize) {
    if let Some(record) = sheet.records.get_mut(index) {
        record.trust = Trust::Guessed;
    }
}

/// A cell beyond the last header has no meaning, and mostly comes of a delimiter in the text before it. Then the
/// cells after that text are in wrong columns, also where the last of them are empty.
fn check_widths(sheet: &mut Sheet, header: &RecordStart, padded: usize, way: Way, why: Why<'_>, report: &mut Report) {
    if header.trust == Trust::Guessed {
        return;
    }
    let width = header.count;
    let (mut long, mut wider) = (0, 0);
    for record in &sheet.records {
        long += usize::from(record.count > padded);
        wider += usize::from(record.count > width);
    }
    if wider == 0 {
        return;
    }
    // Where most rows are longer than the header, it is how the program writes them.
    let are_long_wrong = long * 2 < sheet.records.len();
    let unnamed = Unnamed::new(sheet, width, padded);
    let delimiter = way.syntax.delimiter;
    let mut found = Vec::new();
    // A text with a comma in it goes on after a blank.
    let mut are_texts_split = true;
    for (index, record) in sheet.records.iter().enumerate() {
        if record.trust == Trust::Guessed || record.count <= width {
            continue;
        }
        let fields = sheet.fields_of(record);
        let beyond = unnamed.first_wrong(sheet, fields).or_else(|| {
            let is_empty_wrong = are_long_wrong && record.count > padded;
            // Of a row that is too long, the first cell with a text is where it went wrong.
            let from = if is_empty_wrong { width } else { padded };
            first_beyond(fields, from, is_empty_wrong)
        });
        if let Some((column, field)) = beyond {
            let is_filled = fields.iter().skip(width).any(|field| field.length() > 0);
            are_texts_split &= fields.get(column).is_some_and(|field| sheet.is_after_blank(field));
            found.push((index, record.place(column, field), record.count, is_filled));
        }
    }
    let last = CellName { row: header.row, column: u32::try_from(width.saturating_sub(1)).unwrap_or(u32::MAX) };
    let mut reasons = Vec::new();
    for (index, ..) in &found {
        reasons.push(sheet.records.get(*index).and_then(|record| why(sheet, record, width)));
    }
    // All rows alike: it is the header that is missing, unless their texts were taken apart.
    let are_texts_split = are_texts_split || reasons.iter().all(Option::is_some);
    let is_every_row = found.len() > 1 && found.len() == sheet.records.len() && !are_texts_split;
    // So many rows have one cause: texts are not quoted in this file.
    let more = if found.len() > SAID_APART { found.len() - 1 } else { 0 };
    for (number, ((index, place, cells, is_filled), why)) in found.into_iter().zip(reasons).enumerate() {
        let fault = if is_every_row {
            FileFault::AllBeyondHeader { last }
        } else if is_filled {
            FileFault::BeyondHeader { last, delimiter, why, more }
        } else {
            FileFault::LongerThanHeader { cells, headers: padded, last, delimiter, more }
        };
        if number == 0 || (!is_every_row && more == 0) {
            refuse(sheet, Some(place), Subject::Table, fault, report);
        }
        distrust(sheet, index);
    }
}

/// How many rows with more cells than the header are a finding each.
const SAID_APART: usize = 3;

/// The columns within the header line that have no name, after the last one that has: of a program that writes such
/// columns, nearly all rows have them. What only few rows have there was shifted by a delimiter in a text.
struct Unnamed {
    first: usize,
    /// Of each, whether most rows have it, and whether only few cells begin with a blank.
    columns: Vec<(bool, bool)>,
}

impl Unnamed {
    fn new(sheet: &Sheet, first: usize, end: usize) -> Self {
        let mut columns = Vec::new();
        for column in first..end {
            let (mut filled, mut spaced) = (0, 0);
            for record in &sheet.records {
                if let Some(field) = sheet.fields_of(record).get(column).filter(|field| field.length() > 0) {
                    filled += 1;
                    spaced += usize::from(sheet.is_after_blank(field));
                }
            }
            columns.push((filled * 2 >= sheet.records.len(), spaced < filled));
        }
        Self { first, columns }
    }

    fn first_wrong<'f>(&self, sheet: &Sheet, fields: &'f [Field]) -> Option<(usize, &'f Field)> {
        for (index, (is_usual, has_plain)) in self.columns.iter().enumerate() {
            let column = self.first + index;
            let field = fields.get(column).filter(|field| field.length() > 0);
            if let Some(field) = field.filter(|field| !is_usual || (*has_plain && sheet.is_after_blank(field))) {
                return Some((column, field));
            }
        }
        None
    }
}

/// The width that most rows have; of several the greatest.
pub(crate) fn most_frequent(mut widths: Vec<usize>) -> usize {
    order::sort(&mut widths, Ord::cmp);
    let (mut best, mut best_count, mut count) = (0, 0, 0);
    let mut last = None;
    for width in widths {
        count = if last == Some(width) { count + 1 } else { 1 };
        last = Some(width);
        if count >= best_count {
            (best, best_count) = (width, count);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_of_most_rows() {
        let cases: [(&[usize], usize); 6] =
            [(&[], 0), (&[3], 3), (&[2, 3, 2], 2), (&[3, 2, 3, 3], 3), (&[2, 3], 3), (&[5, 1, 1, 4], 1)];
        for (widths, most) in cases {
            assert_eq!(most_frequent(widths.to_vec()), most, "{widths:?}");
        }
    }
}
