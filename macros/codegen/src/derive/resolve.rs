//! What variants say → rows of the table.

use status_docs_data::Table;

use super::exhaustive;
use super::inner::Inner;
use super::input::{Case, Request};
use super::rows::{Named, Rows};
use super::status_attr::StatusAttr;
use crate::attr::Errors;
use crate::layout::{Layout, SAME_HASH};

/// Who answers for each variant, in their order.
pub(crate) struct Resolved<'r> {
    pub(super) answers: Vec<Answer<'r>>,
    /// If the enum is a table itself: for each row its variant, and how rows are found.
    pub(super) own_table: Option<(Vec<&'r Case>, Layout)>,
}

pub(super) enum Answer<'r> {
    Row(Named<'r>),
    Inner(&'r Inner),
}

/// `None` if something is wrong, all of which is then among the errors.
pub(crate) fn resolve<'r>(request: &'r Request, table: &'r Table, errors: &mut Errors) -> Option<Resolved<'r>> {
    let rows = Rows::of(table);
    let default = match &request.default {
        StatusAttr::Row(row) => match rows.find(row) {
            Ok(named) => Default::Row(named),
            Err(message) => {
                errors.at(row.span(), message);
                Default::Wrong
            }
        },
        StatusAttr::Invalid => Default::Wrong,
        StatusAttr::Unspecified | StatusAttr::Transparent(_) => Default::None,
    };
    // Of a variant about which something was said before, nothing is said here.
    let answers: Vec<Option<Answer>> = request.cases.iter().map(|case| answer(case, &rows, &default, errors)).collect();
    let answers: Vec<Answer> = answers.into_iter().collect::<Option<_>>()?;
    let order = exhaustive::check(request, table, &answers, errors);
    let own_table = order.and_then(|order| match Layout::of(table) {
        Some(layout) => Some((order, layout)),
        None => {
            errors.at(request.ident.span(), SAME_HASH);
            None
        }
    });
    Some(Resolved { answers, own_table })
}

enum Default<'t> {
    None,
    Row(Named<'t>),
    /// An error already.
    Wrong,
}

fn answer<'r>(case: &'r Case, rows: &Rows<'r>, default: &Default<'r>, errors: &mut Errors) -> Option<Answer<'r>> {
    if let Some(inner) = &case.inner {
        return Some(Answer::Inner(inner));
    }
    if let Some(row) = case.row() {
        return rows.find(row).map_err(|message| errors.at(row.span(), message)).ok().map(Answer::Row);
    }
    if !matches!(case.status, StatusAttr::Unspecified) {
        return None;
    }
    match (rows.by_name(&case.ident), default) {
        (Some(named), _) => Some(Answer::Row(named)),
        (None, Default::Row(named)) => Some(Answer::Row(named.clone())),
        (None, Default::Wrong) => None,
        (None, Default::None) => {
            let otherwise = "; say which row it is: #[status(…)]";
            errors.at(case.ident.span(), rows.unnamed(&case.ident, otherwise));
            None
        }
    }
}
