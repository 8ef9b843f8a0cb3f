//! The words of `#[status(…)]`, one parser for `status_table!` and the derive.
//!
//! By hand on `ParseStream`: `syn::meta` refuses literals such as `404`.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use status_docs_data::{CodeType, IntType, REFERENCES, Reference, name};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Lit, LitStr, Meta, Token, Type};

/// Errors with spans of the user's code, collected.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    pub(crate) fn at(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn into_compile_errors(self) -> TokenStream {
        let errors = self.0.iter().map(syn::Error::to_compile_error);
        quote!(#(#errors)*)
    }
}

/// One entry of `#[status(…)]`: `key`, `key = value`, `key(idents)`, or a code by itself.
pub(crate) enum Word {
    Key(Ident, Given),
    Code(CodeLit),
}

/// What stands behind a key.
pub(crate) enum Given {
    Nothing,
    Literal(CodeLit),
    /// A type or a name.
    Type(Box<Type>),
    List(Vec<Ident>),
}

/// A literal with the sign before it.
pub(crate) struct CodeLit {
    pub(crate) is_negative: bool,
    pub(crate) lit: Lit,
}

impl CodeLit {
    fn peek(input: ParseStream<'_>) -> bool {
        input.peek(Lit) || (input.peek(Token![-]) && input.peek2(Lit))
    }

    pub(crate) fn span(&self) -> Span {
        self.lit.span()
    }
}

impl Parse for CodeLit {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let is_negative = input.parse::<Option<Token![-]>>()?.is_some();
        // A literal may have a sign of its own.
        if is_negative && input.peek(Token![-]) {
            return Err(input.error("one sign is enough"));
        }
        Ok(Self { is_negative, lit: input.parse()? })
    }
}

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if CodeLit::peek(input) {
            return input.parse().map(Self::Code);
        }
        let key = input.call(Ident::parse_any)?;
        let given = if input.parse::<Option<Token![=]>>()?.is_some() {
            if CodeLit::peek(input) { Given::Literal(input.parse()?) } else { Given::Type(Box::new(input.parse()?)) }
        } else if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            Given::List(separated(&content)?)
        } else {
            Given::Nothing
        };
        Ok(Self::Key(key, given))
    }
}

/// All that stands between commas; one may stand behind the last. `Punctuated` keeps the commas too,
/// and is a lot of code for each type in it.
pub(crate) fn separated<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let mut all = Vec::new();
    while !input.is_empty() {
        all.push(input.parse()?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(all)
}

/// The words of all `#[status(…)]` among the attributes, and the other attributes.
pub(crate) fn split(attrs: Vec<Attribute>, errors: &mut Errors) -> (Vec<Word>, Vec<Attribute>) {
    let (ours, others): (Vec<_>, Vec<_>) = attrs.into_iter().partition(|attr| attr.path().is_ident("status"));
    let mut words = Vec::new();
    for attr in ours {
        let Meta::List(list) = &attr.meta else {
            errors.at(attr.meta.span(), "write `#[status(…)]` with what is meant in parentheses");
            continue;
        };
        match separated::<Word>.parse2(list.tokens.clone()) {
            Ok(parsed) => words.extend(parsed),
            Err(error) => errors.push(error),
        }
    }
    (words, others)
}

/// Which table is meant, and how its file is read.
#[derive(Default)]
pub(crate) struct TableChoice {
    pub(crate) csv: Option<LitStr>,
    /// What the user wrote, and the reference of that name.
    pub(crate) base: Option<(LitStr, &'static Reference)>,
    pub(crate) delimiter: Option<u8>,
}

impl TableChoice {
    /// Takes a word that is about the table; gives back one that is not.
    pub(crate) fn take(&mut self, key: Ident, given: Given, errors: &mut Errors) -> Option<(Ident, Given)> {
        match key.to_string().as_str() {
            "csv" => set(&mut self.csv, text(&key, given, errors), &key, errors),
            "base" => {
                let base = text(&key, given, errors).and_then(|base| {
                    let reference = reference(&base, errors)?;
                    Some((base, reference))
                });
                set(&mut self.base, base, &key, errors);
            }
            "delimiter" => {
                let delimiter = delimiter(&key, given, errors);
                set(&mut self.delimiter, delimiter, &key, errors);
            }
            _ => return Some((key, given)),
        }
        None
    }

    /// The reference whose rows these are, perhaps with the user's own laid over them: the one that was asked for,
    /// and without a file the first of all.
    pub(crate) fn reference(&self) -> Option<&'static Reference> {
        match &self.base {
            Some((_, reference)) => Some(reference),
            None if self.csv.is_none() => REFERENCES.first(),
            None => None,
        }
    }

    /// Where findings about the table as a whole belong: the path as the user typed it.
    pub(crate) fn span(&self) -> Option<Span> {
        self.csv.as_ref().or(self.base.as_ref().map(|(base, _)| base)).map(LitStr::span)
    }

    /// What only makes sense with a file needs one.
    pub(crate) fn check(&self, enum_span: Span, errors: &mut Errors) {
        if self.csv.is_none() && self.delimiter.is_some() {
            errors.at(self.span().unwrap_or(enum_span), "`delimiter` is about a file; there is no `csv` here");
        }
    }

    /// The code type that the user wrote, if the table's codes can have it.
    pub(crate) fn code_type(&self, written: &Type, errors: &mut Errors) -> Option<CodeType> {
        let name = path_ident(written).map(ToString::to_string).unwrap_or_default();
        let code = match (IntType::named(&name), name.as_str()) {
            (Some(int), _) => CodeType::Int(int),
            (None, "str") => CodeType::Text,
            _ => {
                errors.at(written.span(), format!("codes are {CODE_TYPES}{}", width_hint(&name)));
                return None;
            }
        };
        if let Some(reference) = self.reference().filter(|reference| !reference.fits(code)) {
            errors.at(written.span(), reference.misfit(code));
            return None;
        }
        Some(code)
    }
}

/// The types that codes can have.
pub(crate) const CODE_TYPES: &str = "u8, u16, u32, u64, i8, i16, i32, i64 or str";

/// Why an integer type is none of those.
pub(crate) fn width_hint(name: &str) -> &'static str {
    match name {
        "usize" | "isize" => "; its range differs between targets",
        "u128" | "i128" => "; the widest is 64 bits",
        _ => "",
    }
}

