//! Every promise of the README names tests that are there.

use std::fs;
use std::path::Path;

use status_docs_tests::scratch::workspace;

#[test]
fn every_promise_has_its_tests() {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let section = readme.split("## Promises").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() >= 8, "{rows:?}");
    for row in rows {
        let tests = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        for place in tests.split("; ") {
            let mut words = place.split('`').skip(1).step_by(2);
            let path = workspace().join(words.next().unwrap_or_else(|| panic!("no test in {row}")));
            assert!(path.exists(), "{} is not there", path.display());
            let names: Vec<&str> = words.collect();
            assert!(!names.is_empty() || path.is_file(), "no test in {place}");
            let source = sources(&path);
            for name in names {
                assert!(source.contains(&format!("fn {name}(")), "{} has no test {name}", path.display());
            }
        }
    }
}

/// The text of a file, or of all Rust files below a folder.
fn sources(path: &Path) -> String {
    if path.is_file() {
        return fs::read_to_string(path).unwrap();
    }
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_dir() || path.extension().is_some_and(|end| end == "rs"))
        .map(|path| sources(&path))
        .collect()
}
