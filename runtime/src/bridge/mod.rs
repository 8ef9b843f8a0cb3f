//! What emitted code calls besides tables: the list of a type's cases, and the impls of other crates' traits.

mod codes;
mod json;
mod link;
mod markdown;
mod probe;

pub use codes::{exit_code, grpc_code, grpc_error, grpc_problem, http_status, own_code, try_from_foreign};
pub(crate) use json::Text;
pub(crate) use link::Link;
pub use link::page;
pub use markdown::{Markdown, meaning, says};
pub use probe::{Probe, Unlisted, inner, listed};
