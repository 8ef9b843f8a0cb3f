//! The code of a status.

use proc_macro2::TokenStream;
use quote::quote;

use super::Impl;
use crate::render::codes;
use crate::render::target::{Kind, Target, code_type};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "From", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let code = code_type(target.code);
    let read = codes::code_of(target, &quote!(code));
    template! {
        [ident, code, read]
        /// The status code.
        #[automatically_derived]
        impl ::core::convert::From<#ident> for #code {
            #[inline]
            fn from(code: #ident) -> Self {
                #read
            }
        }
    }
}
