//! The snapshots of the derive's expansion, compiled beside the types that they are for.

// Clippy skips what an external macro emits, but it checks a file.
#![allow(clippy::all, clippy::pedantic)]

use status_docs::{HttpStatus, StatusDocs, StatusTable};

pub enum ApiError<T> {
    Missing { id: u64 },
    Busy,
    Auth(Box<T>),
    PayloadTooLarge,
    Db(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Fault {
    ReaderLost = 90_000,
    Forced,
    DoorHeld = -3,
}

include!("../../macros/codegen/snapshots/api_error.rs");
include!("../../macros/codegen/snapshots/fault.rs");

#[test]
fn the_snapshots_answer() {
    assert_eq!(ApiError::Auth(Box::new(HttpStatus::Gone)).code(), 410);
    assert_eq!(ApiError::<HttpStatus>::Busy.tips(), Some("Wait a minute, then try again."));
    assert_eq!(Fault::from_code(-7), Some(Fault::Forced));
    assert_eq!(Fault::ALL, [Fault::Forced, Fault::DoorHeld, Fault::ReaderLost]);
}
