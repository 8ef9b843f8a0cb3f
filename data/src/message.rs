//! The grammar of a message: a text with `{name}` where a value is shown. Knows no fields and writes no sentence.

use crate::text;

/// A message: texts, each with the value that follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
    /// Values that a translation leaves out on purpose: `{-name}`.
    pub left_out: Vec<String>,
}

/// A text, which may be empty, and the value after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The text, without the doubling of its braces.
    pub text: String,
    /// What is shown after it.
    pub value: Option<Placeholder>,
}

/// `{name}` or `{name:SPEC}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Placeholder {
    /// A field, the index of one, or a name of `values(…)`.
    pub name: String,
    /// As `format!` takes it, without the colon; empty for `Display`.
    pub spec: String,
}

/// Why a cell is not a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongMessage {
    /// A `{` that no `}` closes.
    Open,
    /// A `}` without a `{`.
    Close,
    /// `{}` or `{:?}`: it does not say which value.
    Nameless,
    /// `{"id": 7}`: braces that are meant as text.
    Json,
    /// `{n, plural, …}`, or an arrow of Fluent's.
    Plural,
    /// `{x:width$}`, `{x:.*}`: a width or a precision that is a value.
    Width(String),
    /// `{a.b}`: a value within a value.
    Within(String),
    /// `{０}`: digits of another script.
    Digits(String),
    /// An accent that is written apart from its letter.
    Accent(String),
    /// `{nom du fichier}`: not a name.
    Name(String),
    /// `{x:blue}`: not a format.
    Spec(String),
    /// `{-name}` outside of a translation.
    LeftOut(String),
}

impl Message {
    /// The message that a cell has; `is_translation` if it is not in the default language.
    ///
    /// # Errors
    ///
    /// What is wrong with its braces; the first only, since the rest may follow from it.
    pub fn parse(cell: &str, is_translation: bool) -> Result<Self, WrongMessage> {
        let cell = one_line(cell);
        let mut message = Self::default();
        let mut text = String::new();
        let mut rest = cell.as_str();
        while let Some(at) = text::find_one_of(rest, "{}") {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            if let Some(after) = from.strip_prefix("{{") {
                text.push('{');
                rest = after;
                continue;
            }
            if let Some(after) = from.strip_prefix("}}") {
                text.push('}');
                rest = after;
                continue;
            }
            let Some(inner) = from.strip_prefix('{') else { return Err(WrongMessage::Close) };
            if is_plural(inner) {
                return Err(WrongMessage::Plural);
            }
            if text::begins_with_one_of(inner.trim_start(), "\"'") {
                return Err(WrongMessage::Json);
            }
            let Some(end) = text::find_one_of(inner, "{}") else { return Err(WrongMessage::Open) };
            let (inside, after) = inner.split_at(end);
            let Some(after) = after.strip_prefix('}') else { return Err(WrongMessage::Open) };
            rest = after;
            match inside.trim().strip_prefix('-') {
                Some(name) if is_translation => message.left_out.push(name_of(name)?),
                Some(name) => return Err(WrongMessage::LeftOut(name.trim().to_owned())),
                None => {
                    let value = Some(Placeholder::parse(inside)?);
                    message.pieces.push(Piece { text: std::mem::take(&mut text), value });
                }
            }
        }
        text.push_str(rest);
        if !text.is_empty() || message.pieces.is_empty() {
            message.pieces.push(Piece { text, value: None });
        }
        Ok(message)
    }

    /// The values that it shows, in order of appearance.
    pub fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.pieces.iter().filter_map(|piece| piece.value.as_ref())
    }

    /// Adds the names of the values that it shows, each once.
    pub fn add_names<'m>(&'m self, names: &mut Vec<&'m str>) {
        for shown in self.placeholders() {
            if !names.contains(&shown.name.as_str()) {
                names.push(&shown.name);
            }
        }
    }

    /// The values that it shows, and that a translation neither shows nor leaves out on purpose.
    pub fn lost_in(&self, translation: &Self) -> Vec<String> {
        let (mut names, mut lost) = (Vec::new(), Vec::new());
        self.add_names(&mut names);
        for name in names {
            if !translation.mentions(name) {
                lost.push(name.to_owned());
            }
        }
        lost
    }

    /// Whether it shows a value, or leaves it out on purpose.
    pub fn mentions(&self, name: &str) -> bool {
        self.placeholders().any(|shown| shown.name == name) || self.left_out.iter().any(|left| left == name)
    }
}

impl Placeholder {
    fn parse(inside: &str) -> Result<Self, WrongMessage> {
        let (name, spec) = match inside.split_once(':') {
            Some((name, spec)) => (name, spec.trim_end()),
            None => (inside, ""),
        };
        let name = name_of(name)?;
        if spec.contains('$') || spec.ends_with(".*") {
            return Err(WrongMessage::Width(spec.to_owned()));
        }
        if !is_spec(spec) {
            return Err(WrongMessage::Spec(spec.to_owned()));
        }
        Ok(Self { name, spec: spec.to_owned() })
    }
}

