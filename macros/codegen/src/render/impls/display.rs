//! Code and reason phrase.

use quote::quote;
use status_docs_data::Notation;

use super::{Emitted, Impl};
use crate::render::target::{Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Display", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> Emitted {
    let (krate, ident) = (target.krate, &target.ident);
    let code = match target.notation {
        Notation::Decimal => quote!(Self::code(*self)),
        Notation::Hex { .. } => quote!(#krate::__private::shown::<Self>(&Self::code(*self))),
    };
    Emitted::Item(quote! {
        /// Writes code and reason phrase.
        impl ::core::fmt::Display for #ident {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #krate::__private::display(formatter, #code, Self::reason(*self))
            }
        }
    })
}
