//! The embedded HTTP reference, compared with the `http` crate and as a user has it.

use status_docs::{HttpStatus, ParseStatusError, StatusClass, StatusDocs, status_table};

mod closed {
    super::status_table!();
}

const NOT_FOUND: Option<HttpStatus> = HttpStatus::from_code(404);

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<HttpStatus>();
    super::every_row_is_found::<closed::HttpStatus>();
    assert_eq!(HttpStatus::COUNT, 62);
    let known: Vec<u16> = (0..=u16::MAX).filter(|&code| HttpStatus::from_code(code).is_some()).collect();
    assert_eq!(known, HttpStatus::ALL.iter().map(status_docs::StatusDocs::code).collect::<Vec<_>>());
}

#[test]
fn the_discriminant_is_the_code() {
    assert_eq!(HttpStatus::NotFound as u16, 404);
    assert_eq!(NOT_FOUND, Some(HttpStatus::NotFound));
    assert_eq!(size_of::<Option<HttpStatus>>(), 2);
}

/// Every constant of `http` is a row with the same phrase, except for these.
#[test]
fn it_agrees_with_the_http_crate() {
    let deviations = [
        // The registry and RFC 9110 have a hyphen.
        (203, "Non Authoritative Information"),
        // RFC 9110 renamed them; `http` has kept RFC 7231's and 4918's phrases, which are aliases here.
        (413, "Payload Too Large"),
        (422, "Unprocessable Entity"),
    ];
    let mut deviating = Vec::new();
    let mut seen = 0;
    for code in 100..1000 {
        let status = http::StatusCode::from_u16(code).unwrap();
        let Some(phrase) = status.canonical_reason() else { continue };
        seen += 1;
        let row = HttpStatus::from_code(code).unwrap_or_else(|| panic!("{code} {phrase}"));
        if row.reason() != phrase {
            deviating.push((code, phrase));
        }
    }
    assert_eq!(deviating, deviations);
    assert!(seen >= 60, "{seen}");
    assert_eq!(HttpStatus::from_reason("Unprocessable Entity"), Some(HttpStatus::UnprocessableContent));
}

#[test]
fn aliases_parse_and_stand_in_patterns() {
    let said = match HttpStatus::from_code(413) {
        Some(HttpStatus::PayloadTooLarge) => "alias",
        _ => "other",
    };
    assert_eq!(said, "alias");
    assert_eq!(HttpStatus::from_reason("pAYLOAD tOO lARGE"), Some(HttpStatus::ContentTooLarge));
    assert_eq!("413 Payload Too Large".parse(), Ok(HttpStatus::ContentTooLarge));
    assert_eq!("413 Not Found".parse::<HttpStatus>().unwrap_err().to_string(), {
        "the text is not a code, name or phrase of HttpStatus"
    });
}

#[test]
fn classes_follow_from_the_code() {
    for &row in HttpStatus::ALL {
        assert_eq!(StatusClass::from_code(row.code()), Some(row.class()));
    }
    assert_eq!(StatusClass::from_code(471), Some(StatusClass::ClientError));
    assert_eq!((StatusClass::from_code(99), StatusClass::from_code(1000)), (None, None));
    assert_eq!(StatusClass::ALL.len(), 5);
}

#[test]
fn what_looks_like_a_code_and_is_none_does_not_parse() {
    for text in ["+404", "0404", "404 ", " 404", "404.0", "4 04", "-404", "40", "70000", "404  Not Found"] {
        assert_eq!(text.parse::<HttpStatus>().map_err(|_: ParseStatusError| ()), Err(()), "{text:?}");
    }
}

/// The trait's methods on a reference are the inherent ones, and do not call themselves.
#[test]
fn the_trait_answers_through_references() {
    let codes: Vec<u16> = HttpStatus::ALL.iter().map(|status| StatusDocs::code(&status)).collect();
    assert_eq!(codes.len(), 62);
    let status: &dyn StatusDocs<Code = u16> = &HttpStatus::NotFound;
    assert_eq!((status.code(), status.reason()), (404, "Not Found"));
    assert_eq!(status.tips(), HttpStatus::NotFound.tips());
    assert_eq!(status.definition(), status.docs().definition);
    assert_eq!(status.reference(), Some("RFC9110, Section 15.5.5"));
}

/// Compiles only as long as the reference has these 62 rows and no other.
#[test]
fn a_match_needs_no_wildcard() {
    use closed::HttpStatus::{self, *};
    #[allow(clippy::match_same_arms)]
    let retry = |status: HttpStatus| match status {
        Continue | SwitchingProtocols | Processing | EarlyHints => false,
        Ok
        | Created
        | Accepted
        | NonAuthoritativeInformation
        | NoContent
        | ResetContent
        | PartialContent
        | MultiStatus
        | AlreadyReported
        | ImUsed => false,
        MultipleChoices | MovedPermanently | Found | SeeOther | NotModified | UseProxy | TemporaryRedirect
        | PermanentRedirect => false,
        BadRequest
        | Unauthorized
        | PaymentRequired
        | Forbidden
        | NotFound
        | MethodNotAllowed
        | NotAcceptable
        | ProxyAuthenticationRequired
        | Conflict
        | Gone
        | LengthRequired
        | PreconditionFailed
        | ContentTooLarge
        | UriTooLong
        | UnsupportedMediaType
        | RangeNotSatisfiable
        | ExpectationFailed
        | ImATeapot
        | MisdirectedRequest
        | UnprocessableContent
        | Locked
        | FailedDependency
        | UpgradeRequired
        | PreconditionRequired
        | RequestHeaderFieldsTooLarge
        | UnavailableForLegalReasons => false,
        RequestTimeout | TooEarly | TooManyRequests => true,
        InternalServerError
        | NotImplemented
        | HttpVersionNotSupported
        | VariantAlsoNegotiates
        | InsufficientStorage
        | LoopDetected
        | NotExtended
        | NetworkAuthenticationRequired => false,
        BadGateway | ServiceUnavailable | GatewayTimeout => true,
    };
    assert_eq!(HttpStatus::ALL.iter().filter(|&&status| retry(status)).count(), 6);
}

#[test]
fn a_phrase_with_one_bit_changed_is_another_text() {
    for status in HttpStatus::ALL {
        for at in 0..status.reason().len() {
            for bit in 0..7 {
                let mut bytes = status.reason().as_bytes().to_vec();
                bytes[at] ^= 1 << bit;
                let changed = String::from_utf8(bytes).expect("ASCII");
                let expected = HttpStatus::ALL.iter().find(|other| other.reason().eq_ignore_ascii_case(&changed));
                assert_eq!(HttpStatus::from_reason(&changed), expected.copied(), "{changed:?}");
            }
        }
    }
}
