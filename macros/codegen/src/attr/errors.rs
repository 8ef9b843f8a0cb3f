//! Errors in what the user wrote in Rust, each with its span.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use status_docs_data::name;
use syn::Ident;
use syn::ext::IdentExt;

/// Errors with spans of the user's code, collected.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    pub(crate) fn at(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn into_vec(self) -> Vec<syn::Error> {
        self.0
    }

    pub(crate) fn into_compile_errors(self) -> TokenStream {
        let errors = self.0.iter().map(syn::Error::to_compile_error);
        quote!(#(#errors)*)
    }
}

/// The error for an unknown name; `further` is what else is allowed.
pub(crate) fn unknown<'n>(name: &Ident, allowed: impl Iterator<Item = &'n str> + Clone, further: &str) -> syn::Error {
    let written = name.unraw().to_string();
    let message = match name::closest(&written, allowed.clone()) {
        Some(close) => format!("there is no `{written}` here; did you mean `{close}`?"),
        None => {
            let list: Vec<String> = allowed.map(|word| format!("`{word}`")).collect();
            format!("there is no `{written}` here (allowed: {}{further})", list.join(", "))
        }
    };
    syn::Error::new(name.span(), message)
}
