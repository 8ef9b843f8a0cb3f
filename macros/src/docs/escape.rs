//! A cell's text → Markdown that shows exactly that text, and does nothing else: no block, no
//! link, no HTML, no doctest that would run.

/// Escapes a text for one line of Markdown.
///
/// White space of any kind becomes one space, control characters and those that draw text
/// backwards or not at all become U+FFFD, and every ASCII punctuation character that Markdown
/// could read where it stands gets a backslash.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for word in text.split(|c: char| c.is_whitespace() || is_break(c)).filter(|word| !word.is_empty()) {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        let mut previous = None;
        let mut characters = word.chars().peekable();
        while let Some(c) = characters.next() {
            if c.is_ascii_punctuation() {
                if !is_plain(previous, c, characters.peek().copied()) {
                    escaped.push('\\');
                }
                escaped.push(c);
            } else if c.is_ascii_graphic() || !is_invisible(c) {
                escaped.push(c);
            } else {
                escaped.push('\u{fffd}');
            }
            previous = Some(c);
        }
    }
    escaped
}

/// Punctuation that means nothing to Markdown between these neighbours, so that most sentences
/// stay readable in the source.
fn is_plain(previous: Option<char>, c: char, next: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    match c {
        ',' | ';' | '?' | '(' | '%' => true,
        // Not the end of a list's number, not a part of an ellipsis.
        '.' => next.is_none() && previous.is_some_and(|c| c.is_ascii_alphabetic() || c == ')'),
        ')' => previous.is_some_and(|c| c.is_ascii_alphabetic()),
        // Not a dash, not a part of `//`.
        '-' | '/' => is_word(previous) && is_word(next),
        _ => false,
    }
}

/// Ends a line or a field somewhere, and is no white space to Rust.
fn is_break(c: char) -> bool {
    matches!(c, '\u{1c}'..='\u{1f}')
}

/// Control, format, private and unassigned characters, which are not seen or change what is seen.
fn is_invisible(c: char) -> bool {
    let is_format = matches!(
        u32::from(c),
        0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x890..=0x891 | 0x8e2 | 0x180e | 0x200b..=0x200f
            | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff9..=0xfffb | 0x110bd | 0x110cd | 0x13430..=0x1343f
            | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
    );
    let is_private = matches!(u32::from(c), 0xe000..=0xf8ff | 0xf0000..=0x0010_ffff);
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(u32::from(c), 0xfdd0..=0xfdef);
    c.is_control() || is_format || is_private || is_noncharacter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_markdown_could_read_is_escaped() {
        let cases = [
            ("Not Found", "Not Found"),
            ("a|b", "a\\|b"),
            ("```\nrun()\n```", "\\`\\`\\` run(\\) \\`\\`\\`"),
            ("    indented", "indented"),
            ("<script>", "\\<script\\>"),
            ("[x](javascript:y)", "\\[x\\](javascript\\:y)"),
            ("it's -- \"so\"...", "it\\'s \\-\\- \\\"so\\\"\\.\\.\\."),
            ("a\u{202e}b\u{200b}c", "a\u{fffd}b\u{fffd}c"),
            ("a\u{2028}b\u{85}c\tz", "a b c z"),
            ("Multi-Status, a/b; 1.5 (GET).", "Multi-Status, a/b; 1\\.5 (GET)."),
            ("1. one 2) two", "1\\. one 2\\) two"),
            ("- a // b --c", "\\- a \\/\\/ b \\-\\-c"),
            ("caf\u{e9} \u{1f525}", "caf\u{e9} \u{1f525}"),
        ];
        for (text, markdown) in cases {
            assert_eq!(escape(text), markdown);
        }
    }
}