/// The identifier of a type that is nothing but one.
pub(crate) fn path_ident(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        Type::Path(path) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

/// A type that came through `$ty:ty` of a user's own macro is in an invisible group.
pub(crate) fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}

/// Fills an option once; a second time is an error at the key.
pub(crate) fn set<T>(slot: &mut Option<T>, value: Option<T>, key: &Ident, errors: &mut Errors) {
    if slot.is_some() {
        errors.at(key.span(), format!("`{key}` is given twice; keep one"));
    } else {
        *slot = value;
    }
}

/// The text behind a key.
pub(crate) fn text(key: &Ident, given: Given, errors: &mut Errors) -> Option<LitStr> {
    match given {
        Given::Literal(CodeLit { is_negative: false, lit: Lit::Str(text) }) => Some(text),
        _ => {
            errors.at(key.span(), format!("`{key}` takes a text: {key} = \"…\""));
            None
        }
    }
}

/// True or false behind a key.
pub(crate) fn boolean(key: &Ident, given: &Given, errors: &mut Errors) -> Option<bool> {
    match given {
        Given::Literal(CodeLit { is_negative: false, lit: Lit::Bool(value) }) => Some(value.value),
        _ => {
            errors.at(key.span(), format!("`{key}` takes true or false: {key} = false"));
            None
        }
    }
}

/// The error for a key that does not stand here; `further` is what else is allowed.
pub(crate) fn unknown(key: &Ident, allowed: &[&str], further: &str, errors: &mut Errors) {
    let close = name::closest(&key.to_string(), allowed.iter().copied());
    let hint = close.map_or(String::new(), |close| format!("; did you mean `{close}`?"));
    let list: Vec<String> = allowed.iter().map(|word| format!("`{word}`")).collect();
    errors.at(key.span(), format!("there is no `{key}` here{hint} (allowed: {}{further})", list.join(", ")));
}

fn reference(base: &LitStr, errors: &mut Errors) -> Option<&'static Reference> {
    let found = Reference::named(&base.value());
    if found.is_none() {
        let names: Vec<String> = REFERENCES.iter().map(|reference| format!("\"{}\"", reference.name)).collect();
        let hint = match name::closest(&base.value(), REFERENCES.iter().map(|reference| reference.name)) {
            Some(close) => format!("did you mean \"{close}\"?"),
            None => format!("there is {}", names.join(", ")),
        };
        errors.at(base.span(), format!("there is no reference table {:?}; {hint}", base.value()));
    }
    found
}

fn delimiter(key: &Ident, given: Given, errors: &mut Errors) -> Option<u8> {
    let text = match given {
        Given::Literal(CodeLit { is_negative: false, lit: Lit::Char(delimiter) }) => delimiter.value().to_string(),
        Given::Literal(CodeLit { is_negative: false, lit: Lit::Str(delimiter) }) => delimiter.value(),
        _ => String::new(),
    };
    match text.as_bytes() {
        [byte] if !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\r' | b'\n' | b' ' | 0) => Some(*byte),
        _ => {
            errors.at(key.span(), "`delimiter` takes one ASCII character, such as ';' or '\\t'");
            None
        }
    }
}
