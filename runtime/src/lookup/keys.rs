//! Text → row, by a perfect hash that the macro built.
//!
//! Always inlined into the one method that calls it, where the shape of the table is a constant.
#![allow(clippy::inline_always)]

use super::hash::{CASE, Received, bucket, eight, short, slot, windows};
use super::texts::{Narrow, Texts};

/// A perfect hash table: one probe, then the caller compares.
#[derive(Clone, Copy)]
pub struct Perfect {
    /// For each bucket, the pilot that sends its hashes to slots of their own; the length is a power of two.
    pub pilots: &'static [u8],
    /// The entry of each slot; an unused slot has an arbitrary one. The length is a power of two.
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
#[derive(Clone, Copy)]
pub struct KeyIndex {
    /// Hash → entry.
    pub perfect: Perfect,
    /// Upper and lower case of ASCII letters are equivalent.
    pub fold: bool,
    /// With `fold`: the keys consist of ASCII letters and bytes from 32 to 63, which are space, digits and most signs.
    /// Flipping the case bit of one of the latter gives a control character.
    pub plain: bool,
    /// All bytes are hashed, not only some.
    pub whole: bool,
}

impl KeyIndex {
    /// For a table that is not looked up in this way.
    pub(super) const NONE: Self =
        Self { perfect: Perfect { pilots: &[], slots: Narrow::U8(&[]) }, fold: false, plain: false, whole: false };

    /// The row whose text in a column is exactly this one; `usize::MAX` if there is none.
    #[inline(always)]
    pub const fn find(&self, column: &Texts, text: &str) -> usize {
        let received = Received::of(text.as_bytes());
        let row = self.entry(&received);
        if self.is_same(&received, column.get(row)) { row } else { usize::MAX }
    }

    #[inline(always)]
    const fn entry(&self, text: &Received<'_>) -> usize {
        self.perfect.entry(text.hash(self.fold, self.whole))
    }

    /// Whether the received text is that of the entry that its hash led to. Up to 32 bytes there is no branch on the
    /// length that could be mispredicted.
    #[inline(always)]
    const fn is_same(&self, text: &Received<'_>, key: &str) -> bool {
        let key = key.as_bytes();
        if key.len() != text.bytes.len() {
            return false;
        }
        match (text.windows, windows(key)) {
            (Some(of_text), Some(of_key)) if key.len() <= 32 => self.differ_in(of_text, of_key) == 0,
            (Some(_), _) => self.is_same_long(text.bytes, key),
            _ => self.differ(text.short, short(key)) == 0,
        }
    }

    /// The differing bits in a text of eight to 32 bytes.
    #[inline(always)]
    const fn differ_in(&self, text: [u64; 4], key: [u64; 4]) -> u64 {
        if self.fold && self.plain {
            let differ = (text[0] ^ key[0]) | (text[1] ^ key[1]) | (text[2] ^ key[2]) | (text[3] ^ key[3]);
            let shown = shown(text[0]) & shown(text[1]) & shown(text[2]) & shown(text[3]);
            return (differ & !CASE) | (!shown & SHOWN);
        }
        self.differ(text[0], key[0])
            | self.differ(text[1], key[1])
            | self.differ(text[2], key[2])
            | self.differ(text[3], key[3])
    }

    /// Compares texts of the same length, which is more than eight bytes.
    #[inline]
    const fn is_same_long(&self, text: &[u8], key: &[u8]) -> bool {
        let mut at = 0;
        loop {
            if self.differ(eight(text, at), eight(key, at)) != 0 {
                return false;
            }
            if at + 8 == text.len() {
                return true;
            }
            // The last step overlaps the one before it.
            at = if at + 16 <= text.len() { at + 8 } else { text.len() - 8 };
        }
    }

    /// The bits in which eight bytes differ from those of a key; with `fold`, ignoring the case of ASCII letters.
    #[inline(always)]
    const fn differ(&self, text: u64, key: u64) -> u64 {
        if self.fold { (text ^ key) & !case_of_letters(key) } else { text ^ key }
    }
}

/// The bit in each byte that [`shown`] sets.
const SHOWN: u64 = 0x8080_8080_8080_8080;

/// Sets the bit in each byte of an ASCII text that is 32 or more, and so not a control character.
#[inline]
const fn shown(bytes: u64) -> u64 {
    bytes.wrapping_add(SHOWN - CASE)
}

/// Reason phrases and aliases, found in any ASCII case.
#[derive(Clone, Copy)]
pub struct Phrases {
    /// Entries below `rows` are reason phrases, the rest are aliases.
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
    /// Those of a table without rows.
    pub const NONE: Self = Self {
        index: KeyIndex::NONE,
        rows: 0,
        reasons: Texts::Slices(&[]),
        aliases: Texts::Slices(&[]),
        alias_rows: Narrow::U8(&[]),
    };

