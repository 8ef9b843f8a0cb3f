//! Layout and table → tokens. The only place with Rust code in templates.
//!
//! Rows are handed over as text, which the compiler reads faster than tokens one by one
//! ([`text`]). That text holds literals and our own identifiers only: `$crate` does not survive it,
//! and the user's tokens keep their spans through `quote!`.

mod accessor;
mod category;
pub(crate) mod codes;
mod columns;
mod context;
pub(crate) mod each;
mod enumeration;
pub(crate) mod impls;
mod large;
mod literal;
mod lookups;
pub(crate) mod methods;
mod open;
pub(crate) mod scope;
mod spoken;
mod status_impls;
pub(crate) mod target;
#[cfg(test)]
mod tests;
pub(crate) mod text;
mod typed;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use status_docs_data::Code;

use crate::input::ColumnType;
use crate::layout::CodeLookup;
pub(crate) use category::refuse_class_enums;
pub(crate) use context::Context;
pub(crate) use literal::slice;
use literal::{Texts, Value};

/// The tables that lead from a code to its row, and the expression of the row of `__status_docs_code`.
pub(crate) fn code_index<'c>(
    krate: &TokenStream,
    lookup: &CodeLookup,
    codes: impl Iterator<Item = &'c Code>,
) -> (TokenStream, TokenStream) {
    match lookup {
        CodeLookup::Int(index) => {
            let index = index.constant(krate, &format_ident!("BY_CODE"));
            (index, quote!(BY_CODE.row(__status_docs_code as ::core::primitive::u64)))
        }
        CodeLookup::Text(index) => {
            let texts = codes.filter_map(|code| match code {
                Code::Text(text) => Some(text.as_str()),
                Code::Int(_) => None,
            });
            let texts = Texts::keys(texts).constant(krate, &format_ident!("CODES"));
            let index = index.constant(krate, &format_ident!("BY_TEXT"));
            (quote!(#texts #index), quote!(BY_TEXT.find(&CODES, __status_docs_code)))
        }
    }
}

/// What the typed columns of a type are emitted as.
pub(crate) struct TypedColumns {
    /// The enums whose variants are their cells.
    pub(crate) categories: TokenStream,
    pub(crate) tables: TokenStream,
    pub(crate) methods: TokenStream,
}

/// The typed columns alone, for a type that derives.
pub(crate) fn typed_columns(context: Context<'_>) -> TypedColumns {
    let (mut tables, mut methods) = (TokenStream::new(), TokenStream::new());
    for (index, (entry, column)) in context.columns().enumerate() {
        let (table, method) = typed::render(context, index, entry, column);
        tables.extend(table);
        methods.extend(method);
    }
    TypedColumns { categories: category::render(context), tables, methods }
}

/// The enum, its tables and all its impls.
///
/// Every function is `#[inline]`, those of `Debug` and `FromStr` too: an optimised library then compiles none of them,
/// and the crate that calls one compiles that one. Without it, 60 rows cost three times as much (row 2 of the benches).
pub(crate) fn render(context: Context<'_>) -> TokenStream {
    let cfgs = &context.request.cfgs;
    let items = impls::of(context.target, &context.request.without);
    let enumeration = match context.target.open {
        Some(_) => open::render(context),
        None => enumeration::render(context),
    };
    let TypedColumns { categories, tables: typed, methods: of_columns } = typed_columns(context);
    let tracker = context.request.table.csv.as_ref().filter(|_| context.is_tracked).map(scope::tracker);
    let shadows = scope::shadows(context.krate);
    let columns::Columns { mut roles, methods } = columns::render(context);
    roles.extend(spoken::tables(context));
    let spoken = spoken::methods(context);
    let tables = lookups::tables(context, &roles);
    let lookups = lookups::methods(context);
    let impls = status_impls::render(context);
    let copy = enumeration::copy(context);
    let each = each::render(context);
    let ident = &context.target.ident;
    // `crate::Team` is what one writes in a macro, also where `Team` would do.
    let has_path = context.request.columns.iter().any(|entry| matches!(entry.ty, ColumnType::Path(_)));
    let qualified = has_path.then(|| quote!(#[allow(unused_qualifications)]));
    let has_alias = context.table.rows.iter().any(|row| row.aliases.iter().any(|alias| alias.name.is_some()));
    let aliases = has_alias.then(|| quote!(non_upper_case_globals, unreachable_pub,));
    // The user may have marked something of their own.
    let deprecated =
        (context.warns() || has_path || context.request.is_marked_deprecated()).then(|| quote!(deprecated,));
    let unused = context.layout.is_none().then(|| quote!(#[allow(unused_variables, unreachable_code)]));
    quote! {
        #enumeration
        #categories
        #(#cfgs)*
        #[allow(#aliases #deprecated dead_code)]
        #qualified
        #unused
        const _: () = {
            #tracker
            #shadows
            #tables
            #typed
            impl #ident {
                #lookups
                #methods
                #spoken
                #of_columns
            }
            #copy
            #items
            #impls
        };
        #each
    }
}
