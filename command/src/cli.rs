//! The command line: arguments in, text and an exit code out.
#![allow(clippy::doc_markdown, reason = "these are the texts of --help")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::completions;
use crate::list;

use crate::package::Selection;
use crate::path::shown;
use crate::print::{self, card, github, human, json, junit, rules, sarif};
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
    /// When to colour what is printed
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
    /// Prints findings and results alone: no summary, no notes, no hints
    #[arg(long, short, global = true)]
    quiet: bool,
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
        /// CSV files, workbooks, folders, patterns in quotes, or - for what is piped in; with none, every table that the
        /// sources name
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How findings are shown
        #[arg(long, value_enum, default_value_t)]
        format: CheckFormat,
        /// Shows so many findings [default: all]
        #[arg(long, value_name = "N")]
        max: Option<usize>,
        /// Makes findings of the notes
        #[arg(long)]
        strict: bool,
        /// Switches a heuristic or a note off, for files that no source names; may be repeated
        #[arg(long, value_name = "RULE")]
        allow: Vec<String>,
        /// Which sheet of a workbook: its name, or its number from 1
        #[arg(long, value_name = "NAME|N")]
        sheet: Option<String>,
        /// Finds what has no text in this language, all its rows
        #[arg(long, value_name = "TAG", alias = "lang")]
        language: Option<String>,
    },
    /// Says what a code, a name, a phrase, a class (4xx), a pasted line of a log or a rule means: the package's tables
    /// first, then the references
    ///
    /// Exit code: 0 if something is found, 1 if not, 2 if the command cannot be carried out.
    Explain {
        /// A code, a name in code, a phrase, a class, codes as in `only` (100-102), a path (Fault::DoorForced), a line of
        /// a log, the id of a rule; with --search, words
        #[arg(required = true, value_name = "WHAT", allow_negative_numbers = true)]
        what: Vec<String>,
        /// Finds rows that have all the words, in any of their texts
        #[arg(long)]
        search: bool,
        /// Looks in this table alone: Fault, faults::Fault, a reference (http), or a CSV file
        #[arg(long, value_name = "NAME")]
        table: Option<String>,
        /// The language of the texts, as far as a table has it
        #[arg(long, value_name = "TAG", alias = "lang")]
        language: Option<String>,
        /// How the answer is shown
        #[arg(long, value_enum, default_value_t)]
        format: ExplainFormat,
    },
    /// Writes a table as a page, or for another language
    ///
    /// Exit code: 0 if it is written, 1 if the table has findings or (--check) the file is not current, 2 if the command
    /// cannot be carried out.
    Export {
        /// What to write
        #[arg(long, value_parser = formats(), required_unless_present_any = ["template", "all"])]
        format: Option<Format>,
        /// A template (minijinja) to write what no format does, over the document that --format json writes
        #[arg(long, value_name = "FILE", conflicts_with = "format")]
        template: Option<PathBuf>,
        /// The table: Fault, faults::Fault, a reference (http), or a CSV file; may be repeated for md and html [default: the
        /// only one there is]
        #[arg(long, value_name = "NAME")]
        table: Vec<String>,
        /// All tables of all packages of the workspace
        #[arg(long, conflicts_with = "table")]
        workspace: bool,
        /// The title of the page [default: the table's name]
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// What the page's footer says of the version, as it is: "1.4, 30 November 2026"; {version} is the package's
        #[arg(long, value_name = "TEXT")]
        stamp: Option<String>,
        /// Where a mistake in a row is reported: "https://…/{file}#L{line}"
        #[arg(long, value_name = "URL")]
        edit: Option<String>,
        /// The language of the page's own words (en, de, fr, es) and of the table's texts
        #[arg(long, value_name = "TAG", alias = "lang")]
        language: Option<String>,
        /// The file to write, or a folder (docs/) for a page for each table and an index [default: the terminal]
        #[arg(long, short, value_name = "FILE", group = "written")]
        output: Option<PathBuf>,
        /// Writes all that the manifests ask for: [[package.metadata.status-docs.export]] and the workspace's
        #[arg(
            long,
            group = "written",
            conflicts_with_all = ["format", "template", "table", "workspace", "title", "stamp", "edit", "language"]
        )]
        all: bool,
        /// Writes nothing, and fails with the difference if a file is not what would be written
        #[arg(long, requires = "written")]
        check: bool,
    },
    /// Applies the cures that are certain, and nothing else
    ///
    /// Without --diff or --write, it shows them, a line each. Exit code: 0 if nothing is left to find, 1 if there is a
    /// cure or a finding, 2 if the command cannot be carried out.
    Fix {
        /// CSV files, folders, patterns in quotes; with none, every table that the sources name
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Shows a patch that git apply takes
        #[arg(long, conflicts_with = "write")]
        diff: bool,
        /// Writes the files
        #[arg(long)]
        write: bool,
        /// What a file that is not UTF-8 is written in: windows-1252
        #[arg(long, value_name = "NAME")]
        encoding: Option<String>,
    },
    /// Lists the rules: every finding is an instance of one
    Rules {
        /// How they are listed
        #[arg(long, value_enum, default_value_t)]
        format: ExplainFormat,
    },
    /// Lists the tables of the package, by the names that --table takes
    List {
        /// How they are listed
        #[arg(long, value_enum, default_value_t)]
        format: ExplainFormat,
    },
    /// Writes a first table, and prints the Rust that makes an enum of it: cargo status-docs init >> src/lib.rs
    Init {
        /// The CSV to write; a file that is there is never overwritten
        #[arg(value_name = "FILE", default_value = "tables/codes.csv")]
        file: PathBuf,
    },
    /// Prints the completions of a shell
    Completions {
        /// The shell
        #[arg(value_enum, value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, or writes one for each subcommand
    Man {
        /// The folder to write them to
        #[arg(long, short, value_name = "DIR")]
        output: Option<PathBuf>,
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
        /// A revision of git (main, v1.2), a CSV file, or one of a revision (HEAD:tables/f.csv)
        #[arg(value_name = "OLD", required_unless_present = "release")]
        old: Option<String>,
        /// A revision of git, or a CSV file [default: the working tree]
        #[arg(value_name = "NEW")]
        new: Option<String>,
        /// Compares this table alone
        #[arg(long, value_name = "NAME")]
        table: Option<String>,
        /// How the changes are shown
        #[arg(long, value_enum, default_value_t)]
        format: DiffFormat,
        /// A change that is intended: removed:102, Fault/renumbered:103; may be repeated
        #[arg(long, value_name = "CHANGE")]
        allow: Vec<String>,
        /// A file with such changes, a line each [default: diff-allow of the manifest]
        #[arg(long, value_name = "FILE")]
        allow_file: Option<PathBuf>,
        /// Compares with the last release: the highest tag that is a version
        #[arg(long, conflicts_with = "old")]
        release: bool,
        /// Fails where a text changed and its translation did not
        #[arg(long)]
        stale: bool,
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
    /// Annotations on the lines of the CSV, for GitHub's workflows
    Github,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ExplainFormat {
    /// For reading
    #[default]
    Human,
    /// One document with a published schema
    Json,
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
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit's XML, for CI servers
    Junit,
}

/// When what is printed is coloured.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Color {
    /// At a terminal; CARGO_TERM_COLOR, NO_COLOR and CLICOLOR_FORCE may say otherwise
    #[default]
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// How a command ended.
enum Outcome {
    Good,
    /// Something was found, or is not found.
    Bad,
    /// A part could not be carried out, which is said.
    Partly,
}

/// Whether notes and hints are left out.
static QUIET: AtomicBool = AtomicBool::new(false);

impl Color {
    fn choose(self) {
        let said = std::env::var("CARGO_TERM_COLOR").unwrap_or_default();
        let choice = match (self, said.as_str()) {
            (Self::Always, _) | (Self::Auto, "always") => anstream::ColorChoice::Always,
            (Self::Never, _) | (Self::Auto, "never") => anstream::ColorChoice::Never,
            (Self::Auto, _) => anstream::ColorChoice::Auto,
        };
        choice.write_global();
    }
}

/// Runs the command that the arguments say, and prints.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse_from(arguments());
    arguments.color.choose();
    QUIET.store(arguments.quiet, Ordering::Relaxed);
    match arguments.run() {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Bad) => ExitCode::from(1),
        Ok(Outcome::Partly) => ExitCode::from(2),
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

/// What is good to know, and left out where it is to be quiet.
fn note(text: &str) {
    if !(QUIET.load(Ordering::Relaxed) && text.starts_with("note: ")) {
        say(text);
    }
}

fn say(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

impl Arguments {
    fn run(self) -> Result<Outcome, Failure> {
        let project = self.project.project();
        match self.command {
            Command::Check { paths, format, max, strict, allow, sheet, language } => {
                let project = Project { sheet, allow, language, ..project };
                check(&project, &paths, &Checks { format, max, is_strict: strict, is_quiet: self.quiet })
            }
            Command::Explain { what, search, table, format, language } => {
                let project = Project { language, ..project };
                explain(&project, &Question { what: what.join(" "), is_search: search, table }, format)
            }
            Command::Fix { paths, diff, write, encoding } => {
                let encoding = encoding.as_deref();
                let wanted = Fixes { is_diff: diff, is_write: write, encoding, is_quiet: self.quiet };
                fix(&project, &paths, &wanted)
            }
            Command::Rules { format } => {
                print(&rules::all(matches!(format, ExplainFormat::Json)))?;
                Ok(Outcome::Good)
            }
            Command::List { format } => {
                print(&list::list(&project, matches!(format, ExplainFormat::Json))?)?;
                Ok(Outcome::Good)
            }
            Command::Init { file } => {
                let started = crate::init::init(&project, &file)?;
                say(&started.next);
                print(&started.rust)?;
                Ok(Outcome::Good)
            }
            Command::Completions { shell } => {
                print(&completions::completions(shell))?;
                Ok(Outcome::Good)
            }
            Command::Man { output } => {
                match output {
                    Some(folder) => {
                        for (name, page) in completions::pages()? {
                            write(&folder.join(&name), &page)?;
                            print(&format!("{}\n", shown(&folder.join(name))))?;
                        }
                    }
                    None => print(&completions::page()?)?,
                }
                Ok(Outcome::Good)
            }
            Command::Export { all: true, check, .. } => export_all(&project, check),
            Command::Export {
                format, template, table, workspace, title, stamp, edit, language, output, check, ..
            } => {
                let form = match (format, template) {
                    (Some(format), _) => Form::Format(format),
                    (None, template) => Form::Template(template.unwrap_or_default()),
                };
                let wanted = Export { form, tables: table, is_workspace: workspace, title, stamp, edit, language };
                export(&project, &wanted, output.as_deref(), check)
            }
            #[cfg(feature = "import")]
            Command::Import { file, sheet, output, check } => {
                let wanted = crate::Import { file, sheet, csv: project.csv.clone() };
                import(&project, &wanted, output.as_deref(), check)
            }
            Command::Diff { old, new, table, format, allow, allow_file, release, stale } => {
                let old = if release { crate::diff::last_release(&project)? } else { old.unwrap_or_default() };
                diff(&project, &States { old, new, table, allow, allow_file }, format, stale)
            }
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
            ..Project::default()
        }
    }
}

/// What `fix` is to do with the cures.
struct Fixes<'f> {
    is_diff: bool,
    is_write: bool,
    encoding: Option<&'f str>,
    is_quiet: bool,
}

fn fix(project: &Project, paths: &[PathBuf], wanted: &Fixes<'_>) -> Result<Outcome, Failure> {
    let fixed = crate::fix(project, paths, wanted.encoding)?;
    for failure in &fixed.checked.unread {
        say(&format!("error: {failure}\n"));
    }
    for cured in &fixed.files {
        if wanted.is_write {
            cured.write(&project.root())?;
        }
        match cured.patch() {
            Some(patch) if wanted.is_diff => print(&patch)?,
            None if wanted.is_diff => {
                say(&format!(
                    "error: {}: it is not UTF-8, so there is no patch; --write changes it\n",
                    shown(&cured.file)
                ));
            }
            _ => {
                for cure in &cured.cures {
                    print(&format!("{cure}\n"))?;
                }
            }
        }
    }
    if !fixed.checked.unread.is_empty() {
        return Ok(Outcome::Partly);
    }
    if !wanted.is_write {
        let is_clean = fixed.files.is_empty() && fixed.checked.problems.is_empty();
        let left = fixed.left();
        if left > 0 && !wanted.is_quiet {
            let findings = if left == 1 { "1 finding has".to_owned() } else { format!("{left} findings have") };
            say(&format!("{findings} no certain cure; cargo status-docs check shows what is to be done\n"));
        }
        return Ok(if is_clean { Outcome::Good } else { Outcome::Bad });
    }
    // What is left.
    let checks = Checks { format: CheckFormat::Human, max: None, is_strict: false, is_quiet: wanted.is_quiet };
    check(project, paths, &checks)
}

/// How `check` is to show what it finds.
struct Checks {
    format: CheckFormat,
    max: Option<usize>,
    is_strict: bool,
    is_quiet: bool,
}

fn check(project: &Project, paths: &[PathBuf], wanted: &Checks) -> Result<Outcome, Failure> {
    let mut checked = crate::check(project, paths)?;
    if wanted.is_strict {
        checked.be_strict();
    }
    let checked = checked;
    match wanted.format {
        CheckFormat::Json => print(&json::checked(project, &checked))?,
        CheckFormat::Sarif => print(&sarif::checked(&checked))?,
        CheckFormat::Junit => print(&junit::checked(&checked))?,
        CheckFormat::Github => print(&annotations(project, &checked, wanted))?,
        CheckFormat::Human => show(project, &checked, wanted)?,
    }
    for failure in &checked.unread {
        if !matches!(wanted.format, CheckFormat::Github) {
            say(&format!("error: {failure}\n"));
        }
    }
    Ok(if !checked.unread.is_empty() {
        Outcome::Partly
    } else if checked.problems.is_empty() {
        Outcome::Good
    } else {
        Outcome::Bad
    })
}

fn annotations(project: &Project, checked: &crate::Checked, wanted: &Checks) -> String {
    let mut text = String::new();
    for problem in checked.problems.iter().chain(checked.notes.iter().filter(|_| !wanted.is_quiet)) {
        text.push_str(&github::problem(problem));
    }
    for failure in &checked.unread {
        text.push_str(&github::failure(&failure.to_string()));
    }
    if !wanted.is_quiet {
        for remark in &checked.skipped {
            text.push_str(&github::skipped(project, remark));
        }
        if checked.problems.is_empty() && checked.unread.is_empty() {
            text.push_str(&github::notice(&summary(checked)));
        }
    }
    text
}

fn show(project: &Project, checked: &crate::Checked, wanted: &Checks) -> Result<(), Failure> {
    let mut shown = human::Shown::new(project);
    checked.skipped.iter().for_each(|remark| note(&shown.skipped(remark)));
    let most = wanted.max.unwrap_or(usize::MAX);
    for problem in checked.problems.iter().take(most) {
        print(&(shown.problem(problem) + "\n"))?;
    }
    let all = checked.problems.len() + checked.more;
    let hidden = all.saturating_sub(most.min(checked.problems.len()));
    if hidden > 0 {
        print(&format!("and {hidden} more; --max {all} shows them\n\n"))?;
    }
    if wanted.is_quiet {
        return Ok(());
    }
    for note in &checked.notes {
        print(&shown.note(note))?;
    }
    if !checked.notes.is_empty() {
        print("\n")?;
    }
    // Where nothing could be read, there is nothing to sum up.
    if checked.tables == 0 && !checked.unread.is_empty() {
        return Ok(());
    }
    print(&summary(checked))
}

fn explain(project: &Project, question: &Question, format: ExplainFormat) -> Result<Outcome, Failure> {
    if question.what.trim().is_empty() {
        return Err(Failure::usage("say what to look for: a code, a name, a phrase, a class, or words with --search"));
    }
    let explained = crate::explain(project, question)?;
    for path in &explained.wrong {
        note(&format!("note: {path} has findings, which `check` shows; its other rows are looked in\n"));
    }
    if let Some(rule) = explained.rule {
        print(&rules::explained(rule, matches!(format, ExplainFormat::Json)))?;
        return Ok(Outcome::Good);
    }
    if matches!(format, ExplainFormat::Json) {
        print(&print::explain::json(question, &explained))?;
        return Ok(if explained.found.is_empty() { Outcome::Bad } else { Outcome::Good });
    }
    if explained.found.is_empty() {
        say(&nothing(question, &explained));
        return Ok(Outcome::Bad);
    }
    if !explained.is_exact {
        print("closest:\n")?;
    }
    print(&card::explained(&explained))?;
    Ok(Outcome::Good)
}

/// Why there is no answer.
fn nothing(question: &Question, explained: &crate::Explained) -> String {
    let mentioned = match explained.mentioned {
        0 => String::new(),
        1 => "; 1 row has it in its texts, which --search finds".to_owned(),
        rows => format!("; {rows} rows have it in their texts, which --search finds"),
    };
    if let Some(ranges) = &explained.ranges {
        return format!("{ranges}{mentioned}\n");
    }
    let meant = match explained.similar.as_slice() {
        [] => mentioned,
        meant => format!("; did you mean {}?", meant.join(", or ")),
    };
    let what = if question.is_search { "no row has" } else { "no code, name, phrase or class is" };
    format!("{what} {:?}{meant}\n", question.what)
}

fn export(project: &Project, wanted: &Export, output: Option<&Path>, is_check: bool) -> Result<Outcome, Failure> {
    let is_folder = output.is_some_and(|output| output.is_dir() || shown(output).ends_with('/'));
    let files = match crate::files(project, wanted, output.unwrap_or(Path::new("")), is_folder) {
        Ok(files) => files,
        Err(NoTable::Failure(failure)) => return Err(failure),
        Err(NoTable::Problems(Problems(problems))) => return Ok(problematic(project, &problems)),
    };
    for said in files.iter().flat_map(|file| &file.notes) {
        note(&format!("note: {said}\n"));
    }
    if output.is_none() {
        for file in &files {
            print(&file.text)?;
        }
        return Ok(Outcome::Good);
    }
    write_all(&files, is_check)
}

/// Writes files, or says which of them are not what would be written.
fn write_all(files: &[crate::File], is_check: bool) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Good;
    for file in files {
        if !is_check {
            write(&file.path, &file.text)?;
        } else if matches!(current(&file.path, &file.text)?, Outcome::Bad) {
            outcome = Outcome::Bad;
        }
    }
    Ok(outcome)
}

fn export_all(project: &Project, is_check: bool) -> Result<Outcome, Failure> {
    let files = match crate::export_all(project) {
        Ok(files) => files,
        Err(NoTable::Failure(failure)) => return Err(failure),
        Err(NoTable::Problems(Problems(problems))) => return Ok(problematic(project, &problems)),
    };
    let outcome = write_all(&files, is_check)?;
    if !is_check {
        for file in &files {
            print(&format!("{}\n", shown(&file.path)))?;
        }
    }
    Ok(outcome)
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

fn diff(project: &Project, states: &States, format: DiffFormat, is_stale_bad: bool) -> Result<Outcome, Failure> {
    let difference = crate::diff(project, states)?;
    for table in &difference.wrong {
        note(&format!("note: {table} has findings; its other rows are compared\n"));
    }
    for table in &difference.unread {
        note(&format!("note: {table} could not be read ({}), and is not compared\n", states.old));
    }
    for entry in &difference.idle {
        note(&format!("note: {entry} is allowed, and did not happen\n"));
    }
    print(&match format {
        DiffFormat::Human => difference.human(),
        DiffFormat::Json => difference.json(),
        DiffFormat::Md => difference.markdown(),
        DiffFormat::Github => difference.github(),
    })?;
    let is_stale = is_stale_bad && difference.is_stale();
    Ok(if difference.breaking || is_stale { Outcome::Bad } else { Outcome::Good })
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

fn summary(checked: &crate::Checked) -> String {
    let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let tables = count(checked.tables, "table");
    let notes = match checked.notes.len() {
        0 => String::new(),
        notes => format!(", {}", count(notes, "note")),
    };
    let left_out = match (checked.by_skip, checked.by_only) {
        (0, 0) => String::new(),
        (skip, 0) => format!(" ({skip} left out by skip)"),
        (0, only) => format!(" ({only} left out by only)"),
        (skip, only) => format!(" ({skip} left out by skip, {only} by only)"),
    };
    match (checked.tables, checked.problems.len() + checked.more) {
        (0, 0) => format!("no table in {}\n", count(checked.files, "Rust file")),
        (_, 0) => format!("{tables}, {}{left_out}: nothing is wrong{notes}\n", count(checked.rows, "row")),
        (_, problems) => format!("{tables}: {}{notes}\n", count(problems, "finding")),
    }
}
