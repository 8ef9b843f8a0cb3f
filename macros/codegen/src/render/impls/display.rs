//! Code and reason phrase.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Notation;

use super::Impl;
use crate::render::codes;
use crate::render::target::{Kind, Target};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "Display", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let (krate, ident) = (target.krate, &target.ident);
    let code = codes::code_of(target, &quote!(*self));
    let code = match target.notation {
        Notation::Hex { .. } if target.layout.is_some() => quote!(#krate::__private::shown::<Self>(&(#code))),
        _ => code,
    };
    let reason = codes::read(target, "reason", &quote!(*self));
    let body = match target.layout {
        None => reason,
        Some(_) => quote!(#krate::__private::display(formatter, #code, #reason)),
    };
    template! {
        [ident, body]
        /// Writes code and reason phrase.
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}
