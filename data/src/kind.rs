//! What the cells of a typed column are: how a kind is called, how a cell becomes a value, what an empty cell
//! is, and how a value is shown. A new kind begins here; the compiler finds the templates that it needs.

use crate::code::IntType;
use crate::number::{self, Mark, Misread};
use crate::text;

/// The kind of a column's cells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `yes`/`no` and their kin.
    Bool,
    /// A fixed-width integer.
    Int(IntType),
    /// `f32` (32) or `f64` (64).
    Float(u32),
    /// One character.
    Char,
    /// Any text.
    Text,
    /// A variant of an enum.
    Category(Variants),
}

/// Which variants the enum of a column has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Variants {
    /// One for each distinct cell.
    Open,
    /// Those that the user lists; another cell is a finding.
    Closed(Vec<Choice>),
    /// Those of a type that the user has: only the compiler knows them.
    Theirs,
    /// Those of the HTTP reference: a cell may be the code, the phrase or both.
    HttpStatus,
}

/// An entry of a closed list: `Low`, or `Low = "1 - low"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// The variant.
    pub name: String,
    /// The text of its cells, where it is not the name.
    pub text: Option<String>,
}

/// The kinds that have a name, without the integers.
static NAMED: [(&str, Kind); 4] =
    [("bool", Kind::Bool), ("f32", Kind::Float(32)), ("f64", Kind::Float(64)), ("char", Kind::Char)];

/// The value of one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An empty cell of an optional column; also takes the place of a cell with a finding.
    None,
    /// A truth value.
    Bool(bool),
    /// An integer of the column's type.
    Int(i128),
    /// A finite number, written so that it parses back to itself.
    Float(String),
    /// One character.
    Char(char),
    /// A text.
    Text(String),
    /// The index of one of the column's categories.
    Category(usize),
}

impl Kind {
    /// The kind of that name in a table's body (`bool`, `u32`); `None` for any other name. A text is `&str` and a
    /// category is `enum Name` or a path, which are not names.
    pub fn named(name: &str) -> Option<Self> {
        let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, kind)| kind.clone());
        named.or_else(|| IntType::named(name).map(Self::Int))
    }

    /// The names of kinds, without those of integers.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(name, _)| *name)
    }

    /// The value of a cell that is not empty. A category is `Value::Text` here: which one it is depends on the
    /// other cells of the column.
    pub(crate) fn parse(&self, text: &str, mark: Mark) -> Result<Value, Misread> {
        match self {
            Self::Bool => boolean(text).map(Value::Bool).ok_or(Misread::Bool),
            Self::Int(int) => number::integer(text, *int).map(Value::Int),
            Self::Float(bits) => number::float(text, *bits, mark).map(Value::Float),
            Self::Char => {
                let mut chars = text.chars();
                match (chars.next(), chars.next()) {
                    (Some(only), None) => Ok(Value::Char(only)),
                    _ => Err(Misread::Char),
                }
            }
            Self::Text | Self::Category(_) => Ok(Value::Text(text.to_owned())),
        }
    }

    /// The value of an empty cell; `None` if the column needs one in every cell.
    pub(crate) fn when_empty(&self, optional: bool) -> Option<Value> {
        if optional {
            return Some(Value::None);
        }
        match self {
            Self::Bool => Some(Value::Bool(false)),
            Self::Text => Some(Value::Text(String::new())),
            Self::Int(_) | Self::Float(_) | Self::Char | Self::Category(_) => None,
        }
    }
}

/// A truth value as people and their spreadsheets write it: a German one writes `WAHR` by itself.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    // English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Danish, Finnish, Hungarian.
    const YES: &str = "yes y true 1 x \u{2713} \u{2714} \u{2611} ja j wahr oui vrai s\u{ed} si verdadero \
                       s\u{ec} vero sim verdadeiro waar tak prawda ano pravda sant sand kyll\u{e4} tosi igen \
                       igaz";
    const NO: &str = "no n false 0 \u{2717} \u{2718} \u{2610} nein falsch non faux falso n\u{e3}o nee onwaar \
                      nie fa\u{142}sz ne nepravda nej falskt falsk ei ep\u{e4}tosi nem hamis";
    let lower;
    let text = if text.is_ascii() {
        text
    } else {
        lower = text.to_lowercase();
        &lower
    };
    let is_word = |words: &str| words.split(' ').any(|word| text.eq_ignore_ascii_case(word));
    is_word(YES).then_some(true).or_else(|| is_word(NO).then_some(false))
}

/// What people write in a column of remarks where they have none.
pub(crate) fn is_no_remark(text: &str) -> bool {
    let text = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    boolean(text) == Some(false)
        || text::is_nothing(text)
        || ["na", "not deprecated"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_that_of_a_kind() {
        assert_eq!(Kind::names().collect::<Vec<_>>().join(" "), "bool f32 f64 char");
        assert_eq!(Kind::names().filter_map(Kind::named).count(), 4);
    }

    #[test]
    fn truth_in_the_languages_of_spreadsheets() {
        for yes in [
            "yes",
            "TRUE",
            "X",
            "WAHR",
            "ja",
            "VRAI",
            "oui",
            "VERDADERO",
            "s\u{ed}",
            "S\u{cd}",
            "VERO",
            "WAAR",
            "PRAWDA",
            "1",
        ] {
            assert_eq!(boolean(yes), Some(true), "{yes}");
        }
        for no in ["no", "FALSE", "FALSCH", "nein", "FAUX", "non", "FALSO", "ONWAAR", "FA\u{141}SZ", "nie", "0"] {
            assert_eq!(boolean(no), Some(false), "{no}");
        }
        for neither in ["maybe", "", "2", "-", "none", "yes and no"] {
            assert_eq!(boolean(neither), None, "{neither}");
        }
        for none in ["-", "none", "N/A", "nein", "FALSCH", "(none)", "NULL", "(null)", "\\N", "not deprecated"] {
            assert!(is_no_remark(none), "{none}");
        }
        assert!(!is_no_remark("use 410") && !is_no_remark("yes") && !is_no_remark("(use 410)"));
    }
}
