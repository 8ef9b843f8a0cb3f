//! What the macro costs the compiler: against its own output, against code by hand, against a peer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Options;
use crate::generate::{Codes, Table};
use crate::measure::{Cost, cost_of, costs_in_turn};
use crate::report::Report;
use crate::scratch::{self, Compiler, Goal};

/// The commands that compile one generated table in each of the ways.
struct Crates {
    empty: PathBuf,
    with_macro: PathBuf,
    expanded: PathBuf,
    by_hand: PathBuf,
    with_csv_codegen: PathBuf,
}

impl Crates {
    fn write(rows: usize, compiler: &Compiler) -> Self {
        let table = Table::of(rows, Codes::Near);
        let directory = scratch::directory(&format!("near-{rows}"));
        let write = |name: &str, text: &str| {
            let file = directory.join(name);
            fs::write(&file, text).expect("the target directory can be written");
            file
        };
        write("table.csv", &table.csv());
        let with_macro = write("with_macro.rs", &table.with_macro("table.csv", false));
        let expanded = compiler.expanded(&with_macro, "table.csv");
        Self {
            empty: write("empty.rs", "//! Nothing.\n"),
            expanded: write("expanded.rs", &expanded),
            by_hand: write("by_hand.rs", &table.by_hand()),
            with_csv_codegen: write("with_csv_codegen.rs", &Table::with_csv_codegen("table.csv")),
            with_macro,
        }
    }
}

/// Rows 1 to 5 and 12.
pub fn measure(options: &Options, report: &mut Report) {
    if ["1", "2", "3", "4", "12"].iter().any(|row| options.wants(row)) {
        let compiler = Compiler::new();
        for (rows, target, rounds) in [(60, 1.05, 41), (1_000, 1.07, 21), (10_000, 1.08, 9)] {
            let crates = Crates::write(rows, &compiler);
            if options.wants("1") {
                against_expanded(options, report, &compiler, &crates, (rows, target, rounds));
            }
            if rows == 60 && options.wants("2") {
                against_hand(options, report, &compiler, &crates);
            }
            if rows == 10_000 {
                large(options, report, &compiler, &crates);
            }
        }
    }
    if options.wants("5") {
        dependencies(options, report);
    }
}

fn check(compiler: &Compiler, file: &Path) -> Command {
    compiler.compile(file, Goal::Check)
}

fn figures(ours: Cost, theirs: Cost) -> String {
    format!("{:.3} / {:.3} s", ours.seconds, theirs.seconds)
}

fn against_expanded(
    options: &Options,
    report: &mut Report,
    compiler: &Compiler,
    crates: &Crates,
    (rows, target, rounds): (usize, f64, usize),
) {
    let commands = [check(compiler, &crates.with_macro), check(compiler, &crates.expanded)];
    let costs = costs_in_turn(&[&commands[0], &commands[1]], options.rounds(rounds), || {});
    let work = format!("check with the macro, {rows} rows");
    let ratio = costs[0].seconds / costs[1].seconds;
    report.row("1", &work, "the same crate, pre-expanded", figures(costs[0], costs[1]), ratio, target);
}

/// What is emitted against code by hand, both over an empty crate.
fn against_hand(options: &Options, report: &mut Report, compiler: &Compiler, crates: &Crates) {
    for (goal, name, target) in [(Goal::Check, "check", 0.90), (Goal::Optimised, "-O build", 0.65)] {
        let commands = [&crates.expanded, &crates.by_hand, &crates.empty].map(|file| compiler.compile(file, goal));
        let costs = costs_in_turn(&[&commands[0], &commands[1], &commands[2]], options.rounds(41), || {});
        let over_empty = |index: usize| Cost { seconds: costs[index].seconds - costs[2].seconds, megabytes: 0.0 };
        let (ours, theirs) = (over_empty(0), over_empty(1));
        let work = format!("{name} of what is emitted, 60 rows, over an empty crate");
        report.row(
            "2",
            &work,
            "enum and matches by hand",
            figures(ours, theirs),
            ours.seconds / theirs.seconds,
            target,
        );
    }
}

/// Rows 3, 4 and 12: 10,000 rows.
fn large(options: &Options, report: &mut Report, compiler: &Compiler, crates: &Crates) {
    let ours = check(compiler, &crates.with_macro);
    if options.wants("3") {
        let hand = check(compiler, &crates.by_hand);
        let costs = costs_in_turn(&[&ours, &hand], options.rounds(3), || {});
        let ratio = costs[0].seconds / costs[1].seconds;
        report.row("3", "check of 10000 rows", "enum and matches by hand", figures(costs[0], costs[1]), ratio, 0.06);
    }
    if options.wants("4") {
        let peer = check(compiler, &crates.with_csv_codegen);
        let costs = costs_in_turn(&[&ours, &peer], options.rounds(5), || {});
        let ratio = costs[0].seconds / costs[1].seconds;
        let against = "csv-codegen: an enum and two matches of the same file";
        report.row("4", "check of 10000 rows", against, figures(costs[0], costs[1]), ratio, 0.35);
    }
    if options.wants("12") {
        let empty = check(compiler, &crates.empty);
        let costs = costs_in_turn(&[&ours, &empty], options.rounds(3), || {});
        let (ours, empty) = (costs[0].megabytes, costs[1].megabytes);
        let figures = format!("{ours:.0} / {empty:.0} MB");
        report.row("12", "memory while checking 10000 rows, MB more", "an empty crate", figures, ours - empty, 150.0);
    }
}

/// Row 5: everything that has to be built before a user's crate can be.
fn dependencies(options: &Options, report: &mut Report) {
    let ours = scratch::package("tree-of-ours", &scratch::status_docs());
    let theirs = scratch::package("tree-of-csv-codegen", "csv-codegen = \"0.2\"");
    let packages = [&ours, &theirs];
    let commands = packages.map(|package| scratch::cargo_build(package));
    // What has to be downloaded is.
    for command in &commands {
        cost_of(command);
    }
    let clear = || {
        for package in packages {
            fs::remove_dir_all(package.join("target")).or_else(allow_missing).expect("our own directory");
        }
    };
    let costs = costs_in_turn(&[&commands[0], &commands[1]], options.rounds(5), clear);
    let ratio = costs[0].seconds / costs[1].seconds;
    report.row("5", "cold build of the dependency tree", "csv-codegen's", figures(costs[0], costs[1]), ratio, 0.65);
}

fn allow_missing(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
