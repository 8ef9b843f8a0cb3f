//! A cell's text → Markdown that shows exactly that text, and does nothing else: no block, no
//! link, no HTML, no doctest that would run.

use std::borrow::Cow;

/// The text as documentation shows it: one line.
///
/// White space of any kind becomes one space. Control characters, and those that draw text
/// backwards or not at all, become U+FFFD, so that nothing hides; the two joiners stay where
/// they join letters or emoji.
pub fn normalise(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || is_break(c)).filter(|word| !word.is_empty()) {
        if !shown.is_empty() {
            shown.push(' ');
        }
        let mut previous = None;
        let mut characters = word.chars().peekable();
        while let Some(c) = characters.next() {
            let is_shown = is_shown(previous, c, characters.peek().copied());
            shown.push(if is_shown { c } else { '\u{fffd}' });
            previous = Some(c);
        }
    }
    shown
}

/// Whether a reader sees a character between its neighbours. The two joiners are seen where they join letters or
/// emoji.
pub(crate) fn is_shown(previous: Option<char>, c: char, next: Option<char>) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => joins(previous) && joins(next),
        c => !is_invisible(c),
    }
}

/// Escapes a text for one line of Markdown: [`normalise`], and a backslash before every ASCII
/// punctuation character that Markdown could read there.
pub fn escape(text: &str) -> Cow<'_, str> {
    escape_ascii(text).unwrap_or_else(|| Cow::Owned(escape_any(text)))
}

/// The same of a text that keeps its lines, as steps are written with Alt+Enter: they are separated by line feeds, and
/// blank ones are left out. No line reads as the begin of a block.
pub fn escape_lines(text: &str) -> Cow<'_, str> {
    escape_ascii(text).unwrap_or_else(|| {
        let lines: Vec<String> = text.split('\n').map(escape_any).filter(|line| !line.is_empty()).collect();
        Cow::Owned(lines.join("\n"))
    })
}

/// [`normalise`], line by line; blank lines are left out.
pub fn normalise_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(normalise).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What most cells are: printable ASCII on one line; `None` for any other text.
///
/// A macro is not optimised in its user's build. There, slice patterns are compares and jumps, while
/// iterators, and `get` as well, are calls into calls: they took half of an expansion's time.
fn escape_ascii(text: &str) -> Option<Cow<'_, str>> {
    let mut escaped = String::new();
    let mut copied = 0;
    let mut previous = b' ';
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        match *byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {}
            b' ' if previous != b' ' && matches!(after, [_, ..]) => {}
            b'!'..=b'~' => {
                let next = if let [next, ..] = after { *next } else { b' ' };
                if !is_plain(char::from(previous), char::from(*byte), char::from(next)) {
                    let at = text.len() - rest.len();
                    escaped.push_str(text.get(copied..at)?);
                    escaped.push('\\');
                    copied = at;
                }
            }
            _ => return None,
        }
        previous = *byte;
        rest = after;
    }
    if escaped.is_empty() {
        return Some(Cow::Borrowed(text));
    }
    escaped.push_str(text.get(copied..)?);
    Some(Cow::Owned(escaped))
}

fn escape_any(text: &str) -> String {
    let shown = normalise(text);
    let mut escaped = String::with_capacity(shown.len() + shown.len() / 8);
    let mut previous = ' ';
    let mut characters = shown.chars().peekable();
    while let Some(c) = characters.next() {
        if c.is_ascii_punctuation() && !is_plain(previous, c, characters.peek().copied().unwrap_or(' ')) {
            escaped.push('\\');
        }
        escaped.push(c);
        previous = c;
    }
    escaped
}

/// Escapes a text that the compiler prints as it is, and rustdoc as Markdown: only what could
/// become a link, code or a block gets its backslash. Quotes and dashes may be prettified there.
pub fn escape_note(text: &str) -> String {
    let shown = normalise(text);
    let mut escaped = String::with_capacity(shown.len());
    let number = shown.len() - shown.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut previous = None;
    let mut characters = shown.char_indices().peekable();
    while let Some((index, c)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let is_inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_special = match c {
            '\\' | '`' | '*' | '[' | ']' | '~' => true,
            '_' => !(is_inner(previous) && is_inner(next)),
            '<' => next.is_some_and(|next| next != ' ' && next != '='),
            '&' => shown.contains(';'),
            '.' | ')' => index == number && index > 0 && next.is_none_or(|next| next == ' '),
            '#' | '-' | '+' | '=' | '>' => index == 0,
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(c);
        previous = Some(c);
    }
    escaped
}

/// Punctuation that means nothing to Markdown between these neighbours, so that most sentences
/// stay readable in the source. A text is taken to be between spaces.
fn is_plain(previous: char, c: char, next: char) -> bool {
    match c {
        ',' | ';' | '?' | '(' | '%' => true,
        // Not the end of a list's number, not a part of an ellipsis.
        '.' => next == ' ' && (previous.is_ascii_alphabetic() || previous == ')'),
        ')' => previous.is_ascii_alphabetic(),
        // Not a dash, not a part of `//`.
        '-' | '/' => previous.is_ascii_alphanumeric() && next.is_ascii_alphanumeric(),
        _ => false,
    }
}

/// Ends a line or a field in some programs, but is not white space to Rust.
fn is_break(c: char) -> bool {
    matches!(c, '\u{1c}'..='\u{1f}')
}

/// What a joiner can be next to: no ASCII letter is ever joined, but Persian ones and emoji are.
fn joins(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|c| !c.is_ascii() && !is_invisible(c))
}

