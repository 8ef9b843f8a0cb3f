//! What emitted code calls besides tables: the list of a type's cases, and the impls of other crates' traits.
#![expect(
    missing_debug_implementations,
    reason = "only emitted code names these types, and every build would compile the impls"
)]

mod answers;
mod codes;
mod error_info;
mod log;
mod markdown;
mod probe;

pub use answers::{
    answers_exit, answers_grpc, answers_http, have_http, received_http, rows_have_http, says_http, sent, sent_error,
};
pub use codes::{exit_code, grpc_code, grpc_error, grpc_problem, own_code, try_from_foreign};
pub use error_info::error_info;
pub use log::{Causeless, Logged, Severity, is_internal, severity};
pub use markdown::{Markdown, meaning, says};
pub use probe::{Probe, Unlisted, inner, listed};
