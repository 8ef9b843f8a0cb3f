//! The rows of the user's own file, as far as variants name them.

use std::fmt::Write;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use status_docs_data::index::Index;
use status_docs_data::{Code, CodeType, Row};

use super::super::answer::{Answer, Resolved};
use crate::render::target::code_type;
use crate::render::text;
use crate::template::template;

pub(super) struct DocRows<'t> {
    rows: Vec<&'t Row>,
    places: Index<'t>,
}

impl<'t> DocRows<'t> {
    pub(super) fn of(resolved: &Resolved<'t>) -> Self {
        let mut own = Self { rows: Vec::new(), places: Index::new() };
        if let Some(coded) = &resolved.coded {
            for (place, row) in coded.rows.iter().enumerate() {
                own.places.insert(&row.code, place);
                own.rows.push(row);
            }
        }
        for answer in &resolved.answers {
            if let Answer::Row(named) = answer {
                if own.places.insert(&named.row.code, own.rows.len()).is_none() {
                    own.rows.push(named.row);
                }
            }
        }
        own
    }

    /// Where a row is in the file.
    pub(super) fn index(&self, code: &Code) -> Option<Literal> {
        self.places.get(code).map(Literal::usize_unsuffixed)
    }

    pub(super) fn render(&self, krate: &TokenStream, code: CodeType) -> TokenStream {
        let mut rows = String::new();
        for row in &self.rows {
            let tips = row.tips.as_deref().unwrap_or_default();
            let reference = row.reference.as_deref().unwrap_or_default();
            let texts = [&row.name, &row.reason, &row.definition, tips, reference];
            let _ = match &row.code {
                Code::Int(code) => write!(rows, "({code},{texts:?}),"),
                Code::Text(code) => write!(rows, "({code:?},{texts:?}),"),
            };
        }
        let rows = text::tokens(&rows);
        let count = Literal::usize_unsuffixed(self.rows.len());
        let code = code_type(code);
        template! { [krate, code, count, rows] static ROWS: [#krate::__private::DocRow<#code>; #count] = [#rows]; }
    }
}

/// A code as an expression of its type.
pub(super) fn code(code: &Code) -> TokenStream {
    match code {
        Code::Int(code) => text::tokens(&code.to_string()),
        Code::Text(code) => quote!(#code),
    }
}
