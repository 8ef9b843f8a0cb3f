//! By code; where codes are texts, by row.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Impl, rank};
use crate::render::scope::uncallable;
use crate::render::target::{Kind, Target};
use crate::template::template;

pub(super) const IMPL: Impl = Impl { word: "Hash", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let body = match rank(target, &quote!(*self)) {
        Some(own) => quote!(::core::hash::Hash::hash(&#own, state);),
        None => uncallable(target.krate),
    };
    template! {
        [ident, body]
        #[automatically_derived]
        impl ::core::hash::Hash for #ident {
            #[inline]
            fn hash<__StatusDocsHasher: ::core::hash::Hasher>(&self, state: &mut __StatusDocsHasher) {
                #body
            }
        }
    }
}
