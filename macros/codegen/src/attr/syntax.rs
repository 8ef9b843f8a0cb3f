//! The grammar of `#[status(…)]`, whatever its words mean.
//!
//! Parsed by hand from a `ParseStream`: `syn::meta` refuses literals such as `404`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use status_docs_data::Rule;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Lit, Meta, Path, Token, Type};

use super::errors::Errors;

/// What is between two commas: `key`, `key = value`, `key(entries)`, a bare literal, or one that has a value.
pub(crate) enum Entry {
    Key(Ident, Argument),
    Literal(CodeLit),
    /// `"Model" = "A"`
    Pair(CodeLit, CodeLit),
    /// `crate::markers`
    Path(Path),
}

/// What follows a key.
pub(crate) enum Argument {
    None,
    /// `= ';'`, `= -404`
    Literal(CodeLit),
    /// `= u32`, `= InternalServerError`, `= crate::Fault`
    Type(Box<Type>),
    /// `= ["http", "nginx"]`
    Array(Span, Vec<Entry>),
    /// `("code", "name")`, `(Display, FromStr)`, `(axum(tips))`
    List(Span, Vec<Entry>),
    /// What stands in the parentheses of a word whose entries have a grammar of their own.
    Tokens(Span, TokenStream),
}

/// Words whose entries have a grammar of their own: that of the body of a table, and names with expressions.
pub(super) const OWN_GRAMMAR: &[&str] = &["columns", "values"];

impl Argument {
    /// Where it is; a key without one has none.
    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Self::None => None,
            Self::Literal(literal) => Some(literal.span()),
            Self::Type(ty) => Some(ty.span()),
            Self::Array(span, _) | Self::List(span, _) | Self::Tokens(span, _) => Some(*span),
        }
    }

    /// As a person would write it.
    pub(super) fn written(&self) -> String {
        let listed = |entries: &[Entry]| {
            let mut list = Vec::new();
            for entry in entries {
                list.push(entry.written());
            }
            list.join(", ")
        };
        match self {
            Self::None => String::new(),
            Self::Literal(literal) => format!(" = {}", literal.written()),
            Self::Type(ty) => format!(" = {}", close(&ty.to_token_stream())),
            Self::Array(_, entries) => format!(" = [{}]", listed(entries)),
            Self::List(_, entries) => format!("({})", listed(entries)),
            Self::Tokens(_, tokens) => format!("({})", close(tokens)),
        }
    }
}

/// Tokens without the spaces that nobody writes.
pub(crate) fn close(tokens: &TokenStream) -> String {
    let spaced =
        [(" < ", "<"), (" >", ">"), (" :: ", "::"), (":: ", "::"), ("& ", "&"), (" ,", ","), ("( ", "("), (" )", ")")];
    spaced.iter().fold(tokens.to_string(), |text, (spaced, close)| text.replace(spaced, close))
}

impl Entry {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Key(key, _) => key.span(),
            Self::Literal(literal) | Self::Pair(literal, _) => literal.span(),
            Self::Path(path) => path.span(),
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Key(key, argument) => format!("{key}{}", argument.written()),
            Self::Literal(literal) => literal.written(),
            Self::Pair(literal, value) => format!("{} = {}", literal.written(), value.written()),
            Self::Path(path) => close(&path.to_token_stream()),
        }
    }
}

/// A literal with an optional sign before it.
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

    fn written(&self) -> String {
        format!("{}{}", if self.is_negative { "-" } else { "" }, self.lit.to_token_stream())
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

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        entry(input, DEEPEST)
    }
}

/// How deeply lists may be nested: `with(axum(tips))`, and one level more.
const DEEPEST: usize = 3;

fn entry(input: ParseStream<'_>, depth: usize) -> syn::Result<Entry> {
    if CodeLit::peek(input) {
        let literal = input.parse()?;
        return match input.parse::<Option<Token![=]>>()? {
            Some(_) => Ok(Entry::Pair(literal, input.parse()?)),
            None => Ok(Entry::Literal(literal)),
        };
    }
    if input.peek(Token![::]) || (input.peek(Ident::peek_any) && input.peek2(Token![::])) {
        return input.call(Path::parse_mod_style).map(Entry::Path);
    }
    let key = input.call(Ident::parse_any)?;
    let argument = if input.parse::<Option<Token![=]>>()?.is_some() {
        value(input, depth)?
    } else if input.peek(syn::token::Paren) {
        let content;
        let span = syn::parenthesized!(content in input).span.join();
        if depth == DEEPEST && OWN_GRAMMAR.iter().any(|word| key == word) {
            Argument::Tokens(span, content.parse()?)
        } else {
            Argument::List(span, entries(&content, depth)?)
        }
    } else {
        Argument::None
    };
    Ok(Entry::Key(key, argument))
}

