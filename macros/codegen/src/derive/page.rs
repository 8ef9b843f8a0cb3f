//! The table that the impl carries: Variant | Code | Meaning | Tips.

use std::fmt::Write;

use status_docs_data::Notation;
use status_docs_data::markdown::escape_lines;
use syn::LitStr;
use syn::ext::IdentExt;

use super::answer::{Answer, Resolved};
use super::input::{DataKind, DeriveRequest, Variant};
use crate::docs::escape;

/// Larger enums get no table: rustdoc's pages grow with every word of it.
const LARGE: usize = 2_000;

pub(super) fn page(request: &DeriveRequest, resolved: &Resolved<'_>, notation: Notation) -> String {
    if request.variants.len() > LARGE {
        return format!("The status of each of the {} variants.", request.variants.len());
    }
    let mut page = match request.kind {
        DataKind::Enum => {
            "The status of each variant.\n\n| Variant | Code | Meaning | Tips |\n|---|---|---|---|\n".to_owned()
        }
        _ => "Its status.\n\n| Code | Meaning | Tips |\n|---|---|---|\n".to_owned(),
    };
    for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
        if request.kind == DataKind::Enum {
            // A trait's type may have the name of a variant.
            let name = variant.ident.unraw();
            let _ = write!(page, "| [{}](variant@Self::{name}) ", escape(&name.to_string()));
        }
        let [code, meaning, tips] = cells(variant, answer, notation);
        let [mut meaning, tips] = [meaning, tips].map(|text| escape_lines(&text).replace('\n', "<br>"));
        if let Some(said) = said(request, variant, answer) {
            let line_end = if meaning.is_empty() { "" } else { "<br>" };
            meaning = format!("{meaning}{line_end}Says: *{}*", escape(&said));
        }
        let _ = writeln!(page, "| {code} | {meaning} | {tips} |");
    }
    page
}

/// What the variant says in the default language, where messages are asked for.
fn said(request: &DeriveRequest, variant: &Variant, answer: &Answer<'_>) -> Option<String> {
    request.speaks.as_ref()?;
    match (&variant.message, answer) {
        (Some(own), _) => Some(own.value()),
        (None, Answer::Row(named)) => Some(named.row.messages.first()?.as_ref()?.text.clone()),
        (None, _) => None,
    }
}

/// The code as Markdown, the others as text.
fn cells(variant: &Variant, answer: &Answer<'_>, notation: Notation) -> [String; 3] {
    let own = |text: &Option<LitStr>| text.as_ref().map(LitStr::value);
    let (definition, tips) = (own(&variant.definition), own(&variant.tips));
    match answer {
        Answer::Field(_) => {
            let code = match own(&variant.reason) {
                Some(reason) => format!("*that of its field*: {}", escape(&reason)),
                None => "*that of its field*".to_owned(),
            };
            [code, definition.unwrap_or_default(), tips.unwrap_or_default()]
        }
        Answer::Inner(_) => {
            let code = match own(&variant.reason) {
                Some(reason) => format!("*that of the value inside*: {}", escape(&reason)),
                None => "*that of the value inside*".to_owned(),
            };
            [code, definition.unwrap_or_default(), tips.unwrap_or_default()]
        }
        Answer::Row(named) => {
            let row = named.row;
            let reason = own(&variant.reason).unwrap_or_else(|| row.reason.clone());
            let code = format!("{} {}", escape(&notation.show(&row.code)), escape(&reason));
            [
                code,
                definition.unwrap_or_else(|| row.definition.clone()),
                tips.unwrap_or_else(|| row.tips.clone().unwrap_or_default()),
            ]
        }
    }
}
