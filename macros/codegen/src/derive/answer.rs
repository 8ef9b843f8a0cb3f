//! Who answers for each variant: the result of resolving, and the input of rendering.

use status_docs_data::Row;

use super::inner::Inner;
use super::input::Variant;
use super::rows::Named;
use crate::layout::Layout;

/// Who answers for each variant, in their order.
pub(crate) struct Resolved<'r> {
    pub(super) answers: Vec<Answer<'r>>,
    /// If the enum is a table itself.
    pub(super) table: Option<VariantTable<'r>>,
}

impl<'r> Resolved<'r> {
    /// The rows that variants name.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'r Row> + Clone {
        self.answers.iter().filter_map(|answer| match answer {
            Answer::Row(named) => Some(named.row),
            Answer::Inner(_) => None,
        })
    }
}

pub(super) enum Answer<'r> {
    Row(Named<'r>),
    /// The field of a transparent variant.
    Inner(&'r Inner),
}

/// An enum that has one variant for each row.
pub(super) struct VariantTable<'r> {
    /// The variants in the order of the rows.
    pub(super) order: Vec<&'r Variant>,
    /// How rows are found.
    pub(super) layout: Layout,
}
