//! Messages under the strictest lints, without the standard library, among constants of any name.
#![no_std]
#![deny(
    warnings,
    missing_docs,
    unused,
    unreachable_pub,
    missing_debug_implementations,
    unused_qualifications,
    single_use_lifetimes,
    trivial_casts,
    unused_results,
    unused_lifetimes,
    future_incompatible,
    nonstandard_style,
    rust_2018_idioms
)]
#![forbid(unsafe_code)]

#[allow(unused_extern_crates)]
extern crate status_docs;

use status_docs::{message, status_table, StatusDocs};

/// Constants in scope are used in place of parameters with their names.
#[allow(dead_code, non_upper_case_globals, clippy::redundant_pub_crate)]
mod names {
    pub(crate) const formatter: i32 = 0;
    pub(crate) const language: i32 = 0;
    pub(crate) const value: i32 = 0;
    pub(crate) const text: i32 = 0;
    pub(crate) static MESSAGES: i32 = 0;
}

#[allow(unused_imports)]
use names::*;

status_table! {
    /// What can go wrong.
    #[status(csv = "tables/spoken.csv", messages)]
    pub enum Fault: u8;
}

mod private {
    super::status_table! {
        #[status(csv = "tables/spoken.csv", messages, languages("en"), without(message), only = "2")]
        pub(crate) enum Unused: u16 {
            message("de") = "message:de",
        }
    }
}

/// Shows its fields.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/spoken.csv", code = u8, display)]
pub enum Shown<'a, T: ?Sized> {
    /// One.
    Missing {
        /// A.
        id: u64,
        /// B.
        place: &'a T,
        /// C.
        r#fn: char,
    },
    /// Two.
    Busy,
    /// Three.
    #[status(message = "{0:?}", 3)]
    Silent(u8),
    /// Four.
    #[status(transparent)]
    Inner(Spoken),
}

/// Says them.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/spoken.csv", code = u8, messages, languages("en"))]
#[status(Busy)]
pub struct Spoken;

impl core::fmt::Display for Spoken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("spoken")
    }
}

/// Over a table.
#[derive(Debug, StatusDocs)]
#[status(table = Fault, display)]
pub enum Linked<'a> {
    /// One.
    #[status(values(place = id, r#fn = 'x'))]
    Missing {
        /// A.
        id: &'a str,
    },
    /// Two.
    Busy(u8),
    /// Three.
    #[status(Silent, message = "{0}")]
    Other(u8),
}

/// A message with its values.
///
/// # Errors
///
/// As the writer has them.
pub fn said(to: &mut dyn core::fmt::Write) -> core::fmt::Result {
    write!(to, "{}", message!(Fault::Missing, id = 1, place = "x", r#fn = 'y'))
}
