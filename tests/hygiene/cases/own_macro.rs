//! From a macro of the crate's own, with every fragment passed through.
#![deny(warnings, missing_docs)]

#[macro_use]
extern crate status_docs;

macro_rules! table {
    ($(#[$attr:meta])* $vis:vis $name:ident: $ty:ty = $path:literal { $($column:ident: $column_ty:ty),* }) => {
        status_table! {
            $(#[$attr])*
            #[status(csv = $path)]
            $vis enum $name: $ty { $($column: $column_ty),* }
        }
    };
}

table! {
    /// Faults.
    #[derive(Debug, Clone)]
    pub Fault: u16 = "tables/odd.csv" { all: bool, count: u8 }
}

const _: bool = Fault::Error.all();
