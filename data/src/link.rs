//! Where a status is specified → links, as far as the cell is made of them.

use std::fmt::Write;

use crate::markdown::{escape, normalise};
use crate::text;

/// A part of a reference: `RFC9110, Section 15.5.5` is one, `[RFC792][RFC6633]` are two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What to show.
    pub text: String,
    /// Where it leads; `None` for text that is not a link.
    pub url: Option<String>,
}

/// The parts of a reference. RFCs (in brackets or not) and URLs become links, anything else stays text.
pub fn parts(reference: &str) -> Vec<Part> {
    let bracketed: Option<Vec<&str>> =
        reference.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).map(|inner| inner.split("][").collect());
    let all: Option<Vec<Part>> = bracketed.unwrap_or_else(|| vec![reference]).into_iter().map(part).collect();
    all.unwrap_or_else(|| vec![Part { text: reference.to_owned(), url: None }])
}

/// The same as Markdown.
pub fn markdown(reference: &str) -> String {
    let shown = |part: &Part| match &part.url {
        // Between angle brackets nothing is Markdown but an entity, which would be read. Without square
        // ones the compiler, which looks for links to items when it checks a library, reads none of it.
        Some(url) if *url == part.text && !url.contains('&') => format!("<{url}>"),
        Some(url) if *url == part.text => format!("[{}](<{}>)", escape(url), url.replace('&', "\\&")),
        Some(url) => format!("[{}]({url})", part.text),
        None => escape(&part.text).into_owned(),
    };
    parts(reference).iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// The same as text on one line, without links.
pub fn plain(reference: &str) -> String {
    parts(reference).iter().map(|part| normalise(&part.text)).collect::<Vec<_>>().join(", ")
}

/// The parts of any text: each address of the web in it is a link, the rest stays text. What ends the sentence or closes
/// a bracket that was opened before the address is not a part of it.
pub fn within(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut plain = String::new();
    while let Some(at) = rest.find("http") {
        let (before, address) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let is_word = plain.ends_with(char::is_alphanumeric);
        let length = if is_word { 0 } else { address_length(address) };
        let (url, after) = address.split_at_checked(length).unwrap_or(("", address));
        if url.is_empty() {
            let (word, after) = address.split_at_checked(4).unwrap_or((address, ""));
            plain.push_str(word);
            rest = after;
            continue;
        }
        if !plain.is_empty() {
            parts.push(Part { text: std::mem::take(&mut plain), url: None });
        }
        parts.push(Part { text: url.to_owned(), url: Some(url.to_owned()) });
        rest = after;
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        parts.push(Part { text: plain, url: None });
    }
    parts
}

/// How many bytes of a text are an address that it begins with; 0 if it begins with none.
fn address_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return 0 };
    if !text::begins(rest, char::is_alphanumeric) {
        return 0;
    }
    let begin = text.len() - rest.len();
    let mut end = begin;
    let mut open: Vec<char> = Vec::new();
    for (at, c) in rest.char_indices() {
        let closes = match c {
            '(' => {
                open.push(')');
                continue;
            }
            '[' => {
                open.push(']');
                continue;
            }
            ')' | ']' => {
                if open.pop() != Some(c) {
                    break;
                }
                true
            }
            c => c.is_alphanumeric() || "/-_~#@$&*+=%".contains(c),
        };
        if closes {
            end = begin + at + c.len_utf8();
        } else if !".:?!',;".contains(c) {
            break;
        }
    }
    end
}

/// A link, or `None` for a text that is not one as a whole.
fn part(text: &str) -> Option<Part> {
    if let Some((number, section)) = rfc(text) {
        let url = format!("https://www.rfc-editor.org/rfc/rfc{number}");
        return Some(match section {
            Some(section) => {
                Part { text: format!("RFC {number} \u{a7}{section}"), url: Some(format!("{url}#section-{section}")) }
            }
            None => Part { text: format!("RFC {number}"), url: Some(url) },
        });
    }
    is_url(text).then(|| Part { text: text.to_owned(), url: Some(text.to_owned()) })
}

