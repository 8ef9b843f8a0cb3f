//! How a file is written: what the user says about it, what a spreadsheet wrote into its first line, and else what its
//! header looks like.

use crate::refusal::FileFault;
use crate::wanted::Dialect;

/// The delimiters that a header is searched for, the likeliest first.
pub(crate) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are looked at for what is between two cells.
const LOOKED_AT: usize = 20;

/// How a text is split into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Syntax {
    pub(crate) delimiter: u8,
    pub(crate) quote: u8,
    /// What a quote inside quotes is written with, beside another quote.
    pub(crate) escape: Option<u8>,
}

/// What says which character separates the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DelimiterFrom {
    /// `delimiter = ';'`
    User,
    /// A first line `sep=;`.
    SepLine,
    /// The look of the header.
    Header,
}

/// Where a text begins in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) line: u32,
    pub(crate) row: u32,
}

/// One way to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) syntax: Syntax,
    pub(crate) delimiter_from: DelimiterFrom,
    /// How many bytes at the beginning are not read: a line `sep=;`, or what is above the header.
    pub(crate) skipped: usize,
    /// Where the rest begins.
    pub(crate) start: Start,
    /// Another delimiter is as likely.
    pub(crate) tie: Option<u8>,
}

impl Way {
    /// As the user says and the file looks, and what is wrong with a word of the user's.
    pub(crate) fn of(text: &str, dialect: &Dialect) -> (Self, Option<(&'static str, FileFault)>) {
        let (separator, separator_bytes) = separator_line(text);
        let quote = dialect.quote.unwrap_or(b'"');
        let mut skipped = separator_bytes;
        let mut start = top(separator_bytes);
        let mut wrong = None;
        if let Some(line) = dialect.header_line {
            // Where the user gives the headers, that line is replaced by them, and the rows begin after it.
            let first = if dialect.headers.is_some() { line.saturating_add(1) } else { line };
            match line_start(text, first, separator_bytes, quote) {
                Ok(found) => (skipped, start) = found,
                Err(_)
                    if line > 0
                        && dialect.headers.is_some()
                        && line_start(text, line, separator_bytes, quote).is_ok() =>
                {
                    (skipped, start) = (text.len(), Start { line: first, row: first });
                }
                Err(FileFault::HeaderLineBeyond { lines, .. }) => {
                    wrong = Some(("header_line", FileFault::HeaderLineBeyond { line, lines }));
                }
                Err(fault) => wrong = Some(("header_line", fault)),
            }
        }
        let (sniffed, tie) = sniff(text.get(skipped..).unwrap_or_default(), quote);
        let is_usable =
            |delimiter: &u8| delimiter.is_ascii() && !matches!(*delimiter, b'\n' | b'\r') && *delimiter != quote;
        let (delimiter, delimiter_from) = match (dialect.delimiter.filter(is_usable), separator.filter(is_usable)) {
            (Some(delimiter), _) => (delimiter, DelimiterFrom::User),
            (None, Some(separator)) => (separator, DelimiterFrom::SepLine),
            (None, None) => (sniffed, DelimiterFrom::Header),
        };
        let syntax = Syntax { delimiter, quote, escape: dialect.escape.filter(u8::is_ascii) };
        let tie = tie.filter(|_| delimiter_from == DelimiterFrom::Header);
        (Self { syntax, delimiter_from, skipped, start, tie }, wrong)
    }

    /// The same from the top of the file.
    pub(crate) fn at_top(self, text: &str) -> Self {
        let (_, skipped) = separator_line(text);
        Self { skipped, start: top(skipped), ..self }
    }

    /// The same from another line on.
    pub(crate) fn at_line(self, text: &str, line: u32) -> Self {
        let (_, separator_bytes) = separator_line(text);
        match line_start(text, line, separator_bytes, self.syntax.quote) {
            Ok((skipped, start)) => Self { skipped, start, ..self },
            Err(_) => self,
        }
    }

    pub(crate) fn with_apostrophes(self) -> Self {
        Self { syntax: Syntax { quote: b'\'', ..self.syntax }, ..self }
    }

    pub(crate) fn with_delimiter(self, delimiter: u8) -> Self {
        Self { syntax: Syntax { delimiter, ..self.syntax }, ..self }
    }
}

/// Where the text after a line `sep=;` begins, if there is such a line.
fn top(separator_bytes: usize) -> Start {
    Start { line: if separator_bytes > 0 { 2 } else { 1 }, row: 1 }
}

/// What ends the lines of a text: a carriage return only where nothing else does.
fn line_end(text: &str) -> char {
    if text.contains('\n') { '\n' } else { '\r' }
}

/// Where a line begins that is counted from 1, and which row of the spreadsheet it is.
fn line_start(text: &str, line: u32, separator_bytes: usize, quote: u8) -> Result<(usize, Start), FileFault> {
    if line == 0 {
        return Err(FileFault::HeaderLineZero);
    }
    if line == 1 && separator_bytes > 0 {
        return Err(FileFault::HeaderLineOfSeparator);
    }
    let mut skipped = 0;
    let mut rows = 0;
    let mut is_quoted = false;
    let mut lines = text.split_inclusive(line_end(text));
    for above in 1..line {
        let Some(content) = lines.next() else { return Err(FileFault::HeaderLineBeyond { line, lines: above - 1 }) };
        skipped += content.len();
        is_quoted ^= content.matches(char::from(quote)).count() % 2 == 1;
        if !is_quoted && skipped > separator_bytes {
            rows += 1;
        }
    }
    if skipped == text.len() {
        return Err(FileFault::HeaderLineBeyond { line, lines: line - 1 });
    }
    // What is above may have a quote that quotes nothing; then each line is a row.
    let row = if is_quoted { line - u32::from(separator_bytes > 0) } else { rows + 1 };
    Ok((skipped, Start { line, row }))
}

/// Excel's `sep=;` as the first line: the separator, and how many bytes the line takes. Excel does
/// not show this line, so it has no row.
fn separator_line(text: &str) -> (Option<u8>, usize) {
    let line = text.split_inclusive(line_end(text)).next().unwrap_or_default();
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

/// The delimiter that is most often in the header, outside of quotes; and another one that is as often.
fn sniff(text: &str, quote: u8) -> (u8, Option<u8>) {
    let mut quoted = false;
    let mut is_blank = true;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in text.bytes() {
        match byte {
            byte if byte == quote => quoted = !quoted,
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
    let mut tie = None;
    for (count, delimiter) in counts.into_iter().zip(DELIMITERS) {
        if count > best.0 {
            (best, tie) = ((count, delimiter), None);
        } else if count > 0 && count == best.0 {
            tie = tie.or(Some(delimiter));
        }
    }
    let is_tab = best.1 == b'\t' || tie == Some(b'\t');
    if is_tab {
        for (count, delimiter) in counts.into_iter().zip(DELIMITERS) {
            if count > 0 && delimiter != b'\t' && is_padded(text, delimiter) {
                return (delimiter, None);
            }
        }
    }
    (best.1, tie)
}

/// Whether tabs are nothing but padding after a delimiter: each follows one, in each of the first rows.
fn is_padded(text: &str, delimiter: u8) -> bool {
    for line in text.split(line_end(text)).filter(|line| !line.trim().is_empty()).take(LOOKED_AT) {
        if !line.contains(char::from(delimiter)) {
            return false;
        }
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('\t') {
            let is_after = before.trim_end_matches(' ').ends_with(char::from(delimiter));
            if !is_after {
                return false;
            }
            rest = after.trim_start_matches(['\t', ' ']);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_most_frequent_one_of_the_header() {
        let cases = [
            ("", (b',', None)),
            ("code", (b',', None)),
            ("a,b", (b',', None)),
            ("a;b,c;d", (b';', None)),
            ("a\tb", (b'\t', None)),
            ("a|b|c;d", (b'|', None)),
            ("a;b,c", (b',', Some(b';'))),
            ("a;b\tc", (b';', Some(b'\t'))),
            // Neither what is in quotes nor what is below the header counts; blank lines are above it.
            ("\"a;b;c\",d", (b',', None)),
            ("a,\"b\n;;\"\n;;;", (b',', None)),
            ("a b,c\n;;;", (b',', None)),
            ("a\n;;;", (b',', None)),
            ("\r\n \n\na;b\n,,,", (b';', None)),
            (",\n;;a\n,,,", (b';', None)),
            // Tabs after each delimiter are padding; where one is not, they may be what separates.
            ("a;\tb\n1;\tx\n", (b';', None)),
            ("a, \tb, \tc\n1, \tx, \ty, z\n", (b',', None)),
            ("a;\t\tb\n1;\tx\n", (b';', None)),
            ("a;\tb\n1\tx;y\n", (b';', Some(b'\t'))),
            ("a;\tb\n1\tx\n", (b';', Some(b'\t'))),
        ];
        for (text, expected) in cases {
            assert_eq!(sniff(text, b'"'), expected, "{text:?}");
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
        let has = |line: u32, lines: u32| Err(FileFault::HeaderLineBeyond { line, lines });
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
            ("a\nb\n", 3, has(3, 2)),
            ("a\nb\n", 4, has(4, 2)),
            ("a", 2, has(2, 1)),
            ("", 2, has(2, 0)),
            ("a", 0, Err(FileFault::HeaderLineZero)),
            ("sep=;\na", 1, Err(FileFault::HeaderLineOfSeparator)),
            // Nothing but carriage returns.
            ("a\rb\rc", 3, Ok((4, 3))),
        ];
        for (text, line, expected) in cases {
            let (_, separator_bytes) = separator_line(text);
            let found = line_start(text, line, separator_bytes, b'"');
            let found = found.map(|(skipped, start)| {
                assert_eq!(start.line, line);
                (skipped, start.row)
            });
            assert_eq!(found, expected, "{text:?} {line}");
        }
    }
}
