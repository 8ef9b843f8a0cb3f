//! Enums named like what we emit and use.
#![deny(warnings, missing_docs)]

extern crate status_docs;

use status_docs::status_table;

status_table! {
    /// `Option` itself.
    #[status(csv = "tables/odd.csv")]
    pub enum Option: u16;

    /// `Result` itself.
    #[status(csv = "tables/odd.csv")]
    pub enum Result: str;

    /// `Texts` is a type of the runtime's.
    #[status(csv = "tables/odd.csv")]
    pub enum Texts: i64;

    /// A raw identifier.
    #[status(csv = r"tables/odd.csv")]
    pub enum r#Match: u32;
}
