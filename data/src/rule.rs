//! The catalogue of rules: every finding has one, and this is the only list of them.
//!
//! A rule is an id, what it finds, what to do about it, and whether it is a fact. A heuristic says which valid table it
//! could hit, and `allow(id)` lets that table pass. The long texts are for readers of the catalogue: a user's build
//! compiles ids and levels alone.

use std::fmt;

/// What a rule is certain of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It cannot be otherwise: two rows with one code, a cell that is not a number.
    Fact,
    /// Probable; `allow(id)` switches it off for a table that is meant as it is.
    Heuristic,
    /// Probable and legal: only `check` says it, and stops nothing.
    Note,
}

/// What a rule is about, for people who look it up.
#[cfg(feature = "readers")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// What it finds, in one sentence.
    pub finds: &'static str,
    /// What to do about it.
    pub cure: &'static str,
    /// Of a heuristic, the valid table that it could hit; else empty.
    pub hits: &'static str,
}

/// Declares the rules: the variant, its id and level, and with the feature `readers` what it is about.
macro_rules! rules {
    ($($rule:ident $id:literal $level:ident, $finds:literal, $cure:literal $(, $hits:literal)?;)*) => {
        /// What a finding is an instance of.
        #[allow(missing_docs, reason = "each is described where it is declared")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($rule,)* }

        /// All rules, in the order of the catalogue.
        pub static RULES: &[Rule] = &[$(Rule::$rule,)*];

        impl Rule {
            /// What `allow(…)`, findings and `explain` call it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// How certain it is.
            pub const fn level(self) -> Level {
                match self { $(Self::$rule => Level::$level,)* }
            }

            /// What it is about.
            #[cfg(feature = "readers")]
            pub const fn about(self) -> About {
                match self { $(Self::$rule => About { finds: $finds, cure: $cure, hits: concat!("", $($hits)?) },)* }
            }
        }
    };
}

// A rule: its name here, its id, its level; what it finds; what to do; for a heuristic the valid table that it could hit.
rules! {
    // Being sorted: every finding gets a rule of its own, and then this one goes.
    Unsorted "unsorted" Fact, "", "";

    // Codes.
    DuplicateCode "duplicate_code" Fact,
        "Two rows have the same code.",
        "Give one of them another code; if both names are right, write one in a column \"aliases\", or use `duplicates`.";
    LookAlike "look_alike" Heuristic,
        "A letter is of another script than the rest of its word, and looks the same.",
        "Type the word again.",
        "Codes that are written with an en dash or a minus sign on purpose.";
}

impl Rule {
    /// The rule of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        RULES.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether `allow(…)` can switch it off.
    pub fn can_be_allowed(self) -> bool {
        self.level() != Level::Fact
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_in_snake_case_with_an_underscore_and_unique() {
        let mut known = BTreeSet::new();
        for rule in RULES.iter().filter(|rule| **rule != Rule::Unsorted) {
            let id = rule.id();
            assert!(id.contains('_') && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{id}");
            assert!(known.insert(id), "{id} is there twice");
            assert_eq!(Rule::from_id(id), Some(*rule));
        }
    }

    #[cfg(feature = "readers")]
    #[test]
    fn a_rule_says_what_it_finds_and_a_heuristic_what_it_could_hit() {
        for rule in RULES.iter().filter(|rule| **rule != Rule::Unsorted) {
            let About { finds, cure, hits } = rule.about();
            assert!(finds.ends_with('.') && cure.ends_with('.'), "{rule}");
            assert_eq!(hits.is_empty(), rule.level() != Level::Heuristic, "{rule}");
        }
    }
}
