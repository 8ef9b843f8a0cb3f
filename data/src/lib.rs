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
//! [`compile`](compile()) is the one door. The core, in the order in which data flows: [`source`], `read`, [`sheet`],
//! `compose`, `schema`, `overlay`, `only`, `check`, [`model`]. It refuses what is wrong and writes no sentence: `refusal`
//! has what was seen, and `diagnose` explains it afterwards, as [`finding`]s with cures by the rules of [`rule`]; the
//! heuristics over tables that are good so far are there too. No room of the core knows `diagnose`: `compile` alone does.
//!
//! Below them is what they share: [`code`], [`kind`], [`role`], [`reference`](mod@reference) and [`wanted`] say what there
//! is; `number` makes a value of a cell's text, [`name`] an identifier of a phrase, [`link`] links of a reference cell,
//! [`markdown`] Markdown of any text; and [`report`] holds the findings.

#[cfg(test)]
mod catalogue_tests;
mod check;
pub mod code;
mod compile;
mod compose;
pub mod consts;
mod diagnose;
pub mod finding;
pub mod index;
pub mod kind;
pub mod language;
pub mod link;
pub mod markdown;
pub mod message;
pub mod model;
pub mod name;
pub mod notation;
mod number;
pub mod only;
pub mod order;
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
mod template;
#[cfg(test)]
mod testing;
mod text;
pub mod trust;
pub mod wanted;

pub use code::{Code, CodeType, IntType};
pub use compile::{compile, read};
#[cfg(feature = "readers")]
pub use diagnose::cures;
pub use diagnose::messages::{describe_lost, describe_message, describe_untranslated};
pub use finding::{Finding, Place, Subject};
pub use kind::{Kind, Value, Variants};
pub use message::{Message, Placeholder};
pub use model::{Category, Column, LeftOut, Row, Said, Table, Translation};
pub use notation::Notation;
pub use read::{MAX_CELL_BYTES, MAX_COLUMNS};
pub use reference::{Origin, REFERENCES, Reference};
pub use report::Report;
pub use role::Role;
#[cfg(feature = "readers")]
pub use rule::About;
pub use rule::{Level, RULES, Rule};
pub use sheet::{Cell, Sheet};
pub use source::{Folders, Source};
pub use trust::Trust;
pub use wanted::{Dialect, Duplicates, MAX_OPEN_ROWS, MAX_ROWS, Pick, Told, Wanted, WantedColumn};
