//! Any cell is a message or says why not; any header of a request is answered.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| status_docs_tests::invariants::messages(bytes));
