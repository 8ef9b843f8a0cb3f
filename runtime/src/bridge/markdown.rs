//! A table's text as Markdown, for the descriptions of an API.

use core::fmt::{self, Display, Write};

use crate::docs::StatusDoc;

/// A text that Markdown shows as it is: never a link, a list, HTML or code. Line breaks are kept.
///
/// `status-docs-data` escapes texts for rustdoc, but is not available at run time.
#[derive(Clone, Copy)]
pub struct Markdown<'t>(pub &'t str);

impl Display for Markdown<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.split(is_line_end).map(str::trim).filter(|line| !line.is_empty());
        for (index, line) in lines.enumerate() {
            if index > 0 {
                f.write_str("\\\n")?;
            }
            escape(f, line)?;
        }
        Ok(())
    }
}

/// What a description of an API says about a status: what it means, or its phrase.
#[inline]
pub fn meaning<C>(doc: &StatusDoc<C>) -> &'static str {
    if doc.definition.is_empty() { doc.reason } else { doc.definition }
}

/// Whether a description says that already, in a paragraph of its own.
#[inline]
pub fn says(description: &str, meaning: &str) -> bool {
    description.split("\n\n").any(|paragraph| paragraph == meaning)
}

#[inline]
fn escape(f: &mut fmt::Formatter<'_>, line: &str) -> fmt::Result {
    let mut previous = ' ';
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        match c {
            _ if c.is_whitespace() => {
                if !previous.is_whitespace() {
                    f.write_char(' ')?;
                }
            }
            _ if c.is_control() => f.write_char(char::REPLACEMENT_CHARACTER)?,
            _ if c.is_ascii_punctuation() && !is_plain(previous, c, next) => write!(f, "\\{c}")?,
            _ => f.write_char(c)?,
        }
        previous = c;
    }
    Ok(())
}

/// Common punctuation that has no meaning to Markdown between these neighbours. A line counts as surrounded by spaces.
#[inline]
fn is_plain(previous: char, c: char, next: char) -> bool {
    match c {
        ',' | ';' | '?' | '(' | '%' => true,
        // Not the end of a list's number.
        '.' => next == ' ' && previous.is_alphabetic(),
        ')' => previous.is_alphabetic(),
        // Not a dash, not a part of `//`.
        '-' | '/' | '\'' => previous.is_alphanumeric() && next.is_alphanumeric(),
        _ => false,
    }
}

#[inline]
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};
    use std::vec::Vec;

    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::{Markdown, meaning, says};
    use crate::docs::StatusDoc;

    #[test]
    fn a_meaning_is_said_in_a_paragraph_of_its_own() {
        let mut doc = StatusDoc::new(7, "DoorHeld", "Door held");
        assert_eq!(meaning(&doc), "Door held");
        doc.definition = "It is open.";
        assert_eq!(meaning(&doc), "It is open.");
        for (description, expected) in [
            ("It is open.", true),
            ("A door.\n\nIt is open.", true),
            ("A door.\nIt is open.", false),
            ("It is open", false),
            ("", false),
        ] {
            assert_eq!(says(description, "It is open."), expected, "{description:?}");
        }
    }

    #[test]
    fn what_markdown_could_read_is_escaped() {
        let cases = [
            ("The server didn't answer.", "The server didn't answer."),
            ("a|b *c* <d> [e](f)", "a\\|b \\*c\\* \\<d\\> \\[e\\](f)"),
            ("  1. one\r\n\r\n\t2) two  ", "1\\. one\\\n2\\) two"),
            ("a \u{a0}\t b\u{7}", "a b\u{fffd}"),
            ("https://a.b", "https\\:\\/\\/a\\.b"),
            ("", ""),
        ];
        for (text, markdown) in cases {
            assert_eq!(Markdown(text).to_string(), markdown);
        }
    }

    /// The text that a reader sees, if there is nothing but lines of text.
    fn shown(markdown: &str) -> Option<String> {
        let mut shown = String::new();
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(text) => shown.push_str(&text),
                Event::HardBreak => shown.push('\n'),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(shown)
    }

    proptest::proptest! {
        #[test]
        fn a_text_is_shown_as_it_is(text in "[ -~\n]{0,40}|[a-c#>*_`~\\[\\]()!|<&;:/.+=\\\\ \n0-9-]{0,40}|\\PC{0,12}") {
            let lines: Vec<String> = text
                .split(super::is_line_end)
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|line| !line.is_empty())
                .collect();
            let markdown = Markdown(&text).to_string();
            proptest::prop_assert_eq!(shown(&markdown), Some(lines.join("\n")), "{}", markdown);
        }
    }
}
