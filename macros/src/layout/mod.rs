//! [`Table`] → the shape of what is emitted: indexes, joined texts, perfect hashes. Numbers and
//! texts only; which Rust they become is the business of `render`.

mod codes;
mod columns;
mod hash;
mod keys;

use status_docs_data::{Code, CodeType, Table};

pub(crate) use codes::CodeIndex;
pub(crate) use columns::TextColumn;
pub(crate) use keys::{KeyIndex, Perfect};

/// What is to be said of a table with rows and without a [`Layout`].
pub(crate) const SAME_HASH: &str =
    "two texts of this table have the same hash of 64 bits; change a phrase, and please report it";

/// How the rows of a table can be found.
pub(crate) struct Layout {
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
    /// `None` for a table without rows, and for two texts with the same hash of 64 bits.
    pub(crate) fn of(table: &Table) -> Option<Self> {
        let rows = &table.rows;
        let codes = match table.code {
            CodeType::Int(_) => Some(CodeIndex::of(&int_codes(table))?),
            CodeType::Text => None,
        };
        let text_codes = rows.iter().filter_map(|row| match &row.code {
            Code::Text(code) => Some(code.as_str()),
            Code::Int(_) => None,
        });
        let texts = match table.code {
            CodeType::Text => Some(KeyIndex::of(text_codes.enumerate(), false)?),
            CodeType::Int(_) => None,
        };
        let aliases = rows.iter().flat_map(|row| row.aliases.iter().map(|alias| alias.phrase.as_str()));
        let phrases = rows.iter().map(|row| row.reason.as_str()).chain(aliases);
        Some(Self {
            codes,
            texts,
            names: KeyIndex::of(rows.iter().map(|row| row.name.as_str()).enumerate(), false)?,
            phrases: KeyIndex::of(first_of_each(phrases), true)?,
            alias_rows: rows
                .iter()
                .enumerate()
                .flat_map(|(index, row)| row.aliases.iter().map(move |_| index))
                .collect(),
        })
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

/// Rows may share a phrase; the first one is found.
fn first_of_each<'t>(phrases: impl Iterator<Item = &'t str>) -> impl Iterator<Item = (usize, &'t str)> {
    let mut seen = std::collections::HashSet::new();
    phrases.enumerate().filter(move |(_, phrase)| seen.insert(phrase.to_ascii_lowercase()))
}
