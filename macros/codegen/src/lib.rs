//! What the procedural macros of [`status-docs`](https://docs.rs/status-docs) do, as a library: it takes the user's
//! tokens and a checked table of status codes, and returns tokens.
//!
//! An implementation detail of that crate: its API follows the macros and may change in every release. It is a library
//! and not a part of the macro crate, so that its modules can be unit-tested, fuzzed and snapshotted, and so that
//! `cargo status-docs` reads a user's sources with the macro's own parser.
//!
//! [`status_table`] and [`status_docs`] are the two entry points; `expand` follows the data flow. [`Request`] is for
//! tools that read sources without a compiler.

extern crate proc_macro;

mod attr;
mod bridge;
mod derive;
mod docs;
mod expand;
#[cfg(test)]
mod expanded;
mod fallback;
mod input;
mod layout;
mod render;
mod request;
#[cfg(test)]
mod rustdoc_tables;
mod template;

pub use attr::CodeError;
pub use derive::{Answered, Answering, Variants};
pub use expand::{Open, status_docs, status_table};
pub use request::{Checked, Declared, Request, csv_words};

/// Text that we wrote → tokens, by the compiler's own lexer. `proc_macro2` first lexes all of it
/// itself, to see whether the compiler can: a third of an unoptimised macro's time.
fn lex(text: &str) -> Option<proc_macro2::TokenStream> {
    if proc_macro::is_available() {
        text.parse::<proc_macro::TokenStream>().ok().map(Into::into)
    } else {
        text.parse().ok()
    }
}

/// The same, with a span of the user's for each name outside of brackets.
///
/// For the compiler, tokens lexed from our text have the place of the macro's call; for an editor, they have a place in
/// that text, which is not in any file: "go to definition" would end up anywhere, or nowhere. The compiler's own tokens
/// are changed, since `proc_macro2` would wrap and unwrap each of them.
fn lex_named(text: &str, span: proc_macro2::Span) -> Option<proc_macro2::TokenStream> {
    if !proc_macro::is_available() {
        return text.parse().ok();
    }
    let tokens: proc_macro::TokenStream = text.parse().ok()?;
    let span = span.unwrap();
    let named = tokens.into_iter().map(|mut token| {
        if let proc_macro::TokenTree::Ident(name) = &mut token {
            name.set_span(span);
        }
        token
    });
    Some(named.collect::<proc_macro::TokenStream>().into())
}
