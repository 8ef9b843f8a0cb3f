//! By code; where codes are texts, by row.

use quote::quote;

use status_docs_data::CodeType;

use super::{Emitted, Impl};
use crate::render::codes;
use crate::render::target::{Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Ord", when: Kind::is_emitted, emit };

fn emit(target: &Target<'_>) -> Emitted {
    // The value of an open table is its row.
    if target.open.is_some() && target.code != CodeType::Text {
        let ident = &target.ident;
        let (own, others) = (codes::code_of(target, &quote!(*self)), codes::code_of(target, &quote!(*other)));
        return Emitted::Item(quote! {
            #[automatically_derived]
            impl ::core::cmp::Ord for #ident {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    ::core::cmp::Ord::cmp(&#own, &#others)
                }
            }
        });
    }
    Emitted::Derive(quote!(::core::cmp::Ord))
}
