//! `http::StatusCode`, of version 1.

use http::StatusCode;

use crate::HttpStatus;
use crate::error::UnknownCode;
use crate::open::Open;

/// With the feature `http`.
impl From<HttpStatus> for StatusCode {
    #[inline]
    fn from(status: HttpStatus) -> Self {
        // Each code of the reference is one.
        Self::from_u16(status.code()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

/// With the feature `http`.
impl TryFrom<StatusCode> for HttpStatus {
    type Error = UnknownCode<Self, u16>;

    #[inline]
    fn try_from(status: StatusCode) -> Result<Self, Self::Error> {
        Self::try_from(status.as_u16())
    }
}

/// With the feature `http`.
impl From<StatusCode> for Open<HttpStatus> {
    #[inline]
    fn from(status: StatusCode) -> Self {
        Self::from_code(status.as_u16())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_is_one_of_http_and_back() {
        for status in HttpStatus::iter() {
            let code = StatusCode::from(status);
            assert_eq!((code.as_u16(), HttpStatus::try_from(code)), (status.code(), Ok(status)));
            assert_eq!(Open::from(code), Open::Known(status));
        }
        let unknown = StatusCode::from_u16(799).unwrap();
        assert_eq!(HttpStatus::try_from(unknown).unwrap_err().into_code(), 799);
        assert_eq!(Open::<HttpStatus>::from(unknown).code(), 799);
    }
}
