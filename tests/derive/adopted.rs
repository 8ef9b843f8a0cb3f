//! What types that exist already need to move in: typed columns, a field that answers, types of other crates.

#![allow(clippy::items_after_statements, reason = "a type stands beside what it is for")]

use std::num::ParseIntError;

use status_docs::{Case, Detail, HttpStatus, StatusCases, StatusDoc, StatusDocs, status_table};

mod columns {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Team {
        Low,
        High,
    }

    #[derive(StatusDocs)]
    #[status(csv = "tables/ledger.csv", code = u16, exhaustive)]
    #[status(columns(
        code = "No",
        /// The state of the standard.
        sqlstate: Option<&str> = "SQLSTATE",
        pub(crate) retry: Option<u8> = "Retry",
        severity: #[derive(Default)] enum Severity { #[default] Low, High } = "Sev",
        team: Team = "Sev",
    ))]
    pub enum Ledger<'a, T> {
        DupKey { key: &'a str },
        Busy(T),
        Gone,
    }

    // Holds whatever the value holds.
    const RETRY: Option<u8> = Ledger::Busy(1.5).retry();

    #[test]
    fn a_value_has_the_cells_of_its_row() {
        type Owned = Ledger<'static, String>;
        let cells = |value: Owned| (value.sqlstate(), value.retry(), value.severity(), value.team());
        assert_eq!(cells(Ledger::DupKey { key: "a" }), (Some("23000"), None, Severity::High, Team::High));
        assert_eq!(cells(Ledger::Busy(String::new())), (Some("HY000"), Some(5), Severity::Low, Team::Low));
        assert_eq!(cells(Ledger::Gone), (None, None, Severity::Low, Team::Low));
        assert_eq!((RETRY, Severity::default(), Severity::ALL.len()), (Some(5), Severity::Low, 2));
        assert!(Severity::Low < Severity::High);
    }

    #[derive(StatusDocs)]
    #[status(csv = "tables/ledger.csv", code = u16, columns(code = "No", sqlstate: Option<&str> = "SQLSTATE"))]
    pub enum Wrapped {
        DupKey,
        #[status(transparent)]
        Other(Ledger<'static, u8>),
    }

    #[test]
    fn a_value_without_a_row_has_none() {
        assert_eq!((Wrapped::DupKey.sqlstate(), Wrapped::Other(Ledger::Busy(1)).sqlstate()), (Some("23000"), None));
    }

    #[derive(StatusDocs)]
    #[status(csv = "tables/ledger.csv", code = u16, columns(code = "No", phrase: &str = "Phrase"), Busy)]
    pub struct Single;

    status_table! {
        #[status(csv = "tables/ledger.csv")]
        pub enum Row: u16 { code = "No", sqlstate: Option<&str> = "SQLSTATE", retry: Option<u8> = "Retry", high: Team = "Sev" }
    }

    #[derive(StatusDocs)]
    #[status(table = Row, default = Gone, columns(sqlstate: Option<&str>, retry: Option<u8>, high: Team))]
    pub enum Linked {
        DupKey(u8),
        #[status(23)]
        Later,
        Anything,
    }

    #[test]
    fn a_struct_and_a_linked_type_have_them_too() {
        const PHRASE: &str = Single.phrase();
        assert_eq!(PHRASE, "Busy");
        let cells = |value: Linked| (value.sqlstate(), value.retry(), value.high());
        assert_eq!(cells(Linked::DupKey(1)), (Some("23000"), None, Team::High));
        assert_eq!(cells(Linked::Later), (Some("HY000"), Some(5), Team::Low));
        assert_eq!(cells(Linked::Anything), (None, None, Team::Low));
    }
}

mod answering {
    use super::*;

    fn of_parse(_: &ParseIntError) -> StatusDoc<u16> {
        HttpStatus::BadRequest.docs()
    }

    fn of_any<T: ?Sized>(_: &T) -> StatusDoc<u16> {
        HttpStatus::Conflict.docs()
    }

    #[derive(StatusDocs)]
    struct ResponseError<T> {
        #[status(transparent)]
        code: T,
        message: String,
    }

