//! That a status can be the source of an error: `?` and `#[from]` ask for it.

use quote::quote;

use super::{Emitted, Impl};
use crate::render::target::{Bounds, Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Error", when: Kind::is_emitted, emit };

/// Only if the type is `Debug` and `Display`, which may be left to the user, who may leave them out.
fn emit(target: &Target<'_>) -> Emitted {
    let asked = [quote!(::core::fmt::Debug), quote!(::core::fmt::Display)];
    let header = target.header(&quote!(::core::error::Error), Bounds { lazy: &asked, ..Bounds::default() });
    Emitted::Item(quote!(#header {}))
}
