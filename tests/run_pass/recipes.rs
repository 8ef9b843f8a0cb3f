//! The recipes of the front page, for which there is no method.

use status_docs::{HttpStatus, status_table};

use super::columns::{Fault, FaultClass};
use super::sqlstate::SqlState;

status_table! {
    #[status(csv = "tables/bits.csv")]
    pub enum Bit: u32;

    #[status(base = "http", csv = "tables/camera-tips.csv")]
    enum CameraStatus: u16;

    // One column that is both.
    #[status(csv = "tables/answers.csv")]
    enum ByCode: str { code = "code", name = "code", reason = "name" }
}

#[test]
fn a_code_may_be_the_name() {
    assert_eq!((ByCode::E2.code(), ByCode::E2.name(), ByCode::E2.reason()), ("E2", "E2", "TooMany"));
    assert_eq!("E2".parse(), Ok(ByCode::E2));
}

#[test]
fn rows_of_a_class_are_filtered() {
    let doors: Vec<Fault> = Fault::iter().filter(|fault| fault.class() == FaultClass::Door).collect();
    assert_eq!(doors, [Fault::DoorForced, Fault::DoorHeld]);
}

#[test]
fn codes_that_are_bits_are_masks() {
    let word = 0x8000_0005_u32;
    let set: Vec<&str> = Bit::iter().filter(|bit| word & bit.code() != 0).map(Bit::name).collect();
    assert_eq!(set, ["Overheated", "LowBattery", "Locked"]);
}

#[test]
fn text_codes_are_sorted_by_text() {
    let mut states: Vec<SqlState> = SqlState::iter().collect();
    states.sort_by_key(|state| state.code());
    assert!(states.is_sorted_by_key(|state| state.code()));
}

#[test]
fn an_overlay_is_the_reference_where_that_has_the_code() {
    const NOT_FOUND: Option<HttpStatus> = HttpStatus::from_code(CameraStatus::NotFound.code());
    assert_eq!(NOT_FOUND, Some(HttpStatus::NotFound));
    let own: Vec<CameraStatus> =
        CameraStatus::iter().filter(|status| HttpStatus::from_code(status.code()).is_none()).collect();
    assert!(!own.is_empty());
}
