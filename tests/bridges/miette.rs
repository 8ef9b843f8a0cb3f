//! Diagnostics for a terminal.

use miette::Diagnostic;
use status_docs_bridges_tests::types::{ApiError, ErrorCode, Retried};

fn parts(diagnostic: &dyn Diagnostic) -> [Option<String>; 3] {
    [diagnostic.code(), diagnostic.help(), diagnostic.url()].map(|part| part.map(|part| part.to_string()))
}

#[test]
fn a_diagnostic_has_code_help_and_page() {
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        parts(&ErrorCode::OrderMissing),
        [some("E1001"), some("Ask for the number on the invoice."), some("https://docs.example.com/errors/E1001")]
    );
    let [code, help, url] = parts(&ApiError::Missing { id: String::new() });
    // "RFC 9110" is not a URL.
    assert_eq!((code, url), (some("404"), None));
    assert!(help.is_some());
    assert_eq!(parts(&Retried::Failed(ErrorOfU16))[0], some("410"));
}

#[derive(Debug, thiserror::Error, status_docs::StatusDocs)]
#[error("gone")]
#[status(410)]
struct ErrorOfU16;

#[test]
fn a_report_shows_them() {
    let report = miette::Report::new(ErrorCode::OrderLocked);
    let shown = format!("{report:?}");
    for part in ["E1002", "Order Locked", "https://docs.example.com/errors/E1002"] {
        assert!(shown.contains(part), "{shown}");
    }
}
