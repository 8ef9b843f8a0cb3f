//! The code of a status.

use quote::quote;

use super::{Emitted, Impl};
use crate::render::codes;
use crate::render::target::{Kind, Target, code_type};

pub(super) const IMPL: Impl = Impl { word: "From", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> Emitted {
    let ident = &target.ident;
    let code = code_type(target.code);
    let read = codes::code_of(target, &quote!(code));
    Emitted::Item(quote! {
        /// The status code.
        impl ::core::convert::From<#ident> for #code {
            #[inline]
            fn from(code: #ident) -> Self {
                #read
            }
        }
    })
}
