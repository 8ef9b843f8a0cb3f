//! The messages of a type: what each variant says, and whether it has the values that the message shows.

mod bounds;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use status_docs_data::index::Index;
use status_docs_data::message::{Message, Placeholder};
use status_docs_data::{
    Finding, Report, Row, Rule, Said, Subject, Table, describe_lost, describe_message, describe_untranslated, name,
};
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Member};

use super::answer::{Answer, Resolved};
use super::input::{DeriveRequest, Variant};
use crate::attr::Errors;

/// What the variants of a type say.
pub(crate) struct Speech {
    /// The tags of each language, the default one first; without any, there is one language without a tag.
    pub(super) languages: Vec<Vec<String>>,
    /// Whether messages are asked for, and not languages alone.
    pub(super) has_messages: bool,
    /// What is said, each by language.
    pub(super) texts: Vec<Text>,
    /// Who speaks for each variant.
    pub(super) of: Vec<Speaker>,
    /// For each variant, the row that has its translations.
    pub(super) rows: Vec<Option<Row>>,
    /// The rows of an enum that only the compiler knows, as expressions.
    pub(super) linked: Vec<TokenStream>,
}

/// Who speaks for a variant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    /// The text of that index.
    Text(usize),
    /// The row of that index of an enum, which only the compiler knows.
    Linked(usize),
    /// The field that answers.
    Inner,
    /// The phrase: only the running program knows the row.
    Phrase,
}

/// A message in all its languages.
#[derive(Default)]
pub(super) struct Text {
    pub(super) by_language: Vec<Option<Message>>,
    /// The values that any of them shows.
    pub(super) values: Vec<Placeholder>,
}

/// A piece ends with the index of a value, or with 127 for none.
const MOST_VALUES: usize = 126;

impl Text {
    fn of(by_language: Vec<Option<Message>>) -> Self {
        let mut values: Vec<Placeholder> = Vec::new();
        for message in by_language.iter().flatten() {
            for value in message.placeholders() {
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
        }
        Self { by_language, values }
    }
}

/// The messages of a type that asks for them. What is wrong is in the report or among the errors.
pub(crate) fn speak(
    request: &DeriveRequest,
    table: &Table,
    resolved: &Resolved<'_>,
    errors: &mut Errors,
    report: &mut Report,
) -> Option<Speech> {
    let Some(word) = request.speaks.as_ref() else { return translations_alone(request, table, resolved) };
    let has_column = table.rows.iter().any(|row| !row.messages.is_empty());
    let mut texts: Vec<Text> = Vec::new();
    let mut of = Vec::new();
    let mut rows = Vec::new();
    let mut known = Index::new();
    let mut lacking = Vec::new();
    for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
        rows.push(row_of(answer));
        if let Some(literal) = &variant.message {
            let message = own_message(literal, errors);
            of.push(Speaker::Text(texts.len()));
            texts.push(Text::of(vec![message]));
            continue;
        }
        let named = match answer {
            Answer::Row(named) => named,
            Answer::Inner(_) => {
                of.push(Speaker::Inner);
                continue;
            }
            Answer::Field(_) => {
                of.push(Speaker::Phrase);
                continue;
            }
        };
        if !has_column {
            lacking.push(variant.ident.unraw().to_string());
        }
        let index = known.insert(&named.row.code, texts.len());
        of.push(Speaker::Text(index.unwrap_or(texts.len())));
        if index.is_none() {
            let mut messages = Vec::with_capacity(named.row.messages.len());
            for said in &named.row.messages {
                messages.push(said.as_ref().map(|said| said.message.clone()));
            }
            texts.push(Text::of(messages));
        }
    }
    if let Some(first) = lacking.first() {
        let message = format!(
            "there is no column for the message, which `{first}` needs; name one \"message\", or say which it is: \
             columns(message = \"…\")"
        );
        errors.at(Rule::NoMessage, word.span(), message);
        return None;
    }
    unknown_values(request, table, resolved, report);
    #[cfg(feature = "readers")]
    unused_values(request, table, &texts, &of, report);
    untranslated(request, table, resolved, report);
    for (index, text) in texts.iter().enumerate() {
        if text.values.len() > MOST_VALUES {
            let variant = of.iter().position(|of| *of == Speaker::Text(index)).unwrap_or_default();
            let message = format!("the messages show {} different values; at most {MOST_VALUES}", text.values.len());
            let said = rows.get(variant).and_then(Option::as_ref).and_then(|row| row.messages.iter().flatten().next());
            match (said, request.variants.get(variant).and_then(|variant| variant.message.as_ref())) {
                (Some(said), None) => report.push(at(said, Rule::TooManyValues, message, variant)),
                (_, own) => {
                    let place = own.map_or_else(|| word.span(), LitStr::span);
                    errors.at(Rule::TooManyValues, place, message);
                }
            }
        }
    }
    let speech = Speech { languages: table.languages.clone(), has_messages: true, texts, of, rows, linked: Vec::new() };
    let _ = request.shown.set(bounds::of(request, &speech));
    Some(speech)
}

