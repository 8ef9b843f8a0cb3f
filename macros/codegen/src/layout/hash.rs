//! The hashes behind the perfect hash tables.
//!
//! Written twice, on purpose: the runtime crate depends on this one, so that a shared home would be
//! a cycle or a fourth crate. The twin is `runtime/src/lookup/hash.rs`; both are tested with the
//! same vectors, and our crates are pinned to each other's exact version.

const SEEDS: [u64; 3] = [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F];

/// The bit that tells upper from lower case, in all eight bytes.
const CASE: u64 = 0x2020_2020_2020_2020;

/// The hash of a code; different codes have different ones.
pub(super) fn mix(code: u64) -> u64 {
    let [a, b, c] = SEEDS;
    // Zero would have the same slot whatever the pilot is.
    let hash = (code ^ (code >> 32) ^ c).wrapping_mul(a);
    (hash ^ (hash >> 29)).wrapping_mul(b)
}

/// The bucket of a hash, of 2^bits.
#[allow(clippy::cast_possible_truncation, reason = "it is below 2^32")]
pub(super) fn bucket(hash: u64, bits: u32) -> usize {
    (hash >> 32 >> (32 - bits)) as usize
}

/// The slot of a hash whose bucket has a pilot, of 2^bits.
#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
pub(super) fn slot(hash: u64, pilot: u8, bits: u32) -> usize {
    let moved = (hash as u32).wrapping_mul(2 * u32::from(pilot) + 1);
    (u64::from(moved) >> (32 - bits)) as usize
}

/// The hash of a text: of its length and its first, second and last eight bytes, or of all its
/// bytes (`whole`). With `fold`, texts that differ in ASCII case alone have the same one; if not
/// `whole`, so have some others (`[` and `{`).
pub(super) fn text_hash(text: &[u8], fold: bool, whole: bool) -> u64 {
    let [a, b, c] = SEEDS;
    let folded = |bytes: u64| match (fold, whole) {
        (false, _) => bytes,
        (true, false) => bytes | CASE,
        (true, true) => lower(bytes),
    };
    if text.len() < 8 {
        return multiply(folded(short(text)) ^ a, text.len() as u64 ^ b);
    }
    let first = folded(eight(text, 0)).wrapping_add(text.len() as u64);
    let last = folded(eight(text, text.len() - 8));
    if whole {
        let mut between = a;
        let mut at = 8;
        while at + 8 < text.len() {
            between = multiply(between ^ folded(eight(text, at)), c);
            at += 8;
        }
        return multiply(multiply(first, last ^ b) ^ c, between);
    }
    let second = folded(eight(text, if text.len() < 16 { text.len() - 8 } else { 8 }));
    multiply(first, second.rotate_left(SECOND).wrapping_add(last))
}

/// As in the twin.
const SECOND: u32 = 36;

/// Eight bytes with their ASCII upper case letters as lower case, and nothing else changed.
fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES * 0x80;
    let low_bits = bytes & !HIGH;
    let from_a = low_bits + ONES * (0x80 - u64::from(b'A'));
    let beyond_z = low_bits + ONES * (0x7f - u64::from(b'Z'));
    let is_upper = (from_a ^ beyond_z) & !bytes & HIGH;
    bytes | (is_upper >> 2)
}

/// Both halves of the product, folded into one: every bit of the factors counts.
#[allow(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
fn multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Eight bytes from `at` on.
fn eight(text: &[u8], at: usize) -> u64 {
    text.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

/// Up to seven bytes, all of which count.
fn short(text: &[u8]) -> u64 {
    match (text.first_chunk::<4>(), text.last_chunk::<4>(), text) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        (.., [first, .., last]) => {
            let middle = text.get(text.len() / 2).copied().unwrap_or_default();
            u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16
        }
        (.., [only]) => u64::from(*only) * 0x01_01_01,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, exact, folded, and folded whole. The same vectors stand in `runtime/src/lookup/hash.rs`.
    const TEXTS: [(&str, u64, u64, u64); 7] = [
        ("", 0xc9d8_74ca_57d9_e055, 0xe8d6_e81e_93d0_4714, 0xc9d8_74ca_57d9_e055),
        ("a", 0xa4bc_3ae5_fa56_fb9a, 0x9e5_b4ac_d83c_8c5d, 0xa4bc_3ae5_fa56_fb9a),
        ("OK", 0xaf8_a3cb_5f83_14cf, 0xe737_075d_db69_4c4c, 0xa652_cd34_1913_ff89),
        ("Gone", 0xfe71_58e8_c499_38d6, 0xec51_b2e0_9579_a2a8, 0xec51_b2e0_9579_a2a8),
        ("Continue", 0xb006_893e_3fa3_fca7, 0x4f2d_852d_4edd_76fb, 0x4d94_8f95_7ddd_eebd),
        ("Not Found", 0xa849_d8a9_f0bf_5eb0, 0x5b33_7e63_9a07_d93d, 0x57a4_765f_9229_0159),
        ("Network Authentication Required", 0x327a_956f_0712_9713, 0x86ac_cda1_584f_6d83, 0xabe1_86d7_52a8_be8a),
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
}
