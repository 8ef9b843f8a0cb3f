//! An anchor on the enum's page for each code, so that a link does not depend on the row's name.

use std::borrow::Cow;

use status_docs_data::link::percent_encoded;

/// Prefixes of ids other than plain codes: those of rustdoc's items, and our own for codes that cannot be an id. A code
/// may look like one of them.
const NOT_OURS: [&str; 11] = [
    "code.",
    "variant.",
    "method.",
    "tymethod.",
    "associatedconstant.",
    "associatedtype.",
    "structfield.",
    "field.",
    "trait.",
    "fn",
    "impl-",
];

/// The id of a code, as it is displayed: the code itself, `#404`, if rustdoc has no such id and every character is
/// allowed in a URL; else `code.…`, percent-encoded.
pub(super) fn id(code: &str) -> Cow<'_, str> {
    if is_number(code.as_bytes()) {
        return Cow::Borrowed(code);
    }
    let is_plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    let is_free =
        code.bytes().any(|byte| byte.is_ascii_digit()) && !NOT_OURS.iter().any(|taken| code.starts_with(taken));
    if is_plain && is_free { Cow::Borrowed(code) } else { Cow::Owned(format!("code.{}", percent_encoded(code))) }
}

/// What most codes are. Slice patterns: see `status_docs_data::markdown`.
fn is_number(mut code: &[u8]) -> bool {
    while let [b'0'..=b'9', after @ ..] = code {
        if after.is_empty() {
            return true;
        }
        code = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_its_own_id_where_rustdoc_has_no_such_one() {
        let cases = [
            ("404", "404"),
            ("-503", "-503"),
            ("0x80070005", "0x80070005"),
            ("4.7.1", "4.7.1"),
            ("CE-30001-4", "CE-30001-4"),
            ("42P01", "42P01"),
            ("search", "code.search"),
            ("ENOENT", "code.ENOENT"),
            ("variant.E1", "code.variant.E1"),
            ("impl-Debug-for-E1", "code.impl-Debug-for-E1"),
            ("A 1", "code.A%201"),
            ("é\"1<", "code.%C3%A9%221%3C"),
        ];
        for (code, expected) in cases {
            assert_eq!(id(code), expected);
        }
    }
}
