//! A field that has the code: `Reserved(#[status(code)] u8)`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use status_docs_data::{CodeType, IntType, Rule};
use syn::spanned::Spanned;
use syn::{Fields, Member, Type};

use crate::attr::{Errors, ungrouped};

/// What is said of a text that does not live as long as the program.
const NOT_KEPT: &str =
    "a text code lives as long as the program: `&'static str`; to keep codes that you receive, use `Open<T, String>`";

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
    /// Whether it is a text that lives shorter than the program.
    is_borrowed: bool,
}

impl CodeField {
    /// The field of that index.
    pub(super) fn of(fields: &Fields, index: usize) -> Option<Self> {
        let (field, member) = fields.iter().zip(fields.members()).nth(index)?;
        let (mut ty, mut references, mut lifetime) = (ungrouped(&field.ty), 0, None);
        while let Type::Reference(reference) = ty {
            ty = ungrouped(&reference.elem);
            references += 1;
            lifetime = reference.lifetime.as_ref();
        }
        Some(Self {
            member,
            ty: ty.to_token_stream(),
            declared: field.ty.to_token_stream(),
            span: field.ty.span(),
            references,
            is_alone: fields.len() == 1,
            is_borrowed: lifetime.is_some_and(|lifetime| lifetime.ident != "static"),
        })
    }

    /// Reports a type that keeps no code of the table's. `code` is `None` if only the compiler knows what codes these are.
    pub(super) fn check(&self, code: Option<CodeType>, errors: &mut Errors) {
        let ty = self.ty.to_string();
        let last = ty.rsplit(' ').next().unwrap_or_default();
        let is_number = IntType::named(last).is_some() || matches!(last, "i128" | "u128" | "isize" | "usize");
        let message = match code {
            Some(CodeType::Int(int)) => {
                let fits = IntType::named(last).map_or(!is_number, |own| own.fits_into(int));
                if last == "String" {
                    NOT_KEPT.to_owned()
                } else if fits && last != "str" {
                    return;
                } else {
                    format!("the table's codes are `{int}`, and `{ty}` is neither that nor a smaller integer")
                }
            }
            Some(CodeType::Text) if is_number => {
                format!("the table's codes are texts, and `{ty}` is a number: write `&'static str`")
            }
            Some(CodeType::Text) | None if last == "String" || (last == "str" && self.is_borrowed) => {
                NOT_KEPT.to_owned()
            }
            _ => return,
        };
        errors.at(Rule::AnsweringField, self.span, message);
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
