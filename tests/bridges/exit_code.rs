//! What a program ends with, as its parent sees it.

use std::process::Command;

#[test]
fn a_program_ends_with_its_code() {
    for (argument, code) in [("usage", 64), ("tool", 66), ("command", 66), ("by-value", 64), ("", 0)] {
        let status = Command::new(env!("CARGO_BIN_EXE_exits")).arg(argument).status().unwrap();
        assert_eq!(status.code(), Some(code), "{argument}");
    }
}
