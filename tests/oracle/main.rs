//! An oracle: random tables, whose answers in a user's crate are compared with a model that shares nothing with our
//! code.
//!
//! `ORACLE_SEEDS` multiplies the number of tables (`.ci/extra oracle` makes many).

mod answers;
mod column;
mod model;
mod table;
mod verdicts;

/// How many tables to make, given the usual number.
fn seeds(usual: u64) -> u64 {
    usual * std::env::var("ORACLE_SEEDS").map_or(1, |times| times.parse().expect("ORACLE_SEEDS is a number"))
}
