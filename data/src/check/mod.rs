//! Bound cells → [`Table`]. Accumulates: every row is checked, whatever was found before, and the
//! table is made of the rows that are good.

mod aliases;
mod category;
mod unique;

use crate::model::{Column, Deprecation, Row, Table, Value, ValueType};
use crate::name;
use crate::report::Report;
use crate::schema::{Bound, BoundRow, Role, Wanted};
use crate::sheet::Cell;
use crate::value;

pub use crate::model::Category;
use category::Categories;
use unique::Unique;

/// Checks every row of a bound sheet.
pub fn check(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) -> Table {
    let mut check = Check {
        bound,
        wanted,
        unique: Unique::default(),
        classes: Categories::default(),
        columns: wanted.columns.iter().map(|_| Categories::default()).collect(),
        report,
    };
    check.columns_clash();
    let mut rows: Vec<Row> = bound.rows.iter().filter_map(|row| check.row(row)).collect();
    let Check { unique, classes, columns, report, .. } = check;
    aliases::check(bound, unique, &mut rows, report);
    let column = |(index, categories): (usize, Categories)| Column {
        header: bound.column_header(index).map_or(String::new(), |header| header.text.to_owned()),
        categories: categories.into_vec(),
    };
    Table {
        file: bound.file().to_owned(),
        code: wanted.code,
        roles: Role::ALL.map(|role| Some(bound.role_header(role)?.text.to_owned())),
        rows,
        classes: classes.into_vec(),
        columns: columns.into_iter().enumerate().map(column).collect(),
    }
}

/// What is wrong is in the report already.
struct Reported;

struct Check<'c, 's> {
    bound: &'c Bound<'s>,
    wanted: &'c Wanted,
    unique: Unique<'s>,
    classes: Categories,
    columns: Vec<Categories>,
    report: &'c mut Report,
}

