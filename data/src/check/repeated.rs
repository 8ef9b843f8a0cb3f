//! Codes that more than one row has: an error, many of the same error, or a second name for one code.

use std::collections::HashSet;

use super::{Check, Reported};
use crate::code::{Code, CodeType};
use crate::name::{listed, quote};
use crate::refusal::Fault;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::BoundRow;
use crate::sheet::{Cell, Record};
use crate::wanted::Duplicates;

/// A row whose code another row has.
pub(super) struct Repeated<'s> {
    cell: Cell<'s>,
    first: Cell<'s>,
    /// Both rows have a name, and the names differ.
    has_other_name: bool,
    /// All cells of both rows are the same.
    is_copy: bool,
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

/// Whether no two rows have the same cells in these columns.
fn are_apart(records: &[Record<'_>], columns: &[usize]) -> bool {
    let mut seen: HashSet<Vec<&str>> = HashSet::new();
    for record in records {
        let mut cells = Vec::with_capacity(columns.len());
        for column in columns {
            cells.push(record.text(*column));
        }
        if !seen.insert(cells) {
            return false;
        }
    }
    true
}

/// `A-1`, as a template of these headers and the code's would make it.
fn joined(record: &Record<'_>, apart: &[(usize, &str)], code: usize) -> String {
    let mut joined = String::new();
    for (column, _) in apart {
        joined.push_str(record.text(*column));
        joined.push('-');
    }
    joined + record.text(code)
}

impl<'c, 's> Check<'c, 's> {
    /// A row whose code was on `first`: with `duplicates = "alias"` it gives that row its names.
    pub(super) fn repeated(&mut self, row: &'c BoundRow<'s>, code: &Code, cell: Cell<'s>, first: Cell<'s>) {
        if self.wanted.duplicates == Some(Duplicates::First) {
            self.later.push(self.at);
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
                self.repeated.push(Repeated { cell, first, has_other_name: false, is_copy: false });
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
            self.repeated.push(Repeated { cell, first, has_other_name, is_copy });
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
        let message = format!(
            "code {} is already used on {}, and this cell says something else, which would be lost as the row becomes an \
             alias; write the same in both rows",
            self.quote_code(code.text),
            first.seen_from(code.origin)
        );
        let help = "duplicates = \"first\" takes what the first row says";
        self.refuse(lost, Fault::with_help(Rule::LaterRow, message, help));
        Err(Reported)
    }

    /// Reports the repeated codes.
    pub(super) fn report_repeated(&mut self) {
        let repeated = std::mem::take(&mut self.repeated);
        let (count, rows) = (repeated.len(), self.bound.rows.len());
        if let Some(first) = repeated.first().filter(|_| count > 3 && count * 2 > rows) {
            let header = quote(self.bound.role_header(Role::Code).map_or("", |header| header.text));
            let repeat = format!("{count} of {rows} rows repeat a code; is {header} the code?");
            let better = |(better, distinct): (&str, usize)| {
                let message = format!("{repeat} {} has {distinct} different cells", quote(better));
                Fault::of(Rule::DuplicateCode, message)
            };
            let known = self.of_its_own(false).map(better);
            let known = known.or_else(|| self.several_tables());
            let fault = known.or_else(|| self.of_its_own(true).map(better)).unwrap_or_else(|| {
                let help = "if it is, duplicates = \"first\" lets the first row of each code count";
                Fault::with_help(Rule::DuplicateCode, repeat.clone(), help)
            });
            self.refuse(first.cell, fault);
            return;
        }
        if let Some(first) = repeated.first().filter(|_| count > 3) {
            let cell = first.cell;
            if let Some(fault) = self.several_tables() {
                self.refuse(cell, fault);
                return;
            }
        }
        for Repeated { cell, first, has_other_name, is_copy } in repeated {
            if let (true, Some(here), Some(there)) = (is_copy, cell.place.cell, first.place.cell) {
                let message = format!("row {} is a copy of row {}; take it out", here.row, there.row);
                self.finding(Rule::CopiedRow, cell, message);
                continue;
            }
            let place = first.seen_from(cell.origin);
            let message = format!("code {} is already used on {place}", self.quote_code(cell.text));
            let fault = if has_other_name {
                let message = message + "; if both names are right, write one in a column \"aliases\"";
                let help = "duplicates = \"alias\" makes aliases of the later row's names, where it says nothing else; \
                            duplicates = \"first\" lets the first row count";
                Fault::with_help(Rule::DuplicateCode, message, help)
            } else {
                Fault::of(Rule::DuplicateCode, message)
            };
            self.refuse(cell, fault);
        }
    }

    /// Whether a column is one of texts, of which each row may well have its own.
    fn is_text(&self, column: usize) -> bool {
        [Role::Code, Role::Name, Role::Reason, Role::Definition, Role::Tips, Role::Aliases]
            .iter()
            .any(|role| self.bound.own.role(*role) == Some(column))
    }

    /// A column that has a code of its own in each row, which the code's has not: of texts or of others.
    fn of_its_own(&self, is_text: bool) -> Option<(&'s str, usize)> {
        let header = self.bound.own.sheet.header()?;
        for (column, cell) in header.cells().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            if self.is_text(column) != is_text {
                continue;
            }
            let (mut texts, mut rows) = (HashSet::new(), 0);
            for record in self.own_records() {
                rows += usize::from(!record.text(column).is_empty() && texts.insert(record.text(column)));
            }
            if rows > 0 && rows == self.own_records().count() {
                return Some((cell.text, rows));
            }
        }
        None
    }

    /// That the file has several tables, if one or two columns tell them apart: what is proposed has been tried.
    fn several_tables(&self) -> Option<Fault> {
        let code = self.bound.own.role(Role::Code)?;
        let header = self.bound.own.sheet.header()?;
        let records: Vec<Record<'s>> = self.own_records().collect();
        // Names of tables repeat, and every row has one.
        let mut columns = Vec::new();
        for (column, cell) in header.cells().enumerate() {
            if self.is_text(column) || cell.text.is_empty() {
                continue;
            }
            let mut values: HashSet<&str> = HashSet::new();
            let is_filled = records.iter().all(|record| {
                values.insert(record.text(column));
                !record.text(column).is_empty()
            });
            if is_filled && values.len() > 1 && values.len() * 2 <= records.len() {
                columns.push((column, cell.text));
            }
        }
        let mut apart: Option<Vec<(usize, &'s str)>> = None;
        for one in &columns {
            if apart.is_none() && are_apart(&records, &[one.0, code]) {
                apart = Some(vec![*one]);
            }
        }
        for (index, one) in columns.iter().enumerate() {
            for other in columns.iter().skip(index + 1) {
                if apart.is_none() && are_apart(&records, &[one.0, other.0, code]) {
                    apart = Some(vec![*one, *other]);
                }
            }
        }
        let apart = apart?;
        let first = records.first()?;
        let (mut named, mut picks, mut template) = (Vec::new(), Vec::new(), String::new());
        for (column, header) in &apart {
            named.push(quote(header));
            picks.push(format!("{} = {}", quote(header), quote(first.text(*column))));
            template = format!("{template}{{{header}}}-");
        }
        let (tell, them) = if named.len() == 1 { ("tells", "it") } else { ("tell", "them") };
        let message = format!(
            "no column has a code of its own in each row: several tables in one file? {} {tell} them apart",
            listed(&named, "and")
        );
        let mut help = format!("for a table of one of them write only({})", picks.join(", "));
        let joined: HashSet<String> = records.iter().map(|record| joined(record, &apart, code)).collect();
        // Braces in a header would be others in a template.
        if joined.len() == records.len() && self.wanted.code == CodeType::Text && !template.contains("{{") {
            let header = header.text(code);
            help = format!("{help}; for codes with {them} in front, code = \"{template}{{{header}}}\"");
        }
        Some(Fault::with_help(Rule::SeveralTables, message, &help))
    }

    /// The user's rows.
    fn own_records(&self) -> impl Iterator<Item = Record<'s>> + '_ {
        self.bound.rows.iter().filter_map(|row| row.own)
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
