//! A CSV given by its path: what the sources of the packages say about it, else what its headers say.

use std::path::Path;

use status_docs_codegen::{Checked, CodeError, Request, csv_words};
use status_docs_data::{Dialect, Finding, Source, name};

use crate::Failure;
use crate::package::Package;
use crate::problem::Problem;
use crate::project::{NamedTable, Project, open_as};
use crate::sources::Found;
use crate::tree::{Tree, normal};

impl Project {
    /// The tables that a file means: those that the sources make of it, unless the columns are said here; else the one
    /// that its headers describe.
    pub fn tables_of(&self, path: &Path) -> Result<Vec<NamedTable>, Failure> {
        let root = self.root();
        let full = normal(&root.join(path)).unwrap_or_else(|| root.join(path));
        let shown = crate::path::shown(path);
        self.is_there(path)?;
        let (Some(folder), Some(name)) = (full.parent(), full.file_name()) else {
            return Err(Failure::usage(format!("{shown}: this is not a file")));
        };
        let source = open_as(folder, &name.to_string_lossy(), &shown);
        self.tables_from(path, &source, &shown)
    }

    /// Fails if no file has that path, or a directory has it.
    pub(crate) fn is_there(&self, path: &Path) -> Result<(), Failure> {
        let full = self.root().join(path);
        let shown = crate::path::shown(path);
        if !full.exists() {
            return Err(Failure::usage(format!("{shown}: there is no such file")));
        }
        if full.is_dir() {
            return Err(Failure::usage(format!("{shown}: this is a directory; name the CSV file in it")));
        }
        Ok(())
    }

    /// The tables that the bytes of a source are, if it is read as the file at a path is.
    pub(crate) fn tables_from(
        &self,
        path: &Path,
        source: &Result<Source, Finding>,
        shown: &str,
    ) -> Result<Vec<NamedTable>, Failure> {
        let named = self.named(path);
        if named.is_empty() {
            return Ok(vec![self.by_headers(shown, source)?]);
        }
        Ok(named.into_iter().map(|(package, found)| self.check(&package, found, &|_| source.clone())).collect())
    }

    /// Whether a source makes a table of a file.
    pub(crate) fn is_named(&self, path: &Path) -> bool {
        !self.named(path).is_empty()
    }

    /// What the sources make of a file; nothing, if its columns are said here.
    fn named(&self, path: &Path) -> Vec<(Package, Found)> {
        let tree = Tree::Disk;
        // Outside of a package, or in one whose manifest is wrong, there is the file all the same.
        let packages = if self.columns.is_empty() { self.packages(&tree).unwrap_or_default() } else { Vec::new() };
        let full = normal(&self.root().join(path));
        let mut named = Vec::new();
        for package in packages {
            for found in self.sources(&tree, &package).found {
                let csv = found.request.csv().map(|(csv, _)| self.file(&package, &csv));
                if csv.as_deref().and_then(normal) == full && csv.is_some() {
                    named.push((package.clone(), found));
                }
            }
        }
        named
    }

    /// The table that the headers of a file and `--column` describe.
    pub(crate) fn by_headers(&self, file: &str, source: &Result<Source, Finding>) -> Result<NamedTable, Failure> {
        let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name::pascal(&stem).unwrap_or_else(|_| "Table".to_owned());
        let mut all = Vec::new();
        for code in ["i64", "u64", "str"] {
            all.push(self.check_as(file, &name, code, source)?);
        }
        let checked = likeliest(all);
        let problem = |(finding, _)| {
            let mut problem = Problem::of(finding, Some((file, Path::new(file))), None, &name);
            problem.message = problem.message.replace(" in the table's body", " with --column");
            problem
        };
        Ok(NamedTable {
            path: name.clone(),
            about: String::new(),
            is_derive: false,
            csv: Some(file.into()),
            place: None,
            table: checked.table,
            problems: checked.findings.into_iter().map(problem).collect(),
            name,
        })
    }

    /// As a table with codes of that type, by the macro's own parser.
    fn check_as(
        &self,
        file: &str,
        name: &str,
        code: &str,
        source: &Result<Source, Finding>,
    ) -> Result<Checked, Failure> {
        let columns: Vec<String> = self.columns.iter().map(|column| entry(column)).collect();
        let words = self.csv.as_ref().map(|words| format!(", {words}")).unwrap_or_default();
        let text = format!("#[status(csv({file:?}{words}))] pub enum {name}: {code} {{ {} }}", columns.join(", "));
        let wrong = |error: &dyn std::fmt::Display| Failure::usage(format!("--column: {error}"));
        let tokens = text.parse().map_err(|_| Failure::usage("--column: write it as code=\"Fault No.\""))?;
        let request = Request::tables(tokens).map_err(|error| wrong(&error))?.pop();
        let Some(request) = request else { return Err(Failure::usage("--column: write it as code=\"Fault No.\"")) };
        let checked = request.check(&|_| source.clone());
        checked.errors.first().map_or(Ok(()), |error| Err(wrong(&error.message())))?;
        Ok(checked)
    }
}

/// How a file is read, as the words of `csv(…)` say it.
pub(crate) fn dialect(words: &str) -> Result<Dialect, Failure> {
    match csv_words(words) {
        Ok((dialect, _)) => Ok(dialect),
        Err(errors) => {
            let wrong = errors.iter().map(CodeError::message).collect::<Vec<_>>().join("; ");
            Err(Failure::usage(format!("--csv: {wrong}")))
        }
    }
}

/// `code=Fault No.`, as a shell leaves it, as an entry of a table's body.
fn entry(column: &str) -> String {
    let Some((name, header)) = column.split_once('=') else { return column.to_owned() };
    let header = header.trim();
    let is_quoted = header.len() > 1 && header.starts_with('"') && header.ends_with('"');
    let header = if is_quoted { header.to_owned() } else { format!("{header:?}") };
    format!("{} = {header}", name.trim())
}

/// The type that fits: an integer if most of the codes are numbers, so that another one is a finding.
fn likeliest(mut all: Vec<Checked>) -> Checked {
    let rows = |checked: &Checked| checked.table.as_ref().map_or(0, |table| table.rows.len());
    let texts = all.pop();
    let numbers = all.into_iter().reduce(|best, other| {
        let is_better = other.findings.len() < best.findings.len();
        if is_better { other } else { best }
    });
    match (numbers, texts) {
        (Some(numbers), Some(texts)) if rows(&numbers) * 2 >= rows(&texts) => numbers,
        (_, Some(texts)) => texts,
        (Some(numbers), None) => numbers,
        (None, None) => Checked { table: None, errors: Vec::new(), findings: Vec::new() },
    }
}
