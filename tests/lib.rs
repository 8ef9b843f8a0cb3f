//! What the tests share: crates as a user would write them, outside of this workspace.

pub mod scratch;

/// The examples of the README are doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
