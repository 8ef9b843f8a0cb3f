//! What people paste: the list of cases that the page's search has too, and what only a terminal is asked.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_status_docs::{Explained, Project, Question, explain};

const SEARCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../export/tests/search");

/// A package with the table of the cases, and one of database errors; written once for all tests.
fn package() -> Project {
    static FOLDER: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    Project::in_folder(FOLDER.get_or_init(written).as_path())
}

fn written() -> PathBuf {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"door\"\nversion = \"0.1.0\"\nedition = \"2024\"\n")
        .unwrap();
    let source = "status_docs::status_table! {
        #[status(csv = \"faults.csv\")]
        pub enum Fault: u16 { severity: enum Severity = \"severity\" }
        #[status(csv = \"states.csv\")]
        pub enum SqlState: str;
    }";
    fs::write(folder.join("src/lib.rs"), source).unwrap();
    fs::copy(format!("{SEARCH}/faults.csv"), folder.join("faults.csv")).unwrap();
    let states = "code,name,reason\n23505,UniqueViolation,Unique violation\n08001,NoConnection,No connection\n08006,Lost,Connection failure\n100,NoData,No data\n";
    fs::write(folder.join("states.csv"), states).unwrap();
    folder
}

fn asked(project: &Project, what: &str, table: Option<&str>) -> Explained {
    let question = Question { what: what.to_owned(), is_search: false, table: table.map(str::to_owned) };
    explain(project, &question).unwrap()
}

/// `Fault 100 101`, table by table.
fn found(explained: &Explained) -> Vec<String> {
    let mut all = Vec::new();
    for answer in &explained.found {
        let codes: Vec<String> = answer.rows().map(|row| row.code.to_string()).collect();
        all.push(format!("{} {}", answer.subject.name, codes.join(" ")));
    }
    all
}

#[test]
fn every_case_of_the_shared_list_is_found() {
    let project = package();
    let cases = fs::read_to_string(format!("{SEARCH}/cases.tsv")).unwrap();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for line in cases.lines().filter(|line| !line.starts_with("# ")) {
        let parts: Vec<&str> = line.split('\t').collect();
        let explained = asked(&project, parts[0], Some("Fault"));
        let codes: BTreeSet<String> =
            explained.found.iter().flat_map(|answer| answer.rows().map(|row| row.code.to_string())).collect();
        let how = match (codes.is_empty(), explained.is_exact) {
            (true, _) => "none",
            (false, true) => "exact",
            (false, false) => "closest",
        };
        let wanted: BTreeSet<String> = parts[2].split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
        if (how, &codes) != (parts[1], &wanted) {
            wrong.push(format!("{line}: {how} {codes:?}"));
        }
        count += 1;
    }
    assert!(count > 20 && wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_only_a_terminal_is_asked() {
    let project = package();
    let cases = [
        ("a path to a row", "Fault::DoorForced", vec!["Fault 100"], true),
        ("a path to a category", "Severity::Low", vec!["Fault 101 110"], true),
        ("a whole table", "SqlState", vec!["SqlState 23505 08001 08006 100"], true),
        ("a table's name before a code", "SQLSTATE 23505", vec!["SqlState 23505"], true),
        ("a table's name decides between two", "SQLSTATE 100", vec!["SqlState 100"], true),
        ("HTTP decides between two", "HTTP 100", vec!["HttpStatus 100"], true),
        ("a line of a log of HTTP", "HTTP/1.1 404 Not Found", vec!["HttpStatus 404"], true),
        ("a pattern of text codes", "08*", vec!["SqlState 08001 08006"], true),
        ("another pattern of text codes", "08xxx", vec!["SqlState 08001 08006"], true),
        ("a code in hexadecimal", "0x64", vec!["Fault 100", "HttpStatus 100"], true),
    ];
    for (name, what, expected, is_exact) in cases {
        let explained = asked(&project, what, None);
        assert_eq!(
            (found(&explained), explained.is_exact),
            (expected.iter().map(|&text| text.to_owned()).collect(), is_exact),
            "{name}"
        );
    }
}

#[test]
fn a_number_that_is_no_code_has_no_neighbours() {
    let project = package();
    let explained = asked(&project, "799", None);
    assert_eq!(explained.similar, [""; 0]);
    assert_eq!(
        explained.ranges.as_deref(),
        Some("no table has 799: Fault has 100 to 1001, the HTTP reference 100 to 511")
    );
    let explained = asked(&project, "fault 799", Some("Fault"));
    assert_eq!(explained.ranges.as_deref(), Some("no table has 799: Fault has 100 to 1001"));
    assert_eq!(asked(&project, "dor forced", None).similar, ["100 Door forced"]);
    // A time, and no code in hexadecimal.
    let took = asked(&project, "took 64h", None);
    assert_eq!((found(&took), took.similar), (Vec::new(), Vec::new()));
}
