//! What a word takes, and how that becomes the value of its field.

use std::ops::RangeInclusive;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use status_docs_data::{Pick, RULES, Rule, name};
use syn::spanned::Spanned;
use syn::{Ident, Lit, LitStr, Path, Type};

use super::{Detail, Each, RowName, Transparent, Words};
use crate::attr::errors::{Errors, unknown};
use crate::attr::path_ident;
use crate::attr::syntax::{Argument, CodeLit, Entry};
use crate::attr::table::PickEntry;

/// The field of a word.
type Field<T> = fn(&mut Words) -> &mut Option<T>;

/// What a word takes, and the field that it fills.
pub(crate) enum Takes {
    /// `exhaustive`: nothing. The field keeps the word.
    Flag(Field<Ident>),
    /// `csv = "…"`, or `csv("…", delimiter = ';')`: the file, and the words about how it is read.
    File,
    /// `names = "…"`
    Text(Field<LitStr>),
    /// `notation = "hex"`: one of these texts.
    Choice(&'static [&'static str], Field<LitStr>),
    /// `doc(no_table, plain)`: some of these names.
    Choices(&'static [&'static str], Field<Vec<Ident>>),
    /// `headers("code", "name")`
    Texts(Field<Vec<LitStr>>),
    /// `base = "http"` or `base("http", "nginx")`
    TextOrTexts(Field<Vec<LitStr>>),
    /// `skip("Reserved", "State" = "obsolete")`; with the flag, a single text needs no parentheses: `only = "4xx"`.
    Picks(bool, Field<Vec<PickEntry>>),
    /// `delimiter = ';'`: an ASCII character that has no other meaning in a file; a string is accepted too.
    Char(Field<u8>),
    /// `header_line = 3`
    Number(RangeInclusive<u32>, Field<u32>),
    /// `table = crate::Fault`
    Path(Field<Path>),
    /// `each = crate::markers`, or `each(crate::markers, reason)`
    Each(Field<Each>),
    /// `transparent`, or `transparent = crate::codes::of_parse`
    Transparent(Field<Transparent>),
    /// `code = u32`
    Type(Field<Type>),
    /// `default = NotFound`, `default = 404`
    Row(Field<RowName>),
    /// `without(Display)`
    Names(Field<Vec<Ident>>),
    /// `allow(look_alike)`
    Rules(Field<Vec<(Rule, Span)>>),
    /// `columns(code = "Fault No.", wait: u32 = "Wait")`: entries like those of a table's body.
    Columns(Field<TokenStream>),
    /// `with(axum, serde = serde_core)`
    Entries(Field<Vec<Entry>>),
    /// `detail`, `detail = false`, `detail = "public text"`
    Detail(Field<Detail>),
}

/// Why a value is not what a word takes: of itself, or as the word's row says.
pub(super) type Taken<T> = Result<T, Option<(Rule, syn::Error)>>;

impl Takes {
    /// What it takes, in words.
    fn describe(&self) -> String {
        let text = match self {
            Self::Flag(_) => "no value",
            Self::File | Self::Text(_) | Self::Choice(..) => "a text",
            Self::Choices(choices, _) => return format!("{} in parentheses", choices.join(" or ")),
            Self::Texts(_) => "texts in parentheses",
            Self::TextOrTexts(_) => "a text, or several in parentheses",
            Self::Picks(true, _) => "a text, or in parentheses texts and headers with a cell",
            Self::Picks(false, _) => "texts and headers with a cell in parentheses",
            Self::Char(_) => "one ASCII character that is not a letter, a digit, a quote or a space",
            Self::Number(range, _) if range.start() == range.end() => return range.start().to_string(),
            Self::Number(range, _) => return format!("a whole number from {} on", range.start()),
            Self::Path(_) => "a path",
            Self::Each(_) => "the path of a macro, or in parentheses the path and what it gets of each row",
            Self::Transparent(_) => "nothing, or the path of a function",
            Self::Type(_) => "the type of the codes",
            Self::Row(_) => "a row, by its name or its code",
            Self::Names(_) => "names in parentheses",
            Self::Rules(_) => "names of rules in parentheses",
            Self::Entries(_) => "names in parentheses, each with what it takes",
            Self::Detail(_) => "nothing, false, or a text that is told in its place",
            Self::Columns(_) => "roles and headers in parentheses",
        };
        text.to_owned()
    }

