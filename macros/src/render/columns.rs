//! Columns → tables and the methods that read them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{Role, Row};

use super::{Scene, accessor, category, text, typed};
use crate::layout::TextColumn;

/// Tables and methods of the role columns that a table may have, and of the user's typed columns.
pub(super) fn render(scene: Scene<'_>) -> (TokenStream, TokenStream) {
    let mut tables = TokenStream::new();
    let mut methods = TokenStream::new();
    for (role, get) in
        [(Role::Definition, definition as fn(&Row) -> &str), (Role::Tips, tips), (Role::Reference, reference)]
    {
        if scene.table.has(role) {
            let (table, method) = role_column(scene, role, get);
            tables.extend(table);
            methods.extend(method);
        }
    }
    if scene.table.has(Role::Class) {
        let (table, method) = category::class(scene);
        tables.extend(table);
        methods.extend(method);
    }
    for (index, entry) in scene.request.columns.iter().enumerate() {
        if let Some(column) = scene.table.columns.get(index).filter(|column| !column.is_clashing) {
            let (table, method) = typed::render(scene, index, entry, column);
            tables.extend(table);
            methods.extend(method);
        }
    }
    (tables, methods)
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

fn role_column(scene: Scene<'_>, role: Role, get: fn(&Row) -> &str) -> (Option<TokenStream>, TokenStream) {
    let constant = format_ident!("{}", role.as_str().to_uppercase());
    let (result, read) = if role == Role::Definition {
        (quote!(&'static ::core::primitive::str), quote!(#constant.get(row_of(self))))
    } else {
        (quote!(::core::option::Option<&'static ::core::primitive::str>), quote!(#constant.optional(row_of(self))))
    };
    let table = scene.layout.map(|_| texts(scene, &constant, scene.table.rows.iter().map(get)));
    (table, accessor::of_role(scene, role, &result, read))
}

/// One text and the ends of its parts: two or four bytes a row where a slice takes sixteen.
pub(super) fn texts<'t>(scene: Scene<'_>, constant: &Ident, column: impl Iterator<Item = &'t str>) -> TokenStream {
    let krate = scene.krate;
    let TextColumn { joined, ends } = TextColumn::of(column);
    let (joined, ends) = (text::string(&joined), narrow(krate, &ends));
    quote! {
        const #constant: #krate::__private::Texts = #krate::__private::Texts::Joined(#joined, #ends);
    }
}

/// The columns that are asked for most: one slice a row is the fastest to read, but too much to
/// compile for a large table.
pub(super) fn hot_texts<'t>(scene: Scene<'_>, constant: &Ident, column: impl Iterator<Item = &'t str>) -> TokenStream {
    if scene.layout.is_some_and(|layout| !layout.is_small) {
        return texts(scene, constant, column);
    }
    slices(scene.krate, constant, scene.table.rows.len(), column)
}

/// One slice a row.
pub(crate) fn slices<'t>(
    krate: &TokenStream,
    constant: &Ident,
    count: usize,
    column: impl Iterator<Item = &'t str>,
) -> TokenStream {
    let table = format_ident!("{constant}_SLICES");
    let count = Literal::usize_unsuffixed(count);
    let slices = text::strings(column);
    quote! {
        static #table: [&::core::primitive::str; #count] = [#slices];
        const #constant: #krate::__private::Texts = #krate::__private::Texts::Slices(&#table);
    }
}

/// The most numbers that are listed one by one, for the reader.
const LISTED: usize = 256;

/// A table of small numbers in the narrowest type that holds them. Many of them are one literal of
/// bytes: as numbers, the compiler has each to parse, to check and to evaluate.
pub(super) fn narrow(krate: &TokenStream, numbers: &[usize]) -> TokenStream {
    let greatest = numbers.iter().copied().max().unwrap_or_default();
    if numbers.len() <= LISTED && (256..65_536).contains(&greatest) {
        let numbers = text::numbers(numbers);
        return quote!(#krate::__private::Narrow::U16(&[#numbers]));
    }
    let (kind, width) = match greatest {
        0..256 => (quote!(U8), 1),
        256..65_536 => (quote!(Bytes16), 2),
        _ => (quote!(Bytes32), 4),
    };
    let bytes = text::bytes(numbers, width);
    quote!(#krate::__private::Narrow::#kind(#bytes))
}
