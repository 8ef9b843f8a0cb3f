//! Tokens → [`Request`]: what the user's enum or struct says about itself.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use status_docs_data::{CodeType, Dialect, IntType, Wanted};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Generics, Ident, LitStr, Meta, Path, Token};

use super::inner::Inner;
use super::words::{Container, RowName, Says, Words};
use crate::attr::{self, CODE_TYPES, Errors, TableChoice};

/// All that the derive is about.
pub(crate) struct Request {
    pub(super) ident: Ident,
    pub(super) generics: Generics,
    /// The path of the runtime crate.
    pub(super) krate: TokenStream,
    pub(crate) table: TableChoice,
    /// `None` if the user has to say, and is told so.
    code: Option<CodeType>,
    pub(super) default: Says,
    /// The word, if it was given.
    pub(super) exhaustive: Option<Ident>,
    pub(super) shape: Shape,
    /// The variants, or the struct itself.
    pub(super) cases: Vec<Case>,
    /// Something of it carries `#[deprecated]`.
    pub(super) is_deprecated: bool,
    /// What was wrong with the request itself.
    pub(crate) errors: Errors,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Enum,
    Struct,
    Union,
}

/// A variant, or the struct.
pub(super) struct Case {
    pub(super) ident: Ident,
    pub(super) says: Says,
    /// The field that answers, of a transparent one.
    pub(super) inner: Option<Inner>,
    pub(super) is_fieldless: bool,
    pub(super) discriminant: Option<Expr>,
    pub(super) reason: Option<LitStr>,
    pub(super) definition: Option<LitStr>,
    pub(super) tips: Option<LitStr>,
}

impl Request {
    pub(crate) fn of(input: DeriveInput) -> Self {
        let mut errors = Errors::default();
        let DeriveInput { attrs, ident, generics, data, .. } = input;
        let mut is_deprecated = is_marked(&attrs);
        let repr = integer_repr(&attrs);
        let (words, _) = attr::split(attrs, &mut errors);
        let is_readable = errors.len() == 0;
        let mut container = Container::default();
        let (shape, cases) = match data {
            Data::Enum(data) => {
                container.of_enum(words, &mut errors);
                let cases = data.variants.into_iter().map(|variant| {
                    is_deprecated |= is_marked(&variant.attrs);
                    let before = errors.len();
                    let (words, _) = attr::split(variant.attrs, &mut errors);
                    let words = Words::of_variant(words, before, &mut errors);
                    Case::of(
                        variant.ident,
                        &variant.fields,
                        variant.discriminant,
                        words,
                        (&ident, &generics),
                        &mut errors,
                    )
                });
                (Shape::Enum, cases.collect())
            }
            Data::Struct(data) => {
                let words = container.of_struct(words, &mut errors);
                let words = if is_readable { words } else { words.broken() };
                let case = Case::of(ident.clone(), &data.fields, None, words, (&ident, &generics), &mut errors);
                (Shape::Struct, vec![case])
            }
            Data::Union(union) => {
                let message = "a union does not know what it holds, so it has no status; make it an enum";
                errors.at(union.union_token.span, message);
                (Shape::Union, Vec::new())
            }
        };
        container.table.check(ident.span(), &mut errors);
        let code = code_type(&container, repr, &ident, is_readable, &mut errors);
        Self {
            krate: container.krate.map_or_else(|| quote!(::status_docs), |path: Path| path.into_token_stream()),
            table: container.table,
            code,
            default: if is_readable { container.default } else { Says::Wrong },
            exhaustive: container.exhaustive,
            shape,
            cases,
            ident,
            generics,
            is_deprecated,
            errors,
        }
    }

    /// The request in the terms of the table; `None` if there is nothing to read.
    pub(crate) fn wanted(&self) -> Option<Wanted> {
        if self.shape == Shape::Union {
            return None;
        }
        Some(Wanted {
            base: self.table.reference().into_iter().collect(),
            dialect: Dialect { delimiter: self.table.delimiter, ..Dialect::default() },
            has_body: false,
            ..Wanted::by_headers(self.code?)
        })
    }

