//! Services as their users write them, and a client that asks them.

pub mod client;
pub mod services;
pub mod types;

/// The recipes of the page, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../runtime/src/services.md")]
pub mod recipes {}
