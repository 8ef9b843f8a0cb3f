//! Names as the cells have them: words of the language, of the prelude and of ours.
#![no_std]
#![deny(warnings, missing_docs, nonstandard_style, unused_qualifications)]

#[allow(unused_extern_crates)]
extern crate status_docs;

use status_docs::status_table;

status_table! {
    /// Named by cells.
    #[status(csv = "tables/names.csv", verbatim, without(ALL, COUNT, code))]
    pub enum Named: u8;
}

/// Some of the rows.
#[derive(Debug, Clone, Copy, status_docs::StatusDocs)]
#[status(table = Named)]
pub enum Picked {
    /// A raw name.
    #[status(r#type)]
    Type,
    /// One of two that differ in case.
    #[status(ok)]
    Lower,
    /// By its code.
    #[status(0)]
    All,
}

/// Every row by its name and by its other names.
pub const USED: [Named; 16] = [
    Named::ALL,
    Named::COUNT,
    Named::Error,
    Named::None,
    Named::code,
    Named::r#type,
    Named::r#gen,
    Named::Ok,
    Named::ok,
    Named::ER_DUP_KEY,
    Named::str,
    Named::Self_,
    Named::Some,
    Named::self_test,
    Named::r#async,
    Named::ER_DUPE,
];
