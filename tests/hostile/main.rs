//! Files that are damaged, wrong, or no tables at all: each gives a table or findings with places, quickly, and never a
//! panic, a hang, or a row that is silently left out. `builds.rs` has those that build a crate.

mod corpus;
mod exports;
mod invariants;
mod limits;
#[allow(dead_code, reason = "in the words of the macro only builds ask for it")]
mod table;
