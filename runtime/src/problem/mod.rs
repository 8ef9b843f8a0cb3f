//! What a service answers when something went wrong.

pub(crate) mod http;
mod json;
pub(crate) mod link;

use core::fmt::{self, Debug, Display, Write};

use crate::code::Code;
use crate::docs::{Detail, StatusDoc};
use http::http_status;
use json::Text;
use link::Filled;

/// What clients are told about a status, in the form of [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457): `Display`
/// writes the JSON of an `application/problem+json` answer.
///
/// ```
/// use status_docs::{HttpStatus, Problem, StatusDocs};
///
/// let doc = HttpStatus::NotFound.docs();
/// let problem = Problem::new(&doc).with_detail(&"order 7 not found").with_instance("/orders/7");
/// assert_eq!(
///     problem.to_string(),
///     r#"{"title":"Not Found","status":404,"detail":"order 7 not found","instance":"/orders/7"}"#,
/// );
///
/// // From 500 on, the value's own text stays inside.
/// let doc = HttpStatus::InternalServerError.docs();
/// let problem = Problem::new(&doc).with_detail(&"connection to 10.0.0.7 lost");
/// assert!(problem.is_hidden());
/// assert_eq!(problem.to_string(), r#"{"title":"Internal Server Error","status":500}"#);
/// ```
///
/// A service whose answers have another shape can use the parts: what is shown and what is hidden is decided here. A
/// function that takes `&Problem` accepts that of every table; one that takes `&Problem<'_, u16>` or `&Problem<'_,
/// &str>` has the [`code`](Self::code) in its own type.
///
/// ```
/// use status_docs::{HttpStatus, Problem, StatusDocs};
///
/// fn envelope(problem: &Problem) -> String {
///     let message = problem.detail().map_or(problem.title().to_owned(), ToString::to_string);
///     format!("{}: {message} (code {})", problem.status(), problem.code())
/// }
///
/// let doc = HttpStatus::Conflict.docs();
/// let problem = Problem::new(&doc).with_detail(&"somebody was faster");
/// assert_eq!(envelope(&problem), "409: somebody was faster (code 409)");
/// ```
pub struct Problem<'p, C: ?Sized = dyn Display> {
    status: u16,
    name: &'static str,
    title: &'static str,
    definition: &'static str,
    link: Option<&'static str>,
    tips: Option<&'static str>,
    tells_tips: bool,
    /// What may be shown: nothing, the text itself, or another text in its place.
    detail: Detail,
    text: Option<&'p dyn Display>,
    instance: Option<&'p str>,
    number: Option<i128>,
    // The last field, so that a `&Problem<'_, u16>` coerces to a `&Problem`.
    code: C,
}

impl<C: Code> Problem<'_, C> {
    /// The problem of a status. A status that has no HTTP status is answered as 500.
    #[must_use]
    #[inline]
    pub fn new(doc: &StatusDoc<C>) -> Self {
        Self::of(doc, http_status(doc) >= 500)
    }

    /// `is_internal`: details are not for clients, unless the table or the type says otherwise.
    pub(crate) fn of(doc: &StatusDoc<C>, is_internal: bool) -> Self {
        let by_status = if is_internal { Detail::Hidden } else { Detail::Shown };
        Self {
            status: http_status(doc),
            name: doc.name,
            title: doc.reason,
            definition: doc.definition,
            link: doc.link,
            tips: doc.tips,
            tells_tips: false,
            detail: if doc.detail == Detail::ByStatus { by_status } else { doc.detail },
            text: None,
            instance: None,
            number: doc.code.number(),
            code: doc.code,
        }
    }
}

impl<'p, C> Problem<'p, C> {
    /// With the value's own text, which is shown or hidden depending on the status.
    #[must_use]
    #[inline]
    pub fn with_detail(mut self, text: &'p dyn Display) -> Self {
        self.text = Some(text);
        self
    }

    /// With the URI of this occurrence: for example, that of the request.
    #[must_use]
    #[inline]
    pub fn with_instance(mut self, instance: &'p str) -> Self {
        self.instance = Some(instance);
        self
    }

    /// With the table's tips. They are often meant for a support team, so they are not shown by default.
    #[must_use]
    #[inline]
    pub fn with_tips(mut self) -> Self {
        self.tells_tips = true;
        self
    }
}

