//! The reference tables of status-docs, and how a table of status codes is read and checked.
//!
//! An implementation detail of [`status-docs`](https://docs.rs/status-docs): its API follows
//! the macros and may change in every release. It knows nothing of Rust code: in go the bytes
//! of a CSV, out comes a [`Table`] that is valid by construction, and a [`Report`] of findings,
//! each with the file, line, column and cell that it is about.
//!
//! ```
//! use status_docs_data::{Reference, Report, Source, Wanted, compile};
//!
//! let http = Reference::named("http").expect("the HTTP reference");
//! let mut report = Report::new();
//! let table = compile(&Source::reference(http), &Wanted::reference_table(http), &mut report).expect("a table");
//! assert!(report.is_empty());
//! assert_eq!(table.rows.len(), 62);
//! assert_eq!(table.rows[26].reason, "Not Found");
//! ```
//!
//! [`compile`](compile()) is the one door. Rooms, in the order in which data flows: [`source`], `read`, [`sheet`],
//! `schema`, `overlay`, `only`, `check`, [`model`]. Below them is what they share: [`code`], [`kind`], [`role`],
//! [`reference`](mod@reference) and [`wanted`] say what there is; `number` makes a value of a cell's text, [`name`] an
//! identifier of a phrase, [`link`] links of a reference cell, [`markdown`] Markdown of any text; and [`report`]
//! holds the findings.

#[cfg(test)]
mod catalogue_tests;
mod check;
pub mod code;
mod compile;
mod compose;
pub mod consts;
#[cfg(feature = "readers")]
pub mod cures;
mod diagnose;
pub mod kind;
pub mod language;
pub mod link;
pub mod markdown;
pub mod message;
pub mod model;
pub mod name;
pub mod notation;
#[cfg(feature = "readers")]
mod notes;
mod number;
pub mod only;
mod overlay;
#[cfg(test)]
mod properties;
mod read;
pub mod reference;
mod refusal;
pub mod report;
mod required;
mod reserved;
pub mod role;
pub mod rule;
mod schema;
pub mod sheet;
pub mod source;
#[cfg(test)]
mod testing;
mod text;
pub mod trust;
pub mod wanted;

pub use code::{Code, CodeType, IntType};
pub use compile::compile;
pub use diagnose::messages::{describe_lost, describe_message, describe_untranslated};
pub use kind::{Kind, Value, Variants};
pub use message::{Message, Placeholder};
pub use model::{Category, Column, LeftOut, Row, Said, Table, Translation};
pub use notation::Notation;
pub use read::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_OPEN_ROWS, MAX_ROWS, read};
pub use reference::{Origin, REFERENCES, Reference};
pub use report::{Finding, Place, Report, Subject};
pub use role::Role;
#[cfg(feature = "readers")]
pub use rule::About;
pub use rule::{Level, RULES, Rule};
pub use sheet::{Cell, Sheet};
pub use source::{Folders, Source};
pub use trust::Trust;
pub use wanted::{Dialect, Duplicates, Pick, Told, Wanted, WantedColumn};
