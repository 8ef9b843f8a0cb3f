//! A value as the answer of a handler.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use status_docs_data::Role;

use super::{Asked, Body, Bridge, Bridged, answer};

/// The crate may be `axum_core`: everything that is named exists in both.
pub(super) const BRIDGE: Bridge = Bridge {
    word: "axum",
    has_path: true,
    options: answer::OPTIONS,
    role: Some(Role::Http),
    derives: &[],
    body: Body::Sent,
    emit,
};

/// The status is given as a number, so that nothing from the user's `http` has to be named. The doc is attached for the
/// user's middleware, which may log it, count it, or add the `instance`.
fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place) = (asked.path(), asked.place());
    let header = bridged.header(asked, &quote_spanned!(place=> #path::response::IntoResponse), answer::asks(bridged));
    let problem = answer::problem(bridged, asked, &quote_spanned!(place=> &self));
    let default = quote_spanned! {place=> (
        [("content-type", "application/problem+json")],
        ::std::string::ToString::to_string(&__status_docs_problem),
    )};
    let response = answer::response(asked, default);
    quote_spanned! {place=>
        #header {
            fn into_response(self) -> #path::response::Response {
                #problem
                let mut __status_docs_response = #path::response::IntoResponse::into_response(#response);
                if __status_docs_response.status().as_u16() == 200 {
                    if let ::core::result::Result::Ok(__status_docs_status) =
                        ::core::convert::TryFrom::try_from(__status_docs_problem.status())
                    {
                        *__status_docs_response.status_mut() = __status_docs_status;
                    }
                }
                let _ = __status_docs_response.extensions_mut().insert(__status_docs_doc);
                __status_docs_response
            }
        }
    }
}