impl<C: ?Sized> Problem<'_, C> {
    /// The HTTP status to answer with.
    #[inline]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The code of the table.
    #[inline]
    pub fn code(&self) -> &C {
        &self.code
    }

    /// The name of the row.
    #[inline]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The reason phrase.
    #[inline]
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// What the status means; `""` if the table does not say.
    #[inline]
    pub fn definition(&self) -> &'static str {
        self.definition
    }

    /// What may be shown of the value's own text: nothing if it is [hidden](Self::is_hidden).
    #[inline]
    pub fn detail(&self) -> Option<&dyn Display> {
        match &self.detail {
            Detail::Fixed(text) => Some(text),
            Detail::Shown => self.text,
            Detail::ByStatus | Detail::Hidden => None,
        }
    }

    /// Whether the value has a text of its own that is not shown. Log it, or it is lost.
    #[inline]
    pub fn is_hidden(&self) -> bool {
        self.text.is_some() && self.detail != Detail::Shown
    }

    /// The URI of this occurrence.
    #[inline]
    pub fn instance(&self) -> Option<&str> {
        self.instance
    }

    /// What to do about it, if tips were [asked for](Self::with_tips).
    #[inline]
    pub fn tips(&self) -> Option<&'static str> {
        self.tips.filter(|_| self.tells_tips)
    }
}

impl<C: ?Sized> Problem<'_, C> {
    /// The code as a number; `None` if it is a text.
    #[cfg(feature = "serde")]
    pub(crate) fn number(&self) -> Option<i128> {
        self.number
    }

    /// Whether the code is told: not where it is the status.
    #[inline]
    pub(crate) fn tells_code(&self) -> bool {
        self.number != Some(i128::from(self.status))
    }
}

impl<C: Display + ?Sized> Problem<'_, C> {
    /// The page of the code.
    #[inline]
    pub fn link(&self) -> Option<impl Display> {
        self.link.map(|template| Filled { template, code: &self.code })
    }
}

/// Whether a member of a body has a name of ours, so that nobody else may give it.
#[inline]
pub fn is_ours(name: &str) -> bool {
    matches!(name, "type" | "title" | "status" | "detail" | "instance" | "code" | "tips")
}

/// Without what is hidden.
impl<C: ?Sized> Debug for Problem<'_, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem").field("status", &self.status).field("name", &self.name).finish_non_exhaustive()
    }
}

/// The JSON of an `application/problem+json` body.
impl<C: Display + ?Sized> Display for Problem<'_, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('{')?;
        if let Some(link) = self.link() {
            write!(f, "\"type\":{},", Text(&link))?;
        }
        write!(f, "\"title\":{},\"status\":{}", Text(&self.title), self.status)?;
        if let Some(detail) = self.detail() {
            write!(f, ",\"detail\":{}", Text(detail))?;
        }
        if let Some(instance) = self.instance {
            write!(f, ",\"instance\":{}", Text(&instance))?;
        }
        match self.number {
            _ if !self.tells_code() => {}
            Some(number) => write!(f, ",\"code\":{number}")?,
            None => write!(f, ",\"code\":{}", Text(&&self.code))?,
        }
        if let Some(tips) = self.tips() {
            write!(f, ",\"tips\":{}", Text(&tips))?;
        }
        f.write_char('}')
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::{self, Display};
    use std::string::{String, ToString};

    use super::Problem;
    use crate::code::Code;
    use crate::docs::{Detail, StatusDoc};

    fn doc<C>(code: C) -> StatusDoc<C> {
        let mut doc = StatusDoc::new(code, "DoorForced", "Door Forced");
        doc.tips = Some("Send a guard.");
        doc
    }

    /// Of a row whose code is the status.
    fn status(code: u16) -> StatusDoc<u16> {
        StatusDoc { http: Some(code), ..doc(code) }
    }

    fn json<C: Code>(doc: &StatusDoc<C>) -> String {
        Problem::new(doc).with_detail(&"door 7").to_string()
    }

    #[test]
    fn a_problem_tells_its_row() {
        let mut doc = status(409);
        doc.definition = "Somebody is in.";
        let problem = Problem::new(&doc);
        assert_eq!(
            (problem.name(), problem.title(), problem.definition()),
            ("DoorForced", "Door Forced", "Somebody is in.")
        );
        assert_eq!(problem.instance(), None);
        assert_eq!(std::format!("{problem:?}"), "Problem { status: 409, name: \"DoorForced\", .. }");
        assert_eq!(problem.with_instance("/doors/7").instance(), Some("/doors/7"));
    }

    #[test]
    fn the_text_is_told_below_500_unless_asked() {
        let cases = [
            (400, Detail::ByStatus, Some("text")),
            (499, Detail::ByStatus, Some("text")),
            (500, Detail::ByStatus, None),
            (599, Detail::ByStatus, None),
            (999, Detail::ByStatus, None),
            (500, Detail::Shown, Some("text")),
            (404, Detail::Hidden, None),
            (404, Detail::Fixed("public"), Some("public")),
            (503, Detail::Fixed("public"), Some("public")),
        ];
        for (code, detail, told) in cases {
            let doc = StatusDoc { detail, ..status(code) };
            let problem = Problem::new(&doc).with_detail(&"text");
            let shown = problem.detail().map(ToString::to_string);
            assert_eq!(shown.as_deref(), told, "{code} {detail:?}");
            assert_eq!(problem.is_hidden(), told != Some("text"), "{code} {detail:?}");
            // Without a text there is nothing to hide.
            assert!(!Problem::new(&doc).is_hidden());
        }
    }