/// Notes names of `values(…)` that no message shows: whoever keeps the sheet may drop a value without breaking the build.
#[cfg(feature = "readers")]
fn unused_values(request: &DeriveRequest, table: &Table, texts: &[Text], of: &[Speaker], report: &mut Report) {
    if request.table.allows(Rule::UnusedValue) {
        return;
    }
    for (index, (variant, speaker)) in request.variants.iter().zip(of).enumerate() {
        let Speaker::Text(text) = *speaker else { continue };
        let shown = texts.get(text).map(|text| text.values.as_slice()).unwrap_or_default();
        for (name, _) in &variant.values {
            let name = name.unraw().to_string();
            if !shown.iter().any(|value| value.name == name) {
                let message =
                    format!("`{}` names the value {{{name}}}, and no message shows it", variant.ident.unraw());
                let finding = Finding::of_file(table.file.as_str(), Rule::UnusedValue, message);
                report.note(Finding { file: None, subject: Subject::Variant(index), ..finding });
            }
        }
    }
}

/// The translations of a type that asks for languages and not for messages.
fn translations_alone(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>) -> Option<Speech> {
    request.table.languages()?;
    let mut rows = Vec::new();
    for answer in &resolved.answers {
        rows.push(row_of(answer));
    }
    let languages = table.languages.clone();
    Some(Speech { languages, has_messages: false, texts: Vec::new(), of: Vec::new(), rows, linked: Vec::new() })
}

/// The messages of a type whose rows are those of an enum; own messages alone are known here.
pub(super) fn speak_linked(
    request: &DeriveRequest,
    speakers: Vec<Speaker>,
    linked: Vec<TokenStream>,
    errors: &mut Errors,
) -> Speech {
    let mut texts: Vec<Text> = Vec::new();
    let mut of = Vec::new();
    for (variant, speaker) in request.variants.iter().zip(speakers) {
        let Some(literal) = variant.message.as_ref().filter(|_| request.speaks.is_some()) else {
            of.push(speaker);
            continue;
        };
        let message = own_message(literal, errors);
        let names = variant.value_names();
        for value in message.iter().flat_map(Message::placeholders).filter(|value| !names.contains(&value.name)) {
            errors.at(Rule::UnknownValue, literal.span(), unknown_value(variant, &value.name, &names));
        }
        of.push(Speaker::Text(texts.len()));
        texts.push(Text::of(vec![message]));
    }
    let rows = request.variants.iter().map(|_| None).collect();
    let has_messages = request.speaks.is_some();
    let speech = Speech { languages: Vec::new(), has_messages, texts, of, rows, linked };
    if has_messages {
        let _ = request.shown.set(bounds::of(request, &speech));
    }
    speech
}

/// The row that has the translations.
fn row_of(answer: &Answer<'_>) -> Option<Row> {
    match answer {
        Answer::Row(named) => Some(named.row.clone()),
        Answer::Inner(_) | Answer::Field(_) => None,
    }
}

/// The text of `message = "…"`, which holds in every language.
fn own_message(literal: &LitStr, errors: &mut Errors) -> Option<Message> {
    match Message::parse(&literal.value(), false) {
        Ok(message) => Some(message),
        Err(wrong) => {
            errors.at(Rule::MessageSyntax, literal.span(), describe_message(&wrong));
            None
        }
    }
}

