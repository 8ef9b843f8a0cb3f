//! By the discriminant.

use quote::quote;

use super::{Emitted, Impl};
use crate::render::target::{Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Hash", when: Kind::is_emitted, emit };

fn emit(_: &Target<'_>) -> Emitted {
    Emitted::Derive(quote!(::core::hash::Hash))
}
