//! Files that are damaged, wrong, or no tables at all: each ends as a table or as findings with places,
//! at once, and never as a panic, a hang, or a row that is silently left out.

mod compiled;
mod corpus;
mod exports;
#[cfg(target_os = "linux")]
mod files;
mod invariants;
mod limits;
mod table;
