//! `check`: what the macro would find, without a compiler.

use std::path::PathBuf;

use crate::Failure;
use crate::problem::Problem;
use crate::project::{NamedTable, Project};
use crate::sources::Remark;
use crate::tree::Tree;

/// What was looked at, and what was found.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, table by table, in the order of the places in their files.
    pub problems: Vec<Problem>,
    /// What was skipped.
    pub skipped: Vec<Remark>,
    /// How many tables there are.
    pub tables: usize,
    /// How many rows they have that are good.
    pub rows: usize,
    /// How many Rust files were read.
    pub files: usize,
}

/// Checks every table that the sources name, or those of the files given.
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
    let mut checked = Checked::default();
    if paths.is_empty() {
        let all = project.tables(&Tree::Disk)?;
        checked.problems = all.problems;
        checked.skipped = all.skipped;
        checked.files = all.files;
        checked.add(all.tables);
    }
    for path in paths {
        checked.add(project.tables_of(path)?);
    }
    Ok(checked)
}

impl Checked {
    fn add(&mut self, tables: Vec<NamedTable>) {
        for table in tables {
            self.tables += 1;
            self.rows += table.table.map_or(0, |table| table.rows.len());
            for problem in table.problems {
                // Two requests for one file find the same in it.
                let is_known = |other: &Problem| {
                    let key =
                        |problem: &Problem| (problem.file.clone(), problem.line, problem.column, problem.cell.clone());
                    key(other) == key(&problem) && other.message == problem.message
                };
                if !self.problems.iter().any(is_known) {
                    self.problems.push(problem);
                }
            }
        }
    }
}
