//! Each reference against a list that was typed from its specification, apart from the CSV.

use super::*;
use crate::model::{Row, Table};
use crate::role::Role;
use crate::testing::sentences;
use crate::{Code, Report, Source, Wanted, compile, link};

/// Code, name and the HTTP status of `google/rpc/code.proto`.
const GRPC: [(u8, &str, u16); 17] = [
    (0, "OK", 200),
    (1, "CANCELLED", 499),
    (2, "UNKNOWN", 500),
    (3, "INVALID_ARGUMENT", 400),
    (4, "DEADLINE_EXCEEDED", 504),
    (5, "NOT_FOUND", 404),
    (6, "ALREADY_EXISTS", 409),
    (7, "PERMISSION_DENIED", 403),
    (16, "UNAUTHENTICATED", 401),
    (8, "RESOURCE_EXHAUSTED", 429),
    (9, "FAILED_PRECONDITION", 400),
    (10, "ABORTED", 409),
    (11, "OUT_OF_RANGE", 400),
    (12, "UNIMPLEMENTED", 501),
    (13, "INTERNAL", 500),
    (14, "UNAVAILABLE", 503),
    (15, "DATA_LOSS", 500),
];

/// The entries of IANA's registry that are neither a range nor reserved.
const WEBSOCKET: [(u16, &str); 18] = [
    (1000, "Normal Closure"),
    (1001, "Going Away"),
    (1002, "Protocol error"),
    (1003, "Unsupported Data"),
    (1005, "No Status Rcvd"),
    (1006, "Abnormal Closure"),
    (1007, "Invalid frame payload data"),
    (1008, "Policy Violation"),
    (1009, "Message Too Big"),
    (1010, "Mandatory Ext."),
    (1011, "Internal Error"),
    (1012, "Service Restart"),
    (1013, "Try Again Later"),
    (1014, "Bad Gateway"),
    (1015, "TLS handshake"),
    (3000, "Unauthorized"),
    (3003, "Forbidden"),
    (3008, "Timeout"),
];

/// What `<sysexits.h>`, C and `<signal.h>` call them; `""` where nobody has a constant.
const EXIT: [(u8, &str); 27] = [
    (0, "EX_OK"),
    (0, "EXIT_SUCCESS"),
    (1, "EXIT_FAILURE"),
    (2, ""),
    (64, "EX_USAGE"),
    (65, "EX_DATAERR"),
    (66, "EX_NOINPUT"),
    (67, "EX_NOUSER"),
    (68, "EX_NOHOST"),
    (69, "EX_UNAVAILABLE"),
    (70, "EX_SOFTWARE"),
    (71, "EX_OSERR"),
    (72, "EX_OSFILE"),
    (73, "EX_CANTCREAT"),
    (74, "EX_IOERR"),
    (75, "EX_TEMPFAIL"),
    (76, "EX_PROTOCOL"),
    (77, "EX_NOPERM"),
    (78, "EX_CONFIG"),
    (126, ""),
    (127, ""),
    (128 + 1, "SIGHUP"),
    (128 + 2, "SIGINT"),
    (128 + 6, "SIGABRT"),
    (128 + 9, "SIGKILL"),
    (128 + 11, "SIGSEGV"),
    (128 + 13, "SIGPIPE"),
];

/// What each adds to HTTP, by number.
const ADDITIONS: [(&str, &[u16]); 4] = [
    ("nginx", &[444, 494, 495, 496, 497, 499]),
    ("cloudflare", &[520, 521, 522, 523, 524, 525, 526, 527, 530]),
    ("iis", &[440, 449, 456, 457]),
    ("aws-elb", &[460, 463, 464, 561, 562]),
];

pub(super) fn table_of(name: &str) -> Table {
    let reference = Reference::named(name).unwrap();
    let mut report = Report::new();
    let wanted = Wanted { asked: vec![Role::Http], ..Wanted::reference_table(reference) };
    let table = compile(&Source::reference(reference), &wanted, &mut report).unwrap();
    assert_eq!(sentences(report), [""; 0], "{name}");
    table
}

fn number(row: &Row) -> i128 {
    match row.code {
        Code::Int(code) => code,
        Code::Text(_) => unreachable!("a reference has numbers"),
    }
}

fn codes(table: &Table) -> Vec<i128> {
    table.rows.iter().map(number).collect()
}

fn row(table: &Table, code: impl Into<i128>) -> &Row {
    let code = code.into();
    table.rows.iter().find(|row| number(row) == code).unwrap_or_else(|| panic!("no row {code}"))
}

/// Whether the text leads to the row, as `FromStr` has it.
fn is_called(row: &Row, text: &str) -> bool {
    let same = |other: &str| other.eq_ignore_ascii_case(text);
    row.name == text || same(&row.reason) || row.aliases.iter().any(|alias| same(&alias.phrase))
}

