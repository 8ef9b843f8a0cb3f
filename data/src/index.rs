//! Where something is, by its text or its code. One map for all of data, because each further type of one costs the build
//! of every user more than a thousand lines of unoptimised machine code.
//!
//! The standard hash resists attackers, and takes most of a check's time in an unoptimised build; the authors of a table
//! could only attack themselves.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use crate::code::Code;

/// What something is found by.
#[derive(Clone, Debug)]
pub enum Key<'k> {
    /// A number.
    Int(i128),
    /// A text.
    Text(Cow<'k, str>),
    /// A text in any ASCII case.
    Folded(Cow<'k, str>),
}

impl<'k> Key<'k> {
    /// A text in any ASCII case.
    pub fn folded(text: &'k str) -> Self {
        Self::Folded(Cow::Borrowed(text))
    }
}

impl From<u32> for Key<'_> {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl<'k> From<&'k str> for Key<'k> {
    fn from(text: &'k str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Key<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'k> From<&'k Code> for Key<'k> {
    fn from(code: &'k Code) -> Self {
        match code {
            Code::Int(code) => Self::Int(*code),
            Code::Text(code) => Self::Text(Cow::Borrowed(code)),
        }
    }
}

impl From<Code> for Key<'_> {
    fn from(code: Code) -> Self {
        match code {
            Code::Int(code) => Self::Int(code),
            Code::Text(code) => Self::Text(Cow::Owned(code)),
        }
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Int(one), Self::Int(other)) => one == other,
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Folded(one), Self::Folded(other)) => one.eq_ignore_ascii_case(other),
            _ => false,
        }
    }
}

impl Eq for Key<'_> {}

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The bit that tells cases apart: texts that are equal have equal hashes without it, which is all that a hash
        // has to guarantee.
        const CASE: u64 = 0x2020_2020_2020_2020;
        match self {
            Self::Int(code) => state.write_i128(*code),
            Self::Text(text) => state.write(text.as_bytes()),
            Self::Folded(text) => {
                let mut bytes = text.as_bytes();
                while let Some((word, rest)) = bytes.split_first_chunk::<8>() {
                    state.write_u64(u64::from_le_bytes(*word) | CASE);
                    bytes = rest;
                }
                for &byte in bytes {
                    state.write_u8(byte | 0x20);
                }
            }
        }
    }
}

/// The place of each thing among others, by its key.
#[derive(Clone, Debug, Default)]
pub struct Index<'k>(HashMap<Key<'k>, usize, BuildHasherDefault<FastHasher>>);

impl<'k> Index<'k> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing yet, and room for so many.
    pub fn with_capacity(count: usize) -> Self {
        Self(HashMap::with_capacity_and_hasher(count, BuildHasherDefault::default()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of what has that key.
    pub fn get<'q>(&self, key: impl Into<Key<'q>>) -> Option<usize> {
        self.place(&key.into())
    }

    /// Whether something has that key.
    pub fn has<'q>(&self, key: impl Into<Key<'q>>) -> bool {
        self.place(&key.into()).is_some()
    }

    fn place(&self, key: &Key<'_>) -> Option<usize> {
        // Keys of a shorter life are looked for in the same map.
        let map: &HashMap<Key<'_>, usize, BuildHasherDefault<FastHasher>> = &self.0;
        map.get(key).copied()
    }

    /// Adds a key with its place. If it is there already, it keeps its place, which is the answer.
    pub fn insert(&mut self, key: impl Into<Key<'k>>, place: usize) -> Option<usize> {
        self.insert_key(key.into(), place)
    }

    fn insert_key(&mut self, key: Key<'k>, place: usize) -> Option<usize> {
        match self.0.entry(key) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(free) => {
                free.insert(place);
                None
            }
        }
    }

    /// Adds a key to a set; whether it is new.
    pub fn add(&mut self, key: impl Into<Key<'k>>) -> bool {
        self.insert_key(key.into(), 0).is_none()
    }
}

/// Multiplies and rotates, eight bytes at a time.
#[derive(Clone, Copy, Default)]
struct FastHasher(u64);

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::hash::BuildHasher;

    proptest! {
        #[test]
        fn texts_that_differ_in_case_alone_are_one(text in ".{0,20}") {
            let (upper, lower) = (text.to_ascii_uppercase(), text.to_ascii_lowercase());
            let mut index = Index::new();
            prop_assert!(index.add(Key::folded(&text)));
            prop_assert!(index.has(Key::folded(&upper)) && index.has(Key::folded(&lower)));
            prop_assert_eq!(index.has(text.as_str()), false);
        }
    }

    #[test]
    fn the_first_place_counts() {
        let mut index = Index::new();
        assert_eq!((index.insert("a", 3), index.insert("a".to_owned(), 4), index.get("a")), (None, Some(3), Some(3)));
        assert_eq!((index.insert(Code::Int(7), 5), index.get(Code::Int(7)), index.get("7")), (None, Some(5), None));
        assert_eq!((index.len(), index.has(Key::folded("A"))), (2, false));
    }

    #[test]
    fn hashes_of_numbers_in_a_row_are_spread() {
        let buckets: std::collections::HashSet<u64> =
            (0..1_024_i128).map(|n| BuildHasherDefault::<FastHasher>::default().hash_one(n) % 1_024).collect();
        assert!(buckets.len() > 512, "{}", buckets.len());
    }
}
