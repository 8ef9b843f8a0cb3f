//! The invariants of the fuzzers, checked for the files that are here, and for a few that are generated.

use std::fs;
use std::path::PathBuf;

use status_docs_tests::invariants::{exports, grammar, messages, read_and_check};
use status_docs_tests::random::Random;
use status_docs_tests::scratch::workspace;

/// The files of a folder of the tests, and of the folders in it.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![workspace().join("tests").join(folder)];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn tables() -> Vec<PathBuf> {
    let tables: Vec<PathBuf> =
        ["hostile", "tables", "ui/tables"].iter().flat_map(|folder| files(folder, "csv")).collect();
    assert!(tables.len() > 100, "{}", tables.len());
    tables
}

/// A file, and the first half of it.
fn cuts(bytes: &[u8]) -> [&[u8]; 2] {
    [&bytes[..bytes.len() / 2], bytes]
}

#[test]
fn any_file_is_a_table_or_has_findings() {
    for path in tables() {
        for bytes in cuts(&fs::read(path).unwrap()) {
            read_and_check(bytes);
        }
    }
}

#[test]
fn any_table_is_exported_as_text() {
    for path in tables() {
        exports(&fs::read(path).unwrap());
    }
}

#[test]
fn any_text_is_a_message_or_says_why_not() {
    const PARTS: [&str; 24] = [
        "{",
        "}",
        "{{",
        "}}",
        "{id}",
        "{0}",
        "{name:?}",
        "{-id}",
        ":",
        "\"",
        "'",
        "%",
        "$",
        "a",
        " ",
        "\n",
        "\u{200f}",
        "\u{2068}",
        "\u{2069}",
        "{x:\u{e9}<8}",
        "-",
        ",",
        "de-AT;q=0.5",
        "*",
    ];
    for path in tables() {
        let bytes = fs::read(path).unwrap();
        for line in bytes.split(|byte| *byte == b'\n').skip(1).take(1) {
            messages(line);
        }
    }
    let mut random = Random::default();
    for _ in 0..150 {
        let mut text = String::new();
        for _ in 0..random.below(8) {
            text.push_str(PARTS[random.below(24)]);
        }
        messages(text.as_bytes());
    }
}

#[test]
fn any_source_expands_to_rust() {
    for folder in ["ui/cases", "hygiene/cases", "run_pass", "derive"] {
        for path in files(folder, "rs") {
            grammar(&fs::read(path).unwrap());
        }
    }
}

#[test]
fn any_words_expand_to_rust() {
    let mut random = Random::default();
    for _ in 0..500 {
        let count = random.below(12);
        // Beyond the vocabulary there are no words.
        let words: Vec<u8> = (0..count).map(|_| u8::try_from(random.below(125)).unwrap()).collect();
        grammar(&words);
    }
}
