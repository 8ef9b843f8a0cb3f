//! `with(…)` → which bridges, with which crate and which options.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use status_docs_data::Rule;
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::{BRIDGES, Bridge, Choice};
use crate::attr::{Argument, Entry, Errors, unknown};
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

    /// Where an option is, or the word.
    pub(super) fn place_of(&self, name: &str) -> Span {
        let flag = self.flags.iter().find(|given| *given == name);
        let given = flag.or_else(|| self.paths.iter().map(|(given, _)| given).find(|given| *given == name));
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
    let new = |path| Asked { bridge, span: word.span(), path, is_named: true, flags: Vec::new(), paths: Vec::new() };
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
                _ if self.has(&name.to_string()) || self.option(&name.to_string()).is_some() => {
                    return Err(syn::Error::new(span, format!("`{name}` is given twice; keep one")));
                }
                (Choice::Flag(_), Argument::None) => self.flags.push(name),
                (Choice::Path(_), Argument::Type(path)) => self.paths.push((name, *path)),
                (Choice::Flag(_), _) => return Err(syn::Error::new(span, format!("`{name}` takes no value"))),
                (Choice::Path(option), _) => {
                    let example = if *option == "schema" { "crate::Envelope" } else { "crate::envelope" };
                    return Err(syn::Error::new(span, format!("`{name}` takes a path: {name} = {example}")));
                }
            }
        }
        Ok(())
    }
}
