//! Perfect hashes: every key has a slot of its own, found with one probe.
//!
//! Keys are thrown into buckets of about four; bucket by bucket, the largest first, a pilot is
//! sought that sends its keys to slots which are still free (Belazzougui, Botelho and Dietzfelbinger,
//! "Hash, displace, and compress", 2009). Linear in time: 60,000 keys take some 0.1 s unoptimised.

use std::collections::HashSet;

use super::hash::{displace, scale, text_hash};

/// A perfect hash of entries `0..`.
pub(crate) struct Perfect {
    /// The pilot of each bucket.
    pub(crate) pilots: Vec<u16>,
    /// The entry of each slot; an unused slot has entry 0, and whoever looks compares.
    pub(crate) slots: Vec<usize>,
}

/// A perfect hash of texts.
pub(crate) struct KeyIndex {
    pub(crate) perfect: Perfect,
    pub(crate) fold: bool,
    pub(crate) whole: bool,
}

impl KeyIndex {
    /// For keys of which no two are equal (with `fold`: in ASCII lower case).
    pub(super) fn of<'k>(keys: impl Iterator<Item = (usize, &'k str)>, fold: bool) -> Option<Self> {
        let keys: Vec<(usize, &str)> = keys.collect();
        [false, true].into_iter().find_map(|whole| {
            let hash = |&(entry, key): &(usize, &str)| (entry, text_hash(key.as_bytes(), fold, whole));
            let perfect = Perfect::of(&keys.iter().map(hash).collect::<Vec<_>>())?;
            Some(Self { perfect, fold, whole })
        })
    }
}

/// Keys a bucket, on average: more save pilots, and cost time to find them.
const BUCKET: usize = 4;

impl Perfect {
    /// For entries with their hashes; `None` if there are none, or if two hashes are equal.
    pub(super) fn of(entries: &[(usize, u64)]) -> Option<Self> {
        let mut seen = HashSet::with_capacity(entries.len());
        if entries.is_empty() || !entries.iter().all(|(_, hash)| seen.insert(*hash)) {
            return None;
        }
        // A fifth of the slots stays free; if that is too tight for some bucket, more do.
        (0..8).find_map(|round| Self::with_slots(entries, entries.len() + entries.len() / 4 + 1 + round))
    }

    fn with_slots(entries: &[(usize, u64)], slot_count: usize) -> Option<Self> {
        let mut buckets: Vec<Vec<(usize, u64)>> = vec![Vec::new(); entries.len().div_ceil(BUCKET)];
        let bucket_count = buckets.len();
        for &(entry, hash) in entries {
            buckets.get_mut(scale(hash, bucket_count))?.push((entry, hash));
        }
        let mut order: Vec<usize> = (0..bucket_count).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(buckets.get(bucket).map_or(0, Vec::len)));
        let mut pilots = vec![0; bucket_count];
        let mut slots = vec![None; slot_count];
        let mut tried = Vec::new();
        for bucket in order {
            let keys = buckets.get(bucket)?;
            let pilot = (0..=u16::MAX).find(|&pilot| {
                tried.clear();
                keys.iter().all(|&(_, hash)| {
                    let slot = scale(displace(hash, pilot), slot_count);
                    let is_free = slots.get(slot).is_some_and(Option::is_none) && !tried.contains(&slot);
                    tried.push(slot);
                    is_free
                })
            })?;
            *pilots.get_mut(bucket)? = pilot;
            for (&slot, &(entry, _)) in tried.iter().zip(keys) {
                *slots.get_mut(slot)? = Some(entry);
            }
        }
        Some(Self { pilots, slots: slots.into_iter().map(Option::unwrap_or_default).collect() })
    }

    /// The only entry that can have this hash.
    #[cfg(test)]
    pub(super) fn entry(&self, hash: u64) -> usize {
        let pilot = self.pilots[scale(hash, self.pilots.len())];
        self.slots[scale(displace(hash, pilot), self.slots.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::mix;
    use super::*;

    #[test]
    fn every_entry_is_found_by_its_hash() {
        for count in [1_usize, 2, 3, 62, 1_000, 60_000] {
            let entries: Vec<(usize, u64)> = (0..count).map(|entry| (entry, mix(entry as u64 * 7_919))).collect();
            let perfect = Perfect::of(&entries).unwrap();
            assert!(entries.iter().all(|&(entry, hash)| perfect.entry(hash) == entry), "{count}");
        }
    }

    #[test]
    fn equal_hashes_have_no_table() {
        assert!(Perfect::of(&[(0, 1), (1, 1)]).is_none());
        assert!(Perfect::of(&[]).is_none());
    }

    #[test]
    fn texts_alike_in_the_windows_are_hashed_whole() {
        let keys: Vec<String> = (0..500).map(|n| format!("{:10}{n:04}{:30}", "same", "same")).collect();
        let index = KeyIndex::of(keys.iter().map(String::as_str).enumerate(), true).unwrap();
        assert!(index.whole);
        for (entry, key) in keys.iter().enumerate() {
            let hash = text_hash(key.to_uppercase().as_bytes(), true, true);
            assert_eq!(index.perfect.entry(hash), entry);
        }
    }
}
