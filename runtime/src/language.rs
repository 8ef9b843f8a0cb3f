//! The language of a text, and which one somebody wants.

use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::str::FromStr;

use crate::docs::StatusDocs;

/// A language as BCP 47 writes it: `de`, `pt-BR`, `zh-Hant-TW`. At most 15 characters; 16 bytes, without allocation.
///
/// It is any tag and not one of a closed list: a service has error types with different languages, and one tag for each
/// request serves them all.
///
/// ```
/// use status_docs::Language;
///
/// let offered = [Language::new("en"), Language::new("de"), Language::new("zh-Hant")];
/// let wanted = Language::negotiate("fr, de-AT;q=0.9, en;q=0.5", &offered);
/// assert_eq!(wanted, Some(Language::new("de")));
/// // As `LANG` has it.
/// assert_eq!("de_AT.UTF-8".parse(), Ok(Language::new("de-AT")));
/// // The case of letters does not count, and is shown as RFC 5646 recommends.
/// assert_eq!(Language::new("ZH-hant-tw").to_string(), "zh-Hant-TW");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    /// The tag in its canonical case, and zeros behind it: the order of the bytes is that of the texts.
    bytes: [u8; SIZE],
}

const SIZE: usize = 16;

/// As many ranges of an `Accept-Language` are read: a browser sends five, an attacker as many as fit.
const RANGES: usize = 32;

impl Language {
    /// The language of a tag.
    ///
    /// # Panics
    ///
    /// If it is not a tag; in a constant, that is an error of the compiler. [`parse`](Self::parse) does not panic.
    #[must_use]
    #[inline]
    pub const fn new(tag: &str) -> Self {
        match Self::parse(tag) {
            Some(language) => language,
            None => panic!("this is not a language tag, such as en, pt-BR or zh-Hant-TW"),
        }
    }

    /// The language of a tag: two or three letters, then parts of at most eight letters and digits, with `-` between
    /// them. `None` if it is something else, or longer than 15 characters.
    ///
    /// ```
    /// use status_docs::Language;
    ///
    /// const GERMAN: Option<Language> = Language::parse("de-at");
    /// assert_eq!(GERMAN.as_ref().map(Language::as_str), Some("de-AT"));
    /// assert_eq!(Language::parse("German"), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn parse(tag: &str) -> Option<Self> {
        let text = tag.as_bytes();
        if text.len() >= SIZE {
            return None;
        }
        let mut bytes = [0; SIZE];
        let (mut start, mut after_singleton) = (0, false);
        loop {
            let mut end = start;
            while end < text.len() && text[end] != b'-' {
                if !text[end].is_ascii_alphanumeric() || (start == 0 && !text[end].is_ascii_alphabetic()) {
                    return None;
                }
                end += 1;
            }
            let length = end - start;
            let is_last = end == text.len();
            let is_right = if start == 0 { length == 2 || length == 3 } else { length >= 1 && length <= 8 };
            if !is_right || (length == 1 && is_last && !after_singleton) {
                return None;
            }
            // A region is in capitals, a script begins with one: RFC 5646, section 2.1.1.
            let is_cased = start > 0 && !after_singleton;
            let mut at = start;
            while at < end {
                let is_capital = is_cased && (length == 2 || (length == 4 && at == start));
                bytes[at] = if is_capital { text[at].to_ascii_uppercase() } else { text[at].to_ascii_lowercase() };
                at += 1;
            }
            if is_last {
                return Some(Self { bytes });
            }
            after_singleton |= length == 1;
            bytes[end] = b'-';
            start = end + 1;
        }
    }

    /// The tag.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        let length = self.bytes.iter().position(|byte| *byte == 0).unwrap_or(SIZE);
        core::str::from_utf8(&self.bytes[..length]).unwrap_or("und")
    }

    /// The language among the `offered` that the header `Accept-Language` of an HTTP request prefers; `None` if it
    /// accepts none of them.
    ///
    /// Weights are those of RFC 9110 (12.4.2), and ranges are looked up as RFC 4647 (3.4) says: `de-AT` is answered by
    /// `de` where nothing else fits, never by `de-CH`. `*` is the first that is not refused, `q=0` refuses, and of equal
    /// weights the first counts. The first 32 ranges are read; what is not a weight counts as 0. Any text is taken, and
    /// nothing panics.
    ///
    /// ```
    /// use status_docs::Language;
    ///
    /// let offered = [Language::new("en"), Language::new("de")];
    /// let wanted = |header| Language::negotiate(header, &offered).map(|language| language.to_string());
    /// assert_eq!(wanted("de-AT, en;q=0.8").as_deref(), Some("de"));
    /// assert_eq!(wanted("fr, *;q=0.1").as_deref(), Some("en"));
    /// assert_eq!(wanted("en;q=0, *").as_deref(), Some("de"));
    /// assert_eq!(wanted("fr"), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn negotiate(accept_language: &str, offered: &[Self]) -> Option<Self> {
        negotiate(accept_language, offered)
    }

    /// A value's message in this language, or in the default one where it has none: see
    /// [`StatusDocs::write_message`].
    ///
    /// ```
    /// use status_docs::{HttpStatus, Language};
    ///
    /// let german = Language::new("de");
    /// // A status without a message says its phrase.
    /// assert_eq!(german.message_of(&HttpStatus::NotFound).to_string(), "Not Found");
    /// ```
    #[must_use]
    #[inline]
    pub fn message_of<T: StatusDocs + ?Sized>(self, of: &T) -> InLanguage<'_, T> {
        InLanguage { of, language: self }
    }

    /// Tries a language and then what is left of it without its last parts: `zh-Hant-TW`, `zh-Hant`, `zh`.
    #[inline]
    pub(crate) fn find_for<T>(self, found: impl FnMut(&str) -> Option<T>) -> Option<T> {
        cut_from_the_right(self.as_str(), found)
    }
}

