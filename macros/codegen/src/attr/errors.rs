//! Errors in what the user wrote in Rust, each with its rule and its span.

use std::fmt::Display;
use std::fmt::Write;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use status_docs_data::{Rule, name};
use syn::Ident;
use syn::ext::IdentExt;

/// An error in the user's code.
#[derive(Clone, Debug)]
pub struct CodeError {
    rule: Rule,
    error: syn::Error,
}

impl CodeError {
    /// What it is an instance of.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Where it is.
    pub fn span(&self) -> Span {
        self.error.span()
    }

    /// What is wrong, and what would be right.
    pub fn message(&self) -> String {
        self.parts().0
    }

    /// What can be written in its place.
    pub fn help(&self) -> Option<String> {
        self.parts().1
    }

    fn parts(&self) -> (String, Option<String>) {
        let text = self.error.to_string();
        match text.split_once(HELP) {
            Some((message, help)) => (message.to_owned(), Some(help.to_owned())),
            None => (text, None),
        }
    }

    fn to_compile_error(&self) -> TokenStream {
        let mut all = TokenStream::new();
        // Of a parser's error, each part has a place of its own.
        for part in self.error.clone() {
            let text = part.to_string();
            let text = match text.split_once('\n') {
                Some((first, rest)) => format!("{first} [{}]\n{rest}", self.rule),
                None => format!("{text} [{}]", self.rule),
            };
            all.extend(syn::Error::new(part.span(), text).to_compile_error());
        }
        all
    }
}

impl Display for CodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (message, help) = self.parts();
        write!(f, "{message} [{}]", self.rule)?;
        match help {
            Some(help) => write!(f, "{HELP}{help}"),
            None => Ok(()),
        }
    }
}

/// What stands between an error and its cure.
const HELP: &str = "\nhelp: ";

/// Errors with spans of the user's code, collected.
#[derive(Default)]
pub(crate) struct Errors(Vec<CodeError>);

impl Errors {
    pub(crate) fn at(&mut self, rule: Rule, span: Span, message: impl Display) {
        self.push(rule, syn::Error::new(span, message));
    }

    /// An error with its cure in Rust, where that is not already in its words.
    pub(crate) fn with_help(&mut self, rule: Rule, span: Span, message: impl Display, help: impl Display) {
        self.at(rule, span, format!("{message}{HELP}{help}"));
    }

    pub(crate) fn push(&mut self, rule: Rule, error: syn::Error) {
        self.0.push(CodeError { rule, error });
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn into_vec(self) -> Vec<CodeError> {
        self.0
    }

    pub(crate) fn into_compile_errors(self) -> TokenStream {
        let errors = self.0.iter().map(CodeError::to_compile_error);
        quote!(#(#errors)*)
    }
}

/// The error for an unknown name; `further` is what else is allowed.
pub(crate) fn unknown<'n>(name: &Ident, allowed: impl Iterator<Item = &'n str>, further: &str) -> syn::Error {
    unknown_among(name, &allowed.collect::<Vec<_>>(), further)
}

fn unknown_among(name: &Ident, allowed: &[&str], further: &str) -> syn::Error {
    let written = name.unraw().to_string();
    let message = match name::closest(&written, allowed.iter().copied()) {
        Some(close) => format!("there is no `{written}` here; did you mean `{close}`?"),
        None => {
            let mut list = String::new();
            for word in allowed {
                let comma = if list.is_empty() { "" } else { ", " };
                let _ = write!(list, "{comma}`{word}`");
            }
            format!("there is no `{written}` here (allowed: {list}{further})")
        }
    };
    syn::Error::new(name.span(), message)
}
