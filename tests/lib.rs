//! What tests, benches and fuzzers share: crates as a user would write them, outside of this workspace, tables of any
//! size, and what holds for any input.

pub mod generate;
pub mod invariants;
pub mod random;
pub mod scratch;

/// The examples of the README are doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