/// Tries a tag, and then what is left of it; a single letter goes with what follows it.
#[inline]
fn cut_from_the_right<T>(mut tag: &str, mut found: impl FnMut(&str) -> Option<T>) -> Option<T> {
    loop {
        if let Some(found) = found(tag) {
            return Some(found);
        }
        let mut left = &tag[..tag.rfind('-')?];
        if let Some((before, single)) = left.rsplit_once('-') {
            if single.len() == 1 {
                left = before;
            }
        }
        tag = left;
    }
}

#[inline]
fn negotiate(accept_language: &str, offered: &[Language]) -> Option<Language> {
    let mut best = None;
    let mut best_weight = 0;
    for (range, weight) in ranges(accept_language) {
        if weight <= best_weight {
            continue;
        }
        let is_accepted = |language: &&Language| !is_refused(language, accept_language);
        let found = if range == "*" {
            offered.iter().find(is_accepted)
        } else {
            cut_from_the_right(range, |range| {
                offered.iter().find(|language| language.as_str().eq_ignore_ascii_case(range)).filter(is_accepted)
            })
        };
        if let Some(found) = found {
            (best, best_weight) = (Some(*found), weight);
        }
    }
    best
}

/// Whether the most specific of the ranges that a language is in has the weight 0.
#[inline]
fn is_refused(language: &Language, accept_language: &str) -> bool {
    let tag = language.as_str();
    let (mut longest, mut weight_there) = (0, 1);
    for (range, weight) in ranges(accept_language) {
        let is_in = tag.get(..range.len()).is_some_and(|start| start.eq_ignore_ascii_case(range))
            && matches!(tag.as_bytes().get(range.len()), None | Some(b'-'));
        if is_in && range.len() > longest {
            (longest, weight_there) = (range.len(), weight);
        }
    }
    weight_there == 0
}

/// The ranges of an `Accept-Language`, each with its weight in thousandths.
#[inline]
fn ranges(accept_language: &str) -> impl Iterator<Item = (&str, u16)> {
    accept_language.split(',').take(RANGES).filter_map(|element| {
        let mut parts = element.split(';');
        let range = parts.next()?.trim();
        let weight = parts.next().map_or("", str::trim);
        Some((range, if weight.is_empty() { 1000 } else { thousandths(weight).unwrap_or(0) }))
    })
}

/// `q=0.8`: a weight has one digit before the point, and at most three after it.
#[inline]
fn thousandths(weight: &str) -> Option<u16> {
    let (key, value) = weight.split_once('=')?;
    if !key.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    if fraction.len() > 3 || !matches!(whole, "0" | "1") {
        return None;
    }
    let mut thousandths = u16::from(whole == "1");
    for place in 0..3 {
        let digit = match fraction.as_bytes().get(place) {
            Some(digit) if digit.is_ascii_digit() => digit - b'0',
            Some(_) => return None,
            None => 0,
        };
        thousandths = thousandths * 10 + u16::from(digit);
    }
    (thousandths <= 1000).then_some(thousandths)
}

