//! Integer code → row.

use super::hash::{PAGE, mix};
use super::keys::Perfect;
use super::texts::Narrow;

/// How a table finds the row of a code. Codes come as `u64`, negative ones sign-extended.
#[derive(Clone, Copy, Debug)]
pub enum CodeIndex {
    /// The codes are consecutive: the row is the distance from the first one.
    Sequence {
        /// The first code.
        first: u64,
    },
    /// A row for each code from the first one on; for a gap, a row beyond the last.
    Direct {
        /// The smallest code.
        first: u64,
        /// Rows by distance from it.
        rows: Narrow,
    },
    /// The same in pages of `PAGE` codes.
    Paged {
        /// The smallest code.
        first: u64,
        /// Where each page of codes is in `rows`.
        pages: Narrow,
        /// Rows, page by page.
        rows: Narrow,
    },
    /// Codes that are far apart. An unknown code leads to the row of another one: compare the code.
    Hashed(Perfect),
}

impl CodeIndex {
    /// The row of a code; beyond the table's end, or another code's row, if it has none.
    #[inline]
    pub const fn row(&self, code: u64) -> usize {
        match *self {
            Self::Sequence { first } => narrow(code.wrapping_sub(first)),
            Self::Direct { first, rows } => {
                let distance = code.wrapping_sub(first);
                if distance < rows.count() as u64 { rows.get(narrow(distance)) } else { usize::MAX }
            }
            Self::Paged { first, pages, rows } => {
                let distance = code.wrapping_sub(first);
                let page = distance / PAGE as u64;
                if page < pages.count() as u64 {
                    rows.get(pages.get(narrow(page)) * PAGE + narrow(distance % PAGE as u64))
                } else {
                    usize::MAX
                }
            }
            Self::Hashed(perfect) => perfect.entry(mix(code)),
        }
    }
}

/// The status of each code from the smallest on, and after them one gap for all codes beyond.
///
/// Looking up a table of statuses takes one load; this builds it from the table of rows.
pub(super) const fn by_distance<T: Copy, const N: usize>(statuses: &[T], rows: &[u8]) -> [Option<T>; N] {
    let mut found = [None; N];
    let mut at = 0;
    while at < rows.len() {
        let row = rows[at] as usize;
        if row < statuses.len() {
            found[at] = Some(statuses[row]);
        }
        at += 1;
    }
    found
}

/// Looks up a table made by [`by_distance`]. Without a branch that could be mispredicted.
#[inline]
pub(super) const fn at_distance<T: Copy>(found: &'static [Option<T>], distance: u64) -> Option<T> {
    let last = found.len() as u64 - 1;
    found[narrow(if distance < last { distance } else { last })]
}

/// A number that is known to be small, or is to be compared with a length.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "beyond usize it is clamped")]
const fn narrow(number: u64) -> usize {
    if number > usize::MAX as u64 { usize::MAX } else { number as usize }
}

/// The item of a row, if there is such a row.
#[inline]
pub const fn pick<T: Copy>(items: &'static [T], row: usize) -> Option<T> {
    if row < items.len() { Some(items[row]) } else { None }
}
