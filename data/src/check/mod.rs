//! Bound cells → [`Table`]. Accumulates: every row is checked, whatever was found before, and the
//! table is made of the rows that are good.

mod aliases;
mod category;
mod hash;
mod row;
mod unique;

use crate::code::Code;
use crate::model::{Column, Row, Table};
use crate::notation::{self, Notation};
use crate::reference::Origin;
use crate::report::{Report, Subject};
use crate::role::Role;
use crate::schema::Bound;
use crate::sheet::Cell;
use crate::wanted::Wanted;
use category::Categories;
use unique::Unique;

/// Checks every row of a bound sheet.
pub(crate) fn check(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) -> Table {
    let mut check = Check {
        bound,
        wanted,
        unique: Unique::with_capacity(bound.rows.len()),
        notation: notation::Seen::new(),
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
    let Check { unique, notation, classes, columns, report, .. } = check;
    aliases::check(bound, &unique, &sources, &mut rows, report);
    let columns = columns_of(bound, wanted, &clashing, columns, report);
    drop_values(&mut rows, &clashing);
    Table {
        file: bound.file().to_owned(),
        origin: bound.origin(),
        reference: wanted.reference(),
        code: wanted.code,
        notation: notation.notation(wanted.code, wanted.notation),
        link: wanted.link.clone(),
        roles: Role::ALL.map(|role| Some(bound.role_header(role)?.text.to_owned())),
        rows,
        classes: classes.finish(None, report),
        columns,
    }
}

/// The typed columns without those that cannot become a method.
fn columns_of(
    bound: &Bound<'_>,
    wanted: &Wanted,
    clashing: &[usize],
    categories: Vec<Categories<'_>>,
    report: &mut Report,
) -> Vec<Column> {
    let mut columns = Vec::new();
    for (index, (column, categories)) in wanted.columns.iter().zip(categories).enumerate() {
        let header = bound.column_header(index).map_or("", |header| header.text);
        let categories = categories.finish(Some(header), report);
        if !clashing.contains(&index) {
            columns.push(Column {
                name: column.name.clone(),
                header: header.to_owned(),
                kind: column.kind.clone(),
                optional: column.optional,
                categories,
                wanted: index,
            });
        }
    }
    columns
}

fn drop_values(rows: &mut [Row], clashing: &[usize]) {
    if clashing.is_empty() {
        return;
    }
    for row in rows {
        let mut index = 0;
        row.values.retain(|_| {
            index += 1;
            !clashing.contains(&(index - 1))
        });
    }
}

/// A table without rows that has all roles and all columns, but for those that are looked for on request.
pub(crate) fn empty(file: &str, origin: Origin, wanted: &Wanted) -> Table {
    let is_column = |role: Role| wanted.columns.iter().any(|column| column.name == role.as_str());
    let is_there = |role: &Role| !role.is_on_request() || wanted.asked.contains(role) || wanted.is_mapped(*role);
    let column = |(index, column): (usize, &crate::wanted::WantedColumn)| Column {
        name: column.name.clone(),
        header: String::new(),
        kind: column.kind.clone(),
        optional: column.optional,
        categories: Vec::new(),
        wanted: index,
    };
    Table {
        file: file.to_owned(),
        origin,
        reference: wanted.reference(),
        code: wanted.code,
        notation: Notation::Decimal,
        link: wanted.link.clone(),
        roles: Role::ALL.map(|role| (is_there(&role) && !is_column(role)).then(|| role.to_string())),
        rows: Vec::new(),
        classes: Vec::new(),
        columns: wanted.columns.iter().enumerate().map(column).collect(),
    }
}

/// What is wrong is in the report already.
struct Reported;

struct Check<'c, 's> {
    bound: &'c Bound<'s>,
    wanted: &'c Wanted,
    unique: Unique<'s>,
    notation: notation::Seen,
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
        let mut clashing = Vec::new();
        for (index, column) in self.wanted.columns.iter().enumerate() {
            let is_taken = self
                .wanted
                .taken
                .iter()
                .any(|(name, role)| *name == column.name && role.is_none_or(|role| self.bound.has_role(role)));
            let is_twice = self.wanted.columns.iter().take(index).any(|other| other.name == column.name);
            if is_taken || is_twice {
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
        let is_known = [Role::Name, Role::Reason].into_iter().any(|role| is_there(role) || self.wanted.is_mapped(role));
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
