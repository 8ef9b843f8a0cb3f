//! What a command works on: the packages that are meant, and the tables that they have.

use std::path::{Path, PathBuf};

use status_docs_codegen::{Checked, Declared, Open, Request, Variants};
use status_docs_data::source::{Folders, within_out_dir};
use status_docs_data::{Finding, Rule, Source, Table};

use crate::Failure;
use crate::package::{self, Package, Selection};
use crate::packaged;
use crate::path::relative;
use crate::problem::{Asked, Problem};
use crate::sources::{self, Found, Names, Remark, RustPlace};
use crate::tree::Tree;

/// What a command works on, as its options say.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// The folder that paths are relative to, in arguments and in what is printed.
    pub folder: PathBuf,
    /// Which packages are meant.
    pub selection: Selection,
    /// Other names of the macro and of the derive.
    pub macros: Vec<String>,
    /// Where `$OUT_DIR` is, for tables that a build script writes.
    pub out_dir: Option<PathBuf>,
    /// Which columns of a CSV are what, where no source says so: `code = "Fault No."`.
    pub columns: Vec<String>,
    /// How a CSV is read, where no source says so: what is between the brackets of `csv(…)`.
    pub csv: Option<String>,
    /// Which sheet of a workbook is meant.
    pub sheet: Option<String>,
    /// Heuristics and notes that are not to be said about a file that no source names.
    pub allow: Vec<String>,
    /// The language whose missing texts `check` is to find.
    pub language: Option<String>,
}

/// A table of a package, or a file.
#[derive(Debug)]
pub struct NamedTable {
    /// What the sources call it: `Fault`.
    pub name: String,
    /// `faults::Fault`
    pub path: String,
    /// The first paragraph of its documentation.
    pub about: String,
    /// Whether a derive asks for it.
    pub is_derive: bool,
    /// Its file from the project's folder, if it has one.
    pub csv: Option<PathBuf>,
    /// Where it is asked for, if a source asks for it.
    pub place: Option<RustPlace>,
    /// The rows that are good.
    pub table: Option<Table>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What is probable and legal.
    pub notes: Vec<Problem>,
    /// Findings that are counted, and not kept.
    pub more: usize,
    /// What of the enum's declaration other crates rely on.
    pub declared: Declared,
    /// The paths by which other crates reach it.
    pub exported: Vec<String>,
    /// The variants of a derive.
    pub variants: Option<Variants>,
}

impl NamedTable {
    /// Whether anything is known about it: a table with findings and without rows says nothing.
    pub(crate) fn is_readable(&self) -> bool {
        self.table.as_ref().is_some_and(|table| !table.rows.is_empty() || self.problems.is_empty())
    }
}

/// All tables, and what is wrong or was skipped on the way to them.
#[derive(Debug, Default)]
pub struct Tables {
    /// In the order in which they were found.
    pub tables: Vec<NamedTable>,
    /// What keeps a source from being read.
    pub problems: Vec<Problem>,
    /// What was skipped.
    pub skipped: Vec<Remark>,
    /// How many Rust files were read.
    pub files: usize,
}

impl Tables {
    /// What is wrong with the sources and with the tables.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_iter().chain(self.tables.into_iter().flat_map(|table| table.problems)).collect()
    }
}

