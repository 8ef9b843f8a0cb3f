//! Any bytes give a valid table, or findings with places.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| status_docs_tests::invariants::read_and_check(bytes));
