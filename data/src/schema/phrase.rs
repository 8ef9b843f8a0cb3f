//! What `description`, `message` and `text` are, which is a matter of their neighbours: a phrase or a definition.

use super::headers::Headers;
use crate::report::Report;
use crate::role::{Role, without_noun};
use crate::sheet::Sheet;
use crate::wanted::Wanted;

/// A header that may be the phrase's or the definition's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// `message` or `text`: the phrase beside a word for definitions.
    Message,
    Text,
    /// The phrase beside a definition, and else the definition.
    Description,
    /// A phrase if it is shorter than what is beside it.
    Meaning,
    /// `definition`, `explanation`.
    Definition,
    /// `details`, `remarks`.
    Details,
}

impl Word {
    fn of(folded: &str) -> Option<Self> {
        let word = folded.trim_end_matches(['.', ':']);
        let known = |word: &str| match word {
            "message" => Some(Self::Message),
            "text" => Some(Self::Text),
            "description" => Some(Self::Description),
            "meaning" => Some(Self::Meaning),
            "definition" | "explanation" => Some(Self::Definition),
            _ if Role::Definition.rank(word) == Some(1) => Some(Self::Details),
            _ => None,
        };
        known(word).filter(|found| *found != Self::Details).or_else(|| match without_noun(word) {
            Some(rest) if Role::Reason.rank(word) != Some(0) => known(rest),
            _ => known(word),
        })
    }
}

/// Decides it. `is_over` if there are phrases in a table below.
pub(super) fn decide(
    headers: &Headers<'_>,
    sheet: &Sheet,
    roles: &mut [Option<usize>; Role::COUNT],
    wanted: &Wanted,
    is_over: bool,
    report: &mut Report,
) {
    let is_looked_for = |role: Role| !wanted.is_mapped(role) && !wanted.replaces(role);
    let has = |role: Role| roles.get(role as usize).copied().flatten().is_some();
    let has_phrase = is_over || has(Role::Name) || has(Role::Reason) || wanted.has_header(Role::Name);
    let is_open = |role: Role| is_looked_for(role) && !has(role);
    let (reason, definition) = if has_phrase || !is_open(Role::Reason) {
        // Where no column is the definition, `description` is no phrase either.
        let is_reason_open = is_open(Role::Reason) && !wanted.is_without(Role::Definition);
        beside_a_phrase(headers, is_reason_open, is_open(Role::Definition), report)
    } else {
        without_a_phrase(headers, sheet, is_open(Role::Definition), report)
    };
    for (role, column) in [(Role::Reason, reason), (Role::Definition, definition)] {
        if let Some(slot) = roles.get_mut(role as usize).filter(|slot| slot.is_none() && column.is_some()) {
            *slot = column;
        }
    }
}

/// Where there is a name or a phrase already.
fn beside_a_phrase(
    headers: &Headers<'_>,
    is_reason_open: bool,
    is_definition_open: bool,
    report: &mut Report,
) -> (Option<usize>, Option<usize>) {
    let found = if is_definition_open { headers.ranked(Role::Definition, 0, report) } else { None };
    let called = |role: Role, report: &mut Report| headers.called("description", role, report);
    match found {
        None if is_definition_open => {
            let description = called(Role::Definition, report);
            (None, description.or_else(|| headers.first(|folded| Word::of(folded).is_some_and(Word::is_definition))))
        }
        _ if !is_reason_open => (None, found),
        Some(message) if headers.folded(message) == Some("message") => match called(Role::Definition, report) {
            Some(description) => (Some(message), Some(description)),
            None => (None, found),
        },
        _ => (called(Role::Reason, report), found),
    }
}

impl Word {
    /// Whether it may be found as a definition where no better word is.
    fn is_definition(self) -> bool {
        self != Self::Text
    }
}

/// Where no header is a name or a phrase.
fn without_a_phrase(
    headers: &Headers<'_>,
    sheet: &Sheet,
    is_definition_open: bool,
    report: &mut Report,
) -> (Option<usize>, Option<usize>) {
    let mut texts: Vec<(usize, Word)> = Vec::new();
    for (column, _) in headers.free() {
        if let Some(word) = headers.folded(column).and_then(Word::of) {
            texts.push((column, word));
        }
    }
    let of = |wanted: Word| texts.iter().find(|(_, word)| *word == wanted).map(|(column, _)| *column);
    let phrase = match texts.as_slice() {
        [] => return (None, None),
        [(only, _)] => return (Some(*only), None),
        _ => {
            let is_message = |word: Word| matches!(word, Word::Message | Word::Text);
            let message = texts.iter().find(|(_, word)| is_message(*word)).map(|(column, _)| *column);
            let is_alone = texts.iter().all(|(_, word)| is_message(*word));
            let description = of(Word::Description);
            let shorter = of(Word::Meaning).filter(|meaning| {
                texts.iter().all(|(other, _)| other == meaning || length(sheet, *meaning) < length(sheet, *other))
            });
            if is_alone { of(Word::Text).or(message) } else { message.or(shorter).or(description) }
        }
    };
    if !is_definition_open {
        return (phrase, None);
    }
    let is_left = |column: usize| Some(column) != phrase;
    // Of those left, an exact word for definitions first, and two of them are one too many.
    let exact = headers.ranked_among(Role::Definition, 0, is_left, report);
    let left =
        |wanted: Word| texts.iter().find(|(column, word)| *word == wanted && is_left(*column)).map(|text| text.0);
    let order = [Word::Description, Word::Definition, Word::Meaning, Word::Message, Word::Details];
    (phrase, exact.or_else(|| order.into_iter().find_map(left)))
}

/// The bytes of all cells of a column.
fn length(sheet: &Sheet, column: usize) -> usize {
    const ROWS: usize = 2_000;
    let mut length = 0;
    for record in sheet.records().take(ROWS) {
        length += record.text(column).len();
    }
    length
}
