//! What to say of numbers that are none: what is probably meant, and the way back. Each cure is the end of a sentence,
//! `; write it …`.

use crate::code::IntType;
use crate::name::{self, quote, quote_seen};
use crate::number::{Mark, Misread, fraction, is_digits, is_number_like, is_padded, plain_integer, range_of, trick};
use crate::text;

/// What is wrong with a text, how that ends, and what can be written in Rust. `is_code`: it would be a row's code.
pub(super) fn say(text: &str, why: &Misread, is_code: bool) -> (String, String, Option<String>) {
    let (what, fix) = of(text, why, is_code);
    let help = match why {
        Misread::Integer(_) if is_code && of_integer(text).is_empty() => of_code(text).1,
        _ => None,
    };
    (what, fix, help)
}

fn of(text: &str, why: &Misread, is_code: bool) -> (String, String) {
    let shown = || quote(text);
    match why {
        Misread::Integer(int) => {
            let mut fix = of_integer(text);
            if fix.is_empty() && is_code {
                fix = of_code(text).0;
            }
            if fix.is_empty() {
                fix = format!("; write a whole number from {}", range(*int));
            }
            (format!("{} is not a whole number", shown()), fix)
        }
        Misread::Hexadecimal => {
            (format!("{} is not a hexadecimal number", shown()), "; write it with 0 to 9 and A to F".to_owned())
        }
        Misread::Beyond { written, int } => (format!("{written} is out of range ({})", range(*int)), String::new()),
        Misread::Float(mark) => (format!("{} is not a number", shown()), of_float(text, *mark)),
        Misread::BeyondFloat => (format!("{} is out of range", shown()), String::new()),
        Misread::Bool => {
            (format!("{} is neither yes nor no (yes/no, true/false, 1/0, x/empty)", shown()), String::new())
        }
        Misread::Char => (format!("{} is not a char", shown()), "; write exactly one character".to_owned()),
        Misread::Hidden(unseen) => (
            format!("the code {} has {} in it, which is invisible", quote_seen(text), name::show(*unseen)),
            "; take it out".to_owned(),
        ),
        Misread::Space(space) => (
            format!("the code {} has {} in it, which looks like a space", quote_seen(text), name::show(*space)),
            "; write a plain space, or take it out".to_owned(),
        ),
        Misread::Several => (format!("{} is several codes", shown()), "; a row has one code: a row each".to_owned()),
        Misread::Spreadsheet => (
            format!("{} is not a code", shown()),
            match trick(text) {
                Some(written) => format!("; that is a spreadsheet's trick against lost zeros: write {written}"),
                None => SHORTENED.to_owned(),
            },
        ),
    }
}

fn range(int: IntType) -> String {
    format!("{} to {}", int.min(), int.max())
}

const SHORTENED: &str = "; a spreadsheet shortened it and lost digits: format the column as text and type it again";

/// For any number; `None` if nothing can be told.
fn of_any(text: &str) -> Option<String> {
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
        let number = text.lines().map(str::trim).find(|line| plain_integer(line).is_some());
        let alone = number.map(|number| format!(": {number}")).unwrap_or_default();
        return Some(format!("; the cell has several lines: write the number alone{alone}"));
    }
    if let Some(unseen) = text::hidden(text) {
        return Some(format!("; take out {}, which is invisible", name::show(unseen)));
    }
    if let Some(wide) = text.chars().find(|c| !c.is_ascii() && c.is_numeric()) {
        return Some(format!("; {} is not an ASCII digit: type it again with 0 to 9", name::show(wide)));
    }
    let (number, unit) = text.split_at_checked(text::find(text, |c| !is_of_number(c)).unwrap_or(text.len()))?;
    (text::has_digit(number) && (is_unit(unit) || is_footnote(unit)))
        .then(|| format!("; write the number alone: {number}"))
}

/// ` s`, `%` and `\u{b0}C`; without anything between, only what can be no digit of any number.
fn is_unit(unit: &str) -> bool {
    let letters = unit.trim();
    let is_apart = text::begins_with_one_of(unit, " %\u{a0}\u{b0}");
    let is_known =
        ["ms", "s", "sec", "min", "us", "\u{b5}s", "V", "mV", "kV", "mA", "Hz", "kHz", "W", "kW"].contains(&unit);
    (is_apart && !letters.is_empty() && !text::has_digit(letters)) || is_known
}