impl Project {
    /// The nearest package above a folder.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), ..Self::default() }
    }

    /// The folder as an absolute path.
    pub(crate) fn root(&self) -> PathBuf {
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
    }

    /// Whether there is a manifest, the nearest or the one that is named.
    pub(crate) fn has_manifest(&self) -> bool {
        self.selection.manifest.is_some() || package::manifest(&self.root(), &self.selection).is_ok()
    }

    /// Whether `--allow` names only what can be allowed.
    pub(crate) fn check_allowed(&self) -> Result<(), Failure> {
        for id in &self.allow {
            match Rule::from_id(id) {
                Some(rule) if rule.can_be_allowed() => {}
                Some(rule) => {
                    return Err(Failure::usage(format!("--allow: {rule} is a fact, and cannot be allowed")));
                }
                None => {
                    let hint =
                        status_docs_data::name::closest(id, status_docs_data::rule::RULES.iter().map(|rule| rule.id()));
                    let hint = hint.map_or_else(
                        || "`cargo status-docs rules` lists them".to_owned(),
                        |close| format!("did you mean {close}?"),
                    );
                    return Err(Failure::usage(format!("--allow: there is no rule {id}; {hint}")));
                }
            }
        }
        Ok(())
    }

    /// Whether `--allow` silences a problem.
    pub(crate) fn is_allowed(&self, problem: &Problem) -> bool {
        problem.rule.is_some_and(|rule| rule.can_be_allowed() && self.allow.iter().any(|id| id == rule.id()))
    }

    /// The packages that are meant.
    pub(crate) fn packages(&self, tree: &Tree) -> Result<Vec<Package>, Failure> {
        let manifest = package::manifest(&self.root(), &self.selection)?;
        package::packages(tree, &manifest, &self.selection)
    }

    /// What the sources of the packages ask for.
    pub(crate) fn sources(&self, tree: &Tree, package: &Package) -> sources::Sources {
        sources::find(tree, package, &Names::with(&self.macros))
    }

    /// Every table that the sources of the packages name.
    pub fn tables(&self, tree: &Tree) -> Result<Tables, Failure> {
        let mut all = Tables::default();
        let mut targets: Vec<(String, String)> = Vec::new();
        for package in self.packages(tree)? {
            let mut sources = self.sources(tree, &package);
            let begun = all.tables.len();
            let label = |root: &Path| package.target_label(root);
            all.files += sources.files.len();
            all.skipped.append(&mut sources.skipped);
            all.problems.extend(
                std::mem::take(&mut sources.errors).into_iter().map(|error| Problem::in_source(&error, &self.root())),
            );
            for found in std::mem::take(&mut sources.found) {
                match self.out_dir_needed(&found.request) {
                    Some(message) => all.skipped.push(Remark { place: found.place, message }),
                    None => {
                        let open = |typed: &str| self.open(tree, &package, typed);
                        targets.push((package.name.clone(), label(&found.root)));
                        let note = unregistered(&found, &sources, &self.root());
                        let mut table = self.check(&package, found, &open);
                        table.notes.extend(note);
                        all.tables.push(table);
                    }
                }
            }
            for table in all.tables.iter_mut().skip(begun) {
                for (modules, name) in &sources.exports {
                    if name == "*" || *name == table.name {
                        let path =
                            if modules.is_empty() { table.name.clone() } else { format!("{modules}::{}", table.name) };
                        table.exported.push(path);
                    }
                }
            }
        }
        tell_apart(&mut all.tables, &targets);
        Ok(all)
    }

    pub(crate) fn out_dir_needed(&self, request: &Request) -> Option<String> {
        let (csv, _) = request.csv().filter(|(csv, _)| within_out_dir(csv).is_some() && self.out_dir.is_none())?;
        Some(format!("`{}` is skipped: {csv:?} is written by a build; say where with --out-dir", request.name()))
    }

    pub(crate) fn check(&self, package: &Package, found: Found, open: Open<'_>) -> NamedTable {
        let root = self.root();
        let is_packaged_allowed = found.request.allows(Rule::NotPackaged);
        let declared = found.request.declared();
        let typed = found.request.csv().map(|(csv, _)| csv);
        let csv = typed.as_ref().map(|csv| relative(&self.file(package, csv), &root));
        let (name, path, about) = (found.request.name(), found.path(), found.request.about().to_owned());
        let (is_derive, place) = (found.request.is_derive(), found.place);
        let found_exported = if found.is_public { vec![path.clone()] } else { Vec::new() };
        // Whatever a source calls itself, findings name the file as it is typed.
        let open = |path: &str| match open(path) {
            Ok(source) => Ok(Source::from_bytes(path, source.bytes())),
            Err(finding) => Err(Finding { file: Some(path.to_owned()), ..finding }),
        };
        let Checked { table, errors, findings, more, notes: all_notes, variants } = found.request.check(&open);
        let mut problems = Vec::new();
        for error in errors {
            let place = RustPlace::of(&place.file, error.span());
            let problem = Problem::in_source(&Remark { place, message: error.message() }, &root);
            let rule = Some(error.rule());
            problems.push(Problem { table: Some(name.clone()), rule, help: error.help(), ..problem });
        }
        let file = typed.as_deref().zip(csv.as_deref());
        for (finding, span) in findings {
            let asked = RustPlace::of(&place.file, span);
            problems.push(Problem::of(finding, file, Some(Asked::of(&asked, &root)), &name));
        }
        let mut notes = Vec::new();
        for note in all_notes {
            notes.push(Problem::of(note, file, None, &name));
        }
        if let Some((typed, shown)) = file.filter(|(typed, _)| within_out_dir(typed).is_none() && !is_packaged_allowed)
        {
            if let Some(why) = packaged::kept_out(&package.folder, &package.folder.join(typed)) {
                let message = format!("this file is not in the package ({why}), which would not build");
                let rule = Some(Rule::NotPackaged);
                let level = crate::problem::Level::Note;
                notes.push(Problem {
                    file: Some(shown.to_owned()),
                    message,
                    rule,
                    level,
                    table: Some(name.clone()),
                    ..Problem::default()
                });
            }
        }
        NamedTable {
            name,
            path,
            about,
            is_derive,
            csv,
            place: Some(place),
            table,
            problems,
            notes,
            more,
            declared,
            exported: found_exported,
            variants,
        }
    }

    /// The file of a table as it is typed in a source.
    pub(crate) fn file(&self, package: &Package, typed: &str) -> PathBuf {
        match (within_out_dir(typed), &self.out_dir) {
            (Some(inner), Some(out_dir)) => self.root().join(out_dir).join(inner),
            _ => package.folder.join(typed),
        }
    }

    /// Opens the file of a table.
    pub(crate) fn open(&self, tree: &Tree, package: &Package, typed: &str) -> Result<Source, Finding> {
        match tree {
            Tree::Revision(_) if within_out_dir(typed).is_none() => {
                let bytes = tree.read(&package.folder.join(typed)).map_err(|error| {
                    let message = absent(&error);
                    Finding::of_file(typed, Rule::MissingFile, message)
                })?;
                Ok(Source::from_bytes(typed, bytes))
            }
            _ => {
                let out = self.out_dir.as_ref().map(|out_dir| self.root().join(out_dir));
                Source::open(&Folders { package: Some(package.folder.clone()), out, current: None }, typed)
            }
        }
    }
}

