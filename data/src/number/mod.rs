//! The text of one cell → a code or a number.

mod decimal;
mod odd;
#[cfg(test)]
mod tests;

use crate::code::{Code, CodeType, IntType};
use crate::text;
pub(crate) use decimal::{Mark, float, fraction, is_number_like, is_padded};
pub(crate) use odd::{is_digits, range_of, trick};

/// Why a text is not what its column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Misread {
    /// No whole number.
    Integer(IntType),
    /// No hexadecimal number, where all codes are.
    Hexadecimal,
    /// A whole number that the type does not have, as it would be written.
    Beyond { written: String, int: IntType },
    /// No number, in a column that has this decimal mark.
    Float(Mark),
    /// A number that the type does not have.
    BeyondFloat,
    /// Neither yes nor no.
    Bool,
    /// Not one character.
    Char,
    /// A text code with a character that nobody sees.
    Hidden(char),
    /// A text code with a character that looks like a space.
    Space(char),
    /// Several codes, each on its line.
    Several,
    /// What a spreadsheet made of a text code, or a trick against that.
    Spreadsheet,
}

/// The code that a cell holds.
pub(crate) fn code(text: &str, code: CodeType, is_bare_hex: bool) -> Result<Code, Misread> {
    match code {
        CodeType::Int(int) if is_bare_hex => hexadecimal(text, int).map(Code::Int),
        CodeType::Int(int) => integer(text, int).map(Code::Int),
        CodeType::Text => text_code(text),
    }
}

/// A text code, exactly as written: two codes that look the same on every screen would be two rows.
fn text_code(text: &str) -> Result<Code, Misread> {
    if let Some(unseen) = text::hidden(text) {
        return Err(if unseen == '\n' && several(text) { Misread::Several } else { Misread::Hidden(unseen) });
    }
    if let Some(space) = text.chars().find(|&c| c.is_whitespace() && c != ' ') {
        return Err(Misread::Space(space));
    }
    if odd::is_spreadsheet_code(text) {
        return Err(Misread::Spreadsheet);
    }
    Ok(Code::Text(text.to_owned()))
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
pub(crate) fn integer(text: &str, int: IntType) -> Result<i128, Misread> {
    let number = plain_integer(text).ok_or(Misread::Integer(int))?;
    in_range(text, as_bits(text, number, int), int)
}

/// A code in hexadecimal without `0x`.
fn hexadecimal(text: &str, int: IntType) -> Result<i128, Misread> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let with_mark = format!("0x{digits}");
    let number = plain_integer(&with_mark).ok_or(Misread::Hexadecimal)?;
    in_range(&with_mark, as_bits(&with_mark, number, int), int)
}

/// Hexadecimal of the full width of a signed type is its bits: `0x80070005` as i32, which is how HRESULTs are written.
fn as_bits(text: &str, number: i128, int: IntType) -> i128 {
    let digits = u32::try_from(text.len()).unwrap_or_default().saturating_sub(2);
    let is_full = int.signed && number > int.max() && digits * 4 == int.bits && text.starts_with('0');
    if is_full { number - (1_i128 << int.bits) } else { number }
}

fn in_range(text: &str, number: i128, int: IntType) -> Result<i128, Misread> {
    if number < int.min() || number > int.max() {
        return Err(Misread::Beyond { written: text.to_owned(), int });
    }
    Ok(number)
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
