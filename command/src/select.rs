//! Which table is meant.

use std::path::Path;

use status_docs_data::{REFERENCES, Reference, Report, Role, Source, Table, Wanted, compile, name};

use status_docs_codegen::{Answered, Variants};

use crate::Failure;
use crate::problem::Problem;
use crate::project::{NamedTable, Project};
use crate::tree::Tree;

/// A table with everything that it is shown by.
#[derive(Debug)]
pub struct Subject {
    /// What code calls it.
    pub name: String,
    /// With its modules: `faults::Fault`.
    pub path: String,
    /// What pages call it.
    pub title: String,
    /// What it is, in a sentence; may be empty.
    pub about: String,
    /// Its rows.
    pub table: Table,
    /// The variants of an error type, in their order.
    pub variants: Option<Vec<Answered>>,
}

impl Subject {
    /// A reference as it is, with what it says to bridges.
    pub(crate) fn reference(reference: &'static Reference) -> Option<Self> {
        let on_request = Role::ALL.into_iter().filter(|role| role.is_on_request());
        let wanted = Wanted { asked: on_request.collect(), ..Wanted::reference_table(reference) };
        let table = compile(&Source::reference(reference), &wanted, &mut Report::new())?;
        let title = reference.title.strip_prefix("the ").unwrap_or(reference.title);
        let mut title = title.to_owned();
        // Not of gRPC.
        let is_word = title.split(' ').next().is_some_and(|word| word.chars().all(|c| c.is_ascii_lowercase()));
        if let Some(first) = title.get_mut(..1).filter(|_| is_word) {
            first.make_ascii_uppercase();
        }
        let own = || name::pascal(reference.name).unwrap_or_else(|_| "Status".to_owned());
        let name = reference.enum_name.map_or_else(own, str::to_owned);
        Some(Self { path: name.clone(), name, title, about: String::new(), table, variants: None })
    }

    fn of(table: NamedTable) -> Result<Self, Problems> {
        match table.table {
            Some(rows) if table.problems.is_empty() => {
                let NamedTable { name, path, about, variants, .. } = table;
                let variants = variants.and_then(|variants| variants.answered(&rows));
                Ok(Self { title: name.clone(), name, path, about, table: rows, variants })
            }
            _ => Err(Problems(table.problems)),
        }
    }
}

/// What is wrong with a table that was asked for.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

/// Why there is no table.
#[derive(Debug)]
pub enum NoTable {
    /// None is meant, or several are.
    Failure(Failure),
    /// There is one, but its findings keep it from being shown.
    Problems(Problems),
}

impl From<Failure> for NoTable {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// Whether it is a table in its own right: a derive over a reference only borrows its rows.
pub(crate) fn is_own(table: &NamedTable) -> bool {
    !table.is_derive || table.csv.is_some()
}

/// Whether a table has this name, with modules before it where the name is not enough.
pub(crate) fn is_called(table: &NamedTable, wanted: &str) -> bool {
    let inner = table.path.strip_suffix(wanted);
    inner.is_some_and(|modules| modules.is_empty() || modules.ends_with("::"))
}

/// A table that was asked for, with or without findings.
pub(crate) enum Meant {
    Own(Box<NamedTable>),
    Reference(Box<Subject>),
}

impl Project {
    /// The table that is meant, if nothing is wrong with it: of the package, a reference, or a file; without a name,
    /// the only one of the package.
    pub fn subject(&self, wanted: Option<&str>) -> Result<Subject, NoTable> {
        match self.meant(wanted)? {
            Meant::Own(table) => Subject::of(*table).map_err(NoTable::Problems),
            Meant::Reference(subject) => Ok(*subject),
        }
    }

