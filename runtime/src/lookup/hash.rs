//! The hashes behind the perfect hash tables.
//!
//! Written twice, on purpose: the macro that builds the tables depends on nothing of this crate,
//! and this crate depends on the macro. The twin is `macros/src/layout/hash.rs`; both are tested
//! with the same vectors, and our crates are pinned to each other's exact version.

const SEEDS: [u64; 3] = [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F];

/// The bit that tells upper from lower case, in all eight bytes.
pub(crate) const CASE: u64 = 0x2020_2020_2020_2020;

/// The hash of a code; different codes have different ones.
#[inline]
pub(crate) const fn mix(code: u64) -> u64 {
    // Zero would have the same slot whatever the pilot is.
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

/// The hash of a text: of its length and its first, middle and last eight bytes, which tell the
/// texts of most tables apart, or of all its bytes (`whole`). With `fold`, texts that differ in
/// ASCII case alone have the same one; if not `whole`, so have some others (`[` and `{`).
#[inline(always)]
#[allow(clippy::inline_always, reason = "so that `fold` and `whole` are constants in it")]
pub(crate) const fn text_hash(text: &[u8], fold: bool, whole: bool) -> u64 {
    let length = text.len() as u64;
    if text.len() < 8 {
        return multiply(folded(short(text), fold, whole) ^ SEEDS[0], length ^ SEEDS[1]);
    }
    let first = folded(eight(text, 0), fold, whole);
    let last = folded(eight(text, text.len() - 8), fold, whole);
    let ends = multiply(first ^ SEEDS[0], last ^ SEEDS[1]);
    if whole {
        let mut between = length;
        let mut at = 8;
        while at + 8 < text.len() {
            between = multiply(between ^ folded(eight(text, at), fold, whole), SEEDS[2]);
            at += 8;
        }
        // Of many texts alike, an exclusive or would leave some too close to be told apart.
        return multiply(ends ^ SEEDS[2], between ^ SEEDS[1]);
    }
    // The two products do not wait for each other.
    let middle = folded(eight(text, (text.len() - 8) / 2), fold, whole).wrapping_add(length).wrapping_mul(SEEDS[2]);
    ends ^ middle ^ (middle >> 32)
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
pub(crate) const fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES * 0x80;
    let low_bits = bytes & !HIGH;
    let from_a = low_bits + ONES * (0x80 - b'A' as u64);
    let beyond_z = low_bits + ONES * (0x7f - b'Z' as u64);
    let is_upper = (from_a ^ beyond_z) & !bytes & HIGH;
    bytes | (is_upper >> 2)
}

/// Both halves of the product, folded into one: every bit of the factors counts.
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
    match (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(first), Some(last)) => u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32,
        _ if text.is_empty() => 0,
        _ => text[0] as u64 | (text[text.len() / 2] as u64) << 8 | (text[text.len() - 1] as u64) << 16,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, exact, folded, and folded whole. The same vectors stand in `macros/src/layout/hash.rs`.
    const TEXTS: [(&str, u64, u64, u64); 7] = [
        ("", 0xc9d8_74ca_57d9_e055, 0xe8d6_e81e_93d0_4714, 0xc9d8_74ca_57d9_e055),
        ("a", 0xa4bc_3ae5_fa56_fb9a, 0x9e5_b4ac_d83c_8c5d, 0xa4bc_3ae5_fa56_fb9a),
        ("OK", 0xaf8_a3cb_5f83_14cf, 0xe737_075d_db69_4c4c, 0xa652_cd34_1913_ff89),
        ("Gone", 0xfe71_58e8_c499_38d6, 0xec51_b2e0_9579_a2a8, 0xec51_b2e0_9579_a2a8),
        ("Continue", 0xdaec_e232_eb22_e54a, 0xc9b0_23ed_4b21_a98f, 0x3473_1c59_df4c_95c0),
        ("Not Found", 0xd986_32ea_cc08_4962, 0x5cd1_e6dd_bd48_89c4, 0x4762_d6f2_2cf7_b4cc),
        ("Network Authentication Required", 0x3413_0529_310b_1215, 0x1166_280d_c5f1_5b63, 0xddd_f6b0_f8ce_6208),
    ];

    #[test]
    fn both_sides_hash_alike() {
        assert_eq!(mix(404), 0x4671_fd6f_f58d_546b);
        assert_eq!(bucket(mix(404), 6), 17);
        assert_eq!(slot(mix(404), 7, 6), 24);
        for (text, exact, folded, whole) in TEXTS {
            assert_eq!(text_hash(text.as_bytes(), false, false), exact, "{text}");
            assert_eq!(text_hash(text.as_bytes(), true, false), folded, "{text}");
            assert_eq!(text_hash(text.as_bytes(), true, true), whole, "{text}");
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
        assert_ne!(text_hash(b"[x]", true, true), text_hash(b"{x}", true, true));
        assert_ne!(
            text_hash("caf\u{e9} au lait".as_bytes(), true, true),
            text_hash("caf\u{c9} au lait".as_bytes(), true, true)
        );
        assert_eq!(text_hash(b"Not Found", true, false), text_hash(b"NOT FOUND", true, false));
        assert_eq!(text_hash(b"ok", true, true), text_hash(b"OK", true, true));
        assert_ne!(text_hash(b"Not Found", false, false), text_hash(b"NOT FOUND", false, false));
        assert_ne!(text_hash(b"a", false, false), text_hash(b"a\0", false, false));
    }
}
