//! Numbers with a fraction. Whether a comma is their decimal mark is decided for the whole column.

use super::Misread;
use crate::text;

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
pub(crate) fn fraction(text: &str, mark: char) -> Option<&str> {
    let (whole, digits) = text.split_once(mark)?;
    let is_digits = |text: &str| text::are_digits(text);
    (is_digits(whole.trim_start_matches('-')) && is_digits(digits) && !digits.is_empty()).then_some(digits)
}

/// A finite number, as text that parses back to the same value.
pub(crate) fn float(text: &str, bits: u32, mark: Mark) -> Result<String, Misread> {
    let wrong = || Misread::Float(mark);
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
    literal.ok_or(Misread::BeyondFloat)
}

pub(crate) fn is_number_like(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number_like = text::all(digits, |b| b.is_ascii_digit() || matches!(b, '.' | 'e' | 'E' | '+' | '-'));
    is_number_like && text::has_digit(digits)
}

/// `01.02` is a date or a version before it is a number.
pub(crate) fn is_padded(text: &str) -> bool {
    matches!(text.trim_start_matches('-').as_bytes(), [b'0', b'0'..=b'9', ..])
}
