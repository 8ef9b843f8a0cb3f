//! Code, name and phrase → row, and what every row answers.

use std::fmt::Write;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{CodeType, Role, Table};

use super::columns::{hot_texts, joined, narrow, texts};
use super::{Scene, accessor, code_type, large, text};
use crate::docs::escape;
use crate::layout::{CodeIndex, KeyIndex, Layout, Perfect};

/// The tables behind the methods, as constants that nothing but the runtime crate's generic functions
/// names (see there), and what leads from a row to its variant and back.
pub(super) fn tables(scene: Scene<'_>, columns: &TokenStream) -> TokenStream {
    let Some(layout) = scene.layout else { return TokenStream::new() };
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let Table { rows, .. } = scene.table;
    let count = Literal::usize_unsuffixed(rows.len());
    let status_at = (!layout.is_small).then(|| status_at(scene));
    let row_of = row_of(scene);
    let names = texts(scene, &format_ident!("NAMES"), rows.iter().map(|row| row.name.as_str()));
    let name_index = key_index(krate, &layout.names);
    let (slices, reasons) = hot_texts(scene, &format_ident!("REASONS"), rows.iter().map(|row| row.reason.as_str()));
    let aliases = joined(krate, rows.iter().flat_map(|row| row.aliases.iter().map(|alias| alias.phrase.as_str())));
    let alias_rows = narrow(krate, &layout.alias_rows);
    let phrase_index = key_index(krate, &layout.phrases);
    let (code_slices, codes) = codes(scene, layout);
    quote! {
        #status_at
        #row_of
        #code_slices
        #slices
        #[doc(hidden)]
        impl #krate::__private::Tables for #ident {
            #codes
            #names
            const BY_NAME: #krate::__private::KeyIndex = #name_index;
            #reasons
            const PHRASES: #krate::__private::Phrases = #krate::__private::Phrases {
                index: #phrase_index,
                rows: #count,
                reasons: <Self as #krate::__private::Tables>::REASONS,
                aliases: #aliases,
                alias_rows: #alias_rows,
            };
            #columns
        }
    }
}

/// How a row of a large table leads to its variant.
fn status_at(scene: Scene<'_>) -> TokenStream {
    let ident = &scene.request.ident;
    let (functions, body) = large::statuses(scene);
    quote! {
        #functions
        #[inline]
        const fn status_at(__status_docs_row: ::core::primitive::usize) -> ::core::option::Option<#ident> {
            #body
        }
    }
}

