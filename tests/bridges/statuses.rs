//! Codes of one's own are not HTTP's: what the build says where nobody says which status a row has, and who is innocent.

use status_docs_tests::scratch::{Manifest, Scratch};

const TABLES: [(&str, &str); 3] = [
    // A device's own codes.
    ("device.csv", "No.,Name,Text\n100,Low,Battery low\n204,Lost,Link lost\n404,Held,Door held\n"),
    // With a cell to fill.
    (
        "orders.csv",
        "code,name,reason,http\nE1,OrderLost,Order lost,\nE2,OrderHeld,Order held,409 Conflict\nE3,Moved,Moved,302\n",
    ),
    ("good.csv", "code,name,reason,http\nE1,Missing,Missing,NOT_FOUND\n"),
];

const PRELUDE: &str = "#![allow(dead_code)] use std::fmt; use status_docs::{StatusCases, StatusDocs, status_table};\n\
     macro_rules! shown { ($($ty:ident)*) => { $(impl fmt::Display for $ty { \
     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(\"\") } })* } }\n";

/// What is wrong: a name, the source, and each error with the source under it.
#[allow(clippy::type_complexity, reason = "a table of cases")]
const REFUSED: [(&str, &str, &[(&str, &str)]); 6] = [
    (
        "a_table",
        "status_table! { #[status(csv = \"device.csv\", with(axum))] enum Fault: u16 { code = \"No.\" } }",
        &[(
            "the codes of Fault are its own, not HTTP's; say which column has the status: http = \"HTTP\"; if they are HTTP's, \
             http = \"No.\"",
            "axum",
        )],
    ),
    (
        "a_derive",
        "#[derive(StatusDocs)] #[status(csv = \"device.csv\", code = u16, columns(code = \"No.\"), with(http))] enum Failure { Low }",
        &[(
            "the codes of Failure are its own, not HTTP's; say which column has the status: columns(http = \"HTTP\"); if they \
             are HTTP's, columns(http = \"No.\")",
            "http",
        )],
    ),
    (
        "a_linked_table",
        "status_table! { #[status(csv = \"device.csv\")] enum Fault: u16 { code = \"No.\" } }\n\
         #[derive(StatusDocs)] #[status(table = Fault, with(axum))] enum Failure { Low, Lost, Held } shown!(Failure);",
        &[("the codes of Fault are its own, not HTTP's; say which column has the status", "axum")],
    ),
    (
        "linked_rows",
        "status_table! { #[status(csv = \"orders.csv\")] enum Order: str { http = \"http\" } }\n\
         #[derive(StatusDocs)] #[status(table = Order, default = OrderLost, with(axum))]\n\
         enum Failure { OrderHeld, #[status(\"E3\")] Away, Other } shown!(Failure);",
        &[
            ("no HTTP status: fill the cell of \"OrderLost\" in the column for http", "OrderLost"),
            ("`axum` answers an error with the status of \"E3\" (Order)", "\"E3\""),
        ],
    ),
    (
        "an_inner_table",
        "status_table! { #[status(csv = \"orders.csv\")] enum Order: str { http = \"http\" } }\n\
         #[derive(StatusDocs)] #[status(csv = \"good.csv\", code = str, with(axum))]\n\
         pub enum Failure { Missing, #[status(transparent)] Order(Order) } shown!(Failure);\n\
         fn main() { let _ = axum::response::IntoResponse::into_response(Failure::Missing); }",
        &[("no HTTP status: fill the cell of \"OrderLost\" in the column for http (Order)", "")],
    ),
    (
        "inner_codes",
        "status_table! { #[status(csv = \"device.csv\")] enum Fault: u16 { code = \"No.\" } }\n\
         #[derive(StatusDocs)] enum Inner { #[status(404)] Gone, #[status(transparent)] Fault(Box<Fault>) }\n\
         #[derive(StatusDocs)] #[status(with(axum))] pub enum Failure { #[status(404)] A, #[status(transparent)] Inner(Inner) }\n\
         shown!(Failure);\n\
         fn main() { let _ = axum::response::IntoResponse::into_response(Failure::A); }",
        &[("no HTTP status: the codes of Fault are its own, not HTTP's", "")],
    ),
];

