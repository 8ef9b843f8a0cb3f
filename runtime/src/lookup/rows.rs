//! Rows as `#[derive(StatusDocs)]` stores those of a file.

use crate::docs::StatusDoc;

/// The code; then name, reason, definition, tips and reference, where `""` means none.
pub type DocRow<C> = (C, [&'static str; 5]);

/// The doc of a row.
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
/// Always: in a constant, this stops the build.
#[track_caller]
#[inline]
pub const fn stop(message: &'static str) -> ! {
    panic!("{}", message)
}

/// Stops the build with the message, unless a discriminant equals the code of its row.
///
/// # Panics
///
/// Always: in a constant, this stops the build.
#[track_caller]
#[inline]
pub const fn agree(is_same: bool, message: &'static str) {
    assert!(is_same, "{}", message);
}

#[inline]
const fn optional(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn a_discriminant_that_is_its_code_says_nothing() {
        agree(true, "`A` differs from 7");
    }

    #[test]
    #[should_panic(expected = "`A` differs from 7")]
    fn a_discriminant_that_is_not_its_code_stops() {
        agree(false, "`A` differs from 7");
    }
}
