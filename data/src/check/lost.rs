//! Rows with findings: while the build fails, those whose names can be read stay variants, so that code that names them,
//! or matches all of them, has no error of its own.

use super::Check;
use crate::model::Lost;
use crate::role::Role;
use crate::schema::BoundRow;
use crate::sheet::Cell;
use crate::text;
use crate::trust::Trust;

impl<'c, 's> Check<'c, 's> {
    /// Notes a row that is not kept, if it has a name that is not the cell that was spoilt.
    pub(super) fn lose(&mut self, row: &'c BoundRow<'s>, spoilt: Option<Cell<'s>>) {
        let is_guessed = self.bound.record(row).is_none_or(|record| record.trust() == Trust::Guessed);
        if !self.wanted.needs_names || is_guessed || self.is_later_row {
            return;
        }
        let code_cell = self.bound.cell(row, Role::Code).filter(|cell| !cell.text.is_empty());
        let code = code_cell.as_ref().and_then(|cell| self.wanted.code_in(cell).ok());
        let filled = |role: Role| self.bound.cell(row, role).filter(|cell| !cell.text.is_empty());
        let (name_cell, reason_cell) = (filled(Role::Name), filled(Role::Reason));
        let mut name = None;
        if let Some(cell) = name_cell.or(reason_cell.filter(|_| !self.is_verbatim)) {
            let is_spoilt = spoilt.is_some_and(|spoilt| spoilt.place == cell.place);
            name = self.identifier_of(&cell).ok().filter(|name| !is_spoilt && !self.shared.has(name.as_str()));
        }
        if let (None, Some(code), Some(cell)) = (&name, &code, &code_cell) {
            name = self.after_code(code, cell).ok();
        }
        let Some(name) = name else { return };
        let phrase = reason_cell.or(name_cell).and_then(|cell| text::phrase(cell.text).ok());
        let reason = phrase.map_or_else(|| name.clone(), std::borrow::Cow::into_owned);
        self.lost.push(Lost { name, reason, code });
    }
}
