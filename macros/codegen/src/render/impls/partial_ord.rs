//! By code; where codes are texts, by row.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Impl, rank};
use crate::render::scope::uncallable;
use crate::render::target::{Kind, Target};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "PartialOrd", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let body = match (rank(target, &quote!(*self)), rank(target, &quote!(*other))) {
        (Some(own), Some(others)) => quote!(::core::cmp::PartialOrd::partial_cmp(&#own, &#others)),
        _ => uncallable(target.krate),
    };
    template! {
        [ident, body]
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #ident {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                #body
            }
        }
    }
}
