//! `explain`: what a code, a name, a phrase or a class means.

use status_docs_data::find::{Query, similar};
use status_docs_data::{REFERENCES, Reference, Row};

use crate::Failure;
use crate::find::entries;
use crate::problem::Problem;
use crate::project::{NamedTable, Project};
use crate::select::{Meant, Subject, is_own};
use crate::tree::Tree;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// A code, a name, a phrase, a class; or words.
    pub what: String,
    /// Whether these are words to be found anywhere in a row.
    pub is_search: bool,
    /// The one table to look in: of the package, a reference, or a file.
    pub table: Option<String>,
}

/// What was found, table by table.
#[derive(Debug, Default)]
pub struct Explained {
    /// The package's tables first, then the references.
    pub found: Vec<Answer>,
    /// What was probably meant, where nothing was found.
    pub similar: Vec<String>,
    /// How many rows have the words somewhere, where nothing has that name.
    pub mentioned: usize,
    /// Tables of the package that were looked in as far as their rows are good.
    pub wrong: Vec<String>,
}

/// The rows of one table.
#[derive(Debug)]
pub struct Answer {
    /// The table.
    pub subject: Subject,
    /// The indexes of its rows.
    pub rows: Vec<usize>,
}

impl Explained {
    fn note(&mut self, table: &NamedTable) {
        if !table.problems.is_empty() {
            self.wrong.push(table.path.clone());
        }
    }
}

impl Answer {
    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter_map(|index| self.subject.table.rows.get(*index))
    }
}

/// Looks a question up in the tables of the package, and in the references.
pub fn explain(project: &Project, question: &Question) -> Result<Explained, Failure> {
    let mut explained = Explained::default();
    let subjects = match &question.table {
        Some(name) => vec![one(project, name, &mut explained)?],
        None => all(project, &mut explained)?,
    };
    let what = question.what.as_str();
    let query = if question.is_search { Query::words(what) } else { Query::called(what) };
    let mut others = Vec::new();
    for subject in subjects {
        let entries = entries(&subject.table);
        let rows = query.find(&entries);
        if rows.is_empty() {
            others.extend(entries);
        } else if !is_covered(&subject, &explained.found) {
            explained.found.push(Answer { subject, rows });
        }
    }
    if explained.found.is_empty() && !question.is_search {
        explained.similar = similar(&others, what);
        explained.mentioned = Query::words(what).find(&others).len();
    }
    Ok(explained)
}

/// A reference has nothing to add where a table over it has answered.
fn is_covered(subject: &Subject, found: &[Answer]) -> bool {
    let Some(reference) = subject.table.reference().filter(|_| !subject.table.origin.is_own()) else { return false };
    found.iter().any(|answer| answer.subject.table.base.contains(&reference))
}

/// The one table that is asked for: the rows that are good explain what they can.
fn one(project: &Project, name: &str, explained: &mut Explained) -> Result<Subject, Failure> {
    match project.meant(Some(name))? {
        Meant::Reference(subject) => Ok(subject),
        Meant::Own(table) => {
            if !table.is_readable() {
                let why = table.problems.first().map(Problem::sentence).unwrap_or_default();
                return Err(Failure::usage(why));
            }
            explained.note(&table);
            own_subject(table).ok_or_else(|| Failure::usage(format!("{name} has no rows")))
        }
    }
}

/// The package's tables, and the references.
fn all(project: &Project, explained: &mut Explained) -> Result<Vec<Subject>, Failure> {
    let own = match project.tables(&Tree::Disk) {
        Ok(all) => all.tables,
        // At a terminal, one need not be in a package.
        Err(_) if project.selection.manifest.is_none() && project.selection.packages.is_empty() => Vec::new(),
        Err(failure) => return Err(failure),
    };
    let mut subjects: Vec<Subject> = Vec::new();
    for table in own.into_iter().filter(is_own) {
        explained.note(&table);
        subjects.extend(own_subject(table));
    }
    subjects.extend(REFERENCES.iter().filter_map(|reference: &'static Reference| Subject::reference(reference)));
    Ok(subjects)
}

fn own_subject(table: NamedTable) -> Option<Subject> {
    let NamedTable { name, path, about, table, .. } = table;
    Some(Subject { name, title: path, about, table: table? })
}
