//! `explain`: what a code, a name, a phrase or a class means.

use status_docs_data::{REFERENCES, Reference, Row, Rule, Value, name};

use crate::Failure;
use crate::find::{self, Entry, Paste, Said, Subjects, entries, squeezed};
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
    /// Whether what is found is exactly what was asked for; else it is what is closest.
    pub is_exact: bool,
    /// A rule of that id, where no row is called so.
    pub rule: Option<Rule>,
    /// Which codes there are, where a number is none of them.
    pub ranges: Option<String>,
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
    /// The values of a row's message, by the index of the row, where a line of a log has them.
    pub values: Vec<(usize, Vec<(String, String)>)>,
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
    let what = question.what.trim();
    let mut looked = Vec::new();
    for subject in subjects {
        let entries = entries(&subject.table);
        looked.push(Looked { subject, entries });
    }
    if question.is_search {
        explained.take(rows_by(&looked, |looked| find::with_words(&looked.entries, what)), looked);
        explained.is_exact = true;
        return Ok(explained.in_language(project));
    }
    explained.is_exact = true;
    // Exactly, as a selection, by a path in code, then as it is pasted: the first of them that finds something.
    let ways: [Way<'_>; 3] =
        [&|looked| find::called(&looked.entries, what), &|looked| find::selected(&looked.entries, what), &|looked| {
            looked.by_path(what)
        }];
    for way in ways {
        let found = rows_by(&looked, way);
        if found.iter().any(|rows| !rows.is_empty()) {
            explained.take(found, looked);
            return Ok(explained.in_language(project));
        }
    }
    explained.rule = Rule::from_id(what);
    if explained.rule.is_some() {
        return Ok(explained);
    }
    let Some(looked) = explained.take_said(what, looked) else { return Ok(explained.in_language(project)) };
    explained.take_paste(what, looked);
    Ok(explained.in_language(project))
}

/// How rows are looked for in a table.
type Way<'w> = &'w dyn Fn(&Looked) -> Vec<usize>;

/// A table that is looked in.
struct Looked {
    subject: Subject,
    entries: Vec<Entry>,
}

fn rows_by(looked: &[Looked], way: impl Fn(&Looked) -> Vec<usize>) -> Vec<Vec<usize>> {
    let mut rows = Vec::new();
    for looked in looked {
        rows.push(way(looked));
    }
    rows
}

impl Looked {
    /// What the table is called, as words are compared.
    fn names(&self) -> Vec<String> {
        let mut names = vec![squeezed(&self.subject.name)];
        names.extend(self.subject.table.reference().map(|reference| reference.name.to_owned()));
        names
    }

    /// The rows by a path in code: `Fault`, `Fault::DoorForced`, `DoorClass::Door`.
    fn by_path(&self, what: &str) -> Vec<usize> {
        let is_table = |path: &str| {
            let inner = self.subject.title.strip_suffix(path).filter(|_| self.subject.table.origin.is_own());
            // `gate::faults::Fault`, as another crate and a compiler write it.
            let is_outer = path.strip_suffix(&self.subject.title).is_some_and(|outer| outer.ends_with("::"));
            self.subject.name == path
                || is_outer
                || inner.is_some_and(|modules| modules.is_empty() || modules.ends_with("::"))
        };
        if is_table(what) {
            return (0..self.entries.len()).collect();
        }
        let Some((path, last)) = what.rsplit_once("::") else { return Vec::new() };
        let mut found = Vec::new();
        if is_table(path) {
            for (index, entry) in self.entries.iter().enumerate() {
                if entry.name == last || entry.is_called_about(&squeezed(last)) {
                    found.push(index);
                }
            }
            return found;
        }
        self.in_category(path.rsplit("::").next().unwrap_or(path), last)
    }

    /// The rows of a variant of a column's enum, whose name begins or ends with that of the column.
    fn in_category(&self, type_name: &str, variant: &str) -> Vec<usize> {
        let table = &self.subject.table;
        let mut found = Vec::new();
        let is_of = |column: &str| {
            let pascal = name::pascal(column).unwrap_or_default();
            !pascal.is_empty() && type_name.ends_with(&pascal)
        };
        for (at, column) in table.columns.iter().enumerate() {
            let Some(category) = column.categories.iter().position(|category| category.name == variant) else {
                continue;
            };
            if !is_of(&column.name) {
                continue;
            }
            for (index, row) in table.rows.iter().enumerate() {
                if row.values.get(at) == Some(&Value::Category(category)) {
                    found.push(index);
                }
            }
        }
        let class =
            table.classes.iter().position(|class| class.name == variant).filter(|_| type_name.ends_with("Class"));
        if found.is_empty() && class.is_some() {
            for (index, row) in table.rows.iter().enumerate() {
                if row.class == class {
                    found.push(index);
                }
            }
        }
        found
    }
}

impl Explained {
    fn take(&mut self, found: Vec<Vec<usize>>, looked: Vec<Looked>) {
        for (rows, Looked { subject, .. }) in found.into_iter().zip(looked) {
            if !rows.is_empty() && !is_covered(&subject, &self.found) {
                self.found.push(Answer { subject, rows, values: Vec::new() });
            }
        }
    }

