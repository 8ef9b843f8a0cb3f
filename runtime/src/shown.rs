//! How a status is displayed: its code as the table writes it, and the whole padded as one text.

use core::fmt::{self, Alignment, Display, Write};

/// Writes a text as `f.pad` writes a `&str`: padded to the width, truncated at the precision. It need not be in one
/// piece.
#[inline]
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, text: fmt::Arguments<'_>) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return f.write_fmt(text);
    }
    let precision = f.precision().unwrap_or(usize::MAX);
    // Nothing can be allocated, so the text is written twice: first only to count its characters.
    let mut counted = Cut { to: &mut Nowhere, left: precision };
    counted.write_fmt(text)?;
    let length = precision - counted.left;
    let fill = f.width().unwrap_or(0).saturating_sub(length);
    let before = match f.align() {
        Some(Alignment::Right) => fill,
        Some(Alignment::Center) => fill / 2,
        Some(Alignment::Left) | None => 0,
    };
    let character = f.fill();
    (0..before).try_for_each(|_| f.write_char(character))?;
    Cut { to: f, left: precision }.write_fmt(text)?;
    (before..fill).try_for_each(|_| f.write_char(character))
}

struct Nowhere;

impl Write for Nowhere {
    #[inline]
    fn write_str(&mut self, _: &str) -> fmt::Result {
        Ok(())
    }
}

/// Passes on this many characters, and drops the rest.
struct Cut<'w> {
    to: &'w mut dyn Write,
    left: usize,
}

impl Write for Cut<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.char_indices().nth(self.left).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        self.left -= text.chars().count();
        self.to.write_str(text)
    }
}

/// Integer codes of a table that writes them in hexadecimal.
#[derive(Clone, Copy, Debug)]
pub struct Hexadecimal {
    /// The minimum number of digits.
    pub width: usize,
    /// `0xC000` and not `0xc000`.
    pub is_upper: bool,
    /// The width of the codes' type: a negative code is written as its bits.
    pub bits: u32,
}

/// A code as its table writes it.
pub(crate) struct Shown<'c> {
    pub(crate) code: &'c dyn Display,
    pub(crate) hexadecimal: Option<Hexadecimal>,
}

impl Display for Shown<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.hexadecimal.and_then(|hexadecimal| Some((hexadecimal, Decimal::of(self.code)?)));
        let Some((Hexadecimal { width, is_upper, bits }, number)) = number else {
            return write!(f, "{}", self.code);
        };
        let bits = number & (u64::MAX >> (64 - bits.clamp(1, 64)));
        if is_upper { write!(f, "0x{bits:0width$X}") } else { write!(f, "0x{bits:0width$x}") }
    }
}

/// The digits of an integer of at most 64 bits, and its sign.
struct Decimal {
    text: [u8; 20],
    length: usize,
}

impl Decimal {
    /// The bits of the integer that something is displayed as; `None` if it is not an integer. This works for any type
    /// that holds a code: all that is known of it is that it can be displayed.
    #[inline]
    fn of(code: &dyn Display) -> Option<u64> {
        let mut decimal = Self { text: [0; 20], length: 0 };
        write!(decimal, "{code}").ok()?;
        let text = core::str::from_utf8(decimal.text.get(..decimal.length)?).ok()?;
        match text.strip_prefix('-') {
            Some(digits) => digits.parse::<u64>().ok().map(u64::wrapping_neg),
            None => text.parse().ok(),
        }
    }
}

impl Write for Decimal {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.text.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::{String, ToString};

    /// In two pieces.
    struct Pieces(&'static str, &'static str);

    impl Display for Pieces {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            pad(f, format_args!("{}{}", self.0, self.1))
        }
    }

    #[test]
    fn pieces_are_padded_as_one_text_is() {
        for (pieces, text) in [(Pieces("404 ", "Not Found"), "404 Not Found"), (Pieces("", "Tür"), "Tür")] {
            assert_eq!(format!("{pieces}"), text);
            assert_eq!(format!("{pieces:20}|"), format!("{text:20}|"));
            assert_eq!(format!("{pieces:<20}|"), format!("{text:<20}|"));
            assert_eq!(format!("{pieces:>20}|"), format!("{text:>20}|"));
            assert_eq!(format!("{pieces:*^20}|"), format!("{text:*^20}|"));
            assert_eq!(format!("{pieces:*^3}|"), format!("{text:*^3}|"));
            for precision in 0..20 {
                assert_eq!(format!("{pieces:.precision$}|"), format!("{text:.precision$}|"));
                assert_eq!(format!("{pieces:\u{e9}>9.precision$}|"), format!("{text:\u{e9}>9.precision$}|"));
            }
        }
    }

    #[test]
    fn a_code_is_shown_as_the_table_writes_it() {
        fn shown(code: &dyn Display, width: usize, is_upper: bool, bits: u32) -> String {
            Shown { code, hexadecimal: Some(Hexadecimal { width, is_upper, bits }) }.to_string()
        }
        assert_eq!(shown(&0x8007_0005_u32, 8, true, 32), "0x80070005");
        assert_eq!(shown(&-2_147_024_891_i32, 8, false, 32), "0x80070005");
        assert_eq!(shown(&0x1f_u8, 0, true, 8), "0x1F");
        assert_eq!(shown(&0x1f_u8, 4, false, 8), "0x001f");
        assert_eq!(shown(&i64::MIN, 0, true, 64), "0x8000000000000000");
        assert_eq!(shown(&u64::MAX, 0, true, 64), "0xFFFFFFFFFFFFFFFF");
        assert_eq!(shown(&-1_i8, 0, false, 8), "0xff");
        // What is not an integer stays as it is.
        for text in ["", "0100C", "a text of more than twenty bytes"] {
            assert_eq!(shown(&text, 2, true, 32), text);
        }
        assert_eq!(Shown { code: &-5, hexadecimal: None }.to_string(), "-5");
    }
}
