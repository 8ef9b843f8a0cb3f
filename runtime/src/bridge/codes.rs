//! The code of another protocol that a status is answered with. Emitted code asks for one even if the table does not
//! give it, as may be the case for an error type inside another one: the answer is then that of an unexpected error.

use crate::code::Code;
use crate::docs::StatusDoc;
use crate::error::UnknownCode;
use crate::problem::Problem;
use crate::problem::http::http_status;
use crate::table::StatusTable;

/// The gRPC code, which may be 0; without one, 2 (unknown).
#[inline]
pub fn grpc_code<C: Code>(doc: &StatusDoc<C>) -> u8 {
    doc.grpc.or_else(|| number(doc)).filter(|code| *code <= 16).unwrap_or(2)
}

/// The gRPC code of an error, which 0 would not be.
#[inline]
pub fn grpc_error<C: Code>(doc: &StatusDoc<C>) -> u8 {
    match grpc_code(doc) {
        0 => 2,
        code => code,
    }
}

/// A problem for a gRPC status. Unknown, internal, unavailable and data loss correspond to 500 and above in HTTP.
#[inline]
pub fn grpc_problem<'p, C: Code>(doc: &StatusDoc<C>) -> Problem<'p, C> {
    Problem::of(doc, super::is_internal(doc))
}

/// The exit code; without one, 1.
#[inline]
pub fn exit_code<C: Code>(doc: &StatusDoc<C>) -> u8 {
    doc.exit.or_else(|| number(doc)).unwrap_or(1)
}

/// Whether a code that is not the HTTP status itself is a number, so that an answer has a member for it.
#[inline]
pub fn own_code<C: Code>(doc: &StatusDoc<C>) -> Option<bool> {
    match doc.code.number() {
        Some(code) if code == i128::from(http_status(doc)) => None,
        code => Some(code.is_some()),
    }
}

fn number<C: Code>(doc: &StatusDoc<C>) -> Option<u8> {
    doc.code.number().and_then(|code| u8::try_from(code).ok())
}

/// The row of another protocol's code, as `TryFrom` returns it.
#[inline]
pub fn try_from_foreign<T: StatusTable, F: Copy>(found: Option<T>, code: F) -> Result<T, UnknownCode<T, F>> {
    found.ok_or(UnknownCode::new(code))
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::{exit_code, grpc_code, grpc_error, grpc_problem, own_code};
    use crate::docs::{Detail, StatusDoc};

    #[test]
    fn a_grpc_code_is_the_column_or_the_code() {
        for (code, grpc, expected, of_error) in [
            (5_i32, None, 5, 5),
            (0, None, 0, 2),
            (17, None, 2, 2),
            (-1, None, 2, 2),
            (404, Some(5), 5, 5),
            (404, Some(0), 0, 2),
            (404, Some(17), 2, 2),
        ] {
            let doc = StatusDoc { grpc, ..StatusDoc::new(code, "", "") };
            assert_eq!((grpc_code(&doc), grpc_error(&doc)), (expected, of_error), "{code} {grpc:?}");
        }
        assert_eq!(grpc_code(&StatusDoc::new("5", "", "")), 2);
    }

    #[test]
    fn what_is_internal_to_a_grpc_server_is_hidden() {
        for code in 1..=16_u8 {
            let doc = StatusDoc::new(code, "", "");
            let problem = grpc_problem(&doc).with_detail(&"text");
            assert_eq!(problem.is_hidden(), [2, 13, 14, 15].contains(&code), "{code}");
        }
        // HTTP's rule applies if there is also an HTTP status.
        let doc = StatusDoc { http: Some(504), ..StatusDoc::new(4_u8, "", "") };
        assert!(grpc_problem(&doc).with_detail(&"text").is_hidden());
        let doc = StatusDoc { detail: Detail::Shown, ..StatusDoc::new(13_u8, "", "") };
        let problem = grpc_problem(&doc).with_detail(&"text");
        assert_eq!(problem.detail().map(ToString::to_string).as_deref(), Some("text"));
    }

    #[test]
    fn a_code_that_is_the_status_is_not_told_twice() {
        for (code, http, expected) in [(404, Some(404), None), (404, Some(410), Some(true)), (404, None, Some(true))] {
            let doc = StatusDoc { http, ..StatusDoc::new(code, "", "") };
            assert_eq!(own_code(&doc), expected, "{code} {http:?}");
        }
        assert_eq!(own_code(&StatusDoc::new("404", "", "")), Some(false));
    }

    #[test]
    fn an_exit_code_is_the_column_or_the_code() {
        for (code, exit, expected) in [(64, None, 64), (0, None, 0), (404, None, 1), (404, Some(69), 69)] {
            let doc = StatusDoc { exit, ..StatusDoc::new(code, "", "") };
            assert_eq!(exit_code(&doc), expected, "{code} {exit:?}");
        }
    }
}
