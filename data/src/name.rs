//! From a phrase to an identifier, and from a misspelt word to the one that was meant.
//!
//! Texts are split into words as `heck` does it, which a property test checks; our own pass over bytes
//! takes a tenth of its time where a build leaves macros unoptimised, as nearly all builds do.

use std::borrow::Cow;

use crate::markdown;
use crate::text;

/// The `PascalCase` ASCII identifier for a phrase or a name as a table has it.
///
/// A text that already is one (`IMUsed`) stays as it is; everything else is split into words:
/// `I'm a teapot` is `ImATeapot`, `SUCCESSFUL_COMPLETION` is `SuccessfulCompletion`.
///
/// # Errors
///
/// The reason why the text gives none, as the end of a sentence that begins with it.
pub fn pascal(text: &str) -> Result<String, String> {
    let pascal = if text.is_ascii() {
        if is_pascal(text) {
            text.to_owned()
        } else if text.contains('\'') {
            words(&text.replace('\'', ""), Style::Pascal)
        } else {
            words(text, Style::Pascal)
        }
    } else if let Some(odd) = text.chars().find(|&c| !c.is_ascii() && !is_typographic(c)) {
        return Err(format!("has the character {} in it", show(odd)));
    } else {
        let plain: String = text.chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect();
        words(&plain, Style::Pascal)
    };
    match pascal.bytes().next() {
        None => Err("has no letter in it".to_owned()),
        Some(digit) if digit.is_ascii_digit() => Err("begins with a digit".to_owned()),
        Some(_) if pascal == "Self" => Err("is a word that Rust keeps for itself".to_owned()),
        Some(_) => Ok(pascal),
    }
}

/// A row's name as code spells it: a keyword of any edition is raw, as `r#type`. Only `verbatim` names begin in lower
/// case.
pub fn in_code(name: &str) -> Cow<'_, str> {
    let is_keyword = text::begins(name, |c| c.is_ascii_lowercase()) && KEYWORDS.split(' ').any(|word| word == name);
    if is_keyword { Cow::Owned(format!("r#{name}")) } else { Cow::Borrowed(name) }
}

/// The words that are no identifiers in some edition, and have a raw form (the reference's "Keywords": strict and
/// reserved ones).
const KEYWORDS: &str = "abstract as async await become box break const continue do dyn else enum extern false final fn \
                        for gen if impl in let loop macro match mod move mut override priv pub ref return static \
                        struct trait true try type typeof unsafe unsized use virtual where while yield";

/// The words of a text in `PascalCase`, whatever it begins with.
pub(crate) fn words_in_pascal_case(text: &str) -> String {
    words(text, Style::Pascal)
}

/// The `SCREAMING_SNAKE_CASE` form of an ASCII identifier.
pub fn screaming(identifier: &str) -> String {
    words(identifier, Style::Screaming)
}

#[derive(Clone, Copy)]
enum Style {
    Pascal,
    Screaming,
}

#[derive(Clone, Copy)]
enum Kind {
    Lower,
    Upper,
    Digit,
}

/// The words of a text, put together. Whatever is not an ASCII letter or digit separates words,
/// and so do the humps of camel case (`HTTPServer2Go` is `HTTP`, `Server2`, `Go`).
fn words(text: &str, style: Style) -> String {
    const CASE: u8 = 0x20;
    let mut letters: Vec<u8> = Vec::with_capacity(text.len() + 8);
    let mut is_initial = true;
    // The case of the word's last letter; digits do not count.
    let mut before = Kind::Digit;
    let mut rest = text.as_bytes();
    // Slice patterns: where nothing is optimised, `get` is a call into calls.
    while let [byte, after @ ..] = rest {
        rest = after;
        let byte = *byte;
        let here = match byte {
            b'a'..=b'z' => Kind::Lower,
            b'A'..=b'Z' => Kind::Upper,
            b'0'..=b'9' => Kind::Digit,
            _ => {
                is_initial = true;
                before = Kind::Digit;
                continue;
            }
        };
        // A hump: an upper case letter after a lower case one, or between an upper case and a lower case one.
        is_initial |= match (here, before) {
            (Kind::Upper, Kind::Lower) => true,
            (Kind::Upper, Kind::Upper) => matches!(rest, [b'a'..=b'z', ..]),
            _ => false,
        };
        if matches!(style, Style::Screaming) && is_initial && !letters.is_empty() {
            letters.push(b'_');
        }
        letters.push(match (here, style) {
            (Kind::Digit, _) => byte,
            (_, Style::Pascal) if !is_initial => byte | CASE,
            _ => byte & !CASE,
        });
        is_initial = false;
        if !matches!(here, Kind::Digit) {
            before = here;
        }
    }
    String::from_utf8(letters).unwrap_or_default()
}

