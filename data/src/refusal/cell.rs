//! What is wrong with cells, with the names that they give rows, and with rows that have one code.

use super::Fault;
use crate::code::{Code, CodeType};
use crate::number::Misread;
use crate::reference::{Origin, Reference};
use crate::rule::Rule;

/// What is wrong with a cell, or with a row for want of one.
#[derive(Clone, Debug)]
pub(crate) enum CellFault {
    /// The header of its column.
    EmptyCode {
        header: Option<String>,
    },
    /// `name` is what the row is called where its code is a range, and `only` keeps it.
    Code {
        text: String,
        why: Misread,
        name: Option<String>,
    },
    /// No row has a code. Said with the first cell that is none, where all are words.
    NoCodes {
        header: String,
    },
    /// A code that the reference below cannot have.
    NotOfReference {
        code: Code,
        reference: &'static Reference,
    },
    EmptyPhrase {
        header: String,
    },
    EmptyClass {
        header: String,
    },
    EmptyValue {
        header: String,
    },
    /// A typed column has no cell for these rows of the base.
    Uncovered {
        header: String,
        codes: Vec<Code>,
    },
    /// A phrase with a character that nobody sees.
    Hidden {
        text: String,
        unseen: char,
    },
    /// Two references call one code differently.
    ReferencesDisagree {
        first: Called,
        other: Called,
        code: Code,
        row: OwnRow,
    },
    /// A code that no base knows, in a row that has no phrase; `has_cell`: there is a column for one.
    NotInBase {
        base: String,
        are_several: bool,
        code: String,
        has_cell: bool,
    },
    /// A class that is not the one that follows from the code.
    WrongClass {
        code: String,
        class: String,
        text: String,
    },
    NoClass {
        code: String,
    },
    /// A value that is none of its column's type.
    Value {
        text: String,
        header: String,
        why: Misread,
    },
    /// A cell of `http`, `grpc` or `exit` that is neither a number in range nor a name.
    NoAnswer {
        text: String,
        reference: &'static Reference,
    },
    /// A number and a name that are not of one status.
    TwoAnswers {
        text: String,
        number: i128,
        called: Option<String>,
        named: i128,
        name: String,
    },
    /// A later row with the same code, which becomes an alias, says something else; the code, and where it is first.
    LaterRow {
        code: String,
        place: String,
    },
    /// What a spreadsheet or an editor spoilt, for the lint that found it.
    Spoilt {
        rule: Rule,
        text: String,
    },
}

/// A text, and the file that has it.
#[derive(Clone, Debug)]
pub(crate) struct Called {
    pub(crate) file: String,
    pub(crate) text: String,
}

/// Whether the user's file has a row for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnRow {
    There,
    Missing,
    /// There is no file of the user's.
    NoFile,
}

impl OwnRow {
    pub(crate) fn new(origin: Origin, is_there: bool) -> Self {
        match (origin.is_own(), is_there) {
            (true, true) => Self::There,
            (true, false) => Self::Missing,
            (false, _) => Self::NoFile,
        }
    }
}

impl CellFault {
    pub(super) fn rule(&self) -> Rule {
        match self {
            Self::EmptyCode { .. } => Rule::EmptyCode,
            Self::Code { why: Misread::Hidden(_) | Misread::Space(_), .. } | Self::Hidden { .. } => {
                Rule::InvisibleCharacter
            }
            Self::Code { why: Misread::Several, .. } => Rule::SeveralCodes,
            Self::Code { why: Misread::Spreadsheet, .. } => Rule::SpreadsheetCode,
            Self::Code { .. } | Self::NoCodes { .. } | Self::NotOfReference { .. } => Rule::UnreadableCode,
            Self::EmptyPhrase { .. } | Self::NotInBase { .. } => Rule::EmptyPhrase,
            Self::EmptyClass { .. } | Self::EmptyValue { .. } | Self::Uncovered { .. } | Self::NoClass { .. } => {
                Rule::EmptyCell
            }
            Self::ReferencesDisagree { .. } => Rule::ReferencesDisagree,
            Self::WrongClass { .. } => Rule::WrongClass,
            Self::Value { .. } | Self::NoAnswer { .. } => Rule::WrongValue,
            Self::TwoAnswers { .. } => Rule::CellDisagrees,
            Self::LaterRow { .. } => Rule::LaterRow,
            Self::Spoilt { rule, .. } => *rule,
        }
    }
}

