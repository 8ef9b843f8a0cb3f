//! A field that has the code: `Reserved(#[status(code)] u8)`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use status_docs_data::{CodeType, Rule};
use syn::spanned::Spanned;
use syn::{Fields, Member, Type};

use crate::attr::{Errors, ungrouped};

/// The field, and how it is read.
pub(super) struct CodeField {
    pub(super) member: Member,
    /// The type without references around it.
    pub(super) ty: TokenStream,
    /// The type as it is declared.
    pub(super) declared: TokenStream,
    /// Where the type is.
    pub(super) span: Span,
    /// How many references are around it.
    references: usize,
    /// Whether it is the only field.
    pub(super) is_alone: bool,
}

impl CodeField {
    /// The field of that index; a type that keeps no code is reported.
    pub(super) fn of(fields: &Fields, index: usize, errors: &mut Errors) -> Option<Self> {
        let (field, member) = fields.iter().zip(fields.members()).nth(index)?;
        let (mut ty, mut references) = (ungrouped(&field.ty), 0);
        while let Type::Reference(reference) = ty {
            ty = ungrouped(&reference.elem);
            references += 1;
        }
        let is_owned =
            matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "String"));
        if is_owned {
            let message = "a text code lives as long as the program: `&'static str`; to keep codes that you receive, use \
                           `Open<T, String>`";
            errors.at(Rule::AnsweringField, field.ty.span(), message);
            return None;
        }
        Some(Self {
            member,
            ty: ty.to_token_stream(),
            declared: field.ty.to_token_stream(),
            span: field.ty.span(),
            references,
            is_alone: fields.len() == 1,
        })
    }

    /// How often a reference to the field is dereferenced, where only the compiler knows the type of the codes: a text is
    /// a reference itself.
    pub(super) fn derefs(&self) -> TokenStream {
        let is_text = self.ty.to_string() == "str";
        let count = if is_text { self.references } else { self.references + 1 };
        let derefs = (0..count).map(|_| quote!(*));
        quote!(#(#derefs)*)
    }

    /// The code, given a reference to the field.
    pub(super) fn code(&self, place: &TokenStream, code: CodeType, code_type: &TokenStream) -> TokenStream {
        let derefs = self.derefs();
        if code == CodeType::Text { quote!(#derefs #place) } else { quote!((#derefs #place) as #code_type) }
    }
}
