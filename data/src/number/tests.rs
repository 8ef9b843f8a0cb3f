use super::*;

fn int(text: &str, name: &str) -> Result<i128, Misread> {
    integer(text, IntType::named(name).unwrap())
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
        ("0x10-0x1F", Some((16, 31))),
        ("0x1x", Some((16, 31))),
        ("10-1F", None),
        ("0x-+1", None),
    ];
    assert_eq!(range_of("10-1F", true), Some((16, 31)));
    assert_eq!(range_of("0x10..1F", true), Some((16, 31)));
    for (text, range) in cases {
        assert_eq!(range_of(text, false), range, "{text}");
    }
}
