//! What is probably meant by a cell that is not a number, and the way back. Each function answers the end of a
//! sentence, `; write it …`.

use crate::name;

/// For any number; `None` if nothing can be told.
pub(super) fn of_any(text: &str) -> Option<String> {
    if let Some(written) = trick(text) {
        return Some(format!("; that is a spreadsheet's trick against lost zeros: write {written}"));
    }
    if is_nothing(text) {
        return Some("; leave the cell empty where there is no number".to_owned());
    }
    if is_date(text) {
        return Some("; a spreadsheet made it a date: format the column as text and type it again".to_owned());
    }
    if text.contains('\n') {
        let number = text.lines().map(str::trim).find(|line| super::plain_integer(line).is_some());
        let alone = number.map(|number| format!(": {number}")).unwrap_or_default();
        return Some(format!("; the cell has several lines: write the number alone{alone}"));
    }
    if let Some(unseen) = crate::text::hidden(text) {
        return Some(format!("; take out {}, which is invisible", name::show(unseen)));
    }
    if let Some(wide) = text.chars().find(|c| !c.is_ascii() && c.is_numeric()) {
        return Some(format!("; {} is not an ASCII digit: type it again with 0 to 9", name::show(wide)));
    }
    let (number, unit) = text.split_at_checked(text.find(|c: char| !is_of_number(c)).unwrap_or(text.len()))?;
    (number.bytes().any(|b| b.is_ascii_digit()) && (is_unit(unit) || is_footnote(unit)))
        .then(|| format!("; write the number alone: {number}"))
}

/// ` s`, `%` and `\u{b0}C`; without anything between, only what can be no digit of any number.
fn is_unit(unit: &str) -> bool {
    let letters = unit.trim();
    let is_apart = unit.starts_with([' ', '%', '\u{a0}', '\u{b0}']);
    let is_known =
        ["ms", "s", "sec", "min", "us", "\u{b5}s", "V", "mV", "kV", "mA", "Hz", "kHz", "W", "kW"].contains(&unit);
    (is_apart && !letters.is_empty() && !letters.bytes().any(|b| b.is_ascii_digit())) || is_known
}

/// `[1]`, ` (2)`, `\u{2020}`
fn is_footnote(mark: &str) -> bool {
    let mark = mark.trim();
    let is_within = |(open, close)| mark.strip_prefix(open).is_some_and(|rest: &str| rest.ends_with::<char>(close));
    [('[', ']'), ('(', ')')].into_iter().any(is_within)
        || (!mark.is_empty() && mark.chars().all(|c| matches!(c, '\u{2020}' | '\u{2021}')))
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '-')
}

/// For an integer; empty if nothing can be told.
pub(super) fn of_integer(text: &str) -> String {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = if text.starts_with('-') { "-" } else { "" };
    if let Some(digits) = text.strip_prefix('+').filter(|digits| is_digits(digits)) {
        return format!("; write it without the sign: {digits}");
    }
    if is_digits(unsigned) && unsigned.starts_with('0') {
        return format!(
            "; write it without leading zeros: {sign}{}, or use text codes (`str`) if the zeros matter",
            without_zeros(unsigned)
        );
    }
    if let Some(inner) = trick(text).filter(|inner| is_digits(inner)) {
        return format!("; that is a spreadsheet's trick against lost zeros: write {}", without_zeros(inner));
    }
    if let Some((whole, fraction)) = unsigned.split_once(['.', ',']) {
        let is_zero = !fraction.is_empty() && fraction.bytes().all(|b| b == b'0');
        if is_digits(whole) && is_zero && fraction.len() != 3 {
            return format!("; a spreadsheet made it a decimal number: write {sign}{whole}");
        }
    }
    if let Some(digits) = text.strip_prefix(['\u{2212}', '\u{2013}']).filter(|digits| is_digits(digits)) {
        return format!("; write the minus sign as on the keyboard: -{digits}");
    }
    if is_shortened(unsigned) {
        return "; a spreadsheet shortened it and lost digits: format the column as text and type it again".to_owned();
    }
    grouped(text, unsigned, sign)
        .or_else(|| of_other_radix(text))
        .or_else(|| letters_for_digits(text))
        .or_else(|| of_any(text))
        .unwrap_or_default()
}

