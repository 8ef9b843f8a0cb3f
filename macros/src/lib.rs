//! The procedural macros of [`status-docs`](https://docs.rs/status-docs), which is the crate to
//! depend on: a checked table of status codes in, tokens out.

use proc_macro::TokenStream;

mod attr;
mod derive;
mod docs;
mod expand;
mod fallback;
mod input;
mod layout;
mod render;

/// What `status_docs::status_table!` calls, with the path of that crate in front; documented there.
#[doc(hidden)]
#[proc_macro]
pub fn status_table(input: TokenStream) -> TokenStream {
    expand::status_table(input.into()).into()
}

/// To be documented.
#[proc_macro_derive(StatusDocs, attributes(status))]
pub fn status_docs(input: TokenStream) -> TokenStream {
    expand::status_docs(input.into()).into()
}
