//! The body of a table: which column is what, and further columns with their types.

use proc_macro2::TokenStream;
use status_docs_data::{CodeType, Kind, Role, Rule, Variants, WantedColumn, name};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::token::Paren;
use syn::{Attribute, Ident, LitStr, Token, Visibility};

use super::attributes;
use super::category::{self, CategoryEnum};
use super::types::{ColumnType, column_type};
use crate::attr::{Errors, close, plain};

/// What the body says.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) roles: Vec<RoleEntry>,
    pub(crate) tongues: Vec<TongueEntry>,
    pub(crate) columns: Vec<ColumnEntry>,
    /// The type of the codes, which users may write here although it does not belong here.
    pub(super) code: Option<CodeType>,
}

/// `tips = "Support steps"`
pub(crate) struct RoleEntry {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Option<Visibility>,
    pub(crate) role: Role,
    pub(crate) header: LitStr,
}

/// `message("de") = "Meldung"`
pub(crate) struct TongueEntry {
    role: Role,
    language: LitStr,
    pub(crate) header: LitStr,
}

/// `retry_after: Option<u32> = "Retry (s)"`
pub(crate) struct ColumnEntry {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Option<Visibility>,
    pub(crate) name: Ident,
    pub(crate) header: Option<LitStr>,
    pub(crate) ty: ColumnType,
    pub(crate) is_optional: bool,
}

/// One entry of the body.
pub(crate) enum Entry {
    Role(RoleEntry),
    Tongue(TongueEntry),
    Column(Box<ColumnEntry>),
    Wrong(Rule, syn::Error),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = match input.parse()? {
            Visibility::Inherited => None,
            vis => Some(vis),
        };
        let name: Ident = input.parse()?;
        if input.peek(Paren) {
            return TongueEntry::parse(&name, input);
        }
        let typed = if input.parse::<Option<Token![:]>>()?.is_some() { Some(column_type(input)?) } else { None };
        let header: Option<LitStr> =
            if input.parse::<Option<Token![=]>>()?.is_some() { Some(input.parse()?) } else { None };
        if let Some(Err(error)) = header.as_ref().map(plain) {
            return Ok(Self::Wrong(Rule::WordValue, error));
        }
        Ok(match (typed, Role::named(&name.unraw().to_string()), header) {
            (Some(Ok((ty, is_optional))), _, header) => {
                Self::Column(Box::new(ColumnEntry { attrs, vis, name, header, ty, is_optional }))
            }
            (Some(Err(error)), ..) => Self::Wrong(Rule::ColumnType, error),
            (None, Some(role), Some(header)) => Self::Role(RoleEntry { attrs, vis, role, header }),
            (None, Some(role), None) => {
                let message =
                    format!("say which header it is: {role} = \"…\"; a role whose header says it needs no entry");
                Self::Wrong(Rule::ColumnEntry, syn::Error::new(name.span(), message))
            }
            (None, None, _) => Self::Wrong(Rule::UnknownWord, syn::Error::new(name.span(), no_role(&name.unraw()))),
        })
    }
}

impl TongueEntry {
    /// After the name of the role.
    fn parse(name: &Ident, input: ParseStream<'_>) -> syn::Result<Entry> {
        let content;
        syn::parenthesized!(content in input);
        let language: LitStr = content.parse()?;
        input.parse::<Token![=]>()?;
        let header: LitStr = input.parse()?;
        let role = Role::named(&name.unraw().to_string()).filter(|role| Role::SPOKEN.contains(role));
        let Some(role) = role else {
            let message = format!("`{name}` has no languages; message, reason, definition and tips have");
            return Ok(Entry::Wrong(Rule::ColumnEntry, syn::Error::new(name.span(), message)));
        };
        for text in [&language, &header] {
            if let Err(error) = plain(text) {
                return Ok(Entry::Wrong(Rule::WordValue, error));
            }
        }
        Ok(Entry::Tongue(Self { role, language, header }))
    }

    /// The column in the terms of the table.
    pub(crate) fn wanted(&self) -> (Role, String, String) {
        (self.role, self.language.value(), self.header.value())
    }
}

impl Body {
    /// The entries, and the errors in them. `table` is the name of the enum, `code` the type that is written after it.
    pub(crate) fn of(entries: Vec<Entry>, table: &Ident, code: Option<CodeType>, errors: &mut Errors) -> Self {
        let mut body = Self { code, ..Self::default() };
        for entry in entries {
            match entry {
                Entry::Role(entry) => body.role(entry, errors),
                Entry::Tongue(entry) => body.tongues.push(entry),
                Entry::Column(entry) => body.column(*entry, table, errors),
                Entry::Wrong(rule, error) => errors.push(rule, error),
            }
        }
        let categories = body.columns.iter_mut().filter_map(|column| match &mut column.ty {
            ColumnType::Emitted(category) => Some(category),
            _ => None,
        });
        category::share(categories, errors);
        body
    }

