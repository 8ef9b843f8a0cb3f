//! The embedded reference against the document that it was typed in from.

use crate::model::{Deprecation, Row, Table};
use crate::testing::{http, sentences};
use crate::{Code, Report, Role, Source, Wanted, compile};

/// Code and phrase of each entry of the document, as it prints them.
const DOCUMENT: [(u16, &str); 59] = [
    (100, "Continue"),
    (101, "Switching Protocols"),
    (102, "Processing"),
    (103, "Early Hints"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Info"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (207, "Multi-Status"),
    (208, "Already Reported"),
    (226, "IM Used"),
    (300, "Multiple Choices"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (303, "See Other"),
    (304, "Not Modified"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Payload Too Large"),
    (414, "URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (421, "Misdirected Request"),
    (422, "Unprocessable Content"),
    (423, "Locked"),
    (424, "Failed Dependency"),
    (425, "Too Early"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Unsupported"),
    (506, "Variant Also Negotiates"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
    (510, "Not Extended"),
    (511, "Network Authentication Required"),
];

fn reference() -> Table {
    let mut report = Report::new();
    let table = compile(&Source::reference(http()), &Wanted::reference_table(http()), &mut report).unwrap();
    assert_eq!(sentences(report), [""; 0]);
    table
}

fn codes_of(rows: impl IntoIterator<Item = Row>) -> Vec<u16> {
    let code = |row: Row| match row.code {
        Code::Int(code) => u16::try_from(code).unwrap(),
        Code::Text(text) => panic!("{text}"),
    };
    rows.into_iter().map(code).collect()
}

#[test]
fn every_entry_of_the_document_is_a_row_with_its_phrase() {
    let table = reference();
    for (code, phrase) in DOCUMENT {
        let row = table.rows.iter().find(|row| row.code == Code::Int(code.into())).unwrap();
        let is_alias = row.aliases.iter().any(|alias| alias.phrase == phrase);
        assert!(row.reason == phrase || is_alias, "{code} {phrase}");
    }
}

#[test]
fn three_rows_are_added_and_none_else() {
    let table = reference();
    let codes = codes_of(table.rows.clone());
    assert_eq!(codes.len(), 62);
    assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
    let is_added = |row: &Row| DOCUMENT.iter().all(|(code, _)| row.code != Code::Int((*code).into()));
    let added: Vec<Row> = table.rows.iter().filter(|row| is_added(row)).cloned().collect();
    assert_eq!(codes_of(added), [305, 402, 418]);
    let deprecated: Vec<Row> = table.rows.into_iter().filter(|row| row.deprecation.is_some()).collect();
    assert!(matches!(&deprecated[0].deprecation, Some(Deprecation::Note(note)) if note.contains("RFC 9110")));
    assert_eq!(codes_of(deprecated), [305]);
}

#[test]
fn every_error_has_a_tip_that_is_true_for_any_client_and_four_are_about_a_device() {
    let on_a_device = [401, 404, 500, 503].map(Code::Int);
    for row in reference().rows {
        let is_error = matches!(row.code, Code::Int(400..));
        let Some(tip) = &row.tips else {
            assert!(!is_error, "{} has no tip", row.code);
            continue;
        };
        assert!(is_error, "{} is no error: {tip}", row.code);
        assert!(tip.ends_with('.') && tip.len() < 250, "{} {tip:?}", row.code);
        let (general, device) = tip.split_once(" When a device answers this: it ").unwrap_or((tip, ""));
        assert!(general.ends_with('.') && !general.contains("device"), "{} {general:?}", row.code);
        assert_eq!(!device.is_empty(), on_a_device.contains(&row.code), "{} {tip:?}", row.code);
        assert!(!device.contains("device") && !row.definition.contains("device"), "{row:?}");
    }
}

#[test]
fn every_row_says_what_it_means_and_where_that_is_specified() {
    let table = reference();
    for row in &table.rows {
        assert!(row.definition.ends_with('.') && row.definition.is_ascii(), "{} {:?}", row.code, row.definition);
        let reference = row.reference.as_deref().unwrap_or_default();
        let number = reference.strip_prefix("RFC").and_then(|rest| rest.split(',').next()).unwrap_or_default();
        assert!(number.parse::<u16>().is_ok(), "{} {reference:?}", row.code);
    }
    // The runtime crate has a type of the classes.
    assert!(table.classes.is_empty() && table.rows.iter().all(|row| row.class.is_none()));
    assert!(Role::ALL.iter().all(|role| table.has(*role) != (*role == Role::Name || role.is_on_request())));
}

#[test]
fn old_phrases_are_aliases() {
    let aliases: Vec<String> = reference()
        .rows
        .iter()
        .flat_map(|row| row.aliases.iter().map(|alias| format!("{} {}", row.code, alias.name.as_deref().unwrap())))
        .collect();
    assert_eq!(
        aliases,
        ["203 NonAuthoritativeInfo", "413 PayloadTooLarge", "422 UnprocessableEntity", "505 HttpVersionUnsupported"]
    );
}