    /// The type of the codes, or what stands in for it.
    pub(super) fn code(&self) -> CodeType {
        self.code.unwrap_or(HTTP)
    }

    /// The rows are those of the runtime crate's `HttpStatus`.
    pub(super) fn is_reference(&self) -> bool {
        self.table.csv.is_none()
    }

    /// Where findings about the table belong: the path as the user typed it.
    pub(crate) fn table_span(&self) -> Span {
        self.table.span().unwrap_or_else(|| self.ident.span())
    }
}

impl Case {
    fn of(
        ident: Ident,
        fields: &Fields,
        discriminant: Option<(Token![=], Expr)>,
        words: Words,
        (own, generics): (&Ident, &Generics),
        errors: &mut Errors,
    ) -> Self {
        for attr in fields.iter().flat_map(|field| &field.attrs).filter(|attr| attr.path().is_ident("status")) {
            errors.at(attr.path().span(), "`#[status]` stands on a variant or on the type, not on a field");
        }
        let mut says = words.says;
        let mut inner = None;
        if let Says::Transparent(word) = &says {
            inner = Inner::of(fields, generics, own);
            if inner.is_none() {
                let count = if fields.is_empty() { "none".to_owned() } else { fields.len().to_string() };
                let message = format!("`transparent` needs exactly one field, which answers; `{ident}` has {count}");
                errors.at(word.span(), message);
                says = Says::Wrong;
            }
        }
        Self {
            ident,
            says,
            inner,
            is_fieldless: fields.is_empty(),
            discriminant: discriminant.map(|(_, expression)| expression),
            reason: words.reason,
            definition: words.definition,
            tips: words.tips,
        }
    }

    /// The row that the user named, if any.
    pub(super) fn row(&self) -> Option<&RowName> {
        match &self.says {
            Says::Row(row) => Some(row),
            _ => None,
        }
    }
}

const HTTP: CodeType = CodeType::Int(IntType { signed: false, bits: 16 });

/// `code = …`, else the integer `#[repr]`; HTTP's codes are known.
fn code_type(
    container: &Container,
    repr: Option<Ident>,
    ident: &Ident,
    is_readable: bool,
    errors: &mut Errors,
) -> Option<CodeType> {
    if let (None, Some((key, _))) = (&container.table.csv, &container.code) {
        errors.at(key.span(), "`code` is the type of a CSV's codes; those of the HTTP reference are u16");
        return Some(HTTP);
    }
    if let Some((_, ty)) = &container.code {
        return container.table.code_type(ty.as_ref()?, errors);
    }
    if let Some(reference) = container.table.reference() {
        return Some(CodeType::Int(reference.code));
    }
    let path = container.table.span().unwrap_or_else(|| ident.span());
    let Some(repr) = repr else {
        if is_readable {
            errors.at(path, format!("the table's codes need a type: add code = u16 (codes are {CODE_TYPES})"));
        }
        return None;
    };
    let int = IntType::named(&repr.to_string());
    if int.is_none() {
        let hint = attr::width_hint(&repr.to_string());
        errors.at(repr.span(), format!("codes are {CODE_TYPES}{hint}; add code = … to `#[status]`"));
    }
    int.map(CodeType::Int)
}

/// The integer type of `#[repr(u16)]` or `#[repr(C, u16)]`, of any width.
fn integer_repr(attrs: &[Attribute]) -> Option<Ident> {
    let reprs = attrs.iter().filter(|attr| attr.path().is_ident("repr"));
    reprs.filter_map(|attr| attr.parse_args_with(attr::separated::<Meta>).ok()).flatten().find_map(|meta| {
        let ident = meta.path().get_ident()?.clone();
        let name = ident.to_string();
        let is_integer = IntType::named(&name).is_some() || !attr::width_hint(&name).is_empty();
        is_integer.then_some(ident)
    })
}

fn is_marked(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("deprecated"))
}
