//! What went wrong when a code or a text was looked up.

use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::shown::{Shown, pad};
use crate::table::StatusTable;

/// A code that a table does not know, tied to that table.
///
/// It can only be obtained from a lookup that failed: `TryFrom` of the table's enum, or of
/// [`StatusClass`](crate::StatusClass), or [`Open::from_code`](crate::Open::from_code).
///
/// ```
/// use status_docs::HttpStatus;
///
/// let unknown = HttpStatus::try_from(799).unwrap_err();
/// assert_eq!(unknown.to_string(), "799 is not a code of HttpStatus");
/// assert_eq!(*unknown.code(), 799);
/// ```
pub struct UnknownCode<T, C> {
    code: C,
    table: PhantomData<fn() -> T>,
}

impl<T, C> UnknownCode<T, C> {
    /// The caller must have asked the table.
    pub(crate) const fn new(code: C) -> Self {
        Self { code, table: PhantomData }
    }

    /// The code as it was received.
    #[inline]
    pub const fn code(&self) -> &C {
        &self.code
    }

    /// The code as it was received, by value.
    ///
    /// ```
    /// # use status_docs::HttpStatus;
    /// let code = HttpStatus::try_from(799).unwrap_or_else(|unknown| {
    ///     assert_eq!(unknown.into_code(), 799);
    ///     HttpStatus::BadGateway
    /// });
    /// ```
    #[inline]
    pub fn into_code(self) -> C {
        self.code
    }
}

// Written by hand: a derive would put the same bounds on the table as on the code.
impl<T, C: Clone> Clone for UnknownCode<T, C> {
    #[inline]
    fn clone(&self) -> Self {
        Self::new(self.code.clone())
    }
}

impl<T, C: Copy> Copy for UnknownCode<T, C> {}

impl<T, C: PartialEq> PartialEq for UnknownCode<T, C> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl<T, C: Eq> Eq for UnknownCode<T, C> {}

impl<T, C: Hash> Hash for UnknownCode<T, C> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl<T, C: fmt::Debug> fmt::Debug for UnknownCode<T, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownCode").field(&self.code).finish()
    }
}

impl<T: StatusTable, C: fmt::Display> fmt::Display for UnknownCode<T, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = Shown { code: &self.code, hexadecimal: T::HEXADECIMAL };
        pad(f, format_args!("{code} is not a code of {}", T::NAME))
    }
}

impl<T: StatusTable, C: fmt::Display + fmt::Debug> Error for UnknownCode<T, C> {}

/// A text that does not name a row of a table, or a variant of a category.
///
/// ```
/// use status_docs::HttpStatus;
///
/// let error = "Not Fund".parse::<HttpStatus>().unwrap_err();
/// assert_eq!(error.to_string(), "the text is not a code, name or phrase of HttpStatus");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseStatusError {
    what: &'static str,
    of: &'static str,
}

impl ParseStatusError {
    #[inline]
    pub(crate) const fn of_table(name: &'static str) -> Self {
        Self { what: "code, name or phrase", of: name }
    }

    #[inline]
    pub(crate) const fn of_category(name: &'static str) -> Self {
        Self { what: "variant", of: name }
    }
}

impl fmt::Display for ParseStatusError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, format_args!("the text is not a {} of {}", self.what, self.of))
    }
}

impl Error for ParseStatusError {}

#[cfg(test)]
mod tests {
    use core::hash::{BuildHasher, BuildHasherDefault};
    use std::collections::hash_map::DefaultHasher;

    use super::UnknownCode;
    use crate::HttpStatus;

    #[test]
    fn unknown_codes_are_compared_and_hashed_by_the_code() {
        let unknown = UnknownCode::<HttpStatus, u16>::new;
        let hash = |code| BuildHasherDefault::<DefaultHasher>::default().hash_one(unknown(code));
        assert_eq!((unknown(499), hash(499)), (unknown(499), hash(499)));
        assert_ne!(unknown(499), unknown(599));
        assert_ne!(hash(499), hash(599));
    }
}
