//! What emitted tables call, so that little code ends up in the user's crate. Every function is `const` and indexes
//! tables whose shape the macro guarantees.
#![expect(
    missing_debug_implementations,
    reason = "only emitted code names these types, and every build would compile the impls"
)]

mod cases;
mod codes;
mod coverage;
mod hash;
mod keys;
mod parse;
mod rows;
mod say;
mod spoken;
mod tables;
mod texts;

pub use cases::Cases;
pub use codes::{CodeIndex, only_if, pick};
pub use coverage::{AnyCode, Selected, covers, is_kept, keeps_row, selects_rows};
pub use keys::{KeyIndex, Perfect, Phrases};
pub(crate) use parse::code_in;
pub use parse::{category, display, parsed, shown, try_from_code};
pub use rows::{DocRow, agree, doc, stop};
pub use say::{Messages, Shown, Translated, TranslatedRole, say, translate};
pub(crate) use spoken::write_text;
pub use spoken::{
    Field, Spoken, Translations, Undisplayed, docs_of_row, has_values, row_language, say_row, takes, template,
    write_row,
};
pub(crate) use tables::is_reported;
pub use tables::{
    Codes, Tables, alias_texts, aliases, all, by_row, class, code, code_texts, definition, deprecation,
    deprecation_note, docs, exit, from_distance, grpc, http, http_doc, is_deprecated, iter, link, name, no_row,
    not_there, reason, reason_texts, reference, row_of_any, row_of_code, row_of_name, row_of_phrase, row_of_text_code,
    status_at, status_found, statuses, tips,
};
pub use texts::{Narrow, Slots, Texts};