    /// All tables of the packages, if nothing is wrong with any.
    pub(crate) fn subjects(&self) -> Result<Vec<Subject>, NoTable> {
        let all = self.tables(&Tree::Disk)?;
        let mut subjects = Vec::new();
        let mut problems = all.problems;
        for table in all.tables.into_iter().filter(is_own) {
            match Subject::of(table) {
                Ok(subject) => subjects.push(subject),
                Err(Problems(found)) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(NoTable::Problems(Problems(problems)));
        }
        if subjects.is_empty() {
            return Err(Failure::usage("there is no table in these packages").into());
        }
        Ok(subjects)
    }

    /// The same, whatever is wrong with it.
    pub(crate) fn meant(&self, wanted: Option<&str>) -> Result<Meant, Failure> {
        if let Some(path) = wanted.filter(|wanted| is_file(wanted)) {
            let mut tables = self.tables_of(Path::new(path))?;
            return Ok(Meant::Own(Box::new(tables.swap_remove(0))));
        }
        let reference = wanted.and_then(Reference::named);
        let tables = match self.tables(&Tree::Disk) {
            Ok(all) => all.tables,
            Err(_) if reference.is_some() => Vec::new(),
            Err(failure) => return Err(failure),
        };
        let (mut own, others): (Vec<NamedTable>, Vec<NamedTable>) = tables.into_iter().partition(is_own);
        // A type that borrows its rows is meant only by its name.
        if let Some(wanted) = wanted.filter(|wanted| !own.iter().any(|table| is_called(table, wanted))) {
            for borrowing in others.into_iter().filter(|table| is_called(table, wanted)) {
                own.extend(with_rows(borrowing, &own));
            }
        }
        let paths: Vec<String> = own.iter().map(|table| table.path.clone()).collect();
        let is_meant = |table: &NamedTable| wanted.is_none_or(|wanted| is_called(table, wanted));
        let mut meant: Vec<NamedTable> = own.into_iter().filter(is_meant).collect();
        match (meant.len(), reference, wanted) {
            (1, ..) => Ok(Meant::Own(Box::new(meant.swap_remove(0)))),
            (0, Some(reference), _) => Subject::reference(reference)
                .map(|subject| Meant::Reference(Box::new(subject)))
                .ok_or_else(|| unknown(reference.name, &paths)),
            (0, None, Some(wanted)) => Err(unknown(wanted, &paths)),
            (0, None, None) => Err(Failure::usage(format!("there is no table here; --table takes {}", references()))),
            (_, _, wanted) => {
                let meant: Vec<&str> = meant.iter().map(|table| table.path.as_str()).collect();
                let several =
                    wanted.map_or("there are several tables".to_owned(), |name| format!("{name} is several tables"));
                Err(Failure::usage(format!("{several}; say which with --table: {}", meant.join(", "))))
            }
        }
    }
}

/// A type that borrows its rows, with those rows; nothing where they are not known.
fn with_rows(borrowing: NamedTable, own: &[NamedTable]) -> Option<NamedTable> {
    let Some(path) = borrowing.variants.as_ref().and_then(Variants::rows_of) else {
        return borrowing.table.is_some().then_some(borrowing);
    };
    let name = path.rsplit("::").next().unwrap_or(&path);
    let with_modules = path.trim_start_matches("crate::").trim_start_matches("self::").trim_start_matches("super::");
    let rows =
        own.iter().find(|table| table.path == with_modules).or_else(|| own.iter().find(|table| table.name == name))?;
    Some(NamedTable { table: rows.table.clone(), ..borrowing })
}

fn unknown(wanted: &str, paths: &[String]) -> Failure {
    let references = REFERENCES.iter().map(|reference| reference.name);
    let names = paths.iter().filter_map(|path| path.rsplit("::").next());
    let all = names.chain(paths.iter().map(String::as_str)).chain(references);
    let hint = match name::closest(wanted, all) {
        Some(close) => format!("did you mean {close}?"),
        None if paths.is_empty() => format!("the references are {}", self::references()),
        None => format!("there are {}, and the references {}", paths.join(", "), self::references()),
    };
    Failure::usage(format!("there is no table {wanted}; {hint}"))
}

fn references() -> String {
    REFERENCES.iter().map(|reference| reference.name).collect::<Vec<_>>().join(", ")
}

/// Whether a name is that of a file and not of a table.
pub(crate) fn is_file(wanted: &str) -> bool {
    wanted.contains(['/', '\\', '.']) && !wanted.contains("::")
}
