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
use status_docs_data::{CodeType, Rule, name, order};
use syn::Ident;
use syn::ext::IdentExt;

use super::target::{Kind, Target};
use super::{codes, methods};
use crate::attr::{Errors, unknown};

/// An impl that is emitted unless `without(…)` leaves it to the user.
pub(crate) struct Impl {
    /// What `without(…)` calls it.
    word: &'static str,
    /// Which types have it.
    when: fn(Kind) -> bool,
    emit: fn(&Target<'_>) -> TokenStream,
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

/// Reports names in `without(…)` that neither an impl nor an inherent item of a type of this kind has. `columns` are
/// those of its typed columns, which are reported later.
pub(crate) fn check(kind: Kind, without: &[Ident], columns: &[&Ident], errors: &mut Errors) {
    let mut words: Vec<&str> = Vec::new();
    for of in IMPLS {
        if (of.when)(kind) {
            words.push(of.word);
        }
    }
    order::sort(&mut words, Ord::cmp);
    let mut all = words.clone();
    // Only an emitted enum has inherent items of ours, which are too many to list.
    if kind.is_emitted() {
        all.extend(methods::names());
    }
    let further = if kind.is_emitted() { ", or a method of the table" } else { "" };
    // An impl is in upper case, a method is not.
    let is_upper = |word: &str| word.starts_with(|first: char| first.is_ascii_uppercase());
    for name in without {
        let written = name.unraw().to_string();
        if columns.contains(&name) || all.contains(&written.as_str()) {
            continue;
        }
        let mut alike = Vec::new();
        for word in &all {
            if is_upper(word) == is_upper(&written) {
                alike.push(*word);
            }
        }
        let is_close = name::closest(&written, alike.iter().copied()).is_some();
        let (among, further) = if is_close { (alike, "") } else { (words.clone(), further) };
        errors.push(Rule::UnknownWord, unknown(name, among.into_iter(), further));
    }
}

/// The impls of a type, without those that the user writes.
///
/// None is derived: the compiler expands a derive on each edit, and each costs a seventh of what checking the enum does.
pub(crate) fn of(target: &Target<'_>, without: &[Ident]) -> TokenStream {
    let mut impls = TokenStream::new();
    for of in IMPLS {
        if (of.when)(target.kind()) && !without.iter().any(|word| word == of.word) {
            impls.extend((of.emit)(target));
        }
    }
    impls
}

/// What a status is ordered by: its code, or its row where codes are texts. `None` if there is no status.
fn rank(target: &Target<'_>, status: &TokenStream) -> Option<TokenStream> {
    target.layout?;
    Some(match target.code {
        CodeType::Text => quote!(row_of(#status)),
        CodeType::Int(_) => {
            let code = codes::code_of(target, status);
            quote!((#code))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{IMPLS, methods};
    use crate::rustdoc_tables::{code_in, rows};

    #[test]
    fn the_front_page_has_every_impl() {
        let rows = rows("../../runtime/src/lib.rs", "For [`status_table!`]:");
        let row = rows.iter().find(|row| row.contains("| `without(")).unwrap();
        let documented: Vec<&str> = code_in(row).skip(1).collect();
        let mut words = IMPLS.map(|of| of.word).to_vec();
        words.sort_unstable();
        words.extend(methods::names());
        assert_eq!(documented, words);
    }
}
