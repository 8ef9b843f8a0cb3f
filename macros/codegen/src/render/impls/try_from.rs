//! The status of a code, or an error that keeps the code.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::CodeType;

use super::Impl;
use crate::render::target::{Kind, Target, query};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "TryFrom", when: Kind::is_table, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let krate = target.krate;
    let (lifetime, code) = match target.code {
        CodeType::Int(_) => (None, query(target.code)),
        CodeType::Text => (Some(quote!('__status_docs_code)), quote!(&'__status_docs_code ::core::primitive::str)),
    };
    let of = quote!(::core::convert::TryFrom<#code>);
    let header = target.header_with(lifetime, &of, target.bounds());
    template! {
        [header, krate, code]
        /// The status with this code; the error keeps a code that the table does not know.
        #header {
            type Error = #krate::UnknownCode<Self, #code>;

            #[inline]
            fn try_from(code: #code) -> ::core::result::Result<Self, #krate::UnknownCode<Self, #code>> {
                #krate::__private::try_from_code(code)
            }
        }
    }
}
