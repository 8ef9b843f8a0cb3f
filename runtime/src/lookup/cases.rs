//! The rows of a table as its cases. A constant is built from them with one loop, which runs only where it is used.

use super::tables::{Tables, docs};
use crate::cases::Case;

/// The cases of a table, written one by one.
pub struct Cases<T: Tables, const N: usize> {
    cases: [Case<T::Code>; N],
    row: usize,
}

impl<T: Tables, const N: usize> Cases<T, N> {
    /// What older expansions begin with. A check evaluates a constant that a body names: 3 MB at 10,000 rows.
    pub const NONE: Self = Self::new();

    /// None of them yet.
    #[allow(clippy::new_without_default)]
    #[inline]
    pub const fn new() -> Self {
        Self { cases: [Case::Unlisted(T::NAME); N], row: 0 }
    }

    /// The row that comes next.
    #[inline]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// Writes the next row, whose code only the enum knows.
    #[inline]
    pub const fn push(&mut self, code: T::Code) {
        self.cases[self.row] =
            Case::Row { of: T::NAME, variant: T::NAMES.get(self.row), doc: docs::<T>(code, self.row) };
        self.row += 1;
    }

    /// All of them.
    #[inline]
    pub const fn all(self) -> [Case<T::Code>; N] {
        self.cases
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::Cases;
    use crate::HttpStatus;
    use crate::cases::Case;
    use crate::docs::StatusDocs;

    #[test]
    fn rows_are_pushed_one_by_one() {
        let mut cases = Cases::<HttpStatus, 3>::new();
        for row in 0..2 {
            assert_eq!(cases.row(), row);
            cases.push(HttpStatus::ALL[row].code());
        }
        assert_eq!(cases.row(), 2);
        let all = cases.all();
        for (row, case) in all.iter().take(2).enumerate() {
            let Case::Row { doc, .. } = case else { panic!("{case:?}") };
            assert_eq!(*doc, HttpStatus::ALL[row].docs());
        }
        let names = all.map(|case| case.name().to_string());
        assert_eq!(names, ["HttpStatus.Continue", "HttpStatus.SwitchingProtocols", "HttpStatus"]);
    }
}
