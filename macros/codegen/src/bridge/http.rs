//! A status as `http::StatusCode`, and back.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use status_docs_data::{CodeType, Role};

use super::{Asked, Body, Bridge, Bridged};
use crate::render::target::code_type;
use crate::template::template;

pub(super) const BRIDGE: Bridge =
    Bridge { word: "http", has_path: true, options: &[], role: Some(Role::Http), derives: &[], body: Body::None, emit };

fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let status = quote_spanned!(place=> #path::StatusCode);
    let checked = bridged.checked(asked);
    let body = template! {
        place=> [checked, status, krate]
        #checked
        match #status::from_u16(#krate::__private::http_status(&#krate::StatusDocs::docs(__status_docs_status))) {
            ::core::result::Result::Ok(__status_docs_status) => __status_docs_status,
            ::core::result::Result::Err(_) => #status::INTERNAL_SERVER_ERROR,
        }
    };
    let conversion = bridged.conversion(asked, &status, &[], &body);
    let back = bridged.is_code(Role::Http).then(|| back(bridged, asked, &status));
    quote!(#conversion #back)
}

/// Only where the codes themselves are the HTTP statuses: with a column, many rows may share one.
fn back(bridged: &Bridged<'_>, asked: &Asked, status: &TokenStream) -> Option<TokenStream> {
    let CodeType::Int(int) = bridged.target.code else { return None };
    let (place, krate) = (asked.place(), bridged.target.krate);
    let number = quote!(::core::primitive::u16);
    let code = code_type(bridged.target.code);
    let code = match (int.bits, int.signed) {
        (16, false) => quote_spanned!(place=> ::core::option::Option::Some(__status_docs_number)),
        (32.., _) => template! {
            place=> [code, number]
            ::core::option::Option::Some(<#code as ::core::convert::From<#number>>::from(__status_docs_number))
        },
        _ => template! {
            place=> [code, number]
            <#code as ::core::convert::TryFrom<#number>>::try_from(__status_docs_number).ok()
        },
    };
    let header = bridged.header(asked, &quote_spanned!(place=> ::core::convert::TryFrom<#status>), &[]);
    let error = quote!(#krate::UnknownCode<Self, #number>);
    Some(template! {
        place=> [header, error, status, number, code, krate]
        #header {
            type Error = #error;

            fn try_from(__status_docs_status: #status) -> ::core::result::Result<Self, #error> {
                let __status_docs_number: #number = __status_docs_status.as_u16();
                let __status_docs_found = #code.and_then(<Self as #krate::StatusTable>::from_code);
                #krate::__private::try_from_foreign(__status_docs_found, __status_docs_number)
            }
        }
    })
}
