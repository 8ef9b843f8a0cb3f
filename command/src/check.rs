//! `check`: what the macro would find, without a compiler.

use std::collections::HashSet;
use std::path::PathBuf;

use status_docs_data::{Role, Row, Rule, language};

use crate::Failure;
use crate::paths::{self, Given};
use crate::problem::{Asked, Problem};
use crate::project::{NamedTable, Project};
use crate::sources::Remark;
use crate::tree::Tree;

/// What was looked at, and what was found.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, table by table, in the order of the places in their files.
    pub problems: Vec<Problem>,
    /// What is probable and legal.
    pub notes: Vec<Problem>,
    /// What was skipped.
    pub skipped: Vec<Remark>,
    /// What could not be carried out: a path that cannot be read.
    pub unread: Vec<Failure>,
    /// The tables, in the order in which they were checked.
    pub looked_at: Vec<LookedAt>,
    /// How many tables there are.
    pub tables: usize,
    /// How many rows they have that are good.
    pub rows: usize,
    /// How many rows `skip` left out.
    pub by_skip: usize,
    /// How many rows `only` left out.
    pub by_only: usize,
    /// How many Rust files were read.
    pub files: usize,
    /// Findings that are counted, and not kept.
    pub more: usize,
    known: HashSet<Key>,
}

type Key = (Option<PathBuf>, Option<u32>, Option<u32>, Option<String>, String);

/// A table that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedAt {
    /// What the sources call it, or its file.
    pub name: String,
    /// Its file, if it has one.
    pub file: Option<PathBuf>,
    /// How many rows it has that are good.
    pub rows: usize,
}

/// Checks every table that the sources name, or those of the files given: CSV files, workbooks, folders, patterns, and
/// `-` for what is piped in.
///
/// ```no_run
/// # fn main() -> Result<(), cargo_status_docs::Failure> {
/// use cargo_status_docs::{Project, check};
///
/// let checked = check(&Project::in_folder(env!("CARGO_MANIFEST_DIR")), &[])?;
/// assert!(checked.problems.is_empty(), "{:?}", checked.problems);
/// # Ok(())
/// # }
/// ```
pub fn check(project: &Project, paths: &[PathBuf]) -> Result<Checked, Failure> {
    project.check_allowed()?;
    let mut checked = Checked::default();
    if paths.is_empty() {
        let all = project
            .tables(&Tree::Disk)
            .map_err(|failure| if project.has_manifest() { failure } else { Failure::usage(NO_MANIFEST) })?;
        checked.problems = all.problems;
        checked.skipped = all.skipped;
        checked.files = all.files;
        checked.untranslated(project, &all.tables)?;
        checked.add(all.tables);
        checked.settle_notes();
        return Ok(checked);
    }
    let (files, unread) = paths::expand(&project.root(), paths);
    checked.unread = unread;
    let mut requests = project.requests();
    for given in files {
        let tables = match given {
            Given::Stdin => project.tables_of_stdin(),
            Given::File(path) => project.tables_of_file(&path, &mut requests),
        };
        match tables {
            Ok(tables) => {
                checked.untranslated(project, &tables)?;
                checked.add(tables);
            }
            Err(failure) => checked.unread.push(failure),
        }
    }
    checked.settle_notes();
    Ok(checked)
}

/// Whether a row has no text of a role in a language. What it does not have in the default one needs no translation; a
/// message is needed in every row.
fn lacks(row: &Row, role: Role, language: usize) -> bool {
    let is_needed = role == Role::Message || language == 0 || row.text_in(role, 0).is_some();
    is_needed && row.text_in(role, language).is_none()
}

const UNUSED: &str = "nothing reads the column ";

const NO_MANIFEST: &str = "there is no Cargo.toml here; name the tables: cargo status-docs check faults.csv";

impl Checked {
    fn add(&mut self, tables: Vec<NamedTable>) {
        for table in tables {
            let rows = table.table.as_ref().map_or(0, |table| table.rows.len());
            if let Some(table) = &table.table {
                self.by_skip += table.left_out.by_skip;
                self.by_only += table.left_out.by_only;
            }
            self.tables += 1;
            self.rows += rows;
            self.more += table.more;
            self.looked_at.push(LookedAt { name: table.path, file: table.csv, rows });
            for problem in table.problems {
                // Two requests for one file find the same in it.
                if self.known.insert(key(&problem)) {
                    self.problems.push(problem);
                }
            }
            self.notes.extend(table.notes);
        }
    }