    fn role(&mut self, mut entry: RoleEntry, errors: &mut Errors) {
        attributes::refuse_cfg(&mut entry.attrs, errors);
        if self.roles.iter().any(|other| other.role == entry.role) {
            errors.at(Rule::WordTwice, entry.header.span(), format!("`{}` is given twice; keep one", entry.role));
        } else {
            self.roles.push(entry);
        }
    }

    fn column(&mut self, mut entry: ColumnEntry, table: &Ident, errors: &mut Errors) {
        let role = Role::named(&entry.name.unraw().to_string());
        if let Some(role) = role.filter(|role| matches!(role, Role::Code | Role::Name | Role::Reason)) {
            self.typed_role(role, entry, table, errors);
            return;
        }
        attributes::refuse_cfg(&mut entry.attrs, errors);
        if let ColumnType::Emitted(category) = &mut entry.ty {
            category.check(errors);
        }
        self.columns.push(entry);
    }

    /// A role that every table has, with a type: its method already exists.
    fn typed_role(&mut self, role: Role, entry: ColumnEntry, table: &Ident, errors: &mut Errors) {
        let ColumnEntry { attrs, vis, name, header, ty, .. } = entry;
        let written = header.as_ref().map_or_else(|| "…".to_owned(), LitStr::value);
        let ty = match ty {
            ColumnType::Plain(Kind::Int(int)) => Some(CodeType::Int(int)),
            ColumnType::Plain(Kind::Text) => Some(CodeType::Text),
            _ => None,
        };
        let expected = if role == Role::Code { self.code.or(ty) } else { Some(CodeType::Text) };
        let message = match expected {
            Some(code) if ty == expected && self.code.is_none() && role == Role::Code => {
                format!(
                    "the type of the codes follows the name of the enum: `enum {table}: {code}`, and {role} = {written:?} here"
                )
            }
            _ if ty == expected => {
                format!("every table has a `{role}`, whose type is known: write {role} = {written:?}")
            }
            _ => format!(
                "every table has a `{role}`; give this column another name, and keep its header with = {written:?}"
            ),
        };
        errors.at(Rule::ColumnEntry, name.span(), message);
        if let Some(header) = header.filter(|_| ty == expected) {
            self.code = self.code.or(ty.filter(|_| role == Role::Code));
            self.role(RoleEntry { attrs, vis, role, header }, errors);
        }
    }
}

impl ColumnEntry {
    /// The column in the terms of the table.
    pub(crate) fn wanted(&self) -> WantedColumn {
        WantedColumn {
            name: self.name.unraw().to_string(),
            header: self.header.as_ref().map(LitStr::value),
            kind: match &self.ty {
                ColumnType::Plain(kind) => kind.clone(),
                ColumnType::Emitted(category) => category.kind(),
                ColumnType::Path(path) if is_http_status(path) => Kind::Category(Variants::HttpStatus),
                ColumnType::Path(_) => Kind::Category(Variants::Theirs),
            },
            optional: self.is_optional,
        }
    }

    /// The type without the `Option` around it, as the user would write it.
    pub(crate) fn type_written(&self) -> String {
        match &self.ty {
            ColumnType::Plain(Kind::Text) => "&str".to_owned(),
            ColumnType::Plain(Kind::Bool) => "bool".to_owned(),
            ColumnType::Plain(Kind::Int(int)) => int.to_string(),
            ColumnType::Plain(Kind::Float(bits)) => format!("f{bits}"),
            ColumnType::Plain(Kind::Char) => "char".to_owned(),
            // Such a column has the enum as its type.
            ColumnType::Plain(Kind::Category(_)) => "enum".to_owned(),
            ColumnType::Emitted(category) => format!("enum {}", category.ident),
            ColumnType::Path(path) => close(path),
        }
    }

    /// The enum that is emitted for it.
    pub(crate) fn category(&self) -> Option<&CategoryEnum> {
        match &self.ty {
            ColumnType::Emitted(category) => Some(category),
            ColumnType::Plain(_) | ColumnType::Path(_) => None,
        }
    }
}

/// Decided by the last segment of the path.
fn is_http_status(path: &TokenStream) -> bool {
    path.clone().into_iter().last().is_some_and(|last| last.to_string() == "HttpStatus")
}

fn no_role(name: &Ident) -> String {
    let roles = Role::ALL.map(Role::as_str);
    let hint = match name::closest(&name.to_string(), roles) {
        Some(close) => format!("did you mean `{close}`, or"),
        None => format!("the roles are {};", roles.join(", ")),
    };
    format!("there is no role `{name}`; {hint} a column with a type: {name}: bool = \"…\"?")
}
