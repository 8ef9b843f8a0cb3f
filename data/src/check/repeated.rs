//! Codes that more than one row has: an error, many of the same error, or a second name for one code.

use super::{Check, Reported};
use crate::code::Code;
use crate::index::Index;
use crate::refusal::CellFault;
use crate::role::Role;
use crate::schema::BoundRow;
use crate::sheet::{Cell, Record};
use crate::wanted::Duplicates;

/// A row whose code another row has.
pub(crate) struct Repeated<'s> {
    pub(crate) cell: Cell<'s>,
    pub(crate) first: Cell<'s>,
    /// Both rows have a name, and the names differ.
    pub(crate) has_other_name: bool,
    /// All cells of both rows are the same.
    pub(crate) is_copy: bool,
}

/// A phrase or a name that a later row gives an earlier one.
#[derive(Clone, Copy)]
pub(super) struct LaterName<'s> {
    /// The index of the earlier row.
    pub(super) row: usize,
    pub(super) cell: Cell<'s>,
    pub(super) gives: Gives,
}

/// How what a cell gives becomes an alias.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gives {
    /// One phrase.
    Phrase,
    /// A list of aliases.
    List,
    /// One phrase, if it is free: of a later row that does not count.
    Free,
    /// A list of aliases, each if it is free.
    FreeList,
    /// One phrase, if it is free, that only parses: the cell of a row that is named after its code.
    Spare,
}

impl Gives {
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::List | Self::FreeList)
    }

    /// Whether it is dropped without a finding where something else means it.
    pub(super) fn is_free(self) -> bool {
        matches!(self, Self::Free | Self::FreeList | Self::Spare)
    }
}

/// Whether two rows have the same cells.
fn is_copy(here: &Record<'_>, there: &Record<'_>) -> bool {
    for column in 0..here.width().max(there.width()) {
        if here.text(column) != there.text(column) {
            return false;
        }
    }
    true
}

impl<'c, 's> Check<'c, 's> {
    /// A row whose code was on `first`: with `duplicates = "alias"` it gives that row its names.
    pub(super) fn repeated(&mut self, row: &'c BoundRow<'s>, code: &Code, cell: Cell<'s>, first: Cell<'s>) {
        if self.wanted.duplicates == Some(Duplicates::First) {
            self.seen.later.push(self.at);
        }
        let names: Vec<Cell<'s>> = [Role::Name, Role::Reason]
            .into_iter()
            .filter_map(|role| self.bound.cell(row, role))
            .filter(|cell| !cell.text.is_empty())
            .collect();
        let earlier = self.place_of(code);
        let source = earlier.and_then(|index| self.sources.get(index).copied());
        let (Some(index), Some(source)) = (earlier, source) else {
            // The first row has a finding of its own, and is not in the table.
            if self.wanted.duplicates.is_none() {
                self.seen.repeated.push(Repeated { cell, first, has_other_name: false, is_copy: false });
            }
            return;
        };
        if self.wanted.duplicates.is_none() {
            let is_other = |role: Role| {
                let (here, there) = (self.bound.text(row, role), self.bound.text(source, role));
                !here.is_empty() && !there.is_empty() && here != there
            };
            let has_other_name = is_other(Role::Name) || is_other(Role::Reason);
            let is_copy = match (row.own, source.own) {
                (Some(here), Some(there)) => is_copy(&here, &there),
                _ => false,
            };
            self.seen.repeated.push(Repeated { cell, first, has_other_name, is_copy });
            return;
        }
        let is_first = self.wanted.duplicates == Some(Duplicates::First);
        if is_first || self.loses_nothing(row, source, cell, first).is_ok() {
            let (phrase, list) = if is_first { (Gives::Free, Gives::FreeList) } else { (Gives::Phrase, Gives::List) };
            for cell in names {
                self.later_names.push(LaterName { row: index, cell, gives: phrase });
            }
            if let Some(cell) = self.bound.cell(row, Role::Aliases) {
                self.later_names.push(LaterName { row: index, cell, gives: list });
            }
        }
    }

    /// Apart from its names, the later row has to say what the first one says.
    fn loses_nothing(
        &mut self,
        row: &BoundRow<'s>,
        source: &BoundRow<'s>,
        code: Cell<'s>,
        first: Cell<'s>,
    ) -> Result<(), Reported> {
        let roles = Role::ALL
            .into_iter()
            .filter(|role| !matches!(role, Role::Code | Role::Name | Role::Reason | Role::Aliases));
        let of_roles = roles.filter_map(|role| Some((self.bound.cell(row, role)?, self.bound.cell(source, role))));
        let columns = 0..self.wanted.columns.len();
        let of_columns = columns
            .filter_map(|index| Some((self.bound.value_cell(row, index)?, self.bound.value_cell(source, index))));
        let is_lost = |(cell, kept): &(Cell<'s>, Option<Cell<'s>>)| {
            !cell.text.is_empty() && kept.is_none_or(|kept| kept.text != cell.text)
        };
        let Some((lost, _)) = of_roles.chain(of_columns).find(is_lost) else { return Ok(()) };
        let place = first.seen_from(code.origin);
        self.refuse(lost, CellFault::LaterRow { code: code.text.to_owned(), place });
        Err(Reported)
    }

    /// The index of the good row with a code. Asked for repeated codes only, of which most tables have none.
    fn place_of(&mut self, code: &Code) -> Option<usize> {
        let places = self.places.get_or_insert_with(|| {
            let mut places = Index::new();
            for (index, row) in self.rows.iter().enumerate() {
                places.insert(row.code.clone(), index);
            }
            places
        });
        places.get(code)
    }
}
