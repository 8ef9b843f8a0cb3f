//! The enum itself: a variant for each row.

use std::fmt::Write;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, CodeType, Row, name};

use super::{Context, text};
use crate::attr::is_documentation;
use crate::docs::{DocText, deprecation_note};

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
    let summary = (!attrs.iter().any(is_documentation)).then(|| documentation(&context.docs.summary()));
    let page = request.doc_table.then(|| documentation(&context.docs.page()));
    let mut allow = context.warns().then(|| quote!(deprecated,)).unwrap_or_default();
    // Not without need: where a crate forbids the lint, allowing it is an error.
    if request.table.is_verbatim() && context.table.rows.iter().any(|row| !is_camel_case(&row.name)) {
        allow.extend(quote!(non_camel_case_types,));
    }
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

/// Whether the name is camel case to the compiler; it takes some names with a `_` for that as well (`E1_2`).
fn is_camel_case(name: &str) -> bool {
    let name = name.trim_matches('_');
    !name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains('_')
}

/// We emit the derives of the language, which cost the compiler almost nothing, except for `Debug`.
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
/// The compiler looks for the discriminant of each element of a constant array of an enum among all variants, and an
/// explicit one costs it about 85 ns each time, an implicit one 2 ns: at 10,000 rows 4.3 s against 0.1 s (rustc 1.95).
fn variants(context: Context<'_>) -> TokenStream {
    let is_large = context.layout.is_some_and(|layout| !layout.is_small);
    let mut previous = None;
    let mut variants = String::new();
    for (row, docs) in context.table.rows.iter().zip(context.docs.variants()) {
        push_docs(&mut variants, &docs.card);
        // One attribute: each is kept, with its tokens, until the crate is checked.
        let mut before = "]#[doc(alias(";
        for word in docs.words {
            variants.push_str(before);
            text::push_string(&mut variants, &word);
            before = ",";
        }
        variants.push_str(if before == "," { "))]" } else { "]" });
        match &docs.note {
            Some(note) => {
                push_note(&mut variants, note);
                variants.push(']');
            }
            None if row.deprecation.is_some() && context.request.warns_deprecated => variants.push_str("#[deprecated]"),
            None => {}
        }
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

fn documentation(text: &DocText) -> TokenStream {
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
