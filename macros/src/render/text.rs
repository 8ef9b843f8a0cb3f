//! Literals as text, and text as tokens.

use std::fmt::{Display, Write};

use proc_macro2::TokenStream;

/// Text that we wrote → tokens.
///
/// It holds nothing but literals and identifiers that were checked; if it were wrong all the same,
/// the compiler is told so in place of a panic.
pub(crate) fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|_| {
        quote::quote!(::core::compile_error! { "status-docs wrote code that does not parse; please report this" })
    })
}

/// `1,2,3,`
pub(crate) fn numbers(numbers: impl IntoIterator<Item = impl Display>) -> TokenStream {
    let mut text = String::new();
    for number in numbers {
        let _ = write!(text, "{number},");
    }
    tokens(&text)
}

/// `Fault::DoorForced,Fault::DoorHeld,`
pub(crate) fn variants<'t>(of: &str, names: impl IntoIterator<Item = &'t str>) -> TokenStream {
    let mut text = String::new();
    for name in names {
        let _ = write!(text, "{of}::{name},");
    }
    tokens(&text)
}

/// `"a","b",`
pub(crate) fn strings<'t>(strings: impl IntoIterator<Item = &'t str>) -> TokenStream {
    let mut text = String::new();
    for string in strings {
        let _ = write!(text, "{string:?},");
    }
    tokens(&text)
}
