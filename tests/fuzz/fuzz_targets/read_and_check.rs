//! Any bytes are a table that is valid, or findings with places.
#![no_main]

use std::collections::{HashMap, HashSet};

use libfuzzer_sys::fuzz_target;
use status_docs_data::model::IntType;
use status_docs_data::schema::WantedColumn;
use status_docs_data::{
    CodeType, Dialect, Report, Role, Row, Sheet, Source, Table, Value, ValueType, Wanted, check, only, overlay, read,
    schema,
};

// The bytes are the file, nothing else: what is found can go into `tests/hostile/corpus` as it is.
fuzz_target!(|bytes: &[u8]| {
    for Request { wanted, delimiter, only } in requests() {
        let mut report = Report::new();
        let sheet = read(&Source::from_bytes("t.csv", bytes), Dialect { delimiter }, &mut report);
        match table(&sheet, &wanted, &mut report) {
            Some(table) => {
                valid(&table, &wanted);
                let is_whole = wanted.is_http || table.rows.len() == sheet.records().count();
                assert!(is_whole || !report.is_empty(), "a row was left out without a word");
                if report.is_empty() {
                    told_apart(&table);
                }
                let rows = table.rows.len();
                assert!(only::select(table, only, &mut report).rows.len() <= rows);
            }
            None => assert!(!report.is_empty(), "no table, and no finding"),
        }
        findings(report, bytes);
    }
});

/// A request for HTTP's codes is laid over the reference.
fn table(sheet: &Sheet, wanted: &Wanted, report: &mut Report) -> Option<Table> {
    let own = schema::bind(sheet, wanted, report)?;
    if !wanted.is_http {
        return Some(check::check(&own, wanted, report));
    }
    let base = read(&Source::embedded("http")?, Dialect::default(), report);
    let bound = overlay::join(schema::bind(&base, &Wanted::http(), report)?, own, wanted.code);
    Some(check::check(&bound, wanted, report))
}

/// How the bytes are read.
struct Request {
    wanted: Wanted,
    delimiter: Option<u8>,
    only: &'static str,
}

fn requests() -> [Request; 4] {
    let int = |name| CodeType::Int(IntType::named(name).unwrap());
    let column = |name: &str, value, optional| WantedColumn { name: name.to_owned(), header: None, value, optional };
    let typed = vec![
        column("retry", ValueType::Int(IntType::named("u32").unwrap()), true),
        column("on", ValueType::Bool, false),
        column("weight", ValueType::Float(64), false),
        column("grade", ValueType::Char, true),
        column("severity", ValueType::Category, false),
    ];
    let roles = vec![(Role::Reason, "reason".to_owned()), (Role::Tips, "Exacq tips".to_owned())];
    [
        Request { wanted: Wanted::by_headers(int("u16")), delimiter: None, only: "4xx" },
        Request {
            wanted: Wanted { columns: typed, ..Wanted::by_headers(int("i64")) },
            delimiter: None,
            only: "1, 2-9",
        },
        Request {
            wanted: Wanted { roles, ..Wanted::by_headers(CodeType::Text) },
            delimiter: Some(b';'),
            only: "x, E*",
        },
        Request { wanted: Wanted::http(), delimiter: None, only: "404, 1xx" },
    ]
}

/// What the macros rely on.
fn valid(table: &Table, wanted: &Wanted) {
    let is_variant = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && name != "Self"
    };
    let mut codes = HashSet::new();
    let mut names = HashSet::new();
    let mut phrases = HashSet::new();
    for row in &table.rows {
        assert!(codes.insert(&row.code), "the code {} stands twice", row.code);
        assert!(is_variant(&row.name) && names.insert(&row.name), "{}", row.name);
        assert!(!row.reason.is_empty());
        phrases.insert(row.reason.to_ascii_lowercase());
        assert_eq!(row.values.len(), table.columns.len());
        assert_eq!(row.class.is_some(), table.has(Role::Class) && !wanted.is_http);
        for (value, column) in row.values.iter().zip(&table.columns) {
            if let Value::Category(index) = value {
                assert!(is_variant(&column.categories[*index].name));
            }
            if let Value::Float(text) = value {
                assert!(text.parse::<f64>().is_ok_and(f64::is_finite), "{text}");
            }
        }
    }
    for alias in table.rows.iter().flat_map(|row| &row.aliases) {
        assert!(phrases.insert(alias.phrase.to_ascii_lowercase()), "{} means two rows", alias.phrase);
        if let Some(name) = &alias.name {
            assert!(is_variant(name) && names.insert(name), "{name}");
        }
    }
}

/// No two rows of a table without findings are shown alike, and no alias is the code of another row.
fn told_apart(table: &Table) {
    let shown = |row: &Row| format!("{} {}", row.code, row.reason).to_ascii_lowercase();
    let codes: HashMap<String, &Row> = table.rows.iter().map(|row| (row.code.to_string(), row)).collect();
    let mut rows: HashMap<String, &Row> = HashMap::new();
    for row in &table.rows {
        // Text codes may differ in case alone, and are parsed letter by letter.
        let first = rows.insert(shown(row), row);
        let is_case = first.is_some_and(|first| first.code.to_string().eq_ignore_ascii_case(&row.code.to_string()));
        assert!(first.is_none() || is_case, "two rows are shown as {}", shown(row));
    }
    for row in &table.rows {
        for alias in &row.aliases {
            let other = codes.get(alias.phrase.as_str());
            assert!(other.is_none_or(|other| other.code == row.code), "{} is another code", alias.phrase);
        }
    }
}

/// Each is a sentence on one line, at a place that the file has.
fn findings(report: Report, bytes: &[u8]) {
    let count = report.len();
    let findings = report.into_findings();
    assert!(findings.len() <= 21 && (count == 0) == findings.is_empty());
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count();
    for finding in findings {
        assert!(finding.file.is_some(), "{finding}");
        assert!(!finding.message.contains(['\n', '\r', '\0', '\u{1b}', '\u{202e}']), "{finding}");
        if let Some(place) = finding.place.filter(|_| finding.file.as_deref() == Some("t.csv")) {
            let line = usize::try_from(place.line).unwrap();
            assert!((1..=lines).contains(&line) && place.column >= 1, "{finding}");
        }
    }
}
