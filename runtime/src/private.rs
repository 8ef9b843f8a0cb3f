//! What emitted code names. No part of the public API: it changes with every version, and the
//! macros are pinned to the exact version of this crate.

pub use crate::class::http_class;
pub use crate::lookup::{
    CodeIndex, DocRow, KeyIndex, Narrow, Perfect, Phrases, Texts, agree, at_distance, by_distance, display, doc,
    parse_row, parsed, pick, row_of_code, try_from_code,
};
pub use status_docs_macros::status_table;
