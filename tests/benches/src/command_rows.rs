//! What the command takes from its start to its exit.

use std::process::{Command, ExitCode};

use status_docs_tests::generate::{Codes, Table};
use status_docs_tests::scratch::{self, toml_string};

use crate::Options;
use crate::build_rows::figures;
use crate::compile;
use crate::measure::costs_in_turn;
use crate::report::Report;

/// The bench calls itself with this: the least that a program can do with a table.
pub const COUNT_RECORDS: &str = "--count-records";

/// Reads a file with the `csv` crate and counts its records.
pub fn count_records(file: &str) -> ExitCode {
    let records = csv::Reader::from_path(file).expect("the file is there").into_records();
    println!("{}", records.flatten().count());
    ExitCode::SUCCESS
}

/// Row 15.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("15") {
        return;
    }
    let user = compile::package("command", &[]);
    user.write("src/lib.rs", Table::of(10_000, Codes::Runs).with_macro("table.csv", false));
    user.write("table.csv", Table::of(10_000, Codes::Runs).csv());
    let mut check = program(options);
    check.arg("check").current_dir(user.dir());
    let mut count = Command::new(std::env::current_exe().expect("our own path"));
    count.args([COUNT_RECORDS, "table.csv"]).current_dir(user.dir());
    let [ours, theirs] = costs_in_turn(&[&check, &count], options.rounds(31), || {});
    let ratio = ours.seconds / theirs.seconds;
    let against = "reading the file with csv and counting its records";
    report.row("15", "`check` of the command, 10000 rows", against, figures(ours, theirs), ratio, 8.0);
}

/// Builds the command as its users have it.
pub fn program(options: &Options) -> Command {
    let builder = compile::package("command-builder", &[]);
    let manifest = options.of.join("command/Cargo.toml");
    assert!(manifest.is_file(), "there is no command in {}", toml_string(&options.of));
    let mut build = compile::cargo(&builder, &["build", "--release"]);
    build.arg("--manifest-path").arg(&manifest);
    scratch::output(build);
    Command::new(compile::target_of(&builder).join("release/cargo-status-docs"))
}
