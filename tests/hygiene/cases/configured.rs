//! A table that is configured away does not exist, and has no findings either.
#![deny(warnings, missing_docs)]

extern crate status_docs;

status_docs::status_table! {
    /// Not here.
    #[cfg(any())]
    #[status(csv = "tables/none.csv")]
    pub enum Gone: u16 { all: enum Never, severity: bool }

    /// Here.
    #[cfg(not(any()))]
    #[status(csv = "tables/odd.csv")]
    pub enum Here: u16 { kind: enum Kind = "class" }
}

const _: usize = Here::COUNT + Kind::ALL.len();
