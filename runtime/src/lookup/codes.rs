//! Integer code → row.

use super::hash::mix;
use super::keys::Perfect;

/// How a table finds the row of a code. Codes come as `u64`, negative ones sign-extended.
#[derive(Clone, Copy, Debug)]
pub enum CodeIndex {
    /// The codes stand in order without a gap: the row is the distance from the first one.
    Sequence {
        /// The first code.
        first: u64,
    },
    /// A row for each code from the first one on; 255, which no row has, where there is none.
    Direct8 {
        /// The least code.
        first: u64,
        /// Rows by distance from it.
        rows: &'static [u8],
    },
    /// The same for more rows; 65,535, which no row has, where there is none.
    Direct16 {
        /// The least code.
        first: u64,
        /// Rows by distance from it.
        rows: &'static [u16],
    },
    /// Codes far apart. The row of an unknown code is that of another one: compare.
    Hashed(Perfect),
}

impl CodeIndex {
    /// The row of a code; beyond the table's end, or another code's row, if it has none.
    #[inline]
    pub const fn row(&self, code: u64) -> usize {
        match *self {
            Self::Sequence { first } => narrow(code.wrapping_sub(first)),
            Self::Direct8 { first, rows } => {
                let distance = code.wrapping_sub(first);
                if distance < rows.len() as u64 { rows[narrow(distance)] as usize } else { usize::MAX }
            }
            Self::Direct16 { first, rows } => {
                let distance = code.wrapping_sub(first);
                if distance < rows.len() as u64 { rows[narrow(distance)] as usize } else { usize::MAX }
            }
            Self::Hashed(perfect) => perfect.entry(mix(code)),
        }
    }
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
