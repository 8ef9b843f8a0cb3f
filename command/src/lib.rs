//! The table's second reader: what `cargo status-docs` does, as a library.
//!
//! The command checks tables of status codes without a compiler, explains codes, exports pages and files for other
//! languages, compares versions, and writes what the macros would emit. It finds the `status_table!`s and derives of
//! a package with the macro's own parser, and reads their tables through the macro's own doors, so that both say the
//! same. Each subcommand is a function here, for a test of your own.

mod check;
pub mod cli;
pub mod diff;
mod expand;
mod explain;
mod export;
mod failure;
mod file;
mod find;
#[cfg(feature = "import")]
mod import;
pub mod package;
mod path;
mod print;
pub mod problem;
pub mod project;
pub mod select;
pub mod sources;
pub mod tree;

pub use check::{Checked, check};
pub use diff::{Difference, States, diff};
pub use expand::{Expanded, Expansion, expand};
pub use explain::{Answer, Explained, Question, explain};
pub use export::{Export, Form, difference, export};
pub use failure::Failure;
#[cfg(feature = "import")]
pub use import::{Import, Imported, Lost, import};
pub use problem::Problem;
pub use project::Project;
pub use status_docs_export::Format;
