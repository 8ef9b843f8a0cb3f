//! **One table of codes, compiled.**
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod class;
mod docs;
mod error;
mod lookup;
mod open;
mod table;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use class::StatusClass;
pub use docs::{Code, StatusDoc, StatusDocs};
pub use error::{ParseStatusError, UnknownCode};
pub use open::{AsCode, Open};
pub use table::StatusTable;

/// Makes an enum of a table of status codes.
#[macro_export]
macro_rules! status_table {
    ($($input:tt)*) => {
        $crate::__private::status_table! { ($crate) $($input)* }
    };
}

status_table! {
    /// The embedded HTTP reference.
    #[non_exhaustive]
    #[status(base = "http")]
    pub enum HttpStatus: u16;
}