/// For a code that no other cure fits: it may be a range, hexadecimal, or a text code.
pub(super) fn of_code(text: &str) -> String {
    if range_of(text).is_some() {
        return "; a row has one code: keep such rows out with `only` or `skip`, and match Open::Unknown for codes \
                that the table does not have"
            .to_owned();
    }
    if text.starts_with("0x") || text.starts_with("0X") {
        return String::new();
    }
    if let Some(digits) = hexadecimal(text) {
        return format!("; write 0x{digits} if it is hexadecimal, or csv(\"…\", radix = 16) if all codes are");
    }
    if let Some(digits) = text.strip_prefix('#').filter(|digits| is_digits(digits)) {
        return format!("; write {}, or 0x{digits} if it is hexadecimal", without_zeros(digits));
    }
    let is_text_code = text.bytes().any(|b| b.is_ascii_digit())
        && text.bytes().any(|b| b.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'#' | b'/'));
    if is_text_code {
        return "; write the number alone, or use text codes: `enum Name: str`".to_owned();
    }
    String::new()
}

/// For a text code that a spreadsheet wrote.
pub(super) fn of_text_code(text: &str) -> Option<String> {
    if let Some(written) = trick(text) {
        return Some(format!("; that is a spreadsheet's trick against lost zeros: write {written}"));
    }
    let is_shortened = match text.split_once('E') {
        Some((mantissa, exponent)) => {
            let is_mantissa = match mantissa.split_once(['.', ',']) {
                Some((whole, fraction)) => whole.len() == 1 && is_digits(whole) && is_digits(fraction),
                None => mantissa.len() == 1 && is_digits(mantissa),
            };
            let digits = exponent.strip_prefix(['+', '-']);
            is_mantissa && digits.is_some_and(|digits| digits.len() == 2 && is_digits(digits))
        }
        None => false,
    };
    is_shortened
        .then(|| "; a spreadsheet shortened it and lost digits: format the column as text and type it again".to_owned())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn without_zeros(digits: &str) -> &str {
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() { "0" } else { bare }
}

/// `="00100"` and `'00100`: what people write so that a spreadsheet keeps zeros.
fn trick(text: &str) -> Option<&str> {
    let formula = text.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"'));
    let quoted = text.strip_prefix('\'').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_plain = |inner: &&str| !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_graphic() && b != b'\'');
    formula.or(quoted).filter(is_plain)
}

/// What people and programs write where there is no number; `NA` is also a continent.
fn is_nothing(text: &str) -> bool {
    crate::text::is_nothing(text) || text == "." || ["na", "nan"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `2.20E+06`
fn is_shortened(unsigned: &str) -> bool {
    match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            is_digits(&mantissa.replace(['.', ','], "")) && is_digits(exponent.trim_start_matches(['+', '-']))
        }
        None => false,
    }
}

/// `1,000`, and `400 403`, which may as well be two numbers.
fn grouped(text: &str, unsigned: &str, sign: &str) -> Option<String> {
    let groups: Vec<&str> = unsigned.split(|c| is_separator(c) || matches!(c, ',' | '.')).collect();
    let is_number = |group: &&str| is_digits(group);
    let has_spaces = unsigned.contains(|c: char| c.is_whitespace());
    if has_spaces && groups.iter().all(is_number) {
        return Some(format!(
            "; {} numbers need a row each, or write one number without the space: {sign}{}",
            {
                match groups.len() {
                    2 => "two".to_owned(),
                    count => count.to_string(),
                }
            },
            groups.concat()
        ));
    }
    if are_thousands(&groups) {
        return Some(format!("; write it without separators: {sign}{}", groups.concat()));
    }
    // Several numbers in other company, as in `400, 403` and `400/403`; `1,5` is one with a fraction.
    let parts: Vec<&str> = text.split([',', ';', '/', '&', '+']).map(str::trim).collect();
    let is_fraction = text.split_once([',', '.']).is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest));
    match parts.len() {
        _ if is_fraction => Some("; write a whole number".to_owned()),
        2.. if parts.iter().all(is_number) => Some("; several numbers need a row each".to_owned()),
        _ => None,
    }
}

