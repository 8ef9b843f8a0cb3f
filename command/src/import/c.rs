//! Enums and defines of C and C++.

use std::collections::HashMap;

use super::grid::{Grid, Origin};

/// The tables of a header: each enum, and the defines.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let lexed = lex(text);
    let mut reader = Reader { lexed: &lexed, at: 0, known: HashMap::new(), defines: Vec::new(), enums: Vec::new() };
    reader.read();
    let Reader { defines, enums, .. } = reader;
    let mut grids = Vec::new();
    for (name, entries) in enums {
        grids.push(grid(name, &entries));
    }
    if !defines.is_empty() {
        grids.push(grid("#define".to_owned(), &defines));
    }
    grids
}

/// A name with its value.
struct Entry {
    name: String,
    line: u32,
    definition: String,
    value: Result<Value, String>,
}

fn grid(name: String, entries: &[Entry]) -> Grid {
    let mut grid = Grid { name, ..Grid::default() };
    grid.rows.push(vec!["code".to_owned(), "name".to_owned(), "definition".to_owned()]);
    let mut rows = vec![1];
    for entry in entries {
        match &entry.value {
            Ok(value) => {
                grid.rows.push(vec![value.shown(), entry.name.clone(), entry.definition.clone()]);
                rows.push(entry.line);
            }
            Err(why) => grid.said.lose(format!("line {}", entry.line), format!("the value of {} {why}", entry.name)),
        }
    }
    grid.origin = Origin { rows, columns: None };
    grid
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    Number(String),
    Text(String),
    Character(i128),
    Sign(&'static str),
    Other(char),
    /// The name of a define, and whether a bracket follows it at once.
    Define(String, bool),
    /// The end of a define.
    End,
}

/// A comment, and the lines that it is on.
struct Comment {
    first: u32,
    last: u32,
    text: String,
    /// Nothing but it is on its lines.
    is_alone: bool,
}

#[derive(Default)]
struct Lexed {
    tokens: Vec<(Token, u32)>,
    comments: Vec<Comment>,
}

const SIGNS: [&str; 18] = ["<<", ">>", "::", "{", "}", "(", ")", ",", ";", "=", "-", "~", "+", "|", "&", "^", "*", "!"];

struct Lexer<'t> {
    rest: &'t str,
    line: u32,
    /// Something but white space and comments was on this line.
    has_code: bool,
    is_in_define: bool,
    lexed: Lexed,
}

fn lex(text: &str) -> Lexed {
    let text = text.replace("\r\n", "\n");
    let mut lexer = Lexer { rest: &text, line: 1, has_code: false, is_in_define: false, lexed: Lexed::default() };
    while !lexer.rest.is_empty() {
        lexer.step();
    }
    lexer.end_define();
    lexer.lexed
}