#[test]
fn what_each_reference_is_called() {
    let called = [
        ("http", "the HTTP reference", Some("HttpStatus"), None),
        ("grpc", "the gRPC reference", None, None),
        ("websocket", "the WebSocket reference", None, None),
        ("exit", "the exit code reference", None, None),
        ("nginx", "the nginx reference", None, Some("http")),
        ("cloudflare", "the Cloudflare reference", None, Some("http")),
        ("iis", "the IIS reference", None, Some("http")),
        ("aws-elb", "the AWS load balancer reference", None, Some("http")),
    ];
    let found = |reference: &Reference| (reference.name, reference.title, reference.enum_name, reference.adds_to);
    assert_eq!(REFERENCES.iter().map(found).collect::<Vec<_>>(), called);
    for reference in REFERENCES {
        assert_eq!(reference.file, format!("{}.csv", reference.name));
    }
}

#[test]
fn every_reference_is_valid_and_written_as_they_all_are() {
    for reference in REFERENCES {
        let table = table_of(reference.name);
        assert!(codes(&table).is_sorted_by(|one, next| one < next), "{}", reference.name);
        let text = std::str::from_utf8(reference.bytes).unwrap();
        assert!(text.is_ascii() && !text.contains('\r') && text.ends_with('\n'), "{}", reference.name);
        assert!(reference.fits(CodeType::Int(reference.code)), "{}", reference.name);
        assert_eq!(table.has(Role::Tips), reference.name == "http");
        for row in &table.rows {
            let definition = &row.definition;
            assert!(definition.ends_with('.') && definition.len() < 200, "{} {definition:?}", row.code);
            let parts = link::parts(row.reference.as_deref().unwrap_or_default());
            assert!(parts.iter().all(|part| part.url.is_some()), "{} {parts:?}", row.code);
        }
    }
    let names: Vec<&str> = REFERENCES.iter().map(|reference| reference.name).collect();
    assert_eq!(names, ["http", "grpc", "websocket", "exit", "nginx", "cloudflare", "iis", "aws-elb"]);
}

#[test]
fn every_reference_is_documented() {
    let text =
        |file: &str| std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/").to_owned() + file).unwrap();
    let (front_page, provenance) = (text("../runtime/src/lib.rs"), text("README.md"));
    let (_, table) = front_page.split_once("# Reference tables").unwrap();
    for Reference { name, file, .. } in REFERENCES {
        assert!(table.contains(&format!("`\"{name}\"`")), "runtime/src/lib.rs has no row for {name}");
        assert!(provenance.contains(&format!("`{file}`")), "data/README.md does not say where {file} comes from");
    }
}

#[test]
fn grpc_is_the_list_of_its_guide() {
    let table = table_of("grpc");
    assert_eq!(table.rows.len(), GRPC.len());
    for (code, name, http) in GRPC {
        let row = row(&table, code);
        assert!(is_called(row, name), "{name} {row:?}");
        assert_eq!(row.name, crate::name::pascal(name).unwrap());
        assert_eq!(row.http, Some(http), "{name}");
    }
    assert!(is_called(row(&table, 1), "Canceled"));
}

#[test]
fn websocket_is_the_registry() {
    let table = table_of("websocket");
    assert_eq!(table.rows.len(), WEBSOCKET.len());
    for (code, phrase) in WEBSOCKET {
        assert_eq!(row(&table, code).reason, phrase);
    }
    let local = |row: &&Row| row.class.is_some_and(|class| table.classes[class].text == "Local");
    let local: Vec<i128> = table.rows.iter().filter(local).map(number).collect();
    assert_eq!(local, [1005, 1006, 1015]);
}

#[test]
fn exit_has_the_headers_constants() {
    let table = table_of("exit");
    let mut listed: Vec<i128> = EXIT.iter().map(|(code, _)| i128::from(*code)).collect();
    listed.dedup();
    listed.push(128 + 15);
    assert_eq!(codes(&table), listed);
    for (code, name) in EXIT.into_iter().chain([(128 + 15, "SIGTERM")]).filter(|(_, name)| !name.is_empty()) {
        assert!(is_called(row(&table, code), name), "{name}");
    }
    let classes: Vec<&str> = table.classes.iter().map(|class| class.text.as_str()).collect();
    assert_eq!(classes, ["Success", "Failure", "Sysexits", "Shell", "Signal"]);
}

#[test]
fn classes_of_http_end_where_the_specification_says() {
    let class_of = Reference::named("http").and_then(|http| http.class_of).unwrap();
    let cases = [
        (99, None),
        (100, Some("Informational")),
        (199, Some("Informational")),
        (200, Some("Success")),
        (299, Some("Success")),
        (300, Some("Redirection")),
        (399, Some("Redirection")),
        (400, Some("Client Error")),
        (499, Some("Client Error")),
        (500, Some("Server Error")),
        (999, Some("Server Error")),
        (1000, None),
    ];
    for (code, class) in cases {
        assert_eq!(class_of(code), class, "{code}");
    }
}

#[test]
fn additions_are_disjoint_from_http_and_from_one_another() {
    let mut seen = codes(&table_of("http"));
    for (name, listed) in ADDITIONS {
        let listed: Vec<i128> = listed.iter().copied().map(i128::from).collect();
        assert_eq!(codes(&table_of(name)), listed, "{name}");
        assert!(listed.iter().all(|code| !seen.contains(code)), "{name}");
        seen.extend(listed);
    }
    let additions = REFERENCES.iter().filter(|reference| reference.adds_to == Some("http")).count();
    assert_eq!(additions, ADDITIONS.len());
}
