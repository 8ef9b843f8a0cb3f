//! The statuses that a type can have, listed without a value of it.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Table;
use syn::ext::IdentExt;

use super::super::input::{Request, Shape};
use super::super::resolve::{Answer, Resolved};
use super::own_table::{self, OwnTable};
use super::{inner_bounds, of_table, overlaid};
use crate::render::code_type;
use crate::render::target::{Bounds, Target};

/// The impl of `StatusCases`. It is always there, and must not make a type fail that compiles without it: types that
/// do not list their cases are asked without a bound (`Probe`).
pub(super) fn render(
    request: &Request,
    table: &Table,
    resolved: &Resolved<'_>,
    rows: Option<&OwnTable<'_>>,
    target: &Target<'_>,
) -> TokenStream {
    let krate = target.krate;
    let code = code_type(table.code);
    let of = request.ident.unraw().to_string();
    let answers = request.cases.iter().zip(&resolved.answers);
    let cases = answers.clone().filter_map(|(case, answer)| match answer {
        Answer::Inner(inner) if inner.is_own => None,
        Answer::Inner(inner) => {
            let (ty, name) = (&inner.ty, inner.name());
            Some(quote!(#krate::__private::inner(#krate::__private::Probe::<#ty, #code>::CASES, #name)))
        }
        Answer::Row(named) => {
            let variant = if request.shape == Shape::Struct { String::new() } else { case.ident.unraw().to_string() };
            let code = own_table::code(&named.row.code);
            let doc = match rows.and_then(|rows| rows.index(&named.row.code)) {
                Some(row) => quote!(#krate::__private::doc(&ROWS, #row)),
                None => quote!(#krate::__private::http_doc(#code)),
            };
            let doc = overlaid(krate, case, of_table(table, named.row, doc));
            Some(quote!(#krate::Case::Row { of: #of, variant: #variant, doc: #doc }))
        }
    });
    let cases = quote!(&[#(#cases,)*]);
    let is_probed = |(_, answer): (_, &Answer<'_>)| matches!(answer, Answer::Inner(inner) if !inner.is_own);
    let cases = if answers.clone().any(is_probed) {
        quote! {{
            #[allow(unused_imports)]
            use #krate::__private::Unlisted as _;
            #cases
        }}
    } else {
        cases
    };
    let mut bounds = inner_bounds(request, &code);
    bounds.extend(listed_bounds(request));
    let header = target.header(&quote!(#krate::StatusCases), Bounds { inner: &bounds, lazy: &[] });
    quote! {
        #header {
            const CASES: &'static [#krate::Case<#code>] = #cases;
        }
    }
}

/// Of a field whose type depends on a parameter, only the bound can say whether it lists its cases.
pub(super) fn listed_bounds(request: &Request) -> Vec<TokenStream> {
    let krate = &request.krate;
    let inner = request.inner().filter(|inner| inner.is_generic && !inner.is_own);
    inner.map(|inner| &inner.ty).map(|ty| quote!(#ty: #krate::StatusCases)).collect()
}
