//! What the macro, which builds the tables, and the runtime crate, which reads them, have to agree on: hashes, and the
//! size of a page.
//!
//! There are two copies, and a test checks that they are identical: `macros/codegen/src/layout/hash.rs` and
//! `runtime/src/lookup/hash.rs`. The runtime crate depends on the macro, so sharing the file would need a dependency
//! cycle or one more crate in every build.

/// Codes per page, where codes are looked up by pages.
pub(crate) const PAGE: usize = 64;

const SEEDS: [u64; 3] = [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F];

/// The bit that distinguishes upper from lower case, in all eight bytes.
pub(crate) const CASE: u64 = 0x2020_2020_2020_2020;

/// The longest text that is compared without a branch, and so many bytes are behind the last key.
pub(crate) const LONGEST: usize = 32;

/// The hash of a code; different codes have different ones.
#[inline]
pub(crate) const fn mix(code: u64) -> u64 {
    // A hash of 0 has slot 0 under every pilot; the exclusive or avoids it.
    let hash = (code ^ (code >> 32) ^ SEEDS[2]).wrapping_mul(SEEDS[0]);
    (hash ^ (hash >> 29)).wrapping_mul(SEEDS[1])
}

/// The bucket of a hash, of 2^bits.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "it is below 2^32")]
pub(crate) const fn bucket(hash: u64, bits: u32) -> usize {
    (hash >> 32 >> (32 - bits)) as usize
}

/// The slot of a hash whose bucket has a pilot, of 2^bits.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
pub(crate) const fn slot(hash: u64, pilot: u8, bits: u32) -> usize {
    let moved = (hash as u32).wrapping_mul(2 * pilot as u32 + 1);
    (moved as u64 >> (32 - bits)) as usize
}

/// A text to look up, read once: the bytes that are hashed are also the ones compared.
pub(crate) struct Received<'t> {
    pub(crate) bytes: &'t [u8],
    /// A text of eight bytes or more.
    pub(crate) windows: Option<[u64; 4]>,
    /// All bytes of a shorter text.
    pub(crate) short: u64,
}

impl<'t> Received<'t> {
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "so that what is read for the hash is not read again to compare")]
    pub(crate) const fn of(bytes: &'t [u8]) -> Self {
        let windows = windows(bytes);
        let short = if windows.is_some() { 0 } else { short(bytes) };
        Self { bytes, windows, short }
    }

    /// The hash of the text: of its length and its first, second and last eight bytes, which distinguish the texts of
    /// most tables, or of all its bytes (`whole`). With `fold`, texts that differ only in ASCII case have the same
    /// hash; if not `whole`, so do some others (`[` and `{`).
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "so that `fold` and `whole` are constants in it")]
    pub(crate) const fn hash(&self, fold: bool, whole: bool) -> u64 {
        match self.windows {
            Some(windows) => long_hash(self.bytes, windows, fold, whole),
            None => short_hash(self.short, self.bytes.len(), fold, whole),
        }
    }
}

/// The hash of a text of eight bytes or more.
#[inline(always)]
#[allow(clippy::inline_always, reason = "as above")]
const fn long_hash(text: &[u8], windows: [u64; 4], fold: bool, whole: bool) -> u64 {
    let [first, second, _, last] = windows;
    let first = folded(first, fold, whole).wrapping_add(text.len() as u64);
    let last = folded(last, fold, whole);
    if whole {
        let mut between = SEEDS[0];
        let mut at = 8;
        while at + 8 < text.len() {
            between = multiply(between ^ folded(eight(text, at), fold, whole), SEEDS[2]);
            at += 8;
        }
        // Among many similar texts, an exclusive or would leave some too close to distinguish.
        return multiply(multiply(first, last ^ SEEDS[1]) ^ SEEDS[2], between);
    }
    multiply(first, folded(second, fold, whole).rotate_left(SECOND).wrapping_add(last))
}

/// The hash of a text of less than eight bytes, all of which are in [`short`].
#[inline(always)]
#[allow(clippy::inline_always, reason = "as above")]
const fn short_hash(text: u64, length: usize, fold: bool, whole: bool) -> u64 {
    multiply(folded(text, fold, whole) ^ SEEDS[0], length as u64 ^ SEEDS[1])
}

/// Rotates the second eight bytes so that the varying bits of their letters fall where those of the last eight bytes
/// vary little.
const SECOND: u32 = 36;

/// Places of eight bytes that cover a text of eight to 32: the first, the second, the last but one
/// and the last; in a shorter text they overlap.
#[inline(always)]
#[allow(clippy::inline_always, reason = "so that what is read for the hash is not read again to compare")]
pub(crate) const fn windows(text: &[u8]) -> Option<[u64; 4]> {
    let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) else { return None };
    // Choosing between two places compiles to a conditional move and not to a branch, which would be mispredicted.
    let second = match text.first_chunk::<16>() {
        Some(head) => ends(head).1,
        None => last,
    };
    let third = match text.last_chunk::<16>() {
        Some(tail) => ends(tail).0,
        None => first,
    };
    Some([
        u64::from_le_bytes(*first),
        u64::from_le_bytes(*second),
        u64::from_le_bytes(*third),
        u64::from_le_bytes(*last),
    ])
}

