//! Whether the rows of a type have an HTTP status to answer with, checked when a program is built.

use crate::cases::Case;
use crate::code::Code;
use crate::docs::StatusDoc;
use crate::lookup::{Tables, http, is_reported};
use crate::sentence::Sentence;

/// Stops the build if one of the rows has no HTTP status. Inner types are not asked: constants that refer to each other
/// would be a cycle.
///
/// # Panics
///
/// In that case, in a constant.
#[inline]
pub const fn have_http<C>(cases: &[Case<C>]) {
    let mut lacking = None;
    let mut is_answered = false;
    let mut index = 0;
    while index < cases.len() {
        if let Case::Row { of, variant, doc } = &cases[index] {
            match doc.http {
                Some(_) => is_answered = true,
                None => lacking = Some((*of, *variant)),
            }
        }
        index += 1;
    }
    if let Some((of, variant)) = lacking {
        stop(of, variant, is_answered);
    }
}

/// The same for the rows of a table.
///
/// # Panics
///
/// As above.
#[inline]
pub const fn rows_have_http<T: Tables>() {
    let mut row = if is_reported::<T>() { T::COUNT } else { 0 };
    while row < T::COUNT {
        if http::<T>(row).is_none() {
            stop(T::NAME, T::NAMES.get(row), T::HTTP.count() > 0);
        }
        row += 1;
    }
}

#[inline]
const fn stop(of: &str, variant: &str, is_answered: bool) -> ! {
    let sentence = if is_answered {
        let name = if variant.is_empty() { of } else { variant };
        Sentence::new("no HTTP status: fill the cell of \"")
            .and(name)
            .and("\" in the column for http (")
            .and(of)
            .and(")")
    } else {
        Sentence::new("no HTTP status: the codes of ")
            .and(of)
            .and(" are its own, not HTTP's; say which column has the status: http = \"HTTP\" [own_codes]")
    };
    panic!("{}", sentence.as_str())
}

/// Stops the build with the message if a table of codes of its own has no column for the HTTP status.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn says_http<T: Tables>(message: &'static str) {
    assert!(T::HTTP.count() > 0 || is_reported::<T>(), "{}", message);
}

/// Stops the build with one of the messages if the row has no HTTP status, one whose answer has no body, or
/// one that is not of an error. An empty message allows it.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn answers_http<T: Tables>(row: usize, messages: [&'static str; 3]) {
    if T::HTTP.count() == 0 || is_reported::<T>() {
        return;
    }
    let [lacking, bodiless, success] = messages;
    match http::<T>(row) {
        None => panic!("{}", lacking),
        Some(status) if has_no_body(status) => assert!(bodiless.is_empty(), "{}", bodiless),
        Some(status) => assert!(status >= 400 || success.is_empty(), "{}", success),
    }
}

/// The HTTP status of a received code that no row has: the code itself, where those of the table are such statuses, else
/// the other.
#[inline]
pub fn received_http<T: Tables>(code: T::Code, otherwise: Option<u16>) -> Option<u16> {
    let own = code.number().and_then(|code| u16::try_from(code).ok()).filter(|code| matches!(code, 100..=999));
    if own.is_none() || T::HTTP.count() == 0 {
        return otherwise;
    }
    for (row, status) in T::ALL.iter().enumerate() {
        if http::<T>(row).map(i128::from) != status.code().number() {
            return otherwise;
        }
    }
    own
}