/// `[1]`, ` (2)`, `\u{2020}`
fn is_footnote(mark: &str) -> bool {
    let mark = mark.trim();
    let is_within = |(open, close)| mark.strip_prefix(open).is_some_and(|rest: &str| rest.ends_with::<char>(close));
    [('[', ']'), ('(', ')')].into_iter().any(is_within)
        || (!mark.is_empty() && text::all(mark, |c| matches!(c, '\u{2020}' | '\u{2021}')))
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '-')
}

/// For an integer; empty if nothing can be told.
fn of_integer(text: &str) -> String {
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
        let is_zero = !fraction.is_empty() && text::all(fraction, |b| b == '0');
        if is_digits(whole) && is_zero && fraction.len() != 3 {
            return format!("; a spreadsheet made it a decimal number: write {sign}{whole}");
        }
    }
    if let Some(digits) = text.strip_prefix(['\u{2212}', '\u{2013}']).filter(|digits| is_digits(digits)) {
        return format!("; write the minus sign as on the keyboard: -{digits}");
    }
    if is_shortened(unsigned) {
        return SHORTENED.to_owned();
    }
    grouped(text, unsigned, sign)
        .or_else(|| of_other_radix(text))
        .or_else(|| letters_for_digits(text))
        .or_else(|| of_any(text))
        .unwrap_or_default()
}

/// For a code that no other cure fits: it may be a range, hexadecimal, or a text code.
fn of_code(text: &str) -> (String, Option<String>) {
    if range_of(text, false).is_some() {
        let help = "`only` or `skip` leaves such rows out; Open::Unknown keeps codes that the table does not have";
        return (ONE_CODE.to_owned(), Some(help.to_owned()));
    }
    if text.starts_with("0x") || text.starts_with("0X") {
        return (String::new(), None);
    }
    if let Some(digits) = hexadecimal(text) {
        let help = "if all codes are hexadecimal, write csv(\"\u{2026}\", radix = 16)";
        return (format!("; write 0x{digits} if it is hexadecimal"), Some(help.to_owned()));
    }
    if let Some(digits) = text.strip_prefix('#').filter(|digits| is_digits(digits)) {
        return (format!("; write {}, or 0x{digits} if it is hexadecimal", without_zeros(digits)), None);
    }
    let is_text_code = text::has_digit(text)
        && text::has(text, |b| b.is_ascii_alphabetic())
        && text::all(text, |b| b.is_ascii_alphanumeric() || matches!(b, '-' | '_' | '.' | '#' | '/'));
    if is_text_code {
        return ("; write the number alone".to_owned(), Some("if codes are texts, write `enum Name: str`".to_owned()));
    }
    (String::new(), None)
}

/// Of a range, a class, or a list of codes.
pub(super) const ONE_CODE: &str = "; a row has one code: leave such rows out, or write a row for each";

fn without_zeros(digits: &str) -> &str {
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() { "0" } else { bare }
}

