//! Literals as text, and text as tokens.

use std::borrow::Cow;
use std::fmt::Write;

use proc_macro2::{Literal, Span, TokenStream};

use super::target::Target;

/// Text that we wrote → tokens.
///
/// It holds nothing but literals and identifiers that were checked; if it were wrong nevertheless, a compile error is
/// emitted in place of a panic.
pub(crate) fn tokens(text: &str) -> TokenStream {
    crate::lex(text).unwrap_or_else(unlexed)
}

/// The same for items whose names an editor can go to: it then shows the user's token with this span.
pub(super) fn named(text: &str, span: Span) -> TokenStream {
    crate::lex_named(text, span).unwrap_or_else(unlexed)
}

fn unlexed() -> TokenStream {
    quote::quote!(::core::compile_error! { "status-docs wrote code that does not parse; please report this" })
}

/// Writes a string literal as `{text:?}` does. That checks every character for being printable, as `Literal::string`
/// does: together a fifth of an expansion's time. Here, runs of common characters are copied at once.
pub(crate) fn push_string(source: &mut String, text: &str) {
    let begin = source.len();
    source.reserve(text.len());
    source.push('"');
    let (mut copied, mut rest) = (0, text.as_bytes());
    loop {
        rest = after_plain(rest);
        let at = text.len() - rest.len();
        source.push_str(text.get(copied..at).unwrap_or_default());
        let (mark, behind) = match rest {
            [] => break,
            [b'\n', behind @ ..] => ("\\n", behind),
            [b'"', behind @ ..] => ("\\\"", behind),
            [b'\\', behind @ ..] => ("\\\\", behind),
            _ => {
                source.truncate(begin);
                let _ = write!(source, "{text:?}");
                return;
            }
        };
        source.push_str(mark);
        (copied, rest) = (at + 1, behind);
    }
    source.push('"');
}

/// The rest after the leading bytes that are visible and need no escape in a literal: printable ASCII, the letters of
/// Latin-1, and the signs that cards use (`·`, `§`, dashes).
///
/// Four at a time: in unoptimised code, a step costs more than the comparisons in it.
fn after_plain(mut rest: &[u8]) -> &[u8] {
    macro_rules! plain {
        () => {
            b']'..=b'~' | b'#'..=b'[' | b' '..=b'!'
        };
    }
    while let [plain!(), plain!(), plain!(), plain!(), behind @ ..]
    | [plain!(), behind @ ..]
    | [0xc2, 0xa1..=0xac | 0xae..=0xbf, behind @ ..]
    | [0xc3, _, behind @ ..]
    | [0xe2, 0x80, 0x90..=0xa7, behind @ ..] = rest
    {
        rest = behind;
    }
    rest
}

/// A string literal of a text that may be long, as a column's joined texts are.
pub(crate) fn string(text: &str) -> TokenStream {
    let mut source = String::new();
    push_string(&mut source, text);
    tokens(&source)
}

/// `b"\x01\0\x02\0"`: one, two or four bytes per number, little-endian.
pub(super) fn bytes(numbers: &[usize], width: usize) -> Literal {
    let mut bytes = Vec::with_capacity(numbers.len() * width);
    for number in numbers {
        let [first, second, third, fourth, ..] = number.to_le_bytes();
        bytes.push(first);
        if width > 1 {
            bytes.push(second);
        }
        if width > 2 {
            bytes.push(third);
            bytes.push(fourth);
        }
    }
    Literal::byte_string(&bytes)
}

/// `Fault::DoorForced,Fault::DoorHeld,`
pub(super) fn variants(target: &Target<'_>) -> TokenStream {
    let (ident, fields) = (target.ident.to_string(), target.fields());
    let mut text = String::new();
    for name in &target.variants {
        let _ = write!(text, "{ident}::{name}{fields},");
    }
    tokens(&text)
}

/// `0=>Fault::DoorForced,1=>Fault::DoorHeld,` for some of the variants.
pub(super) fn arms(target: &Target<'_>, names: &[Cow<'_, str>]) -> TokenStream {
    let (ident, fields) = (target.ident.to_string(), target.fields());
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        let _ = write!(text, "{index}=>{ident}::{name}{fields},");
    }
    tokens(&text)
}

/// `"a","b",`
pub(crate) fn strings<'t>(strings: impl IntoIterator<Item = &'t str>) -> TokenStream {
    let mut text = String::new();
    for string in strings {
        push_string(&mut text, string);
        text.push(',');
    }
    tokens(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn literal(text: &str) -> String {
        let mut literal = String::new();
        push_string(&mut literal, text);
        literal
    }

    #[test]
    fn what_most_texts_are_made_of_stands_as_it_is() {
        for text in ["Not Found", "**404** \u{2014} caf\u{e9} \u{b7} RFC \u{a7}15\n\n\"\\\"", "", "\u{201c}x\u{201d}"] {
            assert_eq!(literal(text), format!("{text:?}"));
        }
        // Neither hidden nor turned around, and no carriage return, which would not parse.
        assert_eq!(literal("a\u{ad}b\u{202e}c\u{200b}\r\0"), r#""a\u{ad}b\u{202e}c\u{200b}\r\0""#);
    }

    #[test]
    fn what_is_no_code_is_an_error_and_no_panic() {
        let error = "status-docs wrote code that does not parse; please report this";
        for (text, is_code) in [("E::A,E::B,", true), ("\"", false), ("(", false), ("'ab", true), ("\u{0}", false)] {
            for tokens in [tokens(text), named(text, Span::call_site())] {
                assert_eq!(tokens.to_string().contains(error), !is_code, "{text:?}: {tokens}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_literal_is_what_debug_writes(text in "[ -~\n]{0,24}|.{0,12}|[\u{80}-\u{ff}\u{2000}-\u{203f}\\\\\"]{0,12}") {
            prop_assert_eq!(literal(&text), format!("{:?}", text));
        }
    }
}
