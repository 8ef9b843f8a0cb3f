//! What the macro costs the compiler: against its own output, against code by hand, against a peer.

use std::path::PathBuf;

use status_docs_tests::generate::{Codes, Table};

use crate::Options;
use crate::compile::{self, Goal, Toolchain, directory};
use crate::instead;
use crate::measure::{Cost, costs_in_turn};
use crate::report::Report;

/// One generated table in each of the ways to compile it.
struct Crates {
    empty: PathBuf,
    with_macro: PathBuf,
    expanded: PathBuf,
    by_hand: PathBuf,
    with_csv_codegen: PathBuf,
}

impl Crates {
    fn write(rows: usize, codes: Codes, toolchain: &Toolchain) -> Self {
        let table = Table::of(rows, codes);
        let directory = directory(&format!("{codes:?}-{rows}"));
        let write = |name: &str, text: &str| compile::write(&directory, name, text);
        write("table.csv", &table.csv());
        let with_macro = write("with_macro.rs", &table.with_macro("table.csv", false));
        let expanded = toolchain.expanded(&with_macro, "table.csv");
        Self {
            empty: write("empty.rs", "//! Nothing.\n"),
            expanded: write("expanded.rs", &expanded),
            by_hand: write("by_hand.rs", &instead::by_hand(&table)),
            with_csv_codegen: write("with_csv_codegen.rs", &instead::with_csv_codegen(&table, "table.csv")),
            with_macro,
        }
    }
}

/// Rows 1 to 4 and 12.
pub fn measure(options: &Options, report: &mut Report) {
    if ["1", "2", "3", "4", "12"].iter().any(|row| options.wants(row)) {
        let toolchain = Toolchain::new(options);
        let bench = Bench { options, toolchain: &toolchain };
        for (rows, target, rounds) in [(60, 1.05, 41), (1_000, 1.08, 21), (10_000, 1.08, 9)] {
            let crates = Crates::write(rows, Codes::Runs, &toolchain);
            if options.wants("1") {
                bench.against_expanded(report, &crates, (rows, target, rounds));
            }
            if rows == 60 && options.wants("2") {
                bench.against_hand(report, &crates);
            }
            if rows == 10_000 {
                bench.large(report, &crates, "codes in runs");
            }
        }
        if options.wants("4") || options.wants("12") {
            bench.large(report, &Crates::write(10_000, Codes::Scattered, &toolchain), "scattered codes");
        }
    }
}

pub fn figures(ours: Cost, theirs: Cost) -> String {
    format!("{:.3} / {:.3} s", ours.seconds, theirs.seconds)
}

struct Bench<'b> {
    options: &'b Options,
    toolchain: &'b Toolchain,
}

impl Bench<'_> {
    /// The costs of compiling files in turn.
    fn costs<const N: usize>(&self, files: [&PathBuf; N], goal: Goal, rounds: usize) -> [Cost; N] {
        let commands = files.map(|file| self.toolchain.compile(file, goal));
        costs_in_turn(&commands.each_ref(), self.options.rounds(rounds), || {})
    }

    fn against_expanded(&self, report: &mut Report, crates: &Crates, (rows, target, rounds): (usize, f64, usize)) {
        let [ours, theirs] = self.costs([&crates.with_macro, &crates.expanded], Goal::Check, rounds);
        let work = format!("check with the macro, {rows} rows");
        let ratio = ours.seconds / theirs.seconds;
        report.row("1", &work, "the same crate, pre-expanded", figures(ours, theirs), ratio, target);
    }

    /// What is emitted against code by hand, both over an empty crate.
    fn against_hand(&self, report: &mut Report, crates: &Crates) {
        for (goal, name, target) in [(Goal::Check, "check", 0.90), (Goal::Optimised, "-O build", 0.60)] {
            let [ours, theirs, empty] = self.costs([&crates.expanded, &crates.by_hand, &crates.empty], goal, 41);
            let (ours, theirs) = (ours.over(empty), theirs.over(empty));
            let work = format!("{name} of what is emitted, 60 rows, over an empty crate");
            let ratio = ours.seconds / theirs.seconds;
            report.row("2", &work, "enum and matches by hand", figures(ours, theirs), ratio, target);
        }
    }

    /// Rows 3, 4 and 12: 10,000 rows.
    fn large(&self, report: &mut Report, crates: &Crates, codes: &str) {
        // What takes the compiler 17 s has the same shape for any distribution of codes.
        if self.options.wants("3") && codes == "codes in runs" {
            let [ours, hand] = self.costs([&crates.with_macro, &crates.by_hand], Goal::Check, 3);
            let ratio = ours.seconds / hand.seconds;
            report.row("3", "check of 10000 rows", "enum and matches by hand", figures(ours, hand), ratio, 0.05);
        }
        if self.options.wants("4") {
            let [ours, peer] = self.costs([&crates.with_macro, &crates.with_csv_codegen], Goal::Check, 5);
            let ratio = ours.seconds / peer.seconds;
            let work = format!("check of 10000 rows, {codes}");
            let against = "csv-codegen: an enum and two matches of the same file";
            report.row("4", &work, against, figures(ours, peer), ratio, 0.27);
        }
        if self.options.wants("12") {
            let [ours, empty] = self.costs([&crates.with_macro, &crates.empty], Goal::Check, 3);
            let (ours, empty) = (ours.megabytes, empty.megabytes);
            let figures = format!("{ours:.0} / {empty:.0} MB");
            let work = format!("memory while checking 10000 rows, {codes}, MB more");
            report.row("12", &work, "an empty crate", figures, ours - empty, 150.0);
        }
    }
}