impl Lexer<'_> {
    fn skip(&mut self, bytes: usize) {
        let (skipped, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        let lines = skipped.bytes().filter(|byte| *byte == b'\n').count();
        self.line += u32::try_from(lines).unwrap_or_default();
        self.rest = rest;
    }

    fn push(&mut self, token: Token) {
        self.has_code = true;
        self.lexed.tokens.push((token, self.line));
    }

    fn end_define(&mut self) {
        if std::mem::take(&mut self.is_in_define) {
            self.lexed.tokens.push((Token::End, self.line));
        }
    }

    fn step(&mut self) {
        let Some(first) = self.rest.chars().next() else { return };
        if self.rest.starts_with("\\\n") {
            return self.skip(2);
        }
        if first == '\n' {
            self.end_define();
            self.has_code = false;
            return self.skip(1);
        }
        if first.is_whitespace() {
            return self.skip(first.len_utf8());
        }
        if self.rest.starts_with("//") || self.rest.starts_with("/*") {
            return self.comment();
        }
        if first == '#' && !self.has_code {
            return self.directive();
        }
        if first.is_ascii_digit() {
            let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '\'' || c == '_'));
            let number = self.rest.get(..end.unwrap_or(self.rest.len())).unwrap_or_default().to_owned();
            self.push(Token::Number(number.clone()));
            return self.skip(number.len());
        }
        if first.is_alphabetic() || first == '_' {
            let end = self.rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(self.rest.len());
            let name = self.rest.get(..end).unwrap_or_default().to_owned();
            self.skip(end);
            // `L"text"`, `u8'c'`
            if !(self.rest.starts_with(['"', '\'']) && ["L", "u8", "u", "U"].contains(&name.as_str())) {
                self.push(Token::Name(name));
            }
            return;
        }
        if first == '"' || first == '\'' {
            return self.quoted(first);
        }
        if let Some(sign) = SIGNS.iter().find(|sign| self.rest.starts_with(**sign)) {
            self.push(Token::Sign(sign));
            return self.skip(sign.len());
        }
        self.push(Token::Other(first));
        self.skip(first.len_utf8());
    }

    fn comment(&mut self) {
        let is_line = self.rest.starts_with("//");
        let end = if is_line {
            self.rest.find('\n').unwrap_or(self.rest.len())
        } else {
            self.rest.find("*/").map_or(self.rest.len(), |end| end + 2)
        };
        let text = self.rest.get(..end).unwrap_or_default().to_owned();
        let (first, had_code) = (self.line, self.has_code);
        self.skip(end);
        let after = self.rest.split('\n').next().unwrap_or_default();
        let is_alone = !had_code && after.trim().is_empty();
        self.lexed.comments.push(Comment { first, last: self.line, text: plain(&text), is_alone });
    }

    /// `#define NAME`, whose value follows; any other directive is passed over, and what `#if 0` takes out.
    fn directive(&mut self) {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        let line = self.rest.get(..end).unwrap_or_default();
        let words = line.trim_start_matches('#').trim_start();
        let Some(rest) = words.strip_prefix("define") else {
            let is_out = words
                .strip_prefix("if")
                .is_some_and(|condition| condition.split("//").next().unwrap_or_default().trim() == "0");
            return if is_out { self.skip_disabled() } else { self.skip_logical_line() };
        };
        let rest = rest.trim_start();
        let name_end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let name = rest.get(..name_end).unwrap_or_default().to_owned();
        let after = rest.get(name_end..).unwrap_or_default();
        let is_function = after.starts_with('(');
        let skipped = line.len() - after.len();
        self.push(Token::Define(name, is_function));
        self.is_in_define = true;
        self.skip(skipped);
    }

    fn skip_logical_line(&mut self) {
        loop {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            let is_continued = self.rest.get(..end).is_some_and(|line| line.ends_with('\\'));
            // A comment after it may go on below.
            let comment = self.rest.get(..end).and_then(|line| line.find("/*").or_else(|| line.find("//")));
            if let Some(comment) = comment {
                self.has_code = true;
                return self.skip(comment);
            }
            self.skip(if is_continued { end + 1 } else { end });
            if !is_continued {
                return;
            }
        }
    }

    fn skip_disabled(&mut self) {
        let mut depth = 0;
        while !self.rest.is_empty() {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            let line = self.rest.get(..end).unwrap_or_default().trim_start();
            let word = line.strip_prefix('#').map(str::trim_start).unwrap_or_default();
            if word.starts_with("if") {
                depth += 1;
            } else if word.starts_with("endif")
                || (depth == 1 && (word.starts_with("else") || word.starts_with("elif")))
            {
                depth -= 1;
            }
            self.skip(end);
            if depth == 0 {
                return;
            }
            self.skip(1);
        }
    }

    fn quoted(&mut self, quote: char) {
        let mut text = String::new();
        let mut characters = self.rest.char_indices().skip(1).peekable();
        let mut end = self.rest.len();
        while let Some((at, c)) = characters.next() {
            match c {
                c if c == quote => {
                    end = at + 1;
                    break;
                }
                '\n' => {
                    end = at;
                    break;
                }
                '\\' => match characters.next().map(|(_, c)| c) {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some('r') => text.push('\r'),
                    Some('0') => text.push('\0'),
                    Some('x') => {
                        let mut hex = String::new();
                        while let Some((_, digit)) = characters.next_if(|(_, c)| c.is_ascii_hexdigit()) {
                            hex.push(digit);
                        }
                        text.extend(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32));
                    }
                    Some('\n') | None => {}
                    Some(other) => text.push(other),
                },
                other => text.push(other),
            }
        }
        let mut letters = text.chars();
        let token = match (quote, letters.next(), letters.next()) {
            ('\'', Some(c), None) => Token::Character(i128::from(u32::from(c))),
            // What `'AB'` is, each compiler decides.
            ('\'', ..) => Token::Other('\''),
            _ => Token::Text(text),
        };
        self.push(token);
        self.skip(end);
    }
}

