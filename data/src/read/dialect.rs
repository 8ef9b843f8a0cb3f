//! How a file is written: what the user says about it, what a spreadsheet wrote into its first line, and else what its
//! header looks like.

use super::{File, Start};
use crate::wanted::Dialect;

/// The delimiters that a header is searched for, the likeliest first.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a text is split into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Syntax {
    pub(super) delimiter: u8,
    pub(super) quote: u8,
    /// What a quote inside quotes is written with, beside another quote.
    pub(super) escape: Option<u8>,
}

/// What says which character separates the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DelimiterFrom {
    /// `delimiter = ';'`
    User,
    /// A first line `sep=;`.
    SepLine,
    /// The look of the header.
    Header,
}

/// What is wrong with a word of the user's.
pub(super) struct WrongWord {
    pub(super) word: &'static str,
    pub(super) message: String,
}

/// One way to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) syntax: Syntax,
    pub(super) delimiter_from: DelimiterFrom,
    /// How many bytes at the beginning are not read: a line `sep=;`, or what is above the header.
    pub(super) skipped: usize,
    /// Where the rest begins.
    pub(super) start: Start,
    /// Two delimiters are equally likely.
    pub(super) is_tie: bool,
}

impl Way {
    /// As the user says and the file looks, and what is wrong with what the user says.
    pub(super) fn of(file: &File<'_>, dialect: &Dialect) -> (Self, Option<WrongWord>) {
        let text: &str = &file.text;
        let (separator, separator_bytes) = separator_line(text);
        let mut skipped = separator_bytes;
        let mut start = top(separator_bytes);
        let mut wrong = None;
        match dialect.header_line.map(|line| line_start(text, line, separator_bytes)) {
            Some(_) if dialect.headers.is_some() => {
                let message = "`headers` says that the file has no header line, and `header_line` where it is; keep one of \
                               the two";
                wrong = Some(WrongWord { word: "headers", message: message.to_owned() });
            }
            Some(Ok(found)) => (skipped, start) = found,
            Some(Err(message)) => wrong = Some(WrongWord { word: "header_line", message }),
            None => {}
        }
        let (sniffed, is_tie) = sniff(text.get(skipped..).unwrap_or_default());
        let (delimiter, delimiter_from) = match (dialect.delimiter, separator) {
            (Some(delimiter), _) => (delimiter, DelimiterFrom::User),
            (None, Some(separator)) => (separator, DelimiterFrom::SepLine),
            (None, None) => (sniffed, DelimiterFrom::Header),
        };
        let syntax = Syntax { delimiter, quote: b'"', escape: dialect.escape };
        (
            Self { syntax, delimiter_from, skipped, start, is_tie: is_tie && delimiter_from == DelimiterFrom::Header },
            wrong,
        )
    }

    /// The same from the top of the file.
    pub(super) fn top(file: &File<'_>, way: Self) -> Self {
        let (_, skipped) = separator_line(&file.text);
        Self { skipped, start: top(skipped), ..way }
    }

    /// The same from another line on.
    pub(super) fn at_line(self, text: &str, line: u32) -> Self {
        let (_, separator_bytes) = separator_line(text);
        match line_start(text, line, separator_bytes) {
            Ok((skipped, start)) => Self { skipped, start, ..self },
            Err(_) => self,
        }
    }

    pub(super) fn with_apostrophes(self) -> Self {
        Self { syntax: Syntax { quote: b'\'', ..self.syntax }, ..self }
    }

    pub(super) fn with_delimiter(self, delimiter: u8) -> Self {
        Self { syntax: Syntax { delimiter, ..self.syntax }, ..self }
    }
}

/// Where the text after a line `sep=;` begins, if there is such a line.
fn top(separator_bytes: usize) -> Start {
    Start { line: if separator_bytes > 0 { 2 } else { 1 }, row: 1 }
}

/// Where a line begins that is counted from 1, and which row of the spreadsheet it is.
fn line_start(text: &str, line: u32, separator_bytes: usize) -> Result<(usize, Start), String> {
    if line == 0 {
        return Err("`header_line` counts lines from 1".to_owned());
    }
    if line == 1 && separator_bytes > 0 {
        return Err(
            "`header_line` is 1, where the file says what separates its cells (sep=…); count that line too".to_owned()
        );
    }
    let has = |count: u32| {
        let s = if count == 1 { "" } else { "s" };
        Err(format!("`header_line` is {line}, but the file has {count} line{s}"))
    };
    let mut skipped = 0;
    let mut rows = 0;
    let mut is_quoted = false;
    let mut lines = text.split_inclusive('\n');
    for above in 1..line {
        let Some(content) = lines.next() else { return has(above - 1) };
        skipped += content.len();
        is_quoted ^= content.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        if !is_quoted && skipped > separator_bytes {
            rows += 1;
        }
    }
    if skipped == text.len() {
        return has(line - 1);
    }
    // What is above may have a quote that quotes nothing; then each line is a row.
    let row = if is_quoted { line - u32::from(separator_bytes > 0) } else { rows + 1 };
    Ok((skipped, Start { line, row }))
}

