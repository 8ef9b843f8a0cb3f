//! Every way to name a row of the HTTP reference.

use status_docs::{HttpStatus, StatusDocs};

#[derive(Debug, StatusDocs)]
#[status(base = "http", default = 500)]
enum Named {
    #[status(404)]
    Decimal,
    #[status(0x194)]
    Hexadecimal,
    #[status(404_u16)]
    Suffixed,
    #[status(NotFound)]
    Pascal,
    #[status(NOT_FOUND)]
    Screaming,
    #[status(r#NotFound)]
    Raw,
    #[status(PayloadTooLarge)]
    Alias,
    #[status(PAYLOAD_TOO_LARGE)]
    ScreamingAlias,
    #[status(OK)]
    Short,
    #[status(UseProxy)]
    Deprecated,
    #[status(USE_PROXY)]
    ScreamingDeprecated,
    Gone,
    #[allow(non_camel_case_types)]
    IM_USED,
    UnprocessableEntity(u8),
    r#Type,
}

#[test]
fn rows_are_found_by_code_name_alias_and_default() {
    use Named::*;
    let cases = [
        (Decimal, HttpStatus::NotFound),
        (Hexadecimal, HttpStatus::NotFound),
        (Suffixed, HttpStatus::NotFound),
        (Pascal, HttpStatus::NotFound),
        (Screaming, HttpStatus::NotFound),
        (Raw, HttpStatus::NotFound),
        (Alias, HttpStatus::ContentTooLarge),
        (ScreamingAlias, HttpStatus::ContentTooLarge),
        (Short, HttpStatus::Ok),
        (Gone, HttpStatus::Gone),
        (IM_USED, HttpStatus::ImUsed),
        (UnprocessableEntity(1), HttpStatus::UnprocessableContent),
        (r#Type, HttpStatus::InternalServerError),
    ];
    for (named, status) in cases {
        assert_eq!(named.docs(), status.docs(), "{named:?}");
        assert_eq!((named.code(), named.reason()), (status.code(), status.reason()), "{named:?}");
    }
    assert_eq!((Deprecated.code(), ScreamingDeprecated.code()), (305, 305));
}

#[derive(Debug, StatusDocs)]
enum Overridden {
    #[status(404, reason = "Nothing {} Here", definition = "own \"definition\"", tips = "own")]
    All,
    #[status(NotFound, tips = "")]
    NoTips,
    #[status(tips = "own")]
    Gone,
    #[status(transparent, tips = "outer")]
    Inner(Box<Overridden>),
}

#[test]
fn a_variant_has_texts_of_its_own() {
    let all = Overridden::All.docs();
    assert_eq!((all.code, all.name, all.reason), (404, "NotFound", "Nothing {} Here"));
    assert_eq!((all.definition, all.tips), ("own \"definition\"", Some("own")));
    assert_eq!(all.reference, HttpStatus::NotFound.reference());
    assert_eq!(Overridden::NoTips.tips(), None);
    assert_eq!((Overridden::Gone.code(), Overridden::Gone.tips()), (410, Some("own")));
    let inner = Overridden::Inner(Box::new(Overridden::All));
    assert_eq!((inner.code(), inner.reason(), inner.tips()), (404, "Nothing {} Here", Some("outer")));
}

/// Structs name themselves.
#[derive(Debug, StatusDocs)]
#[status(404)]
struct Missing {
    _id: u64,
}

#[derive(Debug, StatusDocs)]
#[status(SERVICE_UNAVAILABLE, tips = "Later.")]
struct Down(u8);

#[derive(Debug, StatusDocs)]
struct Locked;

#[derive(Debug, StatusDocs)]
#[status(transparent)]
struct Wrapped {
    error: Box<Missing>,
}

#[test]
fn structs_are_one_status() {
    assert_eq!(Missing { _id: 1 }.code(), 404);
    assert_eq!((Down(1).code(), Down(1).tips()), (503, Some("Later.")));
    assert_eq!(Locked.docs(), HttpStatus::Locked.docs());
    assert_eq!(Wrapped { error: Box::new(Missing { _id: 1 }) }.reason(), "Not Found");
}
