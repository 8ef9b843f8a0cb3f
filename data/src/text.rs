//! A cell's text as people see it: on one line, without invisible characters.

use std::borrow::Cow;

use crate::markdown;

/// Whether a text is ASCII. The standard library counts the characters of a long text by words, compiled and optimised,
/// where its `is_ascii` takes 40 instructions for each byte in a macro that nobody optimises.
pub(crate) fn is_ascii(text: &str) -> bool {
    text.chars().count() == text.len()
}

/// What people and programs write where there is nothing, in any column; with or without parentheses.
pub(crate) fn is_nothing(text: &str) -> bool {
    const WORDS: [&str; 7] = ["n/a", "n.a.", "none", "null", "tbd", "todo", "nil"];
    if text.is_empty() || text.len() > 6 {
        return false;
    }
    let bare = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    matches!(bare, "-" | "--" | "\u{2013}" | "\u{2014}" | "?" | "\\N")
        || WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word))
}

/// A name, a phrase or an alias: white space of any kind, line breaks and no-break spaces included, is one space.
///
/// # Errors
///
/// An invisible character, which would make two texts that look the same differ.
pub(crate) fn phrase(text: &str) -> Result<Cow<'_, str>, char> {
    if is_plain(text) {
        return Ok(Cow::Borrowed(text));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let joined = words.join(" ");
    match hidden(&joined) {
        Some(unseen) => Err(unseen),
        None => Ok(Cow::Owned(joined)),
    }
}

/// The first invisible character of a text. The joiners that emoji and some scripts need are not counted as such.
pub(crate) fn hidden(text: &str) -> Option<char> {
    if is_plain(text) {
        return None;
    }
    let mut previous = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let is_space = c.is_whitespace() && !c.is_control();
        if !is_space && !markdown::is_shown(previous, c, characters.peek().copied()) {
            return Some(c);
        }
        previous = Some(c);
    }
    None
}

/// The place of the first character that is so, or with `is_so` false that is not. Tests are passed as values, in one
/// function for all: the search of the standard library is compiled for each of them anew.
fn find_where(text: &str, is: fn(char) -> bool, is_so: bool) -> Option<usize> {
    let mut rest = text.as_bytes();
    while let [byte @ ..=0x7f, after @ ..] = rest {
        if is(char::from(*byte)) == is_so {
            return Some(text.len() - rest.len());
        }
        rest = after;
    }
    let ascii = text.len() - rest.len();
    for (place, c) in text.get(ascii..)?.char_indices() {
        if is(c) == is_so {
            return Some(ascii + place);
        }
    }
    None
}

/// The place of the first such character.
pub(crate) fn find(text: &str, is: fn(char) -> bool) -> Option<usize> {
    find_where(text, is, true)
}

/// Whether there is such a character.
pub(crate) fn has(text: &str, is: fn(char) -> bool) -> bool {
    find_where(text, is, true).is_some()
}

/// Whether all characters are such.
pub(crate) fn all(text: &str, is: fn(char) -> bool) -> bool {
    find_where(text, is, false).is_none()
}

/// Whether the first character is such.
pub(crate) fn begins(text: &str, is: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(is)
}

/// Whether there is a digit from 0 to 9.
pub(crate) fn has_digit(text: &str) -> bool {
    has(text, |c| c.is_ascii_digit())
}

/// Whether the first character is a digit from 0 to 9.
pub(crate) fn begins_with_digit(text: &str) -> bool {
    begins(text, |c| c.is_ascii_digit())
}

/// Whether there is nothing but digits from 0 to 9.
pub(crate) fn are_digits(text: &str) -> bool {
    all(text, |c| c.is_ascii_digit())
}

/// Digits from 0 to 9, at least one.
pub(crate) fn is_number(text: &str) -> bool {
    !text.is_empty() && are_digits(text)
}

/// The place of the first of these signs.
pub(crate) fn find_one_of(text: &str, signs: &str) -> Option<usize> {
    let mut first = None;
    // A single sign is searched for by what the standard library has compiled.
    for sign in signs.chars() {
        if let Some(place) = text.find(sign).filter(|place| first.is_none_or(|first| *place < first)) {
            first = Some(place);
        }
    }
    first
}

/// Whether one of these signs is in it.
pub(crate) fn has_one_of(text: &str, signs: &str) -> bool {
    find_one_of(text, signs).is_some()
}

/// Whether it begins with one of these signs.
pub(crate) fn begins_with_one_of(text: &str, signs: &str) -> bool {
    text.chars().next().is_some_and(|c| signs.contains(c))
}

/// Printable ASCII with one space between words, which most cells are. Slice patterns: see `markdown`.
fn is_plain(text: &str) -> bool {
    let mut rest = text.as_bytes();
    let mut previous = b' ';
    while let [byte, after @ ..] = rest {
        if !matches!((previous, byte), (_, b'!'..=b'~') | (b'!'..=b'~', b' ')) {
            return false;
        }
        previous = *byte;
        rest = after;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_on_one_line_and_hides_nothing() {
        let cases = [
            ("Door Held", Ok("Door Held")),
            ("Door\u{a0}Held", Ok("Door Held")),
            ("Door  \n\t Held", Ok("Door Held")),
            ("T\u{fc}r\u{3000}offen", Ok("T\u{fc}r offen")),
            ("Door\u{200b}Held", Err('\u{200b}')),
            ("Door\u{ad}Held", Err('\u{ad}')),
            ("Door\u{7}", Err('\u{7}')),
            ("\u{200b}", Err('\u{200b}')),
            ("\u{202e}dleH", Err('\u{202e}')),
            ("pass\u{200d}word", Err('\u{200d}')),
            ("\u{1f469}\u{200d}\u{1f467} lost", Ok("\u{1f469}\u{200d}\u{1f467} lost")),
            ("\u{645}\u{6cc}\u{200c}\u{634}\u{648}\u{62f}", Ok("\u{645}\u{6cc}\u{200c}\u{634}\u{648}\u{62f}")),
        ];
        for (text, expected) in cases {
            assert_eq!(phrase(text).as_deref(), expected.as_ref().copied(), "{text:?}");
        }
    }
}
