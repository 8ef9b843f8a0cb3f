//! Typed columns of a type that derives: one function from a value to its row, then the tables of the macro.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::index::Index;
use status_docs_data::{Kind, Row, Table, Value};

use super::super::answer::{Answer, Resolved};
use super::super::field::CodeField;
use super::super::input::{DataKind, DeriveRequest};
use super::{coded, target};
use crate::docs::Docs;
use crate::input::{ColumnEntry, ColumnType};
use crate::render::target::at_call_site;
use crate::render::{self, Context};
use crate::template::template;

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
        is_reported: false,
        is_tracked: false,
    };
    let render::TypedColumns { categories, tables, methods } = render::typed_columns(context);
    let (parameters, ty, clause) = target.function();
    let lookup = coded::lookup(request, &table, resolved);
    template! {
        [categories, tables, lookup, parameters, ty, clause, rows, methods]
        #categories
        #[allow(dead_code, deprecated, unused_qualifications)]
        const _: () = {
            #tables
            #lookup

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
    let mut indexes = Index::new();
    for (index, row) in table.rows.iter().enumerate() {
        indexes.insert(&row.code, index);
    }
    let behind = table.rows.len();
    let ident = at_call_site(&request.ident);
    let mut arms = TokenStream::new();
    for (variant, answer) in request.variants.iter().zip(&resolved.answers) {
        let index = match answer {
            Answer::Row(named) => indexes.get(&named.row.code).unwrap_or(behind),
            Answer::Inner(_) => behind,
            Answer::Field(CodeField { member, .. }) => {
                let name = at_call_site(&variant.ident);
                let (pattern, place) = match request.kind {
                    DataKind::Struct => (TokenStream::new(), quote!((&__status_docs_value.#member))),
                    _ => (quote!(#ident::#name { #member: __status_docs_code, .. } =>), quote!(__status_docs_code)),
                };
                let code = match answer {
                    Answer::Field(field) => field.code(&place, request.code(), &request.code_type()),
                    _ => TokenStream::new(),
                };
                let default = resolved.coded.as_ref().and_then(|coded| coded.default);
                let default = default.and_then(|row| indexes.get(&row.code)).unwrap_or(behind);
                let (default, behind) = (Literal::usize_unsuffixed(default), Literal::usize_unsuffixed(behind));
                let row = quote! {
                    match row_of_code(#code) {
                        #behind => #default,
                        __status_docs_row => __status_docs_row,
                    }
                };
                if request.kind == DataKind::Struct {
                    return row;
                }
                arms.extend(quote!(#pattern #row,));
                continue;
            }
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

/// The type of a column that needs no enum of ours.
pub(super) fn plain_type(ty: &ColumnType) -> Option<TokenStream> {
    let name = match ty {
        ColumnType::Plain(Kind::Text) => return Some(quote!(&'static ::core::primitive::str)),
        ColumnType::Path(path) => return Some(path.clone()),
        ColumnType::Plain(Kind::Int(int)) => int.to_string(),
        ColumnType::Plain(Kind::Float(bits)) => format!("f{bits}"),
        ColumnType::Plain(Kind::Bool) => "bool".to_owned(),
        ColumnType::Plain(Kind::Char) => "char".to_owned(),
        ColumnType::Plain(Kind::Category(_)) | ColumnType::Emitted(_) => return None,
    };
    let name = format_ident!("{name}");
    Some(quote!(::core::primitive::#name))
}

/// The methods of a type whose rows are not known, so that code that calls them has no further errors.
pub(in super::super) fn stub(request: &DeriveRequest) -> TokenStream {
    let mut methods = TokenStream::new();
    for ColumnEntry { vis, name, ty, is_optional, .. } in &request.columns.columns {
        let Some(ty) = plain_type(ty) else { continue };
        let ty = if *is_optional { quote!(::core::option::Option<#ty>) } else { ty };
        let vis = vis.as_ref().unwrap_or(&request.columns.vis);
        methods.extend(template! {
            [vis, name, ty]
            #[allow(dead_code)]
            #vis const fn #name(&self) -> #ty {
                ::core::panic!()
            }
        });
    }
    if methods.is_empty() {
        return methods;
    }
    let target = target(request);
    let (parameters, ty, clause) = target.function();
    quote!(impl #parameters #ty #clause { #methods })
}
