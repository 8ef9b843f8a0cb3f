//! [`Table`] → the shape of what is emitted: indexes, joined texts, perfect hashes. Numbers and texts only; `render`
//! turns them into Rust.

mod codes;
mod columns;
mod hash;
mod keys;

use status_docs_data::{Code, CodeType, Table};

pub(crate) use codes::CodeIndex;
pub(crate) use columns::TextColumn;
pub(crate) use keys::{KeyIndex, Perfect, Slots};

/// The message for a table that has rows but no [`Layout`].
pub(crate) const SAME_HASH: &str =
    "two texts of this table have the same hash of 64 bits; change a phrase, and please report it";

/// Tables with more rows are laid out for the compiler, smaller ones for the reader and for speed.
///
/// A constant that holds a variant with a discriminant of its own costs the compiler a search
/// through all discriminants: half a second at 3,000 rows, 4.5 s at 10,000. Functions that match a
/// few rows each cost .15 s at 10,000, and at this size as much as the constant.
///
/// Up to this many, a row, or the index past the last one for a gap, fits in a byte.
const SMALL: usize = 255;

/// How the rows of a table can be found.
pub(crate) struct Layout {
    /// See [`SMALL`].
    pub(crate) is_small: bool,
    /// Integer code → row; `None` for text codes.
    pub(crate) codes: Option<CodeIndex>,
    /// Text code → row; `None` for integers.
    pub(crate) texts: Option<KeyIndex>,
    /// Name → row.
    pub(crate) names: KeyIndex,
    /// Reason phrase or alias → row.
    pub(crate) phrases: KeyIndex,
    /// The row of each alias, in the order of the aliases' column.
    pub(crate) alias_rows: Vec<usize>,
}

impl Layout {
    /// The same for an open table, which has no variants that small ones could be laid out for.
    pub(crate) fn of_open(table: &Table) -> Option<Self> {
        Some(Self { is_small: false, ..Self::of(table)? })
    }

    /// `None` for a table without rows, and for two texts with the same hash of 64 bits.
    pub(crate) fn of(table: &Table) -> Option<Self> {
        let (codes, texts) = match CodeLookup::of(table)? {
            CodeLookup::Int(index) => (Some(index), None),
            CodeLookup::Text(index) => (None, Some(index)),
        };
        let count = table.rows.len();
        let (mut names, mut phrases) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for row in &table.rows {
            names.push(row.name.as_str());
            phrases.push(row.reason.as_str());
        }
        let mut alias_rows = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            for alias in &row.aliases {
                phrases.push(&alias.phrase);
                alias_rows.push(index);
            }
        }
        Some(Self {
            is_small: count <= SMALL,
            codes,
            texts,
            names: KeyIndex::of(&names, &[], false)?,
            phrases: KeyIndex::of(&phrases, &alias_rows, true)?,
            alias_rows,
        })
    }
}

/// How a code alone leads to its row.
pub(crate) enum CodeLookup {
    Int(CodeIndex),
    Text(KeyIndex),
}

impl CodeLookup {
    /// `None` as for a layout.
    pub(crate) fn of(table: &Table) -> Option<Self> {
        match table.code {
            CodeType::Int(_) => CodeIndex::of(&int_codes(table)).map(Self::Int),
            CodeType::Text => KeyIndex::of(&table.text_codes().collect::<Vec<_>>(), &[], false).map(Self::Text),
        }
    }
}

/// The codes as the runtime crate looks them up: negative ones sign-extended.
fn int_codes(table: &Table) -> Vec<u64> {
    let code = |code: &Code| match code {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "that is sign extension")]
        Code::Int(code) => *code as u64,
        Code::Text(_) => 0,
    };
    table.rows.iter().map(|row| code(&row.code)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn both_sides_hash_by_one_text() {
        let source = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        assert_eq!(source("src/layout/hash.rs"), source("../../runtime/src/lookup/hash.rs"));
    }
}
