//! A problem in any format, and one with members of the user's.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Display, Write};

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use crate::problem::{Problem, is_ours};

/// The members of the JSON, in the same order, with the feature `serde`.
impl<C: Display + ?Sized> Serialize for Problem<'_, C> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.member_count()))?;
        self.members(&mut map)?;
        map.end()
    }
}

impl<C: Display + ?Sized> Problem<'_, C> {
    fn member_count(&self) -> usize {
        let optional = [
            self.link().is_some(),
            self.detail().is_some(),
            self.instance().is_some(),
            self.tells_code(),
            self.tips().is_some(),
        ];
        2 + optional.iter().filter(|is_there| **is_there).count()
    }

    fn members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        if let Some(link) = self.link() {
            map.serialize_entry("type", &text(&link))?;
        }
        map.serialize_entry("title", self.title())?;
        map.serialize_entry("status", &self.status())?;
        if let Some(detail) = self.detail() {
            map.serialize_entry("detail", &text(detail))?;
        }
        if let Some(instance) = self.instance() {
            map.serialize_entry("instance", instance)?;
        }
        match self.number() {
            _ if !self.tells_code() => {}
            Some(number) => match (u64::try_from(number), i64::try_from(number)) {
                (Ok(number), _) => map.serialize_entry("code", &number)?,
                (_, Ok(number)) => map.serialize_entry("code", &number)?,
                _ => {}
            },
            None => map.serialize_entry("code", &text(&self.code()))?,
        }
        if let Some(tips) = self.tips() {
            map.serialize_entry("tips", tips)?;
        }
        Ok(())
    }
}

/// A text; if its `Display` fails halfway, it is cut short.
fn text(value: &dyn Display) -> String {
    let mut text = String::new();
    let _ = write!(text, "{value}");
    text
}

/// A problem with the user's members after ours.
#[expect(missing_debug_implementations, reason = "only emitted code names it")]
pub struct Extended<'e, 'p, C: ?Sized, K, V> {
    problem: &'e Problem<'p, C>,
    members: Vec<(K, V)>,
}

impl<'e, 'p, C: ?Sized, K: AsRef<str>, V: Serialize> Extended<'e, 'p, C, K, V> {
    /// Members with the name of one of ours, and later ones of a name, are left out: what is hidden stays so.
    #[inline]
    pub fn new(problem: &'e Problem<'p, C>, members: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut kept: Vec<(K, V)> = Vec::new();
        for (name, value) in members {
            if !is_ours(name.as_ref()) && !kept.iter().any(|(other, _)| other.as_ref() == name.as_ref()) {
                kept.push((name, value));
            }
        }
        Self { problem, members: kept }
    }
}

impl<C: Display + ?Sized, K: AsRef<str>, V: Serialize> Serialize for Extended<'_, '_, C, K, V> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let count = self.problem.member_count() + self.members.len();
        let mut map = serializer.serialize_map(Some(count))?;
        self.problem.members(&mut map)?;
        for (name, value) in &self.members {
            map.serialize_entry(name.as_ref(), value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use serde_json::{Value, from_str, json, to_string};

    use super::*;
    use crate::docs::StatusDoc;

    #[test]
    fn a_problem_is_written_as_it_is_displayed() {
        let doc = StatusDoc {
            http: Some(409),
            link: Some("https://e.org/{code}"),
            tips: Some("Try \"again\"."),
            ..StatusDoc::new("E\n7", "Held", "Held \u{e9}")
        };
        let problem = Problem::new(&doc).with_detail(&"door\t7").with_instance("/doors/7").with_tips();
        assert_eq!(to_string(&problem).unwrap(), problem.to_string().replace("\\u0009", "\\t"));
        let doc = StatusDoc { http: Some(404), ..StatusDoc::new(-7_i64, "Held", "Held") };
        assert_eq!(to_string(&Problem::new(&doc)).unwrap(), Problem::new(&doc).to_string());
        let doc = StatusDoc { http: Some(404), ..StatusDoc::new(404_u16, "Held", "Held") };
        assert_eq!(to_string(&Problem::new(&doc)).unwrap(), Problem::new(&doc).to_string());
    }

    #[test]
    fn members_come_after_ours_and_never_in_their_place() {
        let doc = StatusDoc { http: Some(500), ..StatusDoc::new("E7", "Held", "Held") };
        let problem = Problem::new(&doc).with_detail(&"secret");
        let members = [("detail", json!("secret")), ("errors", json!([1])), ("code", json!(0)), ("errors", json!(2))];
        let written = to_string(&Extended::new(&problem, members)).unwrap();
        assert_eq!(written, r#"{"title":"Held","status":500,"code":"E7","errors":[1]}"#);
        let none: Option<(&str, Value)> = None;
        assert_eq!(
            from_str::<Value>(&to_string(&Extended::new(&problem, none)).unwrap()).unwrap(),
            from_str::<Value>(&problem.to_string()).unwrap()
        );
    }
}
