//! What variants say → rows of the table.

use status_docs_data::{Rule, Table};
use syn::Ident;
use syn::ext::IdentExt;

use super::answer::{Answer, Coded, Resolved, VariantTable};
use super::exhaustive;
use super::input::{DeriveRequest, Variant};
use super::rows::{Named, Rows};
use super::status_attr::StatusAttr;
use crate::attr::Errors;
use crate::bridge::{self, Asked};
use crate::layout::{CodeLookup, Layout, SAME_HASH};

/// Reports what the bridges of the type cannot answer.
pub(crate) fn check(
    request: &DeriveRequest,
    bridges: &[Asked],
    table: &Table,
    resolved: &Resolved<'_>,
    errors: &mut Errors,
) {
    let name = request.ident.unraw().to_string();
    let allows_success = request.table.allows(Rule::SuccessAnswer);
    let checked = bridge::Checked { name, table, is_derive: true, allows_success };
    checked.check(bridges, &resolved.checked(table), errors);
}

/// `None` if something is wrong; everything wrong is then among the errors.
pub(crate) fn resolve<'r>(request: &'r DeriveRequest, table: &'r Table, errors: &mut Errors) -> Option<Resolved<'r>> {
    let rows = Rows::new(table, request.table.is_verbatim()).with_prefix(request.table.only_prefix());
    let default = match &request.default {
        StatusAttr::Row(row) => match rows.find(row) {
            Ok(named) => DefaultRow::Row(named),
            Err(message) => {
                errors.at(Rule::UnknownRow, row.span(), message);
                DefaultRow::Invalid
            }
        },
        StatusAttr::Invalid => DefaultRow::Invalid,
        StatusAttr::Unspecified | StatusAttr::Transparent(_) | StatusAttr::Coded => DefaultRow::None,
    };
    // A variant whose attribute was already reported gets no second error.
    let answers: Vec<Option<Answer>> =
        request.variants.iter().map(|variant| answer(variant, &rows, &default, errors)).collect();
    let answers: Vec<Answer> = answers.into_iter().collect::<Option<_>>()?;
    let without_row = |(variant, answer): (&'r Variant, &Answer<'_>)| match answer {
        Answer::Row(_) => None,
        Answer::Inner(_) => Some((&variant.ident, "has no row of its own (transparent)")),
        Answer::Field(_) if matches!(default, DefaultRow::Row(_)) => None,
        Answer::Field(_) => Some((&variant.ident, "may have a code that no row has")),
    };
    check_columns(request, request.variants.iter().zip(&answers).find_map(without_row), errors);
    let source = table;
    let order = exhaustive::check(request, table, &answers, errors);
    let table = order.and_then(|order| match Layout::of(table) {
        Some(layout) => Some(VariantTable { order, layout }),
        None => {
            errors.at(Rule::HashClash, request.ident.span(), SAME_HASH);
            None
        }
    });
    let mut coded = None;
    if request.has_coded() {
        let Some(lookup) = CodeLookup::of(source) else {
            errors.at(Rule::HashClash, request.ident.span(), SAME_HASH);
            return None;
        };
        let default = match &default {
            DefaultRow::Row(named) => Some(named.row),
            _ => None,
        };
        coded = Some(Coded { rows: &source.rows, lookup, default });
    }
    Some(Resolved { answers, table, coded })
}

/// Reports columns that a value without a row cannot answer.
pub(super) fn check_columns(request: &DeriveRequest, without_row: Option<(&Ident, &str)>, errors: &mut Errors) {
    let Some((variant, why)) = without_row else { return };
    for column in request.columns.columns.iter().filter(|column| !column.is_optional) {
        let (name, ty) = (&column.name, column.type_written());
        let message = format!("`{variant}` {why}, so `{name}` needs a type that can be empty: Option<{ty}>");
        errors.at(Rule::ColumnType, name.span(), message);
    }
}

enum DefaultRow<'t> {
    None,
    Row(Named<'t>),
    /// Already reported.
    Invalid,
}

fn answer<'r>(
    variant: &'r Variant,
    rows: &Rows<'r>,
    default: &DefaultRow<'r>,
    errors: &mut Errors,
) -> Option<Answer<'r>> {
    if let Some(inner) = &variant.inner {
        return Some(Answer::Inner(inner));
    }
    if let Some(field) = &variant.coded {
        return Some(Answer::Field(field));
    }
    if let Some(row) = variant.row() {
        return rows
            .find(row)
            .map_err(|message| errors.at(Rule::UnknownRow, row.span(), message))
            .ok()
            .map(Answer::Row);
    }
    if !matches!(variant.status, StatusAttr::Unspecified) {
        return None;
    }
    match (rows.by_name(&variant.ident).or_else(|| rows.by_prefix(&variant.ident)), default) {
        (Some(named), _) => Some(Answer::Row(named)),
        (None, DefaultRow::Row(named)) => Some(Answer::Row(named.clone())),
        (None, DefaultRow::Invalid) => None,
        (None, DefaultRow::None) => {
            let otherwise = "; say which row it is: #[status(…)]";
            errors.at(Rule::UnknownRow, variant.ident.span(), rows.unnamed(&variant.ident, otherwise));
            None
        }
    }
}
