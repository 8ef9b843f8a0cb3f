//! The command line: arguments in, text and an exit code out.
#![allow(clippy::doc_markdown, reason = "these are the texts of --help")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::package::Selection;
use crate::path::shown;
use crate::print::{card, github, human, json};
use crate::problem::Problem;
use crate::project::Project;
use crate::select::{NoTable, Problems};
use crate::{Export, Failure, Form, Format, Question, States, difference};

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
    /// Which column of a CSV is what, as a table's body says it, if no source uses the CSV: code="Fault No."; may be
    /// repeated
    #[arg(long = "column", global = true, value_name = "ENTRY")]
    columns: Vec<String>,
    /// How a CSV is read, as csv(…) says it in code, if no source uses it: 'headers("code", "name"), radix = 16'
    #[arg(long, global = true, value_name = "WORDS")]
    csv: Option<String>,
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
    /// Says what a code, a name, a phrase or a class (4xx) means: the package's tables first, then the references
    ///
    /// Exit code: 0 if something is found, 1 if not, 2 if the command cannot be carried out.
    Explain {
        /// A code, a name in code, a phrase, a class; with --search, words
        #[arg(required = true, value_name = "WHAT", allow_negative_numbers = true)]
        what: Vec<String>,
        /// Finds rows that have all the words, in any of their texts
        #[arg(long)]
        search: bool,
        /// Looks in this table alone: Fault, faults::Fault, a reference (http), or a CSV file
        #[arg(long, value_name = "NAME")]
        table: Option<String>,
    },
    /// Writes a table as a page, or for another language
    ///
    /// Exit code: 0 if it is written, 1 if the table has findings or (--check) the file is not current, 2 if the command
    /// cannot be carried out.
    Export {
        /// What to write
        #[arg(long, value_parser = formats(), required_unless_present = "template")]
        format: Option<Format>,
        /// A template (minijinja) to write what no format does, over the document that --format json writes
        #[arg(long, value_name = "FILE", conflicts_with = "format")]
        template: Option<PathBuf>,
        /// The table: Fault, faults::Fault, a reference (http), or a CSV file [default: the only one there is]
        #[arg(long, value_name = "NAME")]
        table: Option<String>,
        /// The title of the page [default: the table's name]
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// The file to write [default: the terminal]
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Writes nothing, and fails with the difference if the file is not what would be written
        #[arg(long, requires = "output")]
        check: bool,
    },
    /// Makes a clean CSV of a workbook, a document, a table in a text, or a C header, and says what it changed
    ///
    /// Reads .xlsx, .xlsm, .xls, .ods; JSON, YAML, TOML; tables in Markdown and HTML; enums and defines of C and C++; CSV
    /// in any dialect. Exit code: 0 if all is there, 1 if it is written, but something could not be carried over, or
    /// (--check) the file is not current, 2 if nothing is written.
    #[cfg(feature = "import")]
    Import {
        /// The file to read
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Which of several sheets or tables: its name, or its number from 1
        #[arg(long, value_name = "NAME|N")]
        sheet: Option<String>,
        /// The file to write [default: the terminal]
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Writes nothing, and fails with the difference if the file is not what would be written
        #[arg(long, requires = "output")]
        check: bool,
    },
    /// Compares two states of the tables, and says which changes are breaking: removed, renumbered, renamed in code
    ///
    /// Exit code: 0 if nothing is breaking, 1 if something is, 2 if the command cannot be carried out.
    Diff {
        /// A revision of git (main, v1.2), or a CSV file
        #[arg(value_name = "OLD")]
        old: String,
        /// A revision of git, or a CSV file [default: the working tree]
        #[arg(value_name = "NEW")]
        new: Option<String>,
        /// Compares this table alone
        #[arg(long, value_name = "NAME")]
        table: Option<String>,
        /// How the changes are shown
        #[arg(long, value_enum, default_value_t)]
        format: DiffFormat,
    },
    /// Writes what the macros emit beside each source (src/faults.expanded.rs), for builds without macros and for review
    ///
    /// Exit code: 0 if it is written, 1 if a table has findings or (--check) a file is not current, 2 if the command
    /// cannot be carried out.
    Expand {
        /// Writes nothing, and fails with the difference if a file is not what would be written
        #[arg(long)]
        check: bool,
    },
}

