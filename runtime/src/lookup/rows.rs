//! Rows as `#[derive(StatusDocs)]` stores those of a file.

use crate::docs::StatusDoc;

/// The code; then name, reason, definition, tips and reference, where `""` stands for none.
pub type DocRow<C> = (C, [&'static str; 5]);

/// What a row says.
#[inline]
pub const fn doc<C: Copy>(rows: &'static [DocRow<C>], row: usize) -> StatusDoc<C> {
    let (code, [name, reason, definition, tips, reference]) = rows[row];
    let (tips, reference) = (optional(tips), optional(reference));
    StatusDoc { definition, tips, reference, ..StatusDoc::new(code, name, reason) }
}

/// Stops the build with the message.
///
/// # Panics
///
/// That is how a build is stopped.
#[track_caller]
pub const fn stop(message: &'static str) -> ! {
    panic!("{}", message)
}

/// Stops the build with the message, unless a discriminant is what its row's code is.
///
/// # Panics
///
/// That is how a build is stopped.
#[track_caller]
pub const fn agree(is_same: bool, message: &'static str) {
    assert!(is_same, "{}", message);
}

#[inline]
const fn optional(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}
