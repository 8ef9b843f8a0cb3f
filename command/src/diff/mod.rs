//! `diff`: what changed in a table between two states of it, and whether that breaks somebody.

mod allow;
mod compare;
mod print;
mod release;

use std::path::{Path, PathBuf};

use serde::Serialize;
use status_docs_data::{Finding, Rule, Source};

use crate::Failure;
use crate::path::relative;
use crate::problem::Problem;
use crate::project::{NamedTable, Project, absent, open_as};
use crate::select::{is_called, is_file, is_own};
use crate::tree::{Tree, normal};
pub use compare::{Change, Kind};
pub(crate) use release::last as last_release;

/// Two states to compare: CSV files or revisions of git.
#[derive(Clone, Debug)]
pub struct States {
    /// The one before.
    pub old: String,
    /// The one after; the working tree, if it is not said.
    pub new: Option<String>,
    /// The one table to compare.
    pub table: Option<String>,
    /// Changes that are intended: `removed:102`, `Fault/renumbered:103`.
    pub allow: Vec<String>,
    /// A file with more of them, a line each; else the one that the manifest names as `diff-allow`.
    pub allow_file: Option<PathBuf>,
}

/// What changed.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// Of this document: raised when a reader of the one before would be misled.
    pub version: u32,
    /// Whether any of it is breaking.
    pub breaking: bool,
    /// The tables that changed.
    pub tables: Vec<TableDifference>,
    /// Tables that were compared as far as their rows are good.
    #[serde(skip)]
    pub wrong: Vec<String>,
    /// Tables that could not be read before, so that there was nothing to compare with.
    #[serde(skip)]
    pub unread: Vec<String>,
    /// What was allowed and did not happen.
    #[serde(skip)]
    pub idle: Vec<String>,
}

/// What changed in one table.
#[derive(Debug, Serialize)]
pub struct TableDifference {
    /// Its name.
    pub table: String,
    /// Its file, from the folder that the command runs in.
    pub file: Option<String>,
    /// What changed, those that break somebody first.
    pub changes: Vec<Change>,
}

const VERSION: u32 = 1;

const WORKING_TREE: &str = "the working tree";

/// Compares two states.
pub fn diff(project: &Project, states: &States) -> Result<Difference, Failure> {
    let (old, new) = read(project, states)?;
    let wrong = |state: &str, tables: &[NamedTable]| -> Vec<String> {
        let wrong = tables.iter().filter(|table| table.is_readable() && !table.problems.is_empty());
        wrong.map(|table| format!("{} ({state})", table.path)).collect()
    };
    let mut all_wrong = wrong(&states.old, &old);
    all_wrong.extend(wrong(states.new.as_deref().unwrap_or(WORKING_TREE), &new));
    all_wrong.dedup();
    let unread: Vec<String> = old.iter().filter(|table| !table.is_readable()).map(|table| table.path.clone()).collect();
    let mut allowed = allow::Allowed::new(project, states)?;
    let reused = release::Earlier::new(project, states);
    let mut tables = Vec::new();
    for (path, old, new) in pairs(old, new) {
        let mut changes = compare::changes(old.as_ref(), new.as_ref());
        for change in &mut changes {
            if let (Kind::Removed, Some(code), Some(new)) = (change.kind, &change.code, &new) {
                // Of a file alone, there is no code in which to say it.
                if new.place.is_some() && !compare::is_reserved(new, code) {
                    change.after = Some(format!("reserved = {code:?}"));
                }
            }
        }
        if let Some(new) = &new {
            reused.mark(new, &mut changes);
        }
        allowed.mark(&path, &mut changes);
        if !changes.is_empty() {
            let csv = new.as_ref().or(old.as_ref()).and_then(|table| table.csv.as_deref());
            tables.push(TableDifference { table: path, file: csv.map(shown), changes });
        }
    }
    let breaking = tables.iter().any(|table| table.changes.iter().any(Change::counts));
    let idle = allowed.idle();
    Ok(Difference { version: VERSION, breaking, tables, wrong: all_wrong, unread, idle })
}

impl Change {
    /// Whether it is breaking, and not intended.
    pub fn counts(&self) -> bool {
        self.breaking && !self.allowed
    }
}

