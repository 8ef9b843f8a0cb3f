//! `fix`: applies the cures that findings carry, and nothing else.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use status_docs_data::cures::apply;
use status_docs_data::finding::Edit;
use status_docs_data::{Rule, Source};

use crate::check::{Checked, check};
use crate::path::shown;
use crate::paths::{self, Given};
use crate::problem::{Level, Problem};
use crate::{Failure, Project};

/// What can be cured, file by file, and what was found.
#[derive(Debug, Default)]
pub struct Fixed {
    /// The files with cures.
    pub files: Vec<Cured>,
    /// What was found before.
    pub checked: Checked,
}

/// A file with cures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cured {
    /// From the project's folder.
    pub file: PathBuf,
    /// What is done, a line each.
    pub cures: Vec<String>,
    /// What the file holds.
    pub old: Vec<u8>,
    /// What it would hold.
    pub new: Vec<u8>,
    /// How many findings would be left.
    pub left: usize,
}

/// Finds the cures of the tables that the sources name, or of the files given. With an encoding, a file that is not
/// UTF-8 is read so.
pub fn fix(project: &Project, paths: &[PathBuf], encoding: Option<&str>) -> Result<Fixed, Failure> {
    refuse_workbooks(project, paths)?;
    let decode = encoding.map(decoder).transpose()?;
    let checked = check(project, paths)?;
    let root = project.root();
    let mut files: Vec<PathBuf> = Vec::new();
    for file in checked.looked_at.iter().filter_map(|table| table.file.as_ref()) {
        if !files.contains(file) {
            files.push(file.clone());
        }
    }
    let mut fixed = Fixed { files: Vec::new(), checked };
    for file in files {
        let Ok(old) = std::fs::read(root.join(&file)) else { continue };
        let is_other =
            std::str::from_utf8(&old).is_err() && !old.starts_with(b"\xff\xfe") && !old.starts_with(b"\xfe\xff");
        if let Some(decode) = decode.as_ref().filter(|_| is_other) {
            let new =
                decode(&old).ok_or_else(|| Failure::usage(format!("{}: it is not in that encoding", shown(&file))))?;
            let mut cures = vec![format!("{}: from {} to UTF-8", shown(&file), encoding.unwrap_or_default())];
            let found = problems_in(project, &file, new.as_bytes())?;
            let mended = cure(project, &file, new.clone().into_bytes(), found.clone())?;
            let left = errors(&found);
            let mended = mended.unwrap_or_else(|| Cured {
                file,
                cures: Vec::new(),
                old: Vec::new(),
                new: new.into_bytes(),
                left,
            });
            cures.extend(mended.cures);
            fixed.files.push(Cured { cures, old, ..mended });
            continue;
        }
        let is_here = |problem: &&Problem| problem.file.as_ref() == Some(&file);
        let found = fixed.checked.problems.iter().chain(&fixed.checked.notes).filter(is_here).cloned().collect();
        if let Some(cured) = cure(project, &file, old, found)? {
            fixed.files.push(cured);
        }
    }
    Ok(fixed)
}

/// Applies cures until there is none: one may show what another finding had hidden. What then leads to a finding that
/// was not there is taken back, so that a second run changes nothing.
fn cure(project: &Project, file: &Path, old: Vec<u8>, mut found: Vec<Problem>) -> Result<Option<Cured>, Failure> {
    const ROUNDS: usize = 8;
    let mut known = kinds(&found);
    let (mut bytes, mut cures) = (old.clone(), Vec::new());
    let mut best = None;
    for _ in 0..ROUNDS {
        let mut edits: Vec<Edit> = Vec::new();
        for problem in found.iter().filter(|problem| !problem.fix.is_empty()) {
            let mut all = edits.clone();
            all.extend(problem.fix.iter().cloned());
            // One that overlaps with another waits for the next round.
            if apply(&bytes, &all).is_some() {
                edits = all;
                cures.push(line(problem, &bytes));
            }
        }
        let Some(new) = apply(&bytes, &edits).filter(|new| *new != bytes) else { break };
        // In another encoding, nothing else could be found.
        let was_unread = found.iter().any(|problem| problem.rule == Some(Rule::WrongEncoding));
        bytes = new;
        found = problems_in(project, file, &bytes)?;
        if was_unread {
            known = kinds(&found);
        }
        if kinds(&found).is_subset(&known) {
            best = Some((bytes.clone(), cures.clone(), errors(&found)));
        }
    }
    Ok(best.map(|(new, cures, left)| Cured { file: file.to_owned(), cures, old, new, left }))
}

