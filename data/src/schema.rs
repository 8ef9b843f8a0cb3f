//! Which column is what: headers → roles and typed columns.

mod headers;
mod role;

use crate::model::{CodeType, ValueType};
use crate::report::{Report, Subject};
use crate::sheet::{Cell, Record, Sheet};
use headers::Headers;
pub use role::Role;

/// A column that the user typed.
#[derive(Clone, Debug)]
pub struct WantedColumn {
    /// The name of its method.
    pub name: String,
    /// The header it was mapped to; without one its name is looked for.
    pub header: Option<String>,
    /// What its cells are.
    pub value: ValueType,
    /// Whether an empty cell is `None`.
    pub optional: bool,
}

/// What the user wants of a table.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What the codes are.
    pub code: CodeType,
    /// Roles with the headers they were mapped to.
    pub roles: Vec<(Role, String)>,
    /// Further columns.
    pub columns: Vec<WantedColumn>,
    /// The rows are HTTP's: their class follows from the code.
    pub is_http: bool,
    /// There is a table's body, in which the user can say which column is what; a derive has none.
    pub has_body: bool,
}

impl Wanted {
    /// All roles by their headers.
    pub fn by_headers(code: CodeType) -> Self {
        Self { code, roles: Vec::new(), columns: Vec::new(), is_http: false, has_body: true }
    }

    /// What the embedded HTTP reference has.
    pub fn http() -> Self {
        let int = crate::model::IntType { signed: false, bits: 16 };
        Self { is_http: true, ..Self::by_headers(CodeType::Int(int)) }
    }
}

/// One sheet, and which of its columns is what.
#[derive(Clone, Debug)]
pub(crate) struct Binding<'s> {
    pub(crate) sheet: &'s Sheet,
    pub(crate) roles: [Option<usize>; Role::COUNT],
    pub(crate) columns: Vec<Option<usize>>,
}

impl<'s> Binding<'s> {
    fn role(&self, role: Role) -> Option<usize> {
        self.roles.get(role as usize).copied().flatten()
    }

    fn header(&self, column: usize) -> Option<Cell<'s>> {
        Some(self.sheet.header()?.cell(column))
    }
}

/// A row of one sheet, or of a base with an overlay's row over it.
#[derive(Clone, Copy, Debug)]
pub struct BoundRow<'s> {
    pub(crate) own: Option<Record<'s>>,
    pub(crate) base: Option<Record<'s>>,
}

impl<'s> BoundRow<'s> {
    /// The record that the user wrote, or that of the base.
    pub(crate) fn record(&self) -> Option<Record<'s>> {
        self.own.or(self.base)
    }
}

/// Rows whose cells can be asked for by role and by typed column.
#[derive(Clone, Debug)]
pub struct Bound<'s> {
    pub(crate) own: Binding<'s>,
    pub(crate) base: Option<Binding<'s>>,
    pub(crate) rows: Vec<BoundRow<'s>>,
}

