//! A table as read: text cells, each of which knows its place. Nothing is interpreted yet.

use crate::finding::{CellName, Place};
use crate::reference::Origin;
use crate::trust::Trust;

/// Where a cell's text lies in [`Sheet::text`], which is at most 16 MiB long, and where the cell begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl Field {
    /// How many bytes its text has.
    pub(crate) fn length(&self) -> usize {
        usize::try_from(self.end - self.start).unwrap_or(usize::MAX)
    }
}

/// One record: its spreadsheet row, and where its fields are in [`Sheet::fields`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordStart {
    pub(crate) row: u32,
    pub(crate) line: u32,
    /// Line and column just after its last field, where a missing cell would be.
    pub(crate) end: (u32, u32),
    pub(crate) first: usize,
    pub(crate) count: usize,
    /// A guess is not used: what is wrong with it is already reported. A suspect has bytes that are wrong in the
    /// file, which is reported; what else is wrong with it may come of them.
    pub(crate) trust: Trust,
}

impl RecordStart {
    /// The place of one of its fields.
    pub(crate) fn place(&self, column: usize, field: &Field) -> Place {
        let cell = CellName { row: self.row, column: u32::try_from(column).unwrap_or(u32::MAX) };
        Place { line: field.line, column: field.column, cell: Some(cell) }
    }
}

/// A column that is put together of others: it has texts and places of its own, and no place among the columns.
#[derive(Clone, Debug)]
pub(crate) struct Composed {
    /// The role that it is for, by its index in [`Wanted::roles`](crate::Wanted::roles).
    pub(crate) role: usize,
    /// The column whose cells are named where its cells are.
    pub(crate) first: usize,
    /// All columns that are in it.
    pub(crate) named: Vec<usize>,
    /// That of the header, and one for each record.
    pub(crate) fields: Vec<Field>,
    /// For each record that has only some of the cells, the first column that has none.
    pub(crate) partial: Vec<Option<usize>>,
}

/// What composed columns are numbered from: there are no more columns in a file.
pub(crate) const COMPOSED: usize = 1 << 20;

/// The header and the records of one CSV.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub(crate) file: String,
    pub(crate) origin: Origin,
    /// What separates the cells.
    pub(crate) delimiter: u8,
    /// The text of the file, and after it the texts of cells that are not in it as they are.
    pub(crate) text: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) header: Option<RecordStart>,
    /// The headers are the user's, and have no place in the file.
    pub(crate) is_header_given: bool,
    /// A record is so long that one of its cells may be too long.
    pub(crate) has_long_records: bool,
    pub(crate) records: Vec<RecordStart>,
    /// Columns that are put together of others.
    pub(crate) composed: Vec<Composed>,
}

impl Sheet {
    /// The fields of a record.
    pub(crate) fn fields_of(&self, record: &RecordStart) -> &[Field] {
        self.fields.get(record.first..record.first + record.count).unwrap_or_default()
    }

    pub(crate) fn text_of(&self, field: &Field) -> &str {
        let (start, end) = (usize::try_from(field.start), usize::try_from(field.end));
        start.ok().zip(end.ok()).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Adds a field whose text is not in the file as it is.
    pub(crate) fn push_text(&mut self, text: &str, (line, column): (u32, u32)) {
        let start = offset(self.text.len());
        self.text.push_str(text);
        self.fields.push(Field { start, end: offset(self.text.len()), line, column });
    }

    /// Whether white space was taken off the beginning of a field.
    pub(crate) fn is_after_blank(&self, field: &Field) -> bool {
        let before = usize::try_from(field.start).ok().and_then(|start| self.text.get(..start));
        before.is_some_and(|before| before.ends_with([' ', '\t']) && !before.ends_with(char::from(self.delimiter)))
    }

    /// The header; `None` if the file has no record at all, and the user gives none.
    pub fn header(&self) -> Option<Record<'_>> {
        self.header.map(|start| Record { sheet: self, start, index: 0 })
    }