/// The names of the formats, each with what it is.
fn formats() -> impl TypedValueParser<Value = Format> {
    let mut names = Vec::new();
    for format in Format::ALL {
        names.push(PossibleValue::new(format.name()).help(format.about()));
    }
    PossibleValuesParser::new(names).try_map(|name| Format::named(&name).ok_or("no such format"))
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum DiffFormat {
    /// A list
    #[default]
    Human,
    /// One document
    Json,
    /// Markdown for a changelog
    Md,
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

/// How a command ended.
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
    std::env::args_os().enumerate().filter_map(|(index, argument)| {
        let is_from_cargo = index == 1 && argument == "status-docs";
        (!is_from_cargo).then_some(argument)
    })
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever stopped reading has read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::usage(format!("the output cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

fn note(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

impl Arguments {
    fn run(self) -> Result<Outcome, Failure> {
        let project = self.project.project();
        match self.command {
            Command::Check { paths, format } => check(&project, &paths, format),
            Command::Explain { what, search, table } => {
                explain(&project, &Question { what: what.join(" "), is_search: search, table })
            }
            Command::Export { format, template, table, title, output, check } => {
                let form = match (format, template) {
                    (Some(format), _) => Form::Format(format),
                    (None, template) => Form::Template(template.unwrap_or_default()),
                };
                let wanted = Export { form, table, title };
                export(&project, &wanted, output.as_deref(), check)
            }
            #[cfg(feature = "import")]
            Command::Import { file, sheet, output, check } => {
                let wanted = crate::Import { file, sheet, csv: project.csv.clone() };
                import(&project, &wanted, output.as_deref(), check)
            }
            Command::Diff { old, new, table, format } => diff(&project, &States { old, new, table }, format),
            Command::Expand { check } => expand(&project, check),
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
            csv: self.csv,
        }
    }
}

fn check(project: &Project, paths: &[PathBuf], format: CheckFormat) -> Result<Outcome, Failure> {
    let checked = crate::check(project, paths)?;
    match format {
        CheckFormat::Json => print(&json::checked(project, &checked))?,
        CheckFormat::Github => {
            let problems = checked.problems.iter().map(github::problem);
            let skipped = checked.skipped.iter().map(|remark| github::skipped(project, remark));
            print(&problems.chain(skipped).collect::<String>())?;
        }
        CheckFormat::Human => {
            let mut shown = human::Shown::new(project);
            checked.skipped.iter().for_each(|remark| note(&shown.skipped(remark)));
            for problem in &checked.problems {
                print(&(shown.problem(problem) + "\n"))?;
            }
            print(&summary(&checked))?;
        }
    }
    Ok(if checked.problems.is_empty() { Outcome::Good } else { Outcome::Bad })
}

fn explain(project: &Project, question: &Question) -> Result<Outcome, Failure> {
    if question.what.trim().is_empty() {
        return Err(Failure::usage("say what to look for: a code, a name, a phrase, a class, or words with --search"));
    }
    let explained = crate::explain(project, question)?;
    for path in &explained.wrong {
        note(&format!("note: {path} has findings, which `check` shows; its other rows are looked in\n"));
    }
    if explained.found.is_empty() {
        let meant = match (explained.similar.as_slice(), explained.mentioned) {
            ([], 0) => String::new(),
            ([], 1) => "; 1 row has it in its texts, which --search finds".to_owned(),
            ([], rows) => format!("; {rows} rows have it in their texts, which --search finds"),
            (meant, _) => format!("; did you mean {}?", meant.join(", or ")),
        };
        let what = if question.is_search { "no row has" } else { "no code, name, phrase or class is" };
        note(&format!("{what} {:?}{meant}\n", question.what));
        return Ok(Outcome::Bad);
    }
    print(&card::explained(&explained))?;
    Ok(Outcome::Good)
}

fn export(project: &Project, wanted: &Export, output: Option<&Path>, is_check: bool) -> Result<Outcome, Failure> {
    let text = match crate::export(project, wanted) {
        Ok(text) => text,
        Err(NoTable::Failure(failure)) => return Err(failure),
        Err(NoTable::Problems(Problems(problems))) => return Ok(problematic(project, &problems)),
    };
    match output {
        None => print(&text)?,
        Some(file) if is_check => return current(file, &text),
        Some(file) => write(file, &text)?,
    }
    Ok(Outcome::Good)
}

/// Shows why a table is not fit for use.
fn problematic(project: &Project, problems: &[Problem]) -> Outcome {
    let mut shown = human::Shown::new(project);
    let all: Vec<String> = problems.iter().map(|problem| shown.problem(problem)).collect();
    note(&all.join("\n"));
    Outcome::Bad
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Failure::usage(format!("{}: this is not a directory", shown(folder))),
            _ => Failure::of_file(folder, &error),
        })?;
    }
    std::fs::write(file, text).map_err(|error| Failure::of_file(file, &error))
}

/// Whether a file is what would be written.
fn current(file: &Path, text: &str) -> Result<Outcome, Failure> {
    let name = shown(file);
    let is = match std::fs::read_to_string(file) {
        Ok(is) => is,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            note(&format!("error: {name} is not there; the same command without --check writes it\n"));
            return Ok(Outcome::Bad);
        }
        Err(error) => return Err(Failure::of_file(file, &error)),
    };
    let Some(patch) = difference(&name, &is, text) else { return Ok(Outcome::Good) };
    print(&patch)?;
    note(&format!("error: {name} is not current; the same command without --check writes it\n"));
    Ok(Outcome::Bad)
}

#[cfg(feature = "import")]
fn import(
    project: &Project,
    wanted: &crate::Import,
    output: Option<&Path>,
    is_check: bool,
) -> Result<Outcome, Failure> {
    let imported = crate::import(project, wanted)?;
    let file = shown(&wanted.file);
    for change in &imported.changed {
        note(&format!("note: {file}: {change}\n"));
    }
    for loss in imported.losses() {
        note(&format!("error: {file}: {loss}\n"));
    }
    let outcome = match output {
        Some(output) if is_check => current(output, &imported.text)?,
        Some(output) => {
            write(output, &imported.text)?;
            Outcome::Good
        }
        None => {
            print(&imported.text)?;
            Outcome::Good
        }
    };
    Ok(if imported.lost.is_empty() { outcome } else { Outcome::Bad })
}

fn diff(project: &Project, states: &States, format: DiffFormat) -> Result<Outcome, Failure> {
    let difference = crate::diff(project, states)?;
    for table in &difference.wrong {
        note(&format!("note: {table} has findings; its other rows are compared\n"));
    }
    for table in &difference.unread {
        note(&format!("note: {table} could not be read ({}), and is not compared\n", states.old));
    }
    print(&match format {
        DiffFormat::Human => difference.human(),
        DiffFormat::Json => difference.json(),
        DiffFormat::Md => difference.markdown(),
    })?;
    Ok(if difference.breaking { Outcome::Bad } else { Outcome::Good })
}

fn expand(project: &Project, is_check: bool) -> Result<Outcome, Failure> {
    let expanded = crate::expand(project)?;
    let remarks = human::Shown::new(project);
    expanded.skipped.iter().for_each(|remark| note(&remarks.skipped(remark)));
    if !expanded.problems.is_empty() {
        return Ok(problematic(project, &expanded.problems));
    }
    let mut outcome = Outcome::Good;
    for expansion in &expanded.expansions {
        let file = crate::path::relative(&expansion.file, &project.root());
        if is_check {
            if matches!(current(&file, &expansion.text)?, Outcome::Bad) {
                outcome = Outcome::Bad;
            }
        } else {
            write(&file, &expansion.text)?;
            print(&format!("{}\n", shown(&file)))?;
        }
    }
    Ok(outcome)
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
