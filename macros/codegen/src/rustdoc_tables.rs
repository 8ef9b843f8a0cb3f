//! The tables in the docs that users read, so that tests can compare them with the lists in the code.

use std::fs;
use std::path::Path;

/// The text of a file of the workspace.
pub(crate) fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The rows of the first table that follows a sentence in the docs of a file.
pub(crate) fn rows(file: &str, sentence: &str) -> Vec<String> {
    let source = text(file);
    let lines = source.lines().map(|line| line.trim_start_matches(['/', '!']).trim());
    let mut rest = lines.skip_while(|line| !line.contains(sentence));
    assert!(rest.next().is_some(), "{file} has no {sentence:?}");
    let table = rest.skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let rows: Vec<String> = table.skip(2).map(str::to_owned).collect();
    assert!(!rows.is_empty(), "{file} has no table after {sentence:?}");
    rows
}

/// The first cells of such a table.
pub(crate) fn cells(file: &str, sentence: &str) -> Vec<String> {
    rows(file, sentence).iter().map(|row| row.split(" | ").next().unwrap_or_default().to_owned()).collect()
}

/// What is written as code in a cell.
pub(crate) fn code_in(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}
