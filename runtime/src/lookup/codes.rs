//! Integer code → row.

use super::hash::{PAGE, mix};
use super::keys::Perfect;
use super::texts::Narrow;

/// How a table finds the row of a code. Codes come as `u64`, negative ones sign-extended.
#[derive(Clone, Copy)]
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

/// Looks up a table that has a gap at its end. Without a branch that could be mispredicted.
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

/// The status on this condition, else none. The place in an array is chosen, since a branch would be mispredicted.
#[inline]
pub const fn only_if<T: Copy>(is_found: bool, status: Option<T>) -> Option<T> {
    [None, status][is_found as usize]
}

/// The item of a row, if there is such a row.
#[inline]
pub const fn pick<T: Copy>(items: &'static [T], row: usize) -> Option<T> {
    if row < items.len() { Some(items[row]) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAP: u8 = 3;

    /// The codes 7, 71 and 263: what their pages hold, after the page of gaps.
    const ROWS_OF_PAGES: [u8; 4 * PAGE] = {
        let mut rows = [GAP; 4 * PAGE];
        (rows[PAGE], rows[2 * PAGE], rows[3 * PAGE + PAGE - 1]) = (0, 1, 2);
        rows
    };

    #[test]
    fn a_code_leads_to_its_row_and_any_other_one_beyond_the_last() {
        const NOWHERE: usize = usize::MAX;
        let three = u64::MAX - 2;
        let direct = |rows| CodeIndex::Direct { first: three, rows };
        let paged = CodeIndex::Paged { first: 7, pages: Narrow::U8(&[1, 2, 0, 3]), rows: Narrow::U8(&ROWS_OF_PAGES) };
        let of_direct = [(three - 1, NOWHERE), (three, 0), (three + 1, 2), (three + 2, 1), (0, NOWHERE), (1, NOWHERE)];
        let cases: [(CodeIndex, &[(u64, usize)]); 5] = [
            (CodeIndex::Sequence { first: 100 }, &[(99, NOWHERE), (100, 0), (105, 5), (0, NOWHERE - 99)]),
            (direct(Narrow::U8(&[0, 2, 1])), &of_direct),
            (direct(Narrow::Bytes16(b"\0\0\x02\0\x01\0")), &of_direct),
            (direct(Narrow::Bytes32(b"\0\0\0\0\x02\0\0\0\x01\0\0\0")), &of_direct),
            (
                paged,
                &[
                    (6, NOWHERE),
                    (7, 0),
                    (8, 3),
                    (70, 3),
                    (71, 1),
                    (72, 3),
                    (135, 3),
                    (198, 3),
                    (199, 3),
                    (261, 3),
                    (262, 2),
                    (263, NOWHERE),
                    (u64::MAX, NOWHERE),
                ],
            ),
        ];
        for (at, (index, codes)) in cases.into_iter().enumerate() {
            for (code, row) in codes {
                assert_eq!(index.row(*code), *row, "{code} in case {at}");
            }
        }
    }

    #[test]
    fn a_status_is_at_its_distance_and_a_gap_at_any_other_one() {
        // Row 2 is one past the last.
        static FOUND: [Option<char>; 5] = by_distance(&['a', 'b'], &[0, 2, 1, 255]);
        // At run time as in a constant.
        for found in [FOUND, by_distance(&['a', 'b'], &[0, 2, 1, 255])] {
            assert_eq!(found, [Some('a'), None, Some('b'), None, None]);
        }
        for (distance, status) in [(0, Some('a')), (1, None), (2, Some('b')), (3, None), (4, None), (5, None)] {
            assert_eq!(at_distance(&FOUND, distance), status, "{distance}");
        }
        assert_eq!(at_distance(&FOUND, u64::MAX), None);
    }

    #[test]
    fn a_row_past_the_last_has_no_item() {
        for (row, item) in [(0, Some('a')), (1, Some('b')), (2, None), (usize::MAX, None)] {
            assert_eq!(pick(&['a', 'b'], row), item, "{row}");
        }
    }
}
