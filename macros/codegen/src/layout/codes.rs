//! Integer code → row.

use super::hash::{PAGE, mix};
use super::keys::Perfect;

/// How the row of a code is found. For a gap between codes, the row is one past the last.
pub(crate) enum CodeIndex {
    /// Consecutive codes in order: the distance from the first one.
    Sequence { first: u64 },
    /// A row for each code from `first` on.
    Direct { first: u64, rows: Vec<usize> },
    /// The same in pages of [`PAGE`] codes, of which those that are all gap are one.
    Paged { first: u64, pages: Vec<usize>, rows: Vec<usize> },
    /// Codes that are far apart.
    Hashed(Perfect),
}

/// The widest span of codes that gets a direct table however few codes it has: 4 KiB of bytes.
const DIRECT_SPAN: u64 = 4_096;
/// A wider span must be this full: an entry takes two bytes, a row of a perfect hash about four, and the hash takes 2.6
/// ns where the direct table takes 1.1.
const DIRECT_GAPS: u64 = 3;
/// The widest span that gets pages.
const PAGED_SPAN: u64 = 1 << 16;
/// At most this many page entries per row; with more, the pages would be mostly gaps.
const PAGED_GAPS: usize = 8;

impl CodeIndex {
    /// For codes that are all different; `None` if there are none.
    pub(super) fn of(codes: &[u64]) -> Option<Self> {
        let first = *codes.first()?;
        if codes.iter().zip(0_u64..).all(|(&code, distance)| code.wrapping_sub(first) == distance) {
            return Some(Self::Sequence { first });
        }
        // Read as signed numbers, negative codes are neighbours of zero.
        let least = [codes.iter().min(), codes.iter().min_by_key(|&code| code ^ (1 << 63))];
        let (span, first) = least.into_iter().flatten().map(|&least| (span_from(least, codes), least)).min()?;
        if span < DIRECT_SPAN || span / DIRECT_GAPS < codes.len() as u64 {
            return Some(Self::Direct { first, rows: rows_from(first, span, codes)? });
        }
        if span < PAGED_SPAN {
            let (pages, rows) = paged(&rows_from(first, span, codes)?, codes.len());
            if pages.len() + rows.len() <= codes.len() * PAGED_GAPS {
                return Some(Self::Paged { first, pages, rows });
            }
        }
        let hashes: Vec<u64> = codes.iter().map(|&code| mix(code)).collect();
        Perfect::of(&hashes, |_, _| false).map(Self::Hashed)
    }
}

/// A row for each code of the span.
fn rows_from(first: u64, span: u64, codes: &[u64]) -> Option<Vec<usize>> {
    let mut rows = vec![codes.len(); usize::try_from(span).ok()? + 1];
    for (row, code) in codes.iter().enumerate() {
        *rows.get_mut(usize::try_from(code.wrapping_sub(first)).ok()?)? = row;
    }
    Some(rows)
}

/// For each page of the span, its page in the second list, whose first page is all gaps.
fn paged(span: &[usize], gap: usize) -> (Vec<usize>, Vec<usize>) {
    let mut rows = vec![gap; PAGE];
    let mut pages = Vec::with_capacity(span.len() / PAGE + 1);
    for page in span.chunks(PAGE) {
        if page.iter().all(|&row| row == gap) {
            pages.push(0);
        } else {
            pages.push(rows.len() / PAGE);
            rows.extend_from_slice(page);
            rows.resize(rows.len().next_multiple_of(PAGE), gap);
        }
    }
    (pages, rows)
}