/// The number of an RFC and its section.
fn rfc(text: &str) -> Option<(&str, Option<&str>)> {
    let is_number = |text: &str| !text.is_empty() && text.len() <= 6 && text::are_digits(text);
    let rest = text.strip_prefix("RFC").or_else(|| text.strip_prefix("rfc"))?.trim_start();
    let end = text::find(rest, |c| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(end)?;
    if !is_number(number) {
        return None;
    }
    let rest = rest.trim_start_matches(',').trim_start();
    if rest.is_empty() {
        return Some((number, None));
    }
    let section =
        ["Section", "section", "Sec.", "\u{a7}"].iter().find_map(|word| rest.strip_prefix(word))?.trim_start();
    section.split('.').all(is_number).then_some((number, Some(section)))
}

/// A URL of the web and nothing else.
pub(crate) fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&b);
    rest.is_some_and(|rest| text::begins(rest, |c| c.is_ascii_alphanumeric()) && rest.bytes().all(is_plain))
}

/// A text as a part of a URL's path: all that is not unreserved (RFC 3986, section 2.3) as its bytes.
pub fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    #[allow(clippy::format_push_string, reason = "a test may take its time")]
    #[test]
    fn every_address_in_a_text_is_a_link() {
        let cases = [
            ("none", "See the manual.", "See the manual."),
            ("in a sentence", "See https://a.example/x. Then stop.", "See <https://a.example/x>. Then stop."),
            ("in brackets", "(see http://a.example/b)", "(see <http://a.example/b>)"),
            ("a bracket within", "https://a.example/A_(b), c", "<https://a.example/A_(b)>, c"),
            ("in brackets, with one within", "(https://a.example/A_(b))", "(<https://a.example/A_(b)>)"),
            (
                "two",
                "https://a.example, http://b.example/?q=1&r=%20#f!",
                "<https://a.example>, <http://b.example/?q=1&r=%20#f>!",
            ),
            ("quotes", "\"https://a.example/\"", "\"<https://a.example/>\""),
            ("angle brackets", "<https://a.example/>", "<<https://a.example/>>"),
            ("letters of any script", "https://a.example/T\u{fc}r\u{3002}", "<https://a.example/T\u{fc}r>\u{3002}"),
            ("an unclosed bracket", "https://a.example/x(", "<https://a.example/x>("),
            (
                "no address",
                "www.a.example javascript:x data:y mailto:z https:// http://. xhttp://a",
                "www.a.example javascript:x data:y mailto:z https:// http://. xhttp://a",
            ),
            ("a word", "http and https", "http and https"),
        ];
        for (case, text, expected) in cases {
            let mut shown = String::new();
            for part in super::within(text) {
                match part.url {
                    Some(url) => shown += &format!("<{url}>"),
                    None => shown += &part.text,
                }
            }
            assert_eq!(shown, expected, "{case}");
        }
    }

    #[test]
    fn only_a_whole_reference_becomes_a_link() {
        let nine = "[RFC 9110 \u{a7}15.5.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5)";
        let cases = [
            ("RFC9110, Section 15.5.5", nine),
            ("[RFC9110, Section 15.5.5]", nine),
            ("RFC 9110 \u{a7}15.5.5", nine),
            ("RFC2518", "[RFC 2518](https://www.rfc-editor.org/rfc/rfc2518)"),
            (
                "https://example.org/a_(b)?c=d'--\"...*e*",
                "https\\:\\/\\/example\\.org/a\\_(b)?c\\=d\\'\\-\\-\\\"\\.\\.\\.\\*e\\*",
            ),
            ("https://example.org/a_(b)?c=d'--*e*...", "<https://example.org/a_(b)?c=d'--*e*...>"),
            ("http://a/?b&copy;", "[http\\:\\/\\/a\\/?b\\&copy;](<http://a/?b\\&copy;>)"),
            (
                "[RFC792][RFC6633]",
                "[RFC 792](https://www.rfc-editor.org/rfc/rfc792), [RFC 6633](https://www.rfc-editor.org/rfc/rfc6633)",
            ),
            ("[RFC792][see there]", "\\[RFC792\\]\\[see there\\]"),
            ("see RFC9110", "see RFC9110"),
            ("RFC9110 and more", "RFC9110 and more"),
            ("javascript:alert(1)", "javascript\\:alert(1\\)"),
            ("https://a b", "https\\:\\/\\/a b"),
            ("https://a>b", "https\\:\\/\\/a\\>b"),
            ("RFC", "RFC"),
        ];
        for (reference, markdown) in cases {
            assert_eq!(super::markdown(reference), markdown);
        }
        for (reference, plain) in [
            ("[RFC792][rfc6633, section 2]", "RFC 792, RFC 6633 \u{a7}2"),
            ("https://a/?b_c", "https://a/?b_c"),
            ("see\n the *manual*", "see the *manual*"),
        ] {
            assert_eq!(super::plain(reference), plain);
        }
    }
}
