//! A file given by its path: what the sources of the packages say about it, else what its headers say.

use std::io::Read;
use std::path::{Path, PathBuf};

use status_docs_codegen::{Checked, Declared, Request};
#[cfg(feature = "import")]
use status_docs_data::Dialect;
use status_docs_data::{Finding, Source, name};

use crate::Failure;
use crate::package::Package;
use crate::paths::STDIN;
use crate::problem::Problem;
use crate::project::{NamedTable, Project, open_as};
use crate::sources::Found;
use crate::tree::{Tree, normal};

/// What a source asks for, its package, and the file of its table.
pub(crate) type Asking = (Package, Found, Option<PathBuf>);

impl Project {
    /// The tables that a file means: those that the sources make of it, unless the columns are said here; else the one
    /// that its headers describe.
    pub fn tables_of(&self, path: &Path) -> Result<Vec<NamedTable>, Failure> {
        self.tables_of_file(path, &mut self.requests())
    }

    /// The same, where the requests of the sources are known.
    pub(crate) fn tables_of_file(&self, path: &Path, requests: &mut Vec<Asking>) -> Result<Vec<NamedTable>, Failure> {
        let root = self.root();
        let full = normal(&root.join(path)).unwrap_or_else(|| root.join(path));
        let shown = crate::path::shown(path);
        self.is_there(path)?;
        let (Some(folder), Some(name)) = (full.parent(), full.file_name()) else {
            return Err(Failure::usage(format!("{shown}: this is not a file")));
        };
        let is_regular = full.is_file();
        if !is_regular || crate::is_workbook_name(&full) {
            let bytes = std::fs::read(&full).map_err(|error| Failure::of_file(path, &error))?;
            if let Some(tables) = self.workbook(path, &shown, &bytes) {
                return tables;
            }
            if !is_regular {
                return Ok(vec![self.by_headers(&shown, &Ok(Source::from_bytes(&shown, bytes)))?]);
            }
        }
        std::fs::File::open(&full).map_err(|error| Failure::of_file(path, &error))?;
        let source = open_as(folder, &name.to_string_lossy(), &shown);
        let named = named(path, &root, requests);
        self.tables_by(named, &source, &shown)
    }

