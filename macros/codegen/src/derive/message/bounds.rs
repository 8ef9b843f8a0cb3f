//! The bounds of fields that messages show, where the compiler cannot know: those whose type mentions a type parameter.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use status_docs_data::message::Placeholder;
use syn::{Generics, TypeParamBound, WherePredicate};

use super::super::inner::mentions;
use super::super::input::DeriveRequest;
use super::{Speaker, Speaks, Speech};

/// `T: Display` and its kin, each once, as far as the user has not written it. A type that mentions itself has no bound:
/// it would be a circle.
pub(super) fn of(request: &DeriveRequest, speech: &Speech) -> Vec<TokenStream> {
    let mut bounds = Bounds { request, written: Vec::new(), all: Vec::new() };
    if request.generics.type_params().next().is_none() {
        return bounds.all;
    }
    for (variant, speaker) in request.variants.iter().zip(&speech.of) {
        let Speaker::Text(text) = *speaker else { continue };
        for value in speech.texts.get(text).into_iter().flat_map(|text| &text.values) {
            if let Some(ty) = variant.field_shown(value) {
                bounds.add(ty, trait_of(&value.spec));
            }
        }
    }
    if matches!(request.speaks, Some(Speaks::Display(_))) {
        for inner in request.inner() {
            bounds.add(&inner.ty, "Display");
        }
    }
    bounds.all
}

struct Bounds<'r> {
    request: &'r DeriveRequest,
    /// Type and trait of each, as text.
    written: Vec<(String, &'static str)>,
    all: Vec<TokenStream>,
}

impl Bounds<'_> {
    fn add(&mut self, ty: &TokenStream, name: &'static str) {
        let generics = &self.request.generics;
        let is_generic = generics.type_params().any(|parameter| mentions(ty.clone(), &parameter.ident));
        let own = &self.request.ident;
        let is_own = mentions(ty.clone(), own) || ty.to_string().split(' ').any(|word| word == "Self");
        let key = (ty.to_string(), name);
        if !is_generic || is_own || self.written.contains(&key) || is_bound(&key.0, name, generics) {
            return;
        }
        let trait_ = quote::format_ident!("{name}");
        self.all.push(quote!(#ty: ::core::fmt::#trait_));
        self.written.push(key);
    }
}

/// The trait that a format asks for.
fn trait_of(spec: &str) -> &'static str {
    match spec.as_bytes().last() {
        Some(b'?') => "Debug",
        Some(b'x') => "LowerHex",
        Some(b'X') => "UpperHex",
        Some(b'o') => "Octal",
        Some(b'b') => "Binary",
        Some(b'e') => "LowerExp",
        Some(b'E') => "UpperExp",
        _ => "Display",
    }
}

/// Whether the user has written the bound: repeating it triggers a lint.
fn is_bound(ty: &str, name: &str, generics: &Generics) -> bool {
    let is_it = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|last| last.ident == name),
        _ => false,
    };
    for parameter in generics.type_params() {
        if parameter.ident == ty && parameter.bounds.iter().any(is_it) {
            return true;
        }
    }
    for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
        let WherePredicate::Type(predicate) = predicate else { continue };
        if predicate.bounded_ty.to_token_stream().to_string() == ty && predicate.bounds.iter().any(is_it) {
            return true;
        }
    }
    false
}

impl super::super::input::Variant {
    /// The names of all that a message may show, with the type of those that are fields.
    pub(in super::super) fn value_types(&self) -> Vec<(String, Option<&TokenStream>)> {
        let mut all = Vec::new();
        for name in self.value_names() {
            let value = Placeholder { name, spec: String::new() };
            let ty = self.field_shown(&value);
            all.push((value.name, ty));
        }
        all
    }

    /// The type of the field that a message shows; `None` if it is one of `values(…)`.
    fn field_shown(&self, value: &Placeholder) -> Option<&TokenStream> {
        use syn::ext::IdentExt;
        if self.values.iter().any(|(name, _)| name.unraw() == value.name) {
            return None;
        }
        let is_it = |member: &syn::Member| match member {
            syn::Member::Named(name) => name.unraw() == value.name,
            syn::Member::Unnamed(index) => index.index.to_string() == value.name,
        };
        self.fields.iter().find(|(member, _)| is_it(member)).map(|(_, ty)| ty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn a_format_asks_for_its_trait() {
        for (spec, expected) in [
            ("", "Display"),
            (">8", "Display"),
            ("x<8", "Display"),
            ("?", "Debug"),
            ("#x?", "Debug"),
            ("#06x", "LowerHex"),
            ("X", "UpperHex"),
            ("o", "Octal"),
            ("b", "Binary"),
            (".3e", "LowerExp"),
            ("E", "UpperExp"),
        ] {
            assert_eq!(trait_of(spec), expected, "{spec}");
        }
    }

    #[test]
    fn a_bound_that_is_written_is_not_repeated() {
        let generics =
            |clause: Option<syn::WhereClause>, generics: Generics| Generics { where_clause: clause, ..generics };
        let cases: [(&str, Generics, bool); 5] = [
            ("none", parse_quote!(<T>), false),
            ("another trait", parse_quote!(<T: Clone + std::fmt::Debug>), false),
            ("another parameter", parse_quote!(<T, U: Display>), false),
            ("at the parameter", parse_quote!(<T: Clone + std::fmt::Display>), true),
            ("in the clause", generics(Some(parse_quote!(where T: Display)), parse_quote!(<T>)), true),
        ];
        for (name, generics, expected) in cases {
            assert_eq!(is_bound("T", "Display", &generics), expected, "{name}");
        }
    }
}
