//! What the tests of several rooms share: from a text to a table and the sentences about it.

use crate::model::IntType;
use crate::schema::WantedColumn;
use crate::{CodeType, Dialect, Report, Role, Sheet, Source, Table, ValueType, Wanted, check, overlay, read, schema};

/// A table of codes of that type (`u16`, `str`), all roles by their headers.
pub(crate) fn wanted(code: &str) -> Wanted {
    Wanted::by_headers(IntType::named(code).map_or(CodeType::Text, CodeType::Int))
}

impl Wanted {
    /// With a role mapped to a header.
    pub(crate) fn role(mut self, role: Role, header: &str) -> Self {
        self.roles.push((role, header.to_owned()));
        self
    }

    /// With a typed column: `retry: Option<u32> = "Retry (s)"`, the header left out if it follows from the name.
    pub(crate) fn column(mut self, column: &str) -> Self {
        let (column, header) = match column.split_once(" = ") {
            Some((column, header)) => (column, Some(header.trim_matches('"').to_owned())),
            None => (column, None),
        };
        let (name, kind) = column.split_once(": ").unwrap();
        let inner = kind.strip_prefix("Option<").and_then(|kind| kind.strip_suffix('>'));
        let value = match inner.unwrap_or(kind) {
            "bool" => ValueType::Bool,
            "f32" => ValueType::Float(32),
            "f64" => ValueType::Float(64),
            "char" => ValueType::Char,
            "&str" => ValueType::Text,
            "enum" => ValueType::Category,
            int => ValueType::Int(IntType::named(int).unwrap()),
        };
        self.columns.push(WantedColumn { name: name.to_owned(), header, value, optional: inner.is_some() });
        self
    }
}

pub(crate) fn sheet(file: &str, text: impl AsRef<[u8]>, report: &mut Report) -> Sheet {
    read(&Source::from_bytes(file, text.as_ref()), Dialect::default(), report)
}

/// The table of a text, which findings call `t.csv`; an empty one without a code column.
pub(crate) fn table(text: impl AsRef<[u8]>, wanted: &Wanted) -> (Table, Vec<String>) {
    let mut report = Report::new();
    let sheet = sheet("t.csv", text, &mut report);
    let table = match schema::bind(&sheet, wanted, &mut report) {
        Some(bound) => check::check(&bound, wanted, &mut report),
        None => Table::empty("t.csv", wanted),
    };
    (table, sentences(report))
}

/// The embedded reference with a text laid over it.
pub(crate) fn over_http(text: &str, wanted: &Wanted) -> (Table, Vec<String>) {
    let wanted = Wanted { is_http: true, ..wanted.clone() };
    let mut report = Report::new();
    let base = read(&Source::embedded("http").unwrap(), Dialect::default(), &mut report);
    let own = sheet("own.csv", text, &mut report);
    let base = schema::bind(&base, &Wanted::http(), &mut report).unwrap();
    let own = schema::bind(&own, &wanted, &mut report).unwrap();
    let joined = overlay::join(base, own, wanted.code);
    let table = check::check(&joined, &wanted, &mut report);
    (table, sentences(report))
}

pub(crate) fn sentences(report: Report) -> Vec<String> {
    report.into_findings().iter().map(ToString::to_string).collect()
}

/// `404 NotFound` for each row.
pub(crate) fn rows(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| format!("{} {}", row.code, row.name)).collect()
}
