//! What emitted code names. Not part of the public API: it changes with every version, and the macros are pinned to the
//! exact version of this crate.

pub use crate::bridge::{
    Causeless, Logged, Markdown, Probe, Severity, Unlisted, answers_exit, answers_grpc, answers_http, error_info,
    exit_code, grpc_code, grpc_error, grpc_problem, have_http, inner, is_internal, listed, meaning, own_code,
    received_http, rows_have_http, says, says_http, sent, sent_error, severity, try_from_foreign,
};
pub use crate::class::http_class;
pub use crate::lookup::{
    AnyCode, Cases, CodeIndex, Codes, DocRow, Field, KeyIndex, Messages, Narrow, Perfect, Phrases, Selected, Shown,
    Slots, Spoken, Tables, Texts, Translated, TranslatedRole, Translations, Undisplayed, agree, alias_texts, aliases,
    all, by_row, category, class, code, code_texts, covers, definition, deprecation, deprecation_note, display, doc,
    docs, docs_of_row, exit, from_distance, grpc, has_values, http, http_doc, is_deprecated, is_kept, iter, keeps_row,
    link, name, no_row, not_there, only_if, parsed, pick, reason, reason_texts, reference, row_language, row_of_any,
    row_of_code, row_of_name, row_of_phrase, row_of_text_code, say, say_row, selects_rows, shown, status_at,
    status_found, statuses, stop, takes, template, tips, translate, try_from_code, write_row,
};
pub use crate::problem::http::http_status;
pub use crate::problem::is_ours;
pub use crate::problem::link::page;
pub use crate::shown::Hexadecimal;
#[cfg(feature = "serde")]
pub use crate::wire::Extended;
#[cfg(feature = "macros")]
pub use status_docs_macros::status_table;

/// The names of parameters of emitted functions, as functions. A parameter must not have the name of a constant in
/// scope, and a user's crate may have a constant of any name; an imported function hides it, and the parameter may shadow
/// the function.
pub mod parameters {
    #[inline]
    pub fn code() {}
    #[inline]
    pub fn formatter() {}
    #[inline]
    pub fn name() {}
    #[inline]
    pub fn reason() {}
    #[inline]
    pub fn text() {}
}
