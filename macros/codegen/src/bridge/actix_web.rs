//! A value as the error of a handler.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use status_docs_data::Role;

use super::{Asked, Asks, Body, Bridge, Bridged, answer};

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
    let problem = answer::problem(bridged, asked, &quote_spanned!(place=> self));
    let default = quote_spanned! {place=>
        #path::HttpResponse::build(#path::ResponseError::status_code(self))
            .content_type("application/problem+json")
            .body(::std::string::ToString::to_string(&__status_docs_problem))
    };
    let response = answer::response(asked, default);
    quote_spanned! {place=>
        #header {
            fn status_code(&self) -> #path::http::StatusCode {
                match #path::http::StatusCode::from_u16(
                    #krate::__private::http_status(&#krate::__private::sent(#krate::StatusDocs::docs(self))),
                ) {
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
                let _ = __status_docs_response.extensions_mut().insert(__status_docs_doc);
                __status_docs_response
            }
        }
    }
}
