//! The methods that answer for one column: all of them have this shape.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use status_docs_data::{Column, Role};
use syn::{Attribute, Visibility};

use super::Context;
use super::scope::uncallable;
use super::target::located_at;
use crate::attr::is_documentation;
use crate::input::ColumnEntry;

/// The method of a role, with what the user wrote about it in the table's body.
pub(super) fn of_role(context: Context<'_>, role: Role, result: &TokenStream, read: TokenStream) -> TokenStream {
    let entry = context.request.roles.iter().find(|entry| entry.role == role);
    let attrs = entry.map_or(&[][..], |entry| &entry.attrs);
    let name = method_of(role);
    if context.leaves_out(name) {
        return TokenStream::new();
    }
    let name = Ident::new(name, Span::call_site());
    method(context, attrs, &context.docs.role(role), role_vis(context, role), &name, result, read)
}

/// A further method of a role, without what the user wrote about the role.
pub(super) fn further(
    context: Context<'_>,
    role: Role,
    name: &str,
    sentence: &str,
    result: &TokenStream,
    read: TokenStream,
) -> TokenStream {
    if context.leaves_out(name) {
        return TokenStream::new();
    }
    let name = Ident::new(name, Span::call_site());
    method(context, &[], sentence, role_vis(context, role), &name, result, read)
}

/// The name of a role's method: the role's name, unless that says too little.
pub(super) fn method_of(role: Role) -> &'static str {
    match role {
        Role::Deprecated => "deprecation",
        Role::Http => "http_status",
        Role::Grpc => "grpc_code",
        Role::Exit => "exit_code",
        role => role.as_str(),
    }
}

/// The method of a typed column.
pub(super) fn of_column(
    context: Context<'_>,
    entry: &ColumnEntry,
    column: &Column,
    result: &TokenStream,
    read: TokenStream,
) -> TokenStream {
    let sentence = context.docs.column(column);
    let vis = entry.vis.as_ref().unwrap_or(&context.request.vis);
    method(context, &entry.attrs, &sentence, vis, &entry.name, result, read)
}

/// The visibility of what a role emits: the enum's, unless the user gives another one.
pub(super) fn role_vis(context: Context<'_>, role: Role) -> &Visibility {
    let entry = context.request.roles.iter().find(|entry| entry.role == role);
    entry.and_then(|entry| entry.vis.as_ref()).unwrap_or(&context.request.vis)
}

fn method(
    context: Context<'_>,
    attrs: &[Attribute],
    sentence: &str,
    vis: &Visibility,
    name: &Ident,
    result: &TokenStream,
    read: TokenStream,
) -> TokenStream {
    // Our sentence is a paragraph of its own below what the user wrote.
    let is_documented = attrs.iter().any(is_documentation);
    let doc = if is_documented { format!("\n\n{sentence}") } else { sentence.to_owned() };
    let body = if context.has_rows { read } else { uncallable(context.krate) };
    // A type of the user's may hold data.
    let this = if context.target.kind().is_emitted() { quote!(self) } else { quote!(&self) };
    let mut signature = quote!(#vis const fn #name(#this) -> #result);
    if !context.target.kind().is_emitted() {
        // A method that the user has too is an error at the name of the column.
        signature = located_at(name.span(), signature);
    }
    quote! {
        #(#attrs)*
        #[doc = #doc]
        #[inline]
        #[must_use]
        #signature {
            #body
        }
    }
}