/// The same for a gRPC code, which is not 0, and for an exit code.
///
/// # Panics
///
/// As above.
#[track_caller]
#[inline]
pub const fn answers_grpc<T: Tables>(row: usize, messages: [&'static str; 2]) {
    let [lacking, ok] = messages;
    if T::GRPC.count() > 0 && !is_reported::<T>() {
        // Numbers are stored plus one.
        match T::GRPC.get(row) {
            0 => panic!("{}", lacking),
            1 => panic!("{}", ok),
            _ => {}
        }
    }
}

/// The same for an exit code.
///
/// # Panics
///
/// As above.
#[track_caller]
#[inline]
pub const fn answers_exit<T: Tables>(row: usize, lacking: &'static str) {
    if T::EXIT.count() > 0 && !is_reported::<T>() {
        assert!(T::EXIT.get(row) > 0, "{}", lacking);
    }
}

/// Whether an HTTP answer with this status has no body: a client would take the body for its next answer.
#[inline]
const fn has_no_body(status: u16) -> bool {
    matches!(status, 100..=199 | 204 | 205 | 304)
}

/// The doc of an answer with a body. Where the build could not check that there can be one, the answer is that of an
/// unexpected error.
#[inline]
pub fn sent<C>(mut doc: StatusDoc<C>) -> StatusDoc<C> {
    if doc.http_status().is_none_or(has_no_body) {
        doc.http = Some(500);
    }
    doc
}

/// The same for an error whose code was received: it is not answered as a success or a redirection either.
#[inline]
pub fn sent_error<C>(doc: StatusDoc<C>) -> StatusDoc<C> {
    let mut doc = sent(doc);
    if doc.http.is_some_and(|status| status < 400) {
        doc.http = Some(500);
    }
    doc
}

#[cfg(test)]
mod tests {
    use super::{answers_http, have_http, rows_have_http, sent, sent_error};
    use crate::HttpStatus;
    use crate::cases::Case;
    use crate::docs::{StatusDoc, StatusDocs};

    fn case(variant: &'static str, http: Option<u16>) -> Case<u8> {
        Case::Row { of: "Fault", variant, doc: StatusDoc { http, ..StatusDoc::new(7, variant, "") } }
    }

    #[test]
    fn rows_with_a_status_pass() {
        rows_have_http::<HttpStatus>();
        have_http(&[case("A", Some(404)), Case::Unlisted("dyn StatusDocs")]);
        have_http::<u8>(&[]);
    }

    #[test]
    #[should_panic(expected = "no HTTP status: fill the cell of \"Held\" in the column for http (Fault)")]
    fn a_row_without_a_status_stops() {
        have_http(&[case("Forced", Some(404)), case("Held", None)]);
    }

    #[test]
    #[should_panic(
        expected = "no HTTP status: the codes of Fault are its own, not HTTP's; say which column has the status"
    )]
    fn a_table_without_statuses_stops() {
        have_http(&[case("Forced", None), case("Held", None)]);
    }

    #[test]
    fn a_row_that_is_named_is_checked() {
        answers_http::<HttpStatus>(HttpStatus::NotFound.__status_docs_row(), ["lacking", "bodiless", "success"]);
        // An empty message allows it.
        answers_http::<HttpStatus>(HttpStatus::Found.__status_docs_row(), ["lacking", "bodiless", ""]);
        answers_http::<HttpStatus>(HttpStatus::NoContent.__status_docs_row(), ["lacking", "", ""]);
    }

    #[test]
    #[should_panic(expected = "bodiless")]
    fn a_status_without_a_body_stops() {
        answers_http::<HttpStatus>(HttpStatus::NotModified.__status_docs_row(), ["lacking", "bodiless", "success"]);
    }

    #[test]
    #[should_panic(expected = "success")]
    fn a_success_stops() {
        answers_http::<HttpStatus>(HttpStatus::SeeOther.__status_docs_row(), ["lacking", "bodiless", "success"]);
    }

    #[test]
    fn what_cannot_be_sent_is_an_unexpected_error() {
        for (http, status) in [
            (Some(404), 404),
            (Some(200), 200),
            (Some(999), 999),
            (None, 500),
            (Some(99), 500),
            (Some(1000), 500),
            (Some(101), 500),
            (Some(204), 500),
            (Some(205), 500),
            (Some(304), 500),
        ] {
            let doc = StatusDoc { http, ..StatusDoc::new(404_u16, "", "") };
            assert_eq!(sent(doc).http, Some(status), "{http:?}");
            let error = if status < 400 { 500 } else { status };
            assert_eq!(sent_error(doc).http, Some(error), "{http:?}");
        }
        assert_eq!(sent(HttpStatus::Gone.docs()).http, Some(410));
    }
}
