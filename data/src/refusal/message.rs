//! What is wrong with languages and messages.

use super::Fault;
use crate::message::WrongMessage;
use crate::role::Role;
use crate::rule::Rule;

/// What is wrong with languages and messages.
#[derive(Clone, Debug)]
pub(crate) enum MessageFault {
    /// After the colon of a header stands no tag.
    NotATag { role: Role, tags: String },
    /// A tag of two letters that is no language, and what was probably meant.
    NoSuchLanguage { tag: String, meant: Option<(&'static str, &'static str)> },
    /// One language in two columns of a role.
    Twice { role: Role, tag: String },
    /// Nothing says which language a column without a tag is in.
    NoDefault { role: Role, header: String },
    /// `languages(…)` names one that no column has.
    UnknownLanguage { tag: String, close: Option<String>, meant: Option<(String, Role)>, all: Vec<String> },
    /// A cell that is not a message.
    Wrong(WrongMessage),
    /// An invisible character that no script needs there.
    Invisible(char),
    /// A translation does not show what the default message shows.
    Lost { language: String, names: Vec<String> },
    /// A translation shows what the default message does not show, of a table whose rows have no fields.
    Unknown { language: String, name: String, names: Vec<String> },
    /// A value with a format, which a row without fields cannot follow.
    Format(String),
    /// No column has messages, and they are asked for.
    NoColumn,
    /// Rows without a message in a language that must be complete.
    Untranslated { language: String, rows: Vec<String> },
}

impl MessageFault {
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::NotATag { .. } => Rule::LanguageTag,
            Self::NoSuchLanguage { .. } => Rule::NoSuchLanguage,
            Self::Twice { .. } => Rule::LanguageTwice,
            Self::NoDefault { .. } => Rule::DefaultLanguage,
            Self::UnknownLanguage { .. } => Rule::UnknownLanguage,
            Self::Wrong(WrongMessage::Plural) => Rule::MessagePlural,
            Self::Wrong(_) | Self::Format(_) => Rule::MessageSyntax,
            Self::Invisible(_) => Rule::InvisibleCharacter,
            Self::Lost { .. } => Rule::LostValue,
            Self::Unknown { .. } => Rule::UnknownValue,
            Self::NoColumn => Rule::NoMessage,
            Self::Untranslated { .. } => Rule::NoTranslation,
        }
    }
}

impl From<MessageFault> for Fault {
    fn from(fault: MessageFault) -> Self {
        Self::Message(fault)
    }
}
