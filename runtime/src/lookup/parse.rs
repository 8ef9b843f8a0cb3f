//! The trait impls of emitted enums, as far as they are the same for all of them.

use core::fmt::{self, Display};

use crate::docs::Code;
use crate::error::{ParseStatusError, UnknownCode};
use crate::open::AsCode;
use crate::table::StatusTable;

/// `404 Not Found`.
#[inline]
pub fn display<C: Display>(f: &mut fmt::Formatter<'_>, code: C, reason: &str) -> fmt::Result {
    code.fmt(f)?;
    f.write_str(" ")?;
    f.write_str(reason)
}

/// `TryFrom` a code.
#[inline]
pub fn try_from_code<T: StatusTable, C: AsCode<T::Code>>(code: C) -> Result<T, UnknownCode<T, C>> {
    T::from_code(code.as_code()).ok_or(UnknownCode::new(code))
}

/// `FromStr`: the exact code, then the name, then a phrase in any ASCII case, then code and phrase.
pub fn parse_status<T: StatusTable>(
    text: &str,
    from_name: fn(&str) -> Option<T>,
    from_reason: fn(&str) -> Option<T>,
) -> Result<T, ParseStatusError> {
    let from_code = |code: &str| <T::Code as Code>::parse(code).and_then(T::from_code);
    let from_both = || {
        // A text code may have spaces of its own.
        text.match_indices(' ').find_map(|(space, _)| {
            let (code, phrase) = text.split_at(space);
            let phrase = &phrase[1..];
            // Rows may share a phrase, of which `from_reason` finds the first.
            from_code(code).filter(|row| row.reason().eq_ignore_ascii_case(phrase) || from_reason(phrase) == Some(*row))
        })
    };
    from_code(text)
        .or_else(|| from_name(text))
        .or_else(|| from_reason(text))
        .or_else(from_both)
        .ok_or(ParseStatusError::new(T::NAME))
}