impl<'s> Check<'_, 's> {
    fn finding(&mut self, cell: Cell<'_>, message: impl Into<String>) {
        self.report.at(cell.file, cell.place, message);
    }

    /// Columns become methods: one with the name of another would not compile.
    fn columns_clash(&mut self) {
        const ALWAYS: [&str; 5] = ["code", "name", "reason", "from_code", "from_reason"];
        for (index, column) in self.wanted.columns.iter().enumerate() {
            let is_role = Role::named(&column.name).is_some_and(|role| {
                let is_method = !matches!(role, Role::Aliases | Role::Deprecated);
                is_method && self.bound.role_header(role).is_some()
            });
            let is_twice = self.wanted.columns.iter().take(index).any(|other| other.name == column.name);
            if is_role || is_twice || ALWAYS.contains(&column.name.as_str()) {
                let message = format!(
                    "`{}` is already a method of the enum; give the column another name, and keep its header with = \"…\"",
                    column.name
                );
                self.report.file(self.bound.file(), crate::Subject::Column(index), message);
            }
        }
    }

    /// A row that has all that a row needs; otherwise what is wrong with it is reported.
    fn row(&mut self, bound: &BoundRow<'s>) -> Option<Row> {
        let record = bound.record()?;
        if record.is_damaged() {
            return None;
        }
        let code = self.code(bound);
        let phrase = self.phrase(bound);
        let values = self.values(bound);
        let class = self.class(bound);
        // Only now: all that is wrong with a row is found at once.
        let (code, code_cell) = code?;
        let (reason, name, name_cell) = phrase?;
        let (values, class) = (values?, class.ok()?);
        if let Err(message) = self.unique.code(&code, code_cell) {
            self.finding(code_cell, message);
            return None;
        }
        if let Err(message) = self.unique.name(&name, name_cell) {
            self.finding(name_cell, message);
            return None;
        }
        if self.wanted.is_http && !self.is_http_class(&code, code_cell, bound) {
            return None;
        }
        Some(Row {
            code,
            name,
            reason,
            definition: self.text(bound, Role::Definition).unwrap_or_default(),
            tips: self.text(bound, Role::Tips),
            reference: self.text(bound, Role::Reference),
            class,
            aliases: Vec::new(),
            deprecation: self.text(bound, Role::Deprecated).and_then(|text| deprecation(&text)),
            values,
            file: code_cell.file.to_owned(),
            line: record.line(),
            sheet_row: record.row(),
        })
    }

    fn text(&self, bound: &BoundRow<'s>, role: Role) -> Option<String> {
        let cell = self.bound.cell(bound, role)?;
        (!cell.text.is_empty()).then(|| cell.text.to_owned())
    }

    fn code(&mut self, bound: &BoundRow<'s>) -> Option<(crate::Code, Cell<'s>)> {
        let cell = self.bound.cell(bound, Role::Code)?;
        if cell.text.is_empty() {
            self.finding(cell, "the code is empty; every row needs one");
            return None;
        }
        match value::code(cell.text, self.wanted.code) {
            Ok(code) => Some((code, cell)),
            Err(message) => {
                self.finding(cell, message);
                None
            }
        }
    }

    /// The row's phrase, and its name with the cell that the name comes from.
    fn phrase(&mut self, bound: &BoundRow<'s>) -> Option<(String, String, Cell<'s>)> {
        let name = self.bound.cell(bound, Role::Name);
        let reason = self.bound.cell(bound, Role::Reason);
        let filled = |cell: &Cell<'s>| !cell.text.is_empty();
        let has_name = name.as_ref().is_some_and(filled);
        let Some(source) = name.filter(filled).or(reason.filter(filled)) else {
            let message = match (name, reason) {
                (None, None) => "the row has no phrase; the table needs a column \"reason\" or \"name\"",
                (Some(_), None) => "the name is empty; every row needs one, or a reason phrase in a column of its own",
                _ => "the reason phrase is empty; every row needs one",
            };
            let cell = reason.or(name).or_else(|| self.bound.cell(bound, Role::Code))?;
            // One finding for a column that is not there, not one for each row.
            if name.is_some() || reason.is_some() {
                self.finding(cell, message);
            } else {
                self.report.file(cell.file, crate::Subject::Table, message);
            }
            return None;
        };
        let phrase = reason.filter(filled).unwrap_or(source).text.to_owned();
        match name::pascal(source.text) {
            Ok(name) => Some((phrase, name, source)),
            Err(why) => {
                let fix = if has_name { "write a name of ASCII letters and digits" } else { "add a \"name\" column" };
                self.finding(source, format!("{:?} {why}, so no variant can be named after it; {fix}", source.text));
                None
            }
        }
    }

    fn class(&mut self, bound: &BoundRow<'s>) -> Result<Option<usize>, Reported> {
        if self.wanted.is_http || self.bound.role_header(Role::Class).is_none() {
            return Ok(None);
        }
        let cell = self.bound.cell(bound, Role::Class).ok_or(Reported)?;
        if cell.text.is_empty() {
            self.finding(cell, "the class is empty; every row needs one");
            return Err(Reported);
        }
        match self.classes.index(cell) {
            Ok(index) => Ok(Some(index)),
            Err(message) => {
                self.finding(cell, message);
                Err(Reported)
            }
        }
    }

    /// HTTP's classes are its first digits; a table can neither add one nor move a code.
    fn is_http_class(&mut self, code: &crate::Code, code_cell: Cell<'s>, bound: &BoundRow<'s>) -> bool {
        const CLASSES: [&str; 5] = ["Informational", "Success", "Redirection", "Client Error", "Server Error"];
        let class = match code {
            crate::Code::Int(code @ 100..=599) => usize::try_from(code / 100 - 1).ok().and_then(|i| CLASSES.get(i)),
            _ => None,
        };
        let Some(class) = class else {
            self.finding(code_cell, format!("{code} is no HTTP status code (100 to 599)"));
            return false;
        };
        let cell = self.bound.cell(bound, Role::Class).filter(|cell| !cell.text.is_empty());
        if let Some(cell) = cell.filter(|cell| !cell.text.eq_ignore_ascii_case(class)) {
            self.finding(
                cell,
                format!("the class of {code} is {class:?}, not {:?}; write that or leave the cell empty", cell.text),
            );
        }
        true
    }

    /// The typed columns' values; `None` if a cell names no variant, so that there is no value to stand in.
    fn values(&mut self, bound: &BoundRow<'s>) -> Option<Vec<Value>> {
        let mut values = Some(Vec::with_capacity(self.wanted.columns.len()));
        for (index, column) in self.wanted.columns.iter().enumerate() {
            if self.bound.column_header(index).is_none() {
                // The missing header is a finding already.
                push(&mut values, Some(Value::None).filter(|_| column.value != ValueType::Category || column.optional));
                continue;
            }
            let cell = self.bound.value_cell(bound, index);
            let text = cell.map_or("", |cell| cell.text);
            let result = match (text.is_empty(), column.value) {
                (true, _) if column.optional => Ok(Value::None),
                (true, ValueType::Bool) => Ok(Value::Bool(false)),
                (true, ValueType::Text) => Ok(Value::Text(String::new())),
                (true, _) => Err("the cell is empty; fill it, or make the column an Option<…>".to_owned()),
                (false, ValueType::Category) => match (self.columns.get_mut(index), cell) {
                    (Some(categories), Some(cell)) => categories.index(cell).map(Value::Category),
                    _ => Ok(Value::None),
                },
                (false, kind) => value::value(text, kind, cell.is_some_and(|cell| cell.decimal_comma)),
            };
            match result {
                Ok(value) => push(&mut values, Some(value)),
                Err(message) => {
                    self.value_finding(bound, index, &message);
                    push(&mut values, Some(Value::None).filter(|_| column.value != ValueType::Category));
                }
            }
        }
        values
    }

    fn value_finding(&mut self, bound: &BoundRow<'s>, index: usize, message: &str) {
        let header = self.bound.column_header(index).map_or("", |header| header.text);
        match self.bound.value_cell(bound, index) {
            Some(cell) => self.finding(cell, format!("{message}, in column {header:?}")),
            None => {
                // A row of the base that the overlay does not mention.
                let code = self.bound.cell(bound, Role::Code).map_or("", |cell| cell.text);
                let message = format!(
                    "there is no row for code {code} of the base, so column {header:?} has no cell for it; add the row, or make the column an Option<…>"
                );
                self.report.file(self.bound.file(), crate::Subject::Column(index), message);
            }
        }
    }
}

/// Adds a value, or drops all if there is none to add.
fn push(values: &mut Option<Vec<Value>>, value: Option<Value>) {
    match (values.as_mut(), value) {
        (Some(values), Some(value)) => values.push(value),
        _ => *values = None,
    }
}

fn deprecation(text: &str) -> Option<Deprecation> {
    match value::boolean(text) {
        Some(true) => Some(Deprecation::Plain),
        Some(false) => None,
        None => Some(Deprecation::Note(text.to_owned())),
    }
}

#[cfg(test)]
mod tests;
