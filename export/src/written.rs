//! Texts as literals and comments of other languages, and what the formats share.

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

/// How a language writes a text.
pub(crate) struct Literal {
    /// What templates call it.
    pub(crate) name: &'static str,
    pub(crate) quote: fn(&str) -> String,
}

/// The languages that [`Literal`]s are known for.
pub(crate) const LITERALS: [Literal; 6] = [
    Literal { name: "c", quote: c_quoted },
    Literal { name: "js", quote: quoted },
    Literal { name: "json", quote: quoted },
    Literal { name: "go", quote: go_quoted },
    Literal { name: "python", quote: python_quoted },
    Literal { name: "xml", quote: xml_quoted },
];

/// In C and C++, whatever the compiler takes the file's bytes for: octal escapes end after three digits, where `\x41`
/// would take the next one as well, and `\?` begins no trigraph.
pub(crate) fn c_quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for byte in text.bytes() {
        literal.push_str(&c_byte(byte, '"'));
    }
    literal.push('"');
    literal
}

/// A byte between quotes of C.
pub(crate) fn c_byte(byte: u8, quote: char) -> String {
    match byte {
        b'\n' => "\\n".to_owned(),
        b'\t' => "\\t".to_owned(),
        b'\\' => "\\\\".to_owned(),
        b'?' => "\\?".to_owned(),
        b' '..=b'~' if char::from(byte) == quote => format!("\\{quote}"),
        b' '..=b'~' => char::from(byte).to_string(),
        byte => format!("\\{byte:03o}"),
    }
}

fn go_quoted(text: &str) -> String {
    escaped(text, '"')
}

pub(crate) fn python_quoted(text: &str) -> String {
    escaped(text, '"')
}

/// In languages whose `\u` has four digits and whose `\U` has eight.
fn escaped(text: &str, quote: char) -> String {
    let mut literal = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            '\r' => literal.push_str("\\r"),
            '\\' => literal.push_str("\\\\"),
            c if c == quote => literal.extend(['\\', c]),
            c if !is_hidden(c) => literal.push(c),
            c if u32::from(c) > 0xffff => {
                let _ = write!(literal, "\\U{:08x}", u32::from(c));
            }
            c => {
                let _ = write!(literal, "\\u{:04x}", u32::from(c));
            }
        }
    }
    literal.push(quote);
    literal
}

/// The value of an attribute, with its quotes. What XML 1.0 cannot hold is U+FFFD.
fn xml_quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '&' => literal.push_str("&amp;"),
            '<' => literal.push_str("&lt;"),
            '>' => literal.push_str("&gt;"),
            '"' => literal.push_str("&quot;"),
            '\n' | '\t' | '\r' => {
                let _ = write!(literal, "&#{};", u32::from(c));
            }
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => literal.push('\u{fffd}'),
            c if is_hidden(c) => {
                let _ = write!(literal, "&#x{:x};", u32::from(c));
            }
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

/// The lines of a cell that are not empty, without invisible characters. Cells with steps have several.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(normalise).filter(|line| !line.is_empty())
}

/// A line of a cell as a comment of any language has it: it neither ends the comment nor begins one within it, is no
/// trigraph, and does not go on in the next line.
pub(crate) fn comment_line(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut previous = ' ';
    for c in line.chars() {
        if matches!((previous, c), ('*', '/') | ('/', '*') | ('?', '?')) {
            text.push(' ');
        }
        text.push(c);
        previous = c;
    }
    if previous == '\\' {
        text.push_str(" .");
    }
    text
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
    fn each_language_has_its_own_escapes() {
        let cases = [
            ("c: bytes, and a digit after them", "c", "\u{fc}1 ??/ \"\\", "\"\\303\\2741 \\?\\?/ \\\"\\\\\""),
            ("go: what is seen stays", "go", "T\u{fc}r\n\u{202e}\u{e0041}", "\"T\u{fc}r\\n\\u202e\\U000e0041\""),
            ("python: no surrogates", "python", "\u{e0041}\r", "\"\\U000e0041\\r\""),
            ("xml: entities", "xml", "<a b=\"&\">\n\u{7}", "\"&lt;a b=&quot;&amp;&quot;&gt;&#10;\u{fffd}\""),
            ("js: as JSON", "js", "\u{2028}'", "\"\\u2028'\""),
        ];
        for (case, language, text, expected) in cases {
            let literal = LITERALS.iter().find(|literal| literal.name == language).unwrap();
            assert_eq!((literal.quote)(text), expected, "{case}");
        }
    }

    #[test]
    fn a_comment_ends_where_we_end_it() {
        let cases = [
            ("an end", "a */ b", "a * / b"),
            ("an end at once after another", "*/*/", "* / * /"),
            ("a begin", "/* /**", "/ * / **"),
            ("trigraphs", "what??/ ???", "what? ?/ ? ? ?"),
            ("a backslash at the end", "C:\\dir\\", "C:\\dir\\ ."),
            ("plain", "Check (twice)?", "Check (twice)?"),
        ];
        for (case, line, expected) in cases {
            assert_eq!(comment_line(line), expected, "{case}");
        }
    }

    #[test]
    fn empty_lines_are_left_out() {
        let all: Vec<String> = lines("1. Check\r\n\n  2. Replace \u{202e}it\n").collect();
        assert_eq!(all, ["1. Check", "2. Replace \u{fffd}it"]);
    }
}