/// Whether a comment is an enumerator or a define that somebody took out.
fn is_commented_out(text: &str) -> bool {
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_');
    let entry = text.trim().strip_suffix(',').unwrap_or(text);
    text.starts_with("#define ")
        || entry.split_once('=').is_some_and(|(name, _)| is_word(name.trim()))
        || (entry.len() < text.len() && is_word(entry))
}

/// A comment without its marks.
fn plain(comment: &str) -> String {
    let inner = comment.strip_prefix("/*").map_or(comment, |inner| inner.strip_suffix("*/").unwrap_or(inner));
    let mut lines: Vec<String> = Vec::new();
    for line in inner.lines() {
        let line = line.trim();
        let line = line.trim_start_matches(['/', '*', '!']).trim_start_matches('<').trim_end_matches('*').trim();
        let line = ["@brief", "\\brief"].iter().find_map(|tag| line.strip_prefix(tag)).unwrap_or(line).trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines.join(" ")
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    /// With the width in digits, if it is written in hexadecimal.
    Number(i128, Option<usize>),
    /// A number as it is written.
    Written(i128, String, Option<usize>),
    Text(String),
}

impl Value {
    fn number(&self) -> Option<(i128, Option<usize>)> {
        match self {
            Self::Number(number, hex) | Self::Written(number, _, hex) => Some((*number, *hex)),
            Self::Text(_) => None,
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Written(_, text, _) | Self::Text(text) => text.clone(),
            Self::Number(number, Some(width)) if *number >= 0 => format!("0x{number:0width$X}"),
            Self::Number(number, _) => number.to_string(),
        }
    }
}

/// `0x80070005UL`, `'A'`, `1'000`, `010`.
fn literal(text: &str) -> Option<Value> {
    let text = text.replace('\'', "");
    let lower = text.to_ascii_lowercase();
    if let Some(digits) = lower.strip_prefix("0x") {
        let digits = digits.trim_end_matches(['u', 'l', 'z']);
        let value = i128::from_str_radix(digits, 16).ok()?;
        let written = text.get(..2 + digits.len())?.to_owned();
        return Some(Value::Written(value, written, Some(digits.len())));
    }
    let digits = lower.trim_end_matches(['u', 'l', 'z']);
    if let Some(binary) = digits.strip_prefix("0b") {
        return Some(Value::Number(i128::from_str_radix(binary, 2).ok()?, None));
    }
    if digits.len() > 1 && digits.starts_with('0') {
        // In C, a leading zero means octal.
        return Some(Value::Number(i128::from_str_radix(digits, 8).ok()?, None));
    }
    Some(Value::Number(digits.parse().ok()?, None))
}

struct Reader<'l> {
    lexed: &'l Lexed,
    at: usize,
    known: HashMap<String, Value>,
    defines: Vec<Entry>,
    enums: Vec<(String, Vec<Entry>)>,
}

