//! Every promise of the README is checked by a test, and every promise that a test names exists.
//!
//! A test says so in a line before its `#[test]`, or in the first line of a case of `tests/ui`:
//! `// Promise: Edits rebuild`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use status_docs_tests::scratch::workspace;

#[test]
fn the_promises_of_the_readme_are_those_of_the_tests() {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let section = readme.split("\n## Promises\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let promised: BTreeSet<String> =
        section.lines().filter_map(|line| Some(line.strip_prefix("- **")?.split_once(".**")?.0.to_owned())).collect();
    assert!(promised.len() > 8, "{promised:?}");
    let mut held = BTreeSet::new();
    for room in ["data", "export", "macros", "runtime", "command", "tests"] {
        collect(&workspace().join(room), &mut held);
    }
    assert_eq!(held, promised);
}

/// The promises that the Rust files below a folder claim to check.
fn collect(folder: &Path, held: &mut BTreeSet<String>) {
    // A folder that does not exist yet has none.
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, held);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            of_file(&path, held);
        }
    }
}

fn of_file(path: &Path, held: &mut BTreeSet<String>) {
    let source = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let is_case = path.parent().is_some_and(|folder| folder.ends_with("ui/cases"));
    for (index, line) in lines.iter().enumerate() {
        let Some(promise) = line.strip_prefix("// Promise: ") else { continue };
        let is_test = lines.get(index + 1).is_some_and(|next| *next == "#[test]");
        assert!(is_test || (is_case && index == 0), "{}:{}: no test follows", path.display(), index + 1);
        held.insert(promise.to_owned());
    }
}
