//! `corpus/` has a file for each hazard, `exports/damaged/` tables that a spreadsheet has changed while saving. Beside
//! each, a `.findings` file has its findings, line by line; it is empty for a valid table. `BLESS=1 cargo test -p
//! status-docs-tests --test hostile` rewrites them; read the diff before you commit it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::table::{Outcome, Request, compile};

/// A CSV file, and what it is read as.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) request: Request,
}

impl File {
    /// The file's table, and its findings, in which the file has another name.
    pub(crate) fn compile(&self, file: &str) -> Outcome {
        compile(file, &self.bytes, &self.request)
    }
}

/// The CSV files of a folder, by their names.
pub(crate) fn files_of(folder: &str, request: impl Fn(&str, &[u8]) -> Request) -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    paths.sort();
    let file = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&path).unwrap();
        let request = request(&name, &bytes);
        File { path, name, bytes, request }
    };
    paths.into_iter().map(file).collect()
}

/// All files that have a `.findings`.
pub(crate) fn files() -> Vec<File> {
    let mut files = files_of("corpus", |name, _| Request::of(name));
    files.extend(files_of("exports/damaged", Request::of_export));
    files
}

// Promise: A table or findings
#[test]
fn each_hazard_has_its_findings() {
    let mut differences = String::new();
    for file in files() {
        let name = &file.name;
        let said = file.compile(&format!("{name}.csv")).said;
        let found: String = said.iter().flat_map(|line| [line, "\n"]).collect();
        let path = file.path.with_extension("findings");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &found).unwrap();
        }
        match fs::read_to_string(&path) {
            Ok(expected) if expected == found => {}
            Ok(expected) => {
                let _ = write!(differences, "\n== {name}\nexpected:\n{expected}found:\n{found}");
            }
            Err(_) => {
                let _ = write!(differences, "\n== {name} has no .findings; found:\n{found}");
            }
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

/// Every record is a row of the table, or there is a finding.
// Promise: A table or findings
#[test]
fn no_row_is_silently_left_out() {
    for file in files() {
        let name = &file.name;
        let outcome = file.compile("t.csv");
        if outcome.said.is_empty() {
            let rows = outcome.table.unwrap().rows.len();
            assert!(outcome.records > 0, "{name}");
            let is_whole = if file.request.is_overlay { rows >= outcome.records } else { rows == outcome.records };
            assert!(is_whole, "{name}: {rows} rows of {} records", outcome.records);
        }
    }
}

/// Every finding is one sentence on one line, of this file, at a place that the file has; a second line may have the
/// cure in Rust.
#[test]
fn every_finding_has_its_place() {
    for file in files() {
        let name = &file.name;
        let lines = file.bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count();
        for said in file.compile("t.csv").said {
            let rest = said.strip_prefix("t.csv:").unwrap_or_else(|| panic!("{name}: {said}"));
            let cure = said.split_once('\n').map(|(_, cure)| cure);
            assert!(cure.is_none_or(|cure| cure.starts_with("help: ") && !cure.contains('\n')), "{name}: {said}");
            assert!(!said.contains('\r'), "{name}: {said}");
            if let Some((line, _)) = rest.split_once(':').filter(|_| !rest.starts_with(' ')) {
                let line: usize = line.parse().unwrap();
                assert!((1..=lines).contains(&line), "{name}: {said}");
            }
        }
    }
}

/// A finding cannot send control sequences to the reader's terminal, nor change the direction of its text.
#[test]
fn findings_are_printable() {
    for file in files() {
        for said in file.compile("t.csv").said {
            let odd = said.replacen("\nhelp: ", "", 1).chars().find(|c| {
                c.is_control()
                    || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            });
            assert_eq!(odd, None, "{}: {said}", file.name);
        }
    }
}
