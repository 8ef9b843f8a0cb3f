//! What a column can be, and the headers that say so.

use std::fmt;

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

    /// Those whose texts may be in several languages.
    pub const SPOKEN: [Self; 4] = [Self::Message, Self::Reason, Self::Definition, Self::Tips];

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

    /// Whether a folded header says that its column is this role's.
    pub(crate) fn is_meant_by(self, folded: &str) -> bool {
        self.rank(folded).is_some()
    }

    /// How well a folded header says that its column is this role's: 0 before 1.
    pub(crate) fn rank(self, folded: &str) -> Option<usize> {
        let [first, second] = self.headers();
        let word = folded.trim_end_matches(['.', ':']);
        if has_word(first, folded) || (self == Self::Tips && folded.ends_with("tips")) {
            return Some(0);
        }
        if has_word(second, word) {
            return Some(1);
        }
        // What is known as a whole is that first: `Exit code` is an exit code, `Reason` no noun.
        let is_other = |role: &Self| *role != self && *role != Self::Message;
        if Self::ALL.into_iter().filter(is_other).any(|role| has_word(role.headers()[0], word)) {
            return None;
        }
        let after_noun = match self {
            Self::Code => "code codes no nr number num id #",
            Self::Name | Self::Reason | Self::Definition | Self::Tips => "",
            _ => return None,
        };
        let is_word = |word: &str| match after_noun {
            "" => has_word(first, word) || has_word(second, word),
            after_noun => has_word(after_noun, word),
        };
        without_noun(word).is_some_and(is_word).then_some(1)
    }

    /// The headers it is found by, folded, with a space between them: those that count first, and those that count
    /// where none of these is there. `description` and `text` are a matter of their neighbours.
    pub(crate) fn headers(self) -> [&'static str; 2] {
        match self {
            Self::Code => ["code statuscode", "number id codes errno no nr #"],
            Self::Name => ["name identifier symbol", "symbolname codename constant mnemonic"],
            Self::Reason => ["reason reasonphrase phrase title shortname", ""],
            Self::Definition => [
                "definition meaning message explanation",
                "details comment comments remark remarks longdescription fulldescription",
            ],
            Self::Tips => [
                "tips tip support remedy remediation action",
                "solution solutions resolution fix fixes howtofix whattodo actions recommendedaction recommendedactions \
                 correctiveaction correctiveactions nextsteps supportsteps troubleshooting troubleshootingsteps remedies",
            ],
            Self::Reference => ["reference ref rfc url link", ""],
            Self::Class => ["class category group", ""],
            Self::Aliases => ["alias aliases", ""],
            Self::Deprecated => ["deprecated", ""],
            Self::Http => ["http httpstatus httpcode", ""],
            Self::Grpc => ["grpc grpcstatus grpccode", ""],
            Self::Exit => ["exit exitstatus exitcode", ""],
            Self::Message => ["message errormessage messagetemplate", ""],
        }
    }

    /// The headers that a misspelt one may have been meant for.
    pub(crate) fn first_headers(self) -> impl Iterator<Item = &'static str> {
        let also = if self == Self::Code { "number id" } else { "" };
        self.headers()[0].split_ascii_whitespace().chain(also.split_ascii_whitespace())
    }
}

/// Whether a list of words has this one.
fn has_word(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

/// Nouns that do not count in front of a header: `Fault No.`, `Alarm text`.
const NOUNS: &str =
    "error fault alarm event warning status result return response reason message exit trouble diagnostic";

/// A folded header without the noun in front of it.
pub(crate) fn without_noun(folded: &str) -> Option<&str> {
    let mut nouns = NOUNS.split(' ');
    nouns.find_map(|noun| folded.strip_prefix(noun)).filter(|rest| !rest.is_empty())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_what_its_column_is() {
        let cases = [
            ("Code", "code 0"),
            ("Status code", "code 0"),
            ("Error Code", "code 1"),
            ("Fault No.", "code 1"),
            ("Event ID", "code 1"),
            ("alarm_nr", "code 1"),
            ("Trouble codes", "code 1"),
            ("Diagnostic number", "code 1"),
            ("Reason code", "code 1"),
            ("errno", "code 1"),
            ("No.", "code 1"),
            ("#", "code 1"),
            ("id", "code 1"),
            ("name", "name 0"),
            ("Error name", "name 1"),
            ("Mnemonic", "name 1"),
            ("Symbol Name", "name 1"),
            ("Reason", "reason 0"),
            ("Reason phrase", "reason 0"),
            ("Alarm title", "reason 1"),
            ("Message", "definition 0, message 0"),
            ("Error Message", "definition 1, message 0"),
            ("Fault message", "definition 1"),
            ("Remarks", "definition 1"),
            ("Long description", "definition 1"),
            ("Fix", "tips 1"),
            ("What to do", "tips 1"),
            ("Fault remedy", "tips 1"),
            ("Camera tips", "tips 0"),
            ("Exit code", "exit 0"),
            ("HTTP code", "http 0"),
            // Columns of their own.
            ("Value", ""),
            ("Status", ""),
            ("Error", ""),
            ("Type", ""),
            ("Level", ""),
            ("Line", ""),
            ("Action item", ""),
            ("Notes", ""),
            ("Code of conduct", ""),
            ("Cause", ""),
            ("Causes", ""),
            ("Warning level", ""),
            ("Nothing", ""),
            ("Model no", ""),
            ("", ""),
        ];
        for (header, expected) in cases {
            let mut found = Vec::new();
            for role in Role::ALL {
                if let Some(rank) = role.rank(&fold(header)) {
                    found.push(format!("{role} {rank}"));
                }
            }
            assert_eq!(found.join(", "), expected, "{header}");
        }
    }
}
