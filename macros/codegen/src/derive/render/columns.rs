//! Typed columns of a type that derives: one function from a value to its row, then the tables of the macro.

use std::borrow::Cow;
use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use status_docs_data::{Code, Row, Table, Value};

use super::super::answer::{Answer, Resolved};
use super::super::input::{DataKind, DeriveRequest};
use super::target;
use crate::docs::Docs;
use crate::render::target::at_call_site;
use crate::render::{self, Context};

/// The methods of the columns, as methods of the type.
pub(super) fn render(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>) -> TokenStream {
    if request.columns.columns.is_empty() {
        return TokenStream::new();
    }
    let rows = rows(request, table, resolved);
    // Values without a row lead to one behind the last, whose cells are empty.
    let is_without = resolved.answers.iter().any(|answer| !matches!(answer, Answer::Row(_)));
    let table = if is_without { Cow::Owned(with_empty_row(table)) } else { Cow::Borrowed(table) };
    let (target, docs) = (target(request).naming_deprecated(true), Docs::of_columns(&table));
    let context = Context {
        target: &target,
        krate: &request.krate,
        request: &request.columns,
        table: &table,
        docs: &docs,
        layout: None,
        has_rows: true,
        is_tracked: false,
    };
    let render::TypedColumns { categories, tables, methods } = render::typed_columns(context);
    let (parameters, ty, clause) = target.function();
    quote! {
        #categories
        #[allow(dead_code, deprecated, unused_qualifications)]
        const _: () = {
            #tables

            #[inline]
            const fn row_of #parameters (__status_docs_value: &#ty) -> ::core::primitive::usize
            #clause
            {
                #rows
            }

            impl #parameters #ty #clause {
                #methods
            }
        };
    }
}

/// The row of each variant; behind the last for one without a row.
fn rows(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>) -> TokenStream {
    let mut indexes: HashMap<&Code, usize> = HashMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        indexes.insert(&row.code, index);
    }
    let behind = table.rows.len();
    let ident = at_call_site(&request.ident);
    let mut arms = TokenStream::new();
    for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
        let index = match answer {
            Answer::Row(named) => indexes.get(&named.row.code).copied().unwrap_or(behind),
            Answer::Inner(_) => behind,
        };
        let index = Literal::usize_unsuffixed(index);
        if request.kind == DataKind::Struct {
            return quote!(#index);
        }
        let name = at_call_site(&variant.ident);
        arms.extend(quote!(#ident::#name { .. } => #index,));
    }
    if arms.is_empty() {
        return quote!(match *__status_docs_value {});
    }
    quote!(match __status_docs_value { #arms })
}

fn with_empty_row(table: &Table) -> Table {
    let mut table = table.clone();
    let empty = table.rows.first().map(|row| Row { values: vec![Value::None; row.values.len()], ..row.clone() });
    table.rows.extend(empty);
    table
}
