//! Text → row, by a perfect hash that the macro built.

use super::hash::{displace, eight, lower, scale, text_hash};
use super::texts::{Narrow, Texts};

/// A perfect hash table: one probe, then the caller compares.
#[derive(Clone, Copy, Debug)]
pub struct Perfect {
    /// For each bucket the number that sends its hashes to slots of their own.
    pub pilots: &'static [u16],
    /// The entry of each slot; an unused slot has any.
    pub slots: Narrow,
}

impl Perfect {
    /// The only entry that can have this hash.
    #[inline]
    pub(super) const fn entry(&self, hash: u64) -> usize {
        let pilot = self.pilots[scale(hash, self.pilots.len())];
        self.slots.get(scale(displace(hash, pilot), self.slots.count()))
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
    #[inline]
    const fn entry(&self, text: &str) -> usize {
        self.perfect.entry(text_hash(text.as_bytes(), self.fold, self.whole))
    }

    /// The row of a column in which exactly this text stands; `usize::MAX` if there is none.
    #[inline]
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
    #[inline]
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

/// Compares eight bytes at a time.
#[inline]
const fn is_same(a: &[u8], b: &[u8], fold: bool) -> bool {
    if a.len() != b.len() {
        return false;
    }
    if a.len() < 8 {
        let mut at = 0;
        while at < a.len() {
            let differ = if fold { !a[at].eq_ignore_ascii_case(&b[at]) } else { a[at] != b[at] };
            if differ {
                return false;
            }
            at += 1;
        }
        return true;
    }
    let mut at = 0;
    loop {
        let (x, y) = (eight(a, at), eight(b, at));
        if x != y && !(fold && lower(x) == lower(y)) {
            return false;
        }
        if at + 8 == a.len() {
            return true;
        }
        // The last step overlaps the one before it.
        at = if at + 16 <= a.len() { at + 8 } else { a.len() - 8 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_to_their_last_byte() {
        let text = "The quick brown fox jumps over";
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