/// What would be found, were these the bytes of the file.
fn problems_in(project: &Project, file: &Path, bytes: &[u8]) -> Result<Vec<Problem>, Failure> {
    let name = shown(file);
    let source = Ok(Source::from_bytes(&name, bytes.to_vec()));
    let mut found = Vec::new();
    for table in project.tables_from(file, &source, &name)? {
        for problem in table.problems.into_iter().chain(table.notes) {
            if problem.file.as_deref() == Some(file) && !found.contains(&problem) {
                found.push(problem);
            }
        }
    }
    Ok(found)
}

fn errors(found: &[Problem]) -> usize {
    found.iter().filter(|problem| problem.level == Level::Error).count()
}

impl Fixed {
    /// How many findings have no certain cure.
    pub fn left(&self) -> usize {
        let is_cured = |problem: &&Problem| self.files.iter().any(|cured| problem.file.as_ref() == Some(&cured.file));
        let others = self.checked.problems.iter().filter(|problem| !is_cured(problem)).count();
        others + self.files.iter().map(|cured| cured.left).sum::<usize>()
    }
}

/// The rules of the findings, and where they are.
fn kinds(found: &[Problem]) -> BTreeSet<(Option<Rule>, Option<String>)> {
    let mut kinds = BTreeSet::new();
    for problem in found.iter().filter(|problem| problem.level == Level::Error) {
        kinds.insert((problem.rule, problem.cell.clone()));
    }
    kinds
}

/// `tables/f.csv:2:1 (cell A2): "1O1" → "101"`
fn line(problem: &Problem, old: &[u8]) -> String {
    let text = |edit: &Edit| {
        let bytes = old.get(edit.start..edit.end).unwrap_or_default();
        (format!("{:?}", String::from_utf8_lossy(bytes)), format!("{:?}", edit.text))
    };
    match problem.fix.as_slice() {
        [edit]
            if edit.end - edit.start < 80
                && old.get(edit.start..edit.end).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok()) =>
        {
            let (before, after) = text(edit);
            format!("{}{before} \u{2192} {after}", problem.place())
        }
        [_] => format!("{}{}", problem.place(), problem.message),
        edits => format!("{}{} ({} changes)", problem.place(), problem.message, edits.len()),
    }
}

fn refuse_workbooks(project: &Project, paths: &[PathBuf]) -> Result<(), Failure> {
    let (files, _) = paths::expand(&project.root(), paths);
    for given in files {
        match given {
            Given::Stdin => return Err(Failure::usage("fix changes files; what is piped in is none")),
            Given::File(file) if crate::is_workbook_name(&file) && paths.contains(&file) => {
                let (name, csv) = (shown(&file), shown(&file.with_extension("csv")));
                return Err(Failure::usage(format!(
                    "{name}: a workbook is not changed; make a CSV of it: cargo status-docs import {name} -o {csv}"
                )));
            }
            Given::File(_) => {}
        }
    }
    Ok(())
}

type Decode = Box<dyn Fn(&[u8]) -> Option<String>>;

#[cfg(feature = "import")]
fn decoder(name: &str) -> Result<Decode, Failure> {
    let encoding = encoding_rs::Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| {
        Failure::usage(format!("--encoding: there is no encoding {name}; windows-1252 is the usual one"))
    })?;
    Ok(Box::new(move |bytes| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
    }))
}

#[cfg(not(feature = "import"))]
fn decoder(_: &str) -> Result<Decode, Failure> {
    Err(Failure::usage("--encoding: this command was built without the feature `import`"))
}

impl Cured {
    /// The change as a patch that `git apply` takes; `None` if the file is not UTF-8.
    pub fn patch(&self) -> Option<String> {
        let (old, new) = (std::str::from_utf8(&self.old).ok()?, std::str::from_utf8(&self.new).ok()?);
        let name = shown(&self.file);
        let diff = similar::TextDiff::from_lines(old, new);
        let header = (format!("a/{name}"), format!("b/{name}"));
        Some(diff.unified_diff().context_radius(3).header(&header.0, &header.1).to_string())
    }

    /// Replaces the file in one step: with its permissions, and where it is a link, its target.
    pub fn write(&self, root: &Path) -> Result<(), Failure> {
        let failure = |error: std::io::Error| Failure::of_file(&self.file, &error);
        let target = std::fs::canonicalize(root.join(&self.file)).map_err(failure)?;
        let permissions = std::fs::metadata(&target).map_err(failure)?.permissions();
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let temporary = target.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
        let written = std::fs::write(&temporary, &self.new)
            .and_then(|()| std::fs::set_permissions(&temporary, permissions))
            .and_then(|()| std::fs::rename(&temporary, &target));
        written.map_err(|error| {
            let _ = std::fs::remove_file(&temporary);
            failure(error)
        })
    }
}
