//! What rustdoc finds a variant by.

use std::borrow::Cow;

use super::{Entry, LARGE_ROWS};

/// The code, the name in capitals (`NOT_FOUND`), and phrases and aliases of several words
/// (`Not Found`), which rustdoc does not find in `NotFound`.
///
/// rustdoc refuses quotes, tabs and spaces at the ends, and warns about a word given twice; the
/// variant's own name is an error.
pub(super) fn words<'e>(entry: &'e Entry<'_>, rows: usize) -> Vec<Cow<'e, str>> {
    let row = entry.row;
    let mut words = Vec::with_capacity(4);
    let mut add = |word: Cow<'e, str>| {
        if word != row.name && !words.contains(&word) {
            words.push(word);
        }
    };
    if is_word(&entry.code) {
        add(Cow::Borrowed(&entry.code));
    }
    add(Cow::Owned(status_docs_data::name::screaming(&row.name)));
    if rows <= LARGE_ROWS {
        phrase(&row.reason).into_iter().for_each(&mut add);
        row.aliases.iter().filter_map(|alias| phrase(&alias.phrase)).for_each(add);
    }
    words
}

/// The phrase without the quotes that cannot stand there; `None` for a single word, and for what
/// rustdoc refuses all the same.
fn phrase(reason: &str) -> Option<Cow<'_, str>> {
    if let Some(words) = plain_words(reason) {
        return (words > 1).then_some(Cow::Borrowed(reason));
    }
    let words: Vec<&str> = reason.split_whitespace().collect();
    let words = (words.len() > 1).then(|| words.join(" ").replace(['\'', '"', '\u{2019}'], ""));
    words.filter(|words| is_word(words)).map(Cow::Owned)
}

fn is_word(word: &str) -> bool {
    let is_plain = |c: char| (c.is_alphanumeric() || c.is_ascii_graphic() || c == ' ') && c != '\'' && c != '"';
    plain_words(word).is_some() || (!word.is_empty() && word.trim() == word && word.chars().all(is_plain))
}

/// How many words a text has, if it is one that rustdoc takes as it is: printable ASCII without
/// quotes, with one space between words. Nearly every phrase is; see `escape_ascii` for the slice patterns.
fn plain_words(text: &str) -> Option<usize> {
    let mut words = 1;
    let mut previous = b' ';
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'!' | b'#'..=b'&' | b'('..=b'~' => {}
            b' ' if previous != b' ' => words += 1,
            _ => return None,
        }
        previous = *byte;
        rest = behind;
    }
    (previous != b' ').then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docs::tests::row;
    use status_docs_data::Notation;
    use status_docs_data::model::Alias;

    #[test]
    fn code_name_and_phrase_are_search_words_where_rustdoc_takes_them() {
        let cases: [(&str, &str, &str, &[&str]); 6] = [
            ("404", "NotFound", "Not Found", &["404", "NOT_FOUND", "Not Found"]),
            ("200", "Ok", "OK", &["200", "OK"]),
            ("OK", "OK", "OK", &[]),
            ("418", "ImATeapot", "I'm a  teapot", &["418", "IM_A_TEAPOT", "Im a teapot"]),
            ("a'b", "Odd", "\u{202e} odd \"", &["ODD"]),
            (" ", "Blank", "\" quoted", &["BLANK"]),
        ];
        for (code, name, reason, expected) in cases {
            assert_eq!(words(&Entry::of(&row(code, name, reason), Notation::Decimal, 3), 3), expected, "{reason}");
        }
        let mut row_413 = row("413", "ContentTooLarge", "Content Too Large");
        row_413.aliases = ["Payload Too Large", "Large"]
            .map(|phrase| Alias { phrase: phrase.to_owned(), name: Some(phrase.replace(' ', "")) })
            .into();
        assert_eq!(
            words(&Entry::of(&row_413, Notation::Decimal, 3), 3),
            ["413", "CONTENT_TOO_LARGE", "Content Too Large", "Payload Too Large"]
        );
        assert_eq!(
            words(&Entry::of(&row("404", "NotFound", "Not Found"), Notation::Decimal, 2_001), 2_001),
            ["404", "NOT_FOUND"]
        );
    }
}
