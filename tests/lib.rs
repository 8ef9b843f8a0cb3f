//! What the tests and the benches share: crates as a user would write them, outside of this workspace, and tables
//! of any size.

pub mod generate;
pub mod random;
pub mod scratch;

/// The examples of the README are doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
