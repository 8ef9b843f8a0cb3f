//! A status can be the source of an error, as `?` and `#[from]` require.

use proc_macro2::TokenStream;
use quote::quote;

use super::Impl;
use crate::render::target::{Bounds, Kind, Target};

pub(super) const IMPL: Impl = Impl { word: "Error", when: Kind::is_emitted, emit };

/// Only if the type is `Debug` and `Display`: `without(…)` may leave these to the user, who may not write them.
fn emit(target: &Target<'_>) -> TokenStream {
    let asked = [quote!(::core::fmt::Debug), quote!(::core::fmt::Display)];
    let header = target.header(&quote!(::core::error::Error), Bounds { lazy: &asked, ..Bounds::default() });
    quote!(#header {})
}
