//! What a column can be, and the headers that say so.

use std::fmt;

use crate::reference::{REFERENCES, Reference};

/// What a column can be found to be by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The status code.
    Code,
    /// The variant's name.
    Name,
    /// The reason phrase.
    Reason,
    /// What it means.
    Definition,
    /// What to do about it.
    Tips,
    /// Where it is specified.
    Reference,
    /// The status class.
    Class,
    /// Other phrases.
    Aliases,
    /// Whether it should not be used any more.
    Deprecated,
    /// The HTTP status that a bridge answers; looked for only on request, as are the next two.
    Http,
    /// The gRPC status code.
    Grpc,
    /// The exit code of a process.
    Exit,
    /// What a program says, with `{name}` where a value is shown; looked for on request too.
    Message,
}

impl Role {
    /// How many roles there are.
    pub const COUNT: usize = 13;

    /// All roles.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Code,
        Self::Name,
        Self::Reason,
        Self::Definition,
        Self::Tips,
        Self::Reference,
        Self::Class,
        Self::Aliases,
        Self::Deprecated,
        Self::Http,
        Self::Grpc,
        Self::Exit,
        Self::Message,
    ];

    /// The role of that name, as it is written in a table's body.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// The role's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Reason => "reason",
            Self::Definition => "definition",
            Self::Tips => "tips",
            Self::Reference => "reference",
            Self::Class => "class",
            Self::Aliases => "aliases",
            Self::Deprecated => "deprecated",
            Self::Http => "http",
            Self::Grpc => "grpc",
            Self::Exit => "exit",
            Self::Message => "message",
        }
    }

    /// Whether it is looked for only where something asks for it: "Exit" is also a door.
    pub fn is_on_request(self) -> bool {
        matches!(self, Self::Http | Self::Grpc | Self::Exit | Self::Message)
    }

    /// The reference whose codes a role's cells are, of a role that a bridge answers with.
    pub fn reference(self) -> Option<&'static Reference> {
        REFERENCES.iter().find(|reference| reference.answers == Some(self))
    }

    /// Whether a folded header says that its column is this role's.
    pub(crate) fn is_meant_by(self, folded: &str) -> bool {
        self.headers().contains(&folded) || (self == Self::Tips && folded.ends_with("tips"))
    }

    /// The headers it is found by, folded. `description` is a matter of its neighbours.
    pub(crate) fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["code", "statuscode", "number", "id"],
            Self::Name => &["name", "identifier", "symbol"],
            Self::Reason => &["reason", "reasonphrase", "phrase", "title", "shortname"],
            Self::Definition => &["definition", "meaning", "message", "explanation"],
            Self::Tips => &["tips", "tip", "support", "remedy", "remediation", "action"],
            Self::Reference => &["reference", "ref", "rfc", "url", "link"],
            Self::Class => &["class", "category", "group"],
            Self::Aliases => &["alias", "aliases"],
            Self::Deprecated => &["deprecated"],
            Self::Http => &["http", "httpstatus", "httpcode"],
            Self::Grpc => &["grpc", "grpcstatus", "grpccode"],
            Self::Exit => &["exit", "exitstatus", "exitcode"],
            Self::Message => &["message", "errormessage", "messagetemplate"],
        }
    }
}

/// A header as it is compared: case, spaces, `_` and `-` do not count.
pub(crate) fn fold(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