    /// The row of a phrase; `usize::MAX` if there is none.
    #[inline(always)]
    pub const fn find(&self, text: &str) -> usize {
        let received = Received::of(text.as_bytes());
        let entry = self.index.entry(&received);
        let (row, phrase) = if entry < self.rows {
            (entry, self.reasons.get(entry))
        } else {
            (self.alias_rows.get(entry - self.rows), self.aliases.get(entry - self.rows))
        };
        if self.index.is_same(&received, phrase) { row } else { usize::MAX }
    }
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
    use std::boxed::Box;
    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use super::*;

    fn index(fold: bool, plain: bool) -> KeyIndex {
        let perfect = Perfect { pilots: b"\0", slots: Narrow::U8(b"\0") };
        KeyIndex { perfect, fold, plain, whole: false }
    }

    #[test]
    fn folding_eight_bytes_is_ascii_folding() {
        for key in 0..=255_u8 {
            for text in 0..=255_u8 {
                let is_same =
                    index(true, false).differ(u64::from_le_bytes([text; 8]), u64::from_le_bytes([key; 8])) == 0;
                assert_eq!(is_same, text.eq_ignore_ascii_case(&key), "{text} {key}");
            }
        }
    }

    #[test]
    fn texts_are_compared_to_their_last_byte() {
        let text = "The quick brown fox jumps (over) the lazy dog 123";
        for length in 0..=text.len() {
            let a = &text[..length];
            let ends: &'static [u8] = Box::leak(Box::new([0, u8::try_from(length).unwrap()]));
            let joined: &'static str = Box::leak(format!("{a}{text}").into_boxed_str());
            for column in
                [Texts::Slices(Box::leak(Box::new([&text[..length]]))), Texts::Joined(joined, Narrow::U8(ends))]
            {
                let is_same = |fold, text: &[u8]| {
                    let text = core::str::from_utf8(text).unwrap();
                    let [is_same, is_same_plain] =
                        [false, true].map(|plain| index(fold, plain).find(&column, text) == 0);
                    assert_eq!(is_same, is_same_plain, "{text}");
                    is_same
                };
                assert!(is_same(false, a.as_bytes()));
                assert!(is_same(true, &a.to_ascii_uppercase().into_bytes()));
                assert!(!is_same(true, &text.as_bytes()[..length.wrapping_sub(1).min(text.len())]) || length == 0);
                for changed in 0..length {
                    let mut b = a.as_bytes().to_vec();
                    b[changed] ^= 1;
                    assert!(!is_same(true, &b) && !is_same(false, &b), "{length} {changed}");
                    b[changed] = a.as_bytes()[changed] ^ 0x20;
                    assert_eq!(is_same(true, &b), a.as_bytes()[changed].is_ascii_alphabetic(), "{length} {changed}");
                    // Two differences do not cancel each other, also where they are the same bit of two eights.
                    b[changed] = a.as_bytes()[changed] ^ 1;
                    for other in (changed % 8..length).step_by(8).filter(|other| *other != changed) {
                        b[other] ^= 1;
                        assert!(!is_same(true, &b) && !is_same(false, &b), "{length} {changed} {other}");
                        b[other] ^= 1;
                    }
                }
            }
        }
    }

    /// A byte beyond ASCII differs in its highest bit from a printable one, which is what a control character is found
    /// by.
    #[test]
    fn a_letter_beyond_ascii_is_not_two_printable_characters() {
        let mut compared = 0;
        for letter in '\u{80}'..'\u{800}' {
            let text = format!("Code {letter}.");
            let key: Vec<u8> = text.bytes().map(|byte| byte & 0x7f).collect();
            if key.iter().any(|byte| !matches!(byte, b' '..=b'?' | b'A'..=b'Z' | b'a'..=b'z')) {
                continue;
            }
            compared += 1;
            let key: &'static str = Box::leak(String::from_utf8(key).unwrap().into_boxed_str());
            let column = Texts::Slices(Box::leak(Box::new([key])));
            for plain in [false, true] {
                assert_eq!(index(true, plain).find(&column, key), 0);
                assert_eq!(index(true, plain).find(&column, &text), usize::MAX, "{key:?} {text:?}");
            }
        }
        assert_eq!(compared, 800);
    }
}
