//! What is wrong with rows.

use super::Fault;
use crate::rule::Rule;
use crate::wanted::Told;

/// What is wrong with rows: what is not one, and what the user's words make of them.
#[derive(Clone, Debug)]
pub(crate) enum RowFault {
    /// `only("")` or `skip("")`.
    EmptyText { word: &'static str },
    /// `"Model" = "Z"`, and no cell says so.
    NoSuchCell {
        header: String,
        cell: String,
        close: Option<String>,
        /// The first different cells of the column, and how many more there are.
        cells: Vec<String>,
        more: usize,
    },
    /// A comma with nothing beside it.
    StrayComma { word: &'static str },
    /// What is not a selection of codes.
    NotASelection { word: &'static str, entry: String },
    /// `410-404`
    Backwards { word: &'static str, entry: String, first: String, last: String },
    /// A bare number where codes are hexadecimal: what it would be, and how the same number is written.
    BareNumber { word: &'static str, entry: String, hex: Option<(String, u128)>, decimal: Option<(String, u128)> },
    /// An entry of `only` that no row has.
    SelectsNothing { word: &'static str, entry: String, is_text: bool },
    /// An entry of `skip` that no row has.
    SkipsNothing { text: String },
    /// A cell of which the code is made is empty, while others are not.
    EmptyPart { header: String },
    /// A row has a code that `reserved` keeps from all rows.
    Reserved { code: String },
    /// A row has a code of a row that `skip` leaves out.
    Skipped {
        code: String,
        line: u32,
        /// What that row is called.
        text: String,
        /// A header and a cell that choose the rows of one of several tables.
        apart: Option<(String, String)>,
    },
    /// A row has no cell where `required` asks for one.
    Required { name: String },
    /// A row of a reference has none.
    RequiredOfBase { code: String, name: String },
    /// There is no column of what is required.
    NothingRequired { name: String },
    /// What is required is in each row anyway.
    NeverEmpty { name: String },
    /// What is required is neither a role nor a column.
    UnknownRequired { name: String, close: Option<String> },
    /// Rows that look like headings or notes, by the first cells that they have.
    Headings { texts: Vec<String>, told: Told },
    /// Rows that are in one cell, since something else separates their cells.
    OneCell { delimiter: &'static str, more: usize },
    /// Rows that are in one cell, since they are in quotes.
    Quoted { more: usize },
    /// The header once more.
    HeaderAgain,
    /// The header of another table.
    SecondTable,
    /// A line that somebody drew.
    Line,
    /// No row is left, and how many each word left out.
    NothingLeft {
        only: usize,
        skip: usize,
        /// `only` has text codes.
        is_text: bool,
    },
}

impl RowFault {
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::EmptyText { .. } => Rule::SkipEmpty,
            Self::NoSuchCell { .. } => Rule::NoSuchCell,
            Self::StrayComma { .. } | Self::NotASelection { .. } | Self::Backwards { .. } => Rule::BadSelection,
            Self::BareNumber { .. } => Rule::BareNumber,
            Self::SelectsNothing { .. } => Rule::EmptySelection,
            Self::SkipsNothing { .. } => Rule::IdleSkip,
            Self::EmptyPart { .. } => Rule::EmptyPart,
            Self::Reserved { .. } => Rule::ReservedCode,
            Self::Skipped { .. } => Rule::SkippedCode,
            Self::Required { .. } | Self::RequiredOfBase { .. } | Self::NothingRequired { .. } => Rule::RequiredCell,
            Self::NeverEmpty { .. } => Rule::WordValue,
            Self::UnknownRequired { .. } => Rule::UnknownWord,
            Self::Headings { .. } => Rule::HeadingRow,
            Self::OneCell { .. } | Self::Quoted { .. } => Rule::OneCellRow,
            Self::HeaderAgain => Rule::HeaderAgain,
            Self::SecondTable => Rule::SecondTable,
            Self::Line => Rule::DrawnLine,
            Self::NothingLeft { .. } => Rule::NoRows,
        }
    }
}

impl From<RowFault> for Fault {
    fn from(fault: RowFault) -> Self {
        Self::Row(fault)
    }
}
