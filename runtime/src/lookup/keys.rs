//! Text → row, by a perfect hash that the macro built.
//!
//! Always inlined into the one method that asks, where the shape of the table is a constant.
#![allow(clippy::inline_always)]

use super::hash::{CASE, bucket, eight, short, slot, text_hash};
use super::texts::{Narrow, Texts};

/// A perfect hash table: one probe, then the caller compares.
#[derive(Clone, Copy, Debug)]
pub struct Perfect {
    /// For each bucket the number that sends its hashes to slots of their own; as many as a power
    /// of two.
    pub pilots: &'static [u8],
    /// The entry of each slot; an unused slot has any. As many as a power of two.
    pub slots: Narrow,
}

impl Perfect {
    /// The only entry that can have this hash.
    #[inline(always)]
    pub(super) const fn entry(&self, hash: u64) -> usize {
        let pilot = self.pilots[bucket(hash, self.pilots.len().trailing_zeros())];
        self.slots.get(slot(hash, pilot, self.slots.count().trailing_zeros()))
    }
}

/// A perfect hash table of texts.
#[derive(Clone, Copy, Debug)]
pub struct KeyIndex {
    /// Hash → entry.
    pub perfect: Perfect,
    /// Upper and lower case of ASCII letters are the same.
    pub fold: bool,
    /// All bytes are hashed, not a few.
    pub whole: bool,
}

impl KeyIndex {
    /// Of a table that is not asked in this way.
    pub(super) const NONE: Self =
        Self { perfect: Perfect { pilots: &[], slots: Narrow::U8(&[]) }, fold: false, whole: false };

    #[inline(always)]
    const fn entry(&self, text: &str) -> usize {
        self.perfect.entry(text_hash(text.as_bytes(), self.fold, self.whole))
    }

    /// The row of a column in which exactly this text stands; `usize::MAX` if there is none.
    #[inline(always)]
    pub const fn find(&self, column: &Texts, text: &str) -> usize {
        let row = self.entry(text);
        if is_same(column.get(row).as_bytes(), text.as_bytes(), self.fold) { row } else { usize::MAX }
    }
}

/// Reason phrases and aliases, found in any ASCII case.
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    /// Entries below `rows` are reason phrases, those from there on aliases.
    pub index: KeyIndex,
    /// How many rows there are.
    pub rows: usize,
    /// The reason phrases.
    pub reasons: Texts,
    /// The aliases.
    pub aliases: Texts,
    /// The row of each alias.
    pub alias_rows: Narrow,
}

impl Phrases {
    /// The row of a phrase; `usize::MAX` if there is none.
    #[inline(always)]
    pub const fn find(&self, text: &str) -> usize {
        let entry = self.index.entry(text);
        let (row, phrase) = if entry < self.rows {
            (entry, self.reasons.get(entry))
        } else {
            (self.alias_rows.get(entry - self.rows), self.aliases.get(entry - self.rows))
        };
        if is_same(phrase.as_bytes(), text.as_bytes(), self.index.fold) { row } else { usize::MAX }
    }
}

/// Compares eight bytes at a time, most texts in one go: four places that overlap cover 32 bytes
/// whatever the length is, and there is no branch on it that could be mispredicted.
#[inline(always)]
const fn is_same(a: &[u8], b: &[u8], fold: bool) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let length = a.len();
    if length < 8 {
        return differ(short(a), short(b), fold) == 0;
    }
    let last = length - 8;
    if length > 32 {
        return is_same_long(a, b, fold);
    }
    let second = if last < 8 { last } else { 8 };
    let places = [0, second, last - second, last];
    let exact = (eight(a, places[0]) ^ eight(b, places[0]))
        | (eight(a, places[1]) ^ eight(b, places[1]))
        | (eight(a, places[2]) ^ eight(b, places[2]))
        | (eight(a, places[3]) ^ eight(b, places[3]));
    if exact == 0 {
        return true;
    }
    if !fold || exact & !CASE != 0 {
        return false;
    }
    let folded = differ(eight(a, places[0]), eight(b, places[0]), true)
        | differ(eight(a, places[1]), eight(b, places[1]), true)
        | differ(eight(a, places[2]), eight(b, places[2]), true)
        | differ(eight(a, places[3]), eight(b, places[3]), true);
    folded == 0
}

/// More than 32 bytes.
const fn is_same_long(a: &[u8], b: &[u8], fold: bool) -> bool {
    let mut at = 0;
    loop {
        if differ(eight(a, at), eight(b, at), fold) != 0 {
            return false;
        }
        if at + 8 == a.len() {
            return true;
        }
        // The last step overlaps the one before it.
        at = if at + 16 <= a.len() { at + 8 } else { a.len() - 8 };
    }
}

/// The bits in which eight bytes differ; with `fold`, those of ASCII letters' case left aside.
#[inline]
const fn differ(a: u64, b: u64, fold: bool) -> u64 {
    if fold { (a ^ b) & !case_of_letters(a) } else { a ^ b }
}

/// The bit of the case in each byte that is an ASCII letter.
#[inline]
const fn case_of_letters(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES * 0x80;
    let lower = (bytes | CASE) & !HIGH;
    let from_a = lower + ONES * (0x80 - b'a' as u64);
    let beyond_z = lower + ONES * (0x7f - b'z' as u64);
    let is_letter = (from_a ^ beyond_z) & !bytes & HIGH;
    is_letter >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_eight_bytes_is_ascii_folding() {
        for a in 0..=255_u8 {
            for b in 0..=255_u8 {
                let is_same = differ(u64::from_le_bytes([a; 8]), u64::from_le_bytes([b; 8]), true) == 0;
                assert_eq!(is_same, a.eq_ignore_ascii_case(&b), "{a} {b}");
            }
        }
    }

    #[test]
    fn texts_are_compared_to_their_last_byte() {
        let text = "The quick brown fox jumps over the lazy dog 123";
        for length in 0..=text.len() {
            let a = &text.as_bytes()[..length];
            assert!(is_same(a, a, false));
            assert!(is_same(a, &a.to_ascii_uppercase(), true));
            for changed in 0..length {
                let mut b = a.to_vec();
                b[changed] ^= 1;
                assert!(!is_same(a, &b, true) && !is_same(a, &b, false), "{length} {changed}");
            }
            assert!(length == 0 || !is_same(a, &a[1..], true));
        }
    }
}