/// True for what is written as an identifier of mixed case, which is then kept as it is.
fn is_pascal(text: &str) -> bool {
    let mut has_lower = false;
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        match byte {
            b'a'..=b'z' => has_lower = true,
            b'A'..=b'Z' | b'0'..=b'9' => {}
            _ => return false,
        }
        rest = after;
    }
    has_lower && matches!(text.as_bytes(), [b'A'..=b'Z', ..])
}

/// A cell's text as a finding quotes it: on one line, cut where it would fill the screen, and without what nobody
/// sees, the first of which is named.
pub(crate) fn quote(text: &str) -> String {
    let Some(odd) = text.chars().find(|&c| is_odd(c)) else { return quote_seen(text) };
    let what = match odd {
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => format!("a no-break space, {},", show(odd)),
        _ => show(odd),
    };
    format!("{} (with {what} in it)", quote_seen(text))
}

/// The same where the sentence names what nobody sees.
pub(crate) fn quote_seen(text: &str) -> String {
    let (shown, is_cut) = seen(text);
    let end = if is_cut { "\u{2026}" } else { "" };
    format!("\"{shown}\"{end}")
}

/// A text that may be typed as it is shown: what nobody sees is left out of it.
pub(crate) fn typed(text: &str) -> String {
    let (shown, is_cut) = seen(text);
    shown + if is_cut { "\u{2026}" } else { "" }
}

/// What is seen of a text, and whether there is more of it.
fn seen(text: &str) -> (String, bool) {
    const SHOWN: usize = 80;
    let mut shown = String::with_capacity(text.len().min(SHOWN));
    let mut rest = text.chars();
    for c in rest.by_ref().take(SHOWN) {
        match is_odd(c) {
            true if c.is_whitespace() => shown.push(' '),
            true => {}
            false => shown.push(c),
        }
    }
    (shown, rest.next().is_some())
}

/// `A, B and C`
pub fn listed(items: &[impl AsRef<str>], and: &str) -> String {
    let mut list = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 && index + 1 == items.len() {
            list.push(' ');
            list.push_str(and);
            list.push(' ');
        } else if index > 0 {
            list.push_str(", ");
        }
        list.push_str(item.as_ref());
    }
    list
}

/// A character that looks like a space and is another one, or like nothing at all.
fn is_odd(c: char) -> bool {
    (c.is_whitespace() && c != ' ') || (!matches!(c, ' '..='~') && markdown::is_invisible(c))
}

/// Dashes, quotes and spaces that a word processor writes in place of ASCII: they separate words.
fn is_typographic(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2010}'..='\u{201f}' | '\u{2026}' | '\u{202f}')
}

/// A character as a finding shows it: itself and its number, or the number alone if it is invisible.
pub fn show(c: char) -> String {
    let number = u32::from(c);
    let is_sign = matches!(number, 0x21..=0x7e | 0xa1..=0xac | 0xae..=0xbf | 0x2010..=0x2027 | 0x2030..=0x205e);
    let is_symbol = matches!(number, 0x20a0..=0x20c0 | 0x2190..=0x2bff | 0x1f000..=0x1faff);
    if is_sign || is_symbol || c.is_alphanumeric() {
        format!("'{c}' (U+{number:04X})")
    } else {
        format!("U+{number:04X}")
    }
}

/// The candidate that was probably meant, if any is close enough; the first of equally close ones.
pub fn closest<'c>(wanted: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    closest_of(wanted, &mut candidates.into_iter())
}

