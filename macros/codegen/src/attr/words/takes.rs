//! What a word takes, and how that becomes the value of its field.

use std::ops::RangeInclusive;

use proc_macro2::Span;
use status_docs_data::name;
use syn::spanned::Spanned;
use syn::{Ident, Lit, LitStr, Path, Type};

use super::{Detail, RowName, Words};
use crate::attr::path_ident;
use crate::attr::syntax::{Argument, CodeLit, Entry};

/// The field of a word.
type Field<T> = fn(&mut Words) -> &mut Option<T>;

/// What a word takes, and the field that it fills.
pub(crate) enum Takes {
    /// `exhaustive`: nothing. The field keeps the word.
    Flag(Field<Ident>),
    /// `csv = "…"`
    Text(Field<LitStr>),
    /// `notation = "hex"`: one of these texts.
    Choice(&'static [&'static str], Field<LitStr>),
    /// `headers("code", "name")`
    Texts(Field<Vec<LitStr>>),
    /// `base = "http"` or `base = ["http", "nginx"]`
    TextOrTexts(Field<Vec<LitStr>>),
    /// `crate = "path"`
    PathText(Field<Path>),
    /// `delimiter = ';'`: an ASCII character that has no other meaning in a file; a string is accepted too.
    Char(Field<u8>),
    /// `doc_table = false`
    Bool(Field<bool>),
    /// `header_line = 3`
    Number(RangeInclusive<u32>, Field<u32>),
    /// `each = crate::markers`
    Path(Field<Path>),
    /// `code = u32`
    Type(Field<Type>),
    /// `default = NotFound`, `default = 404`
    Row(Field<RowName>),
    /// `without(Display)`
    Names(Field<Vec<Ident>>),
    /// `columns(code = "Fault No.")`
    Pairs(Field<Vec<(Ident, LitStr)>>),
    /// `with(axum, serde = serde_core)`
    Entries(Field<Vec<Entry>>),
    /// `detail`, `detail = false`, `detail = "public text"`
    Detail(Field<Detail>),
}

/// `None` if the word does not take it; an error if it does, but the value is wrong.
type Taken<T> = Result<T, Option<syn::Error>>;

impl Takes {
    /// What it takes, in words.
    fn describe(&self) -> String {
        let text = match self {
            Self::Flag(_) => "no value",
            Self::Text(_) | Self::PathText(_) | Self::Choice(..) => "a text",
            Self::Texts(_) => "texts in parentheses",
            Self::TextOrTexts(_) => "a text, or several in brackets",
            Self::Char(_) => "one ASCII character that is not a letter, a digit, a quote or a space",
            Self::Bool(_) => "true or false",
            Self::Number(range, _) if range.start() == range.end() => return range.start().to_string(),
            Self::Number(range, _) => return format!("a whole number from {} on", range.start()),
            Self::Path(_) => "a path",
            Self::Type(_) => "the type of the codes",
            Self::Row(_) => "a row, by its name or its code",
            Self::Names(_) => "names in parentheses",
            Self::Entries(_) => "names in parentheses, each with what it takes",
            Self::Detail(_) => "nothing, false, or a text that is told in its place",
            Self::Pairs(_) => "roles and headers in parentheses",
        };
        text.to_owned()
    }

    /// Fills the field of the word, or says why not.
    pub(super) fn fill(&self, words: &mut Words, key: &Ident, argument: Argument, example: &str) -> syn::Result<()> {
        let span = argument.span().unwrap_or_else(|| key.span());
        self.try_fill(words, key, argument).map_err(|error| {
            error.unwrap_or_else(|| {
                let example = if matches!(self, Self::Flag(_)) { String::new() } else { format!(": {example}") };
                syn::Error::new(span, format!("`{key}` takes {}{example}", self.describe()))
            })
        })
    }

