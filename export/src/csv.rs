//! CSV: the merged table under the names of the roles, so that it is read without being told what its columns are.

use std::borrow::Cow;

use status_docs_data::Role;

use crate::view::{Row, Value, View, cell_of};

pub(crate) fn write(view: &View<'_>) -> String {
    let roles = roles(view);
    let mut header: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    let texts = languages(view);
    for (column, ..) in &texts {
        header.push(column);
    }
    for column in &view.columns {
        header.push(column.name);
    }
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(&header);
    for row in &view.rows {
        let mut record = Vec::with_capacity(header.len());
        for role in &roles {
            record.push(cell(row, *role));
        }
        for (_, role, language) in &texts {
            record.push(text(row, *role, *language));
        }
        for value in &row.values {
            record.push(self::value(value));
        }
        let _ = writer.write_record(record.iter().map(|cell| cell.as_bytes()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The columns that have a language: messages in each, the other texts where they are not in the default one.
fn languages(view: &View<'_>) -> Vec<(String, Role, usize)> {
    let mut all = Vec::new();
    for role in [Role::Message, Role::Reason, Role::Definition, Role::Tips] {
        let count = view.languages.len().max(1);
        for index in 0..count {
            let has = view.rows.iter().any(|row| match role {
                Role::Message => row.messages.get(index).is_some_and(Option::is_some),
                role => row.translations.iter().any(|text| text.language == index && text.role == role),
            });
            if has || (role == Role::Message && index == 0 && view.rows.iter().any(|row| !row.messages.is_empty())) {
                let tags = view.languages.get(index).map(|tags| tags.join(", "));
                all.push((tags.map_or_else(|| role.to_string(), |tags| format!("{role}:{tags}")), role, index));
            }
        }
    }
    all
}

fn text<'v>(row: &Row<'v>, role: Role, language: usize) -> Cow<'v, str> {
    if role == Role::Message {
        let message = row.messages.get(language).copied().flatten();
        return message.map_or(Cow::Borrowed(""), |message| cell_of(message).into());
    }
    let found = row.translations.iter().find(|text| text.language == language && text.role == role);
    found.map_or(Cow::Borrowed(""), |text| text.text.as_str().into())
}

/// Those that the table has, or that its rows have by what they are laid over. `http` and its kin are columns here.
fn roles(view: &View<'_>) -> Vec<Role> {
    let mut roles = Vec::new();
    for role in Role::ALL {
        if role.is_on_request() {
            continue;
        }
        let is_always = matches!(role, Role::Code | Role::Reason);
        if is_always || view.has(role) || view.rows.iter().any(|row| !cell(row, role).is_empty()) {
            roles.push(role);
        }
    }
    roles
}

fn cell<'v>(row: &'v Row<'_>, role: Role) -> Cow<'v, str> {
    match role {
        Role::Code => Cow::Borrowed(&row.shown_code),
        Role::Name if row.is_named => Cow::Borrowed(&row.name),
        Role::Reason => row.reason.into(),
        Role::Definition => row.definition.into(),
        Role::Tips => row.tips.unwrap_or_default().into(),
        Role::Reference => row.reference.unwrap_or_default().into(),
        Role::Class => row.class.unwrap_or_default().into(),
        Role::Aliases => row.aliases.join(" | ").into(),
        Role::Deprecated => match (row.is_deprecated, row.deprecation_note) {
            (true, note) => note.unwrap_or("yes").into(),
            (false, _) => "".into(),
        },
        _ => "".into(),
    }
}

fn value<'v>(value: &Value<'v>) -> Cow<'v, str> {
    match *value {
        Value::None => "".into(),
        Value::Bool(value) => if value { "true" } else { "false" }.into(),
        Value::Integer(value) => value.to_string().into(),
        Value::Float(value) | Value::Text(value) => value.into(),
        Value::Char(value) => value.to_string().into(),
    }
}
