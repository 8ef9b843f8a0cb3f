//! What every documented status answers.

use core::fmt;

use crate::code::Code;
use crate::language::Language;

/// Everything a table says about one status.
///
/// ```
/// use status_docs::{HttpStatus, StatusDocs};
///
/// let docs = HttpStatus::NotFound.docs();
/// assert_eq!((docs.code, docs.reason), (404, "Not Found"));
/// assert!(docs.tips.is_some());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StatusDoc<C> {
    /// The status code.
    pub code: C,
    /// The name of the row: its variant in the table's enum.
    pub name: &'static str,
    /// The reason phrase.
    pub reason: &'static str,
    /// What it means; `""` if the table does not say.
    pub definition: &'static str,
    /// What to do about it.
    pub tips: Option<&'static str>,
    /// Where it is specified, as the table has it.
    pub reference: Option<&'static str>,
    /// The page of each code, with `{code}` where the code belongs.
    pub link: Option<&'static str>,
    /// Whether the value's own text may be shown to the client.
    pub detail: Detail,
    /// The HTTP status to answer with. The code is not asked: of a row of HTTP's reference, it is both.
    pub http: Option<u16>,
    /// The gRPC code to answer with, where the code is not one.
    pub grpc: Option<u8>,
    /// The exit code of a program that ends with it, where the code is not one.
    pub exit: Option<u8>,
}

impl<C> StatusDoc<C> {
    /// A status of which nothing else is known; assign the other fields as needed.
    ///
    /// ```
    /// let mut doc = status_docs::StatusDoc::new(521_u16, "WebServerIsDown", "Web Server Is Down");
    /// doc.tips = Some("Check that the origin is running.");
    /// ```
    #[must_use]
    #[inline]
    pub const fn new(code: C, name: &'static str, reason: &'static str) -> Self {
        Self {
            code,
            name,
            reason,
            definition: "",
            tips: None,
            reference: None,
            link: None,
            detail: Detail::ByStatus,
            http: None,
            grpc: None,
            exit: None,
        }
    }
}

impl<C> StatusDoc<C> {
    /// The HTTP status: [`http`](Self::http), if it is 100 to 999. Never the code, which may be a device's own 404: rows of
    /// the HTTP reference have both, and a `docs` that is written by hand assigns it.
    ///
    /// ```
    /// use status_docs::{HttpStatus, StatusDoc, StatusDocs};
    ///
    /// assert_eq!(HttpStatus::NotFound.docs().http_status(), Some(404));
    ///
    /// let mut doc = StatusDoc::new(404_u16, "BatteryLow", "Battery Low");
    /// assert_eq!(doc.http_status(), None);
    /// doc.http = Some(503);
    /// assert_eq!(doc.http_status(), Some(503));
    /// ```
    #[inline]
    pub fn http_status(&self) -> Option<u16> {
        self.http.filter(|status| (100..=999).contains(status))
    }
}

/// Whether the text of a value, as its [`Display`](core::fmt::Display) writes it, is shown to the client: in the body of
/// an HTTP answer, in the message of a gRPC status.
///
/// A client has to know what is wrong with its request. What broke inside a server belongs in its log: a database's
/// message may reveal where it is and what is in it.
///
/// ```
/// use status_docs::{Detail, StatusDocs};
///
/// #[derive(StatusDocs)]
/// #[status(500)]
/// struct Database;
/// assert_eq!(Database.docs().detail, Detail::ByStatus);
/// ```
///
/// A later version may know more kinds, so that a `match` needs `_`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Detail {
    /// Shown below 500, hidden from 500 on.
    #[default]
    ByStatus,
    /// Shown.
    Shown,
    /// Hidden.
    Hidden,
    /// This text is shown in its place.
    Fixed(&'static str),
}

#[cfg_attr(feature = "macros", doc = "[derive]: derive@crate::StatusDocs")]
#[cfg_attr(not(feature = "macros"), doc = "[derive]: trait@crate::StatusDocs")]
///
/// A status with a documented code: a row of a table, or a value of your own error type.
///
/// Implemented by [`status_table!`](crate::status_table) for its enums and by
/// [`#[derive(StatusDocs)]`][derive] for yours. It can be used as
/// `dyn StatusDocs<Code = u16>`:
///
/// ```
/// use status_docs::{HttpStatus, StatusDocs};
///
/// fn answer(status: &dyn StatusDocs<Code = u16>) -> String {
///     format!("{} {}", status.code(), status.reason())
/// }
/// assert_eq!(answer(&HttpStatus::NotFound), "404 Not Found");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which status it is",
    label = "no `StatusDocs` here",
    note = "derive it: `#[derive(StatusDocs)]`, or make the enum from a table with `status_table!`"
)]
pub trait StatusDocs {
    /// The type of the codes: an integer, or `&'static str`.
    type Code: Code;

    /// Everything the table says about this status.
    fn docs(&self) -> StatusDoc<Self::Code>;

    /// The status code.
    #[inline]
    fn code(&self) -> Self::Code {
        self.docs().code
    }

