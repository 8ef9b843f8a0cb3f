//! Text → row, by a perfect hash that the macro built.
//!
//! Always inlined into the one method that calls it, where the shape of the table is a constant.
#![allow(clippy::inline_always)]

use super::hash::{CASE, LONGEST, Received, bucket, eight, short, slot, windows};
use super::texts::{Narrow, Slots, Texts, part};

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
        self.slots.get(self.slot(hash))
    }

    /// The slot of this hash.
    #[inline(always)]
    const fn slot(&self, hash: u64) -> usize {
        let pilot = self.pilots[bucket(hash, self.pilots.len().trailing_zeros())];
        slot(hash, pilot, self.slots.count().trailing_zeros())
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
        if let (Narrow::Slots(slots), Texts::Joined(keys, _)) = (self.perfect.slots, *column) {
            return self.row(&slots, keys, &received);
        }
        let row = self.entry(&received);
        if self.is_same(&received, column.get(row).as_bytes()) { row } else { usize::MAX }
    }

    #[inline(always)]
    const fn entry(&self, text: &Received<'_>) -> usize {
        self.perfect.entry(text.hash(self.fold, self.whole))
    }

    /// The row of a text among keys that are one text; `usize::MAX` if it has none.
    ///
    /// Half of what a program receives may be in no table, and a branch on that would be mispredicted every other time,
    /// which costs more than all the rest. Up to 32 bytes there is none: all differences, also that of the lengths, are
    /// one number, and the row is made of it by arithmetic. What is compared with a longer or a shorter key is as long as
    /// the received text, which is why there are bytes behind the last key.
    #[inline(always)]
    const fn row(&self, slots: &Slots, keys: &'static str, text: &Received<'_>) -> usize {
        let (row, start, length) = slots.get(self.perfect.slot(text.hash(self.fold, self.whole)));
        if text.bytes.len() > LONGEST {
            let key = part(keys, start, start + length).as_bytes();
            return if key.len() == text.bytes.len() && self.is_same_long(text.bytes, key) { row } else { usize::MAX };
        }
        // One comparison for all that is read of the key.
        if keys.len() < LONGEST || start > keys.len() - LONGEST {
            return usize::MAX;
        }
        let Some((_, from_key)) = keys.as_bytes().split_at_checked(start) else { return usize::MAX };
        let Some((key, _)) = from_key.split_at_checked(text.bytes.len()) else { return usize::MAX };
        row | all_ones_if_any(self.difference(text, key) | (length ^ text.bytes.len()) as u64)
    }

    /// The bits in which a text of at most 32 bytes differs from as many bytes of a key.
    #[inline(always)]
    const fn difference(&self, text: &Received<'_>, key: &[u8]) -> u64 {
        match (text.windows, windows(key)) {
            (Some(of_text), Some(of_key)) => self.differ_in(of_text, of_key),
            _ => self.differ(text.short, short(key)),
        }
    }

    /// Whether the received text is a key, as older versions emitted them: each with an end of its own.
    #[inline(always)]
    const fn is_same(&self, text: &Received<'_>, key: &[u8]) -> bool {
        if key.len() != text.bytes.len() {
            return false;
        }
        if key.len() <= LONGEST { self.difference(text, key) == 0 } else { self.is_same_long(text.bytes, key) }
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

/// All bits, if there is one in the number; else none.
#[inline(always)]
#[allow(clippy::cast_possible_wrap, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bits")]
const fn all_ones_if_any(bits: u64) -> usize {
    ((bits | bits.wrapping_neg()) as i64 >> 63) as usize
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
    /// The reason phrases, and after them the aliases; in what older versions emitted, the aliases alone.
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
        if let Narrow::Slots(_) = self.index.perfect.slots {
            return self.index.find(&self.aliases, text);
        }
        let received = Received::of(text.as_bytes());
        let entry = self.index.entry(&received);
        let (row, phrase) = if entry < self.rows {
            (entry, self.reasons.get(entry))
        } else {
            (self.alias_rows.get(entry - self.rows), self.aliases.get(entry - self.rows))
        };
        if self.index.is_same(&received, phrase.as_bytes()) { row } else { usize::MAX }
    }

    /// The place of the first alias among `aliases`.
    #[inline]
    pub(super) const fn first_alias(&self) -> usize {
        self.aliases.count() - self.alias_rows.count()
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

    /// The one key from `start` on in a text, as row 5.
    fn slots(start: usize, length: usize) -> Narrow {
        let slot = 5 | length << 3 | start << 9;
        let bytes = [u8::try_from(slot & 0xff).unwrap(), u8::try_from(slot >> 8).unwrap()];
        let bytes = [&bytes[..], b"\xff\xff\xff\xff\xff\xff\xff"].concat();
        Narrow::Slots(Slots { bytes: Box::leak(bytes.into_boxed_slice()), width: 2, row_bits: 3, length_bits: 6 })
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
            let keys = [format!("{a}{:LONGEST$}", ""), format!("before{a}{}", &text[..LONGEST])];
            let keys: [&'static str; 2] = keys.map(|keys| &*keys.leak());
            for column in
                [Texts::Slices(Box::leak(Box::new([&text[..length]]))), Texts::Joined(joined, Narrow::U8(ends))]
            {
                let is_same = |fold, text: &[u8]| {
                    let text = core::str::from_utf8(text).unwrap();
                    let [is_same, is_same_plain] =
                        [false, true].map(|plain| index(fold, plain).find(&column, text) == 0);
                    assert_eq!(is_same, is_same_plain, "{text}");
                    for (plain, keys) in [false, true].into_iter().flat_map(|plain| keys.map(|keys| (plain, keys))) {
                        let mut index = index(fold, plain);
                        index.perfect.slots = slots(keys.len() - length - LONGEST, length);
                        let row = index.find(&Texts::Joined(keys, Narrow::U8(b"\0")), text);
                        assert_eq!(row, if is_same { 5 } else { usize::MAX }, "{text:?} {keys:?}");
                    }
                    is_same
                };
                assert!(is_same(false, a.as_bytes()));
                assert!(is_same(true, &a.to_ascii_uppercase().into_bytes()));
                for other in (0..=text.len()).filter(|other| *other != length) {
                    assert!(!is_same(true, &text.as_bytes()[..other]), "{length} {other}");
                }
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
