//! What the attributes of an item say, those within a `cfg_attr` too.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// What an attribute is, or what it would be: `cfg_attr` may be several.
pub(super) fn effective(attr: &Attribute) -> Vec<Meta> {
    fn conditional(meta: Meta, all: &mut Vec<Meta>) {
        let Meta::List(list) = &meta else { return all.push(meta) };
        if !list.path.is_ident("cfg_attr") {
            return all.push(meta);
        }
        let inner = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap_or_default();
        for meta in inner.into_iter().skip(1) {
            conditional(meta, all);
        }
    }
    let mut all = Vec::new();
    conditional(attr.meta.clone(), &mut all);
    all
}

pub(super) fn is_status(attr: &Attribute) -> bool {
    effective(attr).iter().any(|meta| meta.path().is_ident("status"))
}

/// The last names of the paths in a derive.
pub(super) fn derives(meta: &Meta) -> Vec<String> {
    let Meta::List(list) = meta else { return Vec::new() };
    if !list.path.is_ident("derive") {
        return Vec::new();
    }
    let paths = list.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated).unwrap_or_default();
    paths.iter().filter_map(|path| Some(path.segments.last()?.ident.to_string())).collect()
}

/// The last names of the types that `#[openapi(components(schemas(…)))]` registers, and of those that are the `body` of
/// an operation, which registers them too.
pub(super) fn schemas(meta: &Meta, all: &mut Vec<String>) {
    let Meta::List(list) = meta else { return };
    if list.path.segments.last().is_some_and(|last| last.ident == "openapi" || last.ident == "path") {
        schemas_in(list.tokens.clone(), all);
    }
}

fn schemas_in(tokens: TokenStream, all: &mut Vec<String>) {
    let mut before = [None, None];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let [first, second] = &before;
        match &token {
            TokenTree::Group(group) if is_ident(second.as_ref(), "schemas") => {
                types_in(group.stream(), all);
            }
            TokenTree::Group(group) if group.delimiter() != Delimiter::None => schemas_in(group.stream(), all),
            TokenTree::Ident(_) if is_ident(first.as_ref(), "body") && is_punct(second.as_ref(), '=') => {
                let mut ty = TokenStream::from(token.clone());
                while let Some(next) = tokens.next_if(|next| !is_punct(Some(next), ',')) {
                    ty.extend([next]);
                }
                types_in(ty, all);
            }
            _ => {}
        }
        let [_, second] = before;
        before = [second, Some(token)];
    }
}

/// The last name of each path in a list of types.
fn types_in(tokens: TokenStream, all: &mut Vec<String>) {
    use syn::parse::Parser;
    let Ok(types) = Punctuated::<syn::Type, Token![,]>::parse_terminated.parse2(tokens) else { return };
    for ty in types {
        if let syn::Type::Path(ty) = ty {
            all.extend(ty.path.segments.last().map(|last| last.ident.unraw().to_string()));
        }
    }
}

fn is_ident(token: Option<&TokenTree>, name: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == name)
}

fn is_punct(token: Option<&TokenTree>, punct: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == punct)
}
