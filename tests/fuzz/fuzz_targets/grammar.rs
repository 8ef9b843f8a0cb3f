//! Any tokens expand to Rust.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| status_docs_tests::invariants::grammar(bytes));