/// A name as Rust has it, or the index of a tuple's field.
fn name_of(written: &str) -> Result<String, WrongMessage> {
    let name = written.trim();
    if name.is_empty() {
        return Err(WrongMessage::Nameless);
    }
    if text::all(name, char::is_numeric) {
        let is_index = text::are_digits(name) && (name == "0" || !name.starts_with('0'));
        return if is_index { Ok(name.to_owned()) } else { Err(WrongMessage::Digits(name.to_owned())) };
    }
    if name.contains('.') {
        return Err(WrongMessage::Within(name.to_owned()));
    }
    if name.chars().any(is_mark) {
        return Err(WrongMessage::Accent(name.to_owned()));
    }
    let is_name = text::begins(name, |c| c.is_alphabetic() || c == '_')
        && text::all(name, |c| c.is_alphanumeric() || c == '_')
        && name != "_";
    if is_name { Ok(name.to_owned()) } else { Err(WrongMessage::Name(name.to_owned())) }
}

/// A combining diacritical mark.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// `[[fill]align][sign][#][0][width][.precision][type]`, with at most three digits each for width and precision.
fn is_spec(spec: &str) -> bool {
    let mut rest = spec;
    let mut characters = rest.chars();
    let (first, second) = (characters.next(), characters.next());
    let is_align = |c: Option<char>| matches!(c, Some('<' | '^' | '>'));
    if is_align(second) && !matches!(first, Some('{' | '}')) {
        rest = characters.as_str();
    } else if is_align(first) {
        rest = rest.get(1..).unwrap_or_default();
    }
    rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    rest = rest.strip_prefix('#').unwrap_or(rest);
    let Some(after_width) = without_digits(rest, 4) else { return false };
    rest = after_width;
    if let Some(precision) = rest.strip_prefix('.') {
        match without_digits(precision, 3) {
            Some(after) if after.len() < precision.len() => rest = after,
            _ => return false,
        }
    }
    matches!(rest, "" | "?" | "x" | "X" | "o" | "b" | "e" | "E" | "x?" | "X?")
}

/// What follows the digits that a text begins with; `None` if these are too many. A leading zero of a width is a flag.
fn without_digits(text: &str, most: usize) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let most = if most > 3 && !text.starts_with('0') { 3 } else { most };
    if digits > most { None } else { text.get(digits..) }
}

/// What begins as a plural or a selection of ICU's, or as one of Fluent's.
fn is_plural(inner: &str) -> bool {
    let head = inner.get(..text::find_one_of(inner, "{}[").unwrap_or(inner.len())).unwrap_or_default();
    if head.contains("->") {
        return true;
    }
    let mut parts = head.split(',').map(str::trim);
    let (name, kind) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    !name.is_empty() && matches!(kind, "plural" | "select" | "selectordinal")
}

