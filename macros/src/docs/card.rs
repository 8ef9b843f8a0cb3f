//! The card of a row, as hover and rustdoc show it.

use std::fmt::Write;

use status_docs_data::{Column, Row, Value};

use super::{Docs, LARGE_ROWS, code_span, escape, reference};

/// **Code and phrase**, definition; tips; class, reference and place; the typed columns.
pub(super) fn card(docs: &Docs<'_>, row: &Row) -> String {
    let mut card = format!("**{} {}**", escape(&row.code.to_string()), escape(&row.reason));
    if !row.definition.is_empty() {
        card.push_str(" \u{2014} ");
        card.push_str(&escape(&row.definition));
    }
    if docs.table.rows.len() > LARGE_ROWS {
        return card;
    }
    if let Some(tips) = &row.tips {
        let _ = write!(card, "\n\n**Tips:** {}", escape(tips));
    }
    let facts = facts(docs, row);
    if !facts.is_empty() {
        card.push_str("\n\n");
        card.push_str(&facts.join(" \u{b7} "));
    }
    let values: Vec<String> = values(docs, row).collect();
    if !values.is_empty() {
        card.push_str("\n\n");
        card.push_str(&values.join("\n"));
    }
    card
}

fn facts(docs: &Docs<'_>, row: &Row) -> Vec<String> {
    let class = docs.class(row).map(|class| format!("*{}*", escape(&class)));
    let reference = row.reference.as_deref().map(reference::link);
    let place = (!docs.is_embedded(row)).then(|| format!("row {} of {}", row.sheet_row, code_span(&row.file)));
    class.into_iter().chain(reference).chain(place).collect()
}

/// A list item for each typed column whose cell is not empty.
fn values<'a>(docs: &'a Docs<'_>, row: &'a Row) -> impl Iterator<Item = String> + 'a {
    docs.columns.iter().zip(&docs.table.columns).zip(&row.values).filter_map(|((name, column), value)| {
        let value = show(value, column)?;
        Some(format!("* {}: {}", code_span(name), escape(&value)))
    })
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
