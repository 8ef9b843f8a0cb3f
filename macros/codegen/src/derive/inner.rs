//! The one field of a transparent status, which answers in its place.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{
    Fields, GenericArgument, GenericParam, Generics, Ident, Member, PathArguments, Token, Type, TypeParamBound,
    WherePredicate,
};

pub(super) struct Inner {
    pub(super) member: Member,
    /// The type that answers, without the boxes around it.
    pub(super) ty: TokenStream,
    /// How many boxes there are.
    pub(super) boxes: usize,
    /// Whether the impl has to ask for `ty: StatusDocs`, because the compiler cannot know.
    pub(super) needs_bound: bool,
    /// Whether the type depends on a type parameter.
    pub(super) is_generic: bool,
    /// Whether it is the type itself.
    pub(super) is_own: bool,
    /// The function that is asked in its place.
    pub(super) path: Option<TokenStream>,
}

impl Inner {
    /// The field of that index.
    pub(super) fn of(
        fields: &Fields,
        index: usize,
        path: Option<TokenStream>,
        (own, generics): (&Ident, &Generics),
    ) -> Option<Self> {
        let (field, member) = fields.iter().zip(fields.members()).nth(index)?;
        let mut ty = &field.ty;
        if path.is_some() {
            // Nothing is asked of the field's type.
            let ty = ty.to_token_stream();
            return Some(Self { member, ty, boxes: 0, needs_bound: false, is_generic: false, is_own: false, path });
        }
        let mut boxes = 0;
        while let Some(inner) = unboxed(ty) {
            ty = inner;
            boxes += 1;
        }
        let is_generic = generics.type_params().any(|parameter| mentions(ty.to_token_stream(), &parameter.ident));
        // A type that contains itself would need a bound on itself.
        let is_recursive = last_segment(ty).is_some_and(|last| last == own || last == "Self");
        let needs_bound = is_generic && !is_recursive && !is_bound(ty, generics);
        let is_own = is_recursive && matches!(plain(ty), Type::Path(path) if path.path.segments.len() == 1);
        Some(Self { member, ty: ty.to_token_stream(), boxes, needs_bound, is_generic, is_own, path })
    }
}

/// Whether the user already has this bound, including the code type: repeating it triggers a lint.
fn is_bound(ty: &Type, generics: &Generics) -> bool {
    let own = ty.to_token_stream().to_string();
    for parameter in &generics.params {
        if let GenericParam::Type(parameter) = parameter {
            if parameter.ident == own && has_bound(&parameter.bounds) {
                return true;
            }
        }
    }
    let Some(clause) = &generics.where_clause else { return false };
    for predicate in &clause.predicates {
        if let WherePredicate::Type(predicate) = predicate {
            if predicate.bounded_ty.to_token_stream().to_string() == own && has_bound(&predicate.bounds) {
                return true;
            }
        }
    }
    false
}

/// Whether one of the bounds is `StatusDocs<…>`.
fn has_bound(bounds: &Punctuated<TypeParamBound, Token![+]>) -> bool {
    for bound in bounds {
        if let TypeParamBound::Trait(bound) = bound {
            let last = bound.path.segments.last();
            if last.is_some_and(|last| last.ident == "StatusDocs" && !last.arguments.is_none()) {
                return true;
            }
        }
    }
    false
}

/// `T` of `Box<T>`, `Rc<T>` and `Arc<T>`, by any path.
fn unboxed(ty: &Type) -> Option<&Type> {
    let ty = plain(ty);
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if !["Box", "Rc", "Arc"].iter().any(|name| last.ident == name) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    })
}

/// Without the parentheses, and without the group that a `macro_rules!` puts around a type.
fn plain(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        };
    }
}

fn last_segment(ty: &Type) -> Option<&Ident> {
    match plain(ty) {
        Type::Path(path) => Some(&path.path.segments.last()?.ident),
        _ => None,
    }
}

/// Whether an identifier occurs anywhere in a type.
pub(super) fn mentions(tokens: TokenStream, ident: &Ident) -> bool {
    let mut pending = vec![tokens];
    while let Some(tokens) = pending.pop() {
        for token in tokens {
            match token {
                TokenTree::Ident(found) if found == *ident => return true,
                TokenTree::Group(group) => pending.push(group.stream()),
                _ => {}
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;
    use syn::parse_quote;

    #[test]
    fn a_bound_that_is_written_is_not_repeated() {
        let cases: [(Generics, bool); 7] = [
            (parse_quote!(<T>), false),
            (parse_quote!(<T: Clone>), false),
            (parse_quote!(<T: Into<u16>>), false),
            // Without the code type it says too little.
            (parse_quote!(<T: StatusDocs>), false),
            (parse_quote!(<T: StatusDocs<Code = u16>>), true),
            (parse_quote!(<T: 'static + ::status_docs::StatusDocs<Code = u16>>), true),
            (parse_quote!(<U: StatusDocs<Code = u16>, T>), false),
        ];
        for (generics, expected) in cases {
            assert_eq!(is_bound(&parse_quote!(T), &generics), expected, "{}", quote!(#generics));
        }
        let clauses = [
            (quote!(where T: StatusDocs<Code = u16>), true),
            (quote!(where 'a: 'b, U: StatusDocs<Code = u16>), false),
            (quote!(where T: Clone), false),
        ];
        for (clause, expected) in clauses {
            let generics = Generics { where_clause: Some(parse_quote!(#clause)), ..Generics::default() };
            assert_eq!(is_bound(&parse_quote!(T), &generics), expected, "{clause}");
        }
    }

    #[test]
    fn boxes_are_taken_off_by_any_path() {
        // What a `macro_rules!` passes on is in a group.
        let group = |elem: Type| {
            Type::Group(syn::TypeGroup {
                attrs: Vec::new(),
                group_token: syn::token::Group::default(),
                elem: Box::new(elem),
            })
        };
        let cases: [(Type, Option<&str>); 8] = [
            (parse_quote!(Box<T>), Some("T")),
            (parse_quote!(::std::rc::Rc<T>), Some("T")),
            (parse_quote!((Arc<T>)), Some("T")),
            (group(parse_quote!(Box<T>)), Some("T")),
            (parse_quote!(Vec<T>), None),
            (parse_quote!(Box), None),
            (parse_quote!(&'a T), None),
            (parse_quote!((Box<T>, U)), None),
        ];
        for (ty, inner) in cases {
            let found = unboxed(&ty).map(|inner| inner.to_token_stream().to_string());
            assert_eq!(found.as_deref(), inner, "{}", ty.to_token_stream());
        }
    }

    #[test]
    fn a_parameter_is_mentioned_at_any_depth() {
        for (ty, expected) in [
            (quote!(T), true),
            (quote!(Vec<T>), true),
            (quote!(&'a [(u8, T)]), true),
            (quote!(Vec<U>), false),
            (quote!(u8), false),
            (quote!(()), false),
        ] {
            assert_eq!(mentions(ty.clone(), &parse_quote!(T)), expected, "{ty}");
        }
    }
}
