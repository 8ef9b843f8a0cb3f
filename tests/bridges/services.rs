//! The service with its glue written by hand, and with bridges: the same answers.

use status_docs_bridges_tests::client::{get, serve};
use status_docs_bridges_tests::services::{after, before};

#[test]
fn the_service_answers_as_before() {
    let (before, after) = (serve(before::router()), serve(after::router()));
    for id in 1..=9 {
        let path = format!("/orders/{id}");
        assert_eq!(get(after, &path), get(before, &path), "{path}");
    }
}

/// The statuses of the one path that each document has.
fn statuses(document: &utoipa::openapi::OpenApi) -> Vec<String> {
    let operation = document.paths.paths["/orders/{id}"].get.as_ref().unwrap();
    operation.responses.responses.keys().cloned().collect()
}

#[test]
fn the_document_lists_the_same_statuses() {
    assert_eq!(statuses(&after::openapi()), statuses(&before::openapi()));
}

#[test]
fn the_glue_is_gone() {
    let lines = |source: &str| source.lines().filter(|line| !line.trim().is_empty()).count();
    let before = include_str!("shared/services/before.rs");
    let glue = before.split_once("// ---- glue").unwrap().1;
    assert!(lines(glue) > 80, "{}", lines(glue));
    assert!(lines(include_str!("shared/services/after.rs")) < lines(before) - lines(glue) + 10);
}
