//! Cells as a person sees them, and the clean CSV that is made of them.

use super::{Imported, Lost};

/// A table as its file has it. Rows and columns are counted from 0 here, and know what they are called there.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// What the file calls it; may be empty.
    pub(super) name: String,
    /// A sheet that a person does not see.
    pub(super) is_hidden: bool,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) origin: Origin,
    /// Regions that are one cell for a person.
    pub(super) merged: Vec<Region>,
    pub(super) said: Said,
}

/// Where rows and columns are in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The number of each row, from 1: that of a workbook's row, else of a line; empty if there are no such places.
    pub(crate) rows: Vec<u32>,
    /// The number of each column, from 0, where they have letters.
    pub(crate) columns: Option<Vec<u32>>,
}

impl Origin {
    /// What a person calls a cell: `C14`, or `line 14`.
    pub(super) fn place(&self, row: usize, column: usize) -> String {
        let number = self.rows.get(row).copied();
        match (number, self.columns.as_ref().and_then(|columns| columns.get(column))) {
            (Some(row), Some(column)) => {
                format!("cell {}", status_docs_data::finding::CellName { row, column: *column })
            }
            (Some(row), None) => format!("line {row}"),
            (None, _) => format!("row {}", row + 1),
        }
    }
}

/// In rows and columns of the grid, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

/// What is said about an import.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// Each kind of change, and where.
    changed: Vec<(String, Vec<String>)>,
    pub(super) lost: Vec<Lost>,
}

/// So many places of one change are named.
const NAMED: usize = 5;

impl Said {
    pub(super) fn change(&mut self, what: &str, place: String) {
        match self.changed.iter_mut().find(|(known, _)| known == what) {
            Some((_, places)) => {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            None => self.changed.push((what.to_owned(), vec![place])),
        }
    }

    /// A change that has no place of its own.
    pub(super) fn change_whole(&mut self, what: String) {
        self.changed.push((what, Vec::new()));
    }

    pub(super) fn lose(&mut self, place: String, message: impl Into<String>) {
        self.lost.push(Lost { place, message: message.into() });
    }

    fn lines(self) -> (Vec<String>, Vec<Lost>) {
        let mut lines = Vec::new();
        for (what, places) in self.changed {
            let count = places.len();
            let named: Vec<&str> = places.iter().take(NAMED).map(String::as_str).collect();
            let more = count.saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            // One word for all of them: cells B4, B7.
            let shared = ["cell ", "line ", "column ", "row "]
                .into_iter()
                .find(|word| named.iter().all(|place| place.starts_with(word)));
            let listed = match shared.filter(|_| count > 1) {
                Some(word) => {
                    let rest: Vec<&str> = named.iter().filter_map(|place| place.strip_prefix(word)).collect();
                    format!("{}s {}", word.trim_end(), rest.join(", "))
                }
                None => named.join(", "),
            };
            lines.push(if listed.is_empty() { what } else { format!("{what}: {listed}{more}") });
        }
        (lines, self.lost)
    }
}

impl Grid {
    /// `Faults (41 rows)`
    pub(super) fn listed(&self) -> String {
        let count = self.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).count().saturating_sub(1);
        let name = if self.name.is_empty() { "(no name)" } else { &self.name };
        let rows = if count == 1 { "row" } else { "rows" };
        format!("{name} ({count} {rows})")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.iter().flatten().all(|cell| cell.trim().is_empty())
    }

    /// The CSV. `header_line` is the number of the header's row in the file.
    pub(super) fn finish(mut self, header_line: Option<u32>) -> Result<Imported, String> {
        self.clean();
        if self.is_empty() {
            return Err("there is nothing in it".to_owned());
        }
        let header = self.header(header_line)?;
        self.drop_above(header);
        self.fill_merged();
        self.trim();
        let rows = self.rows.iter().skip(1).filter(|row| row.iter().any(|cell| !cell.is_empty())).count();
        let text = self.written()?;
        let (changed, lost) = self.said.lines();
        Ok(Imported { text, table: self.name, rows, changed, lost, origin: self.origin })
    }

