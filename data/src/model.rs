//! The checked table: valid by construction, names and codes unique, every cell of its type.

use std::fmt;

use crate::schema::{Role, Wanted};

/// A fixed-width integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IntType {
    /// Whether it has negative values.
    pub signed: bool,
    /// 8, 16, 32 or 64.
    pub bits: u32,
}

impl IntType {
    /// The type of that name (`u16`); `None` for anything but the fixed widths up to 64 bits.
    pub fn named(name: &str) -> Option<Self> {
        let signed = match name.as_bytes().first()? {
            b'i' => true,
            b'u' => false,
            _ => return None,
        };
        let bits = match name.get(1..)? {
            "8" => 8,
            "16" => 16,
            "32" => 32,
            "64" => 64,
            _ => return None,
        };
        Some(Self { signed, bits })
    }

    /// The least value.
    pub fn min(self) -> i128 {
        if self.signed { -(1 << (self.bits - 1)) } else { 0 }
    }

    /// The greatest value.
    pub fn max(self) -> i128 {
        let bits = if self.signed { self.bits - 1 } else { self.bits };
        (1 << bits) - 1
    }
}

impl fmt::Display for IntType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.signed { 'i' } else { 'u' }, self.bits)
    }
}

/// What a table's codes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeType {
    /// An integer, which is the variant's discriminant.
    Int(IntType),
    /// A text, kept letter by letter (`00000`).
    Text,
}

impl fmt::Display for CodeType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(f),
            Self::Text => f.write_str("str"),
        }
    }
}

/// A row's code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Within the range of the table's [`IntType`].
    Int(i128),
    /// Not empty.
    Text(String),
}

impl Code {
    /// As a finding shows it: a text in quotes.
    pub(crate) fn quoted(&self) -> String {
        match self {
            Self::Int(int) => int.to_string(),
            Self::Text(text) => crate::name::quote(text),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// The type of a column that the user typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// `yes`/`no` and their kin.
    Bool,
    /// A fixed-width integer.
    Int(IntType),
    /// `f32` (32) or `f64` (64).
    Float(u32),
    /// One character.
    Char,
    /// Any text.
    Text,
    /// An enum: one of the column's [`Category`]s, named like variants.
    Category,
}

/// The value of one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An empty cell of an optional column; also stands for a cell that a finding speaks of.
    None,
    /// A truth value.
    Bool(bool),
    /// An integer of the column's type.
    Int(i128),
    /// A finite number, written so that it parses back to itself.
    Float(String),
    /// One character.
    Char(char),
    /// A text.
    Text(String),
    /// The index of a [`Category`] of the column.
    Category(usize),
}

/// A distinct cell of a column whose cells name variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The `PascalCase` identifier.
    pub name: String,
    /// The cell's text.
    pub text: String,
    /// How many rows have it.
    pub rows: usize,
}

/// A column that the user typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its header as the file has it.
    pub header: String,
    /// The distinct cells in the order in which they appear; empty for other types than
    /// [`ValueType::Category`].
    pub categories: Vec<Category>,
    /// Its name is that of another method, which is a finding: it cannot become one.
    pub is_clashing: bool,
}

/// Whether and why a row should not be used any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deprecation {
    /// It is deprecated, and the table does not say why.
    Plain,
    /// The table says why.
    Note(String),
}

/// Another phrase for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The phrase as the table has it.
    pub phrase: String,
    /// The identifier of its constant; `None` if it gives none, or only that of its own row.
    pub name: Option<String>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Unique in the table.
    pub code: Code,
    /// The variant's identifier, unique among variants and aliases.
    pub name: String,
    /// The phrase, never empty; rows may share one.
    pub reason: String,
    /// What it means, or `""`.
    pub definition: String,
    /// What to do about it.
    pub tips: Option<String>,
    /// Where it is specified, as the table has it.
    pub reference: Option<String>,
    /// The index of its class in [`Table::classes`].
    pub class: Option<usize>,
    /// Other phrases that mean this row.
    pub aliases: Vec<Alias>,
    /// Set if it should not be used any more.
    pub deprecation: Option<Deprecation>,
    /// A value for each of [`Table::columns`].
    pub values: Vec<Value>,
    /// The file, the physical line and the spreadsheet row it stands on.
    pub file: String,
    /// The physical line, from 1.
    pub line: u32,
    /// The spreadsheet's row, from 1.
    pub sheet_row: u32,
}

/// A table that passed every check.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The file as the user typed it.
    pub file: String,
    /// What its codes are.
    pub code: CodeType,
    /// The header of each role that the table has, as the file writes it.
    pub roles: [Option<String>; Role::COUNT],
    /// The rows in the table's order.
    pub rows: Vec<Row>,
    /// The distinct classes in the order in which they appear.
    pub classes: Vec<Category>,
    /// The columns that the user typed.
    pub columns: Vec<Column>,
}

impl Table {
    /// A table without rows, which stands in where none could be read.
    pub fn empty(file: &str, wanted: &Wanted) -> Self {
        let is_column = |role: Role| wanted.columns.iter().any(|column| column.name == role.as_str());
        let column = Column { header: String::new(), categories: Vec::new(), is_clashing: false };
        Self {
            file: file.to_owned(),
            code: wanted.code,
            roles: Role::ALL.map(|role| (!is_column(role)).then(|| role.to_string())),
            rows: Vec::new(),
            classes: Vec::new(),
            columns: vec![column; wanted.columns.len()],
        }
    }

    /// The codes, row by row, of a table whose codes are texts; nothing of any other.
    pub fn text_codes(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| match &row.code {
            Code::Text(code) => Some(code.as_str()),
            Code::Int(_) => None,
        })
    }

    /// True if the table has a column for the role.
    pub fn has(&self, role: Role) -> bool {
        self.header(role).is_some()
    }

    /// The header of the role's column.
    pub fn header(&self, role: Role) -> Option<&str> {
        self.roles.get(role as usize)?.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_types_know_their_range() {
        let range = |name| IntType::named(name).map(|int| (int.min(), int.max(), int.to_string()));
        assert_eq!(range("u8"), Some((0, 255, "u8".to_owned())));
        assert_eq!(range("i16"), Some((-32_768, 32_767, "i16".to_owned())));
        assert_eq!(range("u64"), Some((0, i128::from(u64::MAX), "u64".to_owned())));
        assert_eq!(range("i64"), Some((i128::from(i64::MIN), i128::from(i64::MAX), "i64".to_owned())));
        for name in ["usize", "u128", "str", "x8", ""] {
            assert_eq!(range(name), None);
        }
    }
}
