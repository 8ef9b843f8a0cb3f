//! The reference tables of status-docs, and how a table of status codes is read and checked.
//!
//! An implementation detail of [`status-docs`](https://docs.rs/status-docs): its API follows
//! the macros and may change in every release. It knows nothing of Rust code: in go the bytes
//! of a CSV, out comes a [`Table`] that is valid by construction, and a [`Report`] of findings,
//! each with the file, line, column and cell that it is about.
//!
//! ```
//! use status_docs_data::{Dialect, Report, Source, Wanted, check, read, schema};
//!
//! let mut report = Report::new();
//! let source = Source::embedded("http").expect("the embedded reference");
//! let sheet = read(&source, Dialect::default(), &mut report);
//! let wanted = Wanted::http();
//! let bound = schema::bind(&sheet, &wanted, &mut report).expect("it has a code column");
//! let table = check::check(&bound, &wanted, &mut report);
//! assert!(report.is_empty());
//! assert_eq!(table.rows.len(), 62);
//! assert_eq!(table.rows[26].reason, "Not Found");
//! ```
//!
//! Rooms, in the order in which data flows: [`source`], `read`, [`sheet`], [`schema`],
//! [`overlay`], [`mod@check`], [`only`], [`model`]; beside them `value` (the text of one cell → a value),
//! [`name`] (a phrase → an identifier) and [`report`].

pub mod check;
pub mod link;
pub mod markdown;
pub mod model;
pub mod name;
pub mod only;
pub mod overlay;
#[cfg(test)]
mod properties;
mod read;
pub mod report;
pub mod schema;
pub mod sheet;
pub mod source;
#[cfg(test)]
mod testing;
mod value;

pub use check::{Category, check};
pub use model::{Code, CodeType, Column, Row, Table, Value, ValueType};
pub use read::{Dialect, MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS, read};
pub use report::{Finding, Place, Report, Subject};
pub use schema::{Role, Wanted};
pub use sheet::{Cell, Sheet};
pub use source::Source;

/// The embedded tables by the name that `base = "…"` takes, each with the name shown in findings.
const EMBEDDED: &[(&str, &str, &[u8])] = &[("http", "http.csv", include_bytes!("../http.csv"))];
