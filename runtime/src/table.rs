//! What every table of codes answers.

use crate::docs::{Code, StatusDocs};
use crate::shown::Hexadecimal;

/// A closed table of codes: the enum that [`status_table!`](crate::status_table) makes, or a
/// fieldless enum of yours with `#[derive(StatusDocs)]` and `#[status(exhaustive)]`.
///
/// The same questions are answered by inherent `const fn`s of the enum; this trait is for code
/// that works with any table.
///
/// ```
/// use status_docs::{HttpStatus, StatusTable};
///
/// fn codes<T: StatusTable>() -> usize {
///     T::ALL.len()
/// }
/// assert_eq!(codes::<HttpStatus>(), HttpStatus::COUNT);
///
/// // A page for support staff, of any table.
/// fn page<T: StatusTable>() -> String {
///     let line = |row: &T| format!("{}: {} {}\n", T::NAME, row.code(), row.tips().unwrap_or("-"));
///     T::ALL.iter().map(line).collect()
/// }
/// assert!(page::<HttpStatus>().contains("HttpStatus: 409 -"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table of status codes",
    label = "no `StatusTable` here",
    note = "make the enum from a CSV with `status_table!`, or derive `StatusDocs` with `#[status(exhaustive)]` on a \
            fieldless enum"
)]
pub trait StatusTable: StatusDocs + Copy + Eq + 'static {
    /// The name of the enum.
    const NAME: &'static str;

    /// Every row, in the table's order.
    const ALL: &'static [Self];

    /// How codes are displayed, of a table that writes them in hexadecimal.
    #[doc(hidden)]
    const HEXADECIMAL: Option<Hexadecimal> = None;

    /// The row of a code.
    fn from_code(code: <Self::Code as Code>::Query<'_>) -> Option<Self>;

    /// The variant's name.
    fn name(self) -> &'static str;
}