impl<'s> Bound<'s> {
    /// The file that the user named.
    pub(crate) fn file(&self) -> &'s str {
        &self.own.sheet.file
    }

    /// True if a finding tells what is wrong with the header.
    pub(crate) fn is_header_damaged(&self) -> bool {
        self.own.sheet.header().is_some_and(|header| header.is_damaged())
    }

    /// What to say of a table without a column for the phrase.
    pub(crate) fn no_phrase(&self, wanted: &Wanted) -> String {
        let definition = self.own.role(Role::Definition).and_then(|column| self.own.header(column));
        match self.own.sheet.header() {
            Some(header) => Headers::new(self.own.sheet, header, wanted.has_body).no_phrase(definition),
            None => String::new(),
        }
    }

    /// The file of the table that this one is laid over.
    pub(crate) fn base_file(&self) -> Option<&'s str> {
        Some(&self.base.as_ref()?.sheet.file)
    }

    /// The header of a role's column, the user's own before the base's.
    pub(crate) fn role_header(&self, role: Role) -> Option<Cell<'s>> {
        let header = |binding: &Binding<'s>| binding.header(binding.role(role)?);
        header(&self.own).or_else(|| self.base.as_ref().and_then(header))
    }

    /// True if one of the sheets has a column for the role.
    pub(crate) fn has_role(&self, role: Role) -> bool {
        self.own.role(role).is_some() || self.base.as_ref().is_some_and(|base| base.role(role).is_some())
    }

    /// True if the sheet has the typed column.
    pub(crate) fn has_column(&self, column: usize) -> bool {
        matches!(self.own.columns.get(column), Some(Some(_)))
    }

    /// The header of a typed column.
    pub(crate) fn column_header(&self, column: usize) -> Option<Cell<'s>> {
        self.own.header(self.own.columns.get(column).copied().flatten()?)
    }

    /// A row's cell for a role: the overlay's if it is not empty, else the base's.
    pub(crate) fn cell(&self, row: &BoundRow<'s>, role: Role) -> Option<Cell<'s>> {
        let own = match (self.own.role(role), row.own) {
            (Some(column), Some(record)) => Some(record.cell(column)),
            _ => None,
        };
        match (&own, &self.base, row.base) {
            (Some(cell), ..) if !cell.text.is_empty() => own,
            (_, Some(base), Some(record)) => base.role(role).map(|column| record.cell(column)).or(own),
            _ => own,
        }
    }

    /// The text of a row's cell for a role, which is that of [`Bound::cell`]; empty without a cell.
    pub(crate) fn text(&self, row: &BoundRow<'s>, role: Role) -> &'s str {
        let own = match (self.own.role(role), row.own) {
            (Some(column), Some(record)) => record.text(column),
            _ => "",
        };
        match (&self.base, row.base) {
            (Some(base), Some(record)) if own.is_empty() => base.role(role).map_or("", |column| record.text(column)),
            _ => own,
        }
    }

    /// A row's cell for a typed column; a base has none.
    pub(crate) fn value_cell(&self, row: &BoundRow<'s>, column: usize) -> Option<Cell<'s>> {
        let index = self.own.columns.get(column).copied().flatten()?;
        Some(row.own?.cell(index))
    }
}

/// Binds the columns of a sheet. `None` if it has no code column, without which no row means anything.
pub fn bind<'s>(sheet: &'s Sheet, wanted: &Wanted, report: &mut Report) -> Option<Bound<'s>> {
    let header = sheet.header()?;
    // Of a header that is damaged a finding speaks already: what it lacks for that is no news.
    let mut unheard = Report::new();
    let report = if header.is_damaged() { &mut unheard } else { report };
    let mut headers = Headers::new(sheet, header, wanted.has_body);
    headers.check(report);
    let mut roles = [None; Role::COUNT];
    for (index, (role, header)) in wanted.roles.iter().enumerate() {
        if let Some(slot) = roles.get_mut(*role as usize) {
            *slot = headers.named(header, Subject::Role(index), report);
        }
    }
    let mut columns = Vec::new();
    for (index, column) in wanted.columns.iter().enumerate() {
        let header = column.header.as_deref().unwrap_or(&column.name);
        columns.push(headers.named(header, Subject::Column(index), report));
    }
    let is_mapped = |role: Role| wanted.roles.iter().any(|(mapped, _)| *mapped == role);
    for role in Role::ALL.into_iter().filter(|role| !is_mapped(*role)) {
        if let Some(slot) = roles.get_mut(role as usize) {
            *slot = headers.meaning(role, report);
        }
    }
    // `description` is the phrase beside a definition, and else the definition.
    let open = |role: &Role| !is_mapped(*role) && roles.get(*role as usize) == Some(&None);
    if let Some(role) = [Role::Definition, Role::Reason].into_iter().find(open) {
        let found = headers.description(role, report);
        if let Some(slot) = roles.get_mut(role as usize) {
            *slot = found;
        }
    }
    let binding = Binding { sheet, roles, columns };
    if binding.role(Role::Code).is_none() {
        if !is_mapped(Role::Code) {
            report.file(&sheet.file, Subject::Table, headers.no_code());
        }
        return None;
    }
    let rows = sheet.records().map(|record| BoundRow { own: Some(record), base: None }).collect();
    Some(Bound { own: binding, base: None, rows })
}

#[cfg(test)]
mod tests;
