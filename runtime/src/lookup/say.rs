//! The messages of a table: one text for all rows and languages, and what is said in a language.

use core::fmt::{self, Display, Formatter};

use crate::docs::StatusDoc;
use crate::language::Language;
use crate::shown::pad;

/// The messages of a type. A column of the table is a language, under one tag or several; the first one is the default.
pub struct Messages {
    /// Each tag with its column.
    pub tags: &'static [(Language, u8)],
    /// How many columns there are.
    pub columns: usize,
    /// The texts, row by row and in each row column by column. A text is a sequence of pieces: a byte with the length
    /// of what follows, at most 126; that text; and a byte with the index of the value after it, or `NO_VALUE`.
    pub texts: &'static str,
    /// Where each text ends; an empty one is not there.
    pub ends: &'static [u32],
}

/// After a piece that no value follows.
const NO_VALUE: u8 = 0x7f;

/// Shows the value of an index.
type ShowValue<'v> = dyn Fn(u8, &mut Formatter<'_>) -> fmt::Result + 'v;

impl Messages {
    /// The text of a row in a column; empty if it has none.
    #[inline]
    fn text(&self, row: usize, column: usize) -> &'static str {
        let index = row * self.columns + column;
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let start = if index == 0 { 0 } else { end(index - 1) };
        self.texts.get(start..end(index)).unwrap_or_default()
    }

    /// The column that says a row in a language, with the text: that of the tag, or of what is left of it, else the
    /// default. `None` if there is no text at all.
    #[inline]
    fn said(&self, row: usize, language: Option<Language>) -> Option<(usize, &'static str)> {
        let column = column_for(self.tags, language, &|column| !self.text(row, column).is_empty())?;
        Some((column, self.text(row, column)))
    }

    /// The language in which a row is said if this one is asked for; `None` for a phrase, and for a column without a
    /// tag.
    #[inline]
    pub fn language(&self, row: usize, language: Language) -> Option<Language> {
        let (said, _) = self.said(row, Some(language))?;
        self.tags.iter().find(|(_, column)| usize::from(*column) == said).map(|(tag, _)| *tag)
    }
}

/// The column that has a text in a language: that of the tag, or of what is left of it, else the default one. `None` if
/// none has.
#[inline]
pub(super) fn column_for(
    tags: &[(Language, u8)],
    language: Option<Language>,
    has: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let tagged = language.and_then(|language| {
        language.find_for(|tag| {
            let (_, column) = tags.iter().find(|(offered, _)| offered.as_str() == tag)?;
            Some(usize::from(*column)).filter(|column| has(*column))
        })
    });
    tagged.or_else(|| has(0).then_some(0))
}

/// Writes the message of a row, or the phrase if it has none. Width, alignment and precision are those of the whole; no
/// flag reaches a value.
#[inline]
pub fn say(
    messages: &Messages,
    row: usize,
    language: Option<Language>,
    value: &dyn Fn(u8, &mut Formatter<'_>) -> fmt::Result,
    phrase: &str,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    match messages.said(row, language) {
        Some((_, text)) => pad(f, format_args!("{}", Said { text, value })),
        None => f.pad(phrase),
    }
}

struct Said<'v> {
    text: &'static str,
    value: &'v ShowValue<'v>,
}

impl Display for Said<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.text;
        while let Some(length) = rest.as_bytes().first() {
            let end = 1 + usize::from(*length);
            let (Some(piece), Some(value)) = (rest.get(1..end), rest.as_bytes().get(end)) else { break };
            f.write_str(piece)?;
            if *value != NO_VALUE {
                (self.value)(*value, f)?;
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        Ok(())
    }
}

/// What a message can show with `{name}`.
///
/// A trait of our own, for a sentence of our own where a field of the user's cannot be displayed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Display`, and the table's message shows it",
    label = "shown by the table's message",
    note = "show it otherwise: `{{name:?}}` in the message, or `values(name = …)` on the variant"
)]
pub trait Shown {
    /// Shows it.
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result;
}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> Shown for T {
    #[inline]
    fn show(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // Without the flags of the outside.
        write!(f, "{self}")
    }
}

/// A text of a row in a language that is not the default one.
pub struct Translated {
    /// One of the tags of its column.
    pub language: Language,
    /// Which text it is.
    pub role: TranslatedRole,
    /// The text.
    pub text: &'static str,
}