impl<'l> Reader<'l> {
    fn peek(&self) -> Option<&'l Token> {
        self.lexed.tokens.get(self.at).map(|(token, _)| token)
    }

    fn line(&self) -> u32 {
        self.lexed.tokens.get(self.at).or(self.lexed.tokens.last()).map_or(1, |(_, line)| *line)
    }

    fn is_sign(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token::Sign(found)) if *found == sign)
    }

    fn read(&mut self) {
        while let Some(token) = self.peek() {
            let line = self.line();
            self.at += 1;
            match token {
                Token::Define(name, is_function) => self.define(name, *is_function, line),
                Token::Name(name) if name == "enum" => self.enumeration(),
                _ => {}
            }
        }
    }

    fn define(&mut self, name: &str, is_function: bool, line: u32) {
        let start = self.at;
        let is_end = |token: &(Token, u32)| token.0 == Token::End;
        let length = self.lexed.tokens.iter().skip(start).take_while(|token| !is_end(token)).count();
        let end = start + length;
        if !is_function && length > 0 {
            let value = self.value(end);
            if let Ok(value) = &value {
                self.known.insert(name.to_owned(), value.clone());
            }
            let last = self.lexed.tokens.get(end.saturating_sub(1)).map_or(line, |(_, line)| *line);
            let definition = self.definition(line, last);
            self.defines.push(Entry { name: name.to_owned(), line, definition, value });
        }
        self.at = end + 1;
    }

    /// From what is after `enum`.
    fn enumeration(&mut self) {
        let mut name = String::new();
        while let Some(token) = self.peek() {
            match token {
                Token::Name(word) if word == "class" || word == "struct" => {}
                Token::Name(word) if name.is_empty() => word.clone_into(&mut name),
                Token::Sign("{") => break,
                // A variable of that type, or its declaration.
                Token::Sign(";" | "(" | ")" | "," | "=" | "*") | Token::Define(..) => return,
                _ => {}
            }
            self.at += 1;
        }
        if self.peek().is_none() {
            return;
        }
        self.at += 1;
        let mut entries = Vec::new();
        let mut next: Result<Value, String> = Ok(Value::Number(0, None));
        while let Some(token) = self.peek() {
            match token {
                Token::Sign("}") => break,
                Token::Name(entry) => {
                    let line = self.line();
                    self.at += 1;
                    let (value, last) = self.enumerator(&next);
                    next = following(entry, &value);
                    if let Ok(value) = &value {
                        self.known.insert(entry.clone(), value.clone());
                    }
                    let definition = self.definition(line, last);
                    entries.push(Entry { name: entry.clone(), line, definition, value });
                }
                Token::Define(name, is_function) => {
                    let line = self.line();
                    self.at += 1;
                    self.define(name, *is_function, line);
                }
                _ => self.at += 1,
            }
        }
        self.at += 1;
        if let (true, Some(Token::Name(alias))) = (name.is_empty(), self.peek()) {
            alias.clone_into(&mut name);
        }
        if !entries.is_empty() {
            self.enums.push((name, entries));
        }
    }

    /// The value of an enumerator, from what is after its name, and the line on which it ends.
    fn enumerator(&mut self, next: &Result<Value, String>) -> (Result<Value, String>, u32) {
        let (start, mut depth, mut end) = (self.at, 0_usize, self.at);
        while let Some((token, _)) = self.lexed.tokens.get(end) {
            match token {
                Token::Sign("(") => depth += 1,
                Token::Sign(")") => depth = depth.saturating_sub(1),
                Token::Sign("," | "}") if depth == 0 => break,
                _ => {}
            }
            end += 1;
        }
        let last = self.lexed.tokens.get(end).or(self.lexed.tokens.last()).map_or(1, |(_, line)| *line);
        let last_of_value = self.lexed.tokens.get(end.saturating_sub(1)).map_or(last, |(_, line)| *line);
        // Attributes may be between the name and the value.
        let equals = self.lexed.tokens.iter().take(end).skip(start).position(|(token, _)| *token == Token::Sign("="));
        let value = match equals {
            Some(at) => {
                self.at = start + at + 1;
                self.value(end)
            }
            None => next.clone(),
        };
        self.at = end;
        let is_comma = self.is_sign(",");
        if is_comma {
            self.at += 1;
        }
        (value, if is_comma && last == last_of_value { last } else { last_of_value })
    }

    /// The comment on the line, else the one right above that stands alone.
    fn definition(&self, first: u32, last: u32) -> String {
        let comments = &self.lexed.comments;
        let mut beside = comments.iter().filter(|comment| !comment.is_alone && comment.first == last);
        if let Some(comment) = beside.next_back() {
            return comment.text.clone();
        }
        let mut above: Vec<&str> = Vec::new();
        let mut line = first;
        for comment in comments.iter().rev().filter(|comment| comment.last < first) {
            if !comment.is_alone || comment.last + 1 != line {
                break;
            }
            if !is_commented_out(&comment.text) {
                above.insert(0, &comment.text);
            }
            line = comment.first;
        }
        above.join(" ").trim().to_owned()
    }

    /// The value of the expression up to a token.
    fn value(&mut self, end: usize) -> Result<Value, String> {
        let tokens: Vec<&Token> = self.lexed.tokens.iter().take(end).skip(self.at).map(|(token, _)| token).collect();
        self.at = end;
        let mut inner = tokens.as_slice();
        // `(5)` and `((HRESULT)5)` are no more than 5.
        while let [Token::Sign("("), middle @ .., Token::Sign(")")] = inner {
            inner = middle;
        }
        match inner {
            [] => return Err("is missing".to_owned()),
            [Token::Number(text)] => {
                return literal(text).ok_or_else(|| format!("is not a whole number ({text})"));
            }
            [Token::Sign("-"), Token::Number(text)] => {
                let value = literal(text).ok_or_else(|| format!("is not a whole number ({text})"))?;
                return Ok(match value {
                    Value::Written(number, text, hex) => Value::Written(-number, format!("-{text}"), hex),
                    Value::Number(number, hex) => Value::Number(-number, hex),
                    text @ Value::Text(_) => text,
                });
            }
            _ if inner.iter().all(|token| matches!(token, Token::Text(_))) => {
                let mut text = String::new();
                for token in inner {
                    if let Token::Text(part) = token {
                        text.push_str(part);
                    }
                }
                return Ok(Value::Text(text));
            }
            [Token::Name(name)] => {
                if let Some(value) = self.known.get(name) {
                    return Ok(value.clone());
                }
            }
            _ => {}
        }
        let mut expression = Expression { tokens: &tokens, at: 0, known: &self.known, hex: None };
        let number = expression.binary(0)?;
        match expression.tokens.get(expression.at) {
            None => Ok(Value::Number(number, expression.hex)),
            Some(token) => Err(unknown(token)),
        }
    }
}

