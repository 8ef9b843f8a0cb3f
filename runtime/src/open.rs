//! A code as it was received: known to a table or not, and never lost.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::code::{AsCode, Code};
use crate::docs::StatusDocs;
use crate::error::UnknownCode;
use crate::lookup::code_in;
use crate::shown::{Shown, pad};
use crate::table::StatusTable;

/// A status code that you receive. A table's enum is closed, which is right for codes that you send; those that you
/// receive may include codes that your table does not know.
///
/// ```
/// use status_docs::{HttpStatus, Open};
///
/// let known = Open::<HttpStatus>::from_code(404);
/// assert_eq!(known.known(), Some(HttpStatus::NotFound));
/// assert_eq!(known.to_string(), "404 Not Found");
///
/// let unknown = Open::<HttpStatus>::from_code(799);
/// assert_eq!(unknown.known(), None);
/// assert_eq!(unknown.code(), 799);
/// ```
///
/// For text codes, `C` is what holds the received text: `Open<SqlState, &str>` or
/// `Open<SqlState, String>`.
///
/// Keep it in a type of yours where codes come in, and match on what you know:
///
/// ```
/// # use status_docs::{HttpStatus, Open};
/// fn advice(status: Open<HttpStatus>) -> &'static str {
///     match status {
///         Open::Known(HttpStatus::NotFound) => "check the path",
///         Open::Known(status) => status.tips().unwrap_or("read the log"),
///         Open::Unknown(code) if (500..600).contains(code.code()) => "the server failed, in a way of its own",
///         Open::Unknown(_) => "update the table",
///     }
/// }
/// assert_eq!(advice(HttpStatus::NotFound.into()), "check the path");
/// assert_eq!(advice(Open::from_code(599)), "the server failed, in a way of its own");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open<T: StatusTable, C = <T as StatusDocs>::Code> {
    /// A code of the table.
    Known(T),
    /// A code that the table does not know. It cannot be made for a code that the table knows.
    Unknown(UnknownCode<T, C>),
}

impl<T: StatusTable, C: AsCode<T::Code>> Open<T, C> {
    /// Asks the table for a code, and keeps the code if the table does not know it.
    #[inline]
    pub fn from_code(code: C) -> Self {
        match T::from_code(code.as_code()) {
            Some(status) => Self::Known(status),
            None => Self::Unknown(UnknownCode::new(code)),
        }
    }

    /// The code, whether the table knows it or not.
    #[inline]
    pub fn code(&self) -> <T::Code as Code>::Query<'_> {
        match self {
            Self::Known(status) => StatusDocs::code(status).query(),
            Self::Unknown(unknown) => unknown.code().as_code(),
        }
    }
}

impl<T: StatusTable, C> Open<T, C> {
    /// The row, if the table has one.
    #[inline]
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(status) => Some(*status),
            Self::Unknown(_) => None,
        }
    }
}

/// What the table says about the code: `None` if it does not know it.
///
/// ```
/// use status_docs::{HttpStatus, Open};
///
/// let open = Open::<HttpStatus>::from_code(404);
/// assert_eq!((open.reason(), open.tips().is_some()), (Some("Not Found"), true));
/// assert_eq!(Open::<HttpStatus>::from_code(799).reason(), None);
/// ```
impl<T: StatusTable, C> Open<T, C> {
    /// The reason phrase.
    #[inline]
    pub fn reason(&self) -> Option<&'static str> {
        self.known().map(|status| status.reason())
    }

    /// What it means; `""` if the table knows the code and does not say.
    #[inline]
    pub fn definition(&self) -> Option<&'static str> {
        self.known().map(|status| status.definition())
    }

    /// What to do about it.
    #[inline]
    pub fn tips(&self) -> Option<&'static str> {
        self.known().and_then(|status| status.tips())
    }
}

/// By code, whether the table knows it or not; codes that are texts by their bytes.
impl<T: StatusTable, C: AsCode<T::Code> + Eq> Ord for Open<T, C> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(&other.code())
    }
}

impl<T: StatusTable, C: AsCode<T::Code> + PartialEq> PartialOrd for Open<T, C> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.code().cmp(&other.code()))
    }
}

/// Parses everything that the table parses, and any code that the table does not know, as it would write it. Whatever
/// `Display` writes parses back.
///
/// ```
/// use status_docs::{HttpStatus, Open};
///
/// for text in ["404", "404 Not Found", "not found", "799"] {
///     let open: Open<HttpStatus> = text.parse().unwrap();
///     assert_eq!(open.to_string().parse(), Ok(open));
/// }
/// assert!("Not Fund".parse::<Open<HttpStatus>>().is_err());
/// ```
///
/// Where codes are texts, any text is one, so that a misspelt phrase is an unknown code.
impl<T, C> FromStr for Open<T, C>
where
    T: StatusTable + FromStr,
    C: AsCode<T::Code> + for<'t> From<<T::Code as Code>::Query<'t>>,
{
    type Err = T::Err;

    #[inline]
    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Self::Known).or_else(|error| match code_in::<T>(text) {
            Some(code) => Ok(Self::from_code(C::from(code))),
            None => Err(error),
        })
    }
}

impl<T: StatusTable, C> From<T> for Open<T, C> {
    #[inline]
    fn from(status: T) -> Self {
        Self::Known(status)
    }
}

/// `404 Not Found` for a known code, only the code for an unknown one; both as the table writes its codes.
impl<T: StatusTable, C: fmt::Display> fmt::Display for Open<T, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hexadecimal = T::HEXADECIMAL;
        match self {
            Self::Known(status) => {
                let docs = status.docs();
                let code = Shown { code: &docs.code, hexadecimal };
                pad(f, format_args!("{code} {}", docs.reason))
            }
            Self::Unknown(unknown) => {
                let code = Shown { code: unknown.code(), hexadecimal };
                pad(f, format_args!("{code}"))
            }
        }
    }
}
