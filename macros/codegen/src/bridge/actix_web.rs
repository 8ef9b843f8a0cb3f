//! A value as the error of a handler.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use status_docs_data::Role;

use super::{Asked, Asks, Body, Bridge, Bridged, answer};
use crate::template::template;

pub(super) const BRIDGE: Bridge = Bridge {
    word: "actix_web",
    has_path: true,
    options: answer::OPTIONS,
    role: Some(Role::Http),
    derives: &[],
    body: Body::Sent,
    emit,
};

fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let header = bridged.header(asked, &quote_spanned!(place=> #path::ResponseError), &[Asks::Debug, Asks::Display]);
    let this = quote_spanned!(place=> self);
    let problem = answer::problem(bridged, asked, &this);
    let plain = template! {
        place=> [path]
        #path::HttpResponse::build(#path::ResponseError::status_code(self))
            .content_type("application/problem+json")
            .body(::std::string::ToString::to_string(&__status_docs_problem))
    };
    // What cannot be serialized is left out: the framework would answer with what went wrong.
    let extended = template! {
        place=> [path, plain]
        match #path::HttpResponse::build(#path::ResponseError::status_code(self))
            .content_type("application/problem+json")
            .json(__status_docs_extended)
        {
            __status_docs_response if __status_docs_response.error().is_none() => __status_docs_response,
            _ => #plain,
        }
    };
    let default = answer::members(bridged, asked, &this, &extended, plain);
    let response = answer::response(asked, &this, default);
    // The framework reads the headers, and refuses what is none.
    let headers = asked.option("headers").map(|headers| {
        let place = asked.place_of("headers");
        template! {
            place=> [path, headers, this]
            let mut __status_docs_builder = #path::HttpResponse::Ok();
            let __status_docs_headers = #headers(#this, &__status_docs_problem);
            for __status_docs_header in ::core::iter::IntoIterator::into_iter(__status_docs_headers) {
                let _ = __status_docs_builder.insert_header(__status_docs_header);
            }
            let __status_docs_made = __status_docs_builder.finish();
            if __status_docs_made.error().is_some() {
                return __status_docs_made;
            }
            for (__status_docs_name, __status_docs_value) in __status_docs_made.headers() {
                __status_docs_response.headers_mut().insert(
                    ::core::clone::Clone::clone(__status_docs_name),
                    ::core::clone::Clone::clone(__status_docs_value),
                );
            }
        }
    });
    let sent = bridged.sent(asked, &quote_spanned!(place=> #krate::StatusDocs::docs(self)));
    template! {
        place=> [header, path, krate, sent, problem, response, headers]
        #header {
            fn status_code(&self) -> #path::http::StatusCode {
                match #path::http::StatusCode::from_u16(#krate::__private::http_status(&#sent)) {
                    ::core::result::Result::Ok(__status_docs_status) => __status_docs_status,
                    ::core::result::Result::Err(_) => #path::http::StatusCode::INTERNAL_SERVER_ERROR,
                }
            }

            fn error_response(&self) -> #path::HttpResponse {
                #problem
                let mut __status_docs_response: #path::HttpResponse = #response;
                if __status_docs_response.status().as_u16() == 200 {
                    *__status_docs_response.status_mut() = #path::ResponseError::status_code(self);
                }
                #headers
                let _ = __status_docs_response.extensions_mut().insert(__status_docs_doc);
                __status_docs_response
            }
        }
    }
}
