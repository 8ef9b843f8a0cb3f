//! The command line: arguments in, text and an exit code out.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::Failure;
use crate::package::Selection;
use crate::print::{github, human, json};
use crate::project::Project;

/// Checks, explains and exports tables of status codes, as `status-docs` compiles them.
///
/// Reads the sources of the package as text: neither a compiler nor a network is needed.
#[derive(Debug, Parser)]
#[command(name = "cargo-status-docs", bin_name = "cargo status-docs", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    project: ProjectArguments,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Which tables")]
struct ProjectArguments {
    /// The Cargo.toml to use [default: the nearest one]
    #[arg(long, global = true, value_name = "PATH")]
    manifest_path: Option<PathBuf>,
    /// A package of the workspace; may be repeated [default: the package here, or all of a workspace]
    #[arg(long, short, global = true, value_name = "NAME")]
    package: Vec<String>,
    /// Another name by which the sources import the macro or the derive; may be repeated
    #[arg(long = "macro", global = true, value_name = "NAME")]
    macros: Vec<String>,
    /// The folder that tables in "$OUT_DIR" were written to
    #[arg(long, global = true, value_name = "DIR")]
    out_dir: Option<PathBuf>,
    /// What a column of a CSV is that no source names, as a table's body says it: code="Fault No."; may be repeated
    #[arg(long = "column", global = true, value_name = "ENTRY")]
    columns: Vec<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Finds what the macro would find, in every table of the package or in the files given
    ///
    /// Exit code: 0 if nothing is wrong, 1 if something is, 2 if the command cannot be carried out.
    Check {
        /// CSV files; with none, every table that the sources name
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How findings are shown
        #[arg(long, value_enum, default_value_t)]
        format: CheckFormat,
    },
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum CheckFormat {
    /// With the cell's line, as the compiler shows one
    #[default]
    Human,
    /// One document
    Json,
    /// Annotations on the lines of the CSV, for GitHub's workflows
    Github,
}

/// What a command leaves behind.
enum Outcome {
    Good,
    /// Something was found, or is not found.
    Bad,
}

/// Runs the command that the arguments say, and prints.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse_from(arguments());
    match arguments.run() {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Bad) => ExitCode::from(1),
        Err(failure) => {
            let _ = writeln!(anstream::stderr(), "error: {failure}");
            ExitCode::from(2)
        }
    }
}

/// The arguments without the one that cargo adds: `cargo status-docs check` starts `cargo-status-docs status-docs check`.
fn arguments() -> impl Iterator<Item = std::ffi::OsString> {
    let mut is_second = false;
    std::env::args_os().enumerate().filter_map(move |(index, argument)| {
        is_second = index == 1;
        (!is_second || argument != "status-docs").then_some(argument)
    })
}

fn print(text: &str) {
    // Whoever stopped reading has read enough.
    let _ = anstream::stdout().write_all(text.as_bytes());
}

fn note(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

impl Arguments {
    fn run(self) -> Result<Outcome, Failure> {
        let project = self.project.project();
        match self.command {
            Command::Check { paths, format } => check(&project, &paths, format),
        }
    }
}

impl ProjectArguments {
    fn project(self) -> Project {
        Project {
            folder: PathBuf::new(),
            selection: Selection { manifest: self.manifest_path, packages: self.package },
            macros: self.macros,
            out_dir: self.out_dir,
            columns: self.columns,
        }
    }
}

fn check(project: &Project, paths: &[PathBuf], format: CheckFormat) -> Result<Outcome, Failure> {
    let checked = crate::check(project, paths)?;
    match format {
        CheckFormat::Json => print(&json::checked(project, &checked)),
        CheckFormat::Github => {
            checked.problems.iter().for_each(|problem| print(&github::problem(problem)));
            checked.skipped.iter().for_each(|remark| print(&github::skipped(project, remark)));
        }
        CheckFormat::Human => {
            let mut shown = human::Shown::new(project);
            checked.skipped.iter().for_each(|remark| note(&shown.skipped(remark)));
            for problem in &checked.problems {
                print(&(shown.problem(problem) + "\n"));
            }
            print(&summary(&checked));
        }
    }
    Ok(if checked.problems.is_empty() { Outcome::Good } else { Outcome::Bad })
}

fn summary(checked: &crate::check::Checked) -> String {
    let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let tables = count(checked.tables, "table");
    match (checked.tables, checked.problems.len()) {
        (0, 0) => format!("no table in {}\n", count(checked.files, "Rust file")),
        (_, 0) => format!("{tables}, {}: nothing is wrong\n", count(checked.rows, "row")),
        (_, problems) => format!("{tables}: {}\n", count(problems, "finding")),
    }
}
