//! `StatusTable` and `TryFrom` of a fieldless enum that has a variant for every row.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::{CodeType, Table};
use syn::Expr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::super::answer::VariantTable;
use super::super::input::{DeriveRequest, Variant};
use super::target;
use crate::render::codes;
use crate::render::impls;
use crate::render::scope::shadows;
use crate::render::target::{Target, at_call_site, located_at, query};
use crate::template::template;

/// The impls for the variants in the order of the table.
pub(crate) fn table_impls(request: &DeriveRequest, table: &Table, own: &VariantTable<'_>) -> TokenStream {
    let VariantTable { order, layout } = own;
    let target = target(request).into_table().with_rows(table, layout, order.iter().map(|variant| &variant.ident));
    let codes = codes::tables(&target, table.text_codes());
    let checks = discriminants(request, table, order);
    let impls = impls(request, &target, order);
    let shadows = shadows(target.krate);
    let deprecated = request.is_deprecated.then(|| quote!(deprecated,));
    template! {
        [deprecated, shadows, codes, checks, impls]
        #[allow(#deprecated dead_code)]
        const _: () = {
            #shadows
            #codes
            #checks
            #impls
        };
    }
}

/// The same without any row, if something is wrong.
pub(crate) fn open_impls(request: &DeriveRequest) -> TokenStream {
    impls(request, &target(request).into_table(), &[])
}

fn impls(request: &DeriveRequest, target: &Target<'_>, order: &[&Variant]) -> TokenStream {
    let (krate, ident) = (target.krate, &target.ident);
    let header = target.header(&quote!(#krate::StatusTable), target.bounds());
    let name = request.ident.unraw().to_string();
    let variants: Vec<_> = order.iter().map(|variant| at_call_site(&variant.ident)).collect();
    let names = order.iter().map(|variant| variant.ident.unraw().to_string());
    let name_of = if order.is_empty() {
        quote!({ #name })
    } else {
        quote!(match self { #(#ident::#variants { .. } => #names,)* })
    };
    let all = codes::all(target);
    let hexadecimal = codes::hexadecimal(target);
    let walk = codes::walk(target);
    let found = codes::from_code(target, &|status| quote!(#krate::StatusDocs::code(&#status)));
    let query = query(target.code);
    let text = quote!(&'static ::core::primitive::str);
    let optional = impls::of(target, &request.without);
    template! {
        [header, text, name, all, hexadecimal, query, found, name_of, walk, optional]
        #header {
            const NAME: #text = #name;
            const ALL: &'static [Self] = #all;
            #hexadecimal

            #[inline]
            fn from_code(code: #query) -> ::core::option::Option<Self> {
                #found
            }

            fn name(self) -> #text {
                #name_of
            }

            #walk
        }

        #optional
    }
}

/// The compiler checks discriminants that only it can compute.
fn discriminants(request: &DeriveRequest, table: &Table, order: &[&Variant]) -> TokenStream {
    let ident = at_call_site(&request.ident);
    if table.code == CodeType::Text || !request.generics.params.is_empty() {
        return TokenStream::new();
    }
    let checks = order.iter().zip(&table.rows).filter_map(|(variant, row)| {
        let expression = variant.discriminant.as_ref()?;
        if matches!(expression, Expr::Lit(_) | Expr::Unary(_)) {
            return None;
        }
        let variant = at_call_site(&variant.ident);
        let message = format!(
            "`{variant}` differs from {}, the code of its row {}",
            table.notation.show(&row.code),
            row.name_or_phrase()
        );
        let value = super::doc_rows::code(&row.code);
        let krate = &request.krate;
        let check = template! {
            [krate, ident, variant, value, message]
            const _: () =
                #krate::__private::agree(#ident::#variant as ::core::primitive::i128 == #value, #message);
        };
        Some(located_at(expression.span(), check))
    });
    quote!(#(#checks)*)
}
