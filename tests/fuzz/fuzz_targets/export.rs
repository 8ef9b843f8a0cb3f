//! For any cells of a table, its exports are the same documents with other texts.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| status_docs_tests::invariants::exports(bytes));
