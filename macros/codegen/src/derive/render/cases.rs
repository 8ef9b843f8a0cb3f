//! The statuses that a type can have, listed without a value of it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use status_docs_data::Table;
use syn::ext::IdentExt;

use super::super::answer::{Answer, Resolved};
use super::super::inner::Inner;
use super::super::input::{DataKind, DeriveRequest, Variant};
use super::doc_rows::{self, DocRows};
use super::{inner_bounds, of_row, overlaid, own_texts, target};
use crate::attr::close;
use crate::render::slice;
use crate::render::target::Bounds;
use crate::template::template;

/// For a type whose rows are known.
pub(super) fn render(
    request: &DeriveRequest,
    table: &Table,
    resolved: &Resolved<'_>,
    rows: Option<&DocRows<'_>>,
    languages: &TokenStream,
) -> TokenStream {
    let krate = &request.krate;
    let mut cases = Vec::with_capacity(resolved.answers.len());
    for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
        cases.push(match answer {
            Answer::Inner(inner) => CaseOf::Inner(inner),
            Answer::Field(_) => CaseOf::Open,
            Answer::Row(named) => {
                let doc = match rows.and_then(|rows| rows.index(&named.row.code)) {
                    Some(row) => quote!(#krate::__private::doc(&ROWS, #row)),
                    None => {
                        let code = doc_rows::code(&named.row.code);
                        quote!(#krate::__private::http_doc(#code))
                    }
                };
                CaseOf::Doc(overlaid(&of_row(table, variant, named.row, rows.is_none()), doc))
            }
        });
    }
    of(request, cases, languages)
}

/// What is listed of a variant.
pub(super) enum CaseOf<'a> {
    /// A constant expression of its doc.
    Doc(TokenStream),
    /// A constant that is a row of an enum's table.
    Row(TokenStream),
    /// The field that answers.
    Inner(&'a Inner),
    /// Any code.
    Open,
}

/// The impl of `StatusCases`, from a constant expression of each variant's doc, or the field that answers. The impl is
/// always emitted, and must not break a type that compiles without it: whether inner errors list their cases is asked
/// without a bound (`Probe`).
pub(super) fn of(request: &DeriveRequest, cases: Vec<CaseOf<'_>>, languages: &TokenStream) -> TokenStream {
    let (krate, code) = (&request.krate, request.code_type());
    let type_name = request.ident.unraw().to_string();
    let name_of = |variant: &Variant| match request.kind {
        DataKind::Struct => String::new(),
        _ => variant.ident.unraw().to_string(),
    };
    let mut linked: Vec<TokenStream> = Vec::new();
    let mut case_of = |variant: &Variant, case: CaseOf<'_>| match case {
        // The type itself is listed already.
        CaseOf::Inner(inner) if inner.is_own => None,
        CaseOf::Inner(inner) if inner.path.is_some() => {
            let name = close(&inner.ty);
            Some(quote!(#krate::Case::Unlisted(#name)))
        }
        CaseOf::Inner(inner) => {
            let (ty, name) = (&inner.ty, close(&inner.ty));
            Some(
                template! { [krate, ty, code, name] #krate::__private::inner(#krate::__private::Probe::<#ty, #code>::CASES, #name) },
            )
        }
        CaseOf::Open => {
            let name = name_of(variant);
            Some(quote!(#krate::Case::Open { of: #type_name, variant: #name }))
        }
        CaseOf::Row(row) => {
            let name = name_of(variant);
            let own = own_texts(krate, variant);
            let doc = if own.is_empty() {
                let place = Literal::usize_unsuffixed(linked.len());
                linked.push(row);
                quote!(__status_docs_docs[#place])
            } else {
                overlaid(&own, quote!(doc_of(#row)))
            };
            Some(quote!(#krate::Case::Row { of: #type_name, variant: #name, doc: #doc }))
        }
        CaseOf::Doc(doc) => {
            let name = name_of(variant);
            let doc = overlaid(&own_texts(krate, variant), doc);
            Some(
                template! { [krate, type_name, name, doc] #krate::Case::Row { of: #type_name, variant: #name, doc: #doc } },
            )
        }
    };
    let (mut listed, mut count) = (TokenStream::new(), 0);
    for (variant, case) in request.variants.iter().zip(cases) {
        if let Some(case) = case_of(variant, case) {
            listed.extend(quote!(#case,));
            count += 1;
        }
    }
    let count = Literal::usize_unsuffixed(count);
    let cases = quote!([#listed]);
    let cases = filled(&linked, &cases).unwrap_or(cases);
    let cases = slice(&quote!([#krate::Case<#code>; #count]), &cases);
    let cases = if request.inner().any(|inner| !inner.is_own && inner.path.is_none()) {
        quote! {{
            #[allow(unused_imports)]
            use #krate::__private::Unlisted as _;
            #cases
        }}
    } else {
        cases
    };
    // Those of inner types are named and not called: two types may hold each other.
    let (mut named, mut count) = (TokenStream::new(), 0);
    let code = &code;
    for inner in request.inner().filter(|inner| !inner.is_own) {
        let ty = &inner.ty;
        named.extend(template! { [krate, ty, code] #krate::__private::Probe::<#ty, #code>::HTTP, });
        count += 1;
    }
    let checks = (count > 0).then(|| {
        let count = Literal::usize_unsuffixed(count);
        template! {
            [krate, count, named]
            #[inline]
            fn __status_docs_http<__StatusDocsHttp>() {
                #[allow(unused_imports)]
                use #krate::__private::Unlisted as _;
                const { #krate::__private::have_http(<Self as #krate::StatusCases>::CASES) }
                let _: [fn(); #count] = [#named];
            }
        }
    });
    // For a type that depends on a parameter, only a bound can tell.
    let generic = request.inner().filter(|inner| inner.is_generic && !inner.is_own).map(|inner| &inner.ty);
    let mut bounds = inner_bounds(request, code);
    bounds.extend(generic.map(|ty| quote!(#ty: #krate::StatusCases)));
    let header = target(request).header(&quote!(#krate::StatusCases), Bounds { inner: &bounds, lazy: &[] });
    template! {
        [header, krate, code, cases, languages, checks]
        #header {
            const CASES: &'static [#krate::Case<#code>] = #cases;
            #languages
            #checks
        }
    }
}

/// The cases with the docs of rows filled in by a loop: of a thousand calls, the compiler would check each. `None` where
/// there are no such rows.
fn filled(linked: &[TokenStream], cases: &TokenStream) -> Option<TokenStream> {
    let first = linked.first()?;
    let mut rows = TokenStream::new();
    for row in linked {
        rows.extend(quote!(#row,));
    }
    let count = Literal::usize_unsuffixed(linked.len());
    Some(template! {
        [first, count, rows, cases] {
            let __status_docs_rows: [__StatusDocsRow; #count] = [#rows];
            let mut __status_docs_docs = [doc_of(#first); #count];
            let mut __status_docs_index = 0;
            while __status_docs_index < #count {
                __status_docs_docs[__status_docs_index] = doc_of(__status_docs_rows[__status_docs_index]);
                __status_docs_index += 1;
            }
            #cases
        }
    })
}
