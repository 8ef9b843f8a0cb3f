//! What has to be built before a user's crate can be: with macros, without them, and a peer's.

use std::fs;

use status_docs_tests::generate::{Codes, Table};
use status_docs_tests::scratch::{self, Scratch};

use crate::Options;
use crate::build_rows::figures;
use crate::command_rows;
use crate::compile::{self, CSV_CODEGEN};
use crate::measure::{Cost, costs_in_turn};
use crate::report::Report;

/// Rows 1b, 5 and 5b.
pub fn measure(options: &Options, report: &mut Report) {
    let without_macros = options.ours().replace(" }", ", default-features = false }");
    if options.wants("5") || options.wants("5b") {
        let theirs = compile::package("tree-of-csv-codegen", &[CSV_CODEGEN]);
        let ours = compile::package("tree-of-ours", &[&options.ours()]);
        let small = compile::package("tree-without-macros", &[&without_macros]);
        let [ours, small, theirs] = cold([&ours, &small, &theirs], "build", options.rounds(5));
        let against = "csv-codegen's";
        if options.wants("5") {
            let work = "cold build of the dependency tree";
            report.row("5", work, against, figures(ours, theirs), ours.seconds / theirs.seconds, 0.90);
        }
        if options.wants("5b") {
            let work = "cold build of the dependency tree without macros";
            report.row("5b", work, against, figures(small, theirs), small.seconds / theirs.seconds, 0.04);
        }
    }
    if options.wants("1b") {
        let with_macro = compile::package("table-with-macro", &[&options.ours()]);
        let table = Table::of(60, Codes::Runs);
        with_macro.write("table.csv", table.csv());
        with_macro.write("src/lib.rs", table.with_macro("table.csv", false));
        let mut expand = command_rows::program(options);
        expand.arg("expand").current_dir(with_macro.dir());
        scratch::output(expand);
        let expansion = fs::read(with_macro.dir().join("src/lib.expanded.rs")).expect("the command wrote it");
        let expanded = compile::package("table-expanded", &[&without_macros]);
        expanded.write("src/lib.rs", expansion);
        let [ours, theirs] = cold([&expanded, &with_macro], "check", options.rounds(5));
        let work = "check of a crate with a checked-in expansion, 60 rows, cold";
        let ratio = ours.seconds / theirs.seconds;
        report.row("1b", work, "the same crate with the macro", figures(ours, theirs), ratio, 0.10);
    }
}

/// What cargo takes for each package where nothing is built yet.
fn cold<const N: usize>(packages: [&Scratch; N], what: &str, rounds: usize) -> [Cost; N] {
    // What has to be downloaded is, before the time is taken.
    for package in packages {
        scratch::output(package.downloading_cargo(&["fetch", "--quiet"]));
    }
    let commands = packages.map(|package| compile::cargo(package, &[what]));
    let clear = || {
        for package in packages {
            fs::remove_dir_all(compile::target_of(package)).or_else(allow_missing).expect("our own directory");
        }
    };
    costs_in_turn(&commands.each_ref(), rounds, clear)
}

fn allow_missing(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
