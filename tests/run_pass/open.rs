//! Codes as they are received.

use status_docs::{HttpStatus, Open, UnknownCode};

use super::sqlstate::SqlState;

#[test]
fn no_code_is_lost() {
    for code in 0..=u16::MAX {
        let open = Open::<HttpStatus>::from_code(code);
        assert_eq!(open.code(), code);
        assert_eq!(open.known(), HttpStatus::from_code(code));
        assert_eq!(matches!(open, Open::Known(_)), HttpStatus::from_code(code).is_some());
    }
    assert_eq!(Open::<HttpStatus>::from_code(404).to_string(), "404 Not Found");
    assert_eq!(Open::<HttpStatus>::from_code(799).to_string(), "799");
    assert_eq!(Open::<HttpStatus>::from(HttpStatus::NotFound), Open::from_code(404));
}

#[test]
fn texts_are_received_borrowed_or_owned() {
    let borrowed = Open::<SqlState, &str>::from_code("23505");
    assert_eq!(borrowed.known(), Some(SqlState::UniqueViolation));
    let owned = Open::<SqlState, String>::from_code("ZZZZZ".to_owned());
    assert_eq!((owned.known(), owned.code()), (None, "ZZZZZ"));
    assert_eq!(owned.to_string(), "ZZZZZ");
    let Open::Unknown(unknown) = owned else { panic!("it is known") };
    assert_eq!(unknown.to_string(), "ZZZZZ is not a code of SqlState");
    assert_eq!(unknown.into_code(), "ZZZZZ");
}

/// The error requires only that the table is one.
#[test]
fn an_unknown_code_is_an_error() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    let unknown: UnknownCode<HttpStatus, u16> = HttpStatus::try_from(799).unwrap_err();
    is_error(&unknown);
    assert_eq!(format!("{unknown:?} {unknown}"), "UnknownCode(799) 799 is not a code of HttpStatus");
    assert_eq!((unknown, *unknown.code()), (unknown, 799));
}
