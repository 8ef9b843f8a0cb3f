//! Perfect hashes: every key has a slot of its own, found with one probe.
//!
//! Keys are thrown into buckets of about four; bucket by bucket, the largest first, a pilot is
//! sought that sends its keys to slots which are still free (Belazzougui, Botelho and Dietzfelbinger,
//! "Hash, displace, and compress", 2009). Linear in time.

use super::hash::{Received, bucket, slot};

/// A perfect hash of entries `0..`.
pub(crate) struct Perfect {
    /// The pilot of each bucket; the length is a power of two.
    pub(crate) pilots: Vec<u8>,
    /// The entry of each slot; an unused slot has entry 0, and every lookup compares the key. The length is a power of
    /// two.
    pub(crate) slots: Vec<usize>,
}

/// A perfect hash of texts.
pub(crate) struct KeyIndex {
    pub(crate) perfect: Perfect,
    pub(crate) slots: Slots,
    pub(crate) fold: bool,
    /// With `fold`: the keys consist of ASCII letters and bytes from 32 to 63, so that ignoring case is cheaper.
    pub(crate) plain: bool,
    pub(crate) whole: bool,
}

impl KeyIndex {
    /// For texts in the order of their entries, the last of which are of other rows than their own. Of equal ones (with
    /// `fold`: in any ASCII case) the first is found.
    pub(super) fn of(keys: &[&str], alias_rows: &[usize], fold: bool) -> Option<Self> {
        let is_same = |a: usize, b: usize| match (keys.get(a), keys.get(b)) {
            (Some(a), Some(b)) if fold => a.eq_ignore_ascii_case(b),
            (a, b) => a == b,
        };
        let plain = fold && keys.iter().all(|key| is_plain(key));
        for whole in [false, true] {
            let mut hashes = Vec::with_capacity(keys.len());
            for key in keys {
                hashes.push(Received::of(key.as_bytes()).hash(fold, whole));
            }
            if let Some(perfect) = Perfect::of(&hashes, is_same) {
                let slots = Slots::of(&perfect, keys, alias_rows)?;
                return Some(Self { perfect, slots, fold, plain, whole });
            }
        }
        None
    }
}

/// What a slot says of its key: the row, the length and the start, one above the other, in as many bytes as these take.
pub(crate) struct Slots {
    pub(crate) row_bits: u32,
    pub(crate) length_bits: u32,
    /// Bytes of a slot.
    pub(crate) width: usize,
    /// All slots, and as many bytes more as are read beyond the last one.
    pub(crate) bytes: Vec<u8>,
}

impl Slots {
    /// `None` if they do not fit into eight bytes: a table cannot be so large.
    fn of(perfect: &Perfect, keys: &[&str], alias_rows: &[usize]) -> Option<Self> {
        let rows = keys.len() - alias_rows.len();
        let (mut start, mut longest) = (0, 0);
        let mut places = Vec::with_capacity(keys.len());
        for key in keys {
            places.push((start, key.len()));
            longest = longest.max(key.len());
            start += key.len();
        }
        let [row_bits, length_bits, start_bits] = [rows, longest, start].map(bits);
        let width = (row_bits + length_bits + start_bits).div_ceil(8) as usize;
        if width > 8 {
            return None;
        }
        let mut bytes = Vec::with_capacity((perfect.slots.len() + 7) * width);
        for &entry in &perfect.slots {
            let &(start, length) = places.get(entry)?;
            let row = if entry < rows { entry } else { *alias_rows.get(entry - rows)? };
            let slot = row as u64 | (length as u64) << row_bits | (start as u64) << (row_bits + length_bits);
            bytes.extend_from_slice(slot.to_le_bytes().get(..width)?);
        }
        bytes.extend([0; size_of::<u64>() - 1]);
        Some(Self { row_bits, length_bits, width, bytes })
    }
}

/// The bits of a number, and one for 0.
fn bits(number: usize) -> u32 {
    number.checked_ilog2().unwrap_or(0) + 1
}

/// Not checked for names and codes, which are not folded: it looks at every byte.
fn is_plain(key: &str) -> bool {
    let mut rest = key.as_bytes();
    while let [b'a'..=b'z' | b'A'..=b'Z' | b' '..=b'?', after @ ..] = rest {
        rest = after;
    }
    rest.is_empty()
}

