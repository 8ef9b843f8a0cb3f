//! Tokens → [`DeriveRequest`]: what the user's enum or struct says about itself.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use status_docs_data::{CodeType, Finding, IntType, Role, Rule, Subject, Wanted};
use syn::parse::Parser;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Generics, Ident, LitStr, Meta, Path};

use super::inner::Inner;
use super::status_attr::StatusAttr;
use crate::attr::{self, CODE_TYPES, Detail, Entry, Errors, Place, RowName, TableWords, Words};
use crate::input::{Body, RoleEntry};
use crate::render::target::code_type as code_type_of;

/// All that the derive is about.
pub(crate) struct DeriveRequest {
    pub(super) ident: Ident,
    pub(super) generics: Generics,
    /// The path of the runtime crate.
    pub(super) krate: TokenStream,
    pub(crate) table: TableWords,
    /// The enum whose rows these are: `table = crate::Fault`.
    pub(crate) rows_of: Option<Path>,
    /// False if what the user says about the table is wrong and already reported: no table is read then.
    is_clear: bool,
    /// `None` if the user has to give it, which is reported.
    code: Option<CodeType>,
    pub(super) default: StatusAttr,
    /// Roles and the headers of their columns.
    roles: Vec<RoleEntry>,
    /// The impls that are left to the user.
    pub(crate) without: Vec<Ident>,
    /// The bridges that are asked for.
    pub(crate) with: Vec<Entry>,
    /// The word, if it was given.
    pub(super) exhaustive: Option<Ident>,
    pub(super) kind: DataKind,
    /// The variants, or the struct itself.
    pub(super) variants: Vec<Variant>,
    /// The type or a part of it carries `#[deprecated]`.
    pub(super) is_deprecated: bool,
    /// What was wrong with the request itself.
    pub(crate) errors: Errors,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DataKind {
    Enum,
    Struct,
    Union,
}

/// A variant; a struct counts as a single one.
pub(super) struct Variant {
    pub(super) ident: Ident,
    pub(super) status: StatusAttr,
    /// The field that answers, of a transparent one.
    pub(super) inner: Option<Inner>,
    pub(super) is_fieldless: bool,
    pub(super) discriminant: Option<Expr>,
    pub(super) reason: Option<LitStr>,
    pub(super) definition: Option<LitStr>,
    pub(super) tips: Option<LitStr>,
    pub(super) detail: Option<Detail>,
}

impl DeriveRequest {
    pub(crate) fn of(input: DeriveInput) -> Self {
        let mut errors = Errors::default();
        let DeriveInput { attrs, ident, generics, data, .. } = input;
        let mut is_deprecated = is_marked(&attrs);
        let repr = integer_repr(&attrs);
        let (entries, _) = attr::split(attrs, &mut errors);
        let is_readable = errors.len() == 0;
        let mut words = Words::default();
        let (kind, variants) = match data {
            Data::Enum(data) => {
                words = Words::read(entries, Place::Enum, &mut errors);
                let variants = data.variants.into_iter().map(|variant| {
                    is_deprecated |= is_marked(&variant.attrs);
                    let before = errors.len();
                    let (entries, _) = attr::split(variant.attrs, &mut errors);
                    let mut words = Words::read(entries, Place::Variant, &mut errors);
                    let status = if errors.len() > before { StatusAttr::Invalid } else { StatusAttr::of(&mut words) };
                    let discriminant = variant.discriminant.map(|(_, expression)| expression);
                    let own = Variant::of(variant.ident, &variant.fields, status, &mut words);
                    let own = Variant { discriminant, ..own };
                    own.checked(&variant.fields, (&ident, &generics), &mut errors)
                });
                (DataKind::Enum, variants.collect())
            }
            Data::Struct(data) => {
                words = Words::read(entries, Place::Struct, &mut errors);
                let status = if errors.len() > 0 { StatusAttr::Invalid } else { StatusAttr::of(&mut words) };
                let variant = Variant::of(ident.clone(), &data.fields, status, &mut words);
                (DataKind::Struct, vec![variant.checked(&data.fields, (&ident, &generics), &mut errors)])
            }
            Data::Union(union) => {
                let message = "a union does not know what it holds, so it has no status; make it an enum";
                errors.at(Rule::NoStatus, union.union_token.span, message);
                (DataKind::Union, Vec::new())
            }
        };
        let is_clear = is_readable && words.table.is_clear() && (words.rows_of.is_some() || !words.is_given("table"));
        let code = match (&words.rows_of, &words.code) {
            _ if !is_clear => None,
            (None, _) => code_type(&words, repr, &ident, &mut errors),
            (Some(_), Some(ty)) => attr::code_type(ty, &mut errors),
            (Some(_), None) => None,
        };
        let is_unclear = !is_readable || words.is_given("default") || words.has_unknown;
        let default = match words.default.take() {
            Some(row) => StatusAttr::Row(row),
            None if is_unclear => StatusAttr::Invalid,
            None => StatusAttr::Unspecified,
        };
        let columns = columns(words.columns.take().unwrap_or_default(), &ident, &mut errors);
        for column in &columns.columns {
            errors.at(Rule::ColumnEntry, column.name.span(), "`columns` of a derive takes roles: code = \"…\"");
        }
        Self {
            krate: words.krate.map_or_else(|| quote!(::status_docs), |path: Path| path.into_token_stream()),
            table: words.table,
            rows_of: words.rows_of,
            is_clear,
            code,
            roles: columns.roles,
            without: words.without.unwrap_or_default(),
            with: words.with.unwrap_or_default(),
            default,
            exhaustive: words.exhaustive,
            kind,
            variants,
            ident,
            generics,
            is_deprecated,
            errors,
        }
    }

