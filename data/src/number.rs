//! The text of one cell → a code or a number, with a sentence for what a spreadsheet does to numbers.

use crate::code::{Code, CodeType, IntType};
use crate::name::{self, quote};

/// What is wrong with a cell's text, and how that ends: `; write it …`, or nothing.
pub(crate) struct Mismatch {
    pub(crate) what: String,
    pub(crate) fix: String,
}

impl Mismatch {
    pub(crate) fn new(what: String) -> Self {
        Self { what, fix: String::new() }
    }
}

/// The code that a cell holds.
pub(crate) fn code(text: &str, code: CodeType, is_bare_hex: bool) -> Result<Code, Mismatch> {
    match code {
        CodeType::Int(int) if is_bare_hex => hexadecimal(text, int).map(Code::Int),
        CodeType::Int(int) => integer(text, int).map(Code::Int),
        // Two codes that look the same on every screen would be two rows.
        CodeType::Text => match text.chars().find(|&c| name::is_invisible(c)) {
            Some(unseen) => Err(Mismatch {
                what: format!("the code {} has {} in it, which nobody sees", quote(text), name::show(unseen)),
                fix: "; take it out".to_owned(),
            }),
            None => Ok(Code::Text(text.to_owned())),
        },
    }
}

/// An integer as a program writes it: decimal, with `-` as the only sign, or hexadecimal.
pub(crate) fn integer(text: &str, int: IntType) -> Result<i128, Mismatch> {
    let Some(number) = plain_integer(text) else {
        return Err(Mismatch {
            what: format!("{} is not a whole number ({})", quote(text), range(int)),
            fix: damage(text),
        });
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
            what: format!("{} is not a hexadecimal number ({})", quote(text), range(int)),
            fix: "; write it with 0 to 9 and A to F".to_owned(),
        }),
    }
}

/// Hexadecimal of the full width of a signed type is its bits: `0x80070005` as i32, which is how HRESULTs are written.
fn as_bits(text: &str, number: i128, int: IntType) -> i128 {
    let digits = u32::try_from(text.len()).unwrap_or_default().saturating_sub(2);
    let is_full = int.signed && number > int.max() && digits * 4 == int.bits && text.starts_with("0");
    if is_full { number - (1_i128 << int.bits) } else { number }
}

fn in_range(text: &str, number: i128, int: IntType) -> Result<i128, Mismatch> {
    if number < int.min() || number > int.max() {
        return Err(Mismatch::new(format!("{text} is out of range for {int} ({} to {})", int.min(), int.max())));
    }
    Ok(number)
}

fn range(int: IntType) -> String {
    format!("{int}: {} to {}", int.min(), int.max())
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
            if digits.len() < 19 {
                let small: u64 = digits.parse().ok()?;
                return Some(if negative { -i128::from(small) } else { i128::from(small) });
            }
            digits.parse().ok()?
        }
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// What a spreadsheet probably did to the number, and the way back; empty if it looks like none.
fn damage(text: &str) -> String {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = if text.starts_with('-') { "-" } else { "" };
    if let Some(digits) = text.strip_prefix('+').filter(|digits| is_digits(digits)) {
        return format!("; write it without the sign: {digits}");
    }
    if is_digits(unsigned) && unsigned.starts_with('0') {
        let bare = unsigned.trim_start_matches('0');
        let bare = if bare.is_empty() { "0" } else { bare };
        return format!(
            "; write it without leading zeros: {sign}{bare}, or use text codes (`str`) if the zeros matter"
        );
    }
    if let Some((whole, fraction)) = unsigned.split_once(['.', ',']) {
        if is_digits(whole) && is_digits(fraction) && fraction.bytes().all(|b| b == b'0') && fraction.len() != 3 {
            return format!("; a spreadsheet made it a decimal number: write {sign}{whole}");
        }
    }
    if let Some(digits) = text.strip_prefix(['\u{2212}', '\u{2013}']).filter(|digits| is_digits(digits)) {
        return format!("; write the minus sign as on the keyboard: -{digits}");
    }
    if let Some((mantissa, exponent)) = unsigned.split_once(['e', 'E']) {
        let is_mantissa = is_digits(&mantissa.replace(['.', ','], ""));
        if is_mantissa && is_digits(exponent.trim_start_matches(['+', '-'])) {
            return "; a spreadsheet shortened it and lost digits: format the column as text and type it again"
                .to_owned();
        }
    }
    let groups: Vec<&str> = unsigned.split([',', '.', '\'', '_', '\u{2019}', ' ', '\u{a0}', '\u{202f}']).collect();
    let is_grouped = matches!(groups.as_slice(), [first, rest @ ..]
        if !rest.is_empty() && is_digits(first) && first.len() <= 3 && rest.iter().all(|g| g.len() == 3 && is_digits(g)));
    if is_grouped {
        return format!("; write it without separators: {sign}{}", groups.concat());
    }
    if let Some(wide) = text.chars().find(|c| !c.is_ascii() && c.is_numeric()) {
        return format!("; {} is no ASCII digit: type it again with 0 to 9", name::show(wide));
    }
    String::new()
}

