//! The derive in crates of every edition, without a prelude, with the runtime crate under another name or re-exported.

use status_docs_tests::scratch::{Manifest, Scratch, ours_as, workspace};

const SOURCE: &str = r#"
#![deny(warnings)]
#![no_implicit_prelude]
#![allow(dead_code)]
extern crate renamed;
pub mod reexport { pub use ::renamed::*; }
pub mod inner {
    use ::renamed::StatusDocs;
    #[derive(StatusDocs)]
    #[status(crate = ::renamed, default = 500)]
    pub enum Error<'a, T> {
        #[status(404)] Missing(&'a u8),
        NotFound { a: u8 },
        #[status(transparent)] Inner(T),
        Other,
        #[status(410, tips = "x", reason = "y")] Gone,
    }
    #[derive(StatusDocs)]
    #[status(crate = ::renamed, csv = "tables/doors.csv", code = i32)]
    pub struct PowerLost;
    #[derive(StatusDocs)]
    #[status(crate = self::super::reexport, NotFound)]
    pub struct Reexported;
    #[derive(StatusDocs, Clone, Copy, PartialEq, Eq)]
    #[status(crate = ::renamed, csv = "tables/states.csv", code = str, exhaustive)]
    pub enum State { UniqueViolation, SuccessfulCompletion, InternalError }
    #[derive(StatusDocs, Clone, Copy, PartialEq, Eq)]
    #[status(crate = ::renamed, csv = "tables/doors.csv", code = i64, exhaustive)]
    pub enum Door { IMUsed, PowerLost, DoorHeld }
}
"#;

#[test]
fn every_edition_compiles() {
    let tables = workspace().join("tests/tables");
    for edition in ["2015", "2018", "2021", "2024"] {
        let name = format!("derive-{edition}");
        let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), &name);
        scratch.manifest(&Manifest::without_ours(&name).edition(edition).dependency(&ours_as("renamed")));
        for table in ["doors.csv", "states.csv"] {
            scratch.write(&format!("tables/{table}"), std::fs::read(tables.join(table)).unwrap());
        }
        scratch.write("src/lib.rs", SOURCE);
        scratch.run(&["check", "-q"]);
    }
}
