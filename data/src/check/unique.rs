//! Codes and names, each of which may occur only once, and the cell in which each is.

use crate::code::Code;
use crate::index::Index;
use crate::refusal::NoName;
use crate::sheet::Cell;

/// What was seen so far.
pub(super) struct Unique<'s> {
    codes: Index<'static>,
    names: Index<'static>,
    /// The cells of both, where the indexes lead.
    cells: Vec<Cell<'s>>,
}

impl<'s> Unique<'s> {
    pub(super) fn with_capacity(rows: usize) -> Self {
        let (codes, names) = (Index::with_capacity(rows), Index::with_capacity(rows));
        Self { codes, names, cells: Vec::with_capacity(2 * rows) }
    }

    /// Whether no row has a code.
    pub(super) fn has_no_codes(&self) -> bool {
        self.codes.is_empty()
    }

    /// Notes a code; if another row has it, answers where.
    pub(super) fn code(&mut self, code: &Code, cell: Cell<'s>) -> Option<Cell<'s>> {
        let first = self.codes.insert(code.clone(), self.cells.len());
        self.note(first, cell)
    }

    /// The cell of what was there before, or else the place for a new one.
    fn note(&mut self, first: Option<usize>, cell: Cell<'s>) -> Option<Cell<'s>> {
        match first {
            Some(first) => self.cells.get(first).copied(),
            None => {
                self.cells.push(cell);
                None
            }
        }
    }

    /// Notes a variant's name, unless another row has it: the cell to blame is the user's own, if one of the two is.
    pub(super) fn name(&mut self, name: &str, cell: Cell<'s>) -> Result<(), (Cell<'s>, NoName)> {
        let first = self.names.insert(name.to_owned(), self.cells.len());
        let Some(first) = self.note(first, cell) else { return Ok(()) };
        let (here, there) = if !cell.origin.is_own() && first.origin.is_own() { (first, cell) } else { (cell, first) };
        let place = there.seen_from(here.origin);
        let (name, there) = (name.to_owned(), there.text.to_owned());
        Err((here, NoName::Taken { name, there, place }))
    }

    /// The cell from which a variant has its name.
    pub(super) fn named(&self, name: &str) -> Option<&Cell<'s>> {
        self.cells.get(self.names.get(name)?)
    }
}
