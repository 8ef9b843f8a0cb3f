//! A finding: what is wrong with a table, and where.

use std::fmt;

use crate::rule::Rule;

/// A place in a file, as an editor (line, column) and a spreadsheet (cell) name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The physical line, from 1.
    pub line: u32,
    /// The character within the line, from 1.
    pub column: u32,
    /// The spreadsheet's cell; `None` for a place that is not a cell.
    pub cell: Option<CellName>,
}

/// A cell as a spreadsheet names it: `C14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellName {
    /// The row, from 1; blank rows count, a line break inside a cell does not.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
            rest /= 26;
        }
        for letter in letters.iter().rev() {
            write!(f, "{letter}")?;
        }
        write!(f, "{}", self.row)
    }
}

/// Which part of the user's request a finding is about; the caller knows where that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The table as a whole: its path.
    Table,
    /// The role that was named explicitly, by its index in [`Wanted::roles`](crate::Wanted::roles).
    Role(usize),
    /// The typed column, by its index in [`Wanted::columns`](crate::Wanted::columns).
    Column(usize),
    /// The column of a language, by its index in [`Wanted::tongues`](crate::Wanted::tongues).
    Tongue(usize),
    /// The selection of rows.
    Only,
    /// Another word of `#[status(…)]`: `skip`, `names`.
    Word(&'static str),
    /// A variant of the user's type, by its index.
    Variant(usize),
    /// The own message of such a variant.
    Value(usize),
    /// An entry of such a word, by its index: the second one of `skip("a", "Model" = "b")`.
    Entry(&'static str, usize),
}

/// A cure that can be applied: what is to stand in place of a range of the file's bytes.
#[cfg(feature = "readers")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The first byte that goes.
    pub start: usize,
    /// The first byte that stays.
    pub end: usize,
    /// What is there then.
    pub text: String,
}

/// One thing that is wrong, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file as the user typed it; `None` where no file is concerned.
    pub file: Option<String>,
    /// Where in the file.
    pub place: Option<Place>,
    /// What of the request it is about.
    pub subject: Subject,
    /// What was found, and what would be right, in the words of who keeps the sheet: one line.
    pub message: String,
    /// What can be written in Rust about it.
    pub help: Option<String>,
    /// What it is an instance of.
    pub rule: Rule,
    /// The cure, where it is certain: one finding may be about many cells.
    #[cfg(feature = "readers")]
    pub fix: Vec<Edit>,
}

impl Finding {
    /// A finding about a file as a whole.
    pub fn of_file(file: impl Into<String>, rule: Rule, message: impl Into<String>) -> Self {
        Self {
            file: Some(file.into()),
            place: None,
            subject: Subject::Table,
            message: message.into(),
            help: None,
            rule,
            #[cfg(feature = "readers")]
            fix: Vec::new(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            f.write_str(file)?;
            if let Some(place) = &self.place {
                write!(f, ":{}:{}", place.line, place.column)?;
                if let Some(cell) = place.cell {
                    write!(f, " (cell {cell})")?;
                }
            }
            f.write_str(": ")?;
        }
        write!(f, "{} [{}]", self.message, self.rule)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_does() {
        for (column, name) in [(0, "A9"), (25, "Z9"), (26, "AA9"), (701, "ZZ9"), (702, "AAA9")] {
            assert_eq!(CellName { row: 9, column }.to_string(), name);
        }
    }
}