/// Both halves.
#[inline(always)]
#[allow(clippy::inline_always, reason = "as above")]
const fn ends(bytes: &[u8; 16]) -> (&[u8; 8], &[u8; 8]) {
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (first, last),
        _ => (&[0; 8], &[0; 8]),
    }
}

/// Eight bytes in one case: letters alone if the whole text counts, in one step if not.
#[inline]
const fn folded(bytes: u64, fold: bool, whole: bool) -> u64 {
    match (fold, whole) {
        (false, _) => bytes,
        (true, false) => bytes | CASE,
        (true, true) => lower(bytes),
    }
}

/// Eight bytes with their ASCII upper case letters as lower case, and nothing else changed.
#[inline]
const fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES * 0x80;
    let low_bits = bytes & !HIGH;
    let from_a = low_bits + ONES * (0x80 - b'A' as u64);
    let beyond_z = low_bits + ONES * (0x7f - b'Z' as u64);
    let is_upper = (from_a ^ beyond_z) & !bytes & HIGH;
    bytes | (is_upper >> 2)
}

/// Both halves of the product, folded into one, so that every bit of the factors counts.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
const fn multiply(a: u64, b: u64) -> u64 {
    let product = (a as u128) * (b as u128);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Eight bytes from `at` on.
#[inline]
pub(crate) const fn eight(text: &[u8], at: usize) -> u64 {
    match text.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk::<8>() {
            Some(chunk) => u64::from_le_bytes(*chunk),
            None => 0,
        },
        None => 0,
    }
}

/// Up to seven bytes, all of which count.
#[inline]
pub(crate) const fn short(text: &[u8]) -> u64 {
    let (first, middle, last) = match text {
        [] => return 0,
        [only] => (*only, *only, *only),
        [first, last] => (*first, *last, *last),
        [first, middle, last] => (*first, *middle, *last),
        _ => {
            return match (text.first_chunk::<4>(), text.last_chunk::<4>()) {
                (Some(first), Some(last)) => {
                    u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32
                }
                _ => 0,
            };
        }
    };
    first as u64 | (middle as u64) << 8 | (last as u64) << 16
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, exact, folded, and folded whole: these values are baked into tables that are already built.
    const TEXTS: [(&str, u64, u64, u64); 7] = [
        ("", 0xc9d8_74ca_57d9_e055, 0xe8d6_e81e_93d0_4714, 0xc9d8_74ca_57d9_e055),
        ("a", 0xa4bc_3ae5_fa56_fb9a, 0x9e5_b4ac_d83c_8c5d, 0xa4bc_3ae5_fa56_fb9a),
        ("OK", 0xaf8_a3cb_5f83_14cf, 0xe737_075d_db69_4c4c, 0xa652_cd34_1913_ff89),
        ("Gone", 0xfe71_58e8_c499_38d6, 0xec51_b2e0_9579_a2a8, 0xec51_b2e0_9579_a2a8),
        ("Continue", 0xb006_893e_3fa3_fca7, 0x4f2d_852d_4edd_76fb, 0x4d94_8f95_7ddd_eebd),
        ("Not Found", 0xa849_d8a9_f0bf_5eb0, 0x5b33_7e63_9a07_d93d, 0x57a4_765f_9229_0159),
        ("Network Authentication Required", 0x327a_956f_0712_9713, 0x86ac_cda1_584f_6d83, 0xabe1_86d7_52a8_be8a),
    ];

    fn hash(text: &[u8], fold: bool, whole: bool) -> u64 {
        Received::of(text).hash(fold, whole)
    }

    #[test]
    fn hashes_are_what_they_were() {
        assert_eq!(mix(404), 0x4671_fd6f_f58d_546b);
        assert_eq!(bucket(mix(404), 6), 17);
        assert_eq!(slot(mix(404), 7, 6), 24);
        for (text, exact, folded, whole) in TEXTS {
            assert_eq!(hash(text.as_bytes(), false, false), exact, "{text}");
            assert_eq!(hash(text.as_bytes(), true, false), folded, "{text}");
            assert_eq!(hash(text.as_bytes(), true, true), whole, "{text}");
        }
    }

    #[test]
    fn folding_eight_bytes_is_ascii_folding() {
        for byte in 0..=255_u8 {
            let folded = lower(u64::from_le_bytes([byte; 8]));
            assert_eq!(folded, u64::from_le_bytes([byte.to_ascii_lowercase(); 8]), "{byte}");
        }
    }

    #[test]
    fn case_is_folded_and_nothing_else() {
        assert_ne!(hash(b"[x]", true, true), hash(b"{x}", true, true));
        assert_ne!(hash("caf\u{e9} au lait".as_bytes(), true, true), hash("caf\u{c9} au lait".as_bytes(), true, true));
        assert_eq!(hash(b"Not Found", true, false), hash(b"NOT FOUND", true, false));
        assert_eq!(hash(b"ok", true, true), hash(b"OK", true, true));
        assert_ne!(hash(b"Not Found", false, false), hash(b"NOT FOUND", false, false));
        assert_ne!(hash(b"a", false, false), hash(b"a\0", false, false));
    }
}