/// A message is one line of a log: line breaks, tabs and runs of spaces are one space. Other spaces stay: French needs
/// no-break ones.
pub fn one_line(cell: &str) -> String {
    let mut line = String::with_capacity(cell.len());
    for word in cell.split([' ', '\t', '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// The first character of a message that nobody sees and that no script needs there: embeddings and overrides, isolates
/// that are not closed. Marks of direction, isolates that the cell closes, and the joiners and breaks of some scripts are
/// needed.
pub fn invisible(cell: &str) -> Option<char> {
    let line = one_line(cell);
    let mut shown = String::with_capacity(line.len());
    let mut isolates = 0_usize;
    let mut opened = None;
    let mut previous = None;
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\u{200e}' | '\u{200f}' | '\u{61c}' => continue,
            '\u{2066}'..='\u{2068}' => {
                isolates += 1;
                opened.get_or_insert(c);
            }
            '\u{2069}' if isolates == 0 => return Some(c),
            '\u{2069}' => isolates -= 1,
            '\u{200b}'
                if previous.is_some_and(needs_breaks) && characters.peek().copied().is_some_and(needs_breaks) => {}
            _ => shown.push(c),
        }
        previous = Some(c);
    }
    if isolates > 0 { opened } else { text::hidden(&shown) }
}

/// Letters of scripts that are written without spaces: Thai, Lao, Burmese, Khmer.
fn needs_breaks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The pieces of a message, values as they are written.
    fn written(cell: &str) -> Result<String, WrongMessage> {
        let message = Message::parse(cell, false)?;
        let mut text = String::new();
        for piece in &message.pieces {
            text.push_str(&piece.text);
            if let Some(Placeholder { name, spec }) = &piece.value {
                let _ = write!(text, "<{name}|{spec}>");
            }
        }
        Ok(text)
    }

    #[test]
    fn a_message_is_text_and_values() {
        let cases = [
            ("plain", "Busy", "Busy"),
            ("empty", "", ""),
            ("a name", "Order {id} is gone", "Order <id|> is gone"),
            ("an index", "{0}: {1}", "<0|>: <1|>"),
            ("white space around a name", "{ id }", "<id|>"),
            ("doubled braces", "{{id}} {id} }}{{", "{id} <id|> }{"),
            ("formats", "{a:?} {b:>8.2} {c:#06x} {d:*^9} {e:+} {f:x?}", "<a|?> <b|>8.2> <c|#06x> <d|*^9> <e|+> <f|x?>"),
            ("a fill of another script", "{a:\u{e9}<8}", "<a|\u{e9}<8>"),
            ("a name of another script", "{gr\u{f6}\u{df}e}", "<gr\u{f6}\u{df}e|>"),
            ("one line", " a\r\n b\t c ", "a b c"),
            ("other spaces stay", "Fichier\u{a0}:\u{3000}{f}", "Fichier\u{a0}:\u{3000}<f|>"),
            ("only braces are special", "100% of $5 <b> 'x' \"y\" %s", "100% of $5 <b> 'x' \"y\" %s"),
        ];
        for (name, cell, expected) in cases {
            assert_eq!(written(cell).as_deref(), Ok(expected), "{name}");
        }
    }

    #[test]
    fn what_is_not_a_message_says_why() {
        use WrongMessage::*;
        let some = str::to_owned;
        let cases = [
            ("not closed", "Order {id", Open),
            ("closed by another one", "{a{b}}", Open),
            ("a closing brace", "id} gone", Close),
            ("which value", "{}", Nameless),
            ("which value, with a format", "{:?}", Nameless),
            ("JSON", "{\"id\": 7}", Json),
            ("ICU's plural", "{count, plural, one {# file} other {# files}}", Plural),
            ("ICU's select", "{g,select,other{x}}", Plural),
            ("Fluent's arrow", "{ $n -> [one] a *[other] b }", Plural),
            ("a width that is a value", "{x:width$}", Width(some("width$"))),
            ("a precision that is a value", "{x:.*}", Width(some(".*"))),
            ("within a value", "{a.b}", Within(some("a.b"))),
            ("digits of another script", "{\u{ff10}}", Digits(some("\u{ff10}"))),
            ("an index with a zero before it", "{01}", Digits(some("01"))),
            ("an accent apart", "{o\u{308}l}", Accent(some("o\u{308}l"))),
            ("several words", "{nom du fichier}", Name(some("nom du fichier"))),
            ("a raw name", "{r#type}", Name(some("r#type"))),
            ("not a format", "{x:blue}", Spec(some("blue"))),
            ("four digits", "{x:1000}", Spec(some("1000"))),
            ("a fill that is a brace", "{x:{<8}", Open),
            ("left out in the default language", "{-id}", LeftOut(some("id"))),
        ];
        for (name, cell, expected) in cases {
            assert_eq!(Message::parse(cell, false), Err(expected), "{name}");
        }
    }

    #[test]
    fn a_translation_may_leave_a_value_out() {
        let message = Message::parse("Weg {-id}", true).unwrap();
        assert_eq!((message.mentions("id"), message.mentions("name")), (true, false));
        assert_eq!(message.placeholders().count(), 0);
        assert_eq!(Message::parse("Weg {- }", true), Err(WrongMessage::Nameless));
    }

    #[test]
    fn formats_are_those_of_the_standard_library() {
        let right = ["", "?", "x?", "8", "08", "0123", "<", ">5", "*^5", "+", "-.3", "#x", "#010b", "^.5e", "<<3"];
        let wrong = ["s", "d", "1234", "01234", ".", ".1234", "x8", "5.", "#?x", "{<3", "}>3"];
        for (specs, expected) in [(&right[..], true), (&wrong[..], false)] {
            for spec in specs {
                assert_eq!(is_spec(spec), expected, "{spec}");
            }
        }
    }

    #[test]
    fn what_scripts_need_may_be_invisible_and_nothing_else() {
        let cases = [
            ("plain", "Order {id}", None),
            ("lines", "a\nb\tc", None),
            ("marks of direction", "\u{200f}\u{5d0} {id}\u{200e}", None),
            ("a closed isolate", "\u{2068}{id}\u{2069}", None),
            ("an isolate that is not closed", "\u{2068}{id}", Some('\u{2068}')),
            ("one closed twice", "\u{2068}a\u{2069}\u{2069}", Some('\u{2069}')),
            ("an override", "\u{202e}abc", Some('\u{202e}')),
            ("an override after a mark", "\u{200e}a\u{202e}b", Some('\u{202e}')),
            ("a break of Thai", "\u{e01}\u{200b}\u{e02}", None),
            ("a break of Latin", "a\u{200b}b", Some('\u{200b}')),
            ("a joiner of an emoji", "\u{1f469}\u{200d}\u{1f467}", None),
            ("a joiner of Latin", "a\u{200d}b", Some('\u{200d}')),
        ];
        for (name, cell, expected) in cases {
            assert_eq!(invisible(cell), expected, "{name}");
        }
    }
}