    /// The rows whose messages a line of a log has; the tables again, if none has.
    fn take_said(&mut self, what: &str, looked: Vec<Looked>) -> Option<Vec<Looked>> {
        let mut all: Vec<Vec<Said>> = Vec::new();
        for looked in &looked {
            all.push(find::said_rows(&looked.subject.table, what));
        }
        let most = all.iter().flatten().map(Said::letters).max();
        let Some(most) = most else { return Some(looked) };
        for (said, Looked { subject, .. }) in all.into_iter().zip(looked) {
            let (mut rows, mut values) = (Vec::new(), Vec::new());
            for said in said.into_iter().filter(|said| said.letters() == most) {
                rows.push(said.row);
                values.push((said.row, said.values));
            }
            if !rows.is_empty() {
                self.found.push(Answer { subject, rows, values });
            }
        }
        None
    }

    /// The texts of what was found in the language that is asked for, each as far as the table has it.
    fn in_language(mut self, project: &Project) -> Self {
        let Some(tag) = &project.language else { return self };
        for answer in &mut self.found {
            answer.subject.table.speak(tag);
        }
        self
    }

    /// What was pasted: a code with words around it, a line of a log.
    fn take_paste(&mut self, what: &str, looked: Vec<Looked>) {
        let mut subjects = Vec::new();
        for looked in &looked {
            subjects.push(Subjects { names: looked.names(), entries: &looked.entries });
        }
        let paste = Paste::new(what, &subjects);
        let meant = paste.find(&subjects);
        self.is_exact = meant.is_exact;
        let mut order: Vec<(usize, Vec<usize>)> = Vec::new();
        for hit in &meant.hits {
            match order.iter_mut().find(|(subject, _)| *subject == hit.subject) {
                Some((_, rows)) => rows.push(hit.row),
                None => order.push((hit.subject, vec![hit.row])),
            }
        }
        if order.is_empty() {
            self.similar = find::similar(looked.iter().flat_map(|looked| &looked.entries), what);
            self.mentioned = looked.iter().map(|looked| find::with_words(&looked.entries, what).len()).sum();
            if let Some(number) = paste.number().or(find::number(what).map(|_| what)) {
                self.ranges = ranges(number, &looked);
            }
            return;
        }
        let mut all: Vec<Option<Subject>> = looked.into_iter().map(|looked| Some(looked.subject)).collect();
        for (index, rows) in order {
            let Some(subject) = all.get_mut(index).and_then(Option::take) else { continue };
            if !is_covered(&subject, &self.found) {
                self.found.push(Answer { subject, rows, values: Vec::new() });
            }
        }
    }
}

/// `no table has 799: faults::Fault has 100 to 171, the HTTP reference 100 to 511`
fn ranges(number: &str, looked: &[Looked]) -> Option<String> {
    let mut has = Vec::new();
    for Looked { subject, entries } in looked {
        let is_own = subject.table.origin.is_own();
        let is_http = subject.table.reference().is_some_and(|reference| reference.name == "http");
        let all_codes = || entries.iter().filter_map(|entry| Some((entry.value?, &entry.code)));
        let (first, last) = (all_codes().min_by_key(|(value, _)| *value), all_codes().max_by_key(|(value, _)| *value));
        if let (Some((_, first)), Some((_, last)), true) = (first, last, is_own || is_http || looked.len() == 1) {
            let name =
                if is_own { subject.title.clone() } else { format!("the {} reference", shown_reference(subject)) };
            let verb = if has.is_empty() { " has" } else { "" };
            has.push(format!("{name}{verb} {first} to {last}"));
        }
    }
    (!has.is_empty()).then(|| format!("no table has {number}: {}", has.join(", ")))
}

fn shown_reference(subject: &Subject) -> String {
    let name = subject.table.reference().map_or("", |reference| reference.name);
    if name == "http" { "HTTP".to_owned() } else { name.to_owned() }
}

/// A reference has nothing to add where a table over it has answered.
fn is_covered(subject: &Subject, found: &[Answer]) -> bool {
    let Some(reference) = subject.table.reference().filter(|_| !subject.table.origin.is_own()) else { return false };
    found.iter().any(|answer| answer.subject.table.base.contains(&reference))
}

/// The one table that is asked for: the rows that are good explain what they can.
fn one(project: &Project, name: &str, explained: &mut Explained) -> Result<Subject, Failure> {
    match project.meant(Some(name))? {
        Meant::Reference(subject) => Ok(*subject),
        Meant::Own(table) => {
            if !table.is_readable() {
                let why = table.problems.first().map(Problem::sentence).unwrap_or_default();
                return Err(Failure::usage(why));
            }
            explained.note(&table);
            own_subject(*table).ok_or_else(|| Failure::usage(format!("{name} has no rows")))
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
    Some(Subject { name, title: path.clone(), path, about, table: table?, variants: None })
}
