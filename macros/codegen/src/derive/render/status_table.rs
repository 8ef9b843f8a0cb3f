//! `StatusTable` and `TryFrom` of a fieldless enum that has a variant for every row.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use status_docs_data::{CodeType, Table};
use syn::Expr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::super::input::{Case, Request};
use super::header::{Bounds, at_call_site, header, header_with};
use super::located_at;
use crate::layout::{CodeIndex, Layout};
use crate::render::columns::slices;
use crate::render::lookups::{code_index, key_index};
use crate::render::{code_type_of, shadows};

/// What the user's enum has to be, or it is no table.
fn needs() -> [TokenStream; 2] {
    [quote!(::core::marker::Copy), quote!(::core::cmp::Eq)]
}

/// The impls for the variants in the order of the table.
pub(crate) fn table_impls(request: &Request, table: &Table, order: &[&Case], layout: &Layout) -> TokenStream {
    let krate = &request.krate;
    let index = if let Some(index) = &layout.texts {
        let (slices, codes) = slices(krate, &format_ident!("CODES"), table.rows.len(), table.text_codes());
        let index = key_index(krate, index);
        quote! {
            #slices
            #codes
            const BY_CODE: #krate::__private::KeyIndex = #index;
        }
    } else {
        let index = layout.codes.as_ref().map(|index| code_index(krate, index));
        quote!(const BY_CODE: #krate::__private::CodeIndex = #index;)
    };
    let found = match (table.code, &layout.codes) {
        (CodeType::Text, _) => {
            quote!(#krate::__private::pick(<Self as #krate::StatusTable>::ALL, BY_CODE.find(&CODES, code)))
        }
        (CodeType::Int(_), index) => {
            let row = quote!(BY_CODE.row(code as ::core::primitive::u64));
            let found = quote!(#krate::__private::pick(<Self as #krate::StatusTable>::ALL, #row));
            match index {
                // The slot may be another code's.
                Some(CodeIndex::Hashed(_)) => quote! {
                    #found.filter(|__status_docs_status| #krate::StatusDocs::code(__status_docs_status) == code)
                },
                _ => found,
            }
        }
    };
    let checks = discriminants(request, table, order);
    let impls = impls(request, table.code, order, &found);
    let shadows = shadows();
    quote! {
        #[allow(dead_code)]
        const _: () = {
            #shadows
            #index
            #checks
            #impls
        };
    }
}

/// The same without a row, where something is wrong.
pub(crate) fn open_impls(request: &Request) -> TokenStream {
    let unknown = quote!({ ::core::option::Option::None });
    impls(request, request.code(), &[], &unknown)
}

fn impls(request: &Request, code: CodeType, order: &[&Case], found: &TokenStream) -> TokenStream {
    let krate = &request.krate;
    let ident = at_call_site(&request.ident);
    let needs = needs();
    let bounds = Bounds { inner: &[], lazy: &needs };
    let table_header = header(request, &quote!(#krate::StatusTable), bounds);
    let name = request.ident.unraw().to_string();
    let variants: Vec<_> = order.iter().map(|case| at_call_site(&case.ident)).collect();
    let names = order.iter().map(|case| case.ident.unraw().to_string());
    let name_of = if order.is_empty() {
        quote!({ #name })
    } else {
        quote!(match self { #(#ident::#variants { .. } => #names,)* })
    };
    let (query, lifetime, parameter) = match code {
        CodeType::Int(_) => (code_type_of(code), None, code_type_of(code)),
        CodeType::Text => (
            quote!(&::core::primitive::str),
            Some(quote!('__status_docs_code)),
            quote!(&'__status_docs_code ::core::primitive::str),
        ),
    };
    let try_header = header_with(request, lifetime, &quote!(::core::convert::TryFrom<#parameter>), bounds);
    let text = quote!(&'static ::core::primitive::str);
    let deprecated = request.is_deprecated.then(|| quote!(#[allow(deprecated)]));
    quote! {
        #deprecated
        #table_header {
            const NAME: #text = #name;
            const ALL: &'static [Self] = &[#(#ident::#variants {}),*];

            #[inline]
            fn from_code(code: #query) -> ::core::option::Option<Self> {
                #found
            }

            fn name(self) -> #text {
                #name_of
            }
        }

        #deprecated
        #try_header {
            type Error = #krate::UnknownCode<Self, #parameter>;

            #[inline]
            fn try_from(code: #parameter) -> ::core::result::Result<Self, #krate::UnknownCode<Self, #parameter>> {
                #krate::__private::try_from_code(code)
            }
        }
    }
}

/// Discriminants that only the compiler can compute are checked by it.
fn discriminants(request: &Request, table: &Table, order: &[&Case]) -> TokenStream {
    let ident = at_call_site(&request.ident);
    if table.code == CodeType::Text || !request.generics.params.is_empty() {
        return TokenStream::new();
    }
    let checks = order.iter().zip(&table.rows).filter_map(|(case, row)| {
        let expression = case.discriminant.as_ref()?;
        if matches!(expression, Expr::Lit(_) | Expr::Unary(_)) {
            return None;
        }
        let variant = at_call_site(&case.ident);
        let message = format!("`{}` differs from {}, the code of its row {}", case.ident, row.code, row.name);
        let value = super::own_table::code(&row.code);
        let krate = &request.krate;
        let check = quote! {
            const _: () =
                #krate::__private::agree(#ident::#variant as ::core::primitive::i128 == #value, #message);
        };
        Some(located_at(expression.span(), check))
    });
    quote!(#(#checks)*)
}