/// Why a text names no row, no constant and no variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoName {
    /// It makes no identifier: the end of a sentence that begins with it.
    Identifier(String),
    /// With `verbatim`, it is none as it is; `is_kept`: Rust keeps the word for itself.
    Verbatim { is_kept: bool },
    /// With `verbatim`, there is none.
    Missing,
    /// Something that the table emits is called so.
    Ours(&'static str),
    /// What it becomes has another cell, at that place.
    Taken { name: String, there: String, place: String },
    /// It has a character that nobody sees.
    Hidden(char),
    /// It is none of a list; the entries as they are shown, the one that was probably meant, and the entry that would
    /// make it one.
    NotListed { all: Vec<String>, close: Option<String>, entry: Option<String> },
    /// It is no status of the HTTP reference.
    NotAStatus,
}

impl NoName {
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::Identifier(_) => Rule::NoIdentifier,
            Self::Verbatim { .. } | Self::Missing => Rule::NotAName,
            Self::Ours(_) => Rule::NameOfOurs,
            Self::Taken { .. } => Rule::SameName,
            Self::Hidden(_) => Rule::InvisibleCharacter,
            Self::NotListed { .. } | Self::NotAStatus => Rule::NotListed,
        }
    }
}

/// What is wrong with the names that cells give.
#[derive(Clone, Debug)]
pub(crate) enum NameFault {
    /// A row that cannot be named. `header`: that of the column for names; `has_name`: its cell there is filled;
    /// `has_pattern`: there is `names = "E{code}"`.
    Row { text: String, why: NoName, header: Option<String>, has_name: bool, has_pattern: bool },
    /// An alias that is none.
    Alias { text: String, why: NoName },
    /// A comma or a slash that may separate aliases.
    AliasList { text: String },
    /// An alias that already is the phrase, or the name, of another row.
    AliasTaken { text: String, of: &'static str, row: String },
    /// An alias that another row has as well.
    AliasTwice { text: String, place: String },
    /// An alias whose constant another alias has; the row of that one.
    AliasName { text: String, row: String },
    /// A text of a row that is read as another row; its code, and where that is.
    ReadsAlike { what: &'static str, text: String, code: String, place: String },
}

impl NameFault {
    pub(super) fn rule(&self) -> Rule {
        match self {
            Self::Row { why, .. } | Self::Alias { why, .. } => why.rule(),
            Self::AliasList { .. } => Rule::AliasList,
            Self::AliasTaken { .. } | Self::AliasTwice { .. } => Rule::AliasTaken,
            Self::AliasName { .. } => Rule::SameName,
            Self::ReadsAlike { .. } => Rule::ReadsAlike,
        }
    }
}

/// What the user's words ask for, and the table cannot do.
#[derive(Clone, Debug)]
pub(crate) enum WordFault {
    /// A typed column with the name of another method.
    TakenMethod { name: String },
    /// `link` without `{code}`, or no address.
    Link { has_code: bool },
    /// `names`, and what is wrong with it as the end of a sentence.
    Names { why: &'static str },
    /// `verbatim` without a column for names, and the headers that there are.
    Verbatim { headers: Vec<String> },
    /// A code type that cannot hold the codes of a reference.
    CodeType { reference: &'static Reference, code: CodeType },
}

impl WordFault {
    pub(super) fn rule(&self) -> Rule {
        match self {
            Self::TakenMethod { .. } => Rule::TakenName,
            Self::Link { .. } | Self::Names { .. } => Rule::WordValue,
            Self::CodeType { .. } => Rule::CodeType,
            Self::Verbatim { .. } => Rule::NotAName,
        }
    }
}

impl From<CellFault> for Fault {
    fn from(fault: CellFault) -> Self {
        Self::Cell(fault)
    }
}

impl From<NameFault> for Fault {
    fn from(fault: NameFault) -> Self {
        Self::Name(fault)
    }
}

impl From<WordFault> for Fault {
    fn from(fault: WordFault) -> Self {
        Self::Word(fault)
    }
}
