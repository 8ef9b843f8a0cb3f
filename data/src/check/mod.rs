//! Bound cells → [`Table`]. Accumulates: every row is checked, whatever was found before, and the
//! table is made of the rows that are good.

mod aliases;
mod category;
mod hash;
mod row;
mod unique;

use crate::model::{Code, CodeType, Column, Row, Table};
use crate::report::{Report, Subject};
use crate::schema::{Bound, Role, Wanted};
use crate::sheet::Cell;

pub use crate::model::Category;
use category::Categories;
use unique::Unique;

/// Checks every row of a bound sheet.
pub fn check(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) -> Table {
    if wanted.is_http && !matches!(wanted.code, CodeType::Int(int) if int.max() >= 599) {
        let message = format!("{} cannot hold HTTP's codes (100 to 599); write u16", wanted.code);
        report.file(bound.file(), Subject::Table, message);
        return Table::empty(bound.file(), wanted);
    }
    let mut check = Check {
        bound,
        wanted,
        unique: Unique::with_capacity(bound.rows.len()),
        classes: Categories::default(),
        columns: wanted.columns.iter().map(|_| Categories::default()).collect(),
        uncovered: vec![Vec::new(); wanted.columns.len()],
        report,
    };
    let clashing = check.columns_clash();
    check.has_phrase();
    let mut rows: Vec<Row> = Vec::with_capacity(bound.rows.len());
    let mut sources = Vec::with_capacity(bound.rows.len());
    for source in &bound.rows {
        if let Some(row) = check.row(source) {
            rows.push(row);
            sources.push(source);
        }
    }
    check.uncovered();
    let Check { unique, classes, columns, report, .. } = check;
    aliases::check(bound, &unique, &sources, &mut rows, report);
    let columns = columns.into_iter().enumerate().map(|(index, categories)| {
        let header = bound.column_header(index).map_or("", |header| header.text);
        Column {
            header: header.to_owned(),
            categories: categories.finish(Some(header), report),
            is_clashing: clashing.contains(&index),
        }
    });
    let columns = columns.collect();
    Table {
        file: bound.file().to_owned(),
        code: wanted.code,
        roles: Role::ALL.map(|role| Some(bound.role_header(role)?.text.to_owned())),
        rows,
        classes: classes.finish(None, report),
        columns,
    }
}

/// What is wrong is in the report already.
struct Reported;

struct Check<'c, 's> {
    bound: &'c Bound<'s>,
    wanted: &'c Wanted,
    unique: Unique<'s>,
    classes: Categories<'s>,
    columns: Vec<Categories<'s>>,
    /// For each typed column the codes of the base for which it has no cell.
    uncovered: Vec<Vec<Code>>,
    report: &'c mut Report,
}

impl Check<'_, '_> {
    fn finding(&mut self, cell: Cell<'_>, message: impl Into<String>) {
        self.report.at(cell.file, cell.place, message);
    }

    /// Columns become methods: one with the name of another would not compile.
    fn columns_clash(&mut self) -> Vec<usize> {
        const ALWAYS: [&str; 5] = ["code", "name", "reason", "from_code", "from_reason"];
        let mut clashing = Vec::new();
        for (index, column) in self.wanted.columns.iter().enumerate() {
            let is_role = Role::named(&column.name).is_some_and(|role| match role {
                Role::Aliases | Role::Deprecated => false,
                Role::Class if self.wanted.is_http => true,
                role => self.bound.has_role(role),
            });
            let is_twice = self.wanted.columns.iter().take(index).any(|other| other.name == column.name);
            if is_role || is_twice || ALWAYS.contains(&column.name.as_str()) {
                let message = format!(
                    "`{}` is already a method of the enum; give the column another name, and keep its header with = \"…\"",
                    column.name
                );
                self.report.file(self.bound.file(), Subject::Column(index), message);
                clashing.push(index);
            }
        }
        clashing
    }

    /// One finding for a column that is not there, not one for each row.
    fn has_phrase(&mut self) {
        let is_there = |role| self.bound.has_role(role);
        let is_mapped = |role| self.wanted.roles.iter().any(|(mapped, _)| *mapped == role);
        let is_known = [Role::Name, Role::Reason].into_iter().any(|role| is_there(role) || is_mapped(role));
        if !is_known && !self.bound.is_header_damaged() {
            self.report.file(self.bound.file(), Subject::Table, self.bound.no_phrase(self.wanted));
        }
    }

    /// One finding for each typed column that rows of the base have no cell for.
    fn uncovered(&mut self) {
        const SHOWN: usize = 5;
        for (index, codes) in self.uncovered.iter().enumerate().filter(|(_, codes)| !codes.is_empty()) {
            let header = self.bound.column_header(index).map_or("", |header| header.text);
            let mut shown: Vec<String> = codes.iter().take(SHOWN).map(Code::quoted).collect();
            if codes.len() > SHOWN {
                shown.push(format!("and {} more", codes.len() - SHOWN));
            }
            let message = format!(
                "column {header:?} has no cell for codes that only the base has ({}); add a row for each, or make the \
                 column an Option<…>",
                shown.join(", ")
            );
            self.report.file(self.bound.file(), Subject::Column(index), message);
        }
    }
}

#[cfg(test)]
mod alias_tests;
#[cfg(test)]
mod column_tests;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod tests;
