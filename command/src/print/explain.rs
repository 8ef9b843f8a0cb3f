//! The document of `explain --format json`, which `explain.schema.json` describes.

use serde::Serialize;
use serde_json::{Map, Value};
use status_docs_export::{Format, Heading};

use crate::explain::{Explained, Question};

/// Of the document: raised when a reader of the one before would be misled.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'e> {
    version: u32,
    query: &'e str,
    exact: bool,
    found: Vec<Found>,
    similar: &'e [String],
}

#[derive(Serialize)]
struct Found {
    table: String,
    file: String,
    line: Option<u32>,
    row: Value,
    /// The values of the message, where a line of a log has them.
    #[serde(skip_serializing_if = "Map::is_empty")]
    values: Map<String, Value>,
}

pub(crate) fn json(question: &Question, explained: &Explained) -> String {
    let mut found = Vec::new();
    for answer in &explained.found {
        let subject = &answer.subject;
        let heading = Heading { name: &subject.name, title: &subject.title, about: &subject.about };
        // A row is what `export` makes of it.
        let document = status_docs_export::export(&subject.table, &heading, Format::Json);
        let document: Value = serde_json::from_str(&document).unwrap_or_default();
        for index in &answer.rows {
            let Some(row) = subject.table.rows.get(*index) else { continue };
            let json = document.get("rows").and_then(|rows| rows.get(*index)).cloned().unwrap_or_default();
            let is_own = row.origin.is_own();
            let table = if subject.table.origin.is_own() { subject.title.clone() } else { subject.name.clone() };
            let said = answer.values.iter().find(|(row, _)| row == index).map(|(_, values)| values);
            let mut values = Map::new();
            for (name, value) in said.into_iter().flatten() {
                values.insert(name.clone(), Value::from(value.as_str()));
            }
            let line = is_own.then_some(row.line);
            found.push(Found { table, file: row.file.clone(), line, row: json, values });
        }
    }
    let document = Document {
        version: VERSION,
        query: &question.what,
        exact: explained.is_exact && !explained.found.is_empty(),
        found,
        similar: &explained.similar,
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