    /// Fills the field of the word, or says why not.
    pub(super) fn fill(&self, words: &mut Words, key: &Ident, argument: Argument, example: &str, errors: &mut Errors) {
        let span = argument.span().unwrap_or_else(|| key.span());
        match self.try_fill(words, key, argument, errors) {
            Ok(()) => {}
            Err(Some((rule, error))) => errors.push(rule, error),
            Err(None) => {
                let example = if matches!(self, Self::Flag(_)) { String::new() } else { format!(": {example}") };
                errors.at(Rule::WordValue, span, format!("`{key}` takes {}{example}", self.describe()));
            }
        }
    }

    fn try_fill(&self, words: &mut Words, key: &Ident, argument: Argument, errors: &mut Errors) -> Taken<()> {
        match (self, argument) {
            (Self::Flag(field), Argument::None) => *field(words) = Some(key.clone()),
            (Self::File, Argument::Literal(literal)) => words.table.csv = Some(text(literal)?),
            (Self::File, Argument::List(span, entries)) => return words.file(key, span, entries, errors),
            (Self::Text(field), Argument::Literal(literal)) => *field(words) = Some(text(literal)?),
            (Self::Choice(choices, field), Argument::Literal(literal)) => {
                *field(words) = Some(choice(choices, text(literal)?)?);
            }
            (Self::Choices(choices, field), Argument::List(_, entries)) if !entries.is_empty() => {
                let names = names(entries)?;
                for name in names.iter().filter(|name| !choices.iter().any(|choice| name == choice)) {
                    errors.push(Rule::UnknownWord, unknown(name, choices.iter().copied(), ""));
                }
                *field(words) = Some(names);
            }
            (Self::TextOrTexts(field), Argument::Array(span, entries)) => {
                let new = Argument::List(span, entries);
                errors.at(Rule::OldWord, span, format!("several are written in parentheses: {key}{}", new.written()));
                let Argument::List(_, entries) = new else { return Err(None) };
                *field(words) = Some(texts(entries)?);
            }
            (Self::Texts(field) | Self::TextOrTexts(field), Argument::List(_, entries)) => {
                *field(words) = Some(texts(entries)?);
            }
            (Self::TextOrTexts(field), Argument::Literal(literal)) => *field(words) = Some(vec![text(literal)?]),
            (Self::Picks(true, field), Argument::Literal(literal)) => {
                *field(words) = Some(vec![PickEntry::of(Entry::Literal(literal))?]);
            }
            (Self::Picks(_, field), Argument::List(_, entries)) if !entries.is_empty() => {
                let mut picks = Vec::new();
                for entry in entries {
                    picks.push(PickEntry::of(entry)?);
                }
                *field(words) = Some(picks);
            }
            (Self::Char(field), Argument::Literal(literal)) => *field(words) = Some(character(&literal)?),
            (Self::Number(range, field), Argument::Literal(literal)) => *field(words) = Some(number(range, &literal)?),
            (Self::Path(field), Argument::Type(ty)) => *field(words) = Some(type_path(*ty)?),
            (Self::Transparent(field), Argument::None) => {
                *field(words) = Some(Transparent { word: key.clone(), path: None });
            }
            (Self::Transparent(field), Argument::Type(ty)) => {
                *field(words) =
                    Some(Transparent { word: key.clone(), path: Some(type_path(*ty)?.into_token_stream()) });
            }
            (
                Self::Path(_) | Self::Each(_) | Self::Transparent(_),
                Argument::Literal(CodeLit { is_negative: false, lit: Lit::Str(text) }),
            ) => {
                return quoted_path(key, &text);
            }
            (Self::Each(field), Argument::Type(ty)) => {
                *field(words) = Some(Each { path: type_path(*ty)?, columns: Vec::new() });
            }
            (Self::Each(field), Argument::List(_, entries)) => *field(words) = Some(each(entries)?),
            (Self::Type(field), Argument::Type(ty)) => *field(words) = Some(*ty),
            (Self::Row(field), Argument::Literal(code)) => *field(words) = Some(RowName::Code(code)),
            (Self::Row(field), Argument::Type(ty)) => {
                *field(words) = Some(RowName::Name(path_ident(&ty).ok_or(None)?.clone()));
            }
            (Self::Names(field), Argument::List(_, entries)) => *field(words) = Some(names(entries)?),
            (Self::Rules(field), Argument::List(_, entries)) if !entries.is_empty() => {
                *field(words) = Some(rules(names(entries)?, errors));
            }
            (Self::Columns(field), Argument::Tokens(_, tokens)) if !tokens.is_empty() => *field(words) = Some(tokens),
            (Self::Entries(field), Argument::List(_, entries)) => *field(words) = Some(entries),
            (Self::Detail(field), argument) => *field(words) = Some(detail(argument)?),
            (Self::Text(_) | Self::File, Argument::Type(ty)) if matches!(*ty, Type::Macro(_)) => {
                let built = if key == "csv" {
                    "; a file that the build script wrote is csv = \"$OUT_DIR/faults.csv\""
                } else {
                    ""
                };
                let message =
                    format!("{key} = \"…\" takes the text itself: a macro in its place is not expanded{built}");
                return wrong(ty.span(), message);
            }
            _ => return Err(None),
        }
        Ok(())
    }
}

