//! What the attributes of an item say, those within a `cfg_attr` too.

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
