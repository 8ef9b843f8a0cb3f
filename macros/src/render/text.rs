//! Literals as text, and text as tokens.

use std::fmt::Write;

use proc_macro2::{Literal, TokenStream};

/// Text that we wrote → tokens.
///
/// It holds nothing but literals and identifiers that were checked; if it were wrong all the same,
/// the compiler is told so in place of a panic.
pub(crate) fn tokens(text: &str) -> TokenStream {
    crate::lex(text).unwrap_or_else(|| {
        quote::quote!(::core::compile_error! { "status-docs wrote code that does not parse; please report this" })
    })
}

/// `b"\x01\0\x02\0"`: so many bytes a number, the low one first.
pub(super) fn bytes(numbers: &[usize], width: usize) -> Literal {
    let mut bytes = Vec::with_capacity(numbers.len() * width);
    for number in numbers {
        bytes.extend(number.to_le_bytes().into_iter().take(width));
    }
    Literal::byte_string(&bytes)
}

/// `Fault::DoorForced,Fault::DoorHeld,`
pub(crate) fn variants<'t>(of: &str, names: impl IntoIterator<Item = &'t str>) -> TokenStream {
    let mut text = String::new();
    for name in names {
        let _ = write!(text, "{of}::{name},");
    }
    tokens(&text)
}

/// `0=>Fault::DoorForced,1=>Fault::DoorHeld,`
pub(super) fn arms<'t>(of: &str, names: impl IntoIterator<Item = &'t str>) -> TokenStream {
    let mut text = String::new();
    for (index, name) in names.into_iter().enumerate() {
        let _ = write!(text, "{index}=>{of}::{name},");
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