    #[derive(StatusDocs)]
    enum Refused<E> {
        Rejected {
            #[status(transparent)]
            by: Box<HttpStatus>,
            at: u64,
        },
        Pair(u8, #[status(transparent)] ResponseError<HttpStatus>),
        #[status(transparent = of_parse)]
        Parse(ParseIntError),
        Boxed(u8, #[status(transparent = of_parse)] Box<ParseIntError>),
        #[status(transparent = self::of_any, reason = "Broken")]
        Any(E),
    }

    #[test]
    fn one_field_of_several_answers() {
        let error = ResponseError { code: HttpStatus::Gone, message: String::new() };
        assert_eq!((error.code(), error.docs()), (410, HttpStatus::Gone.docs()));
        let refused = Refused::<u8>::Rejected { by: Box::new(HttpStatus::NotFound), at: 7 };
        assert_eq!(refused.code(), 404);
        assert_eq!(Refused::<u8>::Pair(1, error).reason(), "Gone");
    }

    #[test]
    fn a_function_answers_for_a_type_of_another_crate() {
        let parse = || "x".parse::<u8>().unwrap_err();
        assert_eq!(Refused::<u8>::Parse(parse()).code(), 400);
        assert_eq!(Refused::<u8>::Boxed(1, Box::new(parse())).code(), 400);
        // Nothing is asked of the type.
        struct Plain;
        let any = Refused::Any(Plain);
        assert_eq!((any.code(), any.reason()), (409, "Broken"));
        let unlisted = Refused::<Plain>::CASES.iter().filter_map(|case| match case {
            Case::Unlisted(name) => Some(*name),
            _ => None,
        });
        assert_eq!(unlisted.collect::<Vec<_>>(), ["ParseIntError", "Box<ParseIntError>", "E"]);
    }
}

mod details {
    use super::*;

    #[derive(StatusDocs)]
    #[status(detail, default = 500)]
    enum Service {
        Db,
        #[status(detail = false)]
        Secret,
        #[status(detail = "Try later.")]
        Public,
        #[status(transparent)]
        Inner(Inner),
    }

    #[derive(StatusDocs)]
    #[status(500, detail = false)]
    struct Inner;

    #[test]
    fn a_variant_has_that_of_the_type_unless_it_says_or_another_answers() {
        let detail = |value: Service| value.docs().detail;
        assert!(matches!(detail(Service::Db), Detail::Shown));
        assert!(matches!(detail(Service::Secret), Detail::Hidden));
        assert!(matches!(detail(Service::Public), Detail::Fixed("Try later.")));
        assert!(matches!(detail(Service::Inner(Inner)), Detail::Hidden));
    }
}

mod coded {
    use status_docs::Open;

    use super::*;

    /// A protocol's enum, taken over with its catch-all.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
    #[status(csv = "tables/methods.csv", code = u8, exhaustive, columns(label: Option<&str> = "label"))]
    pub enum Method {
        Get,
        Post,
        Last,
        #[status(reason = "Reserved method", detail)]
        Reserved(#[status(code)] u8),
    }

    #[test]
    fn every_code_goes_in_and_comes_out() {
        for code in 0..=u8::MAX {
            assert_eq!(Method::from(code).code(), code);
        }
        assert_eq!([1, 2, 200, 3].map(Method::from), [Method::Get, Method::Post, Method::Last, Method::Reserved(3)]);
    }

    #[test]
    fn a_known_code_is_its_row_and_any_other_one_what_the_variant_says() {
        let known = Method::Reserved(1).docs();
        assert_eq!((known.code, known.name, known.reason, known.tips), (1, "Get", "Read", Some("Try again.")));
        assert!(matches!((known.detail, Method::Get.docs().detail), (Detail::Shown, Detail::ByStatus)));
        let unknown = Method::Reserved(77).docs();
        assert_eq!((unknown.code, unknown.name, unknown.reason), (77, "Reserved", "Reserved method"));
        assert_eq!((unknown.definition, unknown.tips, unknown.http, unknown.link), ("", None, None, None));
        const LABELS: [Option<&str>; 3] =
            [Method::Reserved(1).label(), Method::Reserved(77).label(), Method::Get.label()];
        assert_eq!(LABELS, [Some("get"), None, Some("get")]);
        let names: Vec<String> = Method::CASES.iter().map(|case| case.name().to_string()).collect();
        assert_eq!(names, ["Method.Get", "Method.Post", "Method.Last", "Method.Reserved"]);
        assert!(matches!(Method::CASES[3], Case::Open { of: "Method", variant: "Reserved" }));
    }

