//! The card of a row, as hover and rustdoc show it.

use std::fmt::Write;

use status_docs_data::{Column, Row, Value};

use super::{Docs, LARGE_ROWS, escape, reference};

/// **Code and phrase**, definition; tips; class, reference and place; the typed columns.
pub(super) fn card(docs: &Docs<'_>, row: &Row) -> String {
    let (code, reason, definition) = (escape(&row.code.to_string()), escape(&row.reason), escape(&row.definition));
    let dash = if row.definition.is_empty() { "" } else { " \u{2014} " };
    if docs.table.rows.len() > LARGE_ROWS {
        return format!("**{code} {reason}**{dash}{definition}");
    }
    let tips = row.tips.as_deref().map(|tips| format!("\n\n**Tips:** {}", escape(tips))).unwrap_or_default();
    let (facts, values) = (facts(docs, row), values(docs, row));
    format!("**{code} {reason}**{dash}{definition}{tips}{facts}{values}")
}

/// Class, reference and place, as a paragraph.
fn facts(docs: &Docs<'_>, row: &Row) -> String {
    let mut facts = String::new();
    if let Some(class) = docs.class(row) {
        facts = format!("*{}*", escape(class));
    }
    if let Some(reference) = &row.reference {
        facts = and(&facts, &reference::link(reference));
    }
    if !docs.is_embedded(row) {
        facts = and(&facts, &format!("row {} of {}", row.sheet_row, docs.file));
    }
    if facts.is_empty() { facts } else { format!("\n\n{facts}") }
}

fn and(facts: &str, fact: &str) -> String {
    if facts.is_empty() { fact.to_owned() } else { format!("{facts} \u{b7} {fact}") }
}

/// A list item for each typed column whose cell is not empty.
fn values(docs: &Docs<'_>, row: &Row) -> String {
    let mut values = String::new();
    for ((name, column), value) in docs.columns.iter().zip(&docs.table.columns).zip(&row.values) {
        if let Some(value) = show(value, column) {
            let begin = if values.is_empty() { "\n\n" } else { "\n" };
            let _ = write!(values, "{begin}* {name}: {}", escape(&value));
        }
    }
    values
}

/// A value as the card lists it; `None` for an empty cell.
fn show(value: &Value, column: &Column) -> Option<String> {
    Some(match value {
        Value::None => return None,
        Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Char(value) => value.to_string(),
        Value::Text(value) if value.is_empty() => return None,
        Value::Float(value) | Value::Text(value) => value.clone(),
        Value::Category(index) => column.categories.get(*index)?.text.clone(),
    })
}