fn closest_of<'c>(wanted: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    let folded = wanted.to_lowercase();
    let length = folded.chars().count();
    // One typing error in three characters still looks like the same word.
    let allowed = ((length + 1) / 3).min(4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // Comparing takes the product of both lengths; each extra character is at least one error.
        if candidate.chars().count().abs_diff(length) > allowed {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&folded, &candidate.to_lowercase());
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use heck::{ToShoutySnakeCase, ToUpperCamelCase};
    use proptest::prelude::*;

    #[test]
    fn what_is_to_be_typed_has_nothing_in_it_that_nobody_sees() {
        for (text, shown) in [("A-1", "A-1"), ("A\0-\t1\u{1b}", "A- 1"), ("", "")] {
            assert_eq!(typed(text), shown);
        }
        assert_eq!(typed(&"x".repeat(81)), format!("{}\u{2026}", "x".repeat(80)));
    }

    #[test]
    fn phrases_become_pascal_case() {
        let cases = [
            ("Not Found", "NotFound"),
            ("OK", "Ok"),
            ("I'm a teapot", "ImATeapot"),
            ("I\u{2019}m a teapot", "ImATeapot"),
            ("URI Too Long", "UriTooLong"),
            ("IM Used", "ImUsed"),
            ("IMUsed", "IMUsed"),
            ("Non-Authoritative Information", "NonAuthoritativeInformation"),
            ("SUCCESSFUL_COMPLETION", "SuccessfulCompletion"),
            ("notFound", "NotFound"),
            ("HTTP Version Not Supported", "HttpVersionNotSupported"),
            ("TLSv1.3 failed", "TlSv13Failed"),
            ("TLSv13Failed", "TLSv13Failed"),
            ("C++ error", "CError"),
            ("C error", "CError"),
            ("on \u{2014} off", "OnOff"),
            ("wide\u{a0}space", "WideSpace"),
            ("class", "Class"),
        ];
        for (phrase, identifier) in cases {
            assert_eq!(pascal(phrase).as_deref(), Ok(identifier), "{phrase}");
        }
        assert_eq!(screaming("HttpVersionNotSupported"), "HTTP_VERSION_NOT_SUPPORTED");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn words_are_those_of_heck(text in "[ -~]{0,12}|[aZ9_ ]{0,12}|[a-zA-Z]{0,8}") {
            prop_assert_eq!(words(&text, Style::Pascal), text.to_upper_camel_case());
            prop_assert_eq!(screaming(&text), text.to_shouty_snake_case());
        }

        #[test]
        fn an_identifier_is_one_in_pascal_case(text in ".{0,12}") {
            if let Ok(identifier) = pascal(&text) {
                prop_assert!(identifier.starts_with(|c: char| c.is_ascii_uppercase()), "{}", identifier);
                prop_assert!(identifier.bytes().all(|b| b.is_ascii_alphanumeric()), "{}", identifier);
            }
        }
    }

    #[test]
    fn what_gives_no_identifier_says_why() {
        let cases = [
            ("", "has no letter in it"),
            ("+++", "has no letter in it"),
            ("404 Not Found", "begins with a digit"),
            ("self", "is a word that Rust keeps for itself"),
            ("Caf\u{e9}", "has the character '\u{e9}' (U+00E9) in it"),
            ("a\u{202e}b", "has the character U+202E in it"),
            ("zero\u{200b}width", "has the character U+200B in it"),
            ("\u{1f525}", "has the character '\u{1f525}' (U+1F525) in it"),
        ];
        for (phrase, reason) in cases {
            assert_eq!(pascal(phrase).unwrap_err(), reason, "{phrase}");
        }
    }

    #[test]
    fn characters_and_cells_are_shown_on_one_line() {
        for (c, shown) in [('\u{e9}', "'\u{e9}' (U+00E9)"), ('\u{2019}', "'\u{2019}' (U+2019)"), ('\u{a0}', "U+00A0")] {
            assert_eq!(show(c), shown);
        }
        let cases = [
            ("5\" pipe", "\"5\" pipe\""),
            ("a\tb", "\"a b\" (with a tab in it)"),
            ("a\n\"b\"", "\"a \"b\"\" (with a line break in it)"),
            ("Retry\u{a0}(s)", "\"Retry (s)\" (with a no-break space, U+00A0, in it)"),
            ("A\u{200b}B\u{202e}", "\"AB\" (with U+200B in it)"),
            ("\u{f8ff}", "\"\" (with U+F8FF in it)"),
            ("T\u{fc}r e\u{301}", "\"T\u{fc}r e\u{301}\""),
        ];
        for (text, shown) in cases {
            assert_eq!(quote(text), shown);
        }
        assert_eq!(quote(&"\u{e9}".repeat(81)), format!("\"{}\"\u{2026}", "\u{e9}".repeat(80)));
    }

    #[test]
    fn the_closest_word_is_suggested_only_if_it_is_close() {
        let headers = ["Code", "Reason", "Definition"];
        assert_eq!(closest("Defintion", headers), Some("Definition"));
        assert_eq!(closest("CODE", headers), Some("Code"));
        assert_eq!(closest("Coe", headers), Some("Code"));
        // Two errors in five characters.
        assert_eq!(closest("Raeso", headers), Some("Reason"));
        assert_eq!(closest("Severity", headers), None);
        // Two short words are always a few letters apart.
        assert_eq!(closest("x", ["y"]), None);
        assert_eq!(closest("NotFuond", ["Found", "NotFound", "NotFond"]), Some("NotFound"));
    }
}
