//! `#[status(…)]`, one parser for `status_table!` and the derive: the syntax, the words, and the settings of the table.

mod errors;
mod syntax;
mod table;
mod words;

use syn::{Attribute, Ident, Meta, Type};

pub use errors::CodeError;
pub(crate) use errors::{Errors, unknown};
pub(crate) use syntax::{Argument, CodeLit, Entry, close, separated, split};
pub(crate) use table::{CODE_TYPES, TableWords, code_type, meant_code_type, width_hint};
pub(crate) use words::{Detail, Each, Place, RowName, Transparent, Words, plain};

/// The identifier of a type that consists of just one.
pub(crate) fn path_ident(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        // `<T>::Name` is not one: it has a colon before it.
        Type::Path(path) => path.path.get_ident(),
        _ => None,
    }
}

/// A type passed through `$ty:ty` of a user's own macro is wrapped in an invisible group.
pub(crate) fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}

/// Whether an attribute is text for rustdoc; `#[doc(alias = "…")]` is not.
pub(crate) fn is_documentation(attr: &Attribute) -> bool {
    attr.path().is_ident("doc") && matches!(attr.meta, Meta::NameValue(_))
}
