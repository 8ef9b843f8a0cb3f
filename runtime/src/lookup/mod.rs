//! What emitted tables call, so that what lands in the user's crate is small. Every function is
//! `const` and indexes tables whose shape the macro guarantees.

mod codes;
mod hash;
mod keys;
mod parse;
mod rows;
mod texts;

pub use codes::{CodeIndex, at_distance, by_distance, pick};
pub use keys::{KeyIndex, Perfect, Phrases};
pub use parse::{display, parse_row, parsed, row_of_code, try_from_code};
pub use rows::{DocRow, agree, doc};
pub use texts::{Narrow, Texts};
