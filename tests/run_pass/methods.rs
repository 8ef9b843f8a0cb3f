//! What every table answers, beside its columns.

#![allow(clippy::items_after_statements, reason = "a constant stands beside what it is compared with")]
use std::error::Error;

use status_docs::{HttpStatus, Open, StatusDocs, StatusTable, status_table};

use super::columns::Fault;
use super::sqlstate::SqlState;

const NAMED: Option<HttpStatus> = HttpStatus::from_name("ImATeapot");

#[test]
fn a_name_leads_to_its_row() {
    assert_eq!(NAMED, HttpStatus::from_code(418));
    for row in HttpStatus::iter() {
        assert_eq!(HttpStatus::from_name(row.name()), Some(row));
    }
    for row in SqlState::iter() {
        assert_eq!(SqlState::from_name(row.name()), Some(row));
    }
    // Exactly: neither in another case, nor a phrase, nor the constant of an alias.
    for name in ["", "imateapot", "I'm a Teapot", "PayloadTooLarge", "NotFoun", "NotFoundd"] {
        assert_eq!(HttpStatus::from_name(name), None, "{name}");
    }
}

#[test]
fn rows_are_walked_from_both_ends() {
    let mut rows = Fault::iter();
    assert_eq!((rows.len(), rows.next(), rows.next_back()), (4, Some(Fault::DoorForced), Some(Fault::Error)));
    assert_eq!((rows.nth(1), rows.next(), rows.next_back()), (Some(Fault::ReaderOffline), None, None));
    assert_eq!(SqlState::iter().rev().nth(SqlState::COUNT - 1), SqlState::ALL.first().copied());
    assert_eq!(HttpStatus::iter().skip(60).collect::<Vec<_>>(), HttpStatus::ALL[60..]);
}

/// A user's own table, with everything that it answers.
#[test]
fn a_table_by_hand_is_walked_too() {
    use status_docs::{Code, StatusDoc};

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Only;

    impl StatusDocs for Only {
        type Code = u8;

        fn docs(&self) -> StatusDoc<u8> {
            StatusDoc::new(7, "Only", "Only")
        }
    }

    impl StatusTable for Only {
        const NAME: &'static str = "Only";
        const ALL: &'static [Self] = &[Only];

        fn from_code(code: <u8 as Code>::Query<'_>) -> Option<Self> {
            (code == 7).then_some(Self)
        }

        fn name(self) -> &'static str {
            "Only"
        }
    }

    assert_eq!((Only::iter().collect::<Vec<_>>(), Only::COUNT), (vec![Only], 1));
}

#[test]
fn aliases_are_those_of_the_row() {
    const ALIASES: &[&str] = HttpStatus::ContentTooLarge.aliases();
    assert_eq!(ALIASES, ["Payload Too Large"]);
    assert_eq!(HttpStatus::NotFound.aliases(), [""; 0]);
    assert_eq!(Fault::DoorHeld.aliases(), ["Held Open", "propped"]);
    for row in HttpStatus::iter() {
        for alias in row.aliases() {
            assert_eq!(HttpStatus::from_reason(alias), Some(row));
        }
    }
    let all: usize = HttpStatus::iter().map(|row| row.aliases().len()).sum();
    assert_eq!(all, HttpStatus::iter().flat_map(HttpStatus::aliases).count());
}

#[test]
fn a_deprecation_says_why() {
    const OFFLINE: Option<&str> = Fault::ReaderOffline.deprecation();
    assert_eq!(OFFLINE, Some("use 18"));
    assert_eq!(Fault::iter().map(Fault::deprecation).collect::<Vec<_>>(), [None, None, Some("use 18"), None]);
    assert_eq!(Fault::iter().map(Fault::is_deprecated).collect::<Vec<_>>(), [false, false, true, true]);
    let deprecated: Vec<u16> = HttpStatus::iter().filter(|row| row.is_deprecated()).map(HttpStatus::code).collect();
    assert_eq!(deprecated, [305]);
    assert!(HttpStatus::UseProxy.deprecation().unwrap().starts_with("clients should not let"));
}

status_table! {
    #[status(csv = "tables/left_out.csv", link = "https://example.org/{code}?from=#{code}")]
    enum Answered: u32 {
        http = "http",
        grpc = "grpc",
        exit = "exit",
    }

    /// All rows have an exit code, and Rust says so.
    #[status(csv = "tables/left_out.csv", required(http, exit))]
    enum Required: u32 {
        http = "http",
        grpc = "grpc",
        exit = "exit",
    }

    #[status(csv = "tables/hresult.csv", link = "https://example.org/{code}")]
    enum Hresult: i32;

    /// Laid over HTTP's codes, with a column of its own.
    #[status(csv = "tables/edge.csv", base("http", "nginx"))]
    enum Edge: u32;
}

status_table! {
    /// One row is deprecated, one without a reason. Nothing warns, though every row is named: by a derive of another crate
    /// here, by a `match` below.
    #[status(csv = "tables/left_out.csv")]
    #[derive(strum::EnumIter, strum::IntoStaticStr)]
    enum Retired: u32;
}

