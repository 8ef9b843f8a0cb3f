//! The types that a column can have.

use proc_macro2::TokenStream;
use quote::ToTokens;
use status_docs_data::Kind;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{GenericArgument, Path, PathArguments, Token, Type};

use super::category::CategoryEnum;
use crate::attr::{path_ident, ungrouped};

/// The type of a column without the `Option` around it.
pub(crate) enum ColumnType {
    /// A type of the language.
    Plain(Kind),
    /// `enum Severity`: emitted here.
    Emitted(CategoryEnum),
    /// An enum of the user's.
    Path(TokenStream),
}

/// What a column can be.
fn column_types() -> String {
    let names: Vec<&str> = Kind::names().collect();
    format!("a column is a {}, an integer, &str, an Option of these, enum Name, or an enum of yours", names.join(", "))
}

/// Parses the type of a column, and whether it is optional. A type that a column cannot have is an inner error, so that
/// the rest of the body can still be read.
pub(super) fn column_type(input: ParseStream<'_>) -> syn::Result<syn::Result<(ColumnType, bool)>> {
    if is_enum(input) {
        return Ok(Ok((ColumnType::Emitted(input.parse()?), false)));
    }
    if is_optional_enum(input) {
        input.call(Path::parse_mod_style)?;
        input.parse::<Token![<]>()?;
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

/// `enum`, or what may be before it.
fn is_enum(input: ParseStream<'_>) -> bool {
    input.peek(Token![enum]) || input.peek(Token![#]) || input.peek(Token![pub])
}

fn is_optional_enum(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.call(Path::parse_mod_style).is_ok_and(|path| is_option(&path))
        && ahead.parse::<Token![<]>().is_ok()
        && is_enum(&ahead)
}

/// `Option`, or `std::option::Option`.
fn is_option(path: &Path) -> bool {
    let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(
        names.iter().map(String::as_str).collect::<Vec<_>>()[..],
        ["Option"] | ["std" | "core", "option", "Option"]
    )
}

/// What is in an `Option<…>`.
fn optional(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last().filter(|_| path.qself.is_none() && is_option(&path.path))?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

fn bare(ty: &Type) -> syn::Result<ColumnType> {
    let ty = ungrouped(ty);
    let wrong = |message: &str| Err(syn::Error::new(ty.span(), message));
    let path = match ty {
        Type::Reference(reference) => {
            return match path_ident(&reference.elem) {
                Some(ident) if ident == "str" => Ok(ColumnType::Plain(Kind::Text)),
                _ => wrong("a reference in a column is &str"),
            };
        }
        Type::Path(path) => path,
        _ => return wrong(&column_types()),
    };
    let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    if let Some(message) = not_an_enum(&last, path.path.segments.len() > 1) {
        return wrong(message);
    }
    Ok(match path_ident(ty).and_then(|ident| Kind::named(&ident.to_string())) {
        Some(kind) => ColumnType::Plain(kind),
        None => ColumnType::Path(ty.to_token_stream()),
    })
}

/// What to write in place of a type that a cell cannot have. All other types are taken for the user's enums; a type
/// with a path may have any name.
fn not_an_enum(name: &str, is_in_path: bool) -> Option<&'static str> {
    Some(match name {
        "str" | "String" | "Cow" => "a text column is &str",
        "usize" | "isize" => "its range differs between targets; write u32 or u64",
        "u128" | "i128" => "the widest integer of a column is 64 bits",
        "Option" if !is_in_path => "say which type: Option<u32>",
        "Vec" | "HashSet" | "BTreeSet" | "VecDeque" => {
            "a cell is one value; take its text as &str and split it where it is used"
        }
        "Box" | "Rc" | "Arc" => "a column's values are constants; take the type without the pointer around it",
        "Duration" => "a cell is a number; take it as u32 or f64, with the unit in its name: wait_seconds: u32",
        "PathBuf" | "OsString" | "Instant" | "SystemTime" => "a cell is text or a number; take it as &str or u32",
        _ if name.starts_with("NonZero") => "write the integer without NonZero",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use status_docs_data::Kind;

    use crate::rustdoc_tables::{cells, code_in};

    #[test]
    fn the_table_of_types_has_every_kind() {
        let cells = cells("../../runtime/src/status_table.rs", "# Further columns");
        let documented: BTreeSet<&str> = cells.iter().flat_map(|cell| code_in(cell)).collect();
        assert!(documented.is_superset(&Kind::names().collect()), "{documented:?}");
    }
}