/// What follows a `=`.
fn value(input: ParseStream<'_>, depth: usize) -> syn::Result<Argument> {
    if CodeLit::peek(input) {
        return input.parse().map(Argument::Literal);
    }
    if input.peek(syn::token::Bracket) {
        let content;
        let span = syn::bracketed!(content in input).span.join();
        return Ok(Argument::Array(span, entries(&content, depth)?));
    }
    let ahead = input.fork();
    if let Ok(ty) = ahead.parse::<Type>() {
        if ahead.is_empty() || ahead.peek(Token![,]) {
            input.advance_to(&ahead);
            return Ok(Argument::Type(Box::new(ty)));
        }
    } else if input.is_empty() || input.peek(Token![,]) {
        return input.parse().map(Argument::Type);
    }
    // A closure, a call: the word says what it takes.
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(Argument::Type(Box::new(Type::Verbatim(tokens))))
}

/// The entries of a list in an entry.
fn entries(content: ParseStream<'_>, depth: usize) -> syn::Result<Vec<Entry>> {
    match depth.checked_sub(1) {
        Some(depth) => separated_with(content, &|input| entry(input, depth)),
        None => Err(content.error("a list in a list in a list has no meaning here")),
    }
}

/// Comma-separated values, with an optional trailing comma. `Punctuated` keeps the commas too, and generates a lot of
/// code for each type in it.
pub(crate) fn separated<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    separated_with(input, &|input| input.parse())
}

fn separated_with<T>(input: ParseStream<'_>, parse: &dyn Fn(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<Vec<T>> {
    let mut all = Vec::new();
    while !input.is_empty() {
        all.push(parse(input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(all)
}

/// The entries of all `#[status(…)]` among the attributes, and the other attributes.
pub(crate) fn split(attrs: Vec<Attribute>, errors: &mut Errors) -> (Vec<Entry>, Vec<Attribute>) {
    let (ours, others): (Vec<_>, Vec<_>) = attrs.into_iter().partition(|attr| attr.path().is_ident("status"));
    let mut entries = Vec::new();
    for attr in ours {
        let Meta::List(list) = &attr.meta else {
            errors.at(Rule::RustSyntax, attr.meta.span(), "write `#[status(…)]` with what is meant in parentheses");
            continue;
        };
        match separated::<Entry>.parse2(list.tokens.clone()) {
            Ok(parsed) => entries.extend(parsed),
            Err(error) => errors.push(Rule::RustSyntax, error),
        }
    }
    (entries, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Errors about a word are at what it was given.
    #[test]
    fn an_argument_is_where_it_is_written() {
        let text = "a = -5, b = my::Type, c = [1, 2], d(x), e";
        let places = separated::<Entry>.parse_str(text).unwrap().into_iter().map(|entry| match entry {
            Entry::Key(_, argument) => argument.span().map(|span| &text[span.start().column..span.end().column]),
            _ => None,
        });
        assert_eq!(places.collect::<Vec<_>>(), [Some("5"), Some("my::Type"), Some("[1, 2]"), Some("(x)"), None]);
    }

    #[test]
    fn an_argument_is_shown_as_it_is_written() {
        for text in [
            "delimiter = ';'",
            "escape = '\\\\'",
            "radix = 16",
            "headers(\"code\", \"\", \"name\")",
            "only(\"4xx\", \"Model\" = \"A\")",
            "base = [\"http\", \"nginx\"]",
            "code = -5",
            "each = crate::markers",
            "each(crate::markers, reason)",
            "columns(code = \"No\")",
            "verbatim",
        ] {
            let entries = separated::<Entry>.parse_str(text).unwrap();
            assert_eq!(entries.iter().map(Entry::written).collect::<Vec<_>>(), [text]);
        }
    }

    #[test]
    fn what_is_no_entry_says_what_was_expected() {
        for (text, error) in [
            ("csv \"t.csv\"", "expected `,`"),
            ("csv -1", "expected `,`"),
            ("-csv", "expected ident"),
            ("csv = ", "unexpected end of input"),
            ("csv = 5 5", "expected `,`"),
            ("= 5", "expected ident"),
            ("--5", "one sign is enough"),
        ] {
            let said = separated::<Entry>.parse_str(text).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(said.starts_with(error), "{text}: {said}");
        }
        for (text, is_negative) in [("5", false), ("-5", true)] {
            let [Entry::Literal(literal)] = &separated::<Entry>.parse_str(text).unwrap()[..] else { panic!("{text}") };
            assert_eq!(literal.is_negative, is_negative, "{text}");
        }
    }
}