/// Control, format, private and unassigned characters, fillers and the like, which are not seen or
/// change what is seen. The variation selectors of emoji are none of them.
pub(crate) fn is_invisible(c: char) -> bool {
    let is_format = matches!(
        u32::from(c),
        0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x890..=0x891 | 0x8e2 | 0x180b..=0x180f | 0x200b..=0x200f
            | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff0..=0xfffb | 0x110bd | 0x110cd | 0x13430..=0x1343f
            | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
    );
    let is_filler = matches!(u32::from(c), 0x34f | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x3164 | 0xffa0);
    let is_private = matches!(u32::from(c), 0xe000..=0xf8ff | 0xf0000..=0x0010_ffff);
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(u32::from(c), 0xfdd0..=0xfdef);
    c.is_control() || is_format || is_filler || is_private || is_noncharacter
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn ascii_is_escaped_as_any_text(text in "[ -~]{0,24}|[a-c .,()'-]{0,12}|\\PC{0,8}") {
            if let Some(escaped) = escape_ascii(&text) {
                proptest::prop_assert_eq!(escaped, escape_any(&text));
            }
        }
    }

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
            ("Multi-Status, a/b; 1.5 (GET).", "Multi-Status, a/b; 1\\.5 (GET)."),
            ("1. one 2) two", "1\\. one 2\\) two"),
            ("- a // b --c", "\\- a \\/\\/ b \\-\\-c"),
            ("caf\u{e9} \u{1f525}", "caf\u{e9} \u{1f525}"),
        ];
        for (text, markdown) in cases {
            assert_eq!(escape(text), markdown);
        }
    }

    #[test]
    fn lines_are_kept_where_they_say_something() {
        let cases = [
            ("Pull.", "Pull.", "Pull."),
            ("1. Pull.\r\n\r\n2. Push.\n", "1. Pull.\n2. Push.", "1\\. Pull.\n2\\. Push."),
            ("a\n---\n    b\u{2028}c", "a\n---\nb c", "a\n\\-\\-\\-\nb c"),
            ("\n \n", "", ""),
        ];
        for (text, shown, markdown) in cases {
            assert_eq!(normalise_lines(text), shown);
            assert_eq!(escape_lines(text), markdown);
        }
    }

    #[test]
    fn one_line_and_nothing_hidden() {
        let cases = [
            ("a\u{2028}b\u{85}c\tz\r\n", "a b c z"),
            ("a\u{1f}b\u{a0}\u{3000}c", "a b c"),
            ("a\u{202e}b\u{200b}c", "a\u{fffd}b\u{fffd}c"),
            ("a\u{0}b\u{1b}[31m", "a\u{fffd}b\u{fffd}[31m"),
            ("soft\u{ad}hyphen \u{e000} \u{3164}", "soft\u{fffd}hyphen \u{fffd} \u{fffd}"),
            // No characters, and the last one that is one.
            ("\u{fffe}\u{1ffff}\u{fdd0}\u{fdf0}", "\u{fffd}\u{fffd}\u{fffd}\u{fdf0}"),
            // Joined: a family, a Persian verb; not joined: a hidden break in a word, a lone joiner.
            ("\u{1f469}\u{200d}\u{1f467}", "\u{1f469}\u{200d}\u{1f467}"),
            ("\u{645}\u{6cc}\u{200c}\u{634}\u{648}\u{62f}", "\u{645}\u{6cc}\u{200c}\u{634}\u{648}\u{62f}"),
            ("pass\u{200d}word \u{200c}", "pass\u{fffd}word \u{fffd}"),
            ("\u{e9}\u{200d}\u{200d}\u{e9}", "\u{e9}\u{fffd}\u{fffd}\u{e9}"),
        ];
        for (text, shown) in cases {
            assert_eq!(normalise(text), shown);
        }
    }

    #[test]
    fn a_note_is_escaped_only_where_it_must_be() {
        let cases = [
            ("Use 410; see RFC 7231, Appendix B.", "Use 410; see RFC 7231, Appendix B."),
            ("don't -- ever...", "don't -- ever..."),
            ("[x](javascript:y) <b> `c`", "\\[x\\](javascript:y) \\<b> \\`c\\`"),
            ("AT&T: a_b, not _c_ < 1.5", "AT&T: a_b, not \\_c\\_ < 1.5"),
            ("# head &lt;", "\\# head \\&lt;"),
            ("12. item", "12\\. item"),
            (". item", ". item"),
            ("3) item (4)", "3\\) item (4)"),
            ("- a\n- b", "\\- a - b"),
        ];
        for (text, markdown) in cases {
            assert_eq!(escape_note(text), markdown);
        }
    }
}
