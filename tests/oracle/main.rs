//! An oracle: tables made at random, asked by their users and by a model that shares nothing with our code.
//!
//! `ORACLE_SEEDS` is how many times as many tables are made as usual (`.ci/extra oracle` makes many).

mod answers;
mod column;
mod model;
mod table;
mod verdicts;

/// How many tables to make, where usually so many are.
fn seeds(usual: u64) -> u64 {
    usual * std::env::var("ORACLE_SEEDS").map_or(1, |times| times.parse().expect("ORACLE_SEEDS is a number"))
}
