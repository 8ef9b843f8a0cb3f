//! What is called by what the macros emit besides tables: the list of a type's cases, and the impls of other crates'
//! traits.

mod json;
mod link;
mod markdown;
mod probe;

pub(crate) use json::Text;
pub(crate) use link::Link;
pub use markdown::Markdown;
pub use probe::{Probe, Unlisted, inner};
