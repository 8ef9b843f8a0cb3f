//! What `#[status(…)]` says about a variant or a struct: which row it is.

use crate::attr::{RowName, Transparent, Words};

pub(super) enum StatusAttr {
    /// Not given: its own name, then the default.
    Unspecified,
    Row(RowName),
    /// Its field answers.
    Transparent(Transparent),
    /// Its field has the code.
    Coded,
    /// It was already reported, so its row is not looked for.
    Invalid,
}

impl StatusAttr {
    /// Takes it out of the words.
    pub(super) fn of(words: &mut Words) -> Self {
        match (words.row.take(), words.transparent.take()) {
            (Some(row), _) => Self::Row(row),
            (None, Some(word)) => Self::Transparent(word),
            (None, None) => Self::Unspecified,
        }
    }
}
