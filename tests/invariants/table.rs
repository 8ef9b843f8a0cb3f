//! Any bytes give a valid table, or findings with places.

use std::collections::{HashMap, HashSet};

use status_docs_data::kind::Choice;
use status_docs_data::{
    CodeType, Dialect, Duplicates, IntType, Kind, REFERENCES, Reference, Report, Role, Row, Source, Table, Value,
    Variants, Wanted, WantedColumn, compile, read,
};

/// Panics if that does not hold.
///
/// The bytes are the file, nothing else: an input that a fuzzer finds can go into `tests/hostile/corpus` as it is.
pub fn read_and_check(bytes: &[u8]) {
    let source = Source::from_bytes("t.csv", bytes);
    for wanted in requests() {
        let mut report = Report::new();
        match compile(&source, &wanted, &mut report) {
            Some(table) => {
                valid(&table, &wanted);
                assert!(is_whole(&table, &source, &wanted) || !report.is_empty(), "a row was left out without a word");
                if report.is_empty() {
                    told_apart(&table);
                }
            }
            None => assert!(!report.is_empty(), "no table, and no finding"),
        }
        findings(report, bytes);
    }
}

/// How the bytes are read.
fn requests() -> Vec<Wanted> {
    let int = |name| CodeType::Int(IntType::named(name).unwrap());
    let text = |text: &str| Some(text.to_owned());
    let column = |name: &str, kind, optional| WantedColumn { name: name.to_owned(), header: None, kind, optional };
    let choice = |name: &str| Choice { name: name.to_owned(), text: None };
    let typed = vec![
        column("retry", Kind::named("u32").unwrap(), true),
        column("on", Kind::Bool, false),
        column("weight", Kind::Float(64), false),
        column("grade", Kind::Char, true),
        column("severity", Kind::Category(Variants::Open), false),
        column("level", Kind::Category(Variants::Closed(vec![choice("Low"), choice("High")])), true),
        column("status", Kind::Category(Variants::HttpStatus), true),
    ];
    let roles = vec![(Role::Reason, "reason".to_owned()), (Role::Tips, "Exacq tips".to_owned())];
    let headers = ["code", "reason", "", "tips", "aliases"].map(str::to_owned).to_vec();
    let dialect = Dialect { delimiter: Some(b';'), ..Dialect::default() };
    let mut requests = vec![
        Wanted::by_headers(int("u16")),
        Wanted { columns: typed, only: vec!["1, 2-9".into()], ..Wanted::by_headers(int("i64")) },
        Wanted { roles, dialect, only: vec!["x, E*".into()], ..Wanted::by_headers(CodeType::Text) },
        Wanted {
            dialect: Dialect { headers: Some(headers), escape: Some(b'\\'), ..Dialect::default() },
            names: text("E{code}"),
            radix: true,
            ..Wanted::by_headers(int("i32"))
        },
        Wanted {
            dialect: Dialect { header_line: Some(2), ..Dialect::default() },
            skip: vec!["Unassigned".into(), "Reserved".into()],
            duplicates: Some(Duplicates::Alias),
            needs_names: false,
            has_body: false,
            ..Wanted::by_headers(CodeType::Text)
        },
        Wanted { only: vec!["404, 1xx".into()], ..Wanted::reference_table(Reference::named("http").unwrap()) },
    ];
    // A file over each of the others that has codes of its own.
    requests.extend(REFERENCES.iter().skip(1).take(2).map(Wanted::reference_table));
    requests
}

/// Whether each record of the file is a row, as far as the request keeps them all.
fn is_whole(table: &Table, source: &Source, wanted: &Wanted) -> bool {
    let keeps_all =
        wanted.base.is_empty() && wanted.only.is_empty() && wanted.skip.is_empty() && wanted.duplicates.is_none();
    !keeps_all || table.rows.len() == read(source, wanted, &mut Report::new()).records().count()
}

/// What the macros rely on.
fn valid(table: &Table, wanted: &Wanted) {
    let is_variant = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && name != "Self"
    };
    // HTTP's classes are a type of the runtime crate.
    let follows = wanted.reference().is_some_and(|reference| reference.class_name.is_some());
    let has_classes = table.has(Role::Class) && !follows;
    let mut codes = HashSet::new();
    let mut names = HashSet::new();
    let mut phrases = HashSet::new();
    for row in &table.rows {
        assert!(codes.insert(&row.code), "the code {} stands twice", row.code);
        let is_nameless = !wanted.needs_names && row.name.is_empty();
        assert!(is_nameless || (is_variant(&row.name) && names.insert(&row.name)), "{}", row.name);
        assert!(!row.reason.is_empty() || !wanted.needs_names);
        phrases.insert(row.reason.to_ascii_lowercase());
        assert_eq!(row.values.len(), table.columns.len());
        assert_eq!(row.class.is_some(), has_classes);
        assert!(row.class.is_none_or(|class| is_variant(&table.classes[class].name)));
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
        // Text codes may differ in case alone, and are parsed exactly.
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
    assert!(findings.len() <= 20 && (count == 0) == findings.is_empty());
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