    /// The reason phrase.
    #[inline]
    fn reason(&self) -> &'static str {
        self.docs().reason
    }

    /// What it means; `""` if the table does not say.
    #[inline]
    fn definition(&self) -> &'static str {
        self.docs().definition
    }

    /// What to do about it.
    #[inline]
    fn tips(&self) -> Option<&'static str> {
        self.docs().tips
    }

    /// Where it is specified, as the table has it.
    #[inline]
    fn reference(&self) -> Option<&'static str> {
        self.docs().reference
    }

    /// Writes the table's message about this value, in the language or in the default one: the phrase, where the table
    /// has no messages. `Language::message_of` displays it.
    #[inline]
    fn write_message(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = language;
        f.pad(self.reason())
    }

    /// The language of the text that `write_message` writes where this one is asked for; `None`
    /// if it writes the phrase, or the table does not say which language its messages are in.
    #[inline]
    fn message_language(&self, language: Language) -> Option<Language> {
        let _ = language;
        None
    }

    /// The same as `docs`, with each text in the language where the table has it.
    #[inline]
    fn docs_in(&self, language: Language) -> StatusDoc<Self::Code> {
        let _ = language;
        self.docs()
    }

    /// Whether `write_message` writes a message.
    #[doc(hidden)]
    #[inline]
    fn has_message(&self) -> bool {
        false
    }
}

impl<T: StatusDocs + ?Sized> StatusDocs for &T {
    type Code = T::Code;

    #[inline]
    fn docs(&self) -> StatusDoc<Self::Code> {
        (**self).docs()
    }

    #[inline]
    fn code(&self) -> Self::Code {
        (**self).code()
    }

    #[inline]
    fn reason(&self) -> &'static str {
        (**self).reason()
    }

    #[inline]
    fn definition(&self) -> &'static str {
        (**self).definition()
    }

    #[inline]
    fn tips(&self) -> Option<&'static str> {
        (**self).tips()
    }

    #[inline]
    fn reference(&self) -> Option<&'static str> {
        (**self).reference()
    }

    #[inline]
    fn write_message(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).write_message(language, f)
    }

    #[inline]
    fn message_language(&self, language: Language) -> Option<Language> {
        (**self).message_language(language)
    }

    #[inline]
    fn docs_in(&self, language: Language) -> StatusDoc<Self::Code> {
        (**self).docs_in(language)
    }

    #[inline]
    fn has_message(&self) -> bool {
        (**self).has_message()
    }
}

#[cfg(test)]
mod tests {
    use core::fmt;

    use super::{StatusDoc, StatusDocs};
    use crate::language::Language;

    /// Answers otherwise than its row, as a type may.
    struct Fault;

    impl StatusDocs for Fault {
        type Code = u16;

        fn docs(&self) -> StatusDoc<u16> {
            StatusDoc::new(7, "DoorHeld", "Door held")
        }

        fn code(&self) -> u16 {
            8
        }

        fn reason(&self) -> &'static str {
            "reason"
        }

        fn definition(&self) -> &'static str {
            "definition"
        }

        fn tips(&self) -> Option<&'static str> {
            Some("tips")
        }

        fn reference(&self) -> Option<&'static str> {
            Some("reference")
        }
    }

    /// Says something else than its phrase, in one language.
    struct Spoken;

    impl StatusDocs for Spoken {
        type Code = u16;

        fn docs(&self) -> StatusDoc<u16> {
            StatusDoc::new(7, "DoorHeld", "Door held")
        }

        fn write_message(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(if language.is_some() { "Die T\u{fc}r" } else { "The door" })
        }

        fn message_language(&self, language: Language) -> Option<Language> {
            Some(language)
        }

        fn docs_in(&self, _: Language) -> StatusDoc<u16> {
            StatusDoc::new(8, "", "")
        }

        fn has_message(&self) -> bool {
            true
        }
    }

    #[test]
    fn a_reference_says_what_it_refers_to() {
        fn of<T: StatusDocs<Code = u16>>(value: T) -> (std::string::String, bool, bool, u16) {
            let german = Language::new("de");
            let said = std::format!("{}", german.message_of(&value));
            (said, value.message_language(german).is_some(), value.has_message(), value.docs_in(german).code)
        }
        assert_eq!(of(Fault), ("reason".into(), false, false, 7));
        assert_eq!((of(&Spoken), of(&Fault)), (of(Spoken), of(Fault)));
        let spoken: &dyn StatusDocs<Code = u16> = &Spoken;
        assert_eq!(std::format!("{}", Language::new("de").message_of(spoken)), "Die T\u{fc}r");
    }

    #[test]
    fn a_reference_answers_as_what_it_refers_to() {
        fn of<T: StatusDocs<Code = u16>>(value: T) -> (u16, [Option<&'static str>; 4]) {
            (value.code(), [Some(value.reason()), Some(value.definition()), value.tips(), value.reference()])
        }
        let texts = [Some("reason"), Some("definition"), Some("tips"), Some("reference")];
        assert_eq!((of(Fault), of(&Fault)), ((8, texts), (8, texts)));
        assert_eq!(StatusDocs::docs(&&Fault).code, 7);
    }
}
