//! The enum itself: a variant for each row.

use std::fmt::Write;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, CodeType, Row, name};

use super::{Context, text};
use crate::attr::is_documentation;
use crate::docs::{DocText, VariantDocs, deprecation_note};
use crate::template::template;

/// The variant of an enum that has no rows, whose build fails.
pub(super) const NO_ROW: &str = "__StatusDocsNoRow";

pub(super) fn render(context: Context<'_>) -> TokenStream {
    let request = context.request;
    let (attrs, vis, ident) = (&request.attrs, &request.vis, &request.ident);
    let repr = match context.table.code {
        CodeType::Int(int) => {
            let int = Ident::new(&int.to_string(), Span::call_site());
            Some(quote!(#[repr(#int)]))
        }
        CodeType::Text => None,
    };
    let mut allow = if context.warns() { quote!(deprecated,) } else { TokenStream::new() };
    // Not without need: where a crate forbids the lint, allowing it is an error.
    if request.table.is_verbatim() && context.table.rows.iter().any(|row| !is_camel_case(&row.name)) {
        allow.extend(quote!(non_camel_case_types,));
    }
    let (cfgs, derives) = (&request.cfgs, all_derives(context));
    let (summary, page) = documentation(context);
    let variants = match context.layout {
        Some(_) => variants(context),
        // For constants that need some value. There is no row, and no user's code names it.
        None => {
            let no_row = Ident::new(NO_ROW, Span::call_site());
            quote!(#[doc(hidden)] #no_row)
        }
    };
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

/// What the type says that the user did not document, and the table of its rows.
pub(super) fn documentation(context: Context<'_>) -> (Option<TokenStream>, Option<TokenStream>) {
    let request = context.request;
    let summary = (!request.attrs.iter().any(is_documentation)).then(|| attribute(&context.docs.summary()));
    let page = request.doc_table.then(|| attribute(&context.docs.page()));
    (summary, page)
}

/// Whether the name is camel case to the compiler; it takes some names with a `_` for that as well (`E1_2`).
fn is_camel_case(name: &str) -> bool {
    let name = name.trim_matches('_');
    !name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains('_')
}

/// The derives that cannot be written out, since constants of the type are patterns, and those of the user.
pub(super) fn all_derives(context: Context<'_>) -> TokenStream {
    let theirs = &context.request.derives;
    quote! {
        #[derive(
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            #(#theirs,)*
        )]
    }
}

/// `Copy` and `Clone`, which every table has.
pub(super) fn copy(context: Context<'_>) -> TokenStream {
    let ident = &context.target.ident;
    template! {
        [ident]
        #[automatically_derived]
        impl ::core::marker::Copy for #ident {}
        #[automatically_derived]
        impl ::core::clone::Clone for #ident {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
    }
}

/// A large table leaves out a discriminant that follows from the one before it.
///
/// The compiler looks for the discriminant of each element of a constant array of an enum among all variants, and an
/// explicit one costs it about 85 ns each time, an implicit one 2 ns: at 10,000 rows 4.3 s against 0.1 s (rustc 1.95).
fn variants(context: Context<'_>) -> TokenStream {
    let is_large = context.layout.is_some_and(|layout| !layout.is_small);
    let mut previous = None;
    let mut variants = String::new();
    for docs in context.docs.variants() {
        let row = docs.row;
        push_attributes(&mut variants, context, &docs);
        let name = name::in_code(&row.name);
        let code = if let Code::Int(code) = row.code { Some(code) } else { None };
        let _ = match code {
            Some(code) if !is_large || previous != Some(code - 1) => write!(variants, "{name} = {code},"),
            _ => write!(variants, "{name},"),
        };
        previous = code;
    }
    text::named(&variants, context.request.table.place_of_names(is_large))
}

/// The attributes of a variant or of a constant of an open table.
pub(super) fn push_attributes(source: &mut String, context: Context<'_>, docs: &VariantDocs<'_>) {
    push_docs(source, &docs.card);
    // One attribute: each is kept, with its tokens, until the crate is checked.
    let mut before = "]#[doc(alias(";
    for word in &docs.words {
        source.push_str(before);
        text::push_string(source, word);
        before = ",";
    }
    source.push_str(if before == "," { "))]" } else { "]" });
    match &docs.note {
        Some(note) => {
            push_note(source, note);
            source.push(']');
        }
        None if docs.row.deprecation.is_some() && context.request.warns_deprecated => source.push_str("#[deprecated]"),
        None => {}
    }
}

/// `#[doc = "…"]`, or one for rustdoc and one for all others; the last bracket is left to the caller.
fn push_docs(source: &mut String, text: &DocText) {
    let Some(other) = &text.other else {
        source.push_str("#[doc = ");
        text::push_string(source, &text.page);
        return;
    };
    push_both(source, "doc = ", &text.page, other, "");
}

/// `#[deprecated(note = "…")]` for another name of a row that is deprecated.
pub(super) fn push_deprecated(source: &mut String, row: &Row) {
    match &row.deprecation {
        Some(Deprecation::Note(note)) => push_note(source, &deprecation_note(note)),
        Some(Deprecation::Plain) => source.push_str("#[deprecated"),
        None => return,
    }
    source.push(']');
}

/// The same for a note of deprecation.
fn push_note(source: &mut String, note: &DocText) {
    match &note.other {
        Some(other) => push_both(source, "deprecated(note = ", &note.page, other, ")"),
        None => {
            source.push_str("#[deprecated(note = ");
            text::push_string(source, &note.page);
            source.push(')');
        }
    }
}

fn push_both(source: &mut String, begin: &str, page: &str, other: &str, end: &str) {
    let _ = write!(source, "#[cfg_attr(doc, {begin}");
    text::push_string(source, page);
    let _ = write!(source, "{end})");
    if !other.is_empty() {
        let _ = write!(source, "]#[cfg_attr(not(doc), {begin}");
        text::push_string(source, other);
        let _ = write!(source, "{end})");
    }
}

fn attribute(text: &DocText) -> TokenStream {
    let mut source = String::new();
    push_docs(&mut source, text);
    source.push(']');
    text::tokens(&source)
}

#[cfg(test)]
mod tests {
    use super::is_camel_case;

    #[test]
    fn the_lint_is_allowed_where_the_compiler_may_speak() {
        let cases = [
            ("NotFound", true),
            ("_Start", true),
            ("_start", false),
            ("ER_DUP", false),
            ("ok", false),
            ("E1_2", false),
        ];
        for (name, expected) in cases {
            assert_eq!(is_camel_case(name), expected, "{name}");
        }
    }
}