    /// What has no text in the language that is asked for: all its rows, once for each role that has a column in it.
    fn untranslated(&mut self, project: &Project, tables: &[NamedTable]) -> Result<(), Failure> {
        let Some(tag) = &project.language else { return Ok(()) };
        let tag = language::canonical(tag)
            .ok_or_else(|| Failure::usage(format!("--language: {tag} is not a language; write a tag, such as de")))?;
        // Tables without any language say nothing about one, unless no table has it.
        let spoken = |table: &&NamedTable| table.table.as_ref().is_some_and(|table| !table.languages.is_empty());
        let has_any = tables.iter().any(|table| spoken(&table));
        for named in tables.iter().filter(|table| spoken(table) || !has_any) {
            let Some(table) = &named.table else { continue };
            let mut add = |rule: Rule, message: String| {
                let problem = Problem {
                    file: named.csv.clone().or_else(|| named.place.as_ref().map(|place| place.file.clone())),
                    message,
                    rule: Some(rule),
                    table: Some(named.path.clone()),
                    asked: named.place.as_ref().map(|place| Asked::of(place, &project.root())),
                    ..Problem::default()
                };
                if self.known.insert(key(&problem)) {
                    self.problems.push(problem);
                }
            };
            let Some(index) = table.languages.iter().position(|tags| tags.contains(&tag)) else {
                let all: Vec<&str> =
                    table.languages.iter().flatten().map(String::as_str).filter(|tag| *tag != "und").collect();
                let hint = if all.is_empty() {
                    "no column has a language".to_owned()
                } else {
                    format!("the columns have {}", all.join(", "))
                };
                add(Rule::UnknownLanguage, format!("no column is in {tag:?}; {hint}"));
                continue;
            };
            for (role, _) in table.tongues.iter().filter(|(_, language)| *language == index) {
                let mut rows: Vec<&str> = Vec::new();
                for row in table.rows.iter().filter(|row| lacks(row, *role, index)) {
                    rows.push(row.name_or_phrase());
                }
                if !rows.is_empty() {
                    let has = if rows.len() == 1 { "row has" } else { "rows have" };
                    add(Rule::NoTranslation, format!("{} {has} no {role} in {tag}: {}", rows.len(), rows.join(", ")));
                }
            }
        }
        Ok(())
    }

    /// Keeps each note once; a column of a file is unused only if no table reads it, and all of a file are one note.
    fn settle_notes(&mut self) {
        let all = std::mem::take(&mut self.notes);
        let readers = |file: &Option<PathBuf>| self.looked_at.iter().filter(|table| table.file == *file).count();
        let mut notes: Vec<Problem> = Vec::new();
        for note in &all {
            let same = all.iter().filter(|other| key(other) == key(note)).count();
            let is_unused = note.rule == Some(Rule::UnusedColumn);
            if !self.known.insert(key(note)) || (is_unused && same < readers(&note.file)) {
                continue;
            }
            let column = note.message.strip_prefix(UNUSED);
            let before = notes.iter_mut().find(|other| {
                is_unused
                    && other.rule == note.rule
                    && other.file == note.file
                    && column.is_some()
                    && other.message.starts_with("nothing reads the column")
            });
            match (before, column) {
                (Some(before), Some(column)) => {
                    let listed = before.message.replacen(UNUSED, "", 1).replacen("nothing reads the columns ", "", 1);
                    before.message = format!("nothing reads the columns {listed}, {column}");
                }
                _ => notes.push(note.clone()),
            }
        }
        self.notes = notes;
    }

    /// Makes findings of the notes.
    pub fn be_strict(&mut self) {
        for mut note in std::mem::take(&mut self.notes) {
            note.level = crate::problem::Level::Error;
            self.problems.push(note);
        }
    }
}

fn key(problem: &Problem) -> Key {
    (problem.file.clone(), problem.line, problem.column, problem.cell.clone(), problem.message.clone())
}
