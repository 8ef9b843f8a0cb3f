//! What the user may write before an enum and before an entry of the body: derives, and attributes that are kept as
//! they are.

use proc_macro2::{Span, TokenStream, TokenTree};
use status_docs_data::Rule;
use syn::parse::Parser;
use syn::spanned::Spanned;
use syn::{Attribute, Meta, Path};

use crate::attr::{self, Errors};

/// The attributes of an enum that is emitted.
pub(super) struct Attributes {
    /// Without derives.
    pub(super) others: Vec<Attribute>,
    pub(super) derives: Vec<Path>,
}

impl Attributes {
    pub(super) fn of(attrs: Vec<Attribute>, errors: &mut Errors) -> Self {
        let mut own = Self { others: Vec::new(), derives: Vec::new() };
        for attr in attrs {
            if attr.path().is_ident("derive") {
                match attr.parse_args_with(attr::separated::<Path>) {
                    Ok(paths) => own.derives.extend(paths),
                    Err(error) => errors.push(Rule::RustSyntax, error),
                }
            } else {
                own.others.push(attr);
            }
        }
        own
    }
}

/// The name of a derive of the language: `Clone`, or `core::clone::Clone`; not `other::Clone`.
pub(super) fn std_derive(path: &Path) -> Option<String> {
    let is_std = path.segments.first().is_some_and(|first| first.ident == "core" || first.ident == "std");
    let last = path.segments.last().filter(|_| is_std || path.segments.len() == 1)?;
    Some(last.ident.to_string())
}

/// Removes attributes that may not be conditional, because everything else that is emitted depends on them: the
/// compiler evaluates `cfg_attr` after the macro has read the attributes. True if one of them decides which table it
/// is.
pub(super) fn refuse_conditional(attrs: &mut Vec<Attribute>, emitted: &[&str], errors: &mut Errors) -> bool {
    let mut is_table = false;
    attrs.retain(|attr| {
        let Some((span, what)) = conditional(attr, emitted) else { return true };
        let message = format!(
            "`{what}` of an enum that is emitted cannot depend on a cfg_attr; write the enum twice, each under its own \
             #[cfg(…)]"
        );
        errors.at(Rule::TableAttribute, span, message);
        is_table |= what == "status";
        false
    });
    is_table
}

/// The `cfg_attr`, and which attribute is not allowed in it.
fn conditional(attr: &Attribute, emitted: &[&str]) -> Option<(Span, String)> {
    if !attr.path().is_ident("cfg_attr") {
        return None;
    }
    let Meta::List(list) = &attr.meta else { return None };
    refused(list.tokens.clone(), emitted).map(|what| (attr.path().span(), what))
}

/// Which of `predicate, attribute, attribute` is not allowed.
fn refused(tokens: TokenStream, emitted: &[&str]) -> Option<String> {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let tokens: TokenStream = tokens.into_iter().skip_while(|token| !is_comma(token)).skip(1).collect();
    let attributes = attr::separated::<Meta>.parse2(tokens).ok()?;
    attributes.iter().find_map(|meta| match (meta.path().get_ident()?.to_string().as_str(), meta) {
        (name @ ("status" | "repr" | "cfg"), _) => Some(name.to_owned()),
        ("cfg_attr", Meta::List(list)) => refused(list.tokens.clone(), emitted),
        ("derive", Meta::List(list)) => {
            let derives = attr::separated::<Path>.parse2(list.tokens.clone()).ok()?;
            let name = derives.iter().filter_map(std_derive).find(|name| emitted.contains(&name.as_str()))?;
            Some(format!("derive({name})"))
        }
        _ => None,
    })
}

/// The type of the codes is the enum's repr.
pub(super) fn refuse_repr(attrs: &mut Vec<Attribute>, errors: &mut Errors) {
    attrs.retain(|attr| {
        let is_repr = attr.path().is_ident("repr");
        if is_repr {
            errors.at(Rule::TableAttribute, attr.span(), "the enum's repr is the type of its codes; take this out");
        }
        !is_repr
    });
}

/// Takes a `#[cfg]` from an entry of the body.
pub(super) fn refuse_cfg(attrs: &mut Vec<Attribute>, errors: &mut Errors) {
    attrs.retain(|attr| {
        let is_cfg = attr.path().is_ident("cfg");
        if is_cfg || conditional(attr, &[]).is_some() {
            let message = "a #[cfg(…)] belongs on the table, not on an entry of its body; where the entry is only \
                           sometimes there, write the table twice, each under its own #[cfg(…)]";
            errors.at(Rule::TableAttribute, attr.path().span(), message);
        }
        !is_cfg
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn a_derive_of_the_language_has_its_name() {
        let cases: [(Path, Option<&str>); 5] = [
            (parse_quote!(Clone), Some("Clone")),
            (parse_quote!(core::clone::Clone), Some("Clone")),
            (parse_quote!(::std::fmt::Debug), Some("Debug")),
            (parse_quote!(other::Clone), None),
            (parse_quote!(other::std::Clone), None),
        ];
        for (path, name) in cases {
            assert_eq!(std_derive(&path).as_deref(), name);
        }
    }
}
