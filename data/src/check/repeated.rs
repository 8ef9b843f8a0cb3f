//! Codes that more than one row has: an error, many of the same error, or a second name for one code.

use super::{Check, Reported};
use crate::code::{Code, CodeType};
use crate::name::quote;
use crate::role::Role;
use crate::schema::BoundRow;
use crate::sheet::Cell;

/// A row whose code another row has.
pub(super) struct Repeated<'s> {
    cell: Cell<'s>,
    first: Cell<'s>,
    /// Both rows have a name, and the names differ.
    has_other_name: bool,
}

/// A phrase or a name that a later row gives an earlier one.
#[derive(Clone, Copy)]
pub(super) struct LaterName<'s> {
    /// The index of the earlier row.
    pub(super) row: usize,
    pub(super) cell: Cell<'s>,
    /// The cell is a list of aliases, not one phrase.
    pub(super) is_list: bool,
}

impl<'c, 's> Check<'c, 's> {
    /// A row whose code was on `first`: with `duplicates = "alias"` it gives that row its names.
    pub(super) fn repeated(&mut self, row: &'c BoundRow<'s>, code: &Code, cell: Cell<'s>, first: Cell<'s>) {
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
                self.repeated.push(Repeated { cell, first, has_other_name: false });
            }
            return;
        };
        if self.wanted.duplicates.is_none() {
            let is_other = |role: Role| {
                let (here, there) = (self.bound.text(row, role), self.bound.text(source, role));
                !here.is_empty() && !there.is_empty() && here != there
            };
            let has_other_name = is_other(Role::Name) || is_other(Role::Reason);
            self.repeated.push(Repeated { cell, first, has_other_name });
            return;
        }
        if self.loses_nothing(row, source, cell, first).is_ok() {
            self.later_names.extend(names.into_iter().map(|cell| LaterName { row: index, cell, is_list: false }));
            let aliases = self.bound.cell(row, Role::Aliases);
            self.later_names.extend(aliases.map(|cell| LaterName { row: index, cell, is_list: true }));
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
        let message = format!(
            "code {} is already used on {}, and this cell says something else, which would be lost as the row becomes an \
             alias; write the same in both rows",
            self.quote_code(code.text),
            first.seen_from(code.origin)
        );
        self.finding(lost, message);
        Err(Reported)
    }

    /// Reports the repeated codes.
    pub(super) fn report_repeated(&mut self) {
        let repeated = std::mem::take(&mut self.repeated);
        let (count, rows) = (repeated.len(), self.bound.rows.len());
        if let Some(first) = repeated.first().filter(|_| count > 3 && count * 2 > rows) {
            let header = self.bound.role_header(Role::Code).map_or("", |header| header.text);
            let better = self.most_distinct();
            let hint = match better {
                Some((header, distinct)) => format!(" {} has {distinct} different cells", quote(header)),
                None => String::new(),
            };
            let message = format!("{count} of {rows} rows repeat a code; is {} the code?{hint}", quote(header));
            self.finding(first.cell, message);
            return;
        }
        for Repeated { cell, first, has_other_name } in repeated {
            let fix = if has_other_name {
                "; if both names are right, write one in a column \"aliases\", or add duplicates = \"alias\""
            } else {
                ""
            };
            let place = first.seen_from(cell.origin);
            self.finding(cell, format!("code {} is already used on {place}{fix}", self.quote_code(cell.text)));
        }
    }

    /// The column with the most different cells, if it is another one than the code's.
    fn most_distinct(&self) -> Option<(&'s str, usize)> {
        let header = self.bound.own.sheet.header()?;
        let mut best: Option<(&'s str, usize)> = None;
        for (column, cell) in header.cells().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            let texts: std::collections::HashSet<&str> = self
                .bound
                .own
                .sheet
                .records()
                .map(|record| record.text(column))
                .filter(|text| !text.is_empty())
                .collect();
            if best.is_none_or(|(_, most)| texts.len() > most) {
                best = Some((cell.text, texts.len()));
            }
        }
        let code = self.bound.role_header(Role::Code)?.text;
        best.filter(|(header, _)| *header != code)
    }

    /// A code as it is in its cell: a number as it is, a text in quotes.
    pub(super) fn quote_code(&self, text: &str) -> String {
        match self.wanted.code {
            CodeType::Int(_) => text.to_owned(),
            CodeType::Text => quote(text),
        }
    }

    /// The index of the good row with a code. Asked for repeated codes only, of which most tables have none.
    fn place_of(&mut self, code: &Code) -> Option<usize> {
        let places = self.places.get_or_insert_with(|| {
            self.rows.iter().enumerate().map(|(index, row)| (row.code.clone(), index)).collect()
        });
        places.get(code).copied()
    }
}
