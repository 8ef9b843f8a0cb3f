//! What the codes of a table look like.

use crate::code::CodeType;
use crate::number;
use crate::sheet::Sheet;
use crate::text;
use crate::wanted::Wanted;

/// What they look like.
#[derive(Clone, Copy)]
pub(crate) enum Codes {
    Numbers,
    Texts {
        /// At least half of them have a digit.
        have_digits: bool,
        /// All but a few have no space.
        have_no_spaces: bool,
        /// A row needs more than its code.
        are_never_alone: bool,
    },
}

impl Codes {
    pub(crate) fn new(sheet: &Sheet, column: usize, wanted: &Wanted) -> Self {
        match wanted.code {
            CodeType::Int(_) => Self::Numbers,
            CodeType::Text => {
                let (mut rows, mut digits, mut spaces) = (0, 0, 0);
                for record in sheet.records() {
                    let text = record.text(column);
                    rows += 1;
                    digits += usize::from(text::has_digit(text));
                    spaces += usize::from(text::has(text, |byte| byte == ' '));
                }
                Self::Texts {
                    have_digits: digits * 2 >= rows,
                    have_no_spaces: spaces * 4 < rows,
                    are_never_alone: wanted.needs_names && wanted.names.is_none(),
                }
            }
        }
    }

    pub(crate) fn are_never_alone(self) -> bool {
        match self {
            Self::Numbers => true,
            Self::Texts { are_never_alone, .. } => are_never_alone,
        }
    }

    /// Whether a text can be a code of the table, right or wrong.
    pub(crate) fn can_be(self, text: &str) -> bool {
        match self {
            Self::Numbers => begins_with_number(text),
            Self::Texts { have_digits, have_no_spaces, .. } => {
                let is_like_the_others = !have_digits || text::has_digit(text);
                is_like_the_others && !(have_no_spaces && text.contains(' '))
            }
        }
    }
}

/// A number, whatever is written after it: `30 seconds`.
fn begins_with_number(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|first| number::plain_integer(first).is_some())
}