/// One table in both states, by its path.
type Pair = (String, Option<NamedTable>, Option<NamedTable>);

/// Whether a table became another one.
type Same<'s> = &'s dyn Fn(&NamedTable, &NamedTable) -> bool;

/// Tables with one path are the same table. So are the only tables of both sides, whatever their paths.
fn pairs(old: Vec<NamedTable>, new: Vec<NamedTable>) -> Vec<Pair> {
    let is_single = old.len() == 1 && new.len() == 1;
    let mut new: Vec<Option<NamedTable>> = new.into_iter().map(Some).collect();
    let mut partners: Vec<Option<NamedTable>> = old.iter().map(|_| None).collect();
    // First those that are surely the same, so that no other takes them.
    let ways: [Same<'_>; 3] = [
        &|old, other| old.path == other.path,
        // A module that was renamed is not another table.
        &|old, other| is_single || (other.name == old.name && other.csv == old.csv),
        // An enum that was renamed has its file still.
        &|old, other| {
            let is_from_sources = old.place.is_some() && other.place.is_some() && old.is_derive == other.is_derive;
            is_from_sources && old.csv.is_some() && old.csv == other.csv
        },
    ];
    for is_same in ways {
        for (table, partner) in old.iter().zip(&mut partners) {
            if partner.is_none() {
                let found = new.iter_mut().find(|other| other.as_ref().is_some_and(|other| is_same(table, other)));
                *partner = found.and_then(Option::take);
            }
        }
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for (table, same) in old.into_iter().zip(partners) {
        let path = same.as_ref().map_or_else(|| table.path.clone(), |same| same.path.clone());
        pairs.push((path, Some(table), same));
    }
    for table in new.into_iter().flatten() {
        pairs.push((table.path.clone(), None, Some(table)));
    }
    pairs
}

fn read(project: &Project, states: &States) -> Result<(Vec<NamedTable>, Vec<NamedTable>), Failure> {
    let root = project.root();
    let path = |state: &str| is_path(&root, state).then(|| PathBuf::from(state));
    // A file of a revision alone is compared with what it is now.
    let here = match blob(&states.old).filter(|_| states.new.is_none() && !root.join(&states.old).exists()) {
        Some((revision, path)) => {
            let tree = Tree::at(revision, &root)?;
            Some(shown(&relative(&from_top(&tree, &root, path), &root)))
        }
        None => None,
    };
    let new = states.new.as_deref().or(here.as_deref());
    let (old_file, new_file) = (path(&states.old), new.and_then(path));
    if let (Some(old), Some(new)) = (&old_file, &new_file) {
        // What the sources say about one of them is true of both.
        let named = if project.is_named(new) { new } else { old };
        let read = |path: &Path| {
            project.is_there(path)?;
            readable(project.tables_from(named, &project.open_path(path), &shown(path))?, None)
        };
        return Ok((read(old)?, read(new)?));
    }
    if let Some(old) = old_file {
        return Err(Failure::usage(format!("{} is a file; say which file is the new one", shown(&old))));
    }
    if let (Some(old), Some(new)) = (blob(&states.old), new) {
        // As git writes a file of a revision.
        let new_blob = blob(new);
        let named = new_blob.as_ref().map_or(new, |(_, path)| path);
        let read = |state: &str, of: Option<(&str, &str)>| -> Result<Vec<NamedTable>, Failure> {
            let source = match of {
                Some((revision, path)) => blob_source(&root, revision, path)?,
                None => {
                    project.is_there(Path::new(state))?;
                    project.open_path(Path::new(state))
                }
            };
            readable(project.tables_from(Path::new(named), &source, named)?, Some(state))
        };
        return Ok((read(&states.old, Some(old))?, read(new, new_blob)?));
    }
    let before = Tree::at(&states.old, &root)?;
    if let Some(new) = new_file {
        let then = at_revision(&before, &root, &new);
        let read = |source, state: &str| readable(project.tables_from(&new, source, &shown(&new))?, Some(state));
        return Ok((read(&then, &states.old)?, read(&project.open_path(&new), WORKING_TREE)?));
    }
    let after = new.map_or(Ok(Tree::Disk), |revision| Tree::at(revision, &root))?;
    let tables = |tree: &Tree| -> Result<Vec<NamedTable>, Failure> {
        let own = project.tables(tree)?.tables.into_iter().filter(is_own);
        let is_meant = |table: &NamedTable| states.table.as_deref().is_none_or(|name| is_called(table, name));
        Ok(own.filter(is_meant).collect())
    };
    // A table that could not be read before has nothing that could break; one that cannot be read now may have lost
    // all.
    let (old, new) = (tables(&before)?, readable(tables(&after)?, Some(new.unwrap_or(WORKING_TREE)))?);
    match &states.table {
        Some(name) if old.is_empty() && new.is_empty() => {
            Err(Failure::usage(format!("there is no table {name} in either of them")))
        }
        _ => Ok((old, new)),
    }
}

/// The tables, if there is something to compare in each of them.
fn readable(tables: Vec<NamedTable>, state: Option<&str>) -> Result<Vec<NamedTable>, Failure> {
    match tables.iter().find(|table| !table.is_readable()) {
        None => Ok(tables),
        Some(table) => {
            let why = table.problems.first().map(Problem::sentence).unwrap_or_default();
            let at = state.map(|state| format!("{} cannot be read ({state}): ", table.path)).unwrap_or_default();
            Err(Failure::usage(at + &why))
        }
    }
}

/// `HEAD:tables/f.csv`: a file of a revision, by its path from the top of the repository, or with `./` from here.
fn blob(state: &str) -> Option<(&str, &str)> {
    state.split_once(':').filter(|(revision, path)| revision.len() > 1 && !path.is_empty())
}

/// Where a file of a revision is, as git reads its path.
fn from_top(tree: &Tree, root: &Path, path: &str) -> PathBuf {
    let full = if path.starts_with("./") { root.join(path) } else { tree.top().unwrap_or(root).join(path) };
    normal(&full).unwrap_or(full)
}

fn blob_source(root: &Path, revision: &str, path: &str) -> Result<Result<Source, Finding>, Failure> {
    let tree = Tree::at(revision, root)?;
    Ok(match tree.read(&from_top(&tree, root, path)) {
        Ok(bytes) => Ok(Source::from_bytes(path, bytes)),
        Err(error) => return Err(Failure::usage(format!("{revision}:{path}: {}", absent(&error)))),
    })
}

/// A file comes before a revision of the same name.
fn is_path(root: &Path, state: &str) -> bool {
    root.join(state).is_file()
        || (blob(state).is_none()
            && is_file(state)
            && Path::new(state).extension().is_some_and(|extension| extension == "csv"))
}

fn shown(path: &Path) -> String {
    crate::path::shown(path)
}

fn at_revision(tree: &Tree, root: &Path, path: &Path) -> Result<Source, Finding> {
    let file = shown(path);
    let full = normal(&root.join(path)).unwrap_or_else(|| root.join(path));
    match tree.read(&full) {
        Ok(bytes) => Ok(Source::from_bytes(&file, bytes)),
        Err(error) => {
            let message = absent(&error);
            Err(Finding::of_file(file, Rule::MissingFile, message))
        }
    }
}

impl Project {
    fn open_path(&self, path: &Path) -> Result<Source, Finding> {
        let full = self.root().join(path);
        let name = full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        open_as(full.parent().unwrap_or(&full), &name, &shown(path))
    }
}

impl Difference {
    /// As people read it.
    pub fn human(&self) -> String {
        print::human(self)
    }

    /// Whether a text changed and a translation of it did not.
    pub fn is_stale(&self) -> bool {
        let mut changes = self.tables.iter().flat_map(|table| &table.changes);
        changes.any(|change| change.kind == Kind::Stale && !change.allowed)
    }

    /// As a changelog has it.
    pub fn markdown(&self) -> String {
        print::markdown(self)
    }

    /// As GitHub's workflows read it.
    pub fn github(&self) -> String {
        print::github(self)
    }

    /// As programs read it.
    pub fn json(&self) -> String {
        // A structure of texts and numbers has nothing that serde_json refuses.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
