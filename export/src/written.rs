//! Texts as literals of other languages, and what the formats share.

use std::fmt::Write;

use status_docs_data::markdown::normalise;

/// A text in double quotes, as JSON, JavaScript and TypeScript read it back.
pub(crate) fn quoted(text: &str) -> String {
    // A string has nothing that serde_json refuses.
    escape_hidden(&serde_json::to_string(text).unwrap_or_default())
}

/// Escapes the characters of a literal that are invisible, reverse the text or end a line for some readers, so that a
/// reviewer sees what is there.
pub(crate) fn escape_hidden(literal: &str) -> String {
    let mut escaped = String::with_capacity(literal.len());
    for c in literal.chars() {
        if !is_hidden(c) {
            escaped.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
    escaped
}

/// Control and format characters; LF is the line end of the file itself.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The lines of a cell that are not empty, without invisible characters. Cells with steps have several.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(normalise).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_reads_back_and_hides_nothing() {
        let cases = [
            ("plain", "\"plain\""),
            ("say \"so\"\\\n\r\t", "\"say \\\"so\\\"\\\\\\n\\r\\t\""),
            ("a\u{2028}b\u{2029}", "\"a\\u2028b\\u2029\""),
            ("\u{202e}abc\u{202c}", "\"\\u202eabc\\u202c\""),
            ("\u{e0041}", "\"\\udb40\\udc41\""),
            ("\u{7}\u{7f}\u{feff}", "\"\\u0007\\u007f\\ufeff\""),
            ("T\u{fc}r \u{1f6aa}", "\"T\u{fc}r \u{1f6aa}\""),
        ];
        for (text, expected) in cases {
            assert_eq!(quoted(text), expected);
            assert_eq!(serde_json::from_str::<String>(expected).unwrap(), text);
        }
    }

    #[test]
    fn empty_lines_are_left_out() {
        let all: Vec<String> = lines("1. Check\r\n\n  2. Replace \u{202e}it\n").collect();
        assert_eq!(all, ["1. Check", "2. Replace \u{fffd}it"]);
    }
}
