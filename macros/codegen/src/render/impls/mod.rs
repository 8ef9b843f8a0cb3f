//! The impls that a user may write instead: one file each, with one value [`Impl`].

mod debug;
mod display;
mod error;
mod from;
mod from_str;
mod hash;
mod ord;
mod partial_ord;
mod try_from;

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Rule;
use syn::Ident;

use super::target::{Kind, Target};
use crate::attr::{Errors, unknown};

/// An impl that is emitted unless `without(…)` leaves it to the user.
pub(crate) struct Impl {
    /// What `without(…)` calls it.
    word: &'static str,
    /// Which types have it.
    when: fn(Kind) -> bool,
    emit: fn(&Target<'_>) -> Emitted,
}

/// What an impl is emitted as.
enum Emitted {
    /// An item.
    Item(TokenStream),
    /// An entry of the enum's `#[derive(…)]`.
    Derive(TokenStream),
}

/// All of them, in the order in which they are emitted.
static IMPLS: [&Impl; 9] = [
    &debug::IMPL,
    &display::IMPL,
    &error::IMPL,
    &from_str::IMPL,
    &try_from::IMPL,
    &from::IMPL,
    &partial_ord::IMPL,
    &ord::IMPL,
    &hash::IMPL,
];

/// Reports names in `without(…)` for which a type of this kind has no impl.
pub(crate) fn check(kind: Kind, without: &[Ident], errors: &mut Errors) {
    let mut words: Vec<_> = IMPLS.iter().filter(|of| (of.when)(kind)).map(|of| of.word).collect();
    words.sort_unstable();
    for name in without.iter().filter(|name| !words.iter().any(|word| name == word)) {
        errors.push(Rule::UnknownWord, unknown(name, words.iter().copied(), ""));
    }
}

/// The impls of a type, without those that the user writes.
#[derive(Default)]
pub(crate) struct Impls {
    pub(crate) items: TokenStream,
    /// Entries of the enum's `#[derive(…)]`.
    pub(crate) derives: TokenStream,
}

impl Impls {
    pub(crate) fn of(target: &Target<'_>, without: &[Ident]) -> Self {
        let mut impls = Self::default();
        for of in IMPLS.iter().filter(|of| (of.when)(target.kind()) && !without.iter().any(|word| word == of.word)) {
            match (of.emit)(target) {
                Emitted::Item(item) => impls.items.extend(item),
                Emitted::Derive(path) => impls.derives.extend(quote!(#path,)),
            }
        }
        impls
    }
}

#[cfg(test)]
mod tests {
    use super::IMPLS;
    use crate::rustdoc_tables::{code_in, rows};

    #[test]
    fn the_front_page_has_every_impl() {
        let rows = rows("../../runtime/src/lib.rs", "For [`status_table!`]:");
        let row = rows.iter().find(|row| row.contains("| `without(")).unwrap();
        let documented: Vec<&str> = code_in(row).skip(1).collect();
        let mut words = IMPLS.map(|of| of.word);
        words.sort_unstable();
        assert_eq!(documented, words);
    }
}
