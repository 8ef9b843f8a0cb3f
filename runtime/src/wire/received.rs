//! A problem as a client receives it.

use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{Deserialize, Deserializer, IgnoredAny, IntoDeserializer, MapAccess, Visitor, value};

use super::value::Value;
use crate::code::{AsCode, Code};
use crate::docs::StatusDocs;
use crate::open::Open;
use crate::table::StatusTable;

/// An `application/problem+json` body as a client receives it, with the feature `serde`: whatever a
/// [`Problem`](crate::Problem) writes, and what other services do.
///
/// Every member may be missing ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). One of the wrong type is ignored, as
/// are members of other names: put the problem beside fields of yours with `#[serde(flatten)]`. Without a member `code`,
/// a table over HTTP takes the `status`. A code that the table does not know is kept.
///
/// ```
/// use status_docs::{HttpStatus, Open, ReceivedProblem};
///
/// let body = r#"{"title": "Not Found", "status": 404, "detail": "order 7 not found"}"#;
/// let problem: ReceivedProblem<HttpStatus> = serde_json::from_str(body).unwrap();
/// assert_eq!(problem.code, Some(Open::Known(HttpStatus::NotFound)));
/// assert_eq!(problem.to_string(), "Not Found: order 7 not found");
/// ```
///
/// For text codes, `C` is what holds them: `ReceivedProblem<ErrorCode, String>`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceivedProblem<T: StatusTable, C = <T as StatusDocs>::Code> {
    /// The member `type`: the page of the code.
    pub link: Option<String>,
    /// What is wrong, in the words of the table.
    pub title: Option<String>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// What is wrong with this request.
    pub detail: Option<String>,
    /// The URI of this occurrence.
    pub instance: Option<String>,
    /// The code of the table, whether it is known or not.
    pub code: Option<Open<T, C>>,
    /// What to do about it.
    pub tips: Option<String>,
}

impl<T: StatusTable, C> Default for ReceivedProblem<T, C> {
    #[inline]
    fn default() -> Self {
        Self { link: None, title: None, status: None, detail: None, instance: None, code: None, tips: None }
    }
}

/// Title and detail.
impl<T: StatusTable, C> fmt::Display for ReceivedProblem<T, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.title, &self.detail) {
            (Some(title), Some(detail)) => write!(f, "{title}: {detail}"),
            (Some(text), None) | (None, Some(text)) => f.write_str(text),
            (None, None) => f.write_str("a problem without a title"),
        }
    }
}

impl<'de, T: StatusTable, C: AsCode<T::Code> + Deserialize<'de>> Deserialize<'de> for ReceivedProblem<T, C> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor(PhantomData))
    }
}

struct MembersVisitor<T, C>(PhantomData<fn() -> (T, C)>);

impl<'de, T: StatusTable, C: AsCode<T::Code> + Deserialize<'de>> Visitor<'de> for MembersVisitor<T, C> {
    type Value = ReceivedProblem<T, C>;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a problem")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut problem = ReceivedProblem::default();
        while let Some(name) = map.next_key::<Value<'de>>()? {
            let Value::Text(name) = name else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            match name.as_ref() {
                "type" => problem.link = map.next_value::<Value<'de>>()?.text(),
                "title" => problem.title = map.next_value::<Value<'de>>()?.text(),
                "status" => problem.status = map.next_value::<Value<'de>>()?.read(),
                "detail" => problem.detail = map.next_value::<Value<'de>>()?.text(),
                "instance" => problem.instance = map.next_value::<Value<'de>>()?.text(),
                "code" => problem.code = map.next_value::<Value<'de>>()?.read(),
                "tips" => problem.tips = map.next_value::<Value<'de>>()?.text(),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if let (None, Some(status)) = (&problem.code, problem.status) {
            problem.code = code_of(status);
        }
        Ok(problem)
    }
}

/// The code of an answer without one: it is the status, where the row says so, or where the table's codes are HTTP's.
fn code_of<'de, T: StatusTable, C: AsCode<T::Code> + Deserialize<'de>>(status: u16) -> Option<Open<T, C>> {
    let number: value::U16Deserializer<value::Error> = status.into_deserializer();
    let open = Open::<T, C>::from_code(C::deserialize(number).ok()?);
    let is_status = |row: T| {
        let doc = row.docs();
        doc.http.map(i128::from) == doc.code.number()
    };
    let is_meant = match open.known() {
        Some(row) => is_status(row),
        None => T::iter().all(is_status),
    };
    is_meant.then_some(open)
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};

    use serde_json::{from_str, from_value, json};

    use super::*;
    use crate::HttpStatus;
    use crate::docs::StatusDoc;
    use crate::problem::Problem;

    type Received = ReceivedProblem<HttpStatus>;

    #[test]
    fn what_a_problem_writes_is_read_back() {
        let doc = StatusDoc { link: Some("https://e.org/{code}"), ..HttpStatus::NotFound.docs() };
        let problem = Problem::new(&doc).with_detail(&"order \"7\"").with_instance("/orders/7").with_tips();
        for text in [problem.to_string(), serde_json::to_string(&problem).unwrap()] {
            let received: Received = from_str(&text).unwrap();
            let text = |text: &str| Some(text.to_string());
            assert_eq!(received.link, text("https://e.org/404"));
            assert_eq!((received.title, received.status), (text("Not Found"), Some(404)));
            assert_eq!((received.detail, received.instance), (text("order \"7\""), text("/orders/7")));
            assert_eq!(received.code, Some(Open::Known(HttpStatus::NotFound)));
            assert_eq!(received.tips.as_deref(), HttpStatus::NotFound.tips());
        }
    }

    #[test]
    fn what_is_missing_or_of_another_type_is_not_there() {
        for (name, body, title, status, code) in [
            ("empty", json!({}), None, None, None),
            ("unknown status", json!({"status": 799}), None, Some(799), Some(799)),
            ("wrong types", json!({"title": 5, "status": "404", "code": [], "detail": null}), None, None, None),
            ("others", json!({"title": "A", "errors": [{"a": 1}], "x": null, "status": 404.5}), Some("A"), None, None),
            ("a code that is none", json!({"status": 404, "code": {"a": [1]}}), None, Some(404), Some(404)),
            ("both", json!({"status": 500, "code": 404}), None, Some(500), Some(404)),
        ] {
            let received: Received = from_value(body).unwrap();
            let found = (received.title.as_deref(), received.status, received.code.map(|code| code.code()));
            assert_eq!(found, (title, status, code), "{name}");
        }
        assert!(from_str::<Received>("[]").is_err());
    }

    #[test]
    fn it_shows_title_and_detail() {
        for (title, detail, shown) in [
            (Some("A"), Some("b"), "A: b"),
            (Some("A"), None, "A"),
            (None, Some("b"), "b"),
            (None, None, "a problem without a title"),
        ] {
            let text = |text: Option<&str>| text.map(String::from);
            let received = Received { title: text(title), detail: text(detail), ..Received::default() };
            assert_eq!(received.to_string(), shown);
        }
    }
}
