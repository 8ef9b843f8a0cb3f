//! The table's second reader: what `cargo status-docs` does, as a library.
//!
//! The command checks tables of status codes without a compiler, explains codes, exports pages and files for other
//! languages, compares versions, and writes what the macros would emit. It finds the `status_table!`s and derives of
//! a package with the macro's own parser, and reads their tables through the macro's own doors, so that both say the
//! same. Each subcommand is a function here, for a test of your own.

mod check;
pub mod cli;
mod failure;
mod file;
pub mod package;
mod print;
pub mod problem;
pub mod project;
pub mod sources;
pub mod tree;

pub use check::{Checked, check};
pub use failure::Failure;
pub use problem::Problem;
pub use project::Project;
