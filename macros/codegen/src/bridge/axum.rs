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
    let this = quote_spanned!(place=> &self);
    let problem = answer::problem(bridged, asked, &this);
    let plain = quote_spanned! {place=> #path::response::IntoResponse::into_response((
        [("content-type", "application/problem+json")],
        ::std::string::ToString::to_string(&__status_docs_problem),
    ))};
    // What cannot be serialized is left out: the framework would answer with what went wrong.
    let extended = quote_spanned! {place=>
        match #path::response::IntoResponse::into_response((
            [("content-type", "application/problem+json")],
            #path::Json(__status_docs_extended),
        )) {
            __status_docs_response if __status_docs_response.status().as_u16() == 200 => __status_docs_response,
            _ => #plain,
        }
    };
    let default = answer::members(bridged, asked, &this, &extended, plain);
    let mut response = answer::response(asked, &this, default);
    if let Some(headers) = asked.option("headers") {
        let place = asked.place_of("headers");
        response = quote_spanned!(place=> (#headers(#this, &__status_docs_problem), #response));
    }
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