/// What people and programs write where there is no number; `NA` is also a continent.
fn is_nothing(text: &str) -> bool {
    text::is_nothing(text) || text == "." || ["na", "nan"].iter().any(|word| text.eq_ignore_ascii_case(word))
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
    let has_spaces = text::has(unsigned, char::is_whitespace);
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
fn is_separator(c: char) -> bool {
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
    let has_digit = text::has_digit(text);
    (has_digit && is_digits(&digits))
        .then(|| format!("; it has the letter {letter} in place of a digit: write {}", without_zeros(&digits)))
}

/// The digits of `0Ah`, `$1C`, `16#1D`, `1A`, `&H1F`, `x1F`.
fn hexadecimal(text: &str) -> Option<&str> {
    let is_hex =
        |digits: &&str| !digits.is_empty() && digits.len() <= 16 && text::all(digits, |b| b.is_ascii_hexdigit());
    let marked = [
        text.strip_suffix(['h', 'H']),
        text.strip_prefix('$'),
        text.strip_prefix("16#"),
        text.strip_prefix("&H"),
        text.strip_prefix(['x', 'X']),
    ];
    let marked = marked.into_iter().flatten().find(is_hex);
    let bare = Some(text).filter(is_hex).filter(|text| text::has_digit(text));
    // `E0042` is a label before it is hexadecimal.
    let is_label = |text: &&str| {
        text.len() > 3
            && matches!(text.as_bytes(), [first, rest @ ..] if first.is_ascii_alphabetic() && rest.iter().all(u8::is_ascii_digit))
    };
    marked.or(bare.filter(|text| !is_label(text)))
}

/// How a cell that is not a number would be one; empty if that cannot be told.
fn of_float(text: &str, mark: Mark) -> String {
    if let Some(fix) = of_any(text) {
        return fix;
    }
    let commas = text.matches(',').count();
    if mark == Mark::Comma && text.contains('.') && is_number_like(&text.replace(',', "")) {
        let with_comma = text.replacen('.', ",", 1);
        let is_thousands = fraction(text, '.').is_some_and(|digits| digits.len() == 3);
        return match (commas, text.matches('.').count()) {
            (0, 1) if is_thousands => format!(
                "; other cells of the column have a decimal comma, so write {with_comma}, or {} if the point separates \
                 thousands",
                text.replace('.', "")
            ),
            (0, 1) => format!("; other cells of the column have a decimal comma, so write {with_comma}"),
            _ => "; write it without separators for thousands".to_owned(),
        };
    }
    if is_padded(text) && is_number_like(text) {
        let (sign, digits) = if let Some(digits) = text.strip_prefix('-') { ("-", digits) } else { ("", text) };
        let bare = digits.trim_start_matches('0');
        let zero = if text::begins_with_digit(bare) { "" } else { "0" };
        return format!("; write it without leading zeros: {sign}{zero}{bare}");
    }
    if let Some(digits) = text.strip_prefix(['\u{2212}', '\u{2013}']).filter(|digits| is_number_like(digits)) {
        return format!("; write the minus sign as on the keyboard: -{digits}");
    }
    let whole = text.split(['.', ',']).next().unwrap_or_default();
    let groups: Vec<&str> = whole.strip_prefix('-').unwrap_or(whole).split(is_separator).collect();
    if are_thousands(&groups) && is_number_like(&text.replace(|c| is_separator(c) || c == ',', "")) {
        return "; write it without separators for thousands".to_owned();
    }
    match text.split_once(',') {
        // A comma alone may be either mark; beside a point, or twice, it separates thousands.
        Some((whole, rest)) if commas == 1 && !text.contains('.') && is_number_like(whole) && is_number_like(rest) => {
            format!("; write it with a decimal point ({whole}.{rest}), or without separators")
        }
        Some(_) if is_number_like(&text.replace(',', "")) => "; write it without separators for thousands".to_owned(),
        _ => String::new(),
    }
}

/// The months as spreadsheets shorten them: in English, German, French, and what Spanish, Italian, Portuguese and Dutch
/// have that these have not.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep sept oct nov dec mrz m\u{e4}r m\u{e4}rz mai juni juli \
                      okt dez janv f\u{e9}vr f\u{e9}v mars avr juin juil ao\u{fb}t d\u{e9}c ene abr ago dic gen \
                      mag giu lug set ott fev out mei mrt";

/// What a spreadsheet makes of `3-4` and `04.03`, in the languages of Europe: a day or a year and a month.
pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    let is_year_or_day = |part: &String| is_digits(part) && part.len() <= 4;
    let months = parts.iter().filter(|part| MONTHS.split(' ').any(|month| month == part.as_str())).count();
    let numbers = parts.iter().filter(|part| is_year_or_day(part)).count();
    if months == 1 && (1..=2).contains(&numbers) && months + numbers == parts.len() {
        return true;
    }
    // 2026-03-04, 04.03.2026, 3/4/2026
    let [first, second, third] = parts.as_slice() else { return false };
    let is_separated = text::has_one_of(text, "-./") && !text.contains(' ');
    is_separated
        && [first, second, third].iter().all(|part| is_digits(part))
        && second.len() <= 2
        && matches!((first.len(), third.len()), (4, 1..=2) | (1..=2, 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::CodeType;
    use crate::kind::{Kind, Value};
    use crate::number::{code, float, integer};

    fn said(text: &str, why: &Misread, is_code: bool) -> String {
        let (what, fix, _) = say(text, why, is_code);
        what + &fix
    }

    #[test]
    fn the_cure_is_what_the_keeper_of_the_sheet_would_write() {
        let date = "; a spreadsheet made it a date: format the column as text and type it again";
        let shortened = "; a spreadsheet shortened it and lost digits: format the column as text and type it again";
        let none = || "; write a whole number from 0 to 4294967295".to_owned();
        let range = ONE_CODE;
        let text = "; write the number alone";
        let hex = |digits: &str| format!("; write 0x{digits} if it is hexadecimal");
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
                Err(why) => say(cell, &why, true).1,
                Ok(code) => panic!("{cell} is {code}"),
            };
            assert_eq!(found, fix, "{cell}");
        }
    }

    #[test]
    fn text_codes_that_a_spreadsheet_wrote() {
        let said_of = |cell: &str| code(cell, CodeType::Text, false).err().map(|why| said(cell, &why, true));
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
            assert_eq!(said_of(good), None, "{good}");
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
            assert_eq!(said_of(cell), Some(message));
        }
        let space = said_of("A\u{a0}1").unwrap();
        assert!(
            space.ends_with("has U+00A0 in it, which looks like a space; write a plain space, or take it out"),
            "{space}"
        );
    }

    fn column(cells: &[&str], is_semicolon: bool) -> Vec<Result<String, String>> {
        let mark = Mark::of(cells.iter().map(|cell| (*cell, is_semicolon)));
        cells.iter().map(|cell| float(cell, 64, mark).map_err(|why| say(cell, &why, false).1)).collect()
    }

    #[test]
    fn a_column_has_one_decimal_mark() {
        let ok = |text: &str| Ok(text.to_owned());
        let ambiguous = |point: &str| Err(format!("; write it with a decimal point ({point}), or without separators"));
        let clash = "; other cells of the column have a decimal comma, so write 1,234, or 1234 if the point separates \
                     thousands";
        let point = "; other cells of the column have a decimal comma, so write 1,5";
        let thousands = "; write it without separators for thousands";
        let none = || Err(String::new());
        let cases = [
            (vec!["1.234", "0.5"], false, vec![ok("1.234"), ok("0.5")]),
            (vec!["1,5", "2"], false, vec![ok("1.5"), ok("2.0")]),
            (vec!["2,5", "1,250"], false, vec![ok("2.5"), ok("1.25")]),
            (vec!["1,250", "7"], false, vec![ambiguous("1.250"), ok("7.0")]),
            (vec!["1,250"], true, vec![ok("1.25")]),
            (vec!["1.234", "0,5"], true, vec![Err(clash.to_owned()), ok("0.5")]),
            (vec!["1.234", "0,5"], false, vec![Err(clash.to_owned()), ok("0.5")]),
            (vec!["1.234"], true, vec![ok("1.234")]),
            (vec!["1.5", "0,5"], true, vec![Err(point.to_owned()), ok("0.5")]),
            (vec!["1.2.3", "01x"], false, vec![none(), none()]),
            (vec!["1.000,5", "0,5"], true, vec![Err(thousands.to_owned()), ok("0.5")]),
            (vec!["01.02"], false, vec![Err("; write it without leading zeros: 1.02".to_owned())]),
            (vec!["-00.5"], false, vec![Err("; write it without leading zeros: -0.5".to_owned())]),
            // A comma in something else is nobody's decimal mark.
            (vec!["a,b", "x,5", "5,x", "1.5"], false, vec![none(), none(), none(), ok("1.5")]),
            (vec!["a1,b2", "1.5"], false, vec![none(), ok("1.5")]),
            (vec!["a.b", "1,2,5", "0,5"], false, vec![none(), Err(thousands.to_owned()), ok("0.5")]),
            (vec!["1 234.5", "1'234", "-1_000", "1\u{a0}234,5"], false, vec![Err(thousands.to_owned()); 4]),
            (vec!["1 2", "1 2345", "a 234", "1234 567"], false, vec![none(); 4]),
            (
                vec!["\u{2212}5", "\u{2013}0.5", "\u{2212}x"],
                false,
                vec![
                    Err("; write the minus sign as on the keyboard: -5".to_owned()),
                    Err("; write the minus sign as on the keyboard: -0.5".to_owned()),
                    none(),
                ],
            ),
            (vec!["0.5", "0", "-0.25"], false, vec![ok("0.5"), ok("0.0"), ok("-0.25")]),
        ];
        for (cells, is_semicolon, expected) in cases {
            assert_eq!(column(&cells, is_semicolon), expected, "{cells:?} {is_semicolon}");
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
            assert_eq!(
                {
                    let int = IntType::named("u16").unwrap();
                    said(text, &integer(text, int).unwrap_err(), false)
                },
                message
            );
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
            assert_eq!(kind.parse(text, Mark::Point).map_err(|why| said(text, &why, false)), expected, "{text}");
        }
        let comma = Kind::Float(64).parse("1,5", Mark::Comma);
        assert_eq!(comma.ok(), Some(Value::Float("1.5".to_owned())));
    }
}
