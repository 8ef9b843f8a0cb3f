//! What is emitted beside the errors: the impls without any row, so that the trait bounds in the user's other code
//! still hold.

use proc_macro2::TokenStream;
use quote::quote;

use super::input::DeriveRequest;
use super::render::{coded, columns, open_impls, target};
use crate::render::target::Bounds;
use crate::template::template;

pub(crate) fn stub(request: &DeriveRequest) -> TokenStream {
    let krate = &request.krate;
    let code = request.code_type();
    let target = target(request);
    let cases_header = target.header(&quote!(#krate::StatusCases), Bounds::default());
    let docs_header = target.header(&quote!(#krate::StatusDocs), Bounds::default());
    // Only an enum can be `exhaustive`.
    let is_fieldless = request.variants.iter().all(|variant| variant.is_fieldless);
    let table = (request.exhaustive.is_some() && is_fieldless).then(|| open_impls(request));
    let display = request.displays_itself.then(|| {
        let header = target.header(&quote!(::core::fmt::Display), Bounds::default());
        template! {
            [header]
            #header {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::unreachable!()
                }
            }
        }
    });
    let columns = columns::stub(request);
    let from = coded::from_stub(request);
    template! {
        [display, columns, from, docs_header, code, krate, cases_header, table]
        #display
        #columns
        #from

        #docs_header {
            type Code = #code;

            fn docs(&self) -> #krate::StatusDoc<#code> {
                ::core::unreachable!()
            }
        }
        #cases_header {
            const CASES: &'static [#krate::Case<#code>] = &[];
        }
        #table
    }
}
