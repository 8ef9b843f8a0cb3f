//! **One table of status codes, compiled.**
//!
//! A team keeps its codes in a CSV that support staff can open in a spreadsheet: number, short name, what it
//! means, what to do about it. This crate turns that table, at compile time, into an exhaustive enum with
//! constant-time lookups, hover text and a reference page, and lets your own error enum borrow its
//! documentation from the table. When code and table disagree, the build stops and names the line and the cell.
//!
//! With no table of your own, the embedded HTTP reference is the table: [`HttpStatus`] is what this crate makes
//! of it, and its page here is what yours will look like.
//!
//! # Example
//!
//! `tables/faults.csv`, beside your `Cargo.toml`:
//!
//! ```csv
//! Fault No.,Name,Short name,Meaning,Support steps,Retry (s)
//! 100,DoorForced,Door Forced,The door opened without a release.,Check the strike.,
//! 101,DoorHeld,Door Held,The door stayed open too long.,,30
//! ```
//!
//! ```
//! status_docs::status_table! {
//!     /// Faults of the door controller.
//!     #[status(csv = "tables/faults.csv")]
//!     pub enum Fault: u16 {
//!         code = "Fault No.",
//!         tips = "Support steps",
//!         retry_after: Option<u32> = "Retry (s)",
//!     }
//! }
//! assert_eq!(Fault::from_code(101), Some(Fault::DoorHeld));
//! assert_eq!(Fault::DoorForced.tips(), Some("Check the strike."));
//! assert_eq!(Fault::DoorHeld.retry_after(), Some(30));
//! assert_eq!(Fault::DoorHeld.to_string(), "101 Door Held");
//! ```
//!
//! The column `Name` is what the rows are called in code, so that the person who keeps the sheet can reword the rest.
//! New here? [Your first table](_tutorial) takes ten minutes.
//!
//! How a table comes [from your spreadsheet](_spreadsheet), and what its cells mean, has a page of its own.
//!
//! # What to use
//!
//! | you want | use |
//! |---|---|
//! | an enum of your own table, or a closed one of HTTP's codes | [`status_table!`] |
//! | an error enum of your own, whose variants have a row each | [`#[derive(StatusDocs)]`][derive] |
//! | HTTP's codes in a type that several crates share | [`HttpStatus`] |
//! | to keep a code that you received, known or not | [`Open`] |
//! | a function for any status, or for any table | [`StatusDocs`], [`StatusTable`] |
//!
//! The lookups are inherent `const fn`s: nothing needs to be imported. The crate is `no_std`, has no dependency at
//! run time, and what it emits has no `unsafe`. Without its one feature, `macros`, there is no dependency at all:
//! `default-features = false` leaves the traits, [`HttpStatus`] and [`Open`], for libraries that share these types.
//!
//! # The words of `#[status(…)]`
//!
//! About the table, for [`status_table!`] and the derive alike:
//!
//! | word | meaning |
//! |---|---|
//! | `csv = "tables/faults.csv"` | The table: one file inside the package, relative to its `Cargo.toml`. How it is read stands in `csv("tables/faults.csv", …)`, see below. |
//! | `base = "http"`, `base("http", "nginx")` | An embedded [reference](#reference-tables), or several; with `csv`, your cells and rows are laid over it. |
//! | `only = "4xx, 200, 300-304"`, `only("4xx", "Model" = "A")` | The rows to keep: by code (classes, codes, ranges; of text codes also `08*`), and by other columns: of one column any of its values, of several all must fit. `""` is an empty cell. |
//! | `skip("Unassigned", "State" = "obsolete")` | Rows that are left out before they are checked: a text is a name, a phrase, or the first cell of a row without a code, in any ASCII case, with or without something in parentheses. Their codes are not free for other rows. |
//! | `duplicates = "alias"`, `duplicates = "first"` | A later row with the same code gives the first one its phrase and its name as aliases. With `"alias"` it may say nothing else; with `"first"` the rest of it is dropped. |
//! | `names = "E{code}"` | Rows without a `name` cell are named after their codes: `E404`. The phrase names nothing then, so that rows may share one, and reword it. |
//! | `verbatim` | Names in code are the `name` cells exactly as they are written: `ER_DUP_KEY`. A word of Rust's is raw in code (`r#type`) and nowhere else; aliases that are names are constants as written; with `names`, rows whose cell is empty or no name have theirs after the code. |
//! | `reserved = "59, 10-19"` | Codes that no row may have. |
//! | `required(definition, tips)` | What each row must have: an empty cell is an error then, but in a deprecated row. The methods of `http`, `grpc` and `exit` answer the plain number then; of a deprecated row without one 500, 2 (unknown) and 1, which is what an error answers that says nothing. |
//! | `allow(look_alike)` | Switches a heuristic off for a table that is meant as it is; the id stands at the end of the error's first line. [All rules](_rules). |
//! | `link = "https://docs.example.com/errors/{code}"` | The page of each code, which cards and answers lead to. |
//! | `notation = "hex"` | How integer codes are shown, whatever the cells have; `"decimal"` is the other way. Without it, codes that are all written `0x…` are shown so. |
//! | `messages` | What values say is in the table's column `message`, in several languages, beside a `Display` that you wrote; rows of [`status_table!`] have a [`Template`] that [`message!`] fills in. See the page of [messages](_messages). |
//! | `languages("en", "de")` | Languages that have to be complete; the first is that of columns without a tag. |
//! | `with(axum, utoipa)` | Impls of other crates' traits: see [in a web service](#in-a-web-service). |
//!
//! In `csv("tables/faults.csv", …)`, how the file is read:
//!
//! | word | meaning |
//! |---|---|
//! | `delimiter = ';'` | What separates the cells, if the header does not show it: `,` `;` tab and `\|` are found. |
//! | `quote = '\''` | What is around cells, if not `"`. |
//! | `escape = '\\'` | What a quote inside quotes is escaped with, if not with another quote. |
//! | `header_line = 3` | The line of the header; what is above it is skipped. |
//! | `headers("code", "name", "definition")` | The file has no header line: these are its headers. With `header_line`, they are used in place of that line. |
//! | `radix = 16` | The codes are hexadecimal without `0x`, in the file and wherever one is typed: `16` is 0x16. |
//! | `empty("-", "N/A")` | Cells with these texts hold nothing, in all columns but code, name and phrase. |
//!
//! For [`status_table!`]:
//!
//! | word | meaning |
//! |---|---|
//! | `without(Display, FromStr)` | Impls that you write yourself: `Debug`, `Display`, `Error`, `From`, `FromStr`, `Hash`, `Ord`, `PartialOrd`, `TryFrom`; and inherent items: `ALL`, `COUNT`, `iter`, `from_code`, `from_name`, `from_reason`, `code`, `name`, `reason`, `definition`, `tips`, `reference`, `class`, `aliases`, `deprecation`, `is_deprecated`, `http_status`, `grpc_code`, `exit_code`, `link`, `message`, `LANGUAGES`, `is_informational`, `is_success`, `is_redirection`, `is_client_error`, `is_server_error`. Nothing else changes: traits and bridges answer from the table. |
//! | `warn_deprecated` | The compiler warns where a deprecated row is named. Without it, the docs and `deprecation()` say it: retired codes still arrive, and a `match` has to name them. |
//! | `doc(no_table, plain)` | `no_table`: no table on the enum's page. `plain`: texts without markup, links and the file's path, for derives that copy documentation (`clap`, `schemars`, `utoipa`); rustdoc's page stays as it is. |
//! | `each = crate::markers`, `each(crate::markers, reason)` | Your macro is called with all rows after the enum, `crate::markers! { DoorForced = 100; … }`, or `DoorForced = 100 { reason: "Door Forced" };`: for what is not emitted. What is empty is not there. |
//! | `consts = "404, 5xx"` | Of an open table, `struct Name: u16;`: the rows that are constants (`Name::NotFound`). |
//!
//! For [`#[derive(StatusDocs)]`][derive], on the type:
//!
//! | word | meaning |
//! |---|---|
//! | `code = u32` | The type of the codes of a `csv`: an integer or `str`. The enum's `#[repr]` gives it as well. |
//! | `columns(code = "Fault No.", wait: u32 = "Wait (s)")` | Which header is which role, if it is not recognised by itself; with a type, a method of the type: `wait(&self)`. |
//! | `table = crate::Fault` | The rows are those of that enum of [`status_table!`], in place of a file's. |
//! | `default = InternalServerError` | The row of variants that name none; a code does too. |
//! | `exhaustive` | Every row must have its variant, or every one that `only` keeps. A fieldless enum becomes a [`StatusTable`] with it. |
//! | `display` | What values say is in the table's column `message`, in several languages, and that is their `Display`. See the page of [messages](_messages). |
//! | `without(TryFrom)` | An impl of an exhaustive enum that you write yourself. |
//! | `crate = ::status_docs` | Where this crate is, if it is not `::status_docs`. |
//!
//! and on a variant (or a struct):
//!
//! | word | meaning |
//! |---|---|
//! | `NotFound`, `404`, `"23505"` | Its row, by name or by code. Without one, the variant's own name is looked up. |
//! | `reason = "…"`, `definition = "…"`, `tips = "…"` | This variant's own text in place of the row's. |
//! | `message = "…"`, `values(path = path.display())` | With `display` or `messages`: its own message, and names for values that are no fields. |
//! | `detail`, `detail = false`, `detail = "…"` | Whether a service shows clients the value's own text, or which text in its place. On the type, the default of its variants. |
//! | `transparent`, `transparent = crate::of_parse` | The one field answers: an inner error that is documented itself, or the function, from `&Field` to a [`StatusDoc`]. Among several fields, write it on the one that answers. |
//!
//! and on a field:
//!
//! | word | meaning |
//! |---|---|
//! | `transparent`, `transparent = crate::of_parse` | This field answers, the others are data. |
//! | `code` | This field has the code, whatever it is: `Reserved(#[status(code)] u8)`. |
//!
//! # In a web service
//!
//! `with(…)` writes the impls with which a service answers, documents and exits. They name your crates (`::axum::…`;
//! another path is written as `axum = axum_core`), so this crate gains no dependency, and their versions are
//! independent of ours. The whole service is `examples/service` in the repository, and there is a page of
//! [recipes](_services).
//!
//! ```ignore
//! #[derive(Debug, thiserror::Error, StatusDocs)]
//! #[status(with(axum(tracing), utoipa))]
//! pub enum ApiError {
//!     #[error("order {id} not found")]
//!     #[status(NotFound)]
//!     Missing { id: u64 },
//!     #[error("database: {0}")]
//!     #[status(500)]
//!     Db(String),
//! }
//! ```
//!
//! | bridge | what it writes |
//! |---|---|
//! | `http` | `From` the type for `http::StatusCode`; for a table whose codes are the status also the way back. |
//! | `axum`, `actix_web` | The answer: the status, `application/problem+json` (RFC 9457) and a [`Problem`]. `axum(tips)` adds the table's tips, `axum(tracing)` logs what clients are not told, with its causes; `axum(languages)` can be [asked again in a language](_services#in-the-language-of-the-request); `axum(body = crate::envelope)` writes a body of your own, `axum(members = crate::members, headers = crate::headers)` add to it. |
//! | `utoipa` | Every status that the type can answer, with an example of each, in the `OpenAPI` document; `utoipa(name = "Problem")` makes the body one component; `schema`, `members`, `headers("Retry-After")`, `media` and `example` describe one of your own. |
//! | `serde` | A table's enum by its code. |
//! | `tonic` | The gRPC status, from a column `grpc` or gRPC's own codes; `tonic(tracing)`, and `tonic(domain = "orders.example.com")` for the row in its details. |
//! | `miette` | Code, help and page of a diagnostic. |
//! | `exit_code` | The exit code of a process, from a column `exit` or codes from 0 to 255. |
//!
//! - **What clients see**: the value's own text (`Display`) below 500, and never from 500 on: it may name a host or a
//!   query. `detail = "…"` on a variant is a public text in its place, `detail` shows it, `detail = false` does not.
//!   What is hidden belongs in the log, or it is lost: `axum(tracing)`.
//! - **Tips are opt-in**: a support team's steps are often internal.
//! - **Codes of your own**: a column `http` has the status that a code is answered with, and the code itself is in the
//!   body. Without that column, a code that is not an HTTP status is an error at the word.
//! - **`main`**: `fn main() -> Result<(), E>` does not ask for the exit code; return `std::process::ExitCode`.
//! - **miette**: with both traits in scope, `error.code()` is ambiguous on a derived type; write
//!   `StatusDocs::code(&error)`.
//!
//! # Files as others write them
//!
//! A vendor's table is replaced next quarter, so it is better left as it is. This one has a title above its header,
//! codes in hexadecimal, quotes escaped with a backslash, repeated phrases, and placeholder rows:
//!
//! ```csv
//! "Panel codes, revision 7";;
//! ;;
//! Code (hex);Meaning;Text;Prio
//! 10;Timeout;"The panel says \"wait\", and nothing else.";high
//! 1A;Door open;;low
//! 1B;Unassigned;;
//! 20;Door open;Again.;low
//! ```
//!
//! ```
//! status_docs::status_table! {
//!     #[status(csv("tables/panel.csv", header_line = 3, delimiter = ';', escape = '\\', radix = 16))]
//!     #[status(names = "E{code}", skip("Unassigned"), link = "https://example.com/panel#{code}")]
//!     pub enum Panel: u8 {
//!         code = "Code (hex)",
//!         reason = "Meaning",
//!         definition = "Text",
//!         // A closed list: another cell is an error, and the order is that of the list.
//!         priority: #[derive(Default)] enum Priority { #[default] Low, High } = "Prio",
//!     }
//!
//!     // No header line at all, and a code with two names.
//!     #[status(csv("tables/errno.csv", headers("code", "name", "reason")), duplicates = "alias")]
//!     pub enum Errno: i32;
//! }
//! assert_eq!(Panel::E1A.code(), 26);
//! assert_eq!(Panel::E1A.to_string(), "0x1A Door open");
//! assert_eq!("0x20".parse(), Ok(Panel::E20));
//! assert!(Panel::E10.priority() > Panel::E20.priority());
//! assert_eq!(Panel::E10.definition(), "The panel says \"wait\", and nothing else.");
//! assert_eq!(Panel::COUNT, 3);
//! assert_eq!("EWOULDBLOCK".parse(), Ok(Errno::Eagain));
//! ```
//!
//! A table that your build script makes is `csv = "$OUT_DIR/faults.csv"`.
//!
//! # Recipes
//!
//! - **The rows of a class**: `Fault::iter().filter(|fault| fault.class() == FaultClass::Door)`.
//! - **Bit masks**: where each code is a bit, `Fault::iter().filter(move |fault| word & fault.code() != 0)` are those
//!   that are set in `word`.
//! - **Composite codes** (`0x8007_0005` is facility 7 and code 5): a typed column holds a part that the table has, and a
//!   `const fn` of yours takes the code apart; the enum is yours to `impl`.
//! - **A guess for a text that does not parse**: `FromStr` has to fail fast, and its error keeps no text. Where a person
//!   typed it, compare it with `Fault::iter().map(Fault::reason)` by a crate such as `strsim`.
//! - **C headers**: cbindgen reads sources and does not see an enum made by a macro. Write the enum yourself with
//!   [`#[derive(StatusDocs)]`][derive] and `exhaustive`, which holds it to the table.
//! - **Sorted by text**: text codes are ordered by row; `sort_by_key(|state| state.code())` is by text.
//! - **HTTP's own type**: a table over `base = "http"` has the codes that you kept. [`HttpStatus`] is
//!   `HttpStatus::from_code(status.code())`, which is `None` for what only your file has.
//!
//! # Reference tables
//!
//! | `base =` | its codes | |
//! |---|---|---|
//! | `"http"` | HTTP's status codes, 62 of IANA's registry | [`HttpStatus`] is made of it |
//! | `"grpc"` | gRPC's 17 status codes | a column `http` has the HTTP status that `google/rpc/code.proto` gives each |
//! | `"websocket"` | the 18 WebSocket close codes of IANA's registry | its class marks those that may not be sent |
//! | `"exit"` | exit codes: BSD's `sysexits`, and those of shells | its class tells where a code comes from |
//! | `"nginx"`, `"cloudflare"`, `"iis"`, `"aws-elb"` | what these add to HTTP | to be laid over `"http"`, or used alone |
//!
//! Each row has a definition and says where it is specified. What you do not use costs nothing.
//!
//! ```
//! # mod by_reference {
//! status_docs::status_table! {
//!     #[status(base = "grpc")]
//!     pub enum Grpc: u8;
//!
//!     // What a log at the edge has.
//!     #[status(base("http", "nginx", "cloudflare"))]
//!     pub enum Edge: u16;
//! }
//! # }
//! # use by_reference::*;
//! assert_eq!("DEADLINE_EXCEEDED".parse(), Ok(Grpc::DeadlineExceeded));
//! assert_eq!(Edge::from_code(522), Some(Edge::ConnectionTimedOut));
//! assert_eq!(Edge::from_code(499).map(Edge::reason), Some("Client Closed Request"));
//! ```
//!
//! Several are laid over one another from left to right, and your `csv` over all of them. Where two of them name a code
//! differently, the build stops and says which comes first; a row of your own with the phrase that you want decides.
//!
//! # How to read an error
//!
//! Everything that is wrong with a table is reported at once, each finding with the place in the file as an editor
//! counts (line, column) and as a spreadsheet does (cell). The arrow points at your Rust code.
//!
//! ```text
//! error: tables/faults.csv:21:12 (cell C21): "maybe" is not a bool (yes/no, true/false, 1/0, x/empty), in column "Retry?"
//!   --> src/main.rs:5:20
//!    |
//! 5  |     #[status(csv = "tables/faults.csv")]
//!    |                    ^^^^^^^^^^^^^^^^^^^
//! ```
//!
//! The enum is still emitted, from the valid rows, so these are all the errors there are to fix. After the twentieth,
//! the rest is counted: `and 31 more`.
//!
//! # Limits
//!
//! - A table is one regular file of at most 16 MiB and 65,536 rows inside your package; a cell has at most 64 KiB. An
//!   [open table](status_table!#open-tables) may have 64 MiB and 1,048,576 rows.
//! - Variants are named in ASCII. A phrase that gives no such name needs a `name` column beside it.
//! - An edit of the CSV rebuilds what depends on it. A file that is replaced by one with an *older* modification
//!   time is not noticed, and an editor shows new rows after the next edit of a Rust file.
//! - `forbid(dead_code)` and, with `warn_deprecated`, `forbid(deprecated)` reject the `allow` on what is emitted; `deny` does not.
//! - Above 40 rows, the table on an enum's page stands under `cfg(doc)`: no build pays for it, and an editor shows how
//!   many rows there are. A crate that re-exports such an enum with `#[doc(inline)]` has its cards, and not this table.
//! - Above 2,000 rows, the cards of variants are short and the page has no table: rustdoc's pages grow with every word.
//!
//! # Who should not use it
//!
//! If you only need a status type on the wire, use `http::StatusCode`. If your codes never leave your program, and are
//! never looked up, write an enum.
#![cfg_attr(feature = "macros", doc = "\n[derive]: derive@StatusDocs")]
#![cfg_attr(not(feature = "macros"), doc = "\n[derive]: trait@StatusDocs")]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "serde")]
extern crate alloc;
#[cfg(test)]
extern crate std;

