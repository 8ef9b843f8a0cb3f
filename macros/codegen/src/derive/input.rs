//! Tokens → [`DeriveRequest`]: what the user's enum or struct says about itself.

use std::cell::OnceCell;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use status_docs_data::{CodeType, Finding, IntType, Role, Rule, Subject, Wanted};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Generics, Ident, LitStr, Member, Meta, Path, Token};

use super::field::CodeField;
use super::inner::Inner;
use super::message::{Speaks, fields_of};
use super::status_attr::StatusAttr;
use crate::attr::{self, CODE_TYPES, Detail, Entry, Errors, Place, RowName, TableWords, Transparent, Words};
use crate::input::{Body, BodyEntry, ColumnEntry, TableRequest, TongueEntry};
use crate::render::target::code_type as code_type_of;

/// All that the derive is about.
#[allow(clippy::struct_excessive_bools, reason = "each is something of the user's, or is not there")]
pub(crate) struct DeriveRequest {
    pub(super) ident: Ident,
    pub(super) generics: Generics,
    /// The path of the runtime crate.
    pub(super) krate: TokenStream,
    /// Whether the user says where the runtime crate is.
    says_crate: bool,
    pub(crate) table: TableWords,
    /// The enum whose rows these are: `table = crate::Fault`.
    pub(crate) rows_of: Option<Path>,
    /// False if what the user says about the table is wrong and already reported: no table is read then.
    is_clear: bool,
    /// `None` if the user has to give it, which is reported.
    code: Option<CodeType>,
    pub(super) default: StatusAttr,
    /// Roles and typed columns.
    pub(super) columns: TableRequest,
    /// The impls that are left to the user.
    pub(crate) without: Vec<Ident>,
    /// Whether `From` the field with the code is left to the user.
    pub(super) is_without_from: bool,
    /// The bridges that are asked for.
    pub(crate) with: Vec<Entry>,
    /// Whether the table's messages are asked for.
    pub(super) speaks: Option<Speaks>,
    /// The bounds of fields that its messages show, once these are known.
    pub(super) shown: OnceCell<Vec<TokenStream>>,
    /// False if something else writes `Display`, which is reported.
    pub(super) displays_itself: bool,
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
    /// The field that has the code.
    pub(super) coded: Option<CodeField>,
    pub(super) is_fieldless: bool,
    /// Its fields and their types.
    pub(super) fields: Vec<(Member, TokenStream)>,
    /// Its own message, which holds in every language.
    pub(super) message: Option<LitStr>,
    /// `values(path = path.display())`: names for what is no field, or has no `Display`.
    pub(super) values: Vec<(Ident, TokenStream)>,
    pub(super) discriminant: Option<Expr>,
    pub(super) reason: Option<LitStr>,
    pub(super) definition: Option<LitStr>,
    pub(super) tips: Option<LitStr>,
    pub(super) detail: Option<Detail>,
}

