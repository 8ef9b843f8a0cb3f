//! From bytes to a table and its findings, in the same steps as the macro.

use status_docs_data::{
    CodeType, Dialect, IntType, Kind, Reference, Report, Source, Table, Variants, Wanted, WantedColumn,
    compile as door, read, source::MAX_BYTES,
};

const U16: CodeType = CodeType::Int(IntType { signed: false, bits: 16 });

/// How a file of the corpus is read, as its name says.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) wanted: Wanted,
    /// Laid over the HTTP reference.
    pub(crate) is_overlay: bool,
}

/// The columns of a file that has typed ones, as a user writes them.
const COLUMNS: [(&str, &str, Kind, bool); 5] = [
    ("retry", "Option<u32>", Kind::Int(IntType { signed: false, bits: 32 }), true),
    ("on", "bool", Kind::Bool, false),
    ("weight", "f64", Kind::Float(64), false),
    ("grade", "Option<char>", Kind::Char, true),
    ("severity", "enum Severity", Kind::Category(Variants::Open), false),
];

impl Request {
    /// `text_…` has text codes, `typed_…` has typed columns, `http_…` is laid over the HTTP reference. `given_…` is
    /// read with the user's headers, `below_…` with a header line, and `escape_…` with an escape.
    pub(crate) fn of(name: &str) -> Self {
        let is_overlay = name.starts_with("http_");
        let code = if name.starts_with("text_") { CodeType::Text } else { U16 };
        let base = if is_overlay { vec![Reference::named("http").unwrap()] } else { Vec::new() };
        let mut wanted = Wanted { base, dialect: dialect(name), ..Wanted::by_headers(code) };
        if name.starts_with("typed") {
            wanted.columns =
                COLUMNS.into_iter().map(|(name, _, kind, optional)| column(name, kind, optional)).collect();
        }
        Self { wanted, is_overlay }
    }

    /// The typed columns that the file has a header for.
    pub(crate) fn of_export(name: &str, bytes: &[u8]) -> Self {
        let mut request = Self::of(name);
        let text = String::from_utf8_lossy(bytes);
        let cells: Vec<&str> = text.split([',', ';', '\t', '\n', '\r']).map(|cell| cell.trim_matches('"')).collect();
        request.wanted.columns.retain(|column| cells.contains(&column.name.as_str()));
        request
    }

    /// The same in the words of `status_table!`, for the file `tables/<name>.csv`.
    pub(crate) fn in_rust(&self, name: &str) -> String {
        let base = if self.is_overlay { "base = \"http\", " } else { "" };
        let Dialect { headers, header_line, escape, .. } = &self.wanted.dialect;
        let headers =
            headers.as_ref().map(|headers| format!(", headers({:?}, {:?}, {:?})", headers[0], headers[1], headers[2]));
        let header_line = header_line.map(|line| format!(", header_line = {line}"));
        let escape = escape.map(|escape| format!(", escape = {:?}", char::from(escape)));
        let dialect: String = [headers, header_line, escape].into_iter().flatten().collect();
        let code = self.wanted.code;
        let columns = COLUMNS.iter().filter(|column| self.wanted.columns.iter().any(|wanted| wanted.name == column.0));
        let columns = columns.fold(String::new(), |lines, (name, kind, ..)| lines + name + ": " + kind + ",\n");
        let body = if columns.is_empty() { ";".to_owned() } else { format!("{{\n{columns}}}") };
        format!(
            "status_docs::status_table! {{\n#[status({base}csv(\"tables/{name}.csv\"{dialect}))]\npub enum E: {code}{body}\n}}\n"
        )
    }
}

fn dialect(name: &str) -> Dialect {
    let name = name.strip_prefix("text_").unwrap_or(name);
    let headers = ["code", "name", "tips"].map(str::to_owned).to_vec();
    Dialect {
        headers: name.starts_with("given").then_some(headers),
        header_line: name.starts_with("below").then_some(3),
        escape: name.starts_with("escape").then_some(b'\\'),
        ..Dialect::default()
    }
}

fn column(name: &str, kind: Kind, optional: bool) -> WantedColumn {
    WantedColumn { name: name.to_owned(), header: None, kind, optional }
}

/// The result of reading a file.
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
    let source = Source::from_bytes(file, bytes);
    let table = door(&source, &request.wanted, &mut report);
    let records = read(&source, &request.wanted, &mut Report::new()).records().count();
    let (findings, others) = report.into_shown();
    let said = findings.iter().map(ToString::to_string).chain(others).collect();
    Outcome { table, records, said }
}
