//! `with(…)` → which bridges, with which crate and which options.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use status_docs_data::Rule;
use syn::spanned::Spanned;
use syn::{Ident, Lit, LitStr, Type};

use super::{BRIDGES, Bridge, Choice};
use crate::attr::{Argument, CodeLit, Entry, Errors, unknown};
use crate::render::target::located_at;

/// A bridge as a user asks for it: `axum`, `axum = axum_core`, `axum(tips)`.
pub(crate) struct Asked {
    pub(super) bridge: &'static Bridge,
    /// Where the word is: emitted code gets this span, so that errors point there.
    pub(crate) span: Span,
    /// The crate, if the user gives one.
    path: Option<Type>,
    /// The word itself was given, and not only its options.
    is_named: bool,
    flags: Vec<Ident>,
    paths: Vec<(Ident, Type)>,
    texts: Vec<(Ident, Vec<LitStr>)>,
}

impl Asked {
    /// The user's crate.
    pub(super) fn path(&self) -> TokenStream {
        match &self.path {
            Some(path) => path.to_token_stream(),
            None => {
                let name = Ident::new(self.bridge.word, self.place());
                quote_spanned!(self.place()=> ::#name)
            }
        }
    }

    /// The span of what is emitted: the path that the user gave, or the word. With the span of the word alone, a name
    /// would be looked up where the word is from.
    pub(super) fn place(&self) -> Span {
        let place = match &self.path {
            Some(Type::Path(path)) => path.path.segments.last().map(|last| last.ident.span()),
            _ => None,
        };
        Span::call_site().located_at(place.unwrap_or(self.span))
    }

    /// The same tokens, at that place.
    pub(super) fn at_word(&self, tokens: TokenStream) -> TokenStream {
        located_at(self.place(), tokens)
    }

    /// Whether a flag was given.
    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|given| given == flag)
    }

    /// The path that an option was given.
    pub(super) fn option(&self, name: &str) -> Option<&Type> {
        self.paths.iter().find(|(given, _)| given == name).map(|(_, path)| path)
    }

    /// The text that an option was given.
    pub(super) fn text(&self, name: &str) -> Option<&LitStr> {
        self.texts(name).first()
    }

    /// The texts that an option was given.
    pub(super) fn texts(&self, name: &str) -> &[LitStr] {
        self.texts.iter().find(|(given, _)| given == name).map(|(_, texts)| texts.as_slice()).unwrap_or_default()
    }

    /// All options that were given.
    fn given(&self) -> impl Iterator<Item = &Ident> {
        let paths = self.paths.iter().map(|(given, _)| given);
        self.flags.iter().chain(paths).chain(self.texts.iter().map(|(given, _)| given))
    }

    /// Where an option is, or the word.
    pub(super) fn place_of(&self, name: &str) -> Span {
        let given = self.given().find(|given| *given == name);
        given.map_or_else(|| self.place(), |given| Span::call_site().located_at(given.span()))
    }
}

/// The bridges that the entries of `with(…)` ask for. If one is wrong, the others are still read.
pub(crate) fn read(entries: Vec<Entry>, errors: &mut Errors) -> Vec<Asked> {
    read_of(BRIDGES, entries, errors)
}

