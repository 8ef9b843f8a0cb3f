//! Code, name and phrase → row, and what every row answers.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{Code, CodeType, Role, Table};

use super::columns::{described, narrow, role_entry, slices, texts};
use super::{Scene, code_type, text, uncallable};
use crate::docs::escape;
use crate::layout::{CodeIndex, KeyIndex, Layout, Perfect};

/// The tables behind the methods.
pub(super) fn tables(scene: Scene<'_>) -> TokenStream {
    let Some(layout) = scene.layout else { return TokenStream::new() };
    let krate = scene.krate;
    let Table { rows, .. } = scene.table;
    let ident = &scene.request.ident;
    let count = Literal::usize_unsuffixed(rows.len());
    let variants = text::variants(&ident.to_string(), rows.iter().map(|row| row.name.as_str()));
    let names = texts(scene, &format_ident!("NAMES"), rows.iter().map(|row| row.name.as_str()));
    let name_index = key_index(krate, &layout.names);
    let reasons = slices(krate, &format_ident!("REASONS"), rows.len(), rows.iter().map(|row| row.reason.as_str()));
    let aliases = rows.iter().flat_map(|row| row.aliases.iter().map(|alias| alias.phrase.as_str()));
    let aliases = texts(scene, &format_ident!("ALIASES"), aliases);
    let alias_rows = narrow(krate, &layout.alias_rows);
    let phrase_index = key_index(krate, &layout.phrases);
    let codes = codes(scene, layout);
    quote! {
        static ROWS: [#ident; #count] = [#variants];
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
        let codes = slices(krate, &format_ident!("CODES"), scene.table.rows.len(), codes);
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
    quote! {
        const BY_CODE: #krate::__private::CodeIndex = #index;
        #row_of
    }
}

/// The index of integer codes.
pub(crate) fn code_index(krate: &TokenStream, index: &CodeIndex) -> TokenStream {
    let index = match index {
        CodeIndex::Sequence { first } => quote!(Sequence { first: #first }),
        CodeIndex::Direct { first, rows } => direct(*first, rows),
        CodeIndex::Hashed(perfect) => {
            let perfect = perfect_hash(krate, perfect);
            quote!(Hashed(#perfect))
        }
    };
    quote!(#krate::__private::CodeIndex::#index)
}

/// Bytes where they suffice: one literal, which compiles fastest.
fn direct(first: u64, rows: &[Option<usize>]) -> TokenStream {
    let count = rows.iter().flatten().count();
    if u8::try_from(count).is_ok() {
        let bytes: Vec<u8> =
            rows.iter().map(|row| row.and_then(|row| u8::try_from(row).ok()).unwrap_or(u8::MAX)).collect();
        let bytes = Literal::byte_string(&bytes);
        return quote!(Direct8 { first: #first, rows: #bytes });
    }
    let rows = text::numbers(rows.iter().map(|row| row.unwrap_or(usize::from(u16::MAX))));
    quote!(Direct16 { first: #first, rows: &[#rows] })
}

fn perfect_hash(krate: &TokenStream, perfect: &Perfect) -> TokenStream {
    let pilots = text::numbers(&perfect.pilots);
    let slots = narrow(krate, &perfect.slots);
    quote!(#krate::__private::Perfect { pilots: &[#pilots], slots: #slots })
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
    let (reason_attrs, reason_vis) = role_entry(scene, Role::Reason);
    let reason_doc = described(reason_attrs, &scene.docs.role(Role::Reason));
    let reason = accessor(scene, quote!(REASONS.get(row_of(self))));
    let (name_attrs, name_vis) = role_entry(scene, Role::Name);
    let name_doc = described(name_attrs, &scene.docs.role(Role::Name));
    let name = accessor(scene, quote!(NAMES.get(row_of(self))));
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

        #(#name_attrs)*
        #[doc = #name_doc]
        #[inline]
        #[must_use]
        #name_vis const fn name(self) -> &'static ::core::primitive::str {
            #name
        }

        #(#reason_attrs)*
        #[doc = #reason_doc]
        #[inline]
        #[must_use]
        #reason_vis const fn reason(self) -> &'static ::core::primitive::str {
            #reason
        }
    }
}

/// The slice of all rows.
pub(super) fn all(scene: Scene<'_>) -> TokenStream {
    if scene.layout.is_some() { quote!(&ROWS) } else { quote!(&[]) }
}

fn accessor(scene: Scene<'_>, read: TokenStream) -> TokenStream {
    if scene.layout.is_some() { read } else { uncallable() }
}

fn lookup(scene: Scene<'_>, row: &TokenStream) -> TokenStream {
    let krate = scene.krate;
    if scene.layout.is_some() {
        quote!(#krate::__private::pick(&ROWS, #row))
    } else {
        quote!(::core::option::Option::None)
    }
}

fn from_code(scene: Scene<'_>) -> TokenStream {
    let vis = &scene.request.vis;
    let doc = scene.docs.lookup();
    let code = code_type(scene);
    let (parameter, body) = match scene.table.code {
        CodeType::Text => (quote!(&::core::primitive::str), lookup(scene, &quote!(BY_CODE.find(&CODES, code)))),
        CodeType::Int(_) => {
            let found = lookup(scene, &quote!(BY_CODE.row(code as ::core::primitive::u64)));
            let is_hashed = matches!(scene.layout.and_then(|layout| layout.codes.as_ref()), Some(CodeIndex::Hashed(_)));
            let body = if is_hashed {
                // The slot may be another code's.
                quote! {
                    match #found {
                        ::core::option::Option::Some(__status_docs_status)
                            if __status_docs_status as #code == code =>
                        {
                            ::core::option::Option::Some(__status_docs_status)
                        }
                        _ => ::core::option::Option::None,
                    }
                }
            } else {
                found
            };
            (code, body)
        }
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

fn code(scene: Scene<'_>) -> TokenStream {
    let (attrs, vis) = role_entry(scene, Role::Code);
    let doc = described(attrs, &scene.docs.role(Role::Code));
    let code = code_type(scene);
    let read = match scene.table.code {
        CodeType::Int(_) => quote!(self as #code),
        CodeType::Text => quote!(CODES.get(row_of(self))),
    };
    let body = accessor(scene, read);
    quote! {
        #(#attrs)*
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis const fn code(self) -> #code {
            #body
        }
    }
}

/// A constant for each alias that can be an identifier, so that it can stand in a pattern.
fn aliases(scene: Scene<'_>) -> TokenStream {
    let vis = &scene.request.vis;
    let ident = &scene.request.ident;
    let constants = scene.table.rows.iter().flat_map(|row| {
        row.aliases.iter().filter_map(move |alias| {
            let name = format_ident!("{}", alias.name.as_ref()?);
            let variant = format_ident!("{}", row.name);
            let doc =
                format!("[`{0}`](Self::{0}), by another phrase of the table: {1}.", row.name, escape(&alias.phrase));
            Some(quote! {
                #[doc = #doc]
                #[allow(non_upper_case_globals)]
                #vis const #name: Self = #ident::#variant;
            })
        })
    });
    quote!(#(#constants)*)
}
