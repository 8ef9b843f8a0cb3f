//! Languages of columns: which header says `message:de`, and what is a language tag.
//!
//! The codes of two letters are those of ISO 639-1; how a tag is written is RFC 5646. The runtime crate has a tag type of
//! its own, which takes what is accepted here.

/// The longest tag, in bytes: what the runtime crate's `Language` holds.
const LONGEST: usize = 15;

/// The codes of ISO 639-1.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik \
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt \
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so \
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// What translators write in place of a language: the country, with the language that was probably meant.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("al", "sq", "Albanian"),
    ("at", "de", "German"),
    ("by", "be", "Belarusian"),
    ("cn", "zh", "Chinese"),
    ("cz", "cs", "Czech"),
    ("dk", "da", "Danish"),
    ("gb", "en", "English"),
    ("ge", "ka", "Georgian"),
    ("gr", "el", "Greek"),
    ("il", "he", "Hebrew"),
    ("ir", "fa", "Persian"),
    ("iw", "he", "Hebrew"),
    ("jp", "ja", "Japanese"),
    ("kz", "kk", "Kazakh"),
    ("rs", "sr", "Serbian"),
    ("ua", "uk", "Ukrainian"),
    ("us", "en", "English"),
    ("vn", "vi", "Vietnamese"),
];

/// The tag as RFC 5646 writes it: `zh-Hant-TW`. `None` if the text is not a tag of at most 15 characters that begins
/// with a language.
pub fn canonical(tag: &str) -> Option<String> {
    if tag.len() > LONGEST {
        return None;
    }
    let mut written = String::with_capacity(tag.len());
    let mut after_singleton = false;
    for (index, part) in tag.split('-').enumerate() {
        let is_language = index == 0;
        let lengths = if is_language { 2..=3 } else { 1..=8 };
        let is_right = |c: char| c.is_ascii_alphabetic() || (!is_language && c.is_ascii_digit());
        if !lengths.contains(&part.len()) || !part.chars().all(is_right) {
            return None;
        }
        if !is_language {
            written.push('-');
        }
        let is_cased = !is_language && !after_singleton;
        for (at, c) in part.chars().enumerate() {
            let is_capital = is_cased && (part.len() == 2 || (part.len() == 4 && at == 0));
            written.push(if is_capital { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
        }
        // What begins with a single letter has something after it.
        if part.len() == 1 && !after_singleton && tag.len() == written.len() {
            return None;
        }
        after_singleton |= part.len() == 1;
    }
    Some(written)
}

/// Whether the language of a canonical tag exists; three letters are taken as they are.
pub fn exists(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    language.len() == 3 || TWO_LETTERS.split(' ').any(|known| known == language)
}

/// The language that was meant by a tag that does not exist, and what it is called: `jp` is Japan, whose language is
/// `ja`.
pub fn meant(tag: &str) -> Option<(&'static str, &'static str)> {
    let country = tag.split('-').next().unwrap_or_default();
    COUNTRIES.iter().find(|(known, ..)| *known == country).map(|(_, language, name)| (*language, *name))
}

/// A header that says which language its column is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged<'h> {
    /// What is before the tags: `message`.
    pub role: &'h str,
    /// The tags, with commas between them: `zh-Hant, zh-TW`.
    pub tags: &'h str,
    /// After a colon stands a tag and nothing else; in brackets stands often something else.
    pub is_colon: bool,
}

impl<'h> Tagged<'h> {
    /// The parts of `message:de`, `message (de)` or `message [de]`; `None` of any other header.
    pub fn of(header: &'h str) -> Option<Self> {
        let header = header.trim();
        for (open, close) in [('(', ')'), ('[', ']')] {
            if let Some(inner) = header.strip_suffix(close) {
                let (role, tags) = inner.split_once(open)?;
                let is_plain = !tags.contains([open, close]) && !role.trim().is_empty();
                return is_plain.then_some(Self { role: role.trim(), tags: tags.trim(), is_colon: false });
            }
        }
        let (role, tags) = header.split_once(':')?;
        let (role, tags) = (role.trim(), tags.trim());
        (!role.is_empty() && !tags.is_empty()).then_some(Self { role, tags, is_colon: true })
    }

    /// The canonical tags; `None` if one of them is none.
    pub fn tags(&self) -> Option<Vec<String>> {
        let mut all = Vec::new();
        for tag in self.tags.split(',') {
            all.push(canonical(tag.trim())?);
        }
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_languages_of_two_letters_as_the_standard_has() {
        let all: Vec<&str> = TWO_LETTERS.split(' ').filter(|code| !code.is_empty()).collect();
        assert_eq!(all.len(), 184);
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "sorted, and none twice");
        for (country, language, _) in COUNTRIES {
            assert!(!exists(country) && exists(language), "{country}");
        }
    }

    #[test]
    fn a_tag_is_written_as_the_rfc_has_it() {
        let cases = [
            ("DE", Some("de")),
            ("de-at", Some("de-AT")),
            ("ZH-HANT-tw", Some("zh-Hant-TW")),
            ("es-419", Some("es-419")),
            ("en-gb-X-AB", Some("en-GB-x-ab")),
            ("zh-hant-tw-x-a", Some("zh-Hant-TW-x-a")),
            ("gsw", Some("gsw")),
            ("d", None),
            ("deut", None),
            ("d3", None),
            ("de-", None),
            ("de--at", None),
            ("de-x", None),
            ("de_AT", None),
            ("de at", None),
            ("", None),
            ("aa-bbbbbbbb-cccc", None),
        ];
        for (tag, expected) in cases {
            assert_eq!(canonical(tag).as_deref(), expected, "{tag}");
        }
    }

    #[test]
    fn a_country_is_not_a_language() {
        let cases = [("jp", Some(("ja", "Japanese"))), ("cz-CZ", Some(("cs", "Czech"))), ("qq", None), ("de", None)];
        for (tag, expected) in cases {
            assert_eq!(meant(tag), expected, "{tag}");
        }
        for (tag, expected) in [("de-AT", true), ("jp", false), ("qq", false), ("qqq", true), ("gsw-CH", true)] {
            assert_eq!(exists(tag), expected, "{tag}");
        }
    }

    #[test]
    fn a_header_says_its_language_after_a_colon_or_in_brackets() {
        let tagged = |role, tags, is_colon| Some(Tagged { role, tags, is_colon });
        let cases = [
            ("message:de", tagged("message", "de", true)),
            (" Message : DE ", tagged("Message", "DE", true)),
            ("message (de)", tagged("message", "de", false)),
            ("Tips [zh-Hant, zh-TW]", tagged("Tips", "zh-Hant, zh-TW", false)),
            ("Tips (internal)", tagged("Tips", "internal", false)),
            ("Fault: text", tagged("Fault", "text", true)),
            ("message", None),
            ("message:", None),
            (":de", None),
            ("(de)", None),
            ("a (b) (c)", None),
            ("Retry (s", None),
        ];
        for (header, expected) in cases {
            assert_eq!(Tagged::of(header), expected, "{header}");
        }
        let tags = |header: &str| Tagged::of(header).and_then(|tagged| tagged.tags());
        assert_eq!(tags("m:zh-hant, ZH-tw"), Some(vec!["zh-Hant".to_owned(), "zh-TW".to_owned()]));
        assert_eq!(tags("m:zh,,tw"), None);
        assert_eq!(tags("m (web)"), Some(vec!["web".to_owned()]));
        assert_eq!(tags("m (internal)"), None);
    }
}
