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
mod impls;
mod large;
mod lookups;
pub(crate) mod target;
pub(crate) mod text;
mod typed;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use status_docs_data::{CodeType, Role, Table};
use syn::{Attribute, LitStr, Meta};

use crate::docs::Docs;
use crate::input::{ColumnType, Request};
use crate::layout::Layout;
use target::Target;

/// All that is rendered from.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'s> {
    pub(crate) target: &'s Target<'s>,
    /// The path of the runtime crate.
    pub(crate) krate: &'s TokenStream,
    pub(crate) request: &'s Request,
    pub(crate) table: &'s Table,
    pub(crate) docs: &'s Docs<'s>,
    /// `None` where there is no row: then everything is there, and nothing can be found.
    pub(crate) layout: Option<&'s Layout>,
    /// Whether the file was read, so that it can be watched.
    pub(crate) is_tracked: bool,
}

/// The names of the methods and constants that a table gets, which a typed column cannot have: those of a role only
/// where the table has its column.
pub(crate) fn methods() -> Vec<(&'static str, Option<Role>)> {
    let always = ["ALL", "COUNT", "code", "name", "reason", "from_code", "from_reason"];
    let roles = [Role::Definition, Role::Tips, Role::Reference, Role::Class];
    let always = always.into_iter().map(|name| (name, None));
    always.chain(roles.map(|role| (role.as_str(), Some(role)))).collect()
}

/// The enum, its tables and all its impls.
pub(crate) fn render(scene: Scene<'_>) -> TokenStream {
    let cfgs = &scene.request.cfgs;
    let enumeration = enumeration::render(scene);
    let categories = category::render(scene);
    let tracker = scene.request.table.csv.as_ref().filter(|_| scene.is_tracked).map(tracker);
    let shadows = shadows();
    let columns::Columns { roles, typed, methods } = columns::render(scene);
    let tables = lookups::tables(scene, &roles);
    let lookups = lookups::methods(scene);
    let impls = impls::render(scene);
    let ident = &scene.request.ident;
    // `crate::Team` is what one writes in a macro, also where `Team` would do.
    let has_path = scene.request.columns.iter().any(|entry| matches!(entry.ty, ColumnType::Path(_)));
    let qualified = has_path.then(|| quote!(#[allow(unused_qualifications)]));
    let has_alias = scene.table.rows.iter().any(|row| row.aliases.iter().any(|alias| alias.name.is_some()));
    let aliases = has_alias.then(|| quote!(non_upper_case_globals, unreachable_pub,));
    let unused = scene.layout.is_none().then(|| quote!(#[allow(unused_variables, clippy::uninhabited_references)]));
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
            #impls
        };
    }
}

/// Makes the compiler watch the file, without its bytes or its absolute path in what is built.
pub(crate) fn tracker(path: &LitStr) -> TokenStream {
    let path = path.value();
    quote! {
        const _: fn() = || {
            let _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
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
        fn formatter() {}
    }
}

/// The code type as a parameter or result has it.
fn code_type(scene: Scene<'_>) -> TokenStream {
    code_type_of(scene.table.code)
}

/// The same of a code type that has no table yet.
pub(crate) fn code_type_of(code: CodeType) -> TokenStream {
    match code {
        CodeType::Int(int) => {
            let name = Ident::new(&int.to_string(), Span::call_site());
            quote!(::core::primitive::#name)
        }
        CodeType::Text => quote!(&'static ::core::primitive::str),
    }
}

/// Whether the user wrote documentation: `#[doc(alias = "…")]` is none.
fn is_documented(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("doc") && matches!(attr.meta, Meta::NameValue(_)))
}

/// What stands in a method of an enum without variants: nobody can call it.
fn uncallable() -> TokenStream {
    quote!(match self {})
}
