//! A hash for maps that are only looked up in, never iterated. The standard one resists attackers, and takes most
//! of a check's time in an unoptimised build; the authors of a table could only attack themselves.

use std::hash::{BuildHasherDefault, Hash, Hasher};

pub(super) type FastHash = BuildHasherDefault<FastHasher>;

/// Multiplies and rotates, eight bytes at a time.
#[derive(Clone, Copy, Default)]
pub(super) struct FastHasher(u64);

impl FastHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for FastHasher {
    fn write(&mut self, mut bytes: &[u8]) {
        while let Some((word, rest)) = bytes.split_first_chunk::<8>() {
            self.add(u64::from_le_bytes(*word));
            bytes = rest;
        }
        let mut last = 0;
        for byte in bytes {
            last = (last << 8) | u64::from(*byte);
        }
        self.add(last);
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn write_usize(&mut self, word: usize) {
        self.add(word as u64);
    }

    #[allow(clippy::cast_possible_truncation, reason = "in two halves")]
    fn write_u128(&mut self, number: u128) {
        self.add(number as u64);
        self.add((number >> 64) as u64);
    }

    fn finish(&self) -> u64 {
        // hashbrown takes its tag from the top bits and the bucket from the low ones.
        self.0 ^ (self.0 >> 32)
    }
}

/// A text in any ASCII case.
#[derive(Clone, Copy)]
pub(super) struct Folded<'t>(pub(super) &'t str);

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for Folded<'_> {}

impl Hash for Folded<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The bit that tells cases apart: texts that are equal have equal hashes without it, which is all that a hash
        // has to guarantee.
        const CASE: u64 = 0x2020_2020_2020_2020;
        let mut bytes = self.0.as_bytes();
        while let Some((word, rest)) = bytes.split_first_chunk::<8>() {
            state.write_u64(u64::from_le_bytes(*word) | CASE);
            bytes = rest;
        }
        for &byte in bytes {
            state.write_u8(byte | 0x20);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::hash::BuildHasher;

    proptest! {
        #[test]
        fn texts_that_differ_in_case_alone_are_one(text in ".{0,20}") {
            let hash = |text: &str| FastHash::default().hash_one(Folded(text));
            prop_assert_eq!(hash(&text), hash(&text.to_ascii_uppercase()));
            prop_assert!(Folded(&text) == Folded(&text.to_ascii_lowercase()));
        }
    }

    #[test]
    fn hashes_of_numbers_in_a_row_are_spread() {
        let buckets: std::collections::HashSet<u64> =
            (0..1_024_i128).map(|n| FastHash::default().hash_one(n) % 1_024).collect();
        assert!(buckets.len() > 512, "{}", buckets.len());
    }
}
