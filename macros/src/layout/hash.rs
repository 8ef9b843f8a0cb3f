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
    let [a, b, _] = SEEDS;
    let hash = (code ^ (code >> 32)).wrapping_mul(a);
    (hash ^ (hash >> 29)).wrapping_mul(b)
}

/// The slot of a hash whose bucket has a pilot.
pub(super) fn displace(hash: u64, pilot: u16) -> u64 {
    let [a, _, c] = SEEDS;
    (hash ^ u64::from(pilot).wrapping_mul(c)).wrapping_mul(a)
}

/// The high half of a hash, scaled to `0..limit`.
#[allow(clippy::cast_possible_truncation, reason = "the result is below `limit`")]
pub(super) fn scale(hash: u64, limit: usize) -> usize {
    (((hash >> 32) * limit as u64) >> 32) as usize
}

/// The hash of a text: of its length and its first, middle and last eight bytes, or of all its
/// bytes (`whole`). With `fold`, texts that differ in ASCII case alone have the same one; if not
/// `whole`, so have some others (`[` and `{`).
pub(super) fn text_hash(text: &[u8], fold: bool, whole: bool) -> u64 {
    let [a, b, c] = SEEDS;
    let folded = |bytes: u64| match (fold, whole) {
        (false, _) => bytes,
        (true, false) => bytes | CASE,
        (true, true) => lower(bytes),
    };
    let length = text.len() as u64;
    if text.len() < 8 {
        return multiply(folded(short(text)) ^ a, length ^ b);
    }
    let last = folded(eight(text, text.len() - 8));
    if whole {
        let mut hash = length ^ c;
        let mut at = 0;
        while at + 8 < text.len() {
            hash = multiply(hash ^ folded(eight(text, at)), a);
            at += 8;
        }
        return multiply(hash ^ last, b);
    }
    let first = folded(eight(text, 0));
    let middle = folded(eight(text, (text.len() - 8) / 2));
    multiply(multiply(first ^ a, middle ^ b) ^ last, length ^ c)
}

/// Eight bytes with their ASCII upper case letters as lower case, and nothing else changed.
fn lower(bytes: u64) -> u64 {
    u64::from_le_bytes(bytes.to_le_bytes().map(|byte| byte.to_ascii_lowercase()))
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
        ("Continue", 0x3904_b2d6_caa0_2ff7, 0x44e3_6e4b_5d81_b69b, 0xc3b6_23b2_7007_e3fb),
        ("Not Found", 0xe4f2_971e_3295_2645, 0xc4a3_f2ef_fa09_ae5a, 0x770b_f4fb_be74_dec0),
        ("Network Authentication Required", 0x1d95_c177_cf71_ff9a, 0xea36_34c5_c910_26a4, 0x9986_5f4c_d9d4_8729),
    ];

    #[test]
    fn both_sides_hash_alike() {
        assert_eq!(mix(404), 0x619d_9ace_eb4c_a2f9);
        assert_eq!(displace(mix(404), 7), 0x8173_95e5_2a30_d970);
        assert_eq!(scale(mix(404), 62), 23);
        for (text, exact, folded, whole) in TEXTS {
            assert_eq!(text_hash(text.as_bytes(), false, false), exact, "{text}");
            assert_eq!(text_hash(text.as_bytes(), true, false), folded, "{text}");
            assert_eq!(text_hash(text.as_bytes(), true, true), whole, "{text}");
        }
    }
}
