//! By code; where codes are texts, by row.

use quote::quote;

use super::{Emitted, Impl};
use crate::render::target::{Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "PartialOrd", when: Kind::is_emitted, emit };

fn emit(_: &Target<'_>) -> Emitted {
    Emitted::Derive(quote!(::core::cmp::PartialOrd))
}