    /// With a default, beside other fields, by reference, of a narrower type, over codes that are far apart.
    #[derive(StatusDocs)]
    #[status(csv = "tables/methods.csv", code = u16, default = Post, link = "https://example.org/{code}")]
    #[status(columns(http = "http", label: &str = "label"))]
    enum Received<'a> {
        Other {
            #[status(code)]
            code: &'a u8,
            at: u64,
        },
        #[status(tips = "Ask.")]
        Wide(String, #[status(code)] u16),
        Unknown,
    }

    #[test]
    fn the_default_answers_for_an_unknown_code() {
        let other = Received::Other { code: &77, at: 1 };
        let doc = other.docs();
        assert_eq!((doc.code, doc.name, doc.reason, doc.tips), (77, "Other", "Write", None));
        assert_eq!((doc.http, doc.link, doc.reference), (Some(405), None, None));
        let wide = Received::Wide(String::new(), 999).docs();
        assert_eq!((wide.code, wide.reason, wide.tips), (999, "Write", Some("Ask.")));
        let known = Received::Wide(String::new(), 1).docs();
        assert_eq!(
            (known.name, known.tips, known.http, known.link),
            ("Get", Some("Try again."), Some(200), Some("https://example.org/{code}"))
        );
        assert_eq!(
            (other.label(), Received::Wide(String::new(), 200).label(), Received::Unknown.label()),
            ("post", "last", "post")
        );
    }

    /// Over HTTP's codes, in a struct.
    #[derive(StatusDocs)]
    #[status(detail = false)]
    struct Upstream {
        #[status(code)]
        status: u16,
    }

    #[derive(StatusDocs)]
    #[status(table = status_docs::HttpStatus, default = BadGateway)]
    enum LinkedFallback {
        Custom(#[status(code)] u16),
    }

    #[derive(StatusDocs)]
    #[status(default = BadGateway)]
    enum Fallback {
        Custom(#[status(code)] u16),
    }

    #[test]
    fn http_codes_that_nobody_knows_are_their_own_status() {
        let doc = |status| Upstream { status }.docs();
        assert_eq!((doc(404).reason, doc(404).http, doc(404).code), ("Not Found", Some(404), 404));
        assert_eq!((doc(799).reason, doc(799).name, doc(799).http), ("Upstream", "Upstream", Some(799)));
        assert_eq!((doc(42).code, doc(42).http), (42, None));
        assert!(matches!((doc(404).detail, doc(42).detail), (Detail::Hidden, Detail::Hidden)));
        let doc = |status| Fallback::Custom(status).docs();
        assert_eq!((doc(799).http, doc(42).http, doc(42).reason), (Some(799), Some(502), "Bad Gateway"));
        // The same over an enum whose codes are HTTP's.
        let doc = |status| LinkedFallback::Custom(status).docs();
        assert_eq!((doc(799).http, doc(42).http, doc(42).reason), (Some(799), Some(502), "Bad Gateway"));
        assert_eq!((doc(1000).http, doc(404).http), (Some(502), Some(404)));
    }

    /// Codes that are texts, and rows of an enum that is there.
    #[derive(Debug, PartialEq, Eq, StatusDocs)]
    #[status(csv = "tables/states.csv", code = str, without(From))]
    enum State {
        Any(#[status(code)] &'static str),
    }

    impl From<&'static str> for State {
        fn from(code: &'static str) -> Self {
            Self::Any(code)
        }
    }

    status_table! {
        #[status(csv = "tables/methods.csv")]
        pub enum Row: u8;
    }

    #[derive(StatusDocs)]
    #[status(table = Row, default = Last)]
    enum Linked {
        Get,
        Other(#[status(code)] u8),
    }

    #[test]
    fn texts_and_linked_rows_are_looked_up() {
        for code in ["nothing", "00000"] {
            assert_eq!(State::from(code).code(), code);
        }
        assert_eq!(State::Any("nothing").reason(), "Any");
        let doc = |code| Linked::Other(code).docs();
        assert_eq!((doc(1).name, doc(7).name, doc(7).code, doc(7).reason), ("Get", "Other", 7, "Last one"));
        assert_eq!(Linked::Other(7).code(), 7);
        assert_eq!((Row::COUNT, Open::<Row>::from_code(7).code()), (3, 7));
    }
}