/// `1`, `234`, `567`
pub(crate) fn are_thousands(groups: &[&str]) -> bool {
    match groups {
        [_] | [] => false,
        [first, rest @ ..] => {
            first.len() <= 3 && is_digits(first) && rest.iter().all(|group| group.len() == 3 && is_digits(group))
        }
    }
}

/// What is written between them, besides a point and a comma.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '\'' | '_' | '\u{2019}' | ' ' | '\u{a0}' | '\u{202f}')
}

/// `0b101` and `0o17`, as programs write them. The first may be hexadecimal as well.
fn of_other_radix(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_prefix("0b") {
        let number = u64::from_str_radix(digits, 2).ok().filter(|_| is_digits(digits))?;
        return Some(format!("; write {number} if it is binary, or 0x{text} if it is hexadecimal"));
    }
    let digits = text.strip_prefix("0o").filter(|digits| is_digits(digits))?;
    let number = u64::from_str_radix(digits, 8).ok()?;
    Some(format!("; it is octal: write {number}"))
}

/// The letters that a typewriter had for digits: `1O5`, `l05`.
fn letters_for_digits(text: &str) -> Option<String> {
    let digits = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let letter = text.chars().find(|c| matches!(c, 'O' | 'o' | 'l' | 'I'))?;
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    (has_digit && is_digits(&digits))
        .then(|| format!("; it has the letter {letter} in place of a digit: write {}", without_zeros(&digits)))
}

