//! Everything that names a status: code, name, phrase, code and phrase.

use proc_macro2::TokenStream;
use quote::quote;

use super::Impl;
use crate::render::codes;
use crate::render::target::{Kind, Target};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "FromStr", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let (krate, ident) = (target.krate, &target.ident);
    let found = codes::lookup(target, &quote!(#krate::__private::row_of_any::<Self>(text, row_of)));
    template! {
        [ident, krate, found]
        /// Parses the code, the name, a reason phrase or alias in any ASCII case, or code and phrase.
        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = #krate::ParseStatusError;

            #[inline]
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, #krate::ParseStatusError> {
                #krate::__private::parsed(#found)
            }
        }
    }
}
