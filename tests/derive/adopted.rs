//! What types that exist already need to move in: typed columns, a field that answers, types of other crates.

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