    /// One of the records below the header.
    pub(crate) fn record(&self, index: usize) -> Option<Record<'_>> {
        self.records.get(index).map(|&start| Record { sheet: self, start, index: index + 1 })
    }

    /// The records below the header, blank ones left out.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.records.iter().zip(1..).map(|(&start, index)| Record { sheet: self, start, index })
    }
}

/// A place in a text, which is at most 16 MiB long.
pub(crate) fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A raw record of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Record<'s> {
    sheet: &'s Sheet,
    start: RecordStart,
    /// 0 for the header.
    index: usize,
}

impl<'s> Record<'s> {
    /// The physical line on which it begins, from 1.
    pub fn line(&self) -> u32 {
        self.start.line
    }

    /// The spreadsheet's row, from 1.
    pub fn row(&self) -> u32 {
        self.start.row
    }

    /// A guess is not to be used, since what is wrong with it is already reported; what is wrong with a suspect may
    /// only be a consequence of what is.
    pub fn trust(&self) -> Trust {
        self.start.trust
    }

    /// Whose the sheet is.
    pub fn origin(&self) -> Origin {
        self.sheet.origin
    }

    /// How many fields it has.
    pub fn width(&self) -> usize {
        self.start.count
    }

    /// The text of the cell in a column, from 0; beyond the record's end it is empty.
    pub(crate) fn text(&self, column: usize) -> &'s str {
        if column >= COMPOSED {
            return self.composed(column).map_or("", |(_, field)| self.sheet.text_of(field));
        }
        let is_there = column < self.start.count;
        match self.sheet.fields.get(self.start.first + column) {
            Some(field) if is_there => self.sheet.text_of(field),
            _ => "",
        }
    }

    /// Its field in a composed column, and the column whose place that has.
    fn composed(&self, column: usize) -> Option<(usize, &'s Field)> {
        let composed = self.sheet.composed.get(column.checked_sub(COMPOSED)?)?;
        Some((composed.first, composed.fields.get(self.index)?))
    }

    /// The first column of a composed one in which it has no cell, while it has others.
    pub(crate) fn empty_part(&self, column: usize) -> Option<usize> {
        let composed = self.sheet.composed.get(column.checked_sub(COMPOSED)?)?;
        composed.partial.get(self.index.checked_sub(1)?).copied().flatten()
    }

    /// The cell in a column, from 0; beyond the record's end it is empty, at the end of the record.
    pub fn cell(&self, column: usize) -> Cell<'s> {
        let (column, found) = match self.composed(column) {
            Some((first, field)) => (first, Some(field)),
            None if column < self.start.count => (column, self.sheet.fields.get(self.start.first + column)),
            None => (column, None),
        };
        let (text, line, character) = match found {
            Some(field) => (self.sheet.text_of(field), field.line, field.column),
            None => ("", self.start.end.0, self.start.end.1),
        };
        Cell {
            text,
            file: &self.sheet.file,
            origin: self.sheet.origin,
            decimal_comma: self.sheet.delimiter == b';',
            place: Place {
                line,
                column: character,
                cell: Some(CellName { row: self.start.row, column: u32::try_from(column).unwrap_or(u32::MAX) }),
            },
        }
    }

    /// All its cells.
    pub fn cells(self) -> impl Iterator<Item = Cell<'s>> {
        (0..self.start.count).map(move |column| self.cell(column))
    }
}

/// One cell: its trimmed text and its place.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'s> {
    /// The text without the white space around it.
    pub text: &'s str,
    /// The file's name as the user typed it.
    pub file: &'s str,
    /// Whether the file is the user's.
    pub origin: Origin,
    /// Where the cell begins.
    pub place: Place,
    /// The file separates cells by semicolons, as a spreadsheet does where numbers have a comma.
    pub decimal_comma: bool,
}

impl Cell<'_> {
    /// The cell's line and name, for a second place in a finding about a file: `line 9 (cell A9)`,
    /// with its own file if that is another one.
    pub(crate) fn seen_from(&self, origin: Origin) -> String {
        let cell = self.place.cell.map(|cell| format!(" (cell {cell})")).unwrap_or_default();
        let of = if self.origin == origin { String::new() } else { format!(" of {}", self.file) };
        format!("line {}{cell}{of}", self.place.line)
    }
}
