//! The types that a column can have.

use proc_macro2::TokenStream;
use quote::ToTokens;
use status_docs_data::Kind;
use syn::parse::ParseStream;
use syn::{GenericArgument, Ident, PathArguments, Token, Type};

use crate::attr::{path_ident, ungrouped};

/// The type of a column without the `Option` around it.
pub(crate) enum ColumnType {
    /// A type of the language.
    Plain(Kind),
    /// `enum Severity`: emitted here.
    Emitted(Ident),
    /// An enum of the user's.
    Path(TokenStream),
}

/// Parses the type of a column, and whether it is optional. What is no type of a column is an inner
/// error, which leaves the rest of the body readable.
pub(super) fn column_type(input: ParseStream<'_>) -> syn::Result<syn::Result<(ColumnType, bool)>> {
    if input.parse::<Option<Token![enum]>>()?.is_some() {
        return Ok(Ok((ColumnType::Emitted(input.parse()?), false)));
    }
    let is_optional_enum = {
        let ahead = input.fork();
        ahead.parse::<Ident>().is_ok_and(|ident| ident == "Option")
            && ahead.peek(Token![<])
            && ahead.peek2(Token![enum])
    };
    if is_optional_enum {
        input.parse::<Ident>()?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![enum]>()?;
        let emitted = ColumnType::Emitted(input.parse()?);
        input.parse::<Token![>]>()?;
        return Ok(Ok((emitted, true)));
    }
    let ty: Type = input.parse()?;
    Ok(match optional(&ty) {
        Some(inner) => bare(inner).map(|ty| (ty, true)),
        None => bare(&ty).map(|ty| (ty, false)),
    })
}

/// What stands in an `Option<…>`.
fn optional(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let segment = path.path.segments.first().filter(|segment| segment.ident == "Option")?;
    match &segment.arguments {
        PathArguments::AngleBracketed(arguments) if path.path.segments.len() == 1 => match arguments.args.first()? {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

fn bare(ty: &Type) -> syn::Result<ColumnType> {
    let ty = ungrouped(ty);
    let wrong = |message: &str| Err(syn::Error::new(syn::spanned::Spanned::span(ty), message));
    if let Type::Reference(reference) = ty {
        return match path_ident(&reference.elem) {
            Some(ident) if ident == "str" => Ok(ColumnType::Plain(Kind::Text)),
            _ => wrong("a reference in a column is &str"),
        };
    }
    if !matches!(ty, Type::Path(_)) {
        return wrong(
            "a column is a bool, an integer, f32, f64, char, &str, an Option of these, enum Name, or an enum of yours",
        );
    }
    let name = path_ident(ty).map(ToString::to_string).unwrap_or_default();
    match name.as_str() {
        "str" | "String" => return wrong("a text column is &str"),
        "usize" | "isize" => return wrong("its range differs between targets; write u32 or u64"),
        "u128" | "i128" => return wrong("the widest integer of a column is 64 bits"),
        "Option" => return wrong("say of what: Option<u32>"),
        _ => {}
    }
    Ok(match Kind::named(&name) {
        Some(kind) => ColumnType::Plain(kind),
        None => ColumnType::Path(ty.to_token_stream()),
    })
}
