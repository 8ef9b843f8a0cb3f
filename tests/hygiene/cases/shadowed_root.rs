//! The same at the root of the crate.
#![allow(dead_code, non_camel_case_types)]
#![deny(warnings)]

pub mod core {}
pub mod std {}
pub struct Option;
pub struct Result;
pub struct u16;
pub struct str;

::status_docs::status_table! {
    #[status(csv = "tables/odd.csv")]
    pub enum Fault: u16 { all: bool }

    /// Named like the language's own.
    #[status(csv = "tables/odd.csv")]
    pub enum String: str;
}
