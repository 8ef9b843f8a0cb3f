//! The table's second reader: what `cargo status-docs` does, as a library.
//!
//! The command checks tables of status codes without a compiler, explains codes, exports pages and files for other
//! languages, compares versions, and writes what the macros would emit. It finds the `status_table!`s and derives of
//! a package with the macro's own parser, and reads their tables through the macro's own doors, so that both say the
//! same. Each subcommand is a function here, for a test of your own.

mod check;
pub mod cli;
mod completions;
pub mod diff;
mod entries;
mod expand;
mod explain;
mod export;
mod failure;
mod file;
mod find;
mod fix;
#[cfg(feature = "import")]
mod import;
pub mod init;
mod list;
pub mod package;
mod packaged;
mod path;
mod paths;
mod print;
pub mod problem;
pub mod project;
pub mod select;
pub mod sources;
pub mod tree;
#[cfg(feature = "import")]
mod workbook;

pub use check::{Checked, LookedAt, check};
pub use diff::{Difference, States, diff};
pub use entries::export_all;
pub use expand::{Expanded, Expansion, expand};
pub use explain::{Answer, Explained, Question, explain};
pub use export::{Export, File, Form, difference, export, files};
pub use failure::Failure;
pub use fix::{Cured, Fixed, fix};
#[cfg(feature = "import")]
pub use import::{Import, Imported, Lost, import};
pub use problem::Problem;
pub use project::Project;
pub use status_docs_export::Format;

/// Whether a file is called as workbooks are.
fn is_workbook_name(path: &std::path::Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| ["xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&extension.as_str()))
}
