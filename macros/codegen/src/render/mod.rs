//! Layout and table → tokens. The only place with Rust code in templates.
//!
//! Rows are handed over as text, which the compiler reads faster than tokens one by one
//! ([`text`]). That text holds literals and our own identifiers only: `$crate` does not survive it,
//! and the user's tokens keep their spans through `quote!`.

mod accessor;
pub(crate) mod category;
pub(crate) mod codes;
mod columns;
mod enumeration;
pub(crate) mod impls;
mod large;
mod lookups;
mod status_impls;
pub(crate) mod target;
pub(crate) mod text;
mod typed;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use status_docs_data::source::within_out_dir;
use status_docs_data::{CodeType, Reference, Role, Table};
use syn::LitStr;

use crate::bridge;
use crate::docs::Docs;
use crate::input::{ColumnType, TableRequest};
use crate::layout::Layout;
use impls::Impls;
use target::Target;

/// All that is rendered from.
#[derive(Clone, Copy)]
pub(crate) struct Context<'s> {
    pub(crate) target: &'s Target<'s>,
    /// The path of the runtime crate.
    pub(crate) krate: &'s TokenStream,
    pub(crate) request: &'s TableRequest,
    pub(crate) table: &'s Table,
    pub(crate) docs: &'s Docs<'s>,
    /// `None` where there is no row: then everything is there, and nothing can be found.
    pub(crate) layout: Option<&'s Layout>,
    /// Whether the file was read, so that it can be watched.
    pub(crate) is_tracked: bool,
}

/// The names of the methods and constants that a table gets, which a typed column cannot have: those of a role only
/// where the table has its column.
pub(crate) fn methods(reference: Option<&Reference>) -> Vec<(&'static str, Option<Role>)> {
    let always = ["ALL", "COUNT", "iter", "from_code", "from_name", "from_reason", "code", "name", "reason"];
    let always = always.into_iter().map(|name| (name, None));
    let of_class = category::methods(reference).into_iter().map(|name| (name, Some(Role::Class)));
    let roles = [Role::Definition, Role::Tips, Role::Reference, Role::Class, Role::Aliases, Role::Deprecated];
    always.chain(of_class).chain(roles.map(|role| (accessor::method_of(role), Some(role)))).collect()
}

/// The enum, its tables and all its impls.
pub(crate) fn render(context: Context<'_>) -> TokenStream {
    let cfgs = &context.request.cfgs;
    let Impls { items, derives } = Impls::of(context.target, &context.request.without);
    let enumeration = enumeration::render(context, &derives);
    let categories = category::render(context);
    let tracker = context.request.table.csv.as_ref().filter(|_| context.is_tracked).map(tracker);
    let shadows = shadows();
    let columns::Columns { roles, typed, methods } = columns::render(context);
    let tables = lookups::tables(context, &roles);
    let lookups = lookups::methods(context);
    let impls = status_impls::render(context);
    let bridges = bridge::emit(context.target, &context.request.with);
    let ident = &context.request.ident;
    // `crate::Team` is what one writes in a macro, also where `Team` would do.
    let has_path = context.request.columns.iter().any(|entry| matches!(entry.ty, ColumnType::Path(_)));
    let qualified = has_path.then(|| quote!(#[allow(unused_qualifications)]));
    let has_alias = context.table.rows.iter().any(|row| row.aliases.iter().any(|alias| alias.name.is_some()));
    let aliases = has_alias.then(|| quote!(non_upper_case_globals, unreachable_pub,));
    let unused = context.layout.is_none().then(|| quote!(#[allow(unused_variables, clippy::uninhabited_references)]));
    quote! {
        #enumeration
        #categories
        #(#cfgs)*
        #[allow(#aliases dead_code, deprecated)]
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
            }
            #items
            #impls
            #bridges
        };
    }
}

/// Makes the compiler watch the file, without its bytes or its absolute path in what is built.
pub(crate) fn tracker(path: &LitStr) -> TokenStream {
    let path = path.value();
    let (folder, path) = match within_out_dir(&path) {
        Some(path) => ("OUT_DIR", path),
        None => ("CARGO_MANIFEST_DIR", path.as_str()),
    };
    quote! {
        const _: fn() = || {
            let _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!(#folder), "/", #path));
        };
    }
}

/// A parameter must not have the name of a constant in scope, and the user may have a constant of
/// any name; a function in a nearer scope hides it and may be hidden by the parameter.
pub(crate) fn shadows() -> TokenStream {
    quote! {
        /// These hide constants of the same names from the parameters below.
        fn code() {}
        fn reason() {}
        fn text() {}
        fn name() {}
        fn formatter() {}
    }
}

/// The type of the codes, as a parameter or a result has it.
pub(crate) fn code_type(code: CodeType) -> TokenStream {
    match code {
        CodeType::Int(int) => {
            let name = Ident::new(&int.to_string(), Span::call_site());
            quote!(::core::primitive::#name)
        }
        CodeType::Text => quote!(&'static ::core::primitive::str),
    }
}

/// What stands in a method of an enum without variants: nobody can call it.
fn uncallable() -> TokenStream {
    quote!(match self {})
}
