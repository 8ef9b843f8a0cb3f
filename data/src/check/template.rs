//! Names of rows after their codes.

use std::fmt::Write as _;

use crate::code::Code;
use crate::name::words_in_pascal_case;
use crate::text;

/// `names = "E{code}"`: how rows are named after their codes.
#[derive(Clone, Debug)]
pub(super) struct Template {
    before: String,
    after: String,
    /// The code is taken as the cell has it, and nothing is recased.
    is_verbatim: bool,
}

impl Default for Template {
    fn default() -> Self {
        Self { before: "E".to_owned(), after: String::new(), is_verbatim: false }
    }
}

impl Template {
    /// # Errors
    ///
    /// What is wrong with it, as the end of a sentence that begins with it.
    pub(super) fn parse(text: &str, is_verbatim: bool) -> Result<Self, &'static str> {
        let (before, after) = text.split_once("{code}").ok_or("has to say where the code goes: {code}")?;
        let is_of_name = |text: &str| text::all(text, |b| b.is_ascii_alphanumeric() || b == '_');
        if after.contains("{code}") {
            return Err("has {code} in it twice");
        }
        if !is_of_name(before) || !is_of_name(after) {
            return Err("may have ASCII letters and digits around {code}");
        }
        if !is_verbatim && !before.is_empty() && !text::begins(before, |c| c.is_ascii_uppercase()) {
            return Err("has to begin with an upper case letter");
        }
        Ok(Self { before: before.to_owned(), after: after.to_owned(), is_verbatim })
    }

    /// The name of a row. `text` is the cell of its code.
    pub(super) fn name(&self, code: &Code, text: &str) -> String {
        let own = match code {
            Code::Int(number) if self.is_verbatim && *number >= 0 => text.to_owned(),
            Code::Int(number) => {
                let unsigned = text.trim_start_matches('-');
                let hex = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X"));
                match hex {
                    Some(digits) if text.starts_with('-') => format!("Minus{digits}"),
                    Some(digits) => digits.to_owned(),
                    None if *number < 0 => format!("Minus{}", number.unsigned_abs()),
                    // Without `0x`, and perhaps hexadecimal all the same: `radix = 16`.
                    None => text.to_owned(),
                }
            }
            Code::Text(text) if self.is_verbatim => text.clone(),
            Code::Text(text) => of_text_code(text),
        };
        format!("{}{own}{}", self.before, self.after)
    }
}

/// A text code's letters in `PascalCase`, with `_` kept between digits: `CE-30001-4` is `Ce30001_4`.
fn of_text_code(code: &str) -> String {
    let mut name = String::new();
    for word in code.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_digit = |c: char| c.is_ascii_digit();
        if name.ends_with(is_digit) && word.starts_with(is_digit) {
            name.push('_');
        }
        name.push_str(&words_in_pascal_case(word));
    }
    if name.is_empty() { of_signs(code) } else { name }
}

/// A code of signs alone: what each is called, or its code point: `!` is `Exclamation`, `++` `PlusPlus`.
fn of_signs(code: &str) -> String {
    const SIGNS: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    #[rustfmt::skip]
    const CALLED: [&str; 32] = [
        "Exclamation", "Quote", "Hash", "Dollar", "Percent", "And", "Apostrophe", "LeftParenthesis",
        "RightParenthesis", "Asterisk", "Plus", "Comma", "Minus", "Dot", "Slash", "Colon", "Semicolon", "Less",
        "Equals", "Greater", "Question", "At", "LeftBracket", "Backslash", "RightBracket", "Caret", "Underscore",
        "Backtick", "LeftBrace", "Bar", "RightBrace", "Tilde",
    ];
    let mut name = String::new();
    for sign in code.chars().filter(|sign| !sign.is_whitespace()) {
        match SIGNS.find(sign).and_then(|index| CALLED.get(index)) {
            Some(called) => name.push_str(called),
            None => {
                // Writing into a String does not fail.
                let _ = write!(name, "U{:04X}", u32::from(sign));
            }
        }
    }
    name
}
