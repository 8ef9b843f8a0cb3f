//! The HTTP status of an answer.

use crate::docs::StatusDoc;

/// The HTTP status to answer with; without one, 500.
#[inline]
pub fn http_status<C>(doc: &StatusDoc<C>) -> u16 {
    doc.http_status().unwrap_or(500)
}