/// What is right.
const INNOCENT: [(&str, &str); 6] = [
    ("no_bridge", "status_table! { #[status(csv = \"device.csv\")] enum Fault: u16 { code = \"No.\" } }"),
    (
        "no_http",
        "status_table! { #[status(csv = \"orders.csv\")] pub enum Order: str { http = \"http\" } }\n\
         #[derive(StatusDocs)] pub enum Failure { #[status(404)] A, #[status(transparent)] B(Inner) }\n\
         #[derive(StatusDocs)] #[status(404)] pub struct Inner;",
    ),
    (
        "each_other",
        "#[derive(StatusDocs)] #[status(with(axum, http))] pub enum A { #[status(404)] Own, #[status(transparent)] B(Box<B>) }\n\
         #[derive(StatusDocs)] #[status(with(axum))] pub enum B { #[status(409)] Own, #[status(transparent)] A(Box<A>), \
         #[status(transparent)] Itself(Box<Self>) }\n\
         shown!(A B);\n\
         fn main() { let _ = (axum::response::IntoResponse::into_response(A::Own), http::StatusCode::from(A::Own)); }",
    ),
    (
        "the_code_itself",
        "status_table! { #[status(csv = \"device.csv\", only = \"404\", with(axum))] pub enum Fault: u16 { \
         code = \"No.\", http = \"No.\" } }",
    ),
    ("converted", "status_table! { #[status(with(http))] pub enum Every: u16; }"),
    (
        "generic",
        "#[derive(StatusDocs)] #[status(with(axum))] pub enum Retried<E> { #[status(transparent)] Failed(E), #[status(503)] GaveUp }\n\
         impl<E> fmt::Display for Retried<E> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(\"\") } }\n\
         #[derive(StatusDocs)] #[status(with(axum))] pub enum Opaque { #[status(404)] A, \
         #[status(transparent)] Any(Box<dyn StatusDocs<Code = u16>>) } shown!(Opaque);\n\
         fn main() { let _ = axum::response::IntoResponse::into_response(Opaque::A); }",
    ),
];

#[test]
fn a_row_without_a_status_stops_the_build_at_its_word() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "bridge-statuses");
    let manifest = Manifest::new("bridge-statuses").dependency("http = \"1\"");
    scratch.manifest(&manifest.dependency("axum = { version = \"0.8\", default-features = false }"));
    for (name, rows) in TABLES {
        scratch.write(name, rows);
    }
    for (name, source) in REFUSED
        .iter()
        .map(|(name, source, _)| (name, source))
        .chain(INNOCENT.iter().map(|(name, source)| (name, source)))
    {
        scratch.write(&format!("src/bin/{name}.rs"), {
            let main = if source.contains("fn main") { "" } else { "fn main() {}\n" };
            format!("{PRELUDE}{source}\n{main}")
        });
    }
    let said = scratch.diagnostics(&["build", "--bins", "--keep-going"]);
    for (name, _, expected) in REFUSED {
        let own: Vec<_> = said.iter().filter(|said| said.target == name && said.level == "error").collect();
        assert_eq!(own.len(), expected.len(), "{name}: {own:#?}");
        for (message, source) in expected {
            let is_said = |said: &&&_| {
                let said: &status_docs_tests::scratch::Diagnostic = said;
                said.message.contains(message) && (source.is_empty() || said.source == *source)
            };
            assert!(own.iter().any(|said| is_said(&said)), "{name}: {message} at {source} in {own:#?}");
        }
    }
    for (name, _) in INNOCENT {
        let own: Vec<_> = said.iter().filter(|said| said.target == name && said.level == "error").collect();
        assert!(own.is_empty(), "{name}: {own:#?}");
    }
}
