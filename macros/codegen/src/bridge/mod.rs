//! The impls of other crates' traits that `with(…)` asks for: one file each, with one value [`Bridge`], listed in
//! [`BRIDGES`].
//!
//! What is emitted names the user's crate, so that status-docs depends on none. The name has the span of the word: a
//! crate that is not there is one error, at the word.
#![cfg_attr(
    not(test),
    expect(dead_code, reason = "the room is there, and the first bridge is not: then the word `with` is one of WORDS")
)]

#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Ident, Type};

use crate::attr::{Argument, Entry, Errors, unknown};
use crate::render::target::{Kind, Target};

/// An impl, or several, that `with(…)` asks for.
pub(crate) struct Bridge {
    /// What `with(…)` calls it; its crate has the same name, if the user does not say another path.
    word: &'static str,
    /// What may be in its parentheses.
    options: &'static [Choice],
    /// Which types can have it.
    when: fn(Kind) -> bool,
    emit: fn(&Target<'_>, &Asked) -> TokenStream,
}

/// Something that a bridge can be asked to do in its own way.
pub(crate) enum Choice {
    /// `axum(tips)`
    Flag(&'static str),
    /// `axum(body = crate::envelope)`
    Path(&'static str),
}

impl Choice {
    fn name(&self) -> &'static str {
        match self {
            Self::Flag(name) | Self::Path(name) => name,
        }
    }
}

/// All bridges, in the order in which errors list them.
static BRIDGES: &[&Bridge] = &[];

/// A bridge as a user asks for it: `axum`, `axum = axum_core`, `axum(tips)`.
pub(crate) struct Asked {
    bridge: &'static Bridge,
    /// Where the word is: what is emitted belongs there, for whoever reads an error.
    pub(crate) span: Span,
    /// The crate, if the user says which.
    path: Option<Type>,
    flags: Vec<Ident>,
    paths: Vec<(Ident, Type)>,
}

impl Asked {
    /// The user's crate.
    pub(crate) fn path(&self) -> TokenStream {
        match &self.path {
            Some(path) => path.to_token_stream(),
            None => {
                // With the span of the word alone, a name would be looked up where the word is from.
                let span = Span::call_site().located_at(self.span);
                let name = Ident::new(self.bridge.word, span);
                quote_spanned!(span=> ::#name)
            }
        }
    }

    /// Whether a flag was given.
    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|given| given == flag)
    }

    /// The path that an option was given.
    pub(crate) fn option(&self, name: &str) -> Option<&Type> {
        self.paths.iter().find(|(given, _)| given == name).map(|(_, path)| path)
    }
}

/// All bridges of a type.
pub(crate) fn emit(target: &Target<'_>, cfgs: &[Attribute], asked: &[Asked]) -> TokenStream {
    let items = asked.iter().map(|asked| (asked.bridge.emit)(target, asked));
    if asked.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #(#cfgs)*
        const _: () = {
            #(#items)*
        };
    }
}

/// The bridges that the entries of `with(…)` ask for, of those that a type of this kind can have.
pub(crate) fn read(entries: Vec<Entry>, kind: Kind, errors: &mut Errors) -> Vec<Asked> {
    read_of(BRIDGES, entries, kind).unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    })
}

fn read_of(bridges: &[&'static Bridge], entries: Vec<Entry>, kind: Kind) -> syn::Result<Vec<Asked>> {
    let known = || bridges.iter().copied().filter(|bridge| (bridge.when)(kind));
    let mut all: Vec<Asked> = Vec::new();
    for entry in entries {
        let Entry::Key(word, argument) = entry else {
            return Err(syn::Error::new(entry.span(), "write the name of a bridge: with(axum)"));
        };
        let Some(bridge) = known().find(|bridge| word == bridge.word) else {
            return Err(unknown(&word, known().map(|bridge| bridge.word), ""));
        };
        // `axum = axum_core, axum(tips)` is one.
        let is_new = !all.iter().any(|asked| asked.bridge.word == bridge.word);
        if is_new {
            all.push(Asked { bridge, span: word.span(), path: None, flags: Vec::new(), paths: Vec::new() });
        }
        let Some(asked) = all.iter_mut().find(|asked| asked.bridge.word == bridge.word) else { continue };
        match argument {
            Argument::None if is_new => {}
            Argument::Type(path) if asked.path.is_none() => asked.path = Some(*path),
            Argument::None | Argument::Type(_) => {
                return Err(syn::Error::new(word.span(), format!("`{word}` is given twice; keep one")));
            }
            Argument::List(_, entries) => asked.options(entries)?,
            Argument::Literal(_) | Argument::Array(..) => {
                let message = format!("`{word}` takes the path of its crate: {word} = ::{word}");
                return Err(syn::Error::new(argument.span().unwrap_or_else(|| word.span()), message));
            }
        }
    }
    Ok(all)
}

impl Asked {
    fn options(&mut self, entries: Vec<Entry>) -> syn::Result<()> {
        for entry in entries {
            let span = entry.span();
            let Entry::Key(name, argument) = entry else {
                return Err(syn::Error::new(span, "write the name of an option"));
            };
            let Some(choice) = self.bridge.options.iter().find(|choice| name == choice.name()) else {
                return Err(unknown(&name, self.bridge.options.iter().map(Choice::name), ""));
            };
            match (choice, argument) {
                _ if self.has(&name.to_string()) || self.option(&name.to_string()).is_some() => {
                    return Err(syn::Error::new(span, format!("`{name}` is given twice; keep one")));
                }
                (Choice::Flag(_), Argument::None) => self.flags.push(name),
                (Choice::Path(_), Argument::Type(path)) => self.paths.push((name, *path)),
                (Choice::Flag(_), _) => return Err(syn::Error::new(span, format!("`{name}` takes no value"))),
                (Choice::Path(_), _) => {
                    return Err(syn::Error::new(span, format!("`{name}` takes a path: {name} = crate::{name}")));
                }
            }
        }
        Ok(())
    }
}
