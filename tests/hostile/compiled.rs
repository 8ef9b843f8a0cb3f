//! The corpus, and tables made at random, through the macro and the compiler: a table without findings compiles without
//! any output, and one with findings gives exactly these.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use status_docs_tests::scratch::{Scratch, text};

use crate::corpus::{self, File};
use crate::table::Request;

/// A library with a module for each table.
fn library(name: &str, lints: &str, tables: &[File]) -> Scratch {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    let mut source = format!("{lints}\n//! Tables.\n");
    for File { name, bytes, request, .. } in tables {
        scratch.write(&format!("tables/{name}.csv"), bytes);
        let _ = write!(source, "/// One.\npub mod {name} {{\n{}}}\n", request.in_rust(name));
    }
    scratch.write("src/lib.rs", source);
    scratch
}

/// The tables with findings, or those without.
fn part(mut tables: Vec<File>, is_good: bool) -> Vec<File> {
    tables.retain(|file| file.compile("t.csv").said.is_empty() == is_good);
    tables
}

#[test]
fn good_tables_compile_without_a_word() {
    let mut tables = part(corpus::files(), true);
    tables.extend(made_at_random(12));
    let scratch = library("hostile-good", "#![deny(warnings, missing_docs)]", &tables);
    let said = scratch.diagnostics(&["check"]);
    assert_eq!(said, [], "{said:#?}");
    // Rustdoc reads the texts as Markdown.
    let mut doc = scratch.cargo(&["doc", "--no-deps"]);
    let output = doc.env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all").output().unwrap();
    assert!(output.status.success(), "{}", text(&output));
}

// Promise: No follow-up errors
#[test]
fn wrong_tables_say_their_findings_and_nothing_else() {
    let tables = part(corpus::files(), false);
    let scratch = library("hostile-wrong", "#![deny(missing_docs)]", &tables);
    let said = scratch.diagnostics(&["check"]);
    let found: BTreeSet<(&str, &str)> = said.iter().map(|said| (said.level.as_str(), said.message.as_str())).collect();
    let expected: Vec<String> =
        tables.iter().flat_map(|file| file.compile(&format!("tables/{}.csv", file.name)).said).collect();
    let expected: BTreeSet<(&str, &str)> = expected.iter().map(|line| ("error", line.as_str())).collect();
    assert_eq!(found, expected);
}

/// Tables whose cells hold anything at all, from one seed, so that a failure is reproducible.
fn made_at_random(count: usize) -> Vec<File> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[6; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let cell = prop_oneof![".{0,30}", "[\\PC\\n`*_\\[\\]<>|~#&{}'\"\\\\!-]{0,40}"];
    // Invisible characters in a phrase are a finding; all other texts may contain anything.
    let row = ("[ -~\u{ae}-\u{17e}]{1,30}[a-z]", proptest::collection::vec(cell, 3));
    let rows = proptest::collection::vec(row, 1..12);
    (0..count)
        .map(|table| {
            let mut text = String::from("code,name,reason,definition,tips,reference\n");
            for (code, (phrase, cells)) in rows.new_tree(&mut runner).unwrap().current().iter().enumerate() {
                let cells: Vec<String> = cells.iter().chain([phrase]).rev().map(|cell| quoted(cell)).collect();
                let _ = writeln!(text, "{code},Row {code},{}", cells.join(","));
            }
            let name = format!("random_{table}");
            let request = Request::of(&name);
            File { path: name.clone().into(), name, bytes: text.into_bytes(), request }
        })
        .collect()
}

/// As a spreadsheet writes it, without the characters that are findings themselves.
fn quoted(cell: &str) -> String {
    const REPORTED: [char; 6] = ['\0', '\r', '\u{fffd}', '\u{c2}', '\u{c3}', '\u{e2}'];
    format!("\"{}\"", cell.replace(REPORTED, "").replace('"', "\"\""))
}
