//! TOML, with its numbers and dates as they are written.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Node;

pub(super) fn parse(text: &str) -> Result<Node, String> {
    let root = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        format!("this is not TOML: line {line}: {}", error.message())
    })?;
    Ok(table(text, root.get_ref()))
}

fn table(text: &str, table: &DeTable<'_>) -> Node {
    let mut entries: Vec<(usize, String, Node)> = Vec::new();
    for (key, value) in table {
        entries.push((key.span().start, key.get_ref().to_string(), node(text, value)));
    }
    // In the order of the file, and not of the alphabet.
    entries.sort_by_key(|(start, ..)| *start);
    Node::Object(entries.into_iter().map(|(_, key, value)| (key, value)).collect())
}

fn node(text: &str, value: &Spanned<DeValue<'_>>) -> Node {
    let written = |span: Range<usize>| text.get(span).unwrap_or_default().to_owned();
    match value.get_ref() {
        DeValue::String(text) => Node::Scalar(text.to_string(), true),
        DeValue::Array(items) => Node::List(items.iter().map(|item| node(text, item)).collect()),
        DeValue::Table(inner) => table(text, inner),
        _ => Node::Scalar(written(value.span()), false),
    }
}
