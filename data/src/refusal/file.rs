//! What is wrong with a file before its columns are looked at.

use crate::finding::CellName;
use crate::rule::Rule;

/// What a file is that is not a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Foreign {
    Workbook,
    Compressed,
    Html,
    Xml,
    Pdf,
    Rtf,
    Json,
    Yaml,
    /// A table drawn with lines.
    Drawn,
    Markdown,
    /// What git has in place of a large file.
    LfsPointer,
    /// What git writes in place of a link: the path that it leads to.
    Link(String),
    /// Each line is one cell in quotes.
    QuotedLines,
}

/// What was seen. Bytes are delimiters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileFault {
    Foreign(Foreign),
    /// The whole file is in another encoding.
    Encoding(&'static str),
    /// A byte that is not UTF-8, and the letter that it probably is.
    WrongByte {
        byte: u8,
        letter: Option<char>,
    },
    /// The first and last lines of conflicts.
    Conflict(Vec<(u32, u32)>),

    /// Of these four there are so many more.
    LoneReturn {
        more: usize,
    },
    Nul {
        more: usize,
    },
    BackslashQuote {
        more: usize,
    },
    EscapedLetter {
        escape: char,
        letter: char,
    },
    SpaceAfterQuote,
    SpaceBeforeQuote {
        more: usize,
    },
    TextAfterQuote,
    UnclosedQuote,
    /// The quote takes in rows to this line.
    Swallowed {
        end: u32,
    },
    /// The row reaches beyond the last column of a spreadsheet.
    TooManyColumns,

    /// Empty from a line on.
    Empty {
        from: Option<u32>,
    },
    /// Without a row below the headers that the user gives.
    EmptyBelowHeaders,
    HeaderOnly,
    TooManyRows {
        rows: usize,
        most: usize,
        line: u32,
    },
    LongCell {
        bytes: usize,
    },
    /// More headers are given than any row has cells.
    TooManyHeaders {
        headers: usize,
        widest: usize,
    },
    /// A row with more cells than most.
    LongerThanMost {
        cells: usize,
        most: usize,
        delimiter: u8,
    },
    /// A row with more cells than the header, the last of which is named; there are so many more.
    LongerThanHeader {
        cells: usize,
        headers: usize,
        last: CellName,
        delimiter: u8,
        more: usize,
    },
    /// A cell beyond the last header, and what of the row explains it.
    BeyondHeader {
        last: CellName,
        delimiter: u8,
        why: Option<WhyBeyond>,
        more: usize,
    },
    /// Each row has one.
    AllBeyondHeader {
        last: CellName,
    },

    HeaderLineZero,
    HeaderLineOfSeparator,
    HeaderLineBeyond {
        line: u32,
        lines: u32,
    },
    HeaderLineBlank {
        line: u32,
        next: u32,
    },
    /// The header is in another row, with these texts.
    HeaderElsewhere {
        row: u32,
        line: u32,
        texts: Vec<String>,
        instead_of: InsteadOf,
    },
    /// Another delimiter than a first line `sep=;` says.
    WrongSeparatorLine {
        is: u8,
        said: u8,
    },
    /// Another delimiter than the user says.
    WrongDelimiter {
        is: u8,
        said: u8,
    },
    /// A delimiter that has to be said.
    UnusualDelimiter(u8),
    /// Two that are equally likely.
    TwoDelimiters(u8, u8),
    /// Texts are between apostrophes.
    Apostrophes,
    /// Rows from one to another have nothing but a word for false.
    CheckBoxes {
        first: u32,
        last: u32,
        word: String,
    },
    /// A text is as long as Excel lets it be.
    CutCell,
}

/// Why a row has more cells than there are headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WhyBeyond {
    /// A backslash stands before a delimiter.
    Backslash,
    /// A typographic quote, which quotes nothing.
    CurlyQuote(char),
    /// The cells after the last header begin with a code: a line break is missing before it.
    MissingBreak(String),
}

/// What was taken for the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum InsteadOf {
    /// A line that the user names.
    Line(u32),
    /// A row with so many cells.
    Row { row: u32, cells: usize },
}

impl FileFault {
    /// The rule that it breaks.
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::Foreign(foreign) => foreign.rule(),
            Self::Encoding(_) | Self::WrongByte { .. } => Rule::WrongEncoding,
            Self::Conflict(_) => Rule::MergeConflict,
            Self::LoneReturn { .. } => Rule::LoneReturn,
            Self::Nul { .. } => Rule::NulCharacter,
            Self::BackslashQuote { .. } => Rule::BackslashQuote,
            Self::EscapedLetter { .. } => Rule::EscapedLetter,
            Self::SpaceAfterQuote | Self::SpaceBeforeQuote { .. } => Rule::SpacedQuote,
            Self::TextAfterQuote => Rule::TextAfterQuote,
            Self::UnclosedQuote => Rule::UnclosedQuote,
            Self::Swallowed { .. } => Rule::SwallowedRows,
            Self::TooManyColumns => Rule::TooManyColumns,
            Self::Empty { .. } | Self::EmptyBelowHeaders | Self::HeaderOnly => Rule::EmptyFile,
            Self::TooManyRows { .. } => Rule::TooManyRows,
            Self::LongCell { .. } => Rule::LongCell,
            Self::TooManyHeaders { .. } => Rule::TooManyHeaders,
            Self::LongerThanMost { .. }
            | Self::LongerThanHeader { .. }
            | Self::BeyondHeader { .. }
            | Self::AllBeyondHeader { .. } => Rule::LongRow,
            Self::HeaderLineZero
            | Self::HeaderLineOfSeparator
            | Self::HeaderLineBeyond { .. }
            | Self::HeaderLineBlank { .. }
            | Self::HeaderElsewhere { .. } => Rule::HeaderElsewhere,
            Self::WrongSeparatorLine { .. }
            | Self::WrongDelimiter { .. }
            | Self::UnusualDelimiter(_)
            | Self::TwoDelimiters(..) => Rule::WrongDelimiter,
            Self::Apostrophes => Rule::SingleQuotes,
            Self::CheckBoxes { .. } => Rule::CheckBoxes,
            Self::CutCell => Rule::CutCell,
        }
    }
}

impl Foreign {
    fn rule(&self) -> Rule {
        match self {
            Self::Workbook => Rule::WorkbookFile,
            Self::Markdown => Rule::MarkdownTable,
            Self::LfsPointer => Rule::LfsPointer,
            Self::Link(_) => Rule::LinkAsText,
            Self::QuotedLines => Rule::QuotedLines,
            Self::Compressed
            | Self::Html
            | Self::Xml
            | Self::Pdf
            | Self::Rtf
            | Self::Json
            | Self::Yaml
            | Self::Drawn => Rule::ForeignFile,
        }
    }
}
