//! Code and reason phrase.

use quote::quote;

use super::{Emitted, Impl};
use crate::render::target::{Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Display", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> Emitted {
    let (krate, ident) = (target.krate, &target.ident);
    Emitted::Item(quote! {
        /// Writes code and reason phrase.
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #krate::__private::display(formatter, Self::code(*self), Self::reason(*self))
            }
        }
    })
}
