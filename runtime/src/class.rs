//! HTTP's status classes.

use core::fmt;
use core::str::FromStr;

use crate::error::{ParseStatusError, UnknownCode};
use crate::http_status::HttpStatus;
use crate::lookup::category;

/// The class of an HTTP status code: its first digit
/// ([RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15)).
///
/// ```
/// use status_docs::{HttpStatus, StatusClass};
///
/// assert_eq!(HttpStatus::NotFound.class(), StatusClass::ClientError);
/// assert_eq!(StatusClass::from_code(471), Some(StatusClass::ClientError));
/// assert_eq!(StatusClass::from_code(99), None);
/// assert_eq!(StatusClass::try_from(99).unwrap_err().to_string(), "99 is not a code of HttpStatus");
/// assert_eq!(StatusClass::from_code(999), Some(StatusClass::ServerError));
/// assert_eq!(StatusClass::ClientError.to_string(), "Client Error");
/// assert_eq!("client error".parse(), Ok(StatusClass::ClientError));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusClass {
    /// 100 to 199: the request was received, the answer is still to come.
    Informational = 1,
    /// 200 to 299: the request was received, understood and accepted.
    Success,
    /// 300 to 399: the client has to do more to complete the request.
    Redirection,
    /// 400 to 499: the request is wrong, or asks for something that is not available.
    ClientError,
    /// 500 to 599, and 600 to 999: the server failed at what seems to be a valid request.
    ServerError,
}

impl StatusClass {
    /// All five, in the order of their digits.
    pub const ALL: &'static [Self] =
        &[Self::Informational, Self::Success, Self::Redirection, Self::ClientError, Self::ServerError];

    /// The class of a code, assigned or not; `None` outside of 100 to 999. Codes from 600 on are server errors, as
    /// [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15) has clients treat them.
    #[inline]
    pub const fn from_code(code: u16) -> Option<Self> {
        match code / 100 {
            1 => Some(Self::Informational),
            2 => Some(Self::Success),
            3 => Some(Self::Redirection),
            4 => Some(Self::ClientError),
            5..=9 => Some(Self::ServerError),
            _ => None,
        }
    }

    /// The class in words: `Client Error`.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Informational => "Informational",
            Self::Success => "Success",
            Self::Redirection => "Redirection",
            Self::ClientError => "Client Error",
            Self::ServerError => "Server Error",
        }
    }
}

/// The class of a row of the HTTP reference, whose codes are 100 to 999.
#[inline]
pub const fn http_class(code: u64) -> StatusClass {
    match code / 100 {
        1 => StatusClass::Informational,
        2 => StatusClass::Success,
        3 => StatusClass::Redirection,
        4 => StatusClass::ClientError,
        _ => StatusClass::ServerError,
    }
}

/// The class of a code, assigned or not; the error keeps a code outside of 100 to 999.
impl TryFrom<u16> for StatusClass {
    type Error = UnknownCode<HttpStatus, u16>;

    #[inline]
    fn try_from(code: u16) -> Result<Self, UnknownCode<HttpStatus, u16>> {
        Self::from_code(code).ok_or(UnknownCode::new(code))
    }
}

/// Parses the class in words, or the name of a variant, in any ASCII case.
impl FromStr for StatusClass {
    type Err = ParseStatusError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseStatusError> {
        let name = |class| match class {
            Self::ClientError => "ClientError",
            Self::ServerError => "ServerError",
            _ => class.as_str(),
        };
        category("StatusClass", Self::ALL, Self::as_str, name, text)
    }
}

impl fmt::Display for StatusClass {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{StatusClass, http_class};
    use crate::error::{ParseStatusError, UnknownCode};

    #[test]
    fn a_class_follows_from_the_first_of_three_digits() {
        for (code, class) in [
            (0, None),
            (99, None),
            (100, Some(StatusClass::Informational)),
            (199, Some(StatusClass::Informational)),
            (200, Some(StatusClass::Success)),
            (299, Some(StatusClass::Success)),
            (300, Some(StatusClass::Redirection)),
            (399, Some(StatusClass::Redirection)),
            (400, Some(StatusClass::ClientError)),
            (499, Some(StatusClass::ClientError)),
            (500, Some(StatusClass::ServerError)),
            (600, Some(StatusClass::ServerError)),
            (999, Some(StatusClass::ServerError)),
            (1_000, None),
            (u16::MAX, None),
        ] {
            assert_eq!(StatusClass::from_code(code), class, "{code}");
            assert_eq!(StatusClass::try_from(code).map_err(UnknownCode::into_code), class.ok_or(code), "{code}");
            if let Some(class) = class {
                assert_eq!(http_class(code.into()), class, "{code}");
            }
        }
    }

    #[test]
    fn a_class_is_parsed_by_its_words_or_its_name() {
        let cases = [
            ("Informational", StatusClass::Informational),
            ("success", StatusClass::Success),
            ("REDIRECTION", StatusClass::Redirection),
            ("Client Error", StatusClass::ClientError),
            ("ClientError", StatusClass::ClientError),
            ("server error", StatusClass::ServerError),
            ("servererror", StatusClass::ServerError),
        ];
        for (text, class) in cases {
            assert_eq!(text.parse(), Ok(class), "{text}");
        }
        for text in ["", "Client", "Client-Error", "4xx"] {
            assert_eq!(text.parse::<StatusClass>(), Err(ParseStatusError::of_category("StatusClass")), "{text}");
        }
    }
}
