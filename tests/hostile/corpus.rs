//! `corpus/`: a file for each hazard, and beside it in a `.findings` what is said of it, line by line;
//! nothing for a good table. `BLESS=1 cargo test -p status-docs-tests --test hostile` writes them anew;
//! read the difference before you commit it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::table::{Request, compile};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile/corpus")
}

/// The names of the corpus's files, with their bytes.
pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn each_hazard_has_its_findings() {
    let mut differences = String::new();
    for (name, bytes) in files() {
        let said = compile(&format!("{name}.csv"), &bytes, &Request::of(&name)).said;
        let found: String = said.iter().flat_map(|line| [line, "\n"]).collect();
        let path = folder().join(&name).with_extension("findings");
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

/// Every record is a row of the table, or something was said.
#[test]
fn no_row_is_silently_left_out() {
    for (name, bytes) in files() {
        let request = Request::of(&name);
        let outcome = compile("t.csv", &bytes, &request);
        if outcome.said.is_empty() {
            let rows = outcome.table.unwrap().rows.len();
            assert!(outcome.records > 0, "{name}");
            let is_whole = if request.is_overlay { rows >= outcome.records } else { rows == outcome.records };
            assert!(is_whole, "{name}: {rows} rows of {} records", outcome.records);
        }
    }
}

/// Every finding is one sentence on one line, of this file, at a place that the file has.
#[test]
fn every_finding_has_its_place() {
    for (name, bytes) in files() {
        let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count();
        for said in compile("t.csv", &bytes, &Request::of(&name)).said {
            let rest = said.strip_prefix("t.csv:").unwrap_or_else(|| panic!("{name}: {said}"));
            assert!(!said.contains(['\n', '\r']), "{name}: {said}");
            if let Some((line, _)) = rest.split_once(':').filter(|_| !rest.starts_with(' ')) {
                let line: usize = line.parse().unwrap();
                assert!((1..=lines).contains(&line), "{name}: {said}");
            }
        }
    }
}

/// A finding cannot turn the reader's terminal, nor the direction of its text.
#[test]
fn findings_are_printable() {
    for (name, bytes) in files() {
        for said in compile("t.csv", &bytes, &Request::of(&name)).said {
            let odd = said.chars().find(|c| {
                c.is_control()
                    || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            });
            assert_eq!(odd, None, "{name}: {said}");
        }
    }
}
