//! What the code of one table is rendered from.

use proc_macro2::TokenStream;
use status_docs_data::{Column, Table};

use super::methods::is_left_out;
use super::target::Target;
use crate::docs::Docs;
use crate::input::{ColumnEntry, TableRequest};
use crate::layout::Layout;

#[derive(Clone, Copy)]
pub(crate) struct Context<'c> {
    pub(crate) target: &'c Target<'c>,
    /// The path of the runtime crate.
    pub(crate) krate: &'c TokenStream,
    pub(crate) request: &'c TableRequest,
    pub(crate) table: &'c Table,
    pub(crate) docs: &'c Docs<'c>,
    /// `None` if there are no rows: everything is emitted all the same, but no lookup finds anything.
    pub(crate) layout: Option<&'c Layout>,
    /// Whether there are rows that columns can be read from.
    pub(crate) has_rows: bool,
    /// Whether something is wrong with the table or the request, which is reported.
    pub(crate) is_reported: bool,
    /// Whether the file was read, so that it can be watched.
    pub(crate) is_tracked: bool,
}

impl<'c> Context<'c> {
    /// Whether a row is emitted with `#[deprecated]`, which warns where it is named.
    pub(super) fn warns(self) -> bool {
        self.request.warns_deprecated && self.table.rows.iter().any(|row| row.deprecation.is_some())
    }

    /// Whether `without(…)` leaves an inherent item to the user.
    pub(super) fn leaves_out(self, name: &str) -> bool {
        is_left_out(&self.request.without, name)
    }

    /// The typed columns of the table, each with what the user wrote about it.
    pub(super) fn columns(self) -> impl Iterator<Item = (&'c ColumnEntry, &'c Column)> {
        self.table.columns.iter().filter_map(move |column| Some((self.request.columns.get(column.wanted)?, column)))
    }
}