/// The texts that have languages, beside the message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TranslatedRole {
    /// The reason phrase.
    Reason,
    /// What it means.
    Definition,
    /// What to do about it.
    Tips,
}

/// Puts the texts of a language in place of those of the default one, each with a fallback of its own.
#[inline]
pub fn translate<C>(doc: &mut StatusDoc<C>, texts: &'static [Translated], language: Language) {
    for role in [TranslatedRole::Reason, TranslatedRole::Definition, TranslatedRole::Tips] {
        let text = language.find_for(|tag| {
            let is_it = |text: &&Translated| text.role == role && text.language.as_str() == tag;
            texts.iter().find(is_it).map(|text| text.text)
        });
        if let Some(text) = text {
            put(doc, role, text);
        }
    }
}

/// Puts a text of a language in place of that of the default one.
#[inline]
pub(super) fn put<C>(doc: &mut StatusDoc<C>, role: TranslatedRole, text: &'static str) {
    match role {
        TranslatedRole::Reason => doc.reason = text,
        TranslatedRole::Definition => doc.definition = text,
        TranslatedRole::Tips => doc.tips = Some(text),
    }
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::{String, ToString};
    use std::vec::Vec;

    use super::*;

    /// "Order {0} in {1}" / "In {1} gibt es {0} nicht", then a row with a default alone, one with neither.
    static MESSAGES: Messages = Messages {
        tags: &[
            (Language::new("en"), 0),
            (Language::new("de"), 1),
            (Language::new("de-AT"), 2),
            (Language::new("gsw"), 1),
        ],
        columns: 3,
        texts: "\u{6}Order \0\u{4} in \u{1}\u{3}In \u{1}\u{9} gibt es \0\u{6} nicht\u{7f}\u{4}Busy\u{7f}",
        ends: &[14, 38, 38, 44, 44, 44, 44, 44, 44],
    };

    struct Row(usize);

    impl Row {
        fn said(&self, language: Option<&str>) -> String {
            format!("{}", InTest(self.0, language.map(Language::new)))
        }
    }

    struct InTest(usize, Option<Language>);

    impl Display for InTest {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            let value = |value: u8, f: &mut Formatter<'_>| match value {
                0 => Shown::show(&7_u64, f),
                1 => Shown::show("Graz", f),
                _ => Ok(()),
            };
            say(&MESSAGES, self.0, self.1, &value, "Phrase", f)
        }
    }

    #[test]
    fn a_row_is_said_in_the_language_or_in_the_default_one() {
        let cases = [
            ("no language", 0, None, "Order 7 in Graz"),
            ("the default", 0, Some("en"), "Order 7 in Graz"),
            ("a translation", 0, Some("de"), "In Graz gibt es 7 nicht"),
            ("a second tag of a column", 0, Some("gsw"), "In Graz gibt es 7 nicht"),
            ("a region falls back", 0, Some("de-CH"), "In Graz gibt es 7 nicht"),
            ("a column without the text falls back", 0, Some("de-AT"), "In Graz gibt es 7 nicht"),
            ("another language", 0, Some("fr"), "Order 7 in Graz"),
            ("no translation", 1, Some("de"), "Busy"),
            ("no message", 2, Some("de"), "Phrase"),
        ];
        for (name, row, language, expected) in cases {
            assert_eq!(Row(row).said(language), expected, "{name}");
        }
    }

    #[test]
    fn the_language_of_what_is_said_is_known() {
        let languages = |row| -> Vec<Option<String>> {
            let asked = ["en", "de", "de-AT", "gsw", "fr"].map(Language::new);
            asked.iter().map(|asked| MESSAGES.language(row, *asked).map(|said| said.to_string())).collect()
        };
        let some = |tag: &str| Some(tag.to_string());
        assert_eq!(languages(0), [some("en"), some("de"), some("de"), some("de"), some("en")]);
        assert_eq!(languages(1), [some("en"), some("en"), some("en"), some("en"), some("en")]);
        assert_eq!(languages(2), [None, None, None, None, None]);
    }

    #[test]
    fn a_message_is_padded_as_a_whole_and_its_values_are_not() {
        assert_eq!(format!("{:>18}|", InTest(0, None)), "   Order 7 in Graz|");
        assert_eq!(format!("{:.7}|", InTest(0, None)), "Order 7|");
        assert_eq!(format!("{:*^10}|", InTest(2, None)), "**Phrase**|");
        assert_eq!(format!("{:#}|", InTest(0, None)), "Order 7 in Graz|");
    }
}
