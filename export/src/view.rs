//! A [`Table`] as a reader sees it. The only room that knows the table's model: the formats know this one.

use status_docs_data::model::{Deprecation, Value as Cell};
use status_docs_data::{Code, CodeType, Role, Table};

use crate::Heading;

/// What all formats show, in the table's own words.
pub(crate) struct View<'t> {
    pub(crate) name: &'t str,
    pub(crate) title: &'t str,
    pub(crate) about: &'t str,
    /// The file that the rows are from; `None` for a reference.
    pub(crate) file: Option<&'t str>,
    /// `u16`, or `str`.
    pub(crate) code_type: CodeType,
    pub(crate) columns: Vec<Column<'t>>,
    pub(crate) rows: Vec<Row<'t>>,
    roles: [Option<&'t str>; Role::COUNT],
}

/// A column that the user typed.
pub(crate) struct Column<'t> {
    /// The name of its method.
    pub(crate) name: String,
    pub(crate) header: &'t str,
    pub(crate) kind: Kind<'t>,
    /// Whether a row may have nothing there.
    pub(crate) is_optional: bool,
}

/// What the cells of a column are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind<'t> {
    Bool,
    /// `u32` and its kin.
    Integer(String),
    /// `f64` and its kin.
    Float(String),
    Char,
    Text,
    /// One of these texts; in order, if the user listed them.
    Category { texts: Vec<&'t str>, is_closed: bool },
}

impl Kind<'_> {
    /// True if the cells are sorted as numbers.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Self::Integer(_) | Self::Float(_))
    }
}

/// A row with everything resolved that the table has by index.
pub(crate) struct Row<'t> {
    pub(crate) code: &'t Code,
    /// As the table writes its codes.
    pub(crate) shown_code: String,
    pub(crate) name: &'t str,
    pub(crate) reason: &'t str,
    pub(crate) definition: &'t str,
    pub(crate) tips: Option<&'t str>,
    pub(crate) class: Option<&'t str>,
    pub(crate) reference: Option<&'t str>,
    pub(crate) aliases: Vec<&'t str>,
    pub(crate) is_deprecated: bool,
    /// Why, if the table says so.
    pub(crate) deprecation_note: Option<&'t str>,
    pub(crate) values: Vec<Value<'t>>,
}

/// A cell of a typed column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    None,
    Bool(bool),
    Integer(i128),
    /// As Rust writes the number.
    Float(&'t str),
    Char(char),
    Text(&'t str),
}

impl Value<'_> {
    /// The value as a page shows it; `None` for an empty cell.
    pub(crate) fn shown(&self) -> Option<String> {
        Some(match *self {
            Self::None | Self::Text("") => return None,
            Self::Bool(value) => if value { "yes" } else { "no" }.to_owned(),
            Self::Integer(value) => value.to_string(),
            Self::Char(value) => value.to_string(),
            Self::Float(value) => value.strip_suffix(".0").unwrap_or(value).to_owned(),
            Self::Text(value) => value.to_owned(),
        })
    }
}

impl<'t> View<'t> {
    pub(crate) fn of(table: &'t Table, heading: &Heading<'t>) -> Self {
        let title = if heading.title.is_empty() { heading.name } else { heading.title };
        Self {
            name: heading.name,
            title,
            about: heading.about,
            file: (table.file != "http.csv").then_some(&*table.file),
            code_type: table.code,
            columns: columns(table),
            rows: table.rows.iter().map(|row| self::row(table, row)).collect(),
            roles: Role::ALL.map(|role| table.header(role)),
        }
    }

    pub(crate) fn has_text_codes(&self) -> bool {
        self.code_type == CodeType::Text
    }

    /// What the sheet calls the role: its own header, in its own language.
    pub(crate) fn label(&self, role: Role) -> String {
        let header = self.roles.get(role as usize).copied().flatten().unwrap_or(role.as_str());
        let mut characters = header.chars();
        characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
    }

    /// `62 codes`, or `1 code`.
    pub(crate) fn count(&self) -> String {
        match self.rows.len() {
            1 => "1 code".to_owned(),
            count => format!("{count} codes"),
        }
    }
}

fn columns<'t>(table: &'t Table) -> Vec<Column<'t>> {
    let column = |(index, column): (usize, &'t status_docs_data::Column)| {
        let cells: Vec<&Cell> = table.rows.iter().filter_map(|row| row.values.get(index)).collect();
        let kind = cells.iter().find_map(|cell| kind(cell, column)).unwrap_or(Kind::Text);
        let is_optional = cells.contains(&&Cell::None);
        Column { name: snake(&column.header), header: &column.header, kind, is_optional }
    };
    table.columns.iter().enumerate().map(column).collect()
}

fn kind<'t>(cell: &Cell, column: &'t status_docs_data::Column) -> Option<Kind<'t>> {
    Some(match cell {
        Cell::None => return None,
        Cell::Bool(_) => Kind::Bool,
        Cell::Int(_) => Kind::Integer("i64".to_owned()),
        Cell::Float(_) => Kind::Float("f64".to_owned()),
        Cell::Char(_) => Kind::Char,
        Cell::Text(_) => Kind::Text,
        Cell::Category(_) => Kind::Category {
            texts: column.categories.iter().map(|category| &*category.text).collect(),
            is_closed: false,
        },
    })
}

fn snake(header: &str) -> String {
    header.chars().filter_map(|c| if c == ' ' { Some('_') } else { c.is_alphanumeric().then_some(c) }).collect::<String>().to_lowercase()
}

fn row<'t>(table: &'t Table, row: &'t status_docs_data::Row) -> Row<'t> {
    Row {
        code: &row.code,
        shown_code: row.code.to_string(),
        name: &row.name,
        reason: &row.reason,
        definition: &row.definition,
        tips: row.tips.as_deref(),
        class: row.class.and_then(|class| Some(&*table.classes.get(class)?.text)),
        reference: row.reference.as_deref(),
        aliases: row.aliases.iter().map(|alias| &*alias.phrase).collect(),
        is_deprecated: row.deprecation.is_some(),
        deprecation_note: match &row.deprecation {
            Some(Deprecation::Note(note)) => Some(note),
            Some(Deprecation::Plain) | None => None,
        },
        values: row.values.iter().zip(&table.columns).map(|(cell, column)| value(cell, column)).collect(),
    }
}

fn value<'t>(cell: &'t Cell, column: &'t status_docs_data::Column) -> Value<'t> {
    match cell {
        Cell::None => Value::None,
        Cell::Bool(value) => Value::Bool(*value),
        Cell::Int(value) => Value::Integer(*value),
        Cell::Float(value) => Value::Float(value),
        Cell::Char(value) => Value::Char(*value),
        Cell::Text(value) => Value::Text(value),
        Cell::Category(index) => column.categories.get(*index).map_or(Value::None, |category| Value::Text(&category.text)),
    }
}
