//! The parts of emitted enums' trait impls that are the same for all of them.

use core::fmt::{self, Display};

use super::keys::{KeyIndex, Phrases};
use super::texts::Texts;
use crate::code::{AsCode, Code};
use crate::error::{ParseStatusError, UnknownCode};
use crate::shown::{Shown, pad};
use crate::table::StatusTable;

/// `404 Not Found`.
#[inline]
pub fn display<C: Display>(f: &mut fmt::Formatter<'_>, code: C, reason: &str) -> fmt::Result {
    pad(f, format_args!("{code} {reason}"))
}

/// The code as the table writes it.
#[inline]
pub fn shown<T: StatusTable>(code: &dyn Display) -> impl Display {
    Shown { code, hexadecimal: T::HEXADECIMAL }
}

/// `TryFrom` a code.
#[inline]
pub fn try_from_code<T: StatusTable, C: AsCode<T::Code>>(code: C) -> Result<T, UnknownCode<T, C>> {
    T::from_code(code.as_code()).ok_or(UnknownCode::new(code))
}

/// The row that a text names: the exact code, then the name, then a phrase in any ASCII case, then
/// code and phrase; `usize::MAX` if there is none.
///
/// A text that begins like a number is read as code and phrase before it is read as a phrase: a table may have the
/// phrase `403 Forbidden` for a code of its own beside the code 403, and what `Display` writes parses back.
///
/// Compiled once for all tables: each table contributes only data, and how it reads a code.
#[inline]
pub(super) fn parse_row(
    text: &str,
    by_code: &dyn Fn(&str) -> usize,
    by_name: &KeyIndex,
    names: &Texts,
    phrases: &Phrases,
) -> usize {
    let known = |row: usize| (row < phrases.rows).then_some(row);
    let from_both = || {
        // A text code may itself contain spaces.
        text.match_indices(' ').find_map(|(space, _)| {
            let (code, phrase) = text.split_at(space);
            let phrase = &phrase[1..];
            // Rows may share a phrase, of which `find` finds the first.
            known(by_code(code))
                .filter(|&row| phrases.reasons.get(row).eq_ignore_ascii_case(phrase) || phrases.find(phrase) == row)
        })
    };
    let is_number = matches!(text.as_bytes(), [b'0'..=b'9', ..] | [b'-', b'0'..=b'9', ..]);
    known(by_code(text))
        .or_else(|| known(by_name.find(names, text)))
        .or_else(|| if is_number { from_both() } else { None })
        .or_else(|| known(phrases.find(text)))
        .or_else(|| if is_number { None } else { from_both() })
        .unwrap_or(usize::MAX)
}

/// The row of a code in a text; `usize::MAX` if there is none.
#[inline]
pub(super) fn row_of_text<T: StatusTable>(text: &str, row_of: fn(T) -> usize) -> usize {
    code_in::<T>(text).and_then(T::from_code).map_or(usize::MAX, row_of)
}

/// The code that a text represents, as the table writes it or as a number. Where the cells write hexadecimal codes
/// without `0x`, nothing is a decimal: a log's `16` is the row 0x10.
#[inline]
pub(crate) fn code_in<T: StatusTable>(text: &str) -> Option<<T::Code as Code>::Query<'_>> {
    let hexadecimal = || <T::Code as Code>::from_bits(bits(text)?);
    if T::IS_BARE {
        return hexadecimal().or_else(|| <T::Code as Code>::from_bits(digits(text)?));
    }
    <T::Code as Code>::parse(text).or_else(|| T::HEXADECIMAL.and_then(|_| hexadecimal()))
}

/// The bits of `0x80070005`, in any case and with any leading zeros, as cells may have it.
#[inline]
fn bits(text: &str) -> Option<u64> {
    digits(text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?)
}

#[inline]
fn digits(text: &str) -> Option<u64> {
    // `from_str_radix` accepts a sign.
    let is_plain = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if is_plain { u64::from_str_radix(text, 16).ok() } else { None }
}

/// What `FromStr` returns.
#[inline]
pub fn parsed<T: StatusTable>(found: Option<T>) -> Result<T, ParseStatusError> {
    found.ok_or(ParseStatusError::of_table(T::NAME))
}

/// What `FromStr` of a category returns: the variant with this text, else with the text or the name in any ASCII case.
#[inline]
pub fn category<T: Copy>(
    name: &'static str,
    all: &'static [T],
    text_of: fn(T) -> &'static str,
    name_of: fn(T) -> &'static str,
    text: &str,
) -> Result<T, ParseStatusError> {
    let first = |is_meant: &dyn Fn(T) -> bool| all.iter().copied().find(|variant| is_meant(*variant));
    first(&|variant| text_of(variant) == text)
        .or_else(|| first(&|variant| text_of(variant).eq_ignore_ascii_case(text)))
        .or_else(|| first(&|variant| name_of(variant).eq_ignore_ascii_case(text)))
        .ok_or(ParseStatusError::of_category(name))
}