/// `20-29`, `1xx`, `5..=7`, `100\u{2013}199`, `600+`: the least and the greatest code.
pub(crate) fn range_of(text: &str) -> Option<(i128, i128)> {
    let number = |digits: &str| if is_digits(digits) { digits.parse::<i128>().ok() } else { None };
    let digits = text.trim_end_matches(['x', 'X', '*', '?']);
    // `0x` is the beginning of a hexadecimal number.
    if digits.len() < text.len() && digits != "0" {
        let span = 10_i128.checked_pow(u32::try_from(text.len() - digits.len()).ok()?)?;
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

/// The digits of `0Ah`, `$1C`, `16#1D`, `1A`, `&H1F`, `x1F`.
fn hexadecimal(text: &str) -> Option<&str> {
    let is_hex =
        |digits: &&str| !digits.is_empty() && digits.len() <= 16 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let marked = [
        text.strip_suffix(['h', 'H']),
        text.strip_prefix('$'),
        text.strip_prefix("16#"),
        text.strip_prefix("&H"),
        text.strip_prefix(['x', 'X']),
    ];
    let marked = marked.into_iter().flatten().find(is_hex);
    let bare = Some(text).filter(is_hex).filter(|text| text.bytes().any(|b| b.is_ascii_digit()));
    // `E0042` is a label before it is hexadecimal.
    let is_label = |text: &&str| {
        text.len() > 3
            && matches!(text.as_bytes(), [first, rest @ ..] if first.is_ascii_alphabetic() && rest.iter().all(u8::is_ascii_digit))
    };
    marked.or(bare.filter(|text| !is_label(text)))
}

/// What a spreadsheet makes of `3-4` and `04.03`, in the languages of Europe: a day or a year and a month.
pub(crate) fn is_date(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec", // English
        "mrz",
        "m\u{e4}r",
        "m\u{e4}rz",
        "mai",
        "juni",
        "juli",
        "okt",
        "dez", // German
        "janv",
        "f\u{e9}vr",
        "f\u{e9}v",
        "mars",
        "avr",
        "juin",
        "juil",
        "ao\u{fb}t",
        "d\u{e9}c", // French
        "ene",
        "abr",
        "ago",
        "dic",
        "gen",
        "mag",
        "giu",
        "lug",
        "set",
        "ott",
        "fev",
        "out",
        "mei",
        "mrt",
    ];
    let parts: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    let is_year_or_day = |part: &String| is_digits(part) && part.len() <= 4;
    let months = parts.iter().filter(|part| MONTHS.contains(&part.as_str())).count();
    let numbers = parts.iter().filter(|part| is_year_or_day(part)).count();
    if months == 1 && (1..=2).contains(&numbers) && months + numbers == parts.len() {
        return true;
    }
    // 2026-03-04, 04.03.2026, 3/4/2026
    let [first, second, third] = parts.as_slice() else { return false };
    let is_separated = text.contains(['-', '.', '/']) && !text.contains(' ');
    is_separated
        && [first, second, third].iter().all(|part| is_digits(part))
        && second.len() <= 2
        && matches!((first.len(), third.len()), (4, 1..=2) | (1..=2, 4))
}

#[cfg(test)]
mod tests {
    use super::super::{Mismatch, code};
    use crate::code::{CodeType, IntType};

    #[test]
    fn the_cure_is_what_the_keeper_of_the_sheet_would_write() {
        let date = "; a spreadsheet made it a date: format the column as text and type it again";
        let shortened = "; a spreadsheet shortened it and lost digits: format the column as text and type it again";
        let none = || "; write a whole number from 0 to 4294967295".to_owned();
        let range = "; a row has one code: keep such rows out with `only` or `skip`, and match Open::Unknown for codes \
                     that the table does not have";
        let text = "; write the number alone, or use text codes: `enum Name: str`";
        let hex = |digits: &str| {
            format!("; write 0x{digits} if it is hexadecimal, or csv(\"…\", radix = 16) if all codes are")
        };
        let cases = [
            ("1O5", "; it has the letter O in place of a digit: write 105".to_owned()),
            ("l05", "; it has the letter l in place of a digit: write 105".to_owned()),
            ("30 s", "; write the number alone: 30".to_owned()),
            ("50%", "; write the number alone: 50".to_owned()),
            ("n/a", "; leave the cell empty where there is no number".to_owned()),
            ("-", "; leave the cell empty where there is no number".to_owned()),
            ("04. Mrz", date.to_owned()),
            ("01.Jan", date.to_owned()),
            ("Mar-03", date.to_owned()),
            ("2026-03-04", date.to_owned()),
            ("04.03.2026", date.to_owned()),
            ("100\u{200b}", "; take out U+200B, which is invisible".to_owned()),
            ("=\"00100\"", "; that is a spreadsheet's trick against lost zeros: write 100".to_owned()),
            ("'00100", "; that is a spreadsheet's trick against lost zeros: write 100".to_owned()),
            ("400 403", "; two numbers need a row each, or write one number without the space: 400403".to_owned()),
            ("10 000", "; two numbers need a row each, or write one number without the space: 10000".to_owned()),
            ("400, 403", "; several numbers need a row each".to_owned()),
            ("400/403", "; several numbers need a row each".to_owned()),
            ("20-29", range.to_owned()),
            ("1xx", range.to_owned()),
            ("5..=7", range.to_owned()),
            ("100\u{2013}199", range.to_owned()),
            ("0Ah", hex("0A")),
            ("$1C", hex("1C")),
            ("16#1D", hex("1D")),
            ("1A", hex("1A")),
            ("E04", hex("E04")),
            ("00AF", hex("00AF")),
            ("1234,567", "; write a whole number".to_owned()),
            (",567", none()),
            ("1,234,56", "; several numbers need a row each".to_owned()),
            ("Mar-abcde", none()),
            ("2026 03 04", "; 3 numbers need a row each, or write one number without the space: 20260304".to_owned()),
            ("2026:03:04", none()),
            ("2026-xx-04", text.to_owned()),
            ("#22", "; write 22, or 0x22 if it is hexadecimal".to_owned()),
            ("E0042", text.to_owned()),
            ("P0301", text.to_owned()),
            ("BIT0", text.to_owned()),
            ("CE-301", text.to_owned()),
            ("2.20E+06", shortened.to_owned()),
            ("1.5", "; write a whole number".to_owned()),
            ("1,5", "; write a whole number".to_owned()),
            ("'0\n'", "; the cell has several lines: write the number alone".to_owned()),
            (
                "0xC0000005\nACCESS_VIOLATION",
                "; the cell has several lines: write the number alone: 0xC0000005".to_owned(),
            ),
            ("Alarm\n 17", "; the cell has several lines: write the number alone: 17".to_owned()),
            ("0b101", "; write 5 if it is binary, or 0x0b101 if it is hexadecimal".to_owned()),
            ("0b102", hex("0b102")),
            ("0b+1", none()),
            ("0o17", "; it is octal: write 15".to_owned()),
            ("0o8", "; it has the letter o in place of a digit: write 8".to_owned()),
            ("0O17", "; it has the letter O in place of a digit: write 17".to_owned()),
            ("30ms", "; write the number alone: 30".to_owned()),
            ("24V", "; write the number alone: 24".to_owned()),
            ("103[1]", "; write the number alone: 103".to_owned()),
            ("105 (2)", "; write the number alone: 105".to_owned()),
            ("102\u{2020}", "; write the number alone: 102".to_owned()),
            ("\u{2020}102", none()),
            ("\\N", "; leave the cell empty where there is no number".to_owned()),
            ("0x", none()),
            ("0xG1", none()),
            ("unknown", none()),
        ];
        let int = CodeType::Int(IntType { signed: false, bits: 32 });
        for (cell, fix) in cases {
            let found = match code(cell, int, false) {
                Err(Mismatch { fix, .. }) => fix,
                Ok(code) => panic!("{cell} is {code}"),
            };
            assert_eq!(found, fix, "{cell}");
        }
    }

    #[test]
    fn text_codes_that_a_spreadsheet_wrote() {
        let said = |cell: &str| code(cell, CodeType::Text, false).err().map(|wrong| wrong.what + &wrong.fix);
        for good in [
            "1e5",
            "2E83",
            "1E5",
            "E+05",
            "08006",
            "CE-30001-4",
            "\u{1f469}\u{200d}\u{1f467}",
            "12E+05",
            "A B",
            "X.20E+06",
            "12.20E+06",
            "2.xE+06",
            "2E+AB",
            "2E+123",
        ] {
            assert_eq!(said(good), None, "{good}");
        }
        let shortened = "is not a code; a spreadsheet shortened it and lost digits: format the column as text and type \
                         it again";
        let cases = [
            ("2.20E+06", format!("\"2.20E+06\" {shortened}")),
            ("1E-05", format!("\"1E-05\" {shortened}")),
            (
                "=\"00002\"",
                "\"=\"00002\"\" is not a code; that is a spreadsheet's trick against lost zeros: write 00002"
                    .to_owned(),
            ),
            (
                "'00004",
                "\"'00004\" is not a code; that is a spreadsheet's trick against lost zeros: write 00004".to_owned(),
            ),
        ];
        for (cell, message) in cases {
            assert_eq!(said(cell), Some(message));
        }
        let space = said("A\u{a0}1").unwrap();
        assert!(
            space.ends_with("has U+00A0 in it, which looks like a space; write a plain space, or take it out"),
            "{space}"
        );
    }
}