pub(super) fn read_of(bridges: &[&'static Bridge], entries: Vec<Entry>, errors: &mut Errors) -> Vec<Asked> {
    let mut all = Vec::new();
    for entry in entries {
        if let Err(error) = read_entry(bridges, &mut all, entry) {
            errors.push(Rule::BridgeWord, error);
        }
    }
    all
}

fn read_entry(bridges: &[&'static Bridge], all: &mut Vec<Asked>, entry: Entry) -> syn::Result<()> {
    let Entry::Key(word, argument) = entry else {
        return Err(syn::Error::new(entry.span(), "write the name of a bridge: with(axum)"));
    };
    let Some(bridge) = bridges.iter().copied().find(|bridge| word == bridge.word) else {
        return Err(unknown(&word, bridges.iter().map(|bridge| bridge.word), ""));
    };
    let twice = || syn::Error::new(word.span(), format!("`{word}` is given twice; keep one"));
    let new = |path| Asked {
        bridge,
        span: word.span(),
        path,
        is_named: true,
        flags: Vec::new(),
        paths: Vec::new(),
        texts: Vec::new(),
    };
    let is_of_bridge = |asked: &&mut Asked| asked.bridge.word == bridge.word;
    // `axum = axum_core, axum(tips)` is one; `http, http = actix_web::http` are two.
    let last = all.iter_mut().rev().find(is_of_bridge);
    match (argument, last) {
        (Argument::List(_, entries), Some(last)) => last.options(entries)?,
        (Argument::List(_, entries), None) => {
            let mut asked = Asked { is_named: false, ..new(None) };
            let read = asked.options(entries);
            all.push(asked);
            read?;
        }
        (Argument::None, Some(last)) if !last.is_named => last.is_named = true,
        (Argument::None, _) => {
            if all.iter().any(|asked| asked.bridge.word == bridge.word && asked.path.is_none()) {
                return Err(twice());
            }
            all.push(new(None));
        }
        (Argument::Type(path), _) if !bridge.has_path => {
            let message = format!("`{word}` is in the standard library and takes no path");
            return Err(syn::Error::new(path.span(), message));
        }
        (Argument::Type(path), Some(last)) if !last.is_named => {
            last.is_named = true;
            last.path = Some(*path);
        }
        (Argument::Type(path), _) => {
            let written = path.to_token_stream().to_string();
            let is_same = |other: &Type| other.to_token_stream().to_string() == written;
            let mut others = all.iter().filter(|asked| asked.bridge.word == bridge.word);
            if others.any(|asked| asked.path.as_ref().is_some_and(is_same)) {
                return Err(twice());
            }
            all.push(new(Some(*path)));
        }
        (argument @ (Argument::Literal(_) | Argument::Array(..) | Argument::Tokens(..)), _) => {
            let message = format!("`{word}` takes the path of its crate: {word} = ::{word}");
            return Err(syn::Error::new(argument.span().unwrap_or_else(|| word.span()), message));
        }
    }
    Ok(())
}

impl Asked {
    fn options(&mut self, entries: Vec<Entry>) -> syn::Result<()> {
        for entry in entries {
            let span = entry.span();
            let Entry::Key(name, argument) = entry else {
                return Err(syn::Error::new(span, "write the name of an option"));
            };
            let word = self.bridge.word;
            let Some(choice) = self.bridge.options.iter().find(|choice| name == choice.name()) else {
                if self.bridge.options.is_empty() {
                    return Err(syn::Error::new(span, format!("`{word}` has no options; take the parentheses out")));
                }
                return Err(unknown(&name, self.bridge.options.iter().map(Choice::name), ""));
            };
            match (choice, argument) {
                _ if self.given().any(|given| *given == name) => {
                    return Err(syn::Error::new(span, format!("`{name}` is given twice; keep one")));
                }
                (Choice::Flag(_), Argument::None) => self.flags.push(name),
                (Choice::Path(_), Argument::Type(path)) => self.paths.push((name, *path)),
                (Choice::Text(_, wrong), Argument::Literal(CodeLit { is_negative: false, lit: Lit::Str(text) })) => {
                    if let Some(message) = wrong(&text.value()) {
                        return Err(syn::Error::new(text.span(), message));
                    }
                    self.texts.push((name, vec![text]));
                }
                (Choice::Texts(_, wrong), Argument::List(_, entries)) => {
                    let mut texts = Vec::new();
                    for entry in entries {
                        texts.push(text_of(entry, *wrong)?);
                    }
                    self.texts.push((name, texts));
                }
                (Choice::Text(option, _), _) => {
                    let message = format!("`{name}` takes a text: {}", example(option));
                    return Err(syn::Error::new(span, message));
                }
                (Choice::Texts(option, _), _) => {
                    let message = format!("`{name}` takes texts in parentheses: {}", example(option));
                    return Err(syn::Error::new(span, message));
                }
                (Choice::Flag(_), _) => return Err(syn::Error::new(span, format!("`{name}` takes no value"))),
                (Choice::Path(option), _) => {
                    return Err(syn::Error::new(span, format!("`{name}` takes a path: {}", example(option))));
                }
            }
        }
        for (one, other, message) in CLASHES {
            if let (Some(_), Some((name, _))) = (self.option(one), self.paths.iter().find(|(name, _)| name == other)) {
                return Err(syn::Error::new(name.span(), *message));
            }
        }
        Ok(())
    }
}

/// Options that cannot be together, and what is said at the second.
const CLASHES: &[(&str, &str, &str)] = &[
    ("body", "members", "`members` join our body, and `body` takes its place; keep one"),
    ("schema", "members", "`members` join our schema, and `schema` takes its place; keep one"),
];

/// One of several texts.
fn text_of(entry: Entry, wrong: Wrong) -> syn::Result<LitStr> {
    let span = entry.span();
    let Entry::Literal(CodeLit { is_negative: false, lit: Lit::Str(text) }) = entry else {
        return Err(syn::Error::new(span, "write a text in quotes"));
    };
    match wrong(&text.value()) {
        Some(message) => Err(syn::Error::new(text.span(), message)),
        None => Ok(text),
    }
}

/// How an option is written.
fn example(option: &str) -> &'static str {
    match option {
        "schema" => "schema = crate::Envelope",
        "members" => "members = crate::members",
        "headers" => "headers = crate::headers, or headers(\"Retry-After\") of `utoipa`",
        "example" => "example = crate::example",
        "name" => "name = \"Problem\"",
        "media" => "media = \"application/vnd.api+json\"",
        "domain" => "domain = \"orders.example.com\"",
        _ => "body = crate::envelope",
    }
}

/// What is wrong with the text of an option.
pub(super) type Wrong = fn(&str) -> Option<String>;

/// A key among the components of a document.
pub(super) fn component(text: &str) -> Option<String> {
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let is_wrong = text.is_empty() || !text.chars().all(is_key);
    is_wrong.then(|| format!("{text:?} cannot be the name of a schema: ASCII letters, digits, `.`, `_` and `-`"))
}

/// A media type.
pub(super) fn media(text: &str) -> Option<String> {
    let is_wrong = !text.contains('/') || text.chars().any(char::is_whitespace);
    is_wrong.then(|| format!("{text:?} is not a media type such as \"application/vnd.api+json\""))
}

/// The name of a header.
pub(super) fn header(text: &str) -> Option<String> {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let is_wrong = text.is_empty() || !text.chars().all(is_token);
    is_wrong.then(|| format!("{text:?} is not the name of a header, such as \"Retry-After\""))
}

/// A domain of errors.
pub(super) fn domain(text: &str) -> Option<String> {
    text.trim()
        .is_empty()
        .then(|| "a domain is not empty: the name of the service, such as \"orders.example.com\"".to_owned())
}
