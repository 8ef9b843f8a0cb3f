//! By code; where codes are texts, by row.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Impl, rank};
use crate::render::target::{Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Ord", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let body = rank(target, &|rank| {
        let (own, others) = (rank(&quote!(*self)), rank(&quote!(*other)));
        quote!(::core::cmp::Ord::cmp(&#own, &#others))
    });
    quote! {
        #[automatically_derived]
        impl ::core::cmp::Ord for #ident {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                #body
            }
        }
    }
}
