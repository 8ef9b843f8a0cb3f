//! What the procedural macros of [`status-docs`](https://docs.rs/status-docs) do, as a library: the user's
//! tokens and a checked table of status codes in, tokens out.
//!
//! An implementation detail of that crate: its API follows the macros and may change in every release. It is a
//! library and not a part of the macro crate, so that its rooms can be unit-tested, fuzzed and snapshotted, and
//! so that `cargo status-docs` reads a user's sources with the macro's own parser.
//!
//! [`status_table`] and [`status_docs`] are the two entry points; `expand` reads as the data flow.

extern crate proc_macro;

mod attr;
mod bridge;
mod derive;
mod docs;
mod expand;
mod fallback;
mod input;
mod layout;
mod render;

pub use expand::{status_docs, status_table};

/// Text that we wrote → tokens, by the compiler's own lexer. `proc_macro2` first lexes all of it
/// itself, to see whether the compiler can: a third of an unoptimised macro's time.
fn lex(text: &str) -> Option<proc_macro2::TokenStream> {
    if proc_macro::is_available() {
        text.parse::<proc_macro::TokenStream>().ok().map(Into::into)
    } else {
        text.parse().ok()
    }
}
