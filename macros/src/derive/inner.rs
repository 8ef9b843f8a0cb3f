//! The one field of a transparent status, which answers in its place.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Fields, GenericArgument, Generics, Ident, Member, PathArguments, Type};

pub(super) struct Inner {
    pub(super) member: Member,
    /// The type that answers, without the boxes around it.
    pub(super) ty: Type,
    /// How many boxes there are.
    pub(super) boxes: usize,
    /// Whether the impl has to ask for `ty: StatusDocs`, because the compiler cannot know.
    pub(super) needs_bound: bool,
}

impl Inner {
    /// `None` unless there is exactly one field.
    pub(super) fn of(fields: &Fields, generics: &Generics, own: &Ident) -> Option<Self> {
        let mut each = fields.iter().zip(fields.members());
        let (Some((field, member)), None) = (each.next(), each.next()) else { return None };
        let mut ty = &field.ty;
        let mut boxes = 0;
        while let Some(inner) = unboxed(ty) {
            ty = inner;
            boxes += 1;
        }
        let is_generic = generics.type_params().any(|parameter| mentions(ty.to_token_stream(), &parameter.ident));
        // A type that holds itself would ask for itself.
        let is_recursive = last_segment(ty).is_some_and(|last| last == own || last == "Self");
        Some(Self { member, ty: ty.clone(), boxes, needs_bound: is_generic && !is_recursive })
    }
}

/// `T` of `Box<T>`, `Rc<T>` and `Arc<T>`, whatever path leads to them.
fn unboxed(ty: &Type) -> Option<&Type> {
    let ty = plain(ty);
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if !["Box", "Rc", "Arc"].iter().any(|name| last.ident == name) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
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

/// Whether an identifier stands anywhere in a type.
fn mentions(tokens: TokenStream, ident: &Ident) -> bool {
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