/// How a variant leads to its row.
fn row_of(scene: Scene<'_>) -> TokenStream {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let row = match scene.table.code {
        CodeType::Text => quote!(__status_docs_status as ::core::primitive::usize),
        CodeType::Int(_) => {
            let code = code_type(scene);
            let code = quote!(__status_docs_status as #code as ::core::primitive::u64);
            quote!(#krate::__private::row_of_code::<#ident>(#code))
        }
    };
    quote! {
        #[inline]
        const fn row_of(__status_docs_status: #ident) -> ::core::primitive::usize {
            #row
        }
    }
}

/// How a code leads to its row.
fn codes(scene: Scene<'_>, layout: &Layout) -> (Option<TokenStream>, TokenStream) {
    let krate = scene.krate;
    if let Some(index) = &layout.texts {
        let (slices, codes) = hot_texts(scene, &format_ident!("CODES"), scene.table.text_codes());
        let index = key_index(krate, index);
        return (slices, quote!(#codes const BY_TEXT: #krate::__private::KeyIndex = #index;));
    }
    let index = layout.codes.as_ref().map(|index| code_index(krate, index));
    let statuses = statuses(scene, layout);
    (None, quote!(#statuses const BY_CODE: #krate::__private::CodeIndex = #index;))
}

/// The index of integer codes.
pub(crate) fn code_index(krate: &TokenStream, index: &CodeIndex) -> TokenStream {
    let index = match index {
        CodeIndex::Sequence { first } => quote!(Sequence { first: #first }),
        CodeIndex::Direct { first, rows } => {
            let rows = narrow(krate, rows);
            quote!(Direct { first: #first, rows: #rows })
        }
        CodeIndex::Paged { first, pages, rows } => {
            let (pages, rows) = (narrow(krate, pages), narrow(krate, rows));
            quote!(Paged { first: #first, pages: #pages, rows: #rows })
        }
        CodeIndex::Hashed(perfect) => {
            let perfect = perfect_hash(krate, perfect);
            quote!(Hashed(#perfect))
        }
    };
    quote!(#krate::__private::CodeIndex::#index)
}

/// For a small table with codes close to each other: the variant itself at the code's place.
fn statuses(scene: Scene<'_>, layout: &Layout) -> Option<TokenStream> {
    let krate = scene.krate;
    let (_, rows) = direct(layout)?;
    let count = Literal::usize_unsuffixed(rows.len() + 1);
    let option = quote!(::core::option::Option<Self>);
    let statuses = slice(&quote!([#option; #count]), &quote!(#krate::__private::statuses()));
    Some(quote!(const STATUSES: &'static [#option] = #statuses;))
}

/// A constant slice of a value. What a variable holds is evaluated with the constant, while a
/// reference to the value itself would be one more constant, which the compiler evaluates at once.
fn slice(ty: &TokenStream, value: &TokenStream) -> TokenStream {
    quote! {
        &{
            let __status_docs_value: #ty = #value;
            __status_docs_value
        }
    }
}

/// The direct index of a small table.
fn direct(layout: &Layout) -> Option<(u64, &[usize])> {
    match &layout.codes {
        Some(CodeIndex::Direct { first, rows }) if layout.is_small => Some((*first, rows)),
        _ => None,
    }
}

fn perfect_hash(krate: &TokenStream, perfect: &Perfect) -> TokenStream {
    let pilots = Literal::byte_string(&perfect.pilots);
    let slots = narrow(krate, &perfect.slots);
    quote!(#krate::__private::Perfect { pilots: #pilots, slots: #slots })
}

pub(crate) fn key_index(krate: &TokenStream, index: &KeyIndex) -> TokenStream {
    let KeyIndex { perfect, fold, plain, whole } = index;
    let perfect = perfect_hash(krate, perfect);
    quote!(#krate::__private::KeyIndex { perfect: #perfect, fold: #fold, plain: #plain, whole: #whole })
}

/// The methods that every table has.
pub(super) fn methods(scene: Scene<'_>) -> TokenStream {
    let vis = &scene.request.vis;
    let count = Literal::usize_unsuffixed(scene.table.rows.len());
    let krate = scene.krate;
    let from_code = from_code(scene);
    let code = code(scene);
    let from_reason = lookup(scene, &quote!(#krate::__private::row_of_phrase::<Self>(reason)));
    let text = quote!(&'static ::core::primitive::str);
    let name = accessor::of_role(scene, Role::Name, &text, quote!(#krate::__private::name::<Self>(row_of(self))));
    let reason = accessor::of_role(scene, Role::Reason, &text, quote!(#krate::__private::reason::<Self>(row_of(self))));
    let aliases = aliases(scene);
    quote! {
        /// Every status, in the order of the table.
        #vis const ALL: &'static [Self] = #krate::__private::all();

        /// How many statuses there are.
        #vis const COUNT: ::core::primitive::usize = #count;

        #aliases
        #from_code

        /// The status with this reason phrase or alias, in any ASCII case; `None` if the table has
        /// no such row. Where several share a phrase, it is the first one.
        #[inline]
        #[must_use]
        #vis const fn from_reason(reason: &::core::primitive::str) -> ::core::option::Option<Self> {
            #from_reason
        }

        #code
        #name
        #reason
    }
}

/// Every variant.
pub(super) fn all(scene: Scene<'_>) -> TokenStream {
    match scene.layout {
        None => quote!(&[]),
        Some(layout) if layout.is_small => {
            let ident = scene.request.ident.to_string();
            let variants = text::variants(&ident, scene.table.rows.iter().map(|row| row.name.as_str()));
            let count = Literal::usize_unsuffixed(scene.table.rows.len());
            slice(&quote!([Self; #count]), &quote!([#variants]))
        }
        Some(_) => large::all(scene),
    }
}

/// The variant of a row, if there is such a row.
pub(super) fn lookup(scene: Scene<'_>, row: &TokenStream) -> TokenStream {
    let krate = scene.krate;
    match scene.layout {
        None => quote!(::core::option::Option::None),
        Some(layout) if layout.is_small => quote!(#krate::__private::status_at(#row)),
        Some(_) => quote!(status_at(#row)),
    }
}

fn from_code(scene: Scene<'_>) -> TokenStream {
    let vis = &scene.request.vis;
    let doc = scene.docs.lookup();
    let code = code_type(scene);
    let krate = scene.krate;
    let (parameter, body) = match scene.table.code {
        CodeType::Text => {
            (quote!(&::core::primitive::str), lookup(scene, &quote!(#krate::__private::row_of_text_code::<Self>(code))))
        }
        CodeType::Int(_) => (code, int_from_code(scene)),
    };
    quote! {
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis const fn from_code(code: #parameter) -> ::core::option::Option<Self> {
            #body
        }
    }
}

fn int_from_code(scene: Scene<'_>) -> TokenStream {
    let (krate, code) = (scene.krate, code_type(scene));
    let found = lookup(scene, &quote!(#krate::__private::row_of_code::<Self>(code as ::core::primitive::u64)));
    let Some(layout) = scene.layout else { return found };
    if let Some((first, _)) = direct(layout) {
        return quote! {
            #krate::__private::from_distance((code as ::core::primitive::u64).wrapping_sub(#first))
        };
    }
    if !matches!(layout.codes, Some(CodeIndex::Hashed(_))) {
        return found;
    }
    // The slot may be another code's.
    quote! {
        match #found {
            ::core::option::Option::Some(__status_docs_status) if __status_docs_status as #code == code => {
                ::core::option::Option::Some(__status_docs_status)
            }
            _ => ::core::option::Option::None,
        }
    }
}

fn code(scene: Scene<'_>) -> TokenStream {
    let (krate, code) = (scene.krate, code_type(scene));
    let read = match scene.table.code {
        CodeType::Int(_) => quote!(self as #code),
        CodeType::Text => quote!(#krate::__private::code::<Self>(row_of(self))),
    };
    accessor::of_role(scene, Role::Code, &code, read)
}

/// A constant for each alias that can be an identifier, so that it can stand in a pattern.
///
/// It is seen as far as its variant is, which is as far as the enum is, whatever that says: a
/// visibility of the user's tokens between all that is text would take the compiler a call for each.
fn aliases(scene: Scene<'_>) -> TokenStream {
    let mut constants = String::new();
    for row in &scene.table.rows {
        for alias in &row.aliases {
            let Some(name) = &alias.name else { continue };
            let variant = &row.name;
            let doc =
                format!("[`{variant}`](Self::{variant}), by another phrase of the table: {}.", escape(&alias.phrase));
            constants.push_str("#[doc = ");
            text::push_string(&mut constants, &doc);
            let _ = write!(constants, "]pub const {name}: Self = Self::{variant};");
        }
    }
    text::tokens(&constants)
}
