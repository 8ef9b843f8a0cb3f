//! What every table of codes answers.

use core::iter::FusedIterator;
use core::ops::Range;

use crate::code::Code;
use crate::docs::StatusDocs;
use crate::shown::Hexadecimal;

/// A closed table of codes: the enum that [`status_table!`](crate::status_table) makes, or a
/// fieldless enum of yours with `#[derive(StatusDocs)]` and `#[status(exhaustive)]`.
///
/// The enum has the same functions as inherent `const fn`s; this trait is for code that works with any table.
///
/// ```
/// use status_docs::{HttpStatus, StatusTable};
///
/// fn without_tips<T: StatusTable>() -> usize {
///     T::iter().filter(|row| row.tips().is_none()).count()
/// }
/// assert_eq!((without_tips::<HttpStatus>(), HttpStatus::COUNT), (22, 62));
///
/// // A page for support staff, of any table.
/// fn page<T: StatusTable>() -> String {
///     let line = |row: &T| format!("{}: {} {}\n", T::NAME, row.code(), row.tips().unwrap_or("-"));
///     T::iter().map(|row| line(&row)).collect()
/// }
/// assert!(page::<HttpStatus>().contains("HttpStatus: 204 -"));
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
    ///
    /// Where it is used, the compiler checks each value of it against each variant: with codes far from each other,
    /// that takes a tenth of a second at 1,000 rows, and ten seconds at 10,000. [`iter`](Self::iter) has no such cost.
    const ALL: &'static [Self];

    /// How many rows there are.
    const COUNT: usize = Self::ALL.len();

    /// How codes are displayed, if the table writes them in hexadecimal.
    #[doc(hidden)]
    const HEXADECIMAL: Option<Hexadecimal> = None;

    /// Whether its cells write these codes without `0x`, so that `16` is 0x10 and never sixteen.
    #[doc(hidden)]
    const IS_BARE: bool = false;

    /// The row of a code.
    fn from_code(code: <Self::Code as Code>::Query<'_>) -> Option<Self>;

    /// The variant's name.
    fn name(self) -> &'static str;

    /// Every row, in the table's order.
    #[inline]
    fn iter() -> Iter<Self> {
        Iter::new(Self::COUNT, |row| Self::ALL.get(row).copied())
    }
}

/// The rows of a table in their order, which [`StatusTable::iter`] gives.
///
/// ```
/// use status_docs::HttpStatus;
///
/// let mut rows = HttpStatus::iter();
/// assert_eq!((rows.len(), rows.next(), rows.next_back()), (62, Some(HttpStatus::Continue), HttpStatus::from_code(511)));
/// ```
#[derive(Clone, Debug)]
pub struct Iter<T> {
    rows: Range<usize>,
    status_at: fn(usize) -> Option<T>,
}

impl<T> Iter<T> {
    /// `status_at` has a status for each row below `count`.
    #[inline]
    pub(crate) const fn new(count: usize, status_at: fn(usize) -> Option<T>) -> Self {
        Self { rows: 0..count, status_at }
    }
}

impl<T> Iterator for Iter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.rows.next().and_then(self.status_at)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<T> {
        self.rows.nth(n).and_then(self.status_at)
    }
}

impl<T> DoubleEndedIterator for Iter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.rows.next_back().and_then(self.status_at)
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<T> {
        self.rows.nth_back(n).and_then(self.status_at)
    }
}

impl<T> ExactSizeIterator for Iter<T> {}

impl<T> FusedIterator for Iter<T> {}
