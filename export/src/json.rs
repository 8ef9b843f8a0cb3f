//! The document that `schema.json` describes.

use serde::{Serialize, Serializer};
use status_docs_data::{Code, link};

use indexmap::IndexMap;

use crate::view::{Column, Kind, Row, Value, View, cell_of};
use crate::written::escape_hidden;

/// Of the format: raised when a reader of the one before would be misled.
pub(crate) const VERSION: u32 = 1;

pub(crate) fn write(view: &View<'_>) -> String {
    let document = Document::of(view);
    // A structure of texts and numbers has nothing that serde_json refuses.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    // Outside of strings there is none of these characters.
    escape_hidden(&text)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Document<'v> {
    version: u32,
    name: &'v str,
    title: &'v str,
    about: &'v str,
    file: Option<&'v str>,
    reference: Option<&'v str>,
    code_type: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    languages: Vec<LanguageEntry<'v>>,
    columns: Vec<ColumnEntry<'v>>,
    rows: Vec<RowEntry<'v>>,
}

impl<'v> Document<'v> {
    pub(crate) fn of(view: &'v View<'_>) -> Self {
        Self {
            version: VERSION,
            name: view.name,
            title: view.title,
            about: view.about,
            file: view.file,
            reference: view.reference.as_deref(),
            code_type: view.code_type.to_string(),
            languages: view.languages.iter().map(|tags| LanguageEntry::of(tags)).collect(),
            columns: view.columns.iter().map(ColumnEntry::of).collect(),
            rows: view.rows.iter().map(|row| RowEntry::of(view, row)).collect(),
        }
    }
}

#[derive(Serialize)]
struct LanguageEntry<'v> {
    tag: &'v str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    also: &'v [String],
}

impl<'v> LanguageEntry<'v> {
    fn of(tags: &'v [String]) -> Self {
        let (tag, also) = tags.split_first().map_or(("", [].as_slice()), |(tag, also)| (tag.as_str(), also));
        Self { tag, also }
    }
}

/// Texts by their languages, in the order of these.
type Texts<'v, T> = IndexMap<&'v str, T>;

#[derive(Serialize)]
struct ColumnEntry<'v> {
    name: &'v str,
    header: &'v str,
    #[serde(rename = "type")]
    kind: &'v str,
    optional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    categories: Option<&'v [&'v str]>,
}

impl<'v> ColumnEntry<'v> {
    fn of(column: &'v Column<'_>) -> Self {
        let (kind, categories) = match &column.kind {
            Kind::Bool => ("bool", None),
            Kind::Integer(name) | Kind::Float(name) => (&**name, None),
            Kind::Char => ("char", None),
            Kind::Text => ("str", None),
            Kind::Category { texts, .. } => ("category", Some(&**texts)),
        };
        Self { name: column.name, header: column.header, kind, optional: column.is_optional, categories }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RowEntry<'v> {
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transparent: Option<&'v str>,
    code: Option<CodeEntry<'v>>,
    shown_code: &'v str,
    name: &'v str,
    reason: &'v str,
    definition: &'v str,
    tips: Option<&'v str>,
    class: Option<&'v str>,
    reference: Option<&'v str>,
    links: Vec<Link>,
    page: Option<&'v str>,
    aliases: &'v [&'v str],
    deprecated: bool,
    deprecation_note: Option<&'v str>,
    values: Values<'v>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    messages: Texts<'v, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    placeholders: Option<Vec<&'v str>>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    translations: Texts<'v, IndexMap<&'static str, &'v str>>,
}

/// What a program says, by language; `und` where the table says none.
fn messages<'v>(view: &'v View<'_>, row: &Row<'v>) -> Texts<'v, String> {
    let mut messages = IndexMap::new();
    for (index, message) in row.messages.iter().enumerate() {
        let tag = view.languages.get(index).and_then(|tags| tags.first()).map_or("und", String::as_str);
        if let Some(message) = message {
            messages.insert(tag, cell_of(message));
        }
    }
    messages
}

/// The values that the messages show, in the order in which the default one does.
fn placeholders<'v>(row: &Row<'v>) -> Option<Vec<&'v str>> {
    if row.messages.is_empty() {
        return None;
    }
    Some(row.value_names())
}

fn translations<'v>(view: &'v View<'_>, row: &Row<'v>) -> Texts<'v, IndexMap<&'static str, &'v str>> {
    let mut all: Texts<'v, IndexMap<&'static str, &'v str>> = IndexMap::new();
    for translation in row.translations {
        let tag = view.languages.get(translation.language).and_then(|tags| tags.first());
        let Some(tag) = tag else { continue };
        all.entry(tag.as_str()).or_default().insert(translation.role.as_str(), &translation.text);
    }
    all
}

impl<'v> RowEntry<'v> {
    fn of(view: &'v View<'_>, row: &'v Row<'_>) -> Self {
        Self {
            variant: row.variant,
            transparent: row.inner.map(|(inner, _)| inner),
            code: match row.code {
                _ if row.inner.is_some() => None,
                Code::Int(code) => Some(CodeEntry::Number(*code)),
                Code::Text(code) => Some(CodeEntry::Text(code)),
            },
            shown_code: &row.shown_code,
            name: &row.name,
            reason: row.reason,
            definition: row.definition,
            tips: row.tips,
            class: row.class,
            reference: row.reference,
            links: row.reference.map(links).unwrap_or_default(),
            page: row.page.as_deref(),
            aliases: &row.aliases,
            deprecated: row.is_deprecated,
            deprecation_note: row.deprecation_note,
            values: Values { columns: &view.columns, values: &row.values },
            messages: messages(view, row),
            placeholders: placeholders(row),
            translations: translations(view, row),
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum CodeEntry<'v> {
    Number(i128),
    Text(&'v str),
}

#[derive(Serialize)]
struct Link {
    text: String,
    url: String,
}

fn links(reference: &str) -> Vec<Link> {
    let link = |part: link::Part| Some(Link { text: part.text, url: part.url? });
    link::parts(reference).into_iter().filter_map(link).collect()
}

/// The typed cells by the names of their columns, in the columns' order.
struct Values<'v> {
    columns: &'v [Column<'v>],
    values: &'v [Value<'v>],
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().map(|column| &column.name).zip(self.values))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i128(*value),
            Self::Float(value) => value.parse::<f64>().unwrap_or_default().serialize(serializer),
            Self::Char(value) => serializer.serialize_char(*value),
            Self::Text(value) => serializer.serialize_str(value),
        }
    }
}