/// A retired code still arrives, and has to be matched.
#[test]
fn a_deprecated_row_is_named_without_a_warning() {
    let is_in_use = |row| match row {
        Retired::OrderMissing => true,
        Retired::OrderLocked | Retired::StockOffline => false,
    };
    for row in <Retired as strum::IntoEnumIterator>::iter() {
        assert_eq!(is_in_use(row), !row.is_deprecated(), "{row}");
        assert_eq!(<&str>::from(row), row.name());
    }
    assert_eq!([Retired::OrderLocked, Retired::StockOffline].map(Retired::deprecation), [Some("use 1001"), None]);
}

#[test]
fn a_row_says_what_is_answered_for_it() {
    const MISSING: (Option<u16>, Option<u8>, Option<u8>) =
        (Answered::OrderMissing.http_status(), Answered::OrderMissing.grpc_code(), Answered::OrderMissing.exit_code());
    assert_eq!(MISSING, (Some(404), Some(5), Some(65)));
    let stock = Answered::StockOffline;
    assert_eq!((stock.http_status(), stock.grpc_code(), stock.exit_code()), (Some(503), None, Some(75)));
    // `required(…)` makes the number plain, whatever the sheet has.
    const EXIT: (u16, u8) = (Required::OrderMissing.http_status(), Required::OrderMissing.exit_code());
    assert_eq!((EXIT, Required::StockOffline.grpc_code()), ((404, 65), None));
    // The codes themselves, as a plain number.
    const GONE: u16 = HttpStatus::Gone.http_status();
    assert_eq!(GONE, 410);
    for row in Edge::iter() {
        assert_eq!(u32::from(row.http_status()), row.code());
    }
}

#[test]
fn the_page_of_a_code_is_that_of_its_problem() {
    let link: status_docs::Link<u32> = Answered::OrderMissing.link();
    assert_eq!(link.to_string(), "https://example.org/1001?from=#1001");
    for row in Answered::iter() {
        let problem = status_docs::Problem::new(&StatusDocs::docs(&row)).link().unwrap().to_string();
        assert_eq!(row.link().to_string(), problem);
    }
    for row in Hresult::iter() {
        let problem = status_docs::Problem::new(&StatusDocs::docs(&row)).link().unwrap().to_string();
        assert_eq!(row.link().to_string(), problem);
        let shown = row.to_string();
        assert_eq!(problem, format!("https://example.org/{}", shown.split(' ').next().unwrap()));
    }
}

#[test]
fn a_class_is_asked_as_of_the_http_crate() {
    for row in HttpStatus::iter() {
        let http = http::StatusCode::from_u16(row.code()).unwrap();
        assert_eq!(row.is_informational(), http.is_informational(), "{row}");
        assert_eq!(row.is_success(), http.is_success(), "{row}");
        assert_eq!(row.is_redirection(), http.is_redirection(), "{row}");
        assert_eq!(row.is_client_error(), http.is_client_error(), "{row}");
        assert_eq!(row.is_server_error(), http.is_server_error(), "{row}");
    }
    const { assert!(HttpStatus::Gone.is_client_error()) }
}

status_table! {
    /// No `Display`, and so no `Error`.
    #[status(csv = "tables/doors.csv", without(Display, FromStr))]
    pub enum Mute: i32;

    /// Its error is the user's.
    #[status(csv = "tables/doors.csv", without(Error))]
    pub enum Own: i32;
}

impl Error for Own {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&HttpStatus::Gone)
    }
}

#[test]
fn a_status_is_an_error() {
    fn fails() -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(Fault::DoorHeld)?
    }
    assert_eq!(fails().unwrap_err().to_string(), "18 Door Held");
    assert_eq!(Own::DoorHeld.source().unwrap().to_string(), "410 Gone");
    assert_eq!(Mute::iter().len(), 3);
}

#[test]
fn what_the_table_says_of_a_received_code() {
    let open = Open::<Fault>::from_code(17);
    assert_eq!(open.reason(), Some("Door Forced"));
    assert_eq!(
        (open.definition(), open.tips()),
        (Some("The door opened without a release."), Some("Check the strike."))
    );
    let unknown = Open::<Fault>::from_code(19);
    assert_eq!((unknown.reason(), unknown.definition(), unknown.tips()), (None, None, None));
    let silent = Open::<Fault>::from(Fault::Error);
    assert_eq!((silent.definition(), silent.tips()), (Some(""), None));
}

#[test]
fn received_codes_are_ordered_and_parsed() {
    let mut codes: Vec<Open<HttpStatus>> = [799, 404, 99, 200].map(Open::from_code).into();
    codes.sort();
    assert_eq!(codes.iter().map(Open::code).collect::<Vec<_>>(), [99, 200, 404, 799]);
    for open in codes {
        assert_eq!(open.to_string().parse(), Ok(open));
    }
    assert_eq!("not found".parse::<Open<HttpStatus>>().unwrap().known(), Some(HttpStatus::NotFound));
    for text in ["", "0799", "+799", "70000", "799 Odd", "Not Fund"] {
        assert!(text.parse::<Open<HttpStatus>>().is_err(), "{text}");
    }
    let texts: Vec<Open<SqlState, String>> = ["23505", "ZZZZZ", "00000"].map(|text| text.parse().unwrap()).into();
    assert_eq!(texts.iter().filter_map(Open::known).count(), 2);
    assert!(texts[2] < texts[0] && texts[0] < texts[1]);
}