    /// The type that it is on.
    pub(crate) fn ident(&self) -> &Ident {
        &self.ident
    }

    /// The inner errors that answer in place of a variant.
    pub(super) fn inner(&self) -> impl Iterator<Item = &Inner> {
        self.variants.iter().filter_map(|variant| variant.inner.as_ref())
    }

    /// The request in the terms of the table; `None` if there is nothing to read.
    /// `asked` are the roles that bridges look for.
    pub(crate) fn wanted(&self, asked: Vec<Role>) -> Option<Wanted> {
        if self.kind == DataKind::Union || self.rows_of.is_some() || !self.is_clear {
            return None;
        }
        Some(Wanted {
            roles: self.roles.iter().map(|entry| (entry.role, entry.header.value())).collect(),
            has_body: false,
            asked,
            needs_names: false,
            ..self.table.wanted(self.code?)
        })
    }

    /// The type of the codes, in Rust.
    pub(super) fn code_type(&self) -> TokenStream {
        match (&self.rows_of, self.code) {
            (Some(path), None) => {
                let krate = &self.krate;
                quote!(<#path as #krate::StatusDocs>::Code)
            }
            (None, _) | (_, Some(_)) => code_type_of(self.code()),
        }
    }

    /// The type of the codes, or a placeholder for it.
    pub(super) fn code(&self) -> CodeType {
        self.code.unwrap_or(HTTP)
    }

    /// The enum of the runtime crate whose rows these are, such as `HttpStatus`.
    pub(super) fn runtime_enum(&self) -> Option<Ident> {
        match self.table.references().as_slice() {
            [reference] if self.table.csv.is_none() => Some(Ident::new(reference.enum_name?, Span::call_site())),
            _ => None,
        }
    }

    /// Where the user wrote what a finding is about.
    pub(crate) fn span(&self, finding: &Finding) -> Span {
        let written = match finding.subject {
            Subject::Table | Subject::Column(_) => None,
            Subject::Only => self.table.span_of("only"),
            Subject::Word(word) => self.table.span_of(word),
            Subject::Entry(word, index) => self.table.span_of_entry(word, index),
            Subject::Role(index) => self.roles.get(index).map(|entry| entry.header.span()),
        };
        written.or_else(|| self.table.span()).unwrap_or_else(|| self.ident.span())
    }
}

impl Variant {
    fn of(ident: Ident, fields: &Fields, status: StatusAttr, words: &mut Words) -> Self {
        Self {
            ident,
            status,
            inner: None,
            is_fieldless: fields.is_empty(),
            discriminant: None,
            reason: words.reason.take(),
            definition: words.definition.take(),
            tips: words.tips.take(),
            detail: words.detail.take(),
        }
    }

    /// With the field that answers, if it is transparent.
    fn checked(mut self, fields: &Fields, (own, generics): (&Ident, &Generics), errors: &mut Errors) -> Self {
        for attr in fields.iter().flat_map(|field| &field.attrs).filter(|attr| attr.path().is_ident("status")) {
            let message = "`#[status]` belongs on a variant or on the type, not on a field";
            errors.at(Rule::MisplacedWord, attr.path().span(), message);
        }
        if let StatusAttr::Transparent(word) = &self.status {
            self.inner = Inner::of(fields, generics, own);
            if self.inner.is_none() {
                let count = if fields.is_empty() { "none".to_owned() } else { fields.len().to_string() };
                let ident = &self.ident;
                let message = format!("`transparent` needs exactly one field, which answers; `{ident}` has {count}");
                errors.at(Rule::AnsweringField, word.span(), message);
                self.status = StatusAttr::Invalid;
            }
        }
        self
    }

    /// The row that the user named, if any.
    pub(super) fn row(&self) -> Option<&RowName> {
        match &self.status {
            StatusAttr::Row(row) => Some(row),
            _ => None,
        }
    }
}

const HTTP: CodeType = CodeType::Int(IntType { signed: false, bits: 16 });

/// `code = …`, else the integer `#[repr]`; HTTP's codes are known.
fn code_type(words: &Words, repr: Option<Ident>, ident: &Ident, errors: &mut Errors) -> Option<CodeType> {
    if words.table.csv.is_some() && words.is_given("code") {
        return words.table.code_type(words.code.as_ref()?, errors);
    }
    if let Some(reference) = words.table.reference() {
        return Some(CodeType::Int(reference.code));
    }
    let path = words.table.span().unwrap_or_else(|| ident.span());
    let Some(repr) = repr else {
        let message = format!("the table's codes need a type: add code = u16 (codes are {CODE_TYPES})");
        errors.at(Rule::CodeType, path, message);
        return None;
    };
    let int = IntType::named(&repr.to_string());
    if int.is_none() {
        let hint = attr::width_hint(&repr.to_string());
        let message = format!("codes are {CODE_TYPES}{hint}; add code = … to `#[status]`");
        errors.at(Rule::CodeType, repr.span(), message);
    }
    int.map(CodeType::Int)
}

/// What `columns(…)` says.
fn columns(tokens: TokenStream, ident: &Ident, errors: &mut Errors) -> Body {
    match attr::separated.parse2(tokens) {
        Ok(entries) => Body::of(entries, ident, None, errors),
        Err(error) => {
            errors.push(Rule::RustSyntax, error);
            Body::default()
        }
    }
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
