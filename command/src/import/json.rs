//! JSON, with its numbers as they are written.

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::document::Node;

pub(super) fn parse(text: &str) -> Result<Node, String> {
    // First all of it, so that an error has its place in the file.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| format!("this is not JSON: {error}"))?;
    node(text).map_err(|error| format!("this is not JSON: {error}"))
}

/// The entries of an object as they are written.
struct Entries<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries: Vec<(String, &'de RawValue)> = Vec::new();
                let mut known = std::collections::HashSet::new();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    if !known.insert(key.clone()) {
                        return Err(A::Error::custom(format!("the key {key:?} is there twice in one object")));
                    }
                    entries.push((key, value));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Each)
    }
}

fn node(text: &str) -> serde_json::Result<Node> {
    let text = text.trim();
    Ok(match text.bytes().next() {
        Some(b'{') => {
            let mut entries = Vec::new();
            for (key, value) in serde_json::from_str::<Entries<'_>>(text)?.0 {
                entries.push((key, node(value.get())?));
            }
            Node::Object(entries)
        }
        Some(b'[') => {
            let mut items = Vec::new();
            for item in serde_json::from_str::<Vec<&RawValue>>(text)? {
                items.push(node(item.get())?);
            }
            Node::List(items)
        }
        Some(b'"') => Node::Scalar(serde_json::from_str(text)?, true),
        _ if text == "null" => Node::Null,
        _ => Node::Scalar(text.to_owned(), false),
    })
}
