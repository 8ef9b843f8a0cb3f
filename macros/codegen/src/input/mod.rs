//! Tokens → [`TableRequest`]: the grammar of `status_table!`.

mod types;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use status_docs_data::{CodeType, Finding, IntType, Kind, Role, Subject, Variants, Wanted, WantedColumn, name};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitStr, Token, Type, Visibility};

use crate::attr::{self, Entry, Errors, Place, TableWords, Words, plain};
pub(crate) use types::ColumnType;
use types::column_type;

/// All of one `status_table!`.
pub(crate) struct Input {
    /// The path of the runtime crate.
    pub(crate) krate: TokenStream,
    pub(crate) requests: Vec<TableRequest>,
}

/// One table that the user wants.
pub(crate) struct TableRequest {
    /// The user's attributes, without `#[status]`, `#[derive]` and `#[cfg]`.
    pub(crate) attrs: Vec<Attribute>,
    /// The derives of the user's that we do not emit ourselves.
    pub(crate) derives: Vec<syn::Path>,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) code: CodeType,
    pub(crate) table: TableWords,
    pub(crate) without: Vec<Ident>,
    /// The bridges that are asked for.
    pub(crate) with: Vec<Entry>,
    pub(crate) doc_table: bool,
    pub(crate) roles: Vec<RoleEntry>,
    pub(crate) columns: Vec<ColumnEntry>,
    /// What was wrong with the request itself.
    pub(crate) errors: Errors,
}

/// `tips = "Support steps"`
pub(crate) struct RoleEntry {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Option<Visibility>,
    pub(crate) role: Role,
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

/// The derives that we emit ourselves.
const DERIVES: [&str; 8] = ["Clone", "Copy", "Debug", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

impl TableRequest {
    /// Where the user wrote what a finding is about.
    pub(crate) fn span(&self, finding: &Finding) -> Span {
        let written = match finding.subject {
            Subject::Table => None,
            Subject::Only => self.table.span_of("only"),
            Subject::Word(word) => self.table.span_of(word),
            Subject::Role(index) => self.roles.get(index).map(|entry| entry.header.span()),
            Subject::Column(index) => self.columns.get(index).map(|entry| match &entry.header {
                Some(header) => header.span(),
                None => entry.name.span(),
            }),
        };
        written.or_else(|| self.table.span()).unwrap_or_else(|| self.ident.span())
    }

    /// The request in the terms of the table.
    /// `taken` are the names of methods that a column cannot have.
    pub(crate) fn wanted(&self, taken: Vec<(&'static str, Option<Role>)>) -> Wanted {
        let column = |column: &ColumnEntry| WantedColumn {
            name: column.name.unraw().to_string(),
            header: column.header.as_ref().map(LitStr::value),
            kind: match &column.ty {
                ColumnType::Plain(kind) => kind.clone(),
                ColumnType::Emitted(_) => Kind::Category(Variants::Open),
                ColumnType::Path(_) => Kind::Category(Variants::Theirs),
            },
            optional: column.is_optional,
        };
        Wanted {
            roles: self.roles.iter().map(|entry| (entry.role, entry.header.value())).collect(),
            columns: self.columns.iter().map(column).collect(),
            taken,
            parses: !self.without.iter().any(|word| word == "FromStr"),
            ..self.table.wanted(self.code)
        }
    }
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate;
        syn::parenthesized!(krate in input);
        let krate: TokenStream = krate.parse()?;
        let mut requests = Vec::new();
        if input.is_empty() {
            let default = quote! {
                /// The HTTP response status codes.
                pub enum HttpStatus: u16;
            };
            requests.push(syn::parse2(default)?);
        }
        while !input.is_empty() {
            requests.push(input.parse()?);
        }
        Ok(Self { krate, requests })
    }
}

impl Parse for TableRequest {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut errors = Errors::default();
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        input.parse::<Token![enum]>()?;
        let ident: Ident = input.parse()?;
        let code = if input.parse::<Option<Token![:]>>()?.is_some() { Some(input.parse::<Type>()?) } else { None };
        let body = if input.peek(syn::token::Brace) {
            let content;
            syn::braced!(content in input);
            attr::separated(&content)?
        } else {
            input.parse::<Token![;]>()?;
            Vec::new()
        };

        let (entries, attrs) = attr::split(attrs, &mut errors);
        let (cfgs, attrs) = attrs.into_iter().partition(|attr| attr.path().is_ident("cfg"));
        let (attrs, derives) = split_derives(attrs, &mut errors);
        let Words { table, without, with, doc_table, .. } = Words::read(entries, Place::Table, &mut errors);
        let mut request = Self {
            attrs,
            derives,
            cfgs,
            vis,
            ident,
            code: CodeType::Int(IntType { signed: false, bits: 16 }),
            table,
            without: without.unwrap_or_default(),
            with: with.unwrap_or_default(),
            doc_table: doc_table.unwrap_or(true),
            roles: Vec::new(),
            columns: Vec::new(),
            errors,
        };
        request.drop_emitted_derives();
        request.code(code.as_ref());
        request.body(body);
        Ok(request)
    }
}

impl TableRequest {
    /// Everyone writes `Debug, Clone, Copy`, and we emit these.
    fn drop_emitted_derives(&mut self) {
        let without: Vec<String> = self.without.iter().map(ToString::to_string).collect();
        self.derives.retain(|path| {
            std_derive(path).is_none_or(|name| !DERIVES.contains(&name.as_str()) || without.contains(&name))
        });
    }

