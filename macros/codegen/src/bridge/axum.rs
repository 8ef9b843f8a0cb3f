//! A value as the answer of a handler.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use status_docs_data::Role;

use super::{Asked, Asks, Body, Bridge, Bridged, Choice, answer};
use crate::template::template;

/// The crate may be `axum_core`: everything that is named exists in both.
pub(super) const BRIDGE: Bridge = Bridge {
    word: "axum",
    has_path: true,
    options: OPTIONS,
    role: Some(Role::Http),
    derives: &[],
    body: Body::Sent,
    emit,
};

/// Those of other frameworks, and that a response can be had in another language.
const OPTIONS: &[Choice] = &[
    Choice::Flag("tips"),
    Choice::Flag("tracing"),
    Choice::Flag("languages"),
    Choice::Path("body"),
    Choice::Path("members"),
    Choice::Path("headers"),
];

/// The status is given as a number, so that nothing from the user's `http` has to be named. The doc is attached for the
/// user's middleware, which may log it, count it, or add the `instance`.
fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place) = (asked.path(), asked.place());
    let trait_ = quote_spanned!(place=> #path::response::IntoResponse);
    let has_languages = asked.has("languages");
    let mut asks = answer::asks(bridged, asked).to_vec();
    if has_languages {
        asks.push(Asks::Shared);
    }
    let header = bridged.header(asked, &trait_, &asks);
    let this = if has_languages { quote_spanned!(place=> __status_docs_this) } else { quote_spanned!(place=> &self) };
    let problem = answer::problem(bridged, asked, &this);
    let plain = template! { place=> [path] #path::response::IntoResponse::into_response((
        [("content-type", "application/problem+json")],
        ::std::string::ToString::to_string(&__status_docs_problem),
    )) };
    // What cannot be serialized is left out: the framework would answer with what went wrong.
    let extended = template! {
        place=> [path, plain]
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
    let language = has_languages.then(|| answer::content_language(bridged, asked, &this));
    let answer = template! {
                place=> [problem, path, response, language]
                #problem
                let mut __status_docs_response = #path::response::IntoResponse::into_response(#response);
                if __status_docs_response.status().as_u16() == 200 {
                    if let ::core::result::Result::Ok(__status_docs_status) =
                        ::core::convert::TryFrom::try_from(__status_docs_problem.status())
                    {
                        *__status_docs_response.status_mut() = __status_docs_status;
                    }
                }
                #language
                let _ = __status_docs_response.extensions_mut().insert(__status_docs_doc);
                __status_docs_response
    };
    let answer = if has_languages { in_languages(bridged, asked, &answer) } else { answer };
    quote_spanned! {place=>
        #header {
            fn into_response(self) -> #path::response::Response {
                #answer
            }
        }
    }
}

/// The response as it always is, and among its extensions what answers the same in a language: there is no request here
/// that could say which.
fn in_languages(bridged: &Bridged<'_>, asked: &Asked, answer: &TokenStream) -> TokenStream {
    let (path, krate) = (asked.path(), bridged.target.krate);
    let place = asked.place_of("languages");
    let response = quote_spanned!(place=> #path::response::Response);
    template! {
        place=> [krate, response, answer]
        let __status_docs_answer =
            |__status_docs_this: &Self,
             __status_docs_language: ::core::option::Option<#krate::Language>|
             -> #response { #answer };
        let __status_docs_response = __status_docs_answer(&self, ::core::option::Option::None);
        let __status_docs_in: ::std::sync::Arc<
            dyn ::core::ops::Fn(#krate::Language) -> #response + ::core::marker::Send + ::core::marker::Sync,
        > = ::std::sync::Arc::new(move |__status_docs_language| {
            __status_docs_answer(&self, ::core::option::Option::Some(__status_docs_language))
        });
        let mut __status_docs_response: #response = __status_docs_response;
        let _ = __status_docs_response.extensions_mut().insert(__status_docs_in);
        __status_docs_response
    }
}
