//! The text of one cell → a code or a number, with a sentence for what a spreadsheet does to numbers.

mod cure;
mod decimal;
#[cfg(test)]
mod tests;

use crate::code::{Code, CodeType, IntType};
use crate::name::{self, quote, quote_seen};
use crate::rule::Rule;
use crate::text;
pub(crate) use cure::{are_thousands, is_date, range_of};
pub(crate) use decimal::{Mark, float};

/// What is wrong with a cell's text, and how that ends: `; write it …`, or nothing.
pub(crate) struct Mismatch {
    pub(crate) what: String,
    pub(crate) fix: String,
    /// The rule that it breaks, where that is not the one of any wrong number.
    pub(crate) rule: Option<Rule>,
}

impl Mismatch {
    pub(crate) fn new(what: String) -> Self {
        Self { what, fix: String::new(), rule: None }
    }
}

/// The code that a cell holds.
pub(crate) fn code(text: &str, code: CodeType, is_bare_hex: bool) -> Result<Code, Mismatch> {
    match code {
        CodeType::Int(int) if is_bare_hex => hexadecimal(text, int).map(Code::Int),
        CodeType::Int(int) => whole(text, int, cure::of_code).map(Code::Int),
        CodeType::Text => text_code(text),
    }
}

/// A text code, exactly as written: two codes that look the same on every screen would be two rows.
fn text_code(text: &str) -> Result<Code, Mismatch> {
    if let Some(unseen) = text::hidden(text) {
        return Err(Mismatch {
            what: format!("the code {} has {} in it, which is invisible", quote_seen(text), name::show(unseen)),
            fix: "; take it out".to_owned(),
            rule: Some(Rule::InvisibleCharacter),
        });
    }
    if text.contains('\n') && several(text) {
        return Err(Mismatch {
            what: format!("{} is several codes", quote(text)),
            fix: "; a row has one code: a row each".to_owned(),
            rule: Some(Rule::SeveralCodes),
        });
    }
    if let Some(space) = text.chars().find(|&c| c.is_whitespace() && c != ' ') {
        return Err(Mismatch {
            what: format!("the code {} has {} in it, which looks like a space", quote_seen(text), name::show(space)),
            fix: "; write a plain space, or take it out".to_owned(),
            rule: Some(Rule::InvisibleCharacter),
        });
    }
    match cure::of_text_code(text) {
        Some(fix) => {
            Err(Mismatch { what: format!("{} is not a code", quote(text)), fix, rule: Some(Rule::SpreadsheetCode) })
        }
        None => Ok(Code::Text(text.to_owned())),
    }
}

/// Whether a cell has several lines, each with a digit in it.
fn several(text: &str) -> bool {
    let mut count = 0;
    for line in text.lines() {
        if !line.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        count += 1;
    }
    count > 1
}

/// An integer as a program writes it: decimal, with `-` as the only sign, or hexadecimal.
pub(crate) fn integer(text: &str, int: IntType) -> Result<i128, Mismatch> {
    whole(text, int, |_| String::new())
}

/// The same, with a further cure where none fits.
fn whole(text: &str, int: IntType, further: fn(&str) -> String) -> Result<i128, Mismatch> {
    let Some(number) = plain_integer(text) else {
        let mut fix = cure::of_integer(text);
        if fix.is_empty() {
            fix = further(text);
        }
        if fix.is_empty() {
            fix = format!("; write a whole number from {}", range(int));
        }
        return Err(Mismatch { what: format!("{} is not a whole number", quote(text)), fix, rule: None });
    };
    in_range(text, as_bits(text, number, int), int)
}

/// A code in hexadecimal without `0x`.
fn hexadecimal(text: &str, int: IntType) -> Result<i128, Mismatch> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let with_mark = format!("0x{digits}");
    match plain_integer(&with_mark) {
        Some(number) => in_range(&with_mark, as_bits(&with_mark, number, int), int),
        None => Err(Mismatch {
            what: format!("{} is not a hexadecimal number", quote(text)),
            fix: "; write it with 0 to 9 and A to F".to_owned(),
            rule: None,
        }),
    }
}

/// Hexadecimal of the full width of a signed type is its bits: `0x80070005` as i32, which is how HRESULTs are written.
fn as_bits(text: &str, number: i128, int: IntType) -> i128 {
    let digits = u32::try_from(text.len()).unwrap_or_default().saturating_sub(2);
    let is_full = int.signed && number > int.max() && digits * 4 == int.bits && text.starts_with('0');
    if is_full { number - (1_i128 << int.bits) } else { number }
}

fn in_range(text: &str, number: i128, int: IntType) -> Result<i128, Mismatch> {
    if number < int.min() || number > int.max() {
        return Err(Mismatch::new(format!("{text} is out of range ({})", range(int))));
    }
    Ok(number)
}

fn range(int: IntType) -> String {
    format!("{} to {}", int.min(), int.max())
}

/// The number without a type, for a text that is written as [`code`] takes it.
pub(crate) fn plain_integer(text: &str) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let hex = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let magnitude = match hex {
        // At most 64 bits: longer ones cannot be in range, but their zeros may be leading.
        Some(hex) if !hex.is_empty() && hex.len() <= 31 && hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
            i128::from_str_radix(hex, 16).ok()?
        }
        Some(_) => return None,
        None => {
            // The sign is gone; another one would be read as such.
            let is_padded = digits.len() > 1 && digits.starts_with('0');
            if is_padded || digits.len() > 38 || !digits.as_bytes().first()?.is_ascii_digit() {
                return None;
            }
            if digits.len() <= 18 {
                let small: u64 = digits.parse().ok()?;
                return Some(if negative { -i128::from(small) } else { i128::from(small) });
            }
            digits.parse().ok()?
        }
    };
    Some(if negative { -magnitude } else { magnitude })
}
