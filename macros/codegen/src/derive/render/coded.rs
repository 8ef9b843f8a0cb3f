//! Values whose code is known at run time only: a field has it.

use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{CodeType, Role, Row, Table};
use syn::ext::IdentExt;

use super::super::answer::{Answer, Resolved};
use super::super::field::CodeField;
use super::super::input::{DeriveRequest, Variant};
use super::super::message::Speech;
use super::message::translated;
use super::{doc_rows, of_row, overlaid, own_detail, own_texts, target};
use crate::layout::CodeLookup;
use crate::render::code_index;
use crate::render::target::{Bounds, at_call_site, code_type, located_at};
use crate::template::template;

/// The function from a code to its row, behind the last one for a code that no row has.
pub(super) fn lookup(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>) -> TokenStream {
    let Some(by_code) = &resolved.coded else { return TokenStream::new() };
    let krate = &request.krate;
    let code = code_type(table.code);
    let count = Literal::usize_unsuffixed(by_code.rows.len());
    let mut codes = String::new();
    for row in by_code.rows {
        codes.push_str(&doc_rows::code(&row.code).to_string());
        codes.push(',');
    }
    let (tables, found) = code_index(krate, &by_code.lookup, by_code.rows.iter().map(|row| &row.code));
    let is_code = match by_code.lookup {
        // The row may be another code's.
        CodeLookup::Int(_) => {
            let codes = crate::render::text::tokens(&codes);
            template! { [code, count, codes] {
                static CODES: [#code; #count] = [#codes];
                __status_docs_row < #count && CODES[__status_docs_row] == __status_docs_code
            } }
        }
        CodeLookup::Text(_) => quote!(__status_docs_row < #count),
    };
    template! {
        [code, tables, found, is_code, count]
        #[inline]
        const fn row_of_code(__status_docs_code: #code) -> ::core::primitive::usize {
            #tables
            let __status_docs_row = #found;
            if #is_code { __status_docs_row } else { #count }
        }
    }
}

/// Stops the build at a field whose type does not fit into that of the codes.
fn check(request: &DeriveRequest, field: &CodeField) -> Option<TokenStream> {
    if request.code() == CodeType::Text {
        return None;
    }
    let (ty, code) = (&field.ty, request.code_type());
    Some(located_at(
        field.span,
        template! { [ty, code] const _: fn(#ty) -> #code = <#code as ::core::convert::From<#ty>>::from; },
    ))
}

/// What is said of a value with this code.
pub(super) fn docs(
    request: &DeriveRequest,
    table: &Table,
    resolved: &Resolved<'_>,
    (variant, field): (&Variant, &CodeField),
    code: &TokenStream,
) -> TokenStream {
    let Some(coded) = &resolved.coded else { return TokenStream::new() };
    let check = check(request, field);
    let (krate, detail) = (&request.krate, own_detail(&request.krate, variant));
    let place = |row: &Row| coded.rows.iter().position(|other| other.code == row.code);
    let http = quote!(__status_docs_doc.http);
    if let Some(runtime_enum) = request.runtime_enum() {
        let default = coded.default.map(|row| {
            let code = doc_rows::code(&row.code);
            quote!(#krate::__private::http_doc(#code))
        });
        let unknown = unknown(request, variant, default, Some(&itself(&http)));
        return template! { [check, code, krate, runtime_enum, detail, unknown] {
            #check
            let __status_docs_code = #code;
            match #krate::#runtime_enum::from_code(__status_docs_code) {
                ::core::option::Option::Some(__status_docs_row) => {
                    let mut __status_docs_doc = #krate::StatusDocs::docs(&__status_docs_row);
                    #detail
                    __status_docs_doc
                }
                ::core::option::Option::None => #unknown,
            }
        } };
    }
    let default = coded.default.and_then(|row| {
        let place = Literal::usize_unsuffixed(place(row)?);
        Some(overlaid(&of_row(table, variant, row, false), quote!(#krate::__private::doc(&ROWS, #place))))
    });
    let http = table.codes_answer(Role::Http).then(|| itself(&http));
    let unknown = unknown(request, variant, default, http.as_ref());
    let count = Literal::usize_unsuffixed(coded.rows.len());
    let mut answers = TokenStream::new();
    for role in [Role::Http, Role::Grpc, Role::Exit] {
        answers.extend(answer(table, coded.rows, role));
    }
    let name = coded.rows.iter().any(|row| row.name.is_empty()).then(|| {
        let name = variant.ident.unraw().to_string();
        quote! {
            if __status_docs_doc.name.is_empty() {
                __status_docs_doc.name = #name;
            }
        }
    });
    let link = table.link_template().map(|link| quote!(__status_docs_doc.link = ::core::option::Option::Some(#link);));
    template! { [check, code, count, unknown, krate, name, answers, link, detail] {
        #check
        let __status_docs_code = #code;
        match row_of_code(__status_docs_code) {
            #count => #unknown,
            __status_docs_row => {
                let mut __status_docs_doc = #krate::__private::doc(&ROWS, __status_docs_row);
                #name
                #answers
                #link
                #detail
                __status_docs_doc
            }
        }
    } }
}

/// The function from a row to its translations, if any row has one.
pub(super) fn translations(krate: &TokenStream, resolved: &Resolved<'_>, speech: &Speech) -> Option<TokenStream> {
    let coded = resolved.coded.as_ref().filter(|coded| has_translation(coded.rows))?;
    let mut texts = TokenStream::new();
    for row in coded.rows {
        let text = translated(krate, speech, None, row);
        texts.extend(quote!(#text,));
    }
    let count = Literal::usize_unsuffixed(coded.rows.len());
    Some(template! {
        [krate, count, texts]
        fn translations_of(__status_docs_row: ::core::primitive::usize) -> &'static [#krate::__private::Translated] {
            static TRANSLATIONS: [&[#krate::__private::Translated]; #count] = [#texts];
            TRANSLATIONS[__status_docs_row]
        }
    })
}

fn has_translation(rows: &[Row]) -> bool {
    rows.iter().any(|row| !row.translations.is_empty())
}

/// What is said in a language, for each variant whose field has the code: what its row says, or the `default`'s of a code
/// that no row has.
pub(super) fn docs_in(
    request: &DeriveRequest,
    resolved: &Resolved<'_>,
    speech: Option<&Speech>,
) -> Vec<Option<TokenStream>> {
    let krate = &request.krate;
    let coded = resolved.coded.as_ref().filter(|coded| has_translation(coded.rows));
    let mut all = Vec::new();
    for variant in &request.variants {
        all.push(match (coded, speech, &variant.coded) {
            (Some(coded), Some(speech), Some(_)) => {
                let count = Literal::usize_unsuffixed(coded.rows.len());
                let default = coded.default.map(|row| translated(krate, speech, Some(variant), row));
                let default = default.unwrap_or_else(|| quote!(&[]));
                Some(template! { [krate, count, default] {
                    let mut __status_docs_doc = #krate::StatusDocs::docs(self);
                    let __status_docs_texts: &[#krate::__private::Translated] =
                        match row_of_code(#krate::StatusDocs::code(self)) {
                            #count => #default,
                            __status_docs_row => translations_of(__status_docs_row),
                        };
                    #krate::__private::translate(&mut __status_docs_doc, __status_docs_texts, __status_docs_language);
                    __status_docs_doc
                } })
            }
            _ => None,
        });
    }
    all
}

/// Assigns what a bridge answers for the row, as the number plus one where there is one.
fn answer(table: &Table, rows: &[Row], role: Role) -> Option<TokenStream> {
    let number = |row: &Row| if role == Role::Http { table.answer(row, role) } else { row.answer(role) };
    if rows.iter().all(|row| number(row).is_none()) {
        return None;
    }
    let field = format_ident!("{}", role.as_str());
    let ty = if role == Role::Http { quote!(::core::primitive::u16) } else { quote!(::core::primitive::u8) };
    let mut numbers = String::new();
    for row in rows {
        match number(row) {
            Some(number) => {
                let _ = write!(numbers, "::core::option::Option::Some({number}),");
            }
            None => numbers.push_str("::core::option::Option::None,"),
        }
    }
    let numbers = crate::render::text::tokens(&numbers);
    let count = Literal::usize_unsuffixed(rows.len());
    Some(template! {
        [field, ty, count, numbers]
        __status_docs_doc.#field = {
            static ANSWERS: [::core::option::Option<#ty>; #count] = [#numbers];
            ANSWERS[__status_docs_row]
        };
    })
}

/// The code itself where it can be an HTTP status.
fn itself(http: &TokenStream) -> TokenStream {
    template! { [http] match __status_docs_code {
        100..=999 => ::core::option::Option::Some(__status_docs_code as ::core::primitive::u16),
        _ => #http,
    } }
}

/// What is said of a code that no row has: the texts of the variant, else those of the default row, else its name.
pub(super) fn unknown(
    request: &DeriveRequest,
    variant: &Variant,
    default: Option<TokenStream>,
    http: Option<&TokenStream>,
) -> TokenStream {
    let krate = &request.krate;
    // Without one, it is that of the default.
    let http = http.map(|http| quote!(__status_docs_doc.http = #http;));
    let name = variant.ident.unraw().to_string();
    let own = own_texts(krate, variant);
    let doc = default.unwrap_or_else(|| quote!(#krate::StatusDoc::new(__status_docs_code, #name, #name)));
    template! { [doc, name, http, own] {
        let mut __status_docs_doc = #doc;
        __status_docs_doc.code = __status_docs_code;
        __status_docs_doc.name = #name;
        __status_docs_doc.reference = ::core::option::Option::None;
        __status_docs_doc.link = ::core::option::Option::None;
        #http
        #own
        __status_docs_doc
    } }
}

/// `From` the field's type, where each other variant is one row, and one field has the codes of all others.
pub(super) fn from(request: &DeriveRequest, resolved: &Resolved<'_>) -> TokenStream {
    let Some((open, field)) = open_variant(request) else { return TokenStream::new() };
    if resolved.coded.is_none() {
        return TokenStream::new();
    }
    let (ident, code) = (at_call_site(&request.ident), request.code_type());
    let (mut arms, mut rows) = (TokenStream::new(), Vec::new());
    for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
        let Answer::Row(named) = answer else { continue };
        if rows.contains(&&named.row.code) {
            return TokenStream::new();
        }
        rows.push(&named.row.code);
        let (name, code) = (at_call_site(&variant.ident), doc_rows::code(&named.row.code));
        arms.extend(quote!(#code => #ident::#name {},));
    }
    let (name, member) = (at_call_site(&open.ident), &field.member);
    let received = field.code(&quote!((&__status_docs_code)), request.code(), &code);
    let body = template! {
        [received, arms, ident, name, member]
        match #received {
            #arms
            _ => #ident::#name { #member: __status_docs_code },
        }
    };
    impl_from(request, field, &body)
}

/// The same beside errors: uses of it are no errors too.
pub(in super::super) fn from_stub(request: &DeriveRequest) -> TokenStream {
    let field = open_variant(request);
    field.map(|(_, field)| impl_from(request, field, &quote!(::core::unreachable!()))).unwrap_or_default()
}

/// The one variant of an `exhaustive` enum that holds a code and nothing else, if all others hold nothing.
fn open_variant(request: &DeriveRequest) -> Option<(&Variant, &CodeField)> {
    if request.is_without_from || request.exhaustive.is_none() || request.runtime_enum().is_some() {
        return None;
    }
    let mut open = None;
    for variant in &request.variants {
        match &variant.coded {
            Some(field) if field.is_alone && open.is_none() => open = Some((variant, field)),
            None if variant.is_fieldless => {}
            _ => return None,
        }
    }
    open
}

fn impl_from(request: &DeriveRequest, field: &CodeField, body: &TokenStream) -> TokenStream {
    let ty = &field.declared;
    let header = target(request).header(&quote!(::core::convert::From<#ty>), Bounds::default());
    template! {
        [header, ty, body]
        /// The variant of the row with this code, else the one whose field has it.
        #header {
            #[inline]
            fn from(__status_docs_code: #ty) -> Self {
                #body
            }
        }
    }
}
