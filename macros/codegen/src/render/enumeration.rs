//! The enum itself: a variant for each row.

use std::fmt::Write;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, CodeType};

use super::{Context, text};
use crate::attr::is_documentation;
use crate::docs::escape_note;

pub(super) fn render(context: Context<'_>, derives: &TokenStream) -> TokenStream {
    let request = context.request;
    let (cfgs, attrs, vis, ident) = (&request.cfgs, &request.attrs, &request.vis, &request.ident);
    let derives = all_derives(context, derives);
    let repr = match context.table.code {
        // An enum without variants can have none.
        CodeType::Int(int) if context.layout.is_some() => {
            let int = Ident::new(&int.to_string(), Span::call_site());
            Some(quote!(#[repr(#int)]))
        }
        _ => None,
    };
    let summary = (!attrs.iter().any(is_documentation)).then(|| {
        let summary = context.docs.summary();
        quote!(#[doc = #summary])
    });
    let page = request.doc_table.then(|| {
        let page = text::string(&context.docs.page());
        quote!(#[doc = #page])
    });
    let is_any_deprecated = context.table.rows.iter().any(|row| row.deprecation.is_some());
    let allow = is_any_deprecated.then(|| quote!(deprecated,));
    let variants = variants(context);
    quote! {
        #(#cfgs)*
        // The names are those of the table.
        #[allow(#allow clippy::enum_variant_names)]
        #derives
        #repr
        #(#attrs)*
        #summary
        #page
        #vis enum #ident {
            #variants
        }
    }
}

/// Ours are the derives of the language, which cost the compiler nothing, but for `Debug`.
fn all_derives(context: Context<'_>, optional: &TokenStream) -> TokenStream {
    let theirs = &context.request.derives;
    quote! {
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            #optional
            #(#theirs,)*
        )]
    }
}

/// A large table leaves out a discriminant that follows from the one before it.
///
/// The compiler looks for the discriminant of each element of a constant array of an enum among
/// all variants, and a written one costs it some 85 ns each time, a counted one 2 ns: at 10,000
/// rows 4.3 s against 0.1 s (rustc 1.95).
fn variants(context: Context<'_>) -> TokenStream {
    let is_large = context.layout.is_some_and(|layout| !layout.is_small);
    let mut previous = None;
    let mut variants = String::new();
    for (row, (card, words)) in context.table.rows.iter().zip(context.docs.variants()) {
        variants.push_str("#[doc = ");
        text::push_string(&mut variants, &card);
        // One attribute: each is kept, with its tokens, until the crate is checked.
        let mut before = "]#[doc(alias(";
        for word in words {
            variants.push_str(before);
            text::push_string(&mut variants, &word);
            before = ",";
        }
        variants.push_str(if before == "," { "))]" } else { "]" });
        match &row.deprecation {
            None => {}
            Some(Deprecation::Plain) => variants.push_str("#[deprecated]"),
            Some(Deprecation::Note(note)) => {
                variants.push_str("#[deprecated(note = ");
                text::push_string(&mut variants, &escape_note(note));
                variants.push_str(")]");
            }
        }
        let name = &row.name;
        let code = if let Code::Int(code) = row.code { Some(code) } else { None };
        let _ = match code {
            Some(code) if !is_large || previous != Some(code - 1) => write!(variants, "{name} = {code},"),
            _ => write!(variants, "{name},"),
        };
        previous = code;
    }
    text::named(&variants, context.request.table.place_of_names(is_large))
}
