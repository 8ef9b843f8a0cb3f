//! A status as `tonic::Code`, and back; an error as `tonic::Status`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use status_docs_data::{CodeType, Role};

use super::{Asked, Body, Bridge, Bridged, Choice, answer, asked};
use crate::render::target::code_type;
use crate::template::template;

pub(super) const BRIDGE: Bridge = Bridge {
    word: "tonic",
    has_path: true,
    options: &[Choice::Flag("tracing"), Choice::Text("domain", asked::domain)],
    role: Some(Role::Grpc),
    derives: &[],
    body: Body::None,
    emit,
};

fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let code = template! {
        place=> [path, krate]
        #path::Code::from_i32(::core::convert::From::from(
            #krate::__private::grpc_code(&#krate::StatusDocs::docs(__status_docs_status)),
        ))
    };
    let code = bridged.conversion(asked, &quote_spanned!(place=> #path::Code), &[], &code);
    let back = bridged.is_code(Role::Grpc).then(|| back(bridged, asked));
    let status = bridged.is_error.then(|| status(bridged, asked));
    quote!(#code #back #status)
}

/// The message is the value's own text where it may be shown, else the phrase.
fn status(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let (bound, told) = answer::texts(bridged, asked, &quote_spanned!(place=> __status_docs_status), None);
    let text = told.map(|told| quote_spanned!(place=> .with_detail(#told)));
    let grpc = quote_spanned!(place=> grpc = #krate::__private::grpc_error(&__status_docs_doc));
    let is_internal = quote_spanned!(place=> #krate::__private::is_internal(&__status_docs_doc));
    let this = quote_spanned!(place=> __status_docs_status);
    let log = answer::log(bridged, asked, &this, &grpc, &is_internal);
    let code = quote_spanned!(place=> #path::Code::from_i32(::core::convert::From::from(__status_docs_code)));
    let status = match asked.text("domain") {
        None => quote_spanned!(place=> #path::Status::new(#code, __status_docs_message)),
        Some(domain) => template! {
            place=> [krate, domain, path, code]
            let mut __status_docs_details = ::std::vec::Vec::new();
            #krate::__private::error_info(
                &__status_docs_doc,
                __status_docs_code,
                &__status_docs_message,
                #domain,
                &mut |__status_docs_byte| __status_docs_details.push(__status_docs_byte),
            );
            #path::Status::with_details(#code, __status_docs_message, ::core::convert::Into::into(__status_docs_details))
        },
    };
    let body = template! {
        place=> [krate, bound, text, log, status]
        let __status_docs_doc = #krate::StatusDocs::docs(__status_docs_status);
        #bound
        let __status_docs_problem = #krate::__private::grpc_problem(&__status_docs_doc) #text;
        #log
        let __status_docs_code = #krate::__private::grpc_error(&__status_docs_doc);
        let __status_docs_message = __status_docs_problem.detail().map_or_else(
            || ::std::string::ToString::to_string(__status_docs_problem.title()),
            ::std::string::ToString::to_string,
        );
        #status
    };
    bridged.conversion(asked, &quote_spanned!(place=> #path::Status), answer::asks(bridged, asked), &body)
}

/// Only where the codes are gRPC's own. They fit every code type.
fn back(bridged: &Bridged<'_>, asked: &Asked) -> Option<TokenStream> {
    let CodeType::Int(int) = bridged.target.code else { return None };
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let code = code_type(bridged.target.code);
    let number = quote!(::core::primitive::i32);
    let header = bridged.header(asked, &quote_spanned!(place=> ::core::convert::TryFrom<#path::Code>), &[]);
    let error = quote!(#krate::UnknownCode<Self, #number>);
    let found = match (int.bits, int.signed) {
        (32, true) => quote_spanned!(place=> ::core::option::Option::Some(__status_docs_number)),
        (64, true) => template! {
            place=> [code, number]
            ::core::option::Option::Some(<#code as ::core::convert::From<#number>>::from(__status_docs_number))
        },
        _ => template! {
            place=> [code, number]
            <#code as ::core::convert::TryFrom<#number>>::try_from(__status_docs_number).ok()
        },
    };
    Some(template! {
        place=> [header, error, path, number, found, krate]
        #header {
            type Error = #error;

            fn try_from(__status_docs_code: #path::Code) -> ::core::result::Result<Self, #error> {
                let __status_docs_number: #number = ::core::convert::From::from(__status_docs_code);
                let __status_docs_found = #found.and_then(<Self as #krate::StatusTable>::from_code);
                #krate::__private::try_from_foreign(__status_docs_found, __status_docs_number)
            }
        }
    })
}
