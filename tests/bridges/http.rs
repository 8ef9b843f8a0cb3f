//! `http::StatusCode`, of two major versions.

use status_docs::{HttpStatus, StatusDoc, StatusDocs, UnknownCode, status_table};
use status_docs_bridges_tests::types::{ApiError, AuthError, ErrorCode, Gateway, Retried};

status_table! {
    #[status(with(http, http = ::actix_web::http))]
    enum Every: u16;

    #[status(csv = "tables/gateway.csv", with(http))]
    enum Signed: i16 {
        http = "code",
    }

    #[status(csv = "tables/gateway.csv", with(http))]
    enum Wide: u64 {
        http = "code",
    }

    // A column of that type is the role.
    #[status(csv = "tables/errors.csv", with(http))]
    enum Typed: str {
        answer: HttpStatus = "HTTP",
    }

    // Without a bridge, only a body that names it looks for the role.
    #[status(csv = "tables/errors.csv")]
    enum Named: str {
        http = "HTTP",
    }

    #[status(csv = "tables/errors.csv")]
    enum Unnamed: str;
}

#[test]
fn every_status_is_a_status_code_and_back() {
    for status in Every::iter() {
        let code = http::StatusCode::from(status);
        assert_eq!(code.as_u16(), status.code());
        assert_eq!(code, http::StatusCode::from(&status));
        assert_eq!(Every::try_from(code), Ok(status));
        assert_eq!(Every::try_from(actix_web::http::StatusCode::from(status)), Ok(status));
    }
    assert_eq!(Signed::try_from(http::StatusCode::from_u16(522).unwrap()), Ok(Signed::ConnectionTimedOut));
    assert_eq!(http::StatusCode::from(Wide::WebServerIsDown).as_u16(), 521);
    assert_eq!(Wide::try_from(http::StatusCode::from_u16(521).unwrap()), Ok(Wide::WebServerIsDown));
}

#[test]
fn a_code_that_the_table_does_not_know_is_kept() {
    let unknown: UnknownCode<Gateway, u16> = Gateway::try_from(http::StatusCode::IM_A_TEAPOT).unwrap_err();
    assert_eq!(unknown.to_string(), "418 is not a code of Gateway");
    assert_eq!(*unknown.code(), 418);
    assert_eq!(Gateway::try_from(http02::StatusCode::IM_A_TEAPOT).unwrap_err().into_code(), 418);
    assert_eq!(Signed::try_from(http::StatusCode::NOT_FOUND).unwrap_err().into_code(), 404);
}

#[test]
fn a_column_answers_for_codes_of_our_own() {
    let statuses: Vec<u16> = ErrorCode::iter().map(|code| http::StatusCode::from(code).as_u16()).collect();
    assert_eq!(statuses, [404, 409, 503]);
    let statuses: Vec<u16> = Typed::iter().map(|code| http::StatusCode::from(code).as_u16()).collect();
    assert_eq!(statuses, [404, 409, 503]);
    assert_eq!(Typed::OrderMissing.answer(), HttpStatus::NotFound);
    let http = |docs: StatusDoc<&str>| docs.http;
    assert_eq!(http(Typed::OrderLocked.docs()), Some(409));
    assert_eq!(http(Named::OrderLocked.docs()), Some(409));
    assert_eq!(http(Unnamed::OrderLocked.docs()), None);
}

#[test]
fn an_error_type_has_its_statuses() {
    let cases = [
        (ApiError::Missing { id: "7".to_owned() }, 404),
        (ApiError::Auth(AuthError::Portal(String::new())), 511),
        (ApiError::Gateway(Gateway::SslHandshakeFailed), 525),
        (ApiError::Db(String::new()), 500),
    ];
    for (error, status) in cases {
        assert_eq!(http02::StatusCode::from(&error).as_u16(), status);
        assert_eq!(http::StatusCode::from(Retried::Failed(error)).as_u16(), status);
    }
    assert_eq!(http::StatusCode::from(Retried::<ApiError>::GaveUp), http::StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(http::StatusCode::from(Retried::Failed(HttpStatus::Gone)), http::StatusCode::GONE);
}