impl Perfect {
    /// For the hashes of entries `0..`. Of equal entries, which have equal hashes, the first is found. `None` if
    /// different entries have equal hashes, or if there are no entries.
    pub(super) fn of(hashes: &[u64], is_same: impl Fn(usize, usize) -> bool) -> Option<Self> {
        if hashes.is_empty() {
            return None;
        }
        // Four keys per bucket: more would save pilots, but cost time to find them.
        let bucket_bits = hashes.len().div_ceil(4).next_power_of_two().trailing_zeros();
        // At least a fifth of the slots stays free.
        let slot_bits = (hashes.len() + hashes.len() / 4).next_power_of_two().trailing_zeros();
        // If that is too tight for some bucket, use more buckets and more slots.
        (0..6).find_map(|round| {
            let buckets = Buckets::of(hashes, bucket_bits + round / 2, &is_same)?;
            buckets.place(slot_bits + round.div_ceil(2))
        })
    }

    /// The only entry that can have this hash.
    #[cfg(test)]
    pub(super) fn entry(&self, hash: u64) -> usize {
        let pilot = self.pilots[bucket(hash, self.pilots.len().trailing_zeros())];
        self.slots[slot(hash, pilot, self.slots.len().trailing_zeros())]
    }
}

/// Entries and hashes by bucket.
struct Buckets(Vec<Vec<(usize, u64)>>);

impl Buckets {
    /// `None` if two different entries have equal hashes.
    fn of(hashes: &[u64], bits: u32, is_same: impl Fn(usize, usize) -> bool) -> Option<Self> {
        let mut buckets = vec![Vec::new(); 1 << bits];
        for (entry, &hash) in hashes.iter().enumerate() {
            let keys: &mut Vec<(usize, u64)> = buckets.get_mut(bucket(hash, bits))?;
            match keys.iter().find(|(_, other)| *other == hash) {
                None => keys.push((entry, hash)),
                Some(&(first, _)) if is_same(first, entry) => {}
                Some(_) => return None,
            }
        }
        Some(Self(buckets))
    }

    /// A slot for each entry; `None` if there is no room for some bucket.
    fn place(&self, bits: u32) -> Option<Perfect> {
        let Self(buckets) = self;
        let mut by_size: Vec<Vec<usize>> = Vec::new();
        for (index, keys) in buckets.iter().enumerate() {
            if by_size.len() <= keys.len() {
                by_size.resize_with(keys.len() + 1, Vec::new);
            }
            by_size.get_mut(keys.len())?.push(index);
        }
        let mut pilots = vec![0; buckets.len()];
        let mut slots = vec![None; 1 << bits];
        let mut tried = Vec::new();
        for &index in by_size.iter().rev().flatten() {
            let keys = buckets.get(index)?;
            let pilot = (0..=u8::MAX).find(|&pilot| fits(keys, pilot, bits, &slots, &mut tried))?;
            *pilots.get_mut(index)? = pilot;
            for (&slot, &(entry, _)) in tried.iter().zip(keys) {
                *slots.get_mut(slot)? = Some(entry);
            }
        }
        Some(Perfect { pilots, slots: slots.into_iter().map(Option::unwrap_or_default).collect() })
    }
}

