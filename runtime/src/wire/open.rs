//! A code, whether the table knows it or not.

use core::fmt;

use serde_core::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::HttpStatus;
use crate::code::{AsCode, Code};
use crate::open::Open;
use crate::table::StatusTable;

/// As the code, with the feature `serde`: a known and an unknown one alike, as it came.
impl<T: StatusTable, C: AsCode<T::Code>> Serialize for Open<T, C> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        <T::Code as Code>::serialize(self.code(), serializer)
    }
}

/// From a code, with the feature `serde`. A code that the table does not know is kept. What is no code at all is an error
/// that names the table.
///
/// `C` is what is read: for text codes `String`, or `&str` where the input has no escapes.
impl<'de, T: StatusTable, C: AsCode<T::Code> + Deserialize<'de>> Deserialize<'de> for Open<T, C> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match C::deserialize(deserializer) {
            Ok(code) => Ok(Self::from_code(code)),
            Err(error) => Err(D::Error::custom(format_args!("not a code of {}: {error}", T::NAME))),
        }
    }
}

/// As the code, with the feature `serde`.
impl Serialize for HttpStatus {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.code())
    }
}

/// From the code, with the feature `serde`; one that the reference does not know is an error. `Open<HttpStatus>` keeps it.
impl<'de> Deserialize<'de> for HttpStatus {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u16(CodeVisitor)
    }
}

struct CodeVisitor;

impl Visitor<'_> for CodeVisitor {
    type Value = HttpStatus;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code of HttpStatus")
    }

    #[inline]
    fn visit_u64<E: serde_core::de::Error>(self, code: u64) -> Result<HttpStatus, E> {
        match u16::try_from(code) {
            Ok(code) => HttpStatus::try_from(code).map_err(E::custom),
            Err(_) => Err(E::custom(format_args!("{code} is not a code of HttpStatus"))),
        }
    }

    #[inline]
    fn visit_i64<E: serde_core::de::Error>(self, code: i64) -> Result<HttpStatus, E> {
        match u64::try_from(code) {
            Ok(code) => self.visit_u64(code),
            Err(_) => Err(E::custom(format_args!("{code} is not a code of HttpStatus"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::string::{String, ToString};
    use std::vec::Vec;

    use serde_json::{from_str, from_value, json, to_string, to_value};

    use super::*;

    #[test]
    fn a_code_comes_back_as_it_was() {
        for code in ["404", "799", "0"] {
            let open: Open<HttpStatus> = from_str(code).unwrap();
            assert_eq!(open.known().is_some(), code == "404", "{code}");
            assert_eq!(to_string(&open).unwrap(), code);
        }
        let map: BTreeMap<Open<HttpStatus>, u8> = from_str("{\"404\":1,\"799\":2}").unwrap();
        assert_eq!(to_string(&map).unwrap(), "{\"404\":1,\"799\":2}");
        let list: Vec<Option<Open<HttpStatus>>> = from_value(json!([404, null, 799])).unwrap();
        assert_eq!(to_value(&list).unwrap(), json!([404, null, 799]));
    }

    #[test]
    fn what_is_no_code_is_an_error_that_names_the_table() {
        for value in ["null", "{}", "\"404\"", "70000", "-1", "true"] {
            let error = from_str::<Open<HttpStatus>>(value).unwrap_err().to_string();
            assert!(error.starts_with("not a code of HttpStatus: "), "{value}: {error}");
        }
    }

    #[test]
    fn a_status_is_closed() {
        assert_eq!(to_string(&HttpStatus::NotFound).unwrap(), "404");
        assert_eq!(from_str::<HttpStatus>("404").unwrap(), HttpStatus::NotFound);
        let map: BTreeMap<HttpStatus, u8> = from_str("{\"404\":1}").unwrap();
        assert_eq!(to_string(&map).unwrap(), "{\"404\":1}");
        for (value, error) in [
            ("799", "799 is not a code of HttpStatus"),
            ("-1", "-1 is not a code of HttpStatus"),
            ("70000", "70000 is not a code of HttpStatus"),
        ] {
            assert!(from_str::<HttpStatus>(value).unwrap_err().to_string().starts_with(error), "{value}");
        }
        assert!(from_str::<HttpStatus>("\"404\"").unwrap_err().to_string().contains("expected a code of HttpStatus"));
        assert_eq!(from_str::<Vec<String>>("[]").unwrap().len(), 0);
    }
}