impl DeriveRequest {
    pub(crate) fn of(input: DeriveInput) -> Self {
        let mut errors = Errors::default();
        let DeriveInput { attrs, vis, ident, generics, data } = input;
        let mut is_deprecated = is_marked(&attrs);
        let repr = integer_repr(&attrs);
        let (entries, others) = attr::split(attrs, &mut errors);
        let mut displays = Vec::from_iter(display_of(&others));
        let is_readable = errors.len() == 0;
        let mut words = Words::default();
        let (kind, variants) = match data {
            Data::Enum(data) => {
                words = Words::read(entries, Place::Enum, &mut errors);
                let detail = words.detail.take();
                let variants = data.variants.into_iter().map(|mut variant| {
                    is_deprecated |= is_marked(&variant.attrs);
                    let before = errors.len();
                    let (entries, others) = attr::split(variant.attrs, &mut errors);
                    displays.extend(display_of(&others));
                    let mut words = Words::read(entries, Place::Variant, &mut errors);
                    let status = if errors.len() > before { StatusAttr::Invalid } else { StatusAttr::of(&mut words) };
                    let discriminant = variant.discriminant.map(|(_, expression)| expression);
                    let own = Variant::of(variant.ident, &variant.fields, status, &mut words, &mut errors);
                    let own = Variant { discriminant, ..own };
                    let mut own = own.checked(&mut variant.fields, (&ident, &generics), &mut errors);
                    // Of a transparent one, the inner error decides.
                    if own.detail.is_none() && own.inner.is_none() {
                        own.detail.clone_from(&detail);
                    }
                    own
                });
                (DataKind::Enum, variants.collect())
            }
            Data::Struct(mut data) => {
                words = Words::read(entries, Place::Struct, &mut errors);
                let status = if errors.len() > 0 { StatusAttr::Invalid } else { StatusAttr::of(&mut words) };
                let variant = Variant::of(ident.clone(), &data.fields, status, &mut words, &mut errors);
                (DataKind::Struct, vec![variant.checked(&mut data.fields, (&ident, &generics), &mut errors)])
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
        if code.is_some() || words.rows_of.is_some() {
            for field in variants.iter().filter_map(|variant| variant.coded.as_ref()) {
                field.check(code, &mut errors);
            }
        }
        let speaks = speaks(&mut words, &mut errors);
        let displays_itself = check_messages(speaks.as_ref(), &variants, &displays, &mut errors);
        let is_unclear = !is_readable || words.is_given("default") || words.has_unknown;
        let default = match words.default.take() {
            Some(row) => StatusAttr::Row(row),
            None if is_unclear => StatusAttr::Invalid,
            None => StatusAttr::Unspecified,
        };
        let columns = columns(words.columns.take().unwrap_or_default(), &ident, &mut errors);
        if let Some(path) = &words.rows_of {
            refuse_headers(&columns, path, &mut errors);
        }
        // Only a type whose code is in a field has this impl.
        let says_crate = words.is_given("crate");
        let mut without = words.without.unwrap_or_default();
        let is_coded = |variant: &Variant| variant.coded.is_some();
        let is_without_from = variants.iter().any(is_coded) && without.iter().any(|word| word == "From");
        if is_without_from {
            without.retain(|word| word != "From");
        }
        Self {
            says_crate,
            krate: words.krate.map_or_else(|| quote!(::status_docs), |path: Path| path.into_token_stream()),
            table: words.table,
            rows_of: words.rows_of,
            is_clear,
            code,
            columns: TableRequest::of_columns(ident.clone(), vis, columns),
            without,
            is_without_from,
            with: words.with.unwrap_or_default(),
            default,
            speaks,
            shown: OnceCell::new(),
            displays_itself,
            exhaustive: words.exhaustive,
            kind,
            variants,
            ident,
            generics,
            is_deprecated,
            errors,
        }
    }

    /// Says that the runtime crate has another name here, which is used all the same: then nothing follows.
    pub(crate) fn find_crate(&mut self, renamed: Option<&str>) {
        if let Some(name) = renamed.filter(|_| !self.says_crate) {
            let ident = Ident::new(name, Span::call_site());
            let message =
                format!("the dependency status-docs is called `{name}` here; write #[status(crate = ::{ident})]");
            self.errors.at(Rule::WordValue, Span::call_site(), message);
            self.krate = quote!(::#ident);
        }
    }

    /// The type that it is on.
    pub(crate) fn ident(&self) -> &Ident {
        &self.ident
    }

    /// Whether the code of a value may be known at run time only.
    pub(super) fn has_coded(&self) -> bool {
        self.variants.iter().any(|variant| variant.coded.is_some())
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
        if self.table.csv.is_none() {
            // That `columns` is about a file is reported.
            return Some(Wanted {
                has_body: false,
                asked: self.asked(asked),
                needs_names: false,
                ..self.table.wanted(self.code?)
            });
        }
        Some(Wanted {
            roles: self.columns.roles.iter().map(|entry| (entry.role, entry.header.value())).collect(),
            tongues: self.columns.tongues.iter().map(TongueEntry::wanted).collect(),
            columns: self.columns.columns.iter().map(ColumnEntry::wanted).collect(),
            has_body: false,
            asked: self.asked(asked),
            needs_names: false,
            ..self.table.wanted(self.code?)
        })
    }

    /// With the role of messages, if they are asked for.
    fn asked(&self, mut asked: Vec<Role>) -> Vec<Role> {
        if self.speaks.is_some() {
            asked.push(Role::Message);
        }
        asked
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
            Subject::Table => None,
            Subject::Only => self.table.span_of("only"),
            Subject::Word(word) => self.table.span_of(word),
            Subject::Variant(index) => self.variants.get(index).map(|variant| variant.ident.span()),
            Subject::Value(index) => {
                let message = self.variants.get(index).and_then(|variant| variant.message.as_ref());
                message.map(LitStr::span)
            }
            Subject::Entry(word, index) => self.table.span_of_entry(word, index),
            Subject::Role(_) | Subject::Column(_) | Subject::Tongue(_) => Some(self.columns.span(finding)),
        };
        written.or_else(|| self.table.span()).unwrap_or_else(|| self.ident.span())
    }
}

impl Variant {
    fn of(ident: Ident, fields: &Fields, status: StatusAttr, words: &mut Words, errors: &mut Errors) -> Self {
        Self {
            ident,
            status,
            inner: None,
            coded: None,
            is_fieldless: fields.is_empty(),
            fields: fields_of(fields),
            message: words.message.take(),
            values: values(words.values.take().unwrap_or_default(), errors),
            discriminant: None,
            reason: words.reason.take(),
            definition: words.definition.take(),
            tips: words.tips.take(),
            detail: words.detail.take(),
        }
    }

    /// With the field that answers, if one does.
    fn checked(mut self, fields: &mut Fields, ty: (&Ident, &Generics), errors: &mut Errors) -> Self {
        let before = errors.len();
        let on_fields = read_fields(fields, errors);
        if errors.len() > before {
            self.status = StatusAttr::Invalid;
            return self;
        }
        for (index, words) in on_fields.iter().enumerate() {
            let Some(word) = &words.code_of_field else { continue };
            let message = match &self.status {
                StatusAttr::Coded => "one field has the code; keep one",
                StatusAttr::Row(_) => "either a row is named or the field has the code, not both",
                StatusAttr::Transparent(_) => "either a field answers (`transparent`) or it has the code, not both",
                StatusAttr::Unspecified if on_fields.iter().any(|words| words.transparent.is_some()) => {
                    "either a field answers (`transparent`) or it has the code, not both"
                }
                StatusAttr::Unspecified => {
                    self.coded = CodeField::of(fields, index);
                    self.status = StatusAttr::Coded;
                    continue;
                }
                StatusAttr::Invalid => continue,
            };
            errors.at(Rule::AnsweringField, word.span(), message);
            (self.status, self.coded) = (StatusAttr::Invalid, None);
            return self;
        }
        if errors.len() > before {
            self.status = StatusAttr::Invalid;
            return self;
        }
        let mut answering: Option<(usize, Transparent)> = None;
        for (index, words) in on_fields.into_iter().enumerate() {
            let Some(transparent) = words.transparent else { continue };
            let twice = match (&answering, &self.status) {
                (Some(_), _) => "one field answers; keep one",
                (None, StatusAttr::Transparent(_)) => "`transparent` is given twice; keep one",
                (None, StatusAttr::Row(_)) => "either a row is named or the field answers (`transparent`), not both",
                (None, _) => {
                    answering = Some((index, transparent));
                    continue;
                }
            };
            errors.at(Rule::AnsweringField, transparent.word.span(), twice);
            self.status = StatusAttr::Invalid;
            return self;
        }
        if let StatusAttr::Transparent(transparent) = &self.status {
            if fields.len() == 1 {
                answering = Some((0, transparent.clone()));
            } else {
                let count = if fields.is_empty() { "none".to_owned() } else { fields.len().to_string() };
                let more = if fields.is_empty() { "" } else { ": write it on the field" };
                let message = format!("`transparent` needs one field that answers; `{}` has {count}{more}", self.ident);
                errors.at(Rule::AnsweringField, transparent.word.span(), message);
                self.status = StatusAttr::Invalid;
            }
        }
        if let Some((index, transparent)) = answering {
            self.inner = Inner::of(fields, index, transparent.path.clone(), ty);
            self.status = StatusAttr::Transparent(transparent);
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

/// What each field says of itself.
fn read_fields(fields: &mut Fields, errors: &mut Errors) -> Vec<Words> {
    let mut all = Vec::new();
    for field in fields {
        let (entries, _) = attr::split(std::mem::take(&mut field.attrs), errors);
        all.push(Words::read(entries, Place::Field, errors));
    }
    all
}

/// `path = path.display(), count = items.len()`: names and expressions, whose tokens are passed on as they are.
fn values(tokens: TokenStream, errors: &mut Errors) -> Vec<(Ident, TokenStream)> {
    let mut values: Vec<(Ident, TokenStream)> = Vec::new();
    let parse = |input: ParseStream<'_>| {
        while !input.is_empty() {
            let name = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            let mut expression = TokenStream::new();
            // Commas between the types of a path are not the end of it.
            let mut angles = 0_usize;
            while !input.is_empty() && (angles > 0 || !input.peek(Token![,])) {
                let token: TokenTree = input.parse()?;
                match &token {
                    TokenTree::Punct(punct) if punct.as_char() == '<' && expression_ends_in_path(&expression) => {
                        angles += 1;
                    }
                    TokenTree::Punct(punct) if punct.as_char() == '>' => angles = angles.saturating_sub(1),
                    _ => {}
                }
                expression.extend([token]);
            }
            if expression.is_empty() {
                return Err(input.error("write what the value is: path = path.display()"));
            }
            if values.iter().any(|(known, _)| *known == name) {
                return Err(syn::Error::new(name.span(), format!("`{name}` is given twice; keep one")));
            }
            values.push((name, expression));
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    if let Err(error) = parse.parse2(tokens) {
        errors.push(Rule::WordValue, error);
    }
    values
}

/// Whether tokens end in `::`, after which a `<` opens the types of a path.
fn expression_ends_in_path(tokens: &TokenStream) -> bool {
    let text = tokens.to_string();
    text.trim_end().ends_with("::")
}

/// The word that asks for messages.
fn speaks(words: &mut Words, errors: &mut Errors) -> Option<Speaks> {
    match (words.display.take(), words.messages.take()) {
        (Some(display), messages) => {
            if let Some(messages) = messages {
                errors.at(Rule::ClashingWords, messages.span(), "`display` includes `messages`; keep one of the two");
            }
            Some(Speaks::Display(display))
        }
        (None, Some(messages)) => Some(Speaks::Messages(messages)),
        (None, None) => None,
    }
}

/// Where attributes say what is displayed: `#[error("…")]` of thiserror and its kin. A bare `#[error]` is another
/// derive's.
fn display_of(attrs: &[Attribute]) -> Option<Span> {
    let is_display = |attr: &&Attribute| attr.path().is_ident("error") && matches!(attr.meta, Meta::List(_));
    attrs.iter().find(is_display).map(|attr| attr.path().span())
}

/// Reports words about messages where nobody asks for any, and two writers of `Display`. Whether the type displays its
/// messages.
fn check_messages(speaks: Option<&Speaks>, variants: &[Variant], displays: &[Span], errors: &mut Errors) -> bool {
    for variant in variants {
        let word = variant.message.as_ref().map(|message| ("message", message.span()));
        let values = variant.values.first().map(|(name, _)| ("values", name.span()));
        for (word, span) in word.into_iter().chain(values) {
            if matches!(variant.status, StatusAttr::Transparent(_)) {
                let message =
                    format!("the field answers (`transparent`), so `{word}` is never said; keep one of the two");
                errors.at(Rule::ClashingWords, span, message);
            } else if speaks.is_none() {
                let message = format!("`{word}` is about messages; add `display` or `messages` to the type");
                errors.at(Rule::ClashingWords, span, message);
            }
        }
        if let Some(message) = variant.message.as_ref().filter(|message| message.value().trim().is_empty()) {
            errors.at(
                Rule::WordValue,
                message.span(),
                "a message is never empty; leave the word out for that of the row",
            );
        }
    }
    let Some(Speaks::Display(_)) = speaks else { return false };
    for display in displays {
        let message = "the table's messages are what this type displays (`display`); take this out, or write `messages` \
                       in place of `display`";
        errors.at(Rule::TwoDisplays, *display, message);
    }
    displays.is_empty()
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

/// The methods of `StatusDocs`, which a column cannot be called.
const OF_TRAIT: [&str; 6] = ["code", "reason", "definition", "tips", "reference", "docs"];

/// Beside `table`, there is no header to name.
fn refuse_headers(columns: &Body, path: &Path, errors: &mut Errors) {
    let mut headers: Vec<Span> = columns.roles.iter().map(|entry| entry.header.span()).collect();
    headers.extend(columns.columns.iter().filter_map(|entry| entry.header.as_ref().map(LitStr::span)));
    for header in headers {
        let path = attr::close(&path.to_token_stream());
        let message = format!("the columns are those of `{path}`: leave `= \"…\"` out");
        errors.at(Rule::ColumnEntry, header, message);
    }
}

/// What `columns(…)` says.
fn columns(tokens: TokenStream, ident: &Ident, errors: &mut Errors) -> Body {
    match attr::separated.parse2(tokens) {
        Ok(entries) => {
            let (mut kept, mut names) = (Vec::new(), Vec::new());
            for entry in entries {
                match entry {
                    BodyEntry::Column(column) if OF_TRAIT.iter().any(|name| column.name == name) => {
                        let name = &column.name;
                        let role = if *name == "docs" { "a method of `StatusDocs`" } else { "a role" };
                        let mapped =
                            if *name == "docs" { String::new() } else { format!("write {name} = \"…\", or ") };
                        let message = format!("`{name}` is {role}; {mapped}choose another name");
                        errors.at(Rule::ColumnEntry, name.span(), message);
                    }
                    BodyEntry::Column(column) if names.contains(&column.name) => {
                        let name = &column.name;
                        errors.at(Rule::ColumnEntry, name.span(), format!("`{name}` is given twice; keep one"));
                    }
                    entry => {
                        if let BodyEntry::Column(column) = &entry {
                            names.push(column.name.clone());
                        }
                        kept.push(entry);
                    }
                }
            }
            Body::of(kept, ident, None, errors)
        }
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
