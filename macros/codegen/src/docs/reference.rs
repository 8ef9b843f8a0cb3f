//! Where a status is specified → a link, if it is one as a whole.

use super::escape;

/// `RFC9110, Section 15.5.5` (in brackets or not) and URLs become links, anything else stays text.
pub(super) fn link(reference: &str) -> String {
    let bare = reference.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(reference);
    if let Some((number, section)) = rfc(bare) {
        return match section {
            Some(section) => {
                format!("[RFC {number} \u{a7}{section}](https://www.rfc-editor.org/rfc/rfc{number}#section-{section})")
            }
            None => format!("[RFC {number}](https://www.rfc-editor.org/rfc/rfc{number})"),
        };
    }
    if is_url(bare) {
        // Between angle brackets nothing is Markdown but an entity, which would be read. Without square
        // ones the compiler, which looks for links to items when it checks a library, reads none of it.
        if !bare.contains('&') {
            return format!("<{bare}>");
        }
        return format!("[{}](<{}>)", escape(bare), bare.replace('&', "\\&"));
    }
    escape(reference).into_owned()
}

/// The number of an RFC and its section.
fn rfc(text: &str) -> Option<(&str, Option<&str>)> {
    let is_number = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
    let rest = text.strip_prefix("RFC").or_else(|| text.strip_prefix("rfc"))?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(end)?;
    if !is_number(number) {
        return None;
    }
    let rest = rest.trim_start_matches(',').trim_start();
    if rest.is_empty() {
        return Some((number, None));
    }
    let section =
        ["Section", "section", "Sec.", "\u{a7}"].iter().find_map(|word| rest.strip_prefix(word))?.trim_start();
    section.split('.').all(is_number).then_some((number, Some(section)))
}

/// A URL of the web and nothing else.
fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&b);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest.bytes().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_reference_becomes_a_link() {
        let nine = "[RFC 9110 \u{a7}15.5.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5)";
        let cases = [
            ("RFC9110, Section 15.5.5", nine),
            ("[RFC9110, Section 15.5.5]", nine),
            ("RFC 9110 \u{a7}15.5.5", nine),
            ("RFC2518", "[RFC 2518](https://www.rfc-editor.org/rfc/rfc2518)"),
            (
                "https://example.org/a_(b)?c=d'--\"...*e*",
                "https\\:\\/\\/example\\.org/a\\_(b)?c\\=d\\'\\-\\-\\\"\\.\\.\\.\\*e\\*",
            ),
            ("https://example.org/a_(b)?c=d'--*e*...", "<https://example.org/a_(b)?c=d'--*e*...>"),
            ("http://a/?b&copy;", "[http\\:\\/\\/a\\/?b\\&copy;](<http://a/?b\\&copy;>)"),
            ("see RFC9110", "see RFC9110"),
            ("RFC9110 and more", "RFC9110 and more"),
            ("javascript:alert(1)", "javascript\\:alert(1\\)"),
            ("https://a b", "https\\:\\/\\/a b"),
            ("https://a>b", "https\\:\\/\\/a\\>b"),
            ("RFC", "RFC"),
        ];
        for (reference, markdown) in cases {
            assert_eq!(link(reference), markdown);
        }
    }
}
