//! What rows say, and their texts in several languages: tables and methods that only a table with such columns has.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{Role, Row};

use super::literal::{Narrow, Texts, Value};
use super::{Context, accessor, text};
use crate::template::template;

/// The constants of the trait of the tables.
pub(super) fn tables(context: Context<'_>) -> TokenStream {
    if context.layout.is_none() {
        return TokenStream::new();
    }
    let krate = context.krate;
    let tags = tags(context);
    let spoken = context.table.has(Role::Message).then(|| spoken(context));
    let translations = translations(context);
    let tags = (!context.table.languages.is_empty()).then(
        || template! { [krate, tags] const TAGS: &'static [(#krate::Language, ::core::primitive::u8)] = &[#tags]; },
    );
    quote!(#spoken #tags #translations)
}

/// Each tag with its column.
fn tags(context: Context<'_>) -> TokenStream {
    let krate = context.krate;
    let mut all = TokenStream::new();
    for (column, tags) in context.table.languages.iter().enumerate() {
        let column = Literal::u8_unsuffixed(u8::try_from(column).unwrap_or(u8::MAX));
        for tag in tags {
            all.extend(quote!((#krate::Language::new(#tag), #column),));
        }
    }
    all
}

fn columns(context: Context<'_>) -> usize {
    context.table.languages.len().max(1)
}

/// The messages, as their cells have them.
fn spoken(context: Context<'_>) -> TokenStream {
    let krate = context.krate;
    let columns = columns(context);
    let mut cells = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    let mut ends = vec![0];
    for row in &context.table.rows {
        for column in 0..columns {
            let said = row.messages.get(column).and_then(Option::as_ref);
            cells.push(said.map_or("", |said| said.text.as_str()));
        }
        let mut shown = Vec::new();
        if let Some(Some(said)) = row.messages.first() {
            said.message.add_names(&mut shown);
        }
        names.append(&mut shown);
        ends.push(names.len());
    }
    let texts = Texts::joined(cells.into_iter()).expression(krate);
    let (names, ends) = (text::strings(names), Narrow(&ends).expression(krate));
    let (columns, is_reported) = (Literal::usize_unsuffixed(columns), context.is_reported);
    let tags = tags(context);
    template! {
        [krate, tags, columns, texts, names, ends, is_reported]
        const SPOKEN: &'static #krate::__private::Spoken = &#krate::__private::Spoken {
            tags: &[#tags],
            columns: #columns,
            texts: #texts,
            names: &[#names],
            ends: #ends,
            is_reported: #is_reported,
        };
    }
}

/// The other texts in other languages than the default one.
fn translations(context: Context<'_>) -> Option<TokenStream> {
    let krate = context.krate;
    let columns = columns(context);
    let mut all = TokenStream::new();
    for (role, name) in [(Role::Reason, "Reason"), (Role::Definition, "Definition"), (Role::Tips, "Tips")] {
        let mut cells: HashMap<usize, &str> = HashMap::new();
        for (index, row) in context.table.rows.iter().enumerate() {
            for translation in row.translations.iter().filter(|translation| translation.role == role) {
                cells.insert(index * columns + translation.language, &translation.text);
            }
        }
        if cells.is_empty() {
            continue;
        }
        let count = context.table.rows.len() * columns;
        let texts = Texts::joined((0..count).map(|cell| cells.get(&cell).copied().unwrap_or_default()));
        let (texts, role, columns) =
            (texts.expression(krate), format_ident!("{name}"), Literal::usize_unsuffixed(columns));
        all.extend(template! {
            [krate, role, columns, texts]
            #krate::__private::Translations {
                role: #krate::__private::TranslatedRole::#role,
                columns: #columns,
                texts: #texts,
            },
        });
    }
    (!all.is_empty()).then(|| quote!(const TRANSLATIONS: &'static [#krate::__private::Translations] = &[#all];))
}

/// The inherent items.
pub(super) fn methods(context: Context<'_>) -> TokenStream {
    let krate = context.krate;
    let vis = &context.request.vis;
    let mut methods = TokenStream::new();
    // Where the column is missing, which is reported, code that asks for messages finds them.
    let is_missing = context.request.messages.is_some() && context.is_reported;
    if context.table.has(Role::Message) || is_missing {
        let read = quote!(#krate::__private::template::<Self>(row_of(self)));
        methods.extend(accessor::of_role(context, Role::Message, &quote!(#krate::Template), read.clone()));
        let body = if context.has_rows { read } else { quote!(#krate::__private::template::<Self>(0)) };
        methods.extend(template! {
            [vis, krate, body]
            #[doc(hidden)]
            #[inline]
            #vis const fn __status_docs_message(self) -> #krate::Template {
                #body
            }
        });
    }
    if context.request.has_languages() && !context.leaves_out("LANGUAGES") {
        let tags = list(context);
        methods.extend(template! {
            [vis, krate, tags]
            /// The languages of its texts, each tag; the default one is the first.
            #vis const LANGUAGES: &'static [#krate::Language] = &[#tags];
        });
    }
    methods
}

fn list(context: Context<'_>) -> TokenStream {
    let krate = context.krate;
    let mut all = TokenStream::new();
    for tag in context.table.languages.iter().flatten() {
        all.extend(quote!(#krate::Language::new(#tag),));
    }
    all
}

/// The constant of `StatusCases`.
pub(super) fn languages(context: Context<'_>) -> Option<TokenStream> {
    let krate = context.krate;
    let tags = list(context);
    (!context.table.languages.is_empty()).then(|| quote!(const LANGUAGES: &'static [#krate::Language] = &[#tags];))
}

/// The methods of `StatusDocs`.
pub(super) fn of_trait(context: Context<'_>) -> TokenStream {
    if context.layout.is_none() {
        return TokenStream::new();
    }
    let krate = context.krate;
    let code = super::target::code_type(context.table.code);
    let mut methods = TokenStream::new();
    if context.table.has(Role::Message) {
        methods.extend(template! {
            [krate]
            #[inline]
            fn write_message(
                &self,
                __status_docs_language: ::core::option::Option<#krate::Language>,
                __status_docs_formatter: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                #krate::__private::write_row::<Self>(row_of(*self), __status_docs_language, __status_docs_formatter)
            }

            #[inline]
            fn message_language(
                &self,
                __status_docs_language: #krate::Language,
            ) -> ::core::option::Option<#krate::Language> {
                #krate::__private::row_language::<Self>(row_of(*self), __status_docs_language)
            }

            #[inline]
            fn has_message(&self) -> ::core::primitive::bool {
                true
            }
        });
    }
    if context.table.rows.iter().any(has_translation) {
        methods.extend(template! {
            [krate, code]
            #[inline]
            fn docs_in(&self, __status_docs_language: #krate::Language) -> #krate::StatusDoc<#code> {
                #krate::__private::docs_of_row::<Self>(
                    #krate::StatusDocs::docs(self),
                    row_of(*self),
                    __status_docs_language,
                )
            }
        });
    }
    methods
}

fn has_translation(row: &Row) -> bool {
    !row.translations.is_empty()
}