fn span_from(least: u64, codes: &[u64]) -> u64 {
    codes.iter().map(|code| code.wrapping_sub(least)).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "reinterpreted on purpose")]
    fn shape(codes: &[i64]) -> String {
        let codes: Vec<u64> = codes.iter().map(|&code| code as u64).collect();
        match CodeIndex::of(&codes) {
            None => "none".to_owned(),
            Some(CodeIndex::Sequence { first }) => format!("sequence from {first}"),
            Some(CodeIndex::Direct { first, rows }) => format!("direct from {} to {}", first as i64, rows.len()),
            Some(CodeIndex::Paged { first, pages, rows }) => {
                format!("{} pages from {first}, {} of them with rows", pages.len(), rows.len() / PAGE - 1)
            }
            Some(CodeIndex::Hashed(perfect)) => format!("hashed in {}", perfect.slots.len()),
        }
    }

    /// As the runtime crate looks a code up.
    fn row_of(index: &CodeIndex, code: u64) -> Option<usize> {
        let at = |first: &u64| usize::try_from(code.wrapping_sub(*first)).ok();
        match index {
            CodeIndex::Sequence { first } => at(first),
            CodeIndex::Direct { first, rows } => rows.get(at(first)?).copied(),
            CodeIndex::Paged { first, pages, rows } => {
                let at = at(first)?;
                rows.get(pages.get(at / PAGE)? * PAGE + at % PAGE).copied()
            }
            CodeIndex::Hashed(_) => None,
        }
    }

    #[test]
    fn every_code_has_its_row_and_no_other_code_has_one() {
        let clusters: Vec<u64> = (0..10).flat_map(|n| n * 6_400 + 7..n * 6_400 + 57).rev().collect();
        let steps: Vec<u64> = (0..500).map(|n| 100 + n * 3).collect();
        for codes in [clusters, steps] {
            let index = CodeIndex::of(&codes).unwrap();
            for code in 0..70_000 {
                let row = row_of(&index, code).filter(|row| *row < codes.len());
                assert_eq!(row, codes.iter().position(|other| *other == code), "{code}");
            }
        }
    }

    #[test]
    fn the_index_follows_from_the_codes() {
        let spread: Vec<i64> = (0..1_000).map(|n| n * 1_000_003).collect();
        let dense: Vec<i64> = (0..20_000).rev().map(|n| n * 2).collect();
        let clusters: Vec<i64> = (0..10).flat_map(|n| n * 6_400..n * 6_400 + 50).collect();
        let dense_to = |last: i64| (0..1_365).map(|n| n * 3).chain([last]).collect::<Vec<i64>>();
        let [direct, paged] = [4_097, 4_098].map(dense_to);
        let far_to = |last: i64| (0..1_000).chain([last]).collect::<Vec<i64>>();
        let [near, far] = [65_535, 65_536].map(far_to);
        let cases: [(&[i64], &str); 17] = [
            (&[], "none"),
            (&[7], "sequence from 7"),
            (&[1, 2, 3], "sequence from 1"),
            (&[1, 3, 2], "direct from 1 to 3"),
            (&[100, 511, 404], "direct from 100 to 412"),
            (&[-1, -110, 3], "direct from -110 to 114"),
            (&spread, "hashed in 2048"),
            (&clusters, "901 pages from 0, 10 of them with rows"),
            (&dense, "direct from 0 to 39999"),
            // The widest spans of each.
            (&[0, 4_095], "direct from 0 to 4096"),
            (&[0, 4_096], "hashed in 2"),
            (&direct, "direct from 0 to 4098"),
            (&paged, "65 pages from 0, 65 of them with rows"),
            (&near, "1024 pages from 0, 17 of them with rows"),
            (&far, "hashed in 2048"),
            // 72 entries of pages and 3 * 64 of rows, which are 8 for each of 33 rows.
            (&(0..32).chain([4_550]).collect::<Vec<i64>>(), "72 pages from 0, 2 of them with rows"),
            (&(0..31).chain([4_550]).collect::<Vec<i64>>(), "hashed in 64"),
        ];
        for (codes, expected) in cases {
            assert_eq!(shape(codes), expected);
        }
        let top = CodeIndex::of(&[u64::MAX - 1, u64::MAX, u64::MAX - 9]);
        assert!(matches!(top, Some(CodeIndex::Direct { first, rows }) if first == u64::MAX - 9 && rows.len() == 10));
    }
}