/// `und`: it is not known which language it is.
impl Default for Language {
    #[inline]
    fn default() -> Self {
        const { Self::new("und") }
    }
}

impl Display for Language {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Debug for Language {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({:?})", self.as_str())
    }
}

/// A tag, or a locale as the environment variable `LANG` has it: `de_AT.UTF-8` is `de-AT`. `C` and `POSIX` are not
/// languages.
impl FromStr for Language {
    type Err = ParseLanguageError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let locale = text.split(['.', '@']).next().unwrap_or_default();
        let tag = Self::parse(text).or_else(|| match locale.split_once('_') {
            Some((language, rest)) => Self::joined(language, rest),
            None => Self::parse(locale),
        });
        tag.ok_or(ParseLanguageError(()))
    }
}

impl Language {
    /// Two parts of a locale, which has `_` between them.
    #[inline]
    fn joined(language: &str, rest: &str) -> Option<Self> {
        let mut bytes = [0; SIZE];
        let end = language.len() + 1 + rest.len();
        bytes.get_mut(..language.len())?.copy_from_slice(language.as_bytes());
        *bytes.get_mut(language.len())? = b'-';
        bytes.get_mut(language.len() + 1..end)?.copy_from_slice(rest.as_bytes());
        Self::parse(core::str::from_utf8(bytes.get(..end)?).ok()?)
    }
}

/// A text is not a language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseLanguageError(());

impl Display for ParseLanguageError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not a language tag, such as en, pt-BR or zh-Hant-TW")
    }
}

impl Error for ParseLanguageError {}

/// Displays the message of a value in a language: [`Language::message_of`].
#[derive(Debug)]
pub struct InLanguage<'t, T: ?Sized> {
    of: &'t T,
    language: Language,
}