impl Variant {
    /// The names of the values that its message may show.
    pub(super) fn value_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.values.iter().map(|(name, _)| name.unraw().to_string()).collect();
        for (member, _) in &self.fields {
            let name = match member {
                Member::Named(name) => name.unraw().to_string(),
                Member::Unnamed(index) => index.index.to_string(),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Reports values that a message shows and a variant does not have; one finding for each value of a cell.
fn unknown_values(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>, report: &mut Report) {
    let mut found: Vec<Finding> = Vec::new();
    // Of several variants that name a row, each value is one finding.
    let mut unknown: Vec<(&Said, &str, Vec<usize>)> = Vec::new();
    for (index, (variant, answer)) in request.variants.iter().zip(&resolved.answers).enumerate() {
        let names = variant.value_names();
        if let Some(literal) = &variant.message {
            let Ok(message) = Message::parse(&literal.value(), false) else { continue };
            for value in message.placeholders().filter(|value| !names.contains(&value.name)) {
                let finding = Finding::of_file("", Rule::UnknownValue, unknown_value(variant, &value.name, &names));
                found.push(Finding { file: None, subject: Subject::Value(index), ..finding });
            }
            continue;
        }
        let Answer::Row(row) = answer else { continue };
        for (language, said) in row.row.messages.iter().enumerate() {
            let Some(said) = said else { continue };
            let mut shown = Vec::new();
            said.message.add_names(&mut shown);
            shown.retain(|name| !names.iter().any(|known| known == name));
            for name in shown {
                let is_it = |(known, other, _): &&mut (&Said, &str, Vec<usize>)| {
                    known.place == said.place && known.file == said.file && *other == name
                };
                match unknown.iter_mut().find(is_it) {
                    Some((.., variants)) => variants.push(index),
                    None => unknown.push((said, name, vec![index])),
                }
            }
            // What is written in another tool's form is not also lost.
            let foreign = foreign(said, &names).filter(|_| !request.table.allows(Rule::ForeignPlaceholder));
            let finding = match foreign {
                Some(message) => Some(at(said, Rule::ForeignPlaceholder, message, index)),
                None => lost(request, table, row.row, language, &names, index),
            };
            let is_new = |finding: &Finding| {
                let is_same = |known: &Finding| {
                    known.rule == finding.rule && known.place == finding.place && known.file == finding.file
                };
                !found.iter().any(is_same)
            };
            found.extend(finding.filter(is_new));
        }
    }
    for (said, value, variants) in unknown {
        let mut lacking = Vec::new();
        for index in &variants {
            lacking.extend(request.variants.get(*index));
        }
        let first = variants.first().copied().unwrap_or_default();
        found.push(at(said, Rule::UnknownValue, unknown_values_of(&lacking, value), first));
    }
    for finding in found {
        report.push(finding);
    }
}

/// That variants, of which there is one at least, lack a value that the message of their row shows.
fn unknown_values_of(lacking: &[&Variant], value: &str) -> String {
    const NAMED: usize = 3;
    match lacking {
        [] => String::new(),
        [variant] => unknown_value(variant, value, &variant.value_names()),
        several => {
            let mut named: Vec<String> =
                several.iter().take(NAMED).map(|variant| format!("`{}`", variant.ident.unraw())).collect();
            let more = several.len().saturating_sub(NAMED);
            if more > 0 {
                named.push(format!("{more} more"));
            }
            let last = named.pop().unwrap_or_default();
            format!("{} and {last} have no field {{{value}}}, which the message of their row shows", named.join(", "))
        }
    }
}

/// What a translation does not show of the default message, as far as both are right.
fn lost(
    request: &DeriveRequest,
    table: &Table,
    row: &Row,
    language: usize,
    names: &[String],
    variant: usize,
) -> Option<Finding> {
    let said = row.messages.get(language)?.as_ref().filter(|_| language > 0)?;
    let default = row.messages.first()?.as_ref()?;
    let is_known = |value: &Placeholder| names.contains(&value.name);
    if request.table.allows(Rule::LostValue) || !said.message.placeholders().all(is_known) {
        return None;
    }
    let mut lost = default.message.lost_in(&said.message);
    lost.retain(|name| names.contains(name));
    if lost.is_empty() {
        return None;
    }
    let tag = table.languages.get(language).and_then(|tags| tags.first()).map_or("", String::as_str);
    Some(at(said, Rule::LostValue, describe_lost(tag, &lost), variant))
}

fn at(said: &Said, rule: Rule, message: String, variant: usize) -> Finding {
    Finding {
        place: Some(said.place),
        subject: Subject::Variant(variant),
        ..Finding::of_file(said.file.as_str(), rule, message)
    }
}

fn unknown_value(variant: &Variant, value: &str, names: &[String]) -> String {
    let ident = variant.ident.unraw();
    if names.is_empty() {
        return format!("`{ident}` has no fields, so its message cannot show {{{value}}}");
    }
    let hint = match name::closest(value, names.iter().map(String::as_str)) {
        Some(close) => format!("; did you mean {{{close}}}?"),
        None => {
            let listed: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
            format!("; it has {}", listed.join(", "))
        }
    };
    format!("`{ident}` has no field {{{value}}}{hint}")
}

/// Another tool's form of a value that the variant has and the message does not show otherwise.
fn foreign(said: &Said, names: &[String]) -> Option<String> {
    let mut text = String::new();
    for piece in &said.message.pieces {
        text.push_str(&piece.text);
        text.push('\u{0}');
    }
    for name in names.iter().filter(|name| !said.message.mentions(name)) {
        let is_number = name.bytes().all(|b| b.is_ascii_digit());
        let forms = [
            format!("{{{name}}}"),
            format!("%{{{name}}}"),
            format!("%({name})s"),
            format!("\u{ff5b}{name}\u{ff5d}"),
            format!("${name}"),
            format!("<{name}>"),
            format!("[{name}]"),
        ];
        // Numbers after a sign are money, and numbers in brackets are footnotes.
        let count = if is_number { 4 } else { forms.len() };
        for form in forms.iter().take(count) {
            let is_there = text.match_indices(form.as_str()).any(|(at, _)| {
                let after = text.get(at + form.len()..).and_then(|rest| rest.chars().next());
                !form.starts_with('$') || !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
            });
            if is_there {
                // Doubled in the cell.
                let form = if form.starts_with('{') { format!("{{{form}}}") } else { form.clone() };
                return Some(format!("{form} is shown as it is; a value is written {{{name}}}"));
            }
        }
    }
    let shows_nothing = said.message.placeholders().next().is_none();
    let form = text.split(|c: char| c.is_whitespace() || c == '\u{0}').find(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '%' && c != '@');
        matches!(word, "%s" | "%d" | "%@")
    });
    match (form, names.first()) {
        (Some(form), Some(name)) if shows_nothing => {
            Some(format!("{form} is shown as it is; a value is written by its name: {{{name}}}"))
        }
        _ => None,
    }
}

/// Reports, once a language, rows that variants name and that have no message in it.
fn untranslated(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>, report: &mut Report) {
    let Some(wanted) = request.table.languages() else { return };
    for (entry, tag) in wanted.iter().enumerate() {
        let tag = status_docs_data::language::canonical(tag).unwrap_or_default();
        let Some(language) = table.languages.iter().position(|tags| tags.contains(&tag)) else { continue };
        let mut rows: Vec<String> = Vec::new();
        for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
            let Answer::Row(named) = answer else { continue };
            let is_said = named.row.messages.get(language).is_some_and(Option::is_some);
            let name = named.row.name_or_phrase().to_owned();
            if !is_said && variant.message.is_none() && !rows.contains(&name) {
                rows.push(name);
            }
        }
        if rows.is_empty() {
            continue;
        }
        let message = describe_untranslated(&tag, &rows);
        let finding = Finding::of_file(table.file.as_str(), Rule::NoTranslation, message);
        report.push(Finding { subject: Subject::Entry("languages", entry), ..finding });
    }
}

/// The word that asks for messages.
pub(super) enum Speaks {
    /// `display`: they are what the type displays.
    Display(Ident),
    /// `messages`: what it displays is for the log.
    Messages(Ident),
}

impl Speaks {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Display(word) | Self::Messages(word) => word.span(),
        }
    }
}

/// The fields of a variant or a struct, with their types.
pub(super) fn fields_of(fields: &syn::Fields) -> Vec<(Member, TokenStream)> {
    let mut all = Vec::new();
    for (member, field) in fields.members().zip(fields) {
        all.push((member, field.ty.to_token_stream()));
    }
    all
}
