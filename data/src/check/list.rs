//! Several aliases in one cell.
//!
//! `|`, `;` and a line break always separate. A comma and a slash with blanks around it do where every part is one word
//! that looks like a name, because phrases have commas and slashes of their own: `Input / output error`.

use crate::text;

/// The aliases of a cell.
pub(crate) struct Parts<'t> {
    pub(crate) texts: Vec<&'t str>,
    /// A comma or a slash stands between parts that may be phrases of their own.
    pub(crate) is_doubtful: bool,
}

impl<'t> Parts<'t> {
    /// A text that is one alias.
    pub(crate) fn one(text: &'t str) -> Self {
        Self { texts: vec![text], is_doubtful: false }
    }
}

/// The aliases in a cell.
pub(crate) fn split(text: &str) -> Parts<'_> {
    const ALWAYS: [char; 6] = ['|', ';', '\u{ff1b}', '\u{ff5c}', '\n', '\r'];
    if text.contains(ALWAYS) {
        return Parts { texts: parts(text.split(ALWAYS)), is_doubtful: false };
    }
    if text.trim().is_empty() {
        return Parts { texts: Vec::new(), is_doubtful: false };
    }
    if !text::has_one_of(text, ",/") {
        return Parts::one(text);
    }
    let mut texts = Vec::new();
    for part in text.split(',') {
        texts.extend(part.split(" / "));
    }
    let texts = parts(texts.into_iter());
    if texts.len() < 2 {
        return Parts::one(text);
    }
    if texts.iter().all(|part| is_name(part)) {
        return Parts { texts, is_doubtful: false };
    }
    let is_doubtful = texts.iter().all(|part| text::begins(part, |c| c.is_uppercase() || c.is_ascii_digit()));
    Parts { is_doubtful, ..Parts::one(text) }
}

fn parts<'t>(all: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut parts = Vec::new();
    for part in all {
        let part = part.trim();
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts
}

/// One word of letters, digits and `_`, with more than small letters in it: `EAGAIN`, `Dd2`.
fn is_name(part: &str) -> bool {
    text::all(part, |c| c.is_alphanumeric() || c == '_')
        && text::has(part, |c| c.is_uppercase() || c.is_numeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn which_cells_are_lists() {
        let cases: [(&str, &str, &[&str], bool); 16] = [
            ("a bar", "A | b c|", &["A", "b c"], false),
            ("a semicolon", "Held open; Door ajar", &["Held open", "Door ajar"], false),
            ("a full-width semicolon", "A\u{ff1b}B", &["A", "B"], false),
            ("a line break", "Held\nAjar\r\n", &["Held", "Ajar"], false),
            ("names with a slash", "Dd1 / Dd2", &["Dd1", "Dd2"], false),
            ("names with a comma", "EAGAIN, EWOULDBLOCK", &["EAGAIN", "EWOULDBLOCK"], false),
            ("a name with a digit", "e1, e2", &["e1", "e2"], false),
            ("phrases in doubt", "Held Open, Door Ajar", &["Held Open, Door Ajar"], true),
            ("codes and words in doubt", "404 Not Found, Gone for good", &["404 Not Found, Gone for good"], true),
            ("a phrase with a comma", "Not found, missing", &["Not found, missing"], false),
            ("a phrase with a slash", "Input / output error", &["Input / output error"], false),
            ("a slash without blanks", "read/write", &["read/write"], false),
            ("names without blanks", "TCP/IP", &["TCP/IP"], false),
            ("a comma at the end", "Held,", &["Held,"], false),
            ("small words", "held, ajar", &["held, ajar"], false),
            ("one", "Held open", &["Held open"], false),
        ];
        for (name, text, expected, is_doubtful) in cases {
            let parts = split(text);
            assert_eq!((parts.texts.as_slice(), parts.is_doubtful), (expected, is_doubtful), "{name}");
        }
    }
}