/// The value after one.
fn following(name: &str, value: &Result<Value, String>) -> Result<Value, String> {
    match value {
        Ok(value) => {
            let (number, hex) = value.number().ok_or_else(|| format!("cannot be counted on from {name}"))?;
            Ok(Value::Number(number + 1, hex))
        }
        Err(_) => Err(format!("counts on from {name}, whose value is not known")),
    }
}

fn unknown(token: &Token) -> String {
    match token {
        Token::Name(name) if name == "sizeof" => "cannot be worked out: sizeof depends on the compiler".to_owned(),
        Token::Name(name) => format!("cannot be worked out: {name} is not defined in this file"),
        Token::Sign(sign) => format!("cannot be worked out: {sign:?} is not expected there"),
        Token::Other(other) => format!("cannot be worked out: {other:?} is not expected there"),
        Token::Number(text) => format!("is not a whole number ({text})"),
        Token::Text(_) | Token::Character(_) | Token::Define(..) | Token::End => "cannot be worked out".to_owned(),
    }
}

struct Expression<'e> {
    tokens: &'e [&'e Token],
    at: usize,
    known: &'e HashMap<String, Value>,
    /// The widest hexadecimal number in it.
    hex: Option<usize>,
}

/// From the loosest to the tightest.
const LEVELS: [&[&str]; 6] = [&["|"], &["^"], &["&"], &["<<", ">>"], &["+", "-"], &["*"]];

