//! A column that the user typed → a table in the shape of its type, and the method that reads it.

use std::fmt::Write;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use status_docs_data::{Column, Kind, Value};
use syn::spanned::Spanned;

use super::literal::{Narrow, Texts, Value as _};
use super::{Context, accessor, category, text};
use crate::input::{CategoryEnum, ColumnEntry, ColumnType};
use crate::template::template;

/// How one column is stored and read, leaving empty cells aside.
struct StoredColumn {
    result: TokenStream,
    table: TokenStream,
    read: TokenStream,
}

/// The table and the method of a typed column.
pub(super) fn render(
    context: Context<'_>,
    index: usize,
    entry: &ColumnEntry,
    column: &Column,
) -> (Option<TokenStream>, TokenStream) {
    let constant = format_ident!("COLUMN_{}", index);
    let values: Vec<&Value> = context.table.rows.iter().filter_map(|row| row.values.get(index)).collect();
    let stored = match &entry.ty {
        ColumnType::Plain(Kind::Text) => text_column(context, &constant, &values, entry.is_optional),
        ColumnType::Plain(Kind::Bool) => flags(context, &constant, &values),
        ColumnType::Plain(Kind::Int(int)) => numbers(&constant, &values, &int.to_string(), "0"),
        ColumnType::Plain(Kind::Float(bits)) => numbers(&constant, &values, &format!("f{bits}"), "0.0"),
        ColumnType::Plain(Kind::Char) => numbers(&constant, &values, "char", "' '"),
        // The variants of a category are those of an emitted enum or of a path.
        ColumnType::Plain(Kind::Category(_)) => return (None, TokenStream::new()),
        ColumnType::Emitted(category) => emitted(context, &constant, &values, category, column),
        ColumnType::Path(path) => variants(context, &constant, &values, path, column),
    };
    let is_text = matches!(entry.ty, ColumnType::Plain(Kind::Text));
    let StoredColumn { result, table, read } = match (entry.is_optional, is_text) {
        (false, _) => stored,
        (true, true) => StoredColumn { result: optional(&stored.result), ..stored },
        (true, false) => or_none(context, &constant, &values, stored),
    };
    (context.has_rows.then_some(table), accessor::of_column(context, entry, column, &result, read))
}

fn optional(result: &TokenStream) -> TokenStream {
    quote!(::core::option::Option<#result>)
}

/// A second table says which cells are filled: an array of options compiles far more slowly.
fn or_none(context: Context<'_>, constant: &Ident, values: &[&Value], stored: StoredColumn) -> StoredColumn {
    let krate = context.krate;
    let StoredColumn { result, table, read } = stored;
    let result = optional(&result);
    let filled: Vec<usize> = values.iter().map(|value| usize::from(**value != Value::None)).collect();
    if !filled.contains(&1) {
        return StoredColumn { result, table: quote!(), read: quote!(::core::option::Option::None) };
    }
    let is_filled = format_ident!("{constant}_FILLED");
    let filled = Narrow(&filled).constant(krate, &is_filled);
    StoredColumn {
        result,
        table: quote! {
            #table
            #filled
        },
        read: template! {
            [is_filled, read]
            if #is_filled.get(row_of(self)) == 1 {
                ::core::option::Option::Some(#read)
            } else {
                ::core::option::Option::None
            }
        },
    }
}

fn text_column(context: Context<'_>, constant: &Ident, values: &[&Value], is_optional: bool) -> StoredColumn {
    let column = values.iter().map(|value| match value {
        Value::Text(text) => text.as_str(),
        _ => "",
    });
    let read = if is_optional { quote!(optional) } else { quote!(get) };
    StoredColumn {
        result: quote!(&'static ::core::primitive::str),
        table: Texts::joined(column).constant(context.krate, constant),
        read: quote!(#constant.#read(row_of(self))),
    }
}

fn flags(context: Context<'_>, constant: &Ident, values: &[&Value]) -> StoredColumn {
    let bits: Vec<usize> = values.iter().map(|value| usize::from(**value == Value::Bool(true))).collect();
    StoredColumn {
        result: quote!(::core::primitive::bool),
        table: Narrow(&bits).constant(context.krate, constant),
        read: quote!(#constant.get(row_of(self)) == 1),
    }
}

fn numbers(constant: &Ident, values: &[&Value], name: &str, zero: &str) -> StoredColumn {
    let name = Ident::new(name, Span::call_site());
    let mut literals = String::new();
    for value in values {
        let _ = match value {
            Value::Int(int) => write!(literals, "{int},"),
            Value::Float(float) => write!(literals, "{float},"),
            Value::Char(character) => write!(literals, "{character:?},"),
            _ => write!(literals, "{zero},"),
        };
    }
    let literals = text::tokens(&literals);
    let count = Literal::usize_unsuffixed(values.len());
    let result = quote!(::core::primitive::#name);
    StoredColumn {
        table: quote!(static #constant: [#result; #count] = [#literals];),
        read: quote!(#constant[row_of(self)]),
        result,
    }
}

fn indexes(values: &[&Value]) -> Vec<usize> {
    let index = |value: &&Value| if let Value::Category(index) = value { *index } else { 0 };
    values.iter().map(index).collect()
}

/// An enum that is emitted beside the table, and knows all its variants.
fn emitted(
    context: Context<'_>,
    constant: &Ident,
    values: &[&Value],
    category: &CategoryEnum,
    column: &Column,
) -> StoredColumn {
    let ident = &category.ident;
    let is_whole = category::is_whole(context, category);
    StoredColumn {
        result: quote!(#ident),
        table: Narrow(&indexes(values)).constant(context.krate, constant),
        read: category::by_index(ident, &column.categories, is_whole, &quote!(#constant.get(row_of(self)))),
    }
}

/// The user's own enum, which need not be `Copy`: an arm for each variant that the table names.
fn variants(
    context: Context<'_>,
    constant: &Ident,
    values: &[&Value],
    path: &TokenStream,
    column: &Column,
) -> StoredColumn {
    let table = Narrow(&indexes(values)).constant(context.krate, constant);
    let variants = column.categories.iter().map(|category| {
        // The compiler's error about a missing variant belongs at the type that the user wrote.
        let variant = Ident::new(&category.name, path.span());
        quote_spanned!(path.span()=> <#path>::#variant)
    });
    let read = category::match_index(&quote!(#constant.get(row_of(self))), variants);
    StoredColumn { result: quote!(#path), table, read }
}