impl<T: StatusDocs + ?Sized> Display for InLanguage<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.of.write_message(Some(self.language), f)
    }
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};
    use std::vec::Vec;

    use super::*;

    fn offered(tags: &[&str]) -> Vec<Language> {
        tags.iter().map(|tag| Language::new(tag)).collect()
    }

    #[test]
    fn a_tag_is_written_as_the_rfc_has_it() {
        let cases = [
            ("de", Some("de")),
            ("DE-at", Some("de-AT")),
            ("zh-hant-tw", Some("zh-Hant-TW")),
            ("sr-LATN", Some("sr-Latn")),
            ("es-419", Some("es-419")),
            ("en-gb-X-AB", Some("en-GB-x-ab")),
            ("gsw", Some("gsw")),
            ("zh-Hant-TW-x-a", Some("zh-Hant-TW-x-a")),
            ("aa-bbbbbbbb-ccc", Some("aa-bbbbbbbb-ccc")),
            ("aa-bbbbbbbb-cccc", None),
            ("", None),
            ("d", None),
            ("deut", None),
            ("d3", None),
            ("de-", None),
            ("-de", None),
            ("de--at", None),
            ("de-x", None),
            ("de-abcdefghi", None),
            ("de_AT", None),
            ("d\u{e9}", None),
            ("x-app", None),
        ];
        for (tag, expected) in cases {
            let parsed = Language::parse(tag);
            assert_eq!(parsed.as_ref().map(Language::as_str), expected, "{tag}");
        }
        assert_eq!(size_of::<Language>(), 16);
        assert_eq!(Language::default().to_string(), "und");
        assert_eq!(std::format!("{:>4}|{:?}", Language::new("de"), Language::new("de")), "  de|Language(\"de\")");
        let mut sorted = offered(&["zh", "de-AT", "de", "en"]);
        sorted.sort_unstable();
        assert_eq!(sorted, offered(&["de", "de-AT", "en", "zh"]));
    }

    #[test]
    fn a_locale_of_the_environment_is_a_language() {
        let cases = [
            ("de", Some("de")),
            ("de_AT.UTF-8", Some("de-AT")),
            ("de_AT@euro", Some("de-AT")),
            ("en.UTF-8", Some("en")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("", None),
            ("_", None),
            ("de_", None),
            ("de_AT_and_far_too_long_for_a_tag", None),
            ("d\u{e9}_AT", None),
        ];
        for (text, expected) in cases {
            let parsed = text.parse::<Language>();
            assert_eq!(parsed.as_ref().map(Language::as_str).ok(), expected, "{text}");
        }
        assert_eq!("C".parse::<Language>().unwrap_err().to_string(), ParseLanguageError(()).to_string());
    }

    #[test]
    fn the_language_with_the_greatest_weight_is_found() {
        let cases: &[(&str, &str, &[&str], Option<&str>)] = &[
            ("no header", "", &["en", "de"], None),
            ("one", "de", &["en", "de"], Some("de")),
            ("any case", "DE", &["en", "de"], Some("de")),
            ("the first of equal weights", "de, en", &["en", "de"], Some("de")),
            ("a greater weight", "de;q=0.5, en;q=0.8", &["en", "de"], Some("en")),
            ("the default weight is 1", "en;q=0.9, de", &["en", "de"], Some("de")),
            ("a region falls back", "de-AT", &["en", "de"], Some("de")),
            ("never to a sibling", "de-AT", &["en", "de-CH"], None),
            ("never to a longer one", "de", &["en", "de-CH"], None),
            ("a script is not guessed", "zh-TW", &["zh-Hant", "en"], None),
            ("several parts fall back", "zh-Hant-TW", &["en", "zh-Hant"], Some("zh-Hant")),
            ("an extension goes with its letter", "en-GB-u-hc-h23-x-app", &["de", "en-GB"], Some("en-GB")),
            ("a star is the first", "*", &["en", "de"], Some("en")),
            ("a star after what is not there", "fr, *;q=0.1", &["en", "de"], Some("en")),
            ("a star is not what is refused", "en;q=0, *", &["en", "de"], Some("de")),
            ("refused", "en;q=0", &["en"], None),
            ("refused with a fallback", "en-GB, en;q=0", &["en"], None),
            ("a more specific range decides", "de;q=0, de-AT", &["de-AT", "en"], Some("de-AT")),
            ("a refused language refuses its regions", "*, de;q=0", &["de-AT", "en"], Some("en")),
            ("all refused but one", "de, *;q=0", &["en", "de"], Some("de")),
            ("a weight that is none", "de;q=x, en;q=0.1", &["en", "de"], Some("en")),
            ("a weight above 1", "de;q=1.001, en;q=0.1", &["en", "de"], Some("en")),
            ("four digits", "de;q=0.1234, en;q=0.1", &["en", "de"], Some("en")),
            ("a parameter that is not a weight", "de;level=1, en;q=0.1", &["en", "de"], Some("en")),
            ("what follows the weight", "de;q=0.9;x=1, en;q=0.1", &["en", "de"], Some("de")),
            ("blanks", " de ; q=0.9 , en ; Q = 0.95 ", &["en", "de"], Some("en")),
            ("a semicolon alone", "de;", &["en", "de"], Some("de")),
            ("commas alone", ",,,de,,", &["en", "de"], Some("de")),
            ("a part alone", "-", &["en"], None),
            ("not ASCII", "d\u{e9}, \u{1f600};q=1, en;q=0.1", &["en"], Some("en")),
            ("nothing offered", "de", &[], None),
        ];
        for (name, header, tags, expected) in cases {
            let found = Language::negotiate(header, &offered(tags));
            assert_eq!(found.as_ref().map(Language::as_str), *expected, "{name}");
        }
    }

    #[test]
    fn ranges_after_the_32nd_are_not_read() {
        let many = |before: usize| -> String { "fr,".repeat(before) + "de" };
        assert_eq!(Language::negotiate(&many(31), &offered(&["de"])), Some(Language::new("de")));
        assert_eq!(Language::negotiate(&many(32), &offered(&["de"])), None);
        // A range of any length is cut in time.
        let long = "a-".repeat(100_000) + "a, de";
        assert_eq!(Language::negotiate(&long, &offered(&["de"])), Some(Language::new("de")));
    }

    #[test]
    fn a_language_is_tried_without_its_last_parts() {
        let mut tried = Vec::new();
        let found: Option<()> = Language::new("zh-Hant-TW-x-a").find_for(|tag| {
            tried.push(tag.to_string());
            None
        });
        assert_eq!((found, tried.join(" ")), (None, "zh-Hant-TW-x-a zh-Hant-TW zh-Hant zh".to_string()));
    }
}