    /// Blanks at the ends of cells go; line ends are line feeds.
    fn clean(&mut self) {
        for row in 0..self.rows.len() {
            for column in 0..self.rows.get(row).map_or(0, Vec::len) {
                let Some(cell) = self.rows.get_mut(row).and_then(|row| row.get_mut(column)) else { continue };
                if cell.contains('\r') {
                    *cell = cell.replace("\r\n", "\n").replace('\r', "\n");
                }
                let trimmed = cell.trim();
                if trimmed.len() == cell.len() {
                    continue;
                }
                let trimmed = trimmed.to_owned();
                *cell = trimmed;
                self.said.change("blanks at the ends of a text are left out", self.origin.place(row, column));
            }
        }
    }

    fn filled(row: &[String]) -> usize {
        row.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The index of the header: the first row with several cells, if any row has several. What is above it is a title.
    fn header(&self, line: Option<u32>) -> Result<usize, String> {
        if let Some(line) = line {
            let index = self.origin.rows.iter().position(|number| *number == line);
            let index = index.filter(|index| self.rows.get(*index).is_some_and(|row| Self::filled(row) > 0));
            return index.ok_or_else(|| format!("row {line} has no cell, so the header is not there"));
        }
        let first = |least: usize| self.rows.iter().position(|row| Self::filled(row) >= least);
        Ok(first(2).or_else(|| first(1)).unwrap_or_default())
    }

    fn drop_above(&mut self, header: usize) {
        for index in 0..header {
            let text = self.rows.get(index).into_iter().flatten().find(|cell| !cell.is_empty());
            if let Some(text) = text.map(|text| text.lines().next().unwrap_or_default().to_owned()) {
                let number =
                    self.origin.rows.get(index).map_or(index + 1, |row| usize::try_from(*row).unwrap_or(index));
                self.said.change("rows above the header are left out", format!("row {number} ({text:?})"));
            }
        }
        self.rows.drain(..header);
        self.origin.rows.drain(..header.min(self.origin.rows.len()));
        let mut kept = Vec::new();
        for region in &self.merged {
            if region.rows.1 >= header {
                let rows = (region.rows.0.saturating_sub(header), region.rows.1 - header);
                kept.push(Region { rows, ..*region });
            }
        }
        self.merged = kept;
    }

    /// Every cell of a region has its text.
    fn fill_merged(&mut self) {
        for region in std::mem::take(&mut self.merged) {
            let (top, left) = (region.rows.0, region.columns.0);
            let text = self.rows.get(top).and_then(|row| row.get(left)).cloned().unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            for row in top..=region.rows.1.min(self.rows.len().saturating_sub(1)) {
                let Some(cells) = self.rows.get_mut(row) else { continue };
                if cells.len() <= region.columns.1 {
                    cells.resize(region.columns.1 + 1, String::new());
                }
                for cell in cells.iter_mut().take(region.columns.1 + 1).skip(left) {
                    text.clone_into(cell);
                }
            }
            let (first, last) = (self.origin.place(top, left), self.origin.place(region.rows.1, region.columns.1));
            let last = last.rsplit(' ').next().unwrap_or_default().to_owned();
            self.said.change("each cell of a merged region has its text", format!("{first}:{last}"));
        }
    }

    /// No empty row or column around the table, and all rows as wide as the widest.
    fn trim(&mut self) {
        while self.rows.last().is_some_and(|row| Self::filled(row) == 0) {
            self.rows.pop();
        }
        self.origin.rows.truncate(self.rows.len());
        let width = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let is_used = |column: usize| self.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let first = (0..width).find(|column| is_used(*column)).unwrap_or_default();
        let end = (0..width).rev().find(|column| is_used(*column)).map_or(width, |last| last + 1);
        for row in &mut self.rows {
            row.resize(width, String::new());
            row.truncate(end);
            row.drain(..first);
        }
        if let Some(columns) = &mut self.origin.columns {
            columns.truncate(end);
            columns.drain(..first.min(columns.len()));
        }
    }

    fn written(&self) -> Result<String, String> {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        for row in &self.rows {
            writer.write_record(row).map_err(|error| error.to_string())?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }
}