impl Expression<'_> {
    fn binary(&mut self, level: usize) -> Result<i128, String> {
        let Some(signs) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        while let Some(Token::Sign(sign)) = self.tokens.get(self.at) {
            if !signs.contains(sign) {
                break;
            }
            self.at += 1;
            let right = self.binary(level + 1)?;
            let shift = u32::try_from(right).unwrap_or(u32::MAX);
            let value = match *sign {
                "|" => Some(left | right),
                "^" => Some(left ^ right),
                "&" => Some(left & right),
                "<<" if shift < 64 => left.checked_mul(1_i128 << shift),
                ">>" if shift < 64 => Some(left >> shift),
                "+" => left.checked_add(right),
                "-" => left.checked_sub(right),
                "*" => left.checked_mul(right),
                _ => None,
            };
            left = value.ok_or_else(|| "is out of range".to_owned())?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<i128, String> {
        let Some(token) = self.tokens.get(self.at) else { return Err("is missing".to_owned()) };
        self.at += 1;
        match token {
            Token::Sign("-") => Ok(-self.unary()?),
            Token::Sign("+") => self.unary(),
            Token::Sign("~") => {
                // As the compiler has it for `int`.
                Ok(!self.unary()?)
            }
            Token::Sign("(") if self.is_cast() => {
                while !matches!(self.tokens.get(self.at), Some(Token::Sign(")"))) {
                    self.at += 1;
                }
                self.at += 1;
                self.unary()
            }
            Token::Sign("(") => {
                let value = self.binary(0)?;
                match self.tokens.get(self.at) {
                    Some(Token::Sign(")")) => {
                        self.at += 1;
                        Ok(value)
                    }
                    Some(other) => Err(unknown(other)),
                    None => Err("has a bracket that is not closed".to_owned()),
                }
            }
            Token::Character(value) => Ok(*value),
            Token::Number(text) => self.take(&literal(text).ok_or_else(|| unknown(token))?, token),
            Token::Name(name) => {
                if matches!(self.tokens.get(self.at), Some(Token::Sign("("))) && !self.known.contains_key(name) {
                    let what = if name == "sizeof" {
                        unknown(token)
                    } else {
                        format!("cannot be worked out: it calls {name}")
                    };
                    return Err(what);
                }
                // `Scope::NAME`
                if matches!(self.tokens.get(self.at), Some(Token::Sign("::"))) {
                    self.at += 1;
                    return self.unary();
                }
                let value = self.known.get(name).cloned().ok_or_else(|| unknown(token))?;
                self.take(&value, token)
            }
            other => Err(unknown(other)),
        }
    }

    fn take(&mut self, value: &Value, token: &Token) -> Result<i128, String> {
        let (number, hex) = value.number().ok_or_else(|| unknown(token))?;
        self.hex = self.hex.max(hex);
        Ok(number)
    }

    /// Whether brackets hold a type: `(int)`, `(uint32_t)`, `(unsigned long)`.
    fn is_cast(&self) -> bool {
        let mut words = 0;
        for token in self.tokens.iter().skip(self.at) {
            match token {
                Token::Name(name) if self.known.contains_key(name) => return false,
                Token::Name(_) => words += 1,
                Token::Sign(")") => break,
                _ => return false,
            }
        }
        let after = self.tokens.get(self.at + words + 1);
        words > 0
            && matches!(
                after,
                Some(Token::Number(_) | Token::Name(_) | Token::Sign("(" | "-" | "~") | Token::Character(_))
            )
    }
}