    fn code(&mut self, written: Option<&Type>) {
        let Some(ty) = written else {
            if let Some(reference) = self.table.reference() {
                self.code = CodeType::Int(reference.code);
            } else {
                let message = format!("the table's codes need a type: `enum {}: u16;` (or str)", self.ident);
                self.errors.at(self.ident.span(), message);
            }
            return;
        };
        if let Some(code) = self.table.code_type(ty, &mut self.errors) {
            self.code = code;
        }
    }

    fn body(&mut self, entries: Vec<BodyEntry>) {
        for entry in entries {
            match entry {
                BodyEntry::Role(entry) => {
                    if self.roles.iter().any(|other| other.role == entry.role) {
                        self.errors.at(entry.header.span(), format!("`{}` is given twice; keep one", entry.role));
                    } else {
                        self.roles.push(entry);
                    }
                }
                BodyEntry::Column(entry) => self.columns.push(*entry),
                BodyEntry::Invalid(error) => self.errors.push(error),
            }
        }
        if let (None, Some(column)) = (&self.table.csv, self.columns.first()) {
            self.errors.at(column.name.span(), "a typed column needs a file: add #[status(csv = \"…\")]");
            self.columns.clear();
        }
    }
}

/// One entry of the body.
enum BodyEntry {
    Role(RoleEntry),
    Column(Box<ColumnEntry>),
    Invalid(syn::Error),
}

impl Parse for BodyEntry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = match input.parse()? {
            Visibility::Inherited => None,
            vis => Some(vis),
        };
        let name: Ident = input.parse()?;
        let typed = if input.parse::<Option<Token![:]>>()?.is_some() { Some(column_type(input)?) } else { None };
        let header: Option<LitStr> =
            if input.parse::<Option<Token![=]>>()?.is_some() { Some(input.parse()?) } else { None };
        if let Some(Err(error)) = header.as_ref().map(plain) {
            return Ok(Self::Invalid(error));
        }
        Ok(match (typed, Role::named(&name.unraw().to_string()), header) {
            (Some(Ok((ty, is_optional))), _, header) => {
                Self::Column(Box::new(ColumnEntry { attrs, vis, name, header, ty, is_optional }))
            }
            (Some(Err(error)), ..) => Self::Invalid(error),
            (None, Some(role), Some(header)) => Self::Role(RoleEntry { attrs, vis, role, header }),
            (None, Some(role), None) => {
                let message =
                    format!("say which header it is: {role} = \"…\"; a role whose header says it needs no entry");
                Self::Invalid(syn::Error::new(name.span(), message))
            }
            (None, None, _) => Self::Invalid(syn::Error::new(name.span(), no_role(&name.unraw()))),
        })
    }
}

fn no_role(name: &Ident) -> String {
    let roles = Role::ALL.map(Role::as_str);
    let hint = match name::closest(&name.to_string(), roles) {
        Some(close) => format!("did you mean `{close}`, or"),
        None => format!("the roles are {};", roles.join(", ")),
    };
    format!("there is no role `{name}`; {hint} a column with a type: {name}: bool = \"…\"?")
}

/// The attributes without derives, and the derives.
fn split_derives(attrs: Vec<Attribute>, errors: &mut Errors) -> (Vec<Attribute>, Vec<syn::Path>) {
    let mut others = Vec::new();
    let mut derives = Vec::new();
    for attr in attrs {
        if attr.path().is_ident("repr") {
            errors.at(attr.span(), "the enum's repr is the type of its codes; take this out");
        } else if attr.path().is_ident("derive") {
            match attr.parse_args_with(attr::separated::<syn::Path>) {
                Ok(paths) => derives.extend(paths),
                Err(error) => errors.push(error),
            }
        } else {
            others.push(attr);
        }
    }
    (others, derives)
}

/// The name of a derive of the language: `Clone`, or `core::clone::Clone`; not `other::Clone`.
fn std_derive(path: &syn::Path) -> Option<String> {
    let is_std = path.segments.first().is_some_and(|first| first.ident == "core" || first.ident == "std");
    let last = path.segments.last().filter(|_| is_std || path.segments.len() == 1)?;
    Some(last.ident.to_string())
}
