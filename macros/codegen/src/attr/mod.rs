//! `#[status(…)]`, one parser for `status_table!` and the derive: the syntax, the words, and what those about the table
//! say.

mod syntax;
mod table;
mod words;

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Attribute, Ident, Meta, Type};

pub(crate) use syntax::{Argument, CodeLit, Entry, separated, split};
pub(crate) use table::{CODE_TYPES, TableWords, meant_code_type, width_hint};
pub(crate) use words::{Place, RowName, Words, plain, unknown};

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

    pub(crate) fn into_compile_errors(self) -> TokenStream {
        let errors = self.0.iter().map(syn::Error::to_compile_error);
        quote!(#(#errors)*)
    }
}

/// The identifier of a type that is nothing but one.
pub(crate) fn path_ident(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        Type::Path(path) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

/// A type that came through `$ty:ty` of a user's own macro is in an invisible group.
pub(crate) fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}

/// Whether an attribute is text for rustdoc; `#[doc(alias = "…")]` is none.
pub(crate) fn is_documentation(attr: &Attribute) -> bool {
    attr.path().is_ident("doc") && matches!(attr.meta, Meta::NameValue(_))
}
