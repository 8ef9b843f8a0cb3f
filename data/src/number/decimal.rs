//! Numbers with a fraction. Whether a comma is their decimal mark is decided for the whole column.

use super::Mismatch;
use super::cure::{are_thousands, is_separator};
use crate::name::quote;

/// What a column writes before the fraction: one mark, in all its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Point,
    Comma,
}

impl Mark {
    /// The mark of a column of cells, each with whether its file separates cells by semicolons, as spreadsheets do
    /// where a comma is the decimal mark. In other files a comma before three digits may separate thousands, and
    /// says nothing.
    pub(crate) fn of<'t>(cells: impl IntoIterator<Item = (&'t str, bool)>) -> Self {
        let has_comma = cells.into_iter().any(|(text, is_semicolon)| match fraction(text, ',') {
            Some(digits) => is_semicolon || digits.len() != 3,
            None => false,
        });
        if has_comma { Self::Comma } else { Self::Point }
    }
}

/// The digits after the only mark of a number.
fn fraction(text: &str, mark: char) -> Option<&str> {
    let (whole, digits) = text.split_once(mark)?;
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (is_digits(whole.trim_start_matches('-')) && is_digits(digits) && !digits.is_empty()).then_some(digits)
}

/// A finite number, as text that parses back to the same value.
pub(crate) fn float(text: &str, bits: u32, mark: Mark) -> Result<String, Mismatch> {
    let wrong = || Mismatch { what: format!("{} is not a number", quote(text)), fix: fix(text, mark), rule: None };
    let dotted = match mark {
        Mark::Comma if text.contains('.') => return Err(wrong()),
        Mark::Comma => text.replace(',', "."),
        Mark::Point => text.to_owned(),
    };
    if !is_number_like(&dotted) || is_padded(&dotted) {
        return Err(wrong());
    }
    let literal = if bits == 32 {
        let number: f32 = dotted.parse().map_err(|_| wrong())?;
        number.is_finite().then(|| format!("{number:?}"))
    } else {
        let number: f64 = dotted.parse().map_err(|_| wrong())?;
        number.is_finite().then(|| format!("{number:?}"))
    };
    literal.ok_or_else(|| Mismatch::new(format!("{} is out of range", quote(text))))
}

fn is_number_like(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number_like = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
    is_number_like && digits.bytes().any(|b| b.is_ascii_digit())
}

/// `01.02` is a date or a version before it is a number.
fn is_padded(text: &str) -> bool {
    matches!(text.trim_start_matches('-').as_bytes(), [b'0', b'0'..=b'9', ..])
}

/// How a cell that is not a number would be one; empty if that cannot be told.
fn fix(text: &str, mark: Mark) -> String {
    if let Some(fix) = super::cure::of_any(text) {
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
        let zero = if bare.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str], is_semicolon: bool) -> Vec<Result<String, String>> {
        let mark = Mark::of(cells.iter().map(|cell| (*cell, is_semicolon)));
        cells.iter().map(|cell| float(cell, 64, mark).map_err(|wrong| wrong.fix)).collect()
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
}
