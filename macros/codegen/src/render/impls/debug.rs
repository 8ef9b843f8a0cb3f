//! The name of the variant, as the derive would write it; the derive compiles slowly for many variants.

use proc_macro2::TokenStream;
use quote::quote;

use super::Impl;
use crate::render::codes;
use crate::render::target::{Kind, Target};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "Debug", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let name = codes::read(target, "name", &quote!(*self));
    let body = if target.layout.is_some() { quote!(formatter.write_str(#name)) } else { name };
    template! {
        [ident, body]
        /// Writes the name of the variant.
        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}
