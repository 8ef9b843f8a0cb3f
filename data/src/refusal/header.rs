//! What is wrong with headers.

use super::Fault;
use crate::role::Role;
use crate::rule::Rule;
use crate::wanted::Told;

/// What is wrong with headers, and with what they are mapped to.
#[derive(Clone, Debug)]
pub(crate) enum HeaderFault {
    /// An entry of `only` or `skip` names a header that is not there.
    NoSuchHeader {
        header: String,
        /// The one that was probably meant.
        close: Option<String>,
        /// Those that there are.
        all: Vec<String>,
    },
    /// Two headers could be the one that is meant.
    Alike { wanted: String, first: String, second: String },
    /// Two headers mean one role.
    TwoMeanings { role: Role, first: String, second: String, told: Told },
    /// A header is there twice, and where it is first.
    Twice { header: String, there: String },
    /// No column has the code, or the phrase.
    NoColumn {
        role: Role,
        /// The header of the one that it probably is.
        guess: Option<String>,
        /// What the user named the header for, and that header.
        taken: Option<(String, String)>,
        all: Vec<String>,
        told: Told,
    },
    /// What is written like a template of headers, and is none.
    BadTemplate { template: String, why: NotATemplate },
    /// `code = ""`
    NoCode,
    /// `name = "", reason = ""` without `names`.
    NothingNames,
    /// A header that nothing uses, and that looks like a known one.
    Misspelt { header: String, known: &'static str, method: String, told: Told },
    /// A code found by its header, and no cell of the column is one.
    NoCodesThere { header: String, cell: String, told: Told },
    /// The first row is no header, and what the columns probably are.
    NoHeaderLine { line: u32, text: String, headers: Vec<&'static str>, is_open: bool, told: Told },
    /// The file has a header line, and the user gives its headers.
    HeaderLineGiven,
}

impl HeaderFault {
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::NoSuchHeader { .. } => Rule::MissingHeader,
            Self::Alike { .. } | Self::TwoMeanings { .. } => Rule::TwoHeaders,
            Self::Twice { .. } => Rule::DuplicateHeader,
            Self::NoColumn { role: Role::Code, .. } => Rule::NoCodeColumn,
            Self::NoColumn { .. } => Rule::NoPhraseColumn,
            Self::BadTemplate { .. } => Rule::BadTemplate,
            Self::NoCode => Rule::CodeNeeded,
            Self::NothingNames => Rule::NameNeeded,
            Self::Misspelt { .. } => Rule::MisspeltHeader,
            Self::NoCodesThere { .. } => Rule::NotTheCode,
            Self::NoHeaderLine { .. } => Rule::NoHeaderLine,
            Self::HeaderLineGiven => Rule::HeaderLineGiven,
        }
    }
}

/// Why a text with braces is not a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotATemplate {
    /// `{SPN`
    Unclosed,
    /// `SPN}`
    Unopened,
    /// `{}`
    NoName,
    /// `a {{b}}`
    NoHeader,
}

impl From<HeaderFault> for Fault {
    fn from(fault: HeaderFault) -> Self {
        Self::Header(fault)
    }
}