/// Whether every key gets a free slot of its own with this pilot; these are then the slots tried.
///
/// With slice patterns: this runs several times per key, in unoptimised code.
fn fits(mut keys: &[(usize, u64)], pilot: u8, bits: u32, slots: &[Option<usize>], tried: &mut Vec<usize>) -> bool {
    tried.clear();
    while let [(_, hash), others @ ..] = keys {
        let slot = slot(*hash, pilot, bits);
        let mut before = tried.as_slice();
        while let [other, rest @ ..] = before {
            if *other == slot {
                return false;
            }
            before = rest;
        }
        if !matches!(slots.get(slot), Some(None)) {
            return false;
        }
        tried.push(slot);
        keys = others;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::hash::mix;
    use super::*;

    #[test]
    fn every_entry_is_found_by_its_hash() {
        for count in [1_usize, 2, 3, 62, 1_000, 60_000] {
            let hashes: Vec<u64> = (0..count).map(|entry| mix(entry as u64 * 7_919)).collect();
            let perfect = Perfect::of(&hashes, |_, _| false).unwrap();
            assert!(hashes.iter().enumerate().all(|(entry, &hash)| perfect.entry(hash) == entry), "{count}");
            assert!(perfect.slots.len() < 3 * count, "{count}");
        }
    }

    #[test]
    fn equal_hashes_have_a_table_if_the_entries_are_the_same() {
        let [a, b] = [mix(1), mix(7)];
        assert!(Perfect::of(&[a, a], |_, _| false).is_none());
        assert!(Perfect::of(&[], |_, _| true).is_none());
        assert_eq!(Perfect::of(&[b, a, a], |_, _| true).unwrap().entry(a), 1);
    }

    #[test]
    fn texts_alike_in_the_windows_are_hashed_whole() {
        let keys: Vec<String> = (0..500).map(|n| format!("{:20}{n:04}{:30}", "same", "same")).collect();
        let texts: Vec<&str> = keys.iter().map(String::as_str).collect();
        let index = KeyIndex::of(&texts, &[], true).unwrap();
        assert!(index.whole);
        for (entry, key) in keys.iter().enumerate() {
            let hash = Received::of(key.to_uppercase().as_bytes()).hash(true, true);
            assert_eq!(index.perfect.entry(hash), entry);
        }
    }

    /// Four keys of a bucket and a fifth of the slots free are where it begins.
    #[test]
    fn what_has_no_room_gets_more_slots_and_then_more_buckets() {
        let in_one_bucket: Vec<u64> = (0..25).map(|n| mix(n) & 0xffff_ffff).collect();
        // They have one slot under every pilot, so that they need buckets of their own.
        let in_one_slot = vec![0xdead_beef, 0xdead_beef | 1 << 63];
        for (hashes, pilots, slots) in [(in_one_bucket, 8, 64), (in_one_slot, 2, 4)] {
            let perfect = Perfect::of(&hashes, |_, _| false).unwrap();
            assert_eq!((perfect.pilots.len(), perfect.slots.len()), (pilots, slots));
            assert!(hashes.iter().enumerate().all(|(entry, &hash)| perfect.entry(hash) == entry), "{pilots}");
        }
        // The high halves of these differ too late.
        assert!(Perfect::of(&[0xdead_beef, 0xdead_beef | 1 << 32], |_, _| false).is_none());
    }

    /// Numbered texts of every length, which are what large tables have.
    #[test]
    fn many_texts_that_are_nearly_alike_have_a_table() {
        for (head, tail) in
            [("Fault Number ", " Of Door"), ("", ""), ("Door ", " Open"), ("E", "x"), ("The same head of ", "")]
        {
            let keys: Vec<String> = (0..60_000).map(|n| format!("{head}{n}{tail}")).collect();
            let more = (0..12_000).map(|n| format!("Door {} Shut", n * 5));
            let keys: Vec<String> = keys.into_iter().chain(more).collect();
            let texts: Vec<&str> = keys.iter().map(String::as_str).collect();
            for fold in [false, true] {
                let index = KeyIndex::of(&texts, &[], fold).unwrap_or_else(|| panic!("{head:?} {tail:?} {fold}"));
                assert!(index.perfect.slots.len() < 4 * keys.len());
            }
        }
    }

    /// Codes with any step between them.
    #[test]
    fn codes_in_steps_have_a_table() {
        for step in (0..48).map(|bit| 1_u64 << bit).chain([3, 10, 1_000, 0x0100_0001, 0xffff_ffff]) {
            let hashes: Vec<u64> = (0..10_000).map(|entry: u64| mix(entry.wrapping_mul(step))).collect();
            assert!(Perfect::of(&hashes, |_, _| false).is_some(), "{step:#x}");
        }
    }

    #[test]
    fn of_equal_phrases_the_first_is_found() {
        let index = KeyIndex::of(&["Gone", "Not Found", "NOT FOUND", "gone"], &[], true).unwrap();
        assert_eq!(index.perfect.entry(Received::of(b"Not found").hash(true, index.whole)), 1);
        assert_eq!(index.perfect.entry(Received::of(b"GONE").hash(true, index.whole)), 0);
        let names = KeyIndex::of(&["Gone", "NotFound", "Gone"], &[], false).unwrap();
        assert_eq!(names.perfect.entry(Received::of(b"Gone").hash(false, names.whole)), 0);
    }

    #[test]
    fn names_that_differ_only_in_case_are_different_keys() {
        // Where the hash of the windows does not look.
        let names = ["ReaderOfTheLeftDoorIsOpenAndLost", "ReaderOfTheLeftDOORIsOpenAndLost"];
        let index = KeyIndex::of(&names, &[], false).unwrap();
        assert!(index.whole);
        for (entry, name) in names.iter().enumerate() {
            assert_eq!(index.perfect.entry(Received::of(name.as_bytes()).hash(false, true)), entry, "{name}");
        }
    }
}
