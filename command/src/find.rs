//! A row → what it is looked for and shown by.

use status_docs_data::find::Entry;
use status_docs_data::markdown::normalise;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, Role, Row, Table, Value, link};

/// The rows of a table, in its order.
pub(crate) fn entries(table: &Table) -> Vec<Entry> {
    table.rows.iter().map(|row| entry(table, row)).collect()
}

pub(crate) fn entry(table: &Table, row: &Row) -> Entry {
    Entry {
        code: table.notation.show(&row.code),
        number: row.code.to_string(),
        name: row.name.clone(),
        reason: normalise(&row.reason),
        aliases: row.aliases.iter().map(|alias| alias.phrase.clone()).collect(),
        class: class(table, row).map(normalise),
        texts: texts(table, row),
    }
}

/// All that a row says, in the order in which it is shown.
fn texts(table: &Table, row: &Row) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut say = |head: &str, text: &str| texts.push((head.to_owned(), text.to_owned()));
    match &row.deprecation {
        Some(Deprecation::Note(note)) => say("Deprecated", note),
        Some(Deprecation::Plain) => say("", "Deprecated."),
        None => {}
    }
    say("", &row.definition);
    say(&label(table, Role::Tips), row.tips.as_deref().unwrap_or_default());
    let aliases: Vec<&str> = row.aliases.iter().map(|alias| &*alias.phrase).collect();
    say("Also", &aliases.join(", "));
    for (column, value) in table.columns.iter().zip(&row.values) {
        let shown = match value {
            Value::None => continue,
            Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
            Value::Int(value) => value.to_string(),
            Value::Char(value) => value.to_string(),
            Value::Float(value) | Value::Text(value) => value.clone(),
            Value::Category(index) => {
                column.categories.get(*index).map(|category| category.text.clone()).unwrap_or_default()
            }
        };
        say(&normalise(&column.header), &shown);
    }
    for (role, value) in [
        (Role::Http, row.http.map(u64::from)),
        (Role::Grpc, row.grpc.map(u64::from)),
        (Role::Exit, row.exit.map(u64::from)),
    ] {
        say(&label(table, role), &value.map(|value| value.to_string()).unwrap_or_default());
    }
    let facts: Vec<String> =
        [class(table, row).map(normalise), row.reference.as_deref().map(reference)].into_iter().flatten().collect();
    say("", &facts.join(", "));
    say("", &table.link_of(row).unwrap_or_default());
    texts
}

/// The row's class: the table's own, or what follows from the code.
pub(crate) fn class<'t>(table: &'t Table, row: &Row) -> Option<&'t str> {
    match (table.reference().and_then(|reference| reference.class_of), &row.code) {
        (Some(class_of), Code::Int(code)) => class_of(*code),
        _ => Some(&table.classes.get(row.class?)?.text),
    }
}

/// The header of the role, with a capital.
fn label(table: &Table, role: Role) -> String {
    let header = normalise(table.header(role).unwrap_or(role.as_str()));
    let mut characters = header.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `RFC 9110 §15.5.5`, and whatever is not a link as it is.
fn reference(reference: &str) -> String {
    let parts = link::parts(reference);
    normalise(&parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(", "))
}
