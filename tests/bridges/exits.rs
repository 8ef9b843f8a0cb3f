//! A program that ends with a code of its table.

use std::process::{ExitCode, Termination};

use status_docs_bridges_tests::types::{CommandError, Exit, ToolError};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("usage") => Exit::Usage.report(),
        Some("tool") => ToolError::NoInput.into(),
        Some("command") => ExitCode::from(&CommandError::Missing),
        Some("by-value") => CommandError::BadUsage.into(),
        _ => Exit::Ok.into(),
    }
}
