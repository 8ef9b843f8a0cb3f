//! In the body of a function, twice, and beside a module that has it too.
#![deny(warnings, missing_docs)]

extern crate status_docs;

/// Two enums of one table, in two scopes.
pub fn tips(wanted: u16) -> Option<&'static str> {
    status_docs::status_table! {
        #[status(csv = "tables/odd.csv")]
        enum Fault: u16;
    }
    let other = {
        status_docs::status_table! {
            #[status(csv = "tables/odd.csv")]
            enum Fault: u16 { all: bool }
        }
        Fault::from_code(wanted).is_some_and(Fault::all)
    };
    if other { None } else { Fault::from_code(wanted).and_then(Fault::tips) }
}
