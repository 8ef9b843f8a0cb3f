//! Who answers for each variant: the result of resolving, and the input of rendering.

use status_docs_data::{Role, Row, Table};

use super::field::CodeField;
use super::inner::Inner;
use super::input::Variant;
use super::rows::Named;
use crate::layout::{CodeLookup, Layout};

/// Who answers for each variant, in their order.
pub(crate) struct Resolved<'r> {
    pub(super) answers: Vec<Answer<'r>>,
    /// If the enum is a table itself.
    pub(super) table: Option<VariantTable<'r>>,
    /// If the code of a value may be any.
    pub(super) coded: Option<Coded<'r>>,
}

/// What a value is answered with whose code is known at run time only.
pub(super) struct Coded<'r> {
    /// All rows.
    pub(super) rows: &'r [Row],
    /// How the row of a code is found.
    pub(super) lookup: CodeLookup,
    /// The row of the type's `default`, for codes that no row has.
    pub(super) default: Option<&'r Row>,
}

impl<'r> Resolved<'r> {
    /// The rows that values can have: those that variants name, or all.
    pub(super) fn rows(&self) -> Vec<&'r Row> {
        let all = self.coded.as_ref().map(|coded| coded.rows).unwrap_or_default();
        if all.is_empty() { self.named() } else { all.iter().collect() }
    }

    /// The rows that bridges are checked for: where codes are received, what is answered is decided when one is.
    pub(super) fn checked(&self, table: &Table) -> Vec<&'r Row> {
        let is_decided_later = table.has(Role::Http) || table.codes_answer(Role::Http);
        match &self.coded {
            Some(coded) if is_decided_later => {
                let mut rows = self.named();
                rows.extend(coded.default);
                rows
            }
            _ => self.rows(),
        }
    }

    /// The rows that variants name.
    fn named(&self) -> Vec<&'r Row> {
        let mut rows = Vec::with_capacity(self.answers.len());
        for answer in &self.answers {
            if let Answer::Row(named) = answer {
                rows.push(named.row);
            }
        }
        rows
    }
}

pub(super) enum Answer<'r> {
    Row(Named<'r>),
    /// The field of a transparent variant.
    Inner(&'r Inner),
    /// The field that has the code.
    Field(&'r CodeField),
}

/// An enum that has one variant for each row.
pub(super) struct VariantTable<'r> {
    /// The variants in the order of the rows.
    pub(super) order: Vec<&'r Variant>,
    /// How rows are found.
    pub(super) layout: Layout,
}