    /// The table that is piped in.
    pub(crate) fn tables_of_stdin(&self) -> Result<Vec<NamedTable>, Failure> {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Failure::of_file(Path::new(STDIN), &error))?;
        if let Some(tables) = self.workbook(Path::new(STDIN), STDIN, &bytes) {
            return tables;
        }
        Ok(vec![self.by_headers(STDIN, &Ok(Source::from_bytes(STDIN, bytes)))?])
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
        let named = named(path, &self.root(), &mut self.requests());
        self.tables_by(named, source, shown)
    }

    fn tables_by(
        &self,
        named: Vec<(Package, Found)>,
        source: &Result<Source, Finding>,
        shown: &str,
    ) -> Result<Vec<NamedTable>, Failure> {
        if named.is_empty() {
            return Ok(vec![self.by_headers(shown, source)?]);
        }
        Ok(named.into_iter().map(|(package, found)| self.check(&package, found, &|_| source.clone())).collect())
    }

    /// Whether a source makes a table of a file.
    pub(crate) fn is_named(&self, path: &Path) -> bool {
        !named(path, &self.root(), &mut self.requests()).is_empty()
    }

    /// What the sources ask for; nothing, if the columns of a file are said here.
    pub(crate) fn requests(&self) -> Vec<Asking> {
        let tree = Tree::Disk;
        let is_loose = !self.columns.is_empty() || self.csv.is_some();
        // Outside of a package, or in one whose manifest is wrong, there is the file all the same.
        let packages = if is_loose { Vec::new() } else { self.packages(&tree).unwrap_or_default() };
        let mut requests = Vec::new();
        for package in packages {
            for found in self.sources(&tree, &package).found {
                let csv = found.request.csv().map(|(csv, _)| self.file(&package, &csv));
                let csv = csv.as_deref().and_then(normal);
                requests.push((package.clone(), found, csv));
            }
        }
        requests
    }

    /// The table that the headers of a file, `--column` and `--csv` describe.
    pub(crate) fn by_headers(&self, file: &str, source: &Result<Source, Finding>) -> Result<NamedTable, Failure> {
        let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name::pascal(&stem).unwrap_or_else(|_| "Table".to_owned());
        let (mut all, mut wrong) = (Vec::new(), None);
        for code in ["i64", "u64", "str"] {
            match self.check_as(file, &name, code, source) {
                Ok(checked) => all.push((code, checked)),
                Err(failure) => wrong = wrong.or(Some(failure)),
            }
        }
        let Some(checked) = likeliest(all) else {
            return Err(wrong.unwrap_or_else(|| Failure::usage(format!("{file}: this cannot be read as a table"))));
        };
        let mut problems = Vec::new();
        for (finding, _) in checked.findings {
            let mut problem = Problem::of(finding, Some((file, Path::new(file))), None, &name);
            problem.speak_of_options();
            if !self.is_allowed(&problem) {
                problems.push(problem);
            }
        }
        let mut notes = Vec::new();
        for note in checked.notes {
            let note = Problem::of(note, Some((file, Path::new(file))), None, &name);
            if !self.is_allowed(&note) {
                notes.push(note);
            }
        }
        Ok(NamedTable {
            path: name.clone(),
            about: String::new(),
            is_derive: false,
            csv: Some(file.into()),
            place: None,
            table: checked.table,
            problems,
            notes,
            more: checked.more,
            declared: Declared::default(),
            exported: Vec::new(),
            variants: None,
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
        let option = if self.csv.is_some() { "--csv" } else { "--column" };
        // Who asks for a language asks for the columns of languages, and for messages if there are any.
        let words = if self.language.is_some() { ", messages" } else { "" };
        let csv = self.csv_word(file);
        let text = format!("#[status({csv}{words})] pub enum {name}: {code} {{ {} }}", columns.join(", "));
        let wrong = |error: &dyn std::fmt::Display| Failure::usage(format!("{option}: {error}"));
        let example = if self.csv.is_some() {
            "write it as headers(\"code\", \"name\")"
        } else {
            "write it as code=\"Fault No.\""
        };
        let tokens = text.parse().map_err(|_| wrong(&example))?;
        let request = Request::tables(tokens).map_err(|error| wrong(&error))?.pop();
        let Some(request) = request else { return Err(wrong(&example)) };
        let checked = request.without_names().check(&|_| source.clone());
        checked.errors.first().map_or(Ok(()), |error| Err(wrong(&error.message())))?;
        Ok(checked)
    }

    fn csv_word(&self, file: &str) -> String {
        csv_word(file, self.csv.as_deref())
    }
}

#[cfg(not(feature = "import"))]
impl Project {
    /// Without the feature `import`, a workbook is not read.
    fn workbook(&self, path: &Path, shown: &str, _: &[u8]) -> Option<Result<Vec<NamedTable>, Failure>> {
        let message = format!("{shown}: this command was built without the feature `import`, and reads no workbook");
        crate::is_workbook_name(path).then(|| Err(Failure::usage(message)))
    }
}

/// `csv = "t.csv"` with the words that say how it is read.
fn csv_word(file: &str, words: Option<&str>) -> String {
    match words {
        Some(words) => format!("csv({file:?}, {words})"),
        None => format!("csv = {file:?}"),
    }
}

/// The requests for a file, taken out of all of them.
fn named(path: &Path, root: &Path, requests: &mut Vec<Asking>) -> Vec<(Package, Found)> {
    let full = normal(&root.join(path));
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for (package, found, csv) in std::mem::take(requests) {
        if csv.is_some() && csv == full {
            named.push((package, found));
        } else {
            others.push((package, found, csv));
        }
    }
    *requests = others;
    named
}

/// How a file is read, as the words of `csv(…)` say it.
#[cfg(feature = "import")]
pub(crate) fn dialect(words: &str) -> Result<Dialect, Failure> {
    match status_docs_codegen::csv_words(words) {
        Ok((dialect, _)) => Ok(dialect),
        Err(errors) => {
            let wrong = errors.iter().map(status_docs_codegen::CodeError::message).collect::<Vec<_>>().join("; ");
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
fn likeliest(all: Vec<(&str, Checked)>) -> Option<Checked> {
    let rows = |checked: &Checked| checked.table.as_ref().map_or(0, |table| table.rows.len());
    let (mut texts, mut numbers): (_, Option<Checked>) = (None, None);
    for (code, checked) in all {
        if code == "str" {
            texts = Some(checked);
        } else if numbers.as_ref().is_none_or(|best| checked.count() < best.count()) {
            numbers = Some(checked);
        }
    }
    match (numbers, texts) {
        (Some(numbers), Some(texts)) if rows(&numbers) * 2 >= rows(&texts) => Some(numbers),
        (_, Some(texts)) => Some(texts),
        (numbers, None) => numbers,
    }
}
