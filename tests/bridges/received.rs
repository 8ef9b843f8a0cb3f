//! Codes that were received, answered again: what the build cannot check is checked when it is answered.

use std::fmt;

use actix_web::ResponseError;
use axum::response::IntoResponse;
use status_docs::{StatusCases, StatusDocs};

/// What another service answered.
#[derive(Debug, StatusDocs)]
#[status(with(axum, actix_web, http = ::axum::http, utoipa))]
enum Upstream {
    #[status(504)]
    TimedOut,
    Answered(#[status(code)] u16),
}

/// An error that answers for its inner one.
#[derive(Debug, StatusDocs)]
#[status(with(axum, actix_web))]
enum Outer {
    #[status(transparent)]
    Upstream(Upstream),
    #[status(transparent = of_text)]
    Text(&'static str),
}

fn of_text(_: &&'static str) -> status_docs::StatusDoc<u16> {
    status_docs::HttpStatus::Ok.docs()
}

/// The same, which may be a success.
#[derive(Debug, StatusDocs)]
#[status(allow(success_answer), with(axum))]
struct Passed(#[status(transparent)] Upstream);

/// The same, which may be a success.
#[derive(Debug, StatusDocs)]
#[status(allow(success_answer), with(axum))]
struct Relayed {
    #[status(code)]
    status: u16,
}

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("upstream")
    }
}

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outer")
    }
}

impl fmt::Display for Passed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("passed")
    }
}

impl fmt::Display for Relayed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("relayed")
    }
}

#[test]
fn what_is_no_answer_of_an_error_is_answered_as_500() {
    for (code, error, any, converted) in [
        (404, 404, 404, 404),
        (799, 799, 799, 799),
        (200, 500, 200, 200),
        (301, 500, 301, 301),
        (100, 500, 500, 100),
        (204, 500, 500, 204),
        (205, 500, 500, 205),
        (304, 500, 500, 304),
        (42, 500, 500, 500),
        (1000, 500, 500, 500),
    ] {
        let upstream = || Upstream::Answered(code);
        assert_eq!(upstream().code(), code, "{code}");
        assert_eq!(upstream().into_response().status(), error, "axum: {code}");
        assert_eq!(upstream().status_code().as_u16(), error, "actix_web: {code}");
        let outer = || Outer::Upstream(upstream());
        assert_eq!(outer().into_response().status(), error, "axum, inner: {code}");
        assert_eq!(outer().status_code().as_u16(), error, "actix_web, inner: {code}");
        assert_eq!(Passed(upstream()).into_response().status(), any, "allowed, inner: {code}");
        assert_eq!(Relayed { status: code }.into_response().status(), any, "allowed: {code}");
        assert_eq!(axum::http::StatusCode::from(upstream()), converted, "http: {code}");
    }
    assert_eq!(Upstream::TimedOut.into_response().status(), 504);
    assert_eq!(Outer::Upstream(Upstream::TimedOut).into_response().status(), 504);
    assert_eq!(Outer::Text("").into_response().status(), 500);
}

#[test]
fn openapi_has_them_under_default() {
    let responses = <Upstream as utoipa::IntoResponses>::responses();
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["504", "default"]);
    let mut names = Vec::new();
    Upstream::each_case(&mut |case| names.push(case.name().to_string()));
    assert_eq!(names, ["Upstream.TimedOut", "Upstream.Answered"]);
}
