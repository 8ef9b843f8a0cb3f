//! The error type exactly as in the design, and errors inside errors.

use status_docs::{HttpStatus, StatusDocs};

#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(default = InternalServerError)] // container: csv, base, default, exhaustive, crate
pub enum ApiError {
    #[error("order {id} not found")]
    #[status(NotFound)] // or 404, or "23505" for text codes
    Missing { id: u64 },
    #[error("slow down")]
    #[status(429, tips = "Wait a minute, then try again.")] // this variant's own text
    Busy,
    #[error(transparent)]
    #[status(transparent)] // the inner error answers
    Auth(#[from] AuthError),
    #[error("conflict")]
    Conflict, // no attribute: found by its name
    #[error("database: {0}")]
    Db(String), // no row of that name: the default
}

#[derive(Debug, thiserror::Error, StatusDocs)]
pub enum AuthError {
    #[error("who are you?")]
    #[status(401)]
    Anonymous,
    #[error("not for {0}")]
    Forbidden(String),
}

#[test]
fn every_variant_answers_with_its_row() {
    let errors = [
        ApiError::Missing { id: 7 },
        ApiError::Busy,
        AuthError::Anonymous.into(),
        AuthError::Forbidden("you".to_owned()).into(),
        ApiError::Conflict,
        ApiError::Db("gone".to_owned()),
    ];
    assert_eq!(errors.each_ref().map(StatusDocs::code), [404, 429, 401, 403, 409, 500]);
    assert_eq!(errors.each_ref().map(|error| error.docs().code), [404, 429, 401, 403, 409, 500]);
    assert_eq!(
        errors.each_ref().map(StatusDocs::reason),
        ["Not Found", "Too Many Requests", "Unauthorized", "Forbidden", "Conflict", "Internal Server Error"]
    );
    let [missing, busy, ..] = errors;
    assert_eq!(missing.docs(), HttpStatus::NotFound.docs());
    assert_eq!(missing.to_string(), "order 7 not found");
    assert_eq!(busy.tips(), Some("Wait a minute, then try again."));
    assert_eq!(busy.definition(), HttpStatus::TooManyRequests.definition());
    assert_eq!(busy.reference(), HttpStatus::TooManyRequests.reference());
}

#[test]
fn two_enums_in_one_list() {
    let errors: Vec<Box<dyn StatusDocs<Code = u16>>> =
        vec![Box::new(ApiError::Conflict), Box::new(AuthError::Anonymous), Box::new(HttpStatus::Gone)];
    let codes: Vec<u16> = errors.iter().map(|error| error.code()).collect();
    assert_eq!(codes, [409, 401, 410]);
}