    fn try_fill(&self, words: &mut Words, key: &Ident, argument: Argument) -> Taken<()> {
        match (self, argument) {
            (Self::Flag(field), Argument::None) => *field(words) = Some(key.clone()),
            (Self::Text(field), Argument::Literal(literal)) => *field(words) = Some(text(literal)?),
            (Self::Choice(choices, field), Argument::Literal(literal)) => {
                *field(words) = Some(choice(choices, text(literal)?)?);
            }
            (Self::Texts(field), Argument::List(_, entries))
            | (Self::TextOrTexts(field), Argument::Array(_, entries)) => *field(words) = Some(texts(entries)?),
            (Self::TextOrTexts(field), Argument::Literal(literal)) => *field(words) = Some(vec![text(literal)?]),
            (Self::PathText(field), Argument::Literal(literal)) => *field(words) = Some(path(&text(literal)?)?),
            (Self::Char(field), Argument::Literal(literal)) => *field(words) = Some(character(&literal)?),
            (Self::Bool(field), Argument::Literal(CodeLit { is_negative: false, lit: Lit::Bool(value) })) => {
                *field(words) = Some(value.value);
            }
            (Self::Number(range, field), Argument::Literal(literal)) => *field(words) = Some(number(range, &literal)?),
            (Self::Path(field), Argument::Type(ty)) => *field(words) = Some(type_path(*ty)?),
            (Self::Type(field), Argument::Type(ty)) => *field(words) = Some(*ty),
            (Self::Row(field), Argument::Literal(code)) => *field(words) = Some(RowName::Code(code)),
            (Self::Row(field), Argument::Type(ty)) => {
                *field(words) = Some(RowName::Name(path_ident(&ty).ok_or(None)?.clone()));
            }
            (Self::Names(field), Argument::List(_, entries)) => *field(words) = Some(names(entries)?),
            (Self::Pairs(field), Argument::List(_, entries)) => *field(words) = Some(pairs(entries)?),
            (Self::Entries(field), Argument::List(_, entries)) => *field(words) = Some(entries),
            (Self::Detail(field), argument) => *field(words) = Some(detail(argument)?),
            (Self::Text(_), Argument::Type(ty)) if matches!(*ty, Type::Macro(_)) => {
                return wrong(
                    ty.span(),
                    format!("{key} = \"…\" takes the text itself: a macro in its place is not expanded{}", {
                        if key == "csv" {
                            "; a file that the build script wrote is csv = \"$OUT_DIR/faults.csv\""
                        } else {
                            ""
                        }
                    }),
                );
            }
            _ => return Err(None),
        }
        Ok(())
    }
}

/// An error with a place of its own, in place of the one about the word.
fn wrong<T>(span: Span, message: impl std::fmt::Display) -> Taken<T> {
    Err(Some(syn::Error::new(span, message)))
}

fn detail(argument: Argument) -> Taken<Detail> {
    match argument {
        Argument::None => Ok(Detail::Shown),
        Argument::Literal(CodeLit { is_negative: false, lit: Lit::Bool(is_shown) }) => {
            Ok(if is_shown.value { Detail::Shown } else { Detail::Hidden })
        }
        Argument::Literal(literal) => text(literal).map(Detail::Fixed),
        _ => Err(None),
    }
}

fn text(literal: CodeLit) -> Taken<LitStr> {
    match literal {
        CodeLit { is_negative: false, lit: Lit::Str(text) } => {
            plain(&text)?;
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
    let each = entries.into_iter().map(|entry| match entry {
        Entry::Literal(CodeLit { is_negative: false, lit: Lit::Str(text) }) => {
            plain(&text)?;
            Ok(text)
        }
        entry => wrong(entry.span(), "write a text in quotes"),
    });
    each.collect()
}

fn type_path(ty: Type) -> Taken<Path> {
    match ty {
        Type::Group(group) => type_path(*group.elem),
        Type::Path(path) if path.qself.is_none() => Ok(path.path),
        _ => Err(None),
    }
}

fn path(text: &LitStr) -> Taken<Path> {
    match text.parse_with(Path::parse_mod_style) {
        Ok(path) => Ok(path),
        Err(_) => wrong(text.span(), "this is not a path of a crate or module, such as \"::status_docs\""),
    }
}

pub(super) fn character(literal: &CodeLit) -> Taken<u8> {
    let text = match literal {
        CodeLit { is_negative: false, lit: Lit::Char(character) } if character.suffix().is_empty() => {
            character.value().to_string()
        }
        CodeLit { is_negative: false, lit: Lit::Str(text) } => {
            plain(text)?;
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

fn pairs(entries: Vec<Entry>) -> Taken<Vec<(Ident, LitStr)>> {
    if entries.is_empty() {
        return Err(None);
    }
    let each = entries.into_iter().map(|entry| match entry {
        Entry::Key(key, Argument::Literal(CodeLit { is_negative: false, lit: Lit::Str(header) })) => {
            plain(&header)?;
            Ok((key, header))
        }
        entry => wrong(entry.span(), "write a role and its header: code = \"Fault No.\""),
    });
    each.collect()
}
