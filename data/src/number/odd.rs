//! What is written in place of one number: what a spreadsheet made of it, and a range.

use crate::text;

/// `20-29`, `1xx`, `5..=7`, `100\u{2013}199`, `600+`, `0x10-0x1F`: the least and the greatest code; `is_bare_hex`: codes
/// are hexadecimal without `0x`.
pub(crate) fn range_of(text: &str, is_bare_hex: bool) -> Option<(i128, i128)> {
    let number = |digits: &str| {
        let marked = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
        match marked.or_else(|| is_bare_hex.then_some(digits)) {
            // `from_str_radix` takes a sign.
            Some(digits) if text::begins_with_one_of(digits, "+-") => None,
            Some(digits) => i128::from_str_radix(digits, 16).ok(),
            None if is_digits(digits) => digits.parse::<i128>().ok(),
            None => None,
        }
    };
    let digits = text.trim_end_matches(['x', 'X', '*', '?']);
    // `0x` is the beginning of a hexadecimal number.
    if digits.len() < text.len() && digits != "0" {
        let is_hex = is_bare_hex || digits.starts_with("0x") || digits.starts_with("0X");
        let span = if is_hex { 16_i128 } else { 10 }.checked_pow(u32::try_from(text.len() - digits.len()).ok()?)?;
        let first = number(digits)?.checked_mul(span)?;
        return Some((first, first.checked_add(span - 1)?));
    }
    if let Some(first) = text.strip_suffix('+').and_then(|digits| number(digits.trim())) {
        return Some((first, i128::MAX));
    }
    ["..=", "..", "\u{2013}", "\u{2014}", "-", "~", " to ", ":"].iter().find_map(|mark| {
        let (first, last) = text.split_once(mark)?;
        Some((number(first.trim())?, number(last.trim())?))
    })
}

/// Whether a text code is what a spreadsheet or its tricks wrote.
pub(super) fn is_spreadsheet_code(text: &str) -> bool {
    trick(text).is_some() || is_shortened_code(text)
}

/// `="00100"` and `'00100`: what people write so that a spreadsheet keeps zeros.
pub(crate) fn trick(text: &str) -> Option<&str> {
    let formula = text.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"'));
    let quoted = text.strip_prefix('\'').filter(|rest| text::begins_with_digit(rest));
    let is_plain = |inner: &&str| !inner.is_empty() && text::all(inner, |b| b.is_ascii_graphic() && b != '\'');
    formula.or(quoted).filter(is_plain)
}

/// `2.20E+06`, as a spreadsheet shortens a code.
fn is_shortened_code(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once('E') else { return false };
    let is_mantissa = match mantissa.split_once(['.', ',']) {
        Some((whole, fraction)) => whole.len() == 1 && is_digits(whole) && is_digits(fraction),
        None => mantissa.len() == 1 && is_digits(mantissa),
    };
    let digits = exponent.strip_prefix(['+', '-']);
    is_mantissa && digits.is_some_and(|digits| digits.len() == 2 && is_digits(digits))
}

pub(crate) fn is_digits(text: &str) -> bool {
    text::is_number(text)
}
