//! From a phrase to an identifier, and from a misspelt word to the one that was meant.

use heck::{ToShoutySnakeCase, ToUpperCamelCase};

/// The `PascalCase` ASCII identifier for a phrase or a name as a table has it.
///
/// A text that already is one (`IMUsed`) stays as it is; everything else is split into words:
/// `I'm a teapot` is `ImATeapot`, `SUCCESSFUL_COMPLETION` is `SuccessfulCompletion`.
///
/// # Errors
///
/// The reason why the text gives none, as the end of a sentence that begins with it.
pub fn pascal(text: &str) -> Result<String, String> {
    if let Some(odd) = text.chars().find(|&c| !c.is_ascii() && !is_typographic(c)) {
        return Err(format!("has the character {} in it", show(odd)));
    }
    let pascal =
        if is_pascal(text) { text.to_owned() } else { text.replace(['\'', '\u{2019}'], "").to_upper_camel_case() };
    match pascal.chars().next() {
        None => Err("has no letter in it".to_owned()),
        Some(digit) if digit.is_ascii_digit() => Err("begins with a digit".to_owned()),
        Some(_) if pascal == "Self" => Err("is a word that Rust keeps for itself".to_owned()),
        Some(_) => Ok(pascal),
    }
}

/// The `SCREAMING_SNAKE_CASE` form of an identifier.
pub fn screaming(identifier: &str) -> String {
    identifier.to_shouty_snake_case()
}

/// True for what is written as an identifier of mixed case, which is then kept as it is.
fn is_pascal(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().any(|b| b.is_ascii_lowercase())
}

/// Dashes, quotes and spaces that a word processor writes in place of ASCII: they part words.
fn is_typographic(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2010}'..='\u{201f}' | '\u{2026}' | '\u{202f}')
}

/// A character as a finding shows it: itself and its number, or the number alone if it is invisible.
pub fn show(c: char) -> String {
    let number = u32::from(c);
    if c.is_alphanumeric() || matches!(number, 0x2190..=0x2bff | 0x1f000..=0x1faff) {
        format!("'{c}' (U+{number:04X})")
    } else {
        format!("U+{number:04X}")
    }
}

/// The candidate that was probably meant, if any is close enough; the first of equally close ones.
pub fn closest<'c>(wanted: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let folded = wanted.to_lowercase();
    // One typing error in three characters still looks like the same word.
    let allowed = (wanted.chars().count() / 3).clamp(1, 4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
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
            ("self", "Self"),
            ("404 Not Found", "4"),
            ("C++ error", "CError"),
            ("on \u{2014} off", "OnOff"),
        ];
        for (phrase, identifier) in cases {
            match pascal(phrase) {
                Ok(found) => assert_eq!(found, identifier),
                Err(_) => assert!(identifier == "Self" || identifier == "4", "{phrase}"),
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
    fn the_closest_word_is_suggested_only_if_it_is_close() {
        let headers = ["Code", "Reason", "Definition"];
        assert_eq!(closest("Defintion", headers), Some("Definition"));
        assert_eq!(closest("CODE", headers), Some("Code"));
        assert_eq!(closest("Severity", headers), None);
    }
}