/// An error with a place of its own, in place of the one about the word.
pub(super) fn wrong<T>(span: Span, message: impl std::fmt::Display) -> Taken<T> {
    Err(Some((Rule::WordValue, syn::Error::new(span, message))))
}

/// A path in quotes: an earlier edition had it so where the runtime crate is named.
fn quoted_path<T>(key: &Ident, text: &LitStr) -> Taken<T> {
    let rule = if key == "crate" { Rule::OldWord } else { Rule::WordValue };
    let message = match text.parse_with(Path::parse_mod_style) {
        Ok(_) => format!("write the path without quotes: {key} = {}", text.value()),
        Err(_) => format!("`{key}` takes a path without quotes, such as {key} = ::status_docs"),
    };
    Err(Some((rule, syn::Error::new(text.span(), message))))
}

/// `each(crate::markers, reason, http)`
fn each(entries: Vec<Entry>) -> Taken<Each> {
    let mut entries = entries.into_iter();
    let path = match entries.next() {
        Some(Entry::Path(path)) => path,
        Some(Entry::Key(name, Argument::None)) => name.into(),
        Some(entry) => return wrong(entry.span(), "write the path of the macro first: each(crate::markers, reason)"),
        None => return Err(None),
    };
    let columns = names(entries.collect())?;
    for (index, column) in columns.iter().enumerate() {
        if columns.iter().take(index).any(|other| other == column) {
            let message = format!("`{column}` is given twice; keep one");
            return Err(Some((Rule::WordTwice, syn::Error::new(column.span(), message))));
        }
    }
    Ok(Each { path, columns })
}

/// The rules that are switched off. One that cannot be is reported.
fn rules(names: Vec<Ident>, errors: &mut Errors) -> Vec<(Rule, Span)> {
    let mut rules: Vec<(Rule, Span)> = Vec::new();
    for name in names {
        let id = name.to_string();
        match Rule::from_id(&id) {
            Some(rule) if !rule.can_be_allowed() => {
                let message = match rule {
                    Rule::DuplicateCode => "a code twice is a fact; use duplicates = …".to_owned(),
                    _ => format!("`{id}` is a fact and cannot be allowed: mend what it finds"),
                };
                errors.at(Rule::AllowedFact, name.span(), message);
            }
            Some(rule) if rules.iter().any(|(other, _)| *other == rule) => {
                errors.at(Rule::WordTwice, name.span(), format!("`{id}` is given twice; keep one"));
            }
            Some(rule) => rules.push((rule, name.span())),
            None => {
                let mut allowed = Vec::new();
                for rule in RULES {
                    if rule.can_be_allowed() {
                        allowed.push(rule.id());
                    }
                }
                let hint = match name::closest(&id, allowed.iter().copied()) {
                    Some(close) => format!("; did you mean `{close}`?"),
                    None => String::new(),
                };
                let help = format!("`allow` takes {}", allowed.join(", "));
                errors.with_help(Rule::UnknownRule, name.span(), format!("there is no rule `{id}`{hint}"), help);
            }
        }
    }
    rules
}