/// A type whose schema has a name, where a document of the package refers to it and no type registers it.
fn unregistered(found: &Found, sources: &sources::Sources, root: &Path) -> Option<Problem> {
    let span = found.request.named_schema()?;
    let name = found.request.name();
    if !sources.has_document || sources.schemas.contains(&name) || found.request.allows(Rule::UnregisteredSchema) {
        return None;
    }
    let place = RustPlace::of(&found.place.file, span);
    let message = format!(
        "no document registers the schema of `{name}`; add components(schemas({name})) to the type that derives OpenApi"
    );
    let problem = Problem::in_source(&Remark { place, message }, root);
    Some(Problem {
        rule: Some(Rule::UnregisteredSchema),
        level: crate::problem::Level::Note,
        table: Some(name),
        ..problem
    })
}

/// Tables of one path in several targets get the target before it, `bin/server::ErrorCode`; in several packages, these too.
fn tell_apart(tables: &mut [NamedTable], targets: &[(String, String)]) {
    let shared = |tables: &[NamedTable]| {
        let mut shared = Vec::new();
        for (index, table) in tables.iter().enumerate() {
            shared.push(
                tables.iter().enumerate().any(|(other, table_there)| other != index && table_there.path == table.path),
            );
        }
        shared
    };
    for (table, is_shared) in shared(tables).into_iter().enumerate() {
        if let (true, Some(table), Some((_, target))) = (is_shared, tables.get_mut(table), targets.get(table)) {
            table.path = format!("{target}::{}", table.path);
        }
    }
    for (table, is_shared) in shared(tables).into_iter().enumerate() {
        if let (true, Some(table), Some((package, _))) = (is_shared, tables.get_mut(table), targets.get(table)) {
            table.path = format!("{package}/{}", table.path);
        }
    }
}

/// Opens a file under another name.
pub(crate) fn open_as(folder: &Path, inside: &str, name: &str) -> Result<Source, Finding> {
    let folders = Folders { package: Some(folder.to_owned()), out: None, current: None };
    let source = Source::open(&folders, inside)
        .and_then(|source| source.of_kind(false))
        .map_err(|finding| Finding { file: Some(name.to_owned()), ..finding })?;
    Ok(Source::from_bytes(name, source.bytes()))
}

/// Why a file of a revision cannot be read.
pub(crate) fn absent(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there was no such file at that revision".to_owned(),
        _ => format!("the file cannot be read at that revision ({error})"),
    }
}
