//! The card of a row, as hover and rustdoc show it.

use std::fmt::Write;

use status_docs_data::{Column, Row, Value};

use status_docs_data::link;

use super::{Docs, Entry, LARGE_ROWS, escape};

/// **Code and phrase**, definition; tips; class, reference and place; the typed columns.
pub(super) fn card(docs: &Docs<'_>, entry: &Entry<'_>) -> String {
    let Entry { row, reason, definition, tips, .. } = entry;
    let code = entry.escaped_code();
    let dash = if definition.is_empty() { "" } else { " \u{2014} " };
    if docs.entries.len() > LARGE_ROWS {
        return format!("**{code} {reason}**{dash}{definition}");
    }
    let head = if tips.is_empty() { "" } else { "\n\n**Tips:** " };
    let (facts, values) = (facts(docs, row), values(docs, row));
    format!("**{code} {reason}**{dash}{definition}{head}{tips}{facts}{values}")
}

/// Class, reference and place, as a paragraph.
fn facts(docs: &Docs<'_>, row: &Row) -> String {
    const AND: &str = " \u{b7} ";
    const PARAGRAPH: &str = "\n\n";
    let (mut facts, mut before) = (String::new(), PARAGRAPH);
    if let Some(class) = docs.class(row) {
        facts = format!("{before}*{}*", escape(class));
        before = AND;
    }
    if let Some(reference) = &row.reference {
        facts = format!("{facts}{before}{}", link::markdown(reference));
        before = AND;
    }
    if row.origin.is_own() {
        facts = format!("{facts}{before}row {} of {}", row.sheet_row, docs.file);
    }
    facts
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