impl PickEntry {
    fn of(entry: Entry) -> Taken<Self> {
        let span = entry.span();
        let pick = match entry {
            Entry::Literal(literal) => Pick::Text(quoted(literal)?.value()),
            Entry::Pair(header, cell) => Pick::Cell { header: quoted(header)?.value(), cell: quoted(cell)?.value() },
            entry => {
                return wrong(entry.span(), "write a text in quotes, or a header and a cell: \"Header\" = \"cell\"");
            }
        };
        Ok(Self { pick, span })
    }
}

/// A text in a list of texts.
fn quoted(literal: CodeLit) -> Taken<LitStr> {
    let span = literal.span();
    text(literal)
        .map_err(|error| error.or_else(|| Some((Rule::WordValue, syn::Error::new(span, "write a text in quotes")))))
}

fn detail(argument: Argument) -> Taken<Detail> {
    match argument {
        Argument::None => Ok(Detail::Shown),
        Argument::Literal(CodeLit { is_negative: false, lit: Lit::Bool(is_shown) }) => {
            Ok(if is_shown.value { Detail::Shown } else { Detail::Hidden })
        }
        Argument::Literal(literal) => Ok(Detail::Fixed(text(literal)?.value())),
        _ => Err(None),
    }
}

pub(super) fn text(literal: CodeLit) -> Taken<LitStr> {
    match literal {
        CodeLit { is_negative: false, lit: Lit::Str(text) } => {
            plain(&text).map_err(|error| (Rule::WordValue, error))?;
            Ok(text)
        }
        _ => Err(None),
    }
}

/// A string must not have a suffix, which the lexer allows: `"x.csv"y`.
pub(crate) fn plain(text: &LitStr) -> syn::Result<()> {
    match text.suffix() {
        "" => Ok(()),
        suffix => Err(syn::Error::new(text.span(), format!("remove `{suffix}` after the text: {:?}", text.value()))),
    }
}

fn choice(choices: &[&str], text: LitStr) -> Taken<LitStr> {
    let value = text.value();
    if choices.contains(&value.as_str()) {
        return Ok(text);
    }
    let hint = match name::closest(&value, choices.iter().copied()) {
        Some(close) => format!("did you mean {close:?}?"),
        None => {
            format!("write {}", choices.iter().map(|choice| format!("{choice:?}")).collect::<Vec<_>>().join(" or "))
        }
    };
    wrong(text.span(), format!("{value:?} has no meaning here; {hint}"))
}

fn texts(entries: Vec<Entry>) -> Taken<Vec<LitStr>> {
    if entries.is_empty() {
        return Err(None);
    }
    let mut texts = Vec::new();
    for entry in entries {
        match entry {
            Entry::Literal(literal) => texts.push(quoted(literal)?),
            entry => return wrong(entry.span(), "write a text in quotes"),
        }
    }
    Ok(texts)
}

fn type_path(ty: Type) -> Taken<Path> {
    match ty {
        Type::Group(group) => type_path(*group.elem),
        Type::Path(path) if path.qself.is_none() => Ok(path.path),
        _ => Err(None),
    }
}

pub(super) fn character(literal: &CodeLit) -> Taken<u8> {
    let text = match literal {
        CodeLit { is_negative: false, lit: Lit::Char(character) } if character.suffix().is_empty() => {
            character.value().to_string()
        }
        CodeLit { is_negative: false, lit: Lit::Str(text) } => {
            plain(text).map_err(|error| (Rule::WordValue, error))?;
            text.value()
        }
        _ => return Err(None),
    };
    match text.as_bytes() {
        [byte] if !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\r' | b'\n' | b' ' | 0) => Ok(*byte),
        _ => Err(None),
    }
}

fn number(range: &RangeInclusive<u32>, literal: &CodeLit) -> Taken<u32> {
    let CodeLit { is_negative: false, lit: Lit::Int(int) } = literal else { return Err(None) };
    let number = int.base10_parse::<u32>().map_err(|_| None)?;
    if int.suffix().is_empty() && range.contains(&number) { Ok(number) } else { Err(None) }
}

fn names(entries: Vec<Entry>) -> Taken<Vec<Ident>> {
    let each = entries.into_iter().map(|entry| match entry {
        Entry::Key(name, Argument::None) => Ok(name),
        entry => wrong(entry.span(), "write a name, without quotes or a value"),
    });
    each.collect()
}
