//! Columns → tables and the methods that read them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::model::Deprecation;
use status_docs_data::{Column, Role, Row};

use super::codes::slice;
use super::target::Target;
use super::{Context, accessor, category, text, typed};
use crate::input::ColumnEntry;
use crate::layout::TextColumn;

/// The columns besides those that every table has.
#[derive(Default)]
pub(super) struct Columns {
    /// Tables of the roles, which the trait names.
    pub(super) roles: TokenStream,
    /// Tables of the user's typed columns.
    pub(super) typed: TokenStream,
    pub(super) methods: TokenStream,
}

/// The role columns that a table may have, and the user's typed columns.
pub(super) fn render(context: Context<'_>) -> Columns {
    let mut columns = Columns::default();
    for (role, get) in
        [(Role::Definition, definition as fn(&Row) -> &str), (Role::Tips, tips), (Role::Reference, reference)]
    {
        if context.table.has(role) {
            let (table, method) = role_column(context, role, get);
            columns.roles.extend(table);
            columns.methods.extend(method);
        }
    }
    if context.table.has(Role::Class) {
        let (table, method) = category::class(context);
        columns.roles.extend(table);
        columns.methods.extend(method);
    }
    for (role, column) in [
        (Role::Aliases, aliases as fn(Context<'_>) -> (Option<TokenStream>, TokenStream)),
        (Role::Deprecated, deprecation),
    ] {
        if context.table.has(role) {
            let (table, method) = column(context);
            columns.roles.extend(table.filter(|_| context.layout.is_some()));
            columns.methods.extend(method);
        }
    }
    for (index, (entry, column)) in columns_of(context).enumerate() {
        let (table, method) = typed::render(context, index, entry, column);
        columns.typed.extend(table);
        columns.methods.extend(method);
    }
    columns
}

/// The typed columns of the table, each with what the user wrote of it.
pub(super) fn columns_of(context: Context<'_>) -> impl Iterator<Item = (&ColumnEntry, &Column)> {
    context.table.columns.iter().filter_map(move |column| Some((context.request.columns.get(column.wanted)?, column)))
}

fn definition(row: &Row) -> &str {
    &row.definition
}

fn tips(row: &Row) -> &str {
    row.tips.as_deref().unwrap_or_default()
}

fn reference(row: &Row) -> &str {
    row.reference.as_deref().unwrap_or_default()
}

fn role_column(context: Context<'_>, role: Role, get: fn(&Row) -> &str) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let constant = format_ident!("{}", role.as_str().to_uppercase());
    let function = format_ident!("{}", role.as_str());
    let text = quote!(&'static ::core::primitive::str);
    let result = if role == Role::Definition { text } else { quote!(::core::option::Option<#text>) };
    let read = quote!(#krate::__private::#function::<Self>(row_of(self)));
    let table = context.layout.map(|_| texts(krate, &constant, context.table.rows.iter().map(get)));
    (table, accessor::of_role(context, role, &result, read))
}

/// The aliases, which are in the table of the phrases.
fn aliases(context: Context<'_>) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let text = quote!(&'static ::core::primitive::str);
    let count = context.table.rows.iter().map(|row| row.aliases.len()).sum();
    let table = (count > 0).then(|| {
        let count = Literal::usize_unsuffixed(count);
        let texts = slice(&quote!([#text; #count]), &quote!(#krate::__private::alias_texts::<Self, #count>()));
        quote!(const ALIASES: &'static [#text] = #texts;)
    });
    let read = quote!(#krate::__private::aliases::<Self>(row_of(self)));
    (table, accessor::of_role(context, Role::Aliases, &quote!(&'static [#text]), read))
}

/// The few rows that are deprecated, and why.
fn deprecation(context: Context<'_>) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let notes = context.table.rows.iter().enumerate().filter_map(|(index, row)| match row.deprecation.as_ref()? {
        Deprecation::Plain => Some((index, "")),
        Deprecation::Note(note) => Some((index, note.as_str())),
    });
    let (rows, notes): (Vec<usize>, Vec<&str>) = notes.unzip();
    let table = (!rows.is_empty()).then(|| {
        let rows = narrow(krate, &rows);
        let notes = texts(krate, &format_ident!("DEPRECATIONS"), notes.into_iter());
        quote!(const DEPRECATED: #krate::__private::Narrow = #rows; #notes)
    });
    let result = quote!(::core::option::Option<&'static ::core::primitive::str>);
    let read = quote!(#krate::__private::deprecation::<Self>(row_of(self)));
    (table, accessor::of_role(context, Role::Deprecated, &result, read))
}

/// One text and the ends of its parts: two or four bytes a row where a slice takes sixteen.
pub(super) fn texts<'t>(krate: &TokenStream, constant: &Ident, column: impl Iterator<Item = &'t str>) -> TokenStream {
    let texts = joined(krate, column);
    quote!(const #constant: #krate::__private::Texts = #texts;)
}

/// The value of such a constant.
pub(super) fn joined<'t>(krate: &TokenStream, column: impl Iterator<Item = &'t str>) -> TokenStream {
    let TextColumn { joined, ends } = TextColumn::of(column);
    let (joined, ends) = (text::string(&joined), narrow(krate, &ends));
    quote!(#krate::__private::Texts::Joined(#joined, #ends))
}

/// The columns that are asked for most, and what stands beside them: one slice a row is the fastest
/// to read, but too much to compile for a large table.
pub(super) fn hot_texts<'t>(
    target: &Target<'_>,
    constant: &Ident,
    column: impl Iterator<Item = &'t str>,
) -> (Option<TokenStream>, TokenStream) {
    if !target.is_small() {
        return (None, texts(target.krate, constant, column));
    }
    let (slices, texts) = slices(target.krate, constant, target.variants.len(), column);
    (Some(slices), texts)
}

/// One slice a row, and the column of them.
fn slices<'t>(
    krate: &TokenStream,
    constant: &Ident,
    count: usize,
    column: impl Iterator<Item = &'t str>,
) -> (TokenStream, TokenStream) {
    let table = format_ident!("{constant}_SLICES");
    let count = Literal::usize_unsuffixed(count);
    let slices = text::strings(column);
    (
        quote!(static #table: [&::core::primitive::str; #count] = [#slices];),
        quote!(const #constant: #krate::__private::Texts = #krate::__private::Texts::Slices(&#table);),
    )
}

/// A table of small numbers in the narrowest type that holds them. They are one literal of bytes: as
/// numbers, the compiler has each to parse, to check and to evaluate.
pub(super) fn narrow(krate: &TokenStream, numbers: &[usize]) -> TokenStream {
    let greatest = numbers.iter().copied().max().unwrap_or_default();
    let (kind, width) = match greatest {
        0..256 => (quote!(U8), 1),
        256..65_536 => (quote!(Bytes16), 2),
        _ => (quote!(Bytes32), 4),
    };
    let bytes = text::bytes(numbers, width);
    quote!(#krate::__private::Narrow::#kind(#bytes))
}
