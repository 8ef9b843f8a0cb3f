//! What rustdoc finds a variant by.

use std::borrow::Cow;

use super::{Entry, LARGE_ROWS};

/// The code, the name in capitals (`NOT_FOUND`), and phrases and aliases of several words (`Not Found`), which rustdoc
/// does not find in `NotFound`; code and phrase together, as in a line of a log.
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
    let is_code = is_word(&entry.code);
    if is_code {
        add(Cow::Borrowed(&entry.code));
    }
    add(Cow::Owned(status_docs_data::name::screaming(&row.name)));
    if rows > LARGE_ROWS {
        return words;
    }
    if let Some((phrase, count)) = plain(&row.reason) {
        let line = is_code.then(|| format!("{} {phrase}", entry.code));
        if count > 1 {
            add(phrase);
        }
        line.into_iter().map(Cow::Owned).for_each(&mut add);
    }
    for alias in &row.aliases {
        plain(&alias.phrase).filter(|(_, count)| *count > 1).into_iter().for_each(|(phrase, _)| add(phrase));
    }
    words
}

/// The phrase without the quotes that rustdoc refuses, and how many words it has; `None` if rustdoc still refuses it.
fn plain(phrase: &str) -> Option<(Cow<'_, str>, usize)> {
    if let Some(count) = plain_words(phrase) {
        return Some((Cow::Borrowed(phrase), count));
    }
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let joined = words.join(" ").replace(['\'', '"', '\u{2019}'], "");
    is_word(&joined).then_some((Cow::Owned(joined), words.len()))
}

fn is_word(word: &str) -> bool {
    let is_plain = |c: char| (c.is_alphanumeric() || c.is_ascii_graphic() || c == ' ') && c != '\'' && c != '"';
    plain_words(word).is_some() || (!word.is_empty() && word.trim() == word && word.chars().all(is_plain))
}

/// How many words a text has, if rustdoc accepts it as it is: printable ASCII without quotes, with one space between
/// words. Nearly every phrase is; see `escape_ascii` for the slice patterns.
fn plain_words(text: &str) -> Option<usize> {
    let mut words = 1;
    let mut previous = b' ';
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'!' | b'#'..=b'&' | b'('..=b'~' => {}
            b' ' if previous != b' ' => words += 1,
            _ => return None,
        }
        previous = *byte;
        rest = after;
    }
    (previous != b' ').then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docs::tests::{row, table};
    use status_docs_data::model::Alias;
    use status_docs_data::{Code, Notation, Row};

    fn words_of(row: Row, rows: usize) -> Vec<String> {
        let table = table(vec![row; rows], Vec::new(), Vec::new());
        let entry = Entry::of(&table.rows[0], &table, None);
        words(&entry, rows).into_iter().map(Cow::into_owned).collect()
    }

    #[test]
    fn code_name_and_phrase_are_search_words_where_rustdoc_takes_them() {
        let cases: [(&str, &str, &str, &[&str]); 10] = [
            ("410", "Gone", "gone", &["410", "GONE", "410 gone"]),
            ("404", "NotFound", "Not Found", &["404", "NOT_FOUND", "Not Found", "404 Not Found"]),
            ("200", "Ok", "OK", &["200", "OK", "200 OK"]),
            ("OK", "OK", "OK", &["OK OK"]),
            ("418", "ImATeapot", "I'm a  teapot", &["418", "IM_A_TEAPOT", "Im a teapot", "418 Im a teapot"]),
            ("a'b", "Odd", "\u{202e} odd \"", &["ODD"]),
            (" ", "Blank", "\" quoted", &["BLANK"]),
            ("\u{e9}1", "Accent", "H\u{e9}ld fast", &["\u{e9}1", "ACCENT", "H\u{e9}ld fast", "\u{e9}1 H\u{e9}ld fast"]),
            ("a\"b", "Quoted", "a\tb \u{e9}", &["QUOTED", "a b \u{e9}"]),
            ("", "Empty", "\u{2028}", &["EMPTY"]),
        ];
        for (code, name, reason, expected) in cases {
            assert_eq!(words_of(row(code, name, reason), 3), expected, "{reason}");
        }
        let mut row_413 = row("413", "ContentTooLarge", "Content Too Large");
        row_413.aliases = ["Payload Too Large", "Large"]
            .map(|phrase| Alias { phrase: phrase.to_owned(), name: Some(phrase.replace(' ', "")) })
            .into();
        assert_eq!(
            words_of(row_413, 3),
            ["413", "CONTENT_TOO_LARGE", "Content Too Large", "413 Content Too Large", "Payload Too Large"]
        );
        assert_eq!(words_of(row("404", "NotFound", "Not Found"), 2_000).len(), 4);
        assert_eq!(words_of(row("404", "NotFound", "Not Found"), 2_001), ["404", "NOT_FOUND"]);
    }

    #[test]
    fn a_code_is_found_as_it_is_shown() {
        let mut table = table(vec![row("", "AccessDenied", "Access Denied")], Vec::new(), Vec::new());
        table.rows[0].code = Code::Int(0x8007_0005);
        table.notation = Notation::Hex { width: Some(8), upper: true, bits: 32, bare: false };
        let entry = Entry::of(&table.rows[0], &table, None);
        assert_eq!(words(&entry, 1), ["0x80070005", "ACCESS_DENIED", "Access Denied", "0x80070005 Access Denied"]);
    }
}