/// Excel's `sep=;` as the first line: the separator, and how many bytes the line takes. Excel does
/// not show this line, so it has no row.
fn separator_line(text: &str) -> (Option<u8>, usize) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let content = line.trim_end_matches(['\r', '\n']);
    let content = content.strip_prefix('"').and_then(|c| c.strip_suffix('"')).unwrap_or(content);
    let separator = match content.as_bytes() {
        [s, e, p, b'=', separator] if [s, e, p].map(u8::to_ascii_lowercase) == *b"sep" => *separator,
        _ => return (None, 0),
    };
    if separator.is_ascii_alphanumeric() || separator == b'"' {
        return (None, 0);
    }
    (Some(separator), line.len())
}

/// The delimiter that is most often in the header, outside of quotes; and whether another one is as often.
fn sniff(text: &str) -> (u8, bool) {
    let mut quoted = false;
    let mut is_blank = true;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            // The header is the first line that is not blank.
            b'\r' | b'\n' if !quoted && !is_blank => break,
            _ if !quoted => {
                for (count, delimiter) in counts.iter_mut().zip(DELIMITERS) {
                    *count += usize::from(byte == delimiter);
                }
            }
            _ => {}
        }
        is_blank = is_blank && (byte.is_ascii_whitespace() || DELIMITERS.contains(&byte));
    }
    let mut best = (0, b',');
    for (count, delimiter) in counts.into_iter().zip(DELIMITERS) {
        if count > best.0 {
            best = (count, delimiter);
        }
    }
    let is_tie = best.0 > 0 && counts.into_iter().filter(|count| *count == best.0).count() > 1;
    (best.1, is_tie)
}

/// A delimiter as a sentence names it.
pub(super) fn described(delimiter: u8) -> String {
    match delimiter {
        b',' => "a comma".to_owned(),
        b';' => "a semicolon".to_owned(),
        b'\t' => "a tab".to_owned(),
        b' ' => "a space".to_owned(),
        b':' => "a colon".to_owned(),
        b'|' => "a vertical bar".to_owned(),
        other => format!("{:?}", char::from(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_most_frequent_one_of_the_header() {
        let cases = [
            ("", (b',', false)),
            ("code", (b',', false)),
            ("a,b", (b',', false)),
            ("a;b,c;d", (b';', false)),
            ("a\tb", (b'\t', false)),
            ("a|b|c;d", (b'|', false)),
            ("a;b,c", (b',', true)),
            ("a;b\tc", (b';', true)),
            // Neither what is in quotes nor what is below the header counts; blank lines are above it.
            ("\"a;b;c\",d", (b',', false)),
            ("a,\"b\n;;\"\n;;;", (b',', false)),
            ("a b,c\n;;;", (b',', false)),
            ("a\n;;;", (b',', false)),
            ("\r\n \n\na;b\n,,,", (b';', false)),
            (",\n;;a\n,,,", (b';', false)),
        ];
        for (text, expected) in cases {
            assert_eq!(sniff(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_of_the_separator_is_no_row() {
        let cases = [
            ("sep=;\na", (Some(b';'), 6)),
            ("SEP=,\r\na", (Some(b','), 7)),
            ("\"sep=|\"\na", (Some(b'|'), 8)),
            ("sep=\t", (Some(b'\t'), 5)),
            ("set=;\na", (None, 0)),
            ("sep=a\na", (None, 0)),
            ("sep=\"\na", (None, 0)),
            ("sep=;;\na", (None, 0)),
            ("sep=\na", (None, 0)),
            ("a,b\nsep=;", (None, 0)),
        ];
        for (text, expected) in cases {
            assert_eq!(separator_line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_is_found_with_its_row_of_the_spreadsheet() {
        let has = |line: u32, count: &str| Err(format!("`header_line` is {line}, but the file has {count}"));
        let cases = [
            ("a\nb\nc", 1, Ok((0, 1))),
            ("a\nb\nc", 2, Ok((2, 2))),
            ("a\r\nb\r\nc", 3, Ok((6, 3))),
            ("sep=;\na\nb", 2, Ok((6, 1))),
            ("sep=;\na\nb", 3, Ok((8, 2))),
            // A line break in quotes begins no row, unless nothing closes the quote.
            ("\"a\nb\",c\nd", 3, Ok((8, 2))),
            ("5\" x\nb\nc", 3, Ok((7, 3))),
            ("sep=;\n5\" x\nb", 3, Ok((11, 2))),
            ("a\nb\n", 3, has(3, "2 lines")),
            ("a\nb\n", 4, has(4, "2 lines")),
            ("a", 2, has(2, "1 line")),
            ("", 2, has(2, "0 lines")),
            ("a", 0, Err("`header_line` counts lines from 1".to_owned())),
            (
                "sep=;\na",
                1,
                Err("`header_line` is 1, where the file says what separates its cells (sep=\u{2026}); count that line too"
                    .to_owned()),
            ),
        ];
        for (text, line, expected) in cases {
            let (_, separator_bytes) = separator_line(text);
            let found = line_start(text, line, separator_bytes);
            let found = found.map(|(skipped, start)| {
                assert_eq!(start.line, line);
                (skipped, start.row)
            });
            assert_eq!(found, expected, "{text:?} {line}");
        }
    }
}
