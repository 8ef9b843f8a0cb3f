//! The statuses that a type can have, listed without a value of it.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Table;
use syn::ext::IdentExt;

use super::super::answer::{Answer, Resolved};
use super::super::input::{DataKind, DeriveRequest, Variant};
use super::doc_rows::{self, DocRows};
use super::{inner_bounds, overlaid};
use crate::render::target::{Bounds, Target, code_type};

/// The impl of `StatusCases`. It is always there, and must not make a type fail that compiles without it: inner errors
/// are asked without a bound whether they list their cases (`Probe`).
pub(super) fn render(
    request: &DeriveRequest,
    table: &Table,
    resolved: &Resolved<'_>,
    rows: Option<&DocRows<'_>>,
    target: &Target<'_>,
) -> TokenStream {
    let krate = target.krate;
    let code = code_type(table.code);
    let of = request.ident.unraw().to_string();
    let case = |(variant, answer): (&Variant, &Answer<'_>)| match answer {
        // The type itself is listed already.
        Answer::Inner(inner) if inner.is_own => None,
        Answer::Inner(inner) => {
            let (ty, name) = (&inner.ty, inner.name());
            Some(quote!(#krate::__private::inner(#krate::__private::Probe::<#ty, #code>::CASES, #name)))
        }
        Answer::Row(named) => {
            let name = if request.kind == DataKind::Struct { String::new() } else { variant.ident.unraw().to_string() };
            let doc = match rows.and_then(|rows| rows.index(&named.row.code)) {
                Some(row) => quote!(#krate::__private::doc(&ROWS, #row)),
                None => {
                    let code = doc_rows::code(&named.row.code);
                    quote!(#krate::__private::http_doc(#code))
                }
            };
            let doc = overlaid(krate, table, (variant, answer), doc);
            Some(quote!(#krate::Case::Row { of: #of, variant: #name, doc: #doc }))
        }
    };
    let cases = request.variants.iter().zip(&resolved.answers).filter_map(case);
    let cases = quote!(&[#(#cases,)*]);
    let cases = if request.inner().any(|inner| !inner.is_own) {
        quote! {{
            #[allow(unused_imports)]
            use #krate::__private::Unlisted as _;
            #cases
        }}
    } else {
        cases
    };
    // Of a type that depends on a parameter, only a bound can say it.
    let generic = request.inner().filter(|inner| inner.is_generic && !inner.is_own).map(|inner| &inner.ty);
    let mut bounds = inner_bounds(request, &code);
    bounds.extend(generic.map(|ty| quote!(#ty: #krate::StatusCases)));
    let header = target.header(&quote!(#krate::StatusCases), Bounds { inner: &bounds, lazy: &[] });
    quote! {
        #header {
            const CASES: &'static [#krate::Case<#code>] = #cases;
        }
    }
}