    #[test]
    fn the_status_is_http_or_500_and_never_the_code() {
        let cases = [(404, None, 500), (404, Some(404), 404), (1042, Some(404), 404), (404, Some(7), 500)];
        for (code, http, status) in cases {
            let doc = StatusDoc { http, ..doc::<u32>(code) };
            assert_eq!(Problem::new(&doc).status(), status, "{code} {http:?}");
        }
    }

    #[test]
    fn the_code_is_told_where_it_is_not_the_status() {
        let http = Some(404);
        let own = r#"{"title":"Door Forced","status":500,"code":404}"#;
        assert_eq!(json(&doc(404_u16)), own);
        assert_eq!(json(&status(404)), r#"{"title":"Door Forced","status":404,"detail":"door 7"}"#);
        let own = StatusDoc { http, ..doc(-7_i8) };
        assert_eq!(json(&own), r#"{"title":"Door Forced","status":404,"detail":"door 7","code":-7}"#);
        let text = StatusDoc { http, ..doc("E\"42") };
        assert_eq!(json(&text), r#"{"title":"Door Forced","status":404,"detail":"door 7","code":"E\"42"}"#);
    }

    #[test]
    fn members_stand_in_the_order_of_the_rfc() {
        let doc = StatusDoc { link: Some("https://example.org/{code}"), http: Some(409), ..doc("a b") };
        let problem = Problem::new(&doc).with_detail(&"seven").with_instance("/doors/7").with_tips();
        let expected = r#"{"type":"https://example.org/a%20b","title":"Door Forced","status":409,"detail":"seven","#;
        let expected = expected.to_string() + r#""instance":"/doors/7","code":"a b","tips":"Send a guard."}"#;
        assert_eq!(problem.to_string(), expected);
    }

    #[test]
    fn texts_are_json_strings() {
        let cases = [
            ("plain \u{e9}\u{1f525} / <b>", "plain \u{e9}\u{1f525} / <b>"),
            ("\"quoted\" back\\slash", r#"\"quoted\" back\\slash"#),
            ("a\nb\r\tc\u{0}d\u{7f}e\u{85}", r"a\nb\u000d\u0009c\u0000d\u007fe\u0085"),
            ("\n", r"\n"),
        ];
        for (text, escaped) in cases {
            let expected = std::format!(r#"{{"title":"Door Forced","status":404,"detail":"{escaped}"}}"#);
            assert_eq!(Problem::new(&status(404)).with_detail(&text).to_string(), expected);
        }
    }

    #[test]
    fn a_value_that_cannot_be_written_leaves_the_json_whole() {
        struct Broken;

        impl Display for Broken {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("half")?;
                Err(fmt::Error)
            }
        }

        let json = Problem::new(&status(404)).with_detail(&Broken).to_string();
        assert_eq!(json, r#"{"title":"Door Forced","status":404,"detail":"half"}"#);
    }

    #[test]
    fn tips_are_told_where_asked_for() {
        let doc = doc(404_u16);
        assert_eq!(Problem::new(&doc).tips(), None);
        assert_eq!(Problem::new(&doc).with_tips().tips(), Some("Send a guard."));
    }

    #[test]
    fn a_link_has_the_code_as_the_table_writes_it() {
        fn link<C: Code>(code: C, template: &'static str) -> String {
            let doc = StatusDoc { link: Some(template), ..doc(code) };
            Problem::new(&doc).link().map(|link| link.to_string()).unwrap_or_default()
        }

        assert_eq!(link(404_u16, "https://e.org/{code}#c{code}"), "https://e.org/404#c404");
        assert_eq!(link("CE-30001-4/\u{e9}?", "/{code}/"), "/CE-30001-4%2F%C3%A9%3F/");
        assert_eq!(link(0x1f_u16, "/{code:X}"), "/0x1F");
        assert_eq!(link(0x1f_u16, "/{code:04x}"), "/0x001f");
        assert_eq!(link(-2_147_024_891_i32, "/{code:08X}"), "/0x80070005");
        assert_eq!(link(-1_i64, "/{code:x}"), "/0xffffffffffffffff");
        assert_eq!(link(7_u8, "/none"), "/none");
    }

    #[test]
    fn a_problem_of_any_code_is_taken_as_one() {
        fn code(problem: &Problem) -> String {
            problem.code().to_string()
        }

        assert_eq!(code(&Problem::new(&doc(7_u8))), "7");
        assert_eq!(code(&Problem::new(&doc("E7"))), "E7");
    }
}
