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
        // Of the full width, up to the greatest number and from the bits of the least one.
        ("0x7F", "i8", 127),
        ("0x80", "i8", -128),
        ("0xFF", "i8", -1),
        ("0x7FFFFFFF", "i32", 0x7FFF_FFFF),
        ("0x80000000", "i32", i128::from(i32::MIN)),
    ];
    for (text, name, value) in cases {
        assert_eq!(int(text, name), Ok(value), "{text}");
    }
}

#[test]
fn integers_of_any_length_are_read_or_refused() {
    let cases = [
        ("9999999999999999999".to_owned(), Some(9_999_999_999_999_999_999)),
        ("9".repeat(38), Some(10_i128.pow(38) - 1)),
        // It would fit, and so would other numbers of as many digits not.
        (format!("1{}", "0".repeat(38)), None),
        (format!("0x{}1", "0".repeat(30)), Some(1)),
        (format!("0x{}1", "0".repeat(31)), None),
        ("0x".to_owned(), None),
        ("--1".to_owned(), None),
    ];
    for (text, value) in cases {
        assert_eq!(plain_integer(&text), value, "{text}");
    }
}

#[test]
fn ranges_have_a_least_and_a_greatest_code() {
    let cases = [
        ("20-29", Some((20, 29))),
        ("1xx", Some((100, 199))),
        ("12x", Some((120, 129))),
        ("5..=7", Some((5, 7))),
        ("5..7", Some((5, 7))),
        ("100\u{2013}199", Some((100, 199))),
        ("1 to 4", Some((1, 4))),
        ("600+", Some((600, i128::MAX))),
        ("0x", None),
        ("xx", None),
        ("404", None),
        ("4-", None),
    ];
    for (text, range) in cases {
        assert_eq!(range_of(text), range, "{text}");
    }
}

#[test]
fn damaged_integers_say_what_would_be_right() {
    let cases = [
        ("abc", "\"abc\" is not a whole number; write a whole number from 0 to 65535"),
        ("70000", "70000 is out of range (0 to 65535)"),
        ("-1", "-1 is out of range (0 to 65535)"),
        ("404.0", "\"404.0\" is not a whole number; a spreadsheet made it a decimal number: write 404"),
        (
            "1.00E+10",
            "\"1.00E+10\" is not a whole number; a spreadsheet shortened it and lost digits: format \
             the column as text and type it again",
        ),
        ("1,000", "\"1,000\" is not a whole number; write it without separators: 1000"),
        ("1.000", "\"1.000\" is not a whole number; write it without separators: 1000"),
        (
            "007",
            "\"007\" is not a whole number; write it without leading zeros: 7, or use text codes \
             (`str`) if the zeros matter",
        ),
        ("+5", "\"+5\" is not a whole number; write it without the sign: 5"),
        (
            "\u{ff14}04",
            "\"\u{ff14}04\" is not a whole number; '\u{ff14}' (U+FF14) is not an ASCII digit: type it \
             again with 0 to 9",
        ),
        ("-1,000", "\"-1,000\" is not a whole number; write it without separators: -1000"),
        ("1_000", "\"1_000\" is not a whole number; write it without separators: 1000"),
        ("-7.0", "\"-7.0\" is not a whole number; a spreadsheet made it a decimal number: write -7"),
        ("404,0", "\"404,0\" is not a whole number; a spreadsheet made it a decimal number: write 404"),
        ("\u{2212}5", "\"\u{2212}5\" is not a whole number; write the minus sign as on the keyboard: -5"),
        ("0x", "\"0x\" is not a whole number; write a whole number from 0 to 65535"),
        ("", "\"\" is not a whole number; write a whole number from 0 to 65535"),
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
        ("maybe", Kind::Bool, Err("\"maybe\" is neither yes nor no (yes/no, true/false, 1/0, x/empty)".to_owned())),
        ("7", u32s, Ok(Value::Int(7))),
        ("1.5", Kind::Float(64), Ok(Value::Float("1.5".to_owned()))),
        ("-2", Kind::Float(32), Ok(Value::Float("-2.0".to_owned()))),
        ("1e40", Kind::Float(32), Err("\"1e40\" is out of range".to_owned())),
        ("inf", Kind::Float(64), Err("\"inf\" is not a number".to_owned())),
        (
            "NaN",
            Kind::Float(64),
            Err("\"NaN\" is not a number; leave the cell empty where there is no number".to_owned()),
        ),
        (
            "1,5",
            Kind::Float(64),
            Err("\"1,5\" is not a number; write it with a decimal point (1.5), or without separators".to_owned()),
        ),
        (
            "1.000,5",
            Kind::Float(64),
            Err("\"1.000,5\" is not a number; write it without separators for thousands".to_owned()),
        ),
        (
            "1,000,000",
            Kind::Float(64),
            Err("\"1,000,000\" is not a number; write it without separators for thousands".to_owned()),
        ),
        ("50%", Kind::Float(64), Err("\"50%\" is not a number; write the number alone: 50".to_owned())),
        ("\u{e9}", Kind::Char, Ok(Value::Char('\u{e9}'))),
        ("ab", Kind::Char, Err("\"ab\" is not a char; write exactly one character".to_owned())),
        ("any", Kind::Text, Ok(Value::Text("any".to_owned()))),
    ];
    for (text, kind, expected) in cases {
        assert_eq!(kind.parse(text, Mark::Point).map_err(|mismatch| mismatch.what + &mismatch.fix), expected, "{text}");
    }
    let comma = Kind::Float(64).parse("1,5", Mark::Comma);
    assert_eq!(comma.ok(), Some(Value::Float("1.5".to_owned())));
}
