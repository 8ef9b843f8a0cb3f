//! Whatever is displayed is padded, truncated and aligned as one text.

use status_docs::{HttpStatus, Open, StatusClass};

use super::columns::{Fault, Severity};
use super::sqlstate::SqlState;

/// As a `String` of the same text is formatted.
fn is_one_text(shown: &dyn std::fmt::Display) {
    let text = shown.to_string();
    assert_eq!(format!("{shown:25}|"), format!("{text:25}|"));
    assert_eq!(format!("{shown:<25}|"), format!("{text:<25}|"));
    assert_eq!(format!("{shown:>25}|"), format!("{text:>25}|"));
    assert_eq!(format!("{shown:-^25}|"), format!("{text:-^25}|"));
    assert_eq!(format!("{shown:025}|"), format!("{text:025}|"));
    assert_eq!(format!("{shown:+}|"), format!("{text:+}|"));
    for precision in 0..12 {
        assert_eq!(format!("{shown:.precision$}|"), format!("{text:.precision$}|"));
        assert_eq!(format!("{shown:_>9.precision$}|"), format!("{text:_>9.precision$}|"));
    }
}

#[test]
fn what_is_displayed_is_padded_as_one_text() {
    is_one_text(&HttpStatus::NotFound);
    is_one_text(&Fault::DoorHeld);
    is_one_text(&SqlState::UniqueViolation);
    is_one_text(&StatusClass::ClientError);
    is_one_text(&Severity::High);
    is_one_text(&HttpStatus::try_from(799).unwrap_err());
    is_one_text(&"no".parse::<HttpStatus>().unwrap_err());
}

#[test]
fn open_codes_are_padded_known_or_not() {
    is_one_text(&Open::<HttpStatus>::from_code(404));
    is_one_text(&Open::<HttpStatus>::from_code(799));
    is_one_text(&Open::<SqlState, &str>::from_code("23505"));
    is_one_text(&Open::<SqlState, String>::from_code("ZZZZZ".to_owned()));
}