/// A finite number, as text that parses back to the same value.
pub(crate) fn float(text: &str, bits: u32, decimal_comma: bool) -> Result<String, Mismatch> {
    let shape = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_number_like =
            digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
        is_number_like && digits.bytes().any(|b| b.is_ascii_digit())
    };
    let commas = text.matches(',').count();
    let dotted =
        if decimal_comma && commas == 1 && !text.contains('.') { text.replace(',', ".") } else { text.to_owned() };
    let wrong = || {
        // A comma alone may stand for either; beside a point, or twice, it parts thousands.
        let fix = match text.split_once(',') {
            Some((whole, rest)) if commas == 1 && !text.contains('.') && shape(whole) && shape(rest) => {
                format!("; write it with a decimal point ({whole}.{rest}), or without separators")
            }
            Some(_) if shape(&text.replace(',', "")) => "; write it without separators for thousands".to_owned(),
            _ => String::new(),
        };
        Mismatch { what: format!("{} is not a number (f{bits})", quote(text)), fix }
    };
    if !shape(&dotted) {
        return Err(wrong());
    }
    let literal = if bits == 32 {
        let number: f32 = dotted.parse().map_err(|_| wrong())?;
        number.is_finite().then(|| format!("{number:?}"))
    } else {
        let number: f64 = dotted.parse().map_err(|_| wrong())?;
        number.is_finite().then(|| format!("{number:?}"))
    };
    literal.ok_or_else(|| Mismatch::new(format!("{} is out of range for f{bits}", quote(text))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{Kind, Value};

    fn int(text: &str, name: &str) -> Result<i128, String> {
        integer(text, IntType::named(name).unwrap()).map_err(|mismatch| mismatch.what + &mismatch.fix)
    }

    #[test]
    fn integers_are_decimal_or_hexadecimal() {
        let cases = [
            ("404", "u16", 404),
            ("0", "u8", 0),
            ("-110", "i32", -110),
            ("0x1F", "u8", 31),
            ("0xC0000005", "u32", 0xC000_0005),
            ("-0x10", "i8", -16),
            ("18446744073709551615", "u64", i128::from(u64::MAX)),
            ("-9223372036854775808", "i64", i128::from(i64::MIN)),
        ];
        for (text, name, value) in cases {
            assert_eq!(int(text, name), Ok(value), "{text}");
        }
    }

    #[test]
    fn damaged_integers_say_what_would_be_right() {
        let cases = [
            ("abc", "\"abc\" is not a whole number (u16: 0 to 65535)"),
            ("70000", "70000 is out of range for u16 (0 to 65535)"),
            ("-1", "-1 is out of range for u16 (0 to 65535)"),
            (
                "404.0",
                "\"404.0\" is not a whole number (u16: 0 to 65535); a spreadsheet made it a decimal number: write 404",
            ),
            (
                "1.00E+10",
                "\"1.00E+10\" is not a whole number (u16: 0 to 65535); a spreadsheet shortened it and lost digits: format \
                 the column as text and type it again",
            ),
            ("1,000", "\"1,000\" is not a whole number (u16: 0 to 65535); write it without separators: 1000"),
            ("1.000", "\"1.000\" is not a whole number (u16: 0 to 65535); write it without separators: 1000"),
            (
                "007",
                "\"007\" is not a whole number (u16: 0 to 65535); write it without leading zeros: 7, or use text codes \
                 (`str`) if the zeros matter",
            ),
            ("+5", "\"+5\" is not a whole number (u16: 0 to 65535); write it without the sign: 5"),
            (
                "\u{ff14}04",
                "\"\u{ff14}04\" is not a whole number (u16: 0 to 65535); '\u{ff14}' (U+FF14) is no ASCII digit: type it \
                 again with 0 to 9",
            ),
            ("-1,000", "\"-1,000\" is not a whole number (u16: 0 to 65535); write it without separators: -1000"),
            ("1_000", "\"1_000\" is not a whole number (u16: 0 to 65535); write it without separators: 1000"),
            (
                "-7.0",
                "\"-7.0\" is not a whole number (u16: 0 to 65535); a spreadsheet made it a decimal number: write -7",
            ),
            (
                "404,0",
                "\"404,0\" is not a whole number (u16: 0 to 65535); a spreadsheet made it a decimal number: write 404",
            ),
            (
                "\u{2212}5",
                "\"\u{2212}5\" is not a whole number (u16: 0 to 65535); write the minus sign as on the keyboard: -5",
            ),
            ("0x", "\"0x\" is not a whole number (u16: 0 to 65535)"),
            ("", "\"\" is not a whole number (u16: 0 to 65535)"),
        ];
        for (text, message) in cases {
            assert_eq!(int(text, "u16").unwrap_err(), message);
        }
    }

    #[test]
    fn cells_become_values_of_their_column() {
        let u32s = Kind::Int(IntType::named("u32").unwrap());
        let cases = [
            ("Yes", Kind::Bool, Ok(Value::Bool(true))),
            ("X", Kind::Bool, Ok(Value::Bool(true))),
            ("n", Kind::Bool, Ok(Value::Bool(false))),
            ("maybe", Kind::Bool, Err("\"maybe\" is not a bool (yes/no, true/false, 1/0, x/empty)".to_owned())),
            ("7", u32s, Ok(Value::Int(7))),
            ("1.5", Kind::Float(64), Ok(Value::Float("1.5".to_owned()))),
            ("-2", Kind::Float(32), Ok(Value::Float("-2.0".to_owned()))),
            ("1e40", Kind::Float(32), Err("\"1e40\" is out of range for f32".to_owned())),
            ("inf", Kind::Float(64), Err("\"inf\" is not a number (f64)".to_owned())),
            ("NaN", Kind::Float(64), Err("\"NaN\" is not a number (f64)".to_owned())),
            (
                "1,5",
                Kind::Float(64),
                Err("\"1,5\" is not a number (f64); write it with a decimal point (1.5), or without separators"
                    .to_owned()),
            ),
            (
                "1.000,5",
                Kind::Float(64),
                Err("\"1.000,5\" is not a number (f64); write it without separators for thousands".to_owned()),
            ),
            (
                "1,000,000",
                Kind::Float(64),
                Err("\"1,000,000\" is not a number (f64); write it without separators for thousands".to_owned()),
            ),
            ("50%", Kind::Float(64), Err("\"50%\" is not a number (f64)".to_owned())),
            ("\u{e9}", Kind::Char, Ok(Value::Char('\u{e9}'))),
            ("ab", Kind::Char, Err("\"ab\" is not a char; write exactly one character".to_owned())),
            ("any", Kind::Text, Ok(Value::Text("any".to_owned()))),
        ];
        for (text, kind, expected) in cases {
            assert_eq!(kind.parse(text, false).map_err(|mismatch| mismatch.what + &mismatch.fix), expected, "{text}");
        }
        let comma = Kind::Float(64).parse("1,5", true);
        assert_eq!(comma.ok(), Some(Value::Float("1.5".to_owned())));
    }
}
