//! From bytes to a table and the sentences about it, as the macro goes.

use status_docs_data::model::IntType;
use status_docs_data::schema::WantedColumn;
use status_docs_data::{
    CodeType, Dialect, Report, Source, Table, ValueType, Wanted, check, overlay, read, schema, source::MAX_BYTES,
};

const U16: CodeType = CodeType::Int(IntType { signed: false, bits: 16 });

/// What a file of the corpus is read as; its name says it.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) wanted: Wanted,
    /// Laid over the HTTP reference.
    pub(crate) is_overlay: bool,
}

impl Request {
    /// `text_…` has text codes, `typed_…` has typed columns, `http_…` is laid over the HTTP reference.
    pub(crate) fn of(name: &str) -> Self {
        let is_overlay = name.starts_with("http_");
        let code = if name.starts_with("text_") { CodeType::Text } else { U16 };
        let mut wanted = Wanted { is_http: is_overlay, ..Wanted::by_headers(code) };
        if name.starts_with("typed") {
            let u32s = ValueType::Int(IntType { signed: false, bits: 32 });
            wanted.columns = vec![
                column("retry", u32s, true),
                column("on", ValueType::Bool, false),
                column("weight", ValueType::Float(64), false),
                column("grade", ValueType::Char, true),
                column("severity", ValueType::Category, false),
            ];
        }
        Self { wanted, is_overlay }
    }

    /// The same in the words of `status_table!`, for the file `tables/<name>.csv`.
    pub(crate) fn in_rust(&self, name: &str) -> String {
        let base = if self.is_overlay { "base = \"http\", " } else { "" };
        let code = self.wanted.code;
        let body = if self.wanted.columns.is_empty() {
            ";"
        } else {
            " {\n    retry: Option<u32>,\n    on: bool,\n    weight: f64,\n    grade: Option<char>,\n    severity: enum Severity,\n}"
        };
        format!(
            "status_docs::status_table! {{\n#[status({base}csv = \"tables/{name}.csv\")]\npub enum E: {code}{body}\n}}\n"
        )
    }
}

fn column(name: &str, value: ValueType, optional: bool) -> WantedColumn {
    WantedColumn { name: name.to_owned(), header: None, value, optional }
}

/// What became of a file.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// `None` if there is no code column.
    pub(crate) table: Option<Table>,
    /// How many records the file has below its header.
    pub(crate) records: usize,
    pub(crate) said: Vec<String>,
}

/// Reads and checks the bytes of a table that findings call `file`.
pub(crate) fn compile(file: &str, bytes: &[u8], request: &Request) -> Outcome {
    assert!(bytes.len() as u64 <= MAX_BYTES, "opening the file would have been refused");
    let mut report = Report::new();
    let wanted = &request.wanted;
    let sheet = read(&Source::from_bytes(file, bytes), Dialect::default(), &mut report);
    let base = Source::embedded("http").map(|http| read(&http, Dialect::default(), &mut report)).unwrap();
    let table = schema::bind(&sheet, wanted, &mut report).and_then(|own| {
        let bound = if request.is_overlay {
            overlay::join(schema::bind(&base, &Wanted::http(), &mut report)?, own, wanted.code)
        } else {
            own
        };
        Some(check::check(&bound, wanted, &mut report))
    });
    let said = report.into_findings().iter().map(ToString::to_string).collect();
    Outcome { table, records: sheet.records().count(), said }
}
