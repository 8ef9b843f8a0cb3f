//! Which column is what: headers → roles and typed columns.

use std::fmt;

use crate::model::{CodeType, ValueType};
use crate::name;
use crate::report::{Report, Subject};
use crate::sheet::{Cell, Record, Sheet};

/// What a column can be found to be by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The status code.
    Code,
    /// The variant's name.
    Name,
    /// The reason phrase.
    Reason,
    /// What it means.
    Definition,
    /// What to do about it.
    Tips,
    /// Where it is specified.
    Reference,
    /// The status class.
    Class,
    /// Other phrases.
    Aliases,
    /// Whether it should not be used any more.
    Deprecated,
}

impl Role {
    /// How many roles there are.
    pub const COUNT: usize = 9;

    /// All roles.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Code,
        Self::Name,
        Self::Reason,
        Self::Definition,
        Self::Tips,
        Self::Reference,
        Self::Class,
        Self::Aliases,
        Self::Deprecated,
    ];

    /// The role of that name, as it is written in a table's body.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// The role's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Reason => "reason",
            Self::Definition => "definition",
            Self::Tips => "tips",
            Self::Reference => "reference",
            Self::Class => "class",
            Self::Aliases => "aliases",
            Self::Deprecated => "deprecated",
        }
    }

    /// The headers it is found by, folded. `description` is a matter of its neighbours.
    fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["code", "statuscode", "number", "id"],
            Self::Name => &["name", "identifier", "symbol"],
            Self::Reason => &["reason", "reasonphrase", "phrase", "title", "shortname"],
            Self::Definition => &["definition", "meaning", "message", "explanation"],
            Self::Tips => &["tips", "tip", "support", "remedy", "remediation", "action"],
            Self::Reference => &["reference", "ref", "rfc", "url", "link"],
            Self::Class => &["class", "category", "group"],
            Self::Aliases => &["alias", "aliases"],
            Self::Deprecated => &["deprecated"],
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

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
}

impl Wanted {
    /// All roles by their headers.
    pub fn by_headers(code: CodeType) -> Self {
        Self { code, roles: Vec::new(), columns: Vec::new(), is_http: false }
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

    /// The header of a role's column, the user's own before the base's.
    pub(crate) fn role_header(&self, role: Role) -> Option<Cell<'s>> {
        let header = |binding: &Binding<'s>| binding.header(binding.role(role)?);
        header(&self.own).or_else(|| self.base.as_ref().and_then(header))
    }

    /// The header of a typed column.
    pub(crate) fn column_header(&self, column: usize) -> Option<Cell<'s>> {
        self.own.header(self.own.columns.get(column).copied().flatten()?)
    }

    /// A row's cell for a role: the overlay's if it is not empty, else the base's.
    pub(crate) fn cell(&self, row: &BoundRow<'s>, role: Role) -> Option<Cell<'s>> {
        let own = self.own.role(role).and_then(|column| Some(row.own?.cell(column)));
        if let Some(cell) = own.filter(|cell| !cell.text.is_empty()) {
            return Some(cell);
        }
        let base = self.base.as_ref().and_then(|base| Some(row.base?.cell(base.role(role)?)));
        base.or(own)
    }

    /// A row's cell for a typed column; a base has none.
    pub(crate) fn value_cell(&self, row: &BoundRow<'s>, column: usize) -> Option<Cell<'s>> {
        let index = self.own.columns.get(column).copied().flatten()?;
        Some(row.own?.cell(index))
    }
}

/// Binds the columns of a sheet. `None` if it has no code column, without which no row means anything.
pub fn bind<'s>(sheet: &'s Sheet, wanted: &Wanted, report: &mut Report) -> Option<Bound<'s>> {
    let headers: Vec<Cell<'s>> = sheet.header()?.cells().collect();
    check_headers(sheet, &headers, report);
    let mut taken = vec![false; headers.len()];
    let mut roles = [None; Role::COUNT];
    for (index, (role, header)) in wanted.roles.iter().enumerate() {
        let found = find(&headers, header);
        claim(found, &mut taken);
        if let Some(slot) = roles.get_mut(*role as usize) {
            *slot = found;
        }
        if found.is_none() {
            report.file(&sheet.file, Subject::Role(index), missing(header, &headers));
        }
    }
    let mut columns = Vec::new();
    for (index, column) in wanted.columns.iter().enumerate() {
        let header = column.header.as_deref().unwrap_or(&column.name);
        let found = find(&headers, header);
        claim(found, &mut taken);
        columns.push(found);
        if found.is_none() {
            report.file(&sheet.file, Subject::Column(index), missing(header, &headers));
        }
    }
    let is_mapped = |role: Role| wanted.roles.iter().any(|(mapped, _)| *mapped == role);
    for role in Role::ALL {
        if !is_mapped(role) {
            let found = claimed_by_header(role, &headers, &taken, sheet, report);
            if let Some(slot) = roles.get_mut(role as usize) {
                *slot = found;
            }
        }
    }
    claim_description(&headers, &taken, &is_mapped, &mut roles);
    let binding = Binding { sheet, roles, columns };
    if binding.role(Role::Code).is_none() {
        if !is_mapped(Role::Code) {
            report.file(&sheet.file, Subject::Table, no_code(&headers));
        }
        return None;
    }
    let rows = sheet.records().map(|record| BoundRow { own: Some(record), base: None }).collect();
    Some(Bound { own: binding, base: None, rows })
}

