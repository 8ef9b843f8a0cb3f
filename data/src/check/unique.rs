//! Codes and names, each of which may occur only once, and the cell in which each is.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::hash::FastHash;
use crate::code::Code;
use crate::refusal::NoName;
use crate::sheet::Cell;

/// What was seen so far.
pub(super) struct Unique<'s> {
    codes: HashMap<Code, Cell<'s>, FastHash>,
    names: HashMap<String, Cell<'s>, FastHash>,
}

impl<'s> Unique<'s> {
    pub(super) fn with_capacity(rows: usize) -> Self {
        let (codes, names) = (
            HashMap::with_capacity_and_hasher(rows, FastHash::default()),
            HashMap::with_capacity_and_hasher(rows, FastHash::default()),
        );
        Self { codes, names }
    }

    /// Whether no row has a code.
    pub(super) fn has_no_codes(&self) -> bool {
        self.codes.is_empty()
    }

    /// Notes a code; if another row has it, answers where.
    pub(super) fn code(&mut self, code: &Code, cell: Cell<'s>) -> Option<Cell<'s>> {
        match self.codes.entry(code.clone()) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(cell);
                None
            }
        }
    }

    /// Notes a variant's name, unless another row has it: the cell to blame is the user's own, if one of the two is.
    pub(super) fn name(&mut self, name: &str, cell: Cell<'s>) -> Result<(), (Cell<'s>, NoName)> {
        let first = match self.names.entry(name.to_owned()) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(free) => {
                free.insert(cell);
                return Ok(());
            }
        };
        let (here, there) = if !cell.origin.is_own() && first.origin.is_own() { (first, cell) } else { (cell, first) };
        let place = there.seen_from(here.origin);
        let (name, there) = (name.to_owned(), there.text.to_owned());
        Err((here, NoName::Taken { name, there, place }))
    }

    /// The cell from which a variant has its name.
    pub(super) fn named(&self, name: &str) -> Option<&Cell<'s>> {
        self.names.get(name)
    }
}
