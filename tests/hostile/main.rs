//! Files that are damaged, wrong, or no tables at all: each gives a table or findings with places, quickly, and never a
//! panic, a hang, or a row that is silently left out.

mod compiled;
mod corpus;
mod exports;
#[cfg(target_os = "linux")]
mod files;
mod invariants;
mod limits;
mod table;