// By this name, what is emitted finds this crate.
extern crate self as status_docs;

mod bridge;
mod cases;
mod class;
mod code;
mod docs;
mod error;
#[path = "http_status.expanded.rs"]
mod http_status;
mod language;
#[cfg_attr(any(not(doctest), feature = "macros"), doc = include_str!("tutorial.md"))]
pub mod _tutorial {}
#[cfg_attr(any(not(doctest), feature = "macros"), doc = include_str!("adopt.md"))]
pub mod _adopt {}
#[doc = include_str!("messages.md")]
pub mod _messages {}
// The recipes need crates of frameworks: `tests/bridges` compiles and runs them.
#[cfg_attr(not(doctest), doc = include_str!("services.md"))]
pub mod _services {}
mod link;
mod lookup;
mod open;
mod problem;
#[doc = include_str!("rules.md")]
pub mod _rules {}
mod sentence;
mod shown;
// What `http_status` is expanded from.
#[cfg(any())]
#[path = "http_status.rs"]
mod source;
#[doc = include_str!("spreadsheet.md")]
pub mod _spreadsheet {}
mod status_table;
mod table;
mod template;
#[cfg(any(feature = "serde", feature = "http"))]
mod wire;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use cases::{Case, StatusCases};
pub use class::StatusClass;
pub use code::{AsCode, Code};
pub use docs::{Detail, StatusDoc, StatusDocs};
pub use error::{ParseStatusError, UnknownCode};
pub use http_status::HttpStatus;
pub use language::{InLanguage, Language, ParseLanguageError};
pub use link::Link;
pub use open::Open;
pub use problem::Problem;
#[cfg(feature = "macros")]
pub use status_docs_macros::StatusDocs;
pub use table::{Iter, StatusTable};
pub use template::{Filled, Template};
#[cfg(feature = "serde")]
pub use wire::ReceivedProblem;

/// What `members = …` emits: the first with the feature `serde`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __members {
    ({ $($extended:tt)* } { $($plain:tt)* }) => {{ $($extended)* }};
}

/// Without the feature, an error at the word.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __members {
    ({ $($extended:tt)* } { $($plain:tt)* }) => {{
        ::core::compile_error!(
            "`members` needs the feature `serde` of status-docs: status-docs = { \u{2026}, features = [\"serde\"] }"
        );
        $($plain)*
    }};
}
