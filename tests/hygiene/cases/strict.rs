//! The strictest lints.
#![deny(
    warnings,
    missing_docs,
    unused,
    unreachable_pub,
    missing_debug_implementations,
    missing_copy_implementations,
    unused_qualifications,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unused_results,
    unused_import_braces,
    unused_lifetimes,
    let_underscore_drop,
    future_incompatible,
    nonstandard_style,
    rust_2018_idioms
)]
#![forbid(unsafe_code)]

#[allow(unused_extern_crates)]
extern crate status_docs;

use status_docs::status_table;

/// A module that is private.
mod private {
    use super::status_table;

    status_table! {
        #[status(csv = "tables/odd.csv")]
        pub(crate) enum Fault: u16;
    }

    status_table! {
        #[status(csv = "tables/odd.csv", doc(no_table))]
        enum Unused: str;
    }
}

status_table!();

status_table! {
    /// Faults of every name.
    #[status(csv = "tables/odd.csv")]
    pub enum Fault: i8 {
        /// Documented by the user.
        tips = "tips",
        all: bool,
        count: u64,
        r#fn: char,
        default: Option<&str>,
        from: f32,
        kind: enum Kind = "class",
    }
}

macro_rules! listed {
    ($($name:ident = $code:expr;)*) => {
        /// All names and codes.
        pub const LISTED: &[(&str, i32)] = &[$((stringify!($name), $code)),*];
    };
}

status_table! {
    /// In hexadecimal, with lists that columns share.
    #[status(csv = "tables/hex.csv", each = listed, names = "E{code}", link = "https://example.org/{code}")]
    pub enum Hex: i32 {
        sign: enum Sign { Plus, Minus = "-" },
        was: Option<enum Sign> = "before",
        /// Its class.
        class:
            /// The classes.
            #[derive(PartialOrd, Ord)]
            enum HexClass = "class",
    }
}

/// The rows of that enum.
#[derive(Debug, Clone, Copy, status_docs::StatusDocs)]
#[status(table = Hex, default = E80000001, crate = ::status_docs)]
pub enum Linked {
    /// By code.
    #[status(3)]
    Third,
    /// By name.
    #[status(E80000002, reason = "Mine")]
    Second,
    /// By default.
    Other,
}

/// Uses what would otherwise be unused.
#[must_use]
pub const fn count() -> usize {
    private::Fault::COUNT + Fault::COUNT
}
