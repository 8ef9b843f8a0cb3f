//! Code, name and phrase → row, and what every row answers.

use std::fmt::Write;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{Code, CodeType, Role, Table};

use super::columns::{hot_texts, narrow, texts};
use super::{Scene, accessor, code_type, large, text};
use crate::docs::escape;
use crate::layout::{CodeIndex, KeyIndex, Layout, Perfect};

/// The tables behind the methods.
pub(super) fn tables(scene: Scene<'_>) -> TokenStream {
    let Some(layout) = scene.layout else { return TokenStream::new() };
    let krate = scene.krate;
    let Table { rows, .. } = scene.table;
    let count = Literal::usize_unsuffixed(rows.len());
    let statuses = statuses(scene, layout);
    let names = texts(scene, &format_ident!("NAMES"), rows.iter().map(|row| row.name.as_str()));
    let name_index = key_index(krate, &layout.names);
    let reasons = hot_texts(scene, &format_ident!("REASONS"), rows.iter().map(|row| row.reason.as_str()));
    let aliases = rows.iter().flat_map(|row| row.aliases.iter().map(|alias| alias.phrase.as_str()));
    let aliases = texts(scene, &format_ident!("ALIASES"), aliases);
    let alias_rows = narrow(krate, &layout.alias_rows);
    let phrase_index = key_index(krate, &layout.phrases);
    let codes = codes(scene, layout);
    quote! {
        #statuses
        #codes
        #names
        const BY_NAME: #krate::__private::KeyIndex = #name_index;
        #reasons
        #aliases
        const PHRASES: #krate::__private::Phrases = #krate::__private::Phrases {
            index: #phrase_index,
            rows: #count,
            reasons: REASONS,
            aliases: ALIASES,
            alias_rows: #alias_rows,
        };
    }
}

/// How a row leads to its variant.
fn statuses(scene: Scene<'_>, layout: &Layout) -> TokenStream {
    let krate = scene.krate;
    let ident = &scene.request.ident;
    let count = Literal::usize_unsuffixed(scene.table.rows.len());
    let (tables, body) = if layout.is_small {
        let variants = text::variants(&ident.to_string(), scene.table.rows.iter().map(|row| row.name.as_str()));
        (
            quote!(static ROWS: [#ident; #count] = [#variants];),
            quote!(#krate::__private::pick(&ROWS, __status_docs_row)),
        )
    } else {
        large::statuses(scene)
    };
    quote! {
        #tables
        #[inline]
        const fn status_at(__status_docs_row: ::core::primitive::usize) -> ::core::option::Option<#ident> {
            #body
        }
    }
}

/// How a code leads to its row, and a variant to its own.
fn codes(scene: Scene<'_>, layout: &Layout) -> TokenStream {
    let krate = scene.krate;
    let ident = &scene.request.ident;
    let row_of = |row: TokenStream| {
        quote! {
            #[inline]
            const fn row_of(__status_docs_status: #ident) -> ::core::primitive::usize {
                #row
            }
        }
    };
    if let Some(index) = &layout.texts {
        let codes = scene.table.rows.iter().map(|row| match &row.code {
            Code::Text(code) => code.as_str(),
            Code::Int(_) => "",
        });
        let codes = hot_texts(scene, &format_ident!("CODES"), codes);
        let index = key_index(krate, index);
        let row_of = row_of(quote!(__status_docs_status as ::core::primitive::usize));
        return quote! {
            #codes
            const BY_CODE: #krate::__private::KeyIndex = #index;
            #row_of
        };
    }
    let index = layout.codes.as_ref().map(|index| code_index(krate, index));
    let code = code_type(scene);
    let row_of = row_of(quote!(BY_CODE.row(__status_docs_status as #code as ::core::primitive::u64)));
    let by_distance = by_distance(scene, layout);
    quote! {
        const BY_CODE: #krate::__private::CodeIndex = #index;
        #by_distance
        #row_of
    }
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
fn by_distance(scene: Scene<'_>, layout: &Layout) -> Option<TokenStream> {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let (_, rows) = direct(layout)?;
    let rows_behind = Literal::usize_unsuffixed(rows.len() + 1);
    let rows = text::bytes(rows, 1);
    Some(quote! {
        static STATUSES: [::core::option::Option<#ident>; #rows_behind] =
            #krate::__private::by_distance(&ROWS, #rows);
    })
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
    let KeyIndex { perfect, fold, whole } = index;
    let perfect = perfect_hash(krate, perfect);
    quote!(#krate::__private::KeyIndex { perfect: #perfect, fold: #fold, whole: #whole })
}

/// The methods that every table has.
pub(super) fn methods(scene: Scene<'_>) -> TokenStream {
    let vis = &scene.request.vis;
    let count = Literal::usize_unsuffixed(scene.table.rows.len());
    let all = all(scene);
    let from_code = from_code(scene);
    let code = code(scene);
    let from_reason = lookup(scene, &quote!(PHRASES.find(reason)));
    let text = quote!(&'static ::core::primitive::str);
    let name = accessor::of_role(scene, Role::Name, &text, quote!(NAMES.get(row_of(self))));
    let reason = accessor::of_role(scene, Role::Reason, &text, quote!(REASONS.get(row_of(self))));
    let aliases = aliases(scene);
    quote! {
        /// Every status, in the order of the table.
        #vis const ALL: &'static [Self] = #all;

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

/// The value of `ALL`.
pub(super) fn all(scene: Scene<'_>) -> TokenStream {
    match scene.layout {
        None => quote!(&[]),
        Some(layout) if layout.is_small => quote!(&ROWS),
        Some(_) => large::all(scene),
    }
}

fn lookup(scene: Scene<'_>, row: &TokenStream) -> TokenStream {
    if scene.layout.is_some() { quote!(status_at(#row)) } else { quote!(::core::option::Option::None) }
}

fn from_code(scene: Scene<'_>) -> TokenStream {
    let vis = &scene.request.vis;
    let doc = scene.docs.lookup();
    let code = code_type(scene);
    let (parameter, body) = match scene.table.code {
        CodeType::Text => (quote!(&::core::primitive::str), lookup(scene, &quote!(BY_CODE.find(&CODES, code)))),
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
    let found = lookup(scene, &quote!(BY_CODE.row(code as ::core::primitive::u64)));
    let Some(layout) = scene.layout else { return found };
    if let Some((first, _)) = direct(layout) {
        return quote! {
            #krate::__private::at_distance(&STATUSES, (code as ::core::primitive::u64).wrapping_sub(#first))
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
    let code = code_type(scene);
    let read = match scene.table.code {
        CodeType::Int(_) => quote!(self as #code),
        CodeType::Text => quote!(CODES.get(row_of(self))),
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
