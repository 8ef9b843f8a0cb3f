//! `exhaustive` and `only` beside `table = …`: which rows of an enum's table a type of the user's has to name. All of it
//! runs in constants, where the macro knows no row.

use super::tables::{Tables, is_reported};
use super::texts::Texts;
use crate::sentence::Sentence;

/// A code of either kind.
#[derive(Clone, Copy)]
pub enum AnyCode {
    /// An integer, of any type.
    Int(i128),
    /// A text.
    Text(&'static str),
}

/// An entry of `only`, read for either kind: only the compiler knows which one the table has.
pub struct Selected {
    /// As it is written.
    pub entry: &'static str,
    /// The first and the last code, of integers.
    pub range: Option<(i128, i128)>,
    /// The text, or with `is_prefix` how it begins.
    pub text: &'static str,
    /// The entry ends in `*`.
    pub is_prefix: bool,
}

impl Selected {
    #[inline]
    const fn selects(&self, code: AnyCode) -> bool {
        match (code, self.range) {
            (AnyCode::Int(code), Some((first, last))) => first <= code && code <= last,
            (AnyCode::Int(_), None) => false,
            (AnyCode::Text(code), _) => {
                let (code, text) = (code.as_bytes(), self.text.as_bytes());
                if code.len() < text.len() || (!self.is_prefix && code.len() > text.len()) {
                    return false;
                }
                let mut index = 0;
                while index < text.len() {
                    if code[index] != text[index] {
                        return false;
                    }
                    index += 1;
                }
                true
            }
        }
    }
}

/// Whether `only` keeps a code; without an entry it keeps all.
#[inline]
const fn keeps(only: &[Selected], code: AnyCode) -> bool {
    let mut index = 0;
    while index < only.len() {
        if only[index].selects(code) {
            return true;
        }
        index += 1;
    }
    only.is_empty()
}

/// Whether `only` keeps a row; `codes` are those of all rows.
#[inline]
pub const fn keeps_row(only: &[Selected], codes: &[AnyCode], row: usize) -> bool {
    row < codes.len() && keeps(only, codes[row])
}

/// Stops the build if `only` does not keep the row.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn is_kept<T: Tables>(only: &[Selected], codes: &[AnyCode], row: usize, shown: &str) {
    if is_reported::<T>() || keeps_row(only, codes, row) || !select_rows(only, codes) {
        return;
    }
    let mut sentence = Sentence::new("the row `").and(shown).and("`");
    if row < codes.len() {
        sentence = match codes[row] {
            AnyCode::Int(code) => sentence.and(" (").and_number(code).and(")"),
            AnyCode::Text(code) => sentence.and(" (\"").and(code).and("\")"),
        };
    }
    panic!("{}", sentence.and(" is not one that `only` keeps [unknown_row]").as_str())
}

/// Whether an entry selects a row; where none does, that is reported, and all else would follow from it.
#[inline]
const fn select_rows(only: &[Selected], codes: &[AnyCode]) -> bool {
    let mut index = 0;
    while index < only.len() {
        if selects_any(&only[index], codes) {
            return true;
        }
        index += 1;
    }
    false
}

#[inline]
const fn selects_any(entry: &Selected, codes: &[AnyCode]) -> bool {
    let mut row = 0;
    while row < codes.len() {
        if entry.selects(codes[row]) {
            return true;
        }
        row += 1;
    }
    false
}

/// Stops the build at an entry of `only` that selects no row.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn selects_rows<T: Tables>(only: &[Selected], codes: &[AnyCode], table: &str) {
    if is_reported::<T>() {
        return;
    }
    let mut index = 0;
    while index < only.len() {
        if !selects_any(&only[index], codes) {
            let sentence =
                Sentence::new("\"").and(only[index].entry).and("\" in `only` selects no row of `").and(table);
            panic!("{}", sentence.and("` [empty_selection]").as_str())
        }
        index += 1;
    }
}

/// At most this many missing rows are shown.
const SHOWN: usize = 20;

/// Stops the build if a row that `only` keeps has no variant. `named` are the rows that have one; without an entry
/// of `only`, there are no `codes`.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn covers<T: Tables, const ROWS: usize>(only: &[Selected], codes: &[AnyCode], named: &[usize], table: &str) {
    if is_reported::<T>() {
        return;
    }
    // A flag for each row: linear in rows and variants.
    let mut is_named = [false; ROWS];
    let mut index = 0;
    while index < named.len() {
        let row = named[index];
        if row < ROWS {
            is_named[row] = true;
        }
        index += 1;
    }
    let (mut missing, mut row) = (0, 0);
    while row < ROWS {
        if !is_named[row] && (only.is_empty() || keeps(only, codes[row])) {
            missing += 1;
        } else {
            is_named[row] = true;
        }
        row += 1;
    }
    if missing == 0 {
        return;
    }
    let mut sentence = Sentence::new("").and_number(missing);
    sentence = sentence.and(if missing == 1 { " row of `" } else { " rows of `" }).and(table);
    sentence = sentence.and(if missing == 1 { "` has no variant: " } else { "` have no variant: " });
    let (mut shown, mut row) = (0, 0);
    while row < ROWS && shown < SHOWN {
        if !is_named[row] {
            let between = if shown == 0 { "" } else { ", " };
            let what = match T::CODES {
                // The codes are numbers.
                Texts::Slices([]) => T::NAMES.get(row),
                codes => codes.get(row),
            };
            sentence = sentence.and(between).and(what);
            shown += 1;
        }
        row += 1;
    }
    if missing > SHOWN as i128 {
        sentence = sentence.and(" and ").and_number(missing - SHOWN as i128).and(" more");
    }
    let end = if missing == 1 { "; add a variant for it" } else { "; add a variant for each" };
    panic!("{}", sentence.and(end).and(" [missing_variant]").as_str())
}