/// A header as it is compared: case, spaces, `_` and `-` do not count.
fn fold(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// The column of a header as the user wrote it: letter by letter, else folded.
fn find(headers: &[Cell<'_>], wanted: &str) -> Option<usize> {
    let exact = headers.iter().position(|header| header.text == wanted.trim());
    exact.or_else(|| headers.iter().position(|header| fold(header.text) == fold(wanted)))
}

fn claim(column: Option<usize>, taken: &mut [bool]) {
    if let Some(slot) = column.and_then(|column| taken.get_mut(column)) {
        *slot = true;
    }
}

/// A header that stands twice, or is missing above a column with cells, means nothing for sure.
fn check_headers(sheet: &Sheet, headers: &[Cell<'_>], report: &mut Report) {
    for (index, header) in headers.iter().enumerate() {
        if header.text.is_empty() {
            let has_cells = sheet.records().any(|record| !record.cell(index).text.is_empty());
            if has_cells {
                report.at(
                    &sheet.file,
                    header.place,
                    "the header is empty and cells stand below it; give the column a name",
                );
            }
        } else if let Some(first) = headers.iter().take(index).find(|first| first.text == header.text) {
            let message = format!(
                "the header {:?} already stands in {}; give each column a name of its own",
                header.text,
                first.place.cell.map(|cell| format!("cell {cell}")).unwrap_or_default()
            );
            report.at(&sheet.file, header.place, message);
        }
    }
}

/// The column whose header means the role; a finding if two do.
fn claimed_by_header(
    role: Role,
    headers: &[Cell<'_>],
    taken: &[bool],
    sheet: &Sheet,
    report: &mut Report,
) -> Option<usize> {
    let is_free = |index: &usize| !taken.get(*index).copied().unwrap_or(false);
    let means = |header: &Cell<'_>| {
        let folded = fold(header.text);
        role.headers().contains(&folded.as_str()) || (role == Role::Tips && folded.ends_with("tips"))
    };
    let mut claims = headers.iter().enumerate().filter(|(index, header)| is_free(index) && means(header));
    let (index, first) = claims.next()?;
    for (_, second) in claims {
        // Two of the same text are a finding already.
        if second.text != first.text {
            let message = format!(
                "{:?} and {:?} both mean the {role}; say in the table's body which one it is: {role} = {:?}",
                first.text, second.text, first.text
            );
            report.at(&sheet.file, second.place, message);
        }
    }
    Some(index)
}

/// `description` is the phrase beside a definition, and else the definition.
fn claim_description(
    headers: &[Cell<'_>],
    taken: &[bool],
    is_mapped: &impl Fn(Role) -> bool,
    roles: &mut [Option<usize>; Role::COUNT],
) {
    let Some(column) = headers.iter().position(|header| fold(header.text) == "description") else { return };
    if taken.get(column).copied().unwrap_or(false) {
        return;
    }
    for role in [Role::Definition, Role::Reason] {
        if let Some(slot) = roles.get_mut(role as usize) {
            if slot.is_none() && !is_mapped(role) {
                *slot = Some(column);
                return;
            }
        }
    }
}

fn missing(header: &str, headers: &[Cell<'_>]) -> String {
    let texts = headers.iter().map(|header| header.text).filter(|text| !text.is_empty());
    match name::closest(header, texts.clone()) {
        Some(close) => format!("there is no header {header:?}; did you mean {close:?}?"),
        None => format!("there is no header {header:?}; the headers are {}", list(texts)),
    }
}

fn no_code(headers: &[Cell<'_>]) -> String {
    let texts = headers.iter().map(|header| header.text).filter(|text| !text.is_empty());
    let known = Role::Code.headers();
    let close = texts.clone().find(|text| name::closest(text, known.iter().copied()).is_some());
    let hint = match close {
        Some(close) => format!("; did you mean {close:?}?"),
        None => format!("; the headers are {}", list(texts)),
    };
    format!("there is no code column (a header such as \"code\", or code = \"…\" in the table's body){hint}")
}

/// The first headers, quoted; a table may have hundreds.
fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    const SHOWN: usize = 12;
    let mut texts = texts.map(|text| format!("{text:?}"));
    let mut shown: Vec<String> = texts.by_ref().take(SHOWN).collect();
    let more = texts.count();
    if more > 0 {
        shown.push(format!("and {more} more"));
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests;
