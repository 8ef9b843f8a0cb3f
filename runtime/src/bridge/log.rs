//! What a service logs of an error: its text and its causes, and how serious it is.

use core::error::Error;
use core::fmt::{Display, Write};

use crate::docs::StatusDoc;
use crate::problem::Problem;

/// At most so many causes: a chain may be a ring.
const DEEPEST: usize = 32;

/// A value that is logged, with its text. `Logged(&value).causes(&text)` has the causes of an [`Error`], and of any other type, by
/// [`Causeless`], none: found out without a bound.
pub struct Logged<'l, T>(pub &'l T);

impl<'l, T: Error> Logged<'l, T> {
    /// The text and its causes.
    #[inline]
    pub fn causes(&self, text: &'l dyn Display) -> Causes<'l> {
        Causes { text, source: self.0.source() }
    }
}

/// What [`Logged`] falls back to; has to be in scope there.
pub trait Causeless<'l> {
    /// The text alone.
    fn causes(&self, text: &'l dyn Display) -> Causes<'l>;
}

impl<'l, T> Causeless<'l> for Logged<'l, T> {
    #[inline]
    fn causes(&self, text: &'l dyn Display) -> Causes<'l> {
        Causes { text, source: None }
    }
}

/// The text of a value, and what caused it.
#[derive(Clone, Copy)]
pub struct Causes<'l> {
    text: &'l dyn Display,
    source: Option<&'l (dyn Error + 'static)>,
}

impl Causes<'_> {
    /// `database: connection lost: no route to host`, in a `String`. A cause that the line already ends with is not said
    /// twice: many texts repeat that of their source.
    #[inline]
    pub fn line<S: Default + Write + AsRef<str>>(&self) -> S {
        let mut line = S::default();
        // What cannot be written is cut short.
        let _ = write!(line, "{}", self.text);
        let mut source = self.source;
        for _ in 0..DEEPEST {
            let Some(cause) = source else { break };
            let mut text = S::default();
            let _ = write!(text, "{cause}");
            if !line.as_ref().ends_with(text.as_ref()) {
                let _ = write!(line, ": {}", text.as_ref());
            }
            source = cause.source();
        }
        line
    }

    /// Whether there is a cause that the text does not say.
    #[inline]
    pub fn says_more<S: Default + Write + AsRef<str>>(&self) -> bool {
        let alone = Self { source: None, ..*self };
        self.source.is_some() && self.line::<S>().as_ref().len() > alone.line::<S>().as_ref().len()
    }
}

/// How serious an answer is to those who run the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something broke, and the client is not told what.
    ErrorHidden,
    /// Something broke, and the client is told.
    ErrorTold,
    /// The client made a mistake, and is not told the text.
    Warn,
    /// The client made a mistake, and is told.
    Told,
}

/// How serious a problem is; `is_internal` from 500 on.
#[inline]
pub fn severity<C: ?Sized>(problem: &Problem<'_, C>, is_internal: bool) -> Severity {
    match (is_internal, problem.is_hidden()) {
        (true, true) => Severity::ErrorHidden,
        (true, false) => Severity::ErrorTold,
        (false, true) => Severity::Warn,
        (false, false) => Severity::Told,
    }
}

/// Whether a gRPC answer is what an HTTP one from 500 on is.
#[inline]
pub fn is_internal<C: crate::code::Code>(doc: &StatusDoc<C>) -> bool {
    let is_code = matches!(super::codes::grpc_error(doc), 2 | 13 | 14 | 15);
    is_code || doc.http_status().is_some_and(|status| status >= 500)
}

#[cfg(test)]
mod tests {
    use core::error::Error;
    use core::fmt;
    use std::boxed::Box;
    use std::string::String;

    use super::{Causeless as _, Logged, Severity, severity};
    use crate::docs::{Detail, StatusDoc};
    use crate::problem::Problem;

    #[derive(Debug)]
    struct Failure(&'static str, Option<Box<Failure>>);

    impl fmt::Display for Failure {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Failure {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_deref().map(|cause| cause as _)
        }
    }

    #[derive(Debug)]
    struct Ring;

    impl fmt::Display for Ring {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("ring")
        }
    }

    impl Error for Ring {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&Ring)
        }
    }

    struct Text;

    impl fmt::Display for Text {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("text")
        }
    }

    fn chain(texts: &[&'static str]) -> Failure {
        let (first, rest) = texts.split_first().unwrap();
        Failure(first, (!rest.is_empty()).then(|| Box::new(chain(rest))))
    }

    #[test]
    fn a_line_has_each_cause_once() {
        for (name, texts, line, says_more) in [
            ("alone", &["lost"][..], "lost", false),
            ("two causes", &["database", "connection lost", "no route"], "database: connection lost: no route", true),
            ("repeated", &["database: lost", "lost"], "database: lost", false),
            ("transparent", &["lost", "lost", "no route"], "lost: no route", true),
            ("an empty cause", &["lost", ""], "lost", false),
        ] {
            let failure = chain(texts);
            let causes = Logged(&failure).causes(&failure);
            assert_eq!((causes.line::<String>().as_str(), causes.says_more::<String>()), (line, says_more), "{name}");
        }
        assert_eq!(Logged(&Ring).causes(&Ring).line::<String>(), "ring");
        // What is no error has a text alone.
        assert_eq!(Logged(&Text).causes(&Text).line::<String>(), "text");
    }

    #[test]
    fn how_serious_an_answer_is() {
        for (status, detail, expected) in [
            (404, Detail::ByStatus, Severity::Told),
            (404, Detail::Hidden, Severity::Warn),
            (404, Detail::Fixed("no"), Severity::Warn),
            (500, Detail::ByStatus, Severity::ErrorHidden),
            (503, Detail::Shown, Severity::ErrorTold),
            (503, Detail::Fixed("no"), Severity::ErrorHidden),
        ] {
            let doc = StatusDoc { http: Some(status), detail, ..StatusDoc::new(7_u8, "", "") };
            let problem = Problem::new(&doc).with_detail(&"text");
            assert_eq!(severity(&problem, status >= 500), expected, "{status} {detail:?}");
        }
    }
}
