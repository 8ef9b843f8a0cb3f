//! Without the prelude, and without the standard library.
#![no_std]
#![no_implicit_prelude]
#![deny(warnings, missing_docs)]

extern crate status_docs;

::status_docs::status_table!();

::status_docs::status_table! {
    /// Faults.
    #[status(csv = "tables/odd.csv")]
    pub enum Fault: u16 { all: bool, from: f32, default: Option<&str> }

    /// Faults by text.
    #[status(csv = "tables/odd.csv")]
    pub enum Text: str;
}

const _: bool = Fault::Error.all();
