//! What a column probably is that no header says.

use crate::code::CodeType;
use crate::index::Index;
use crate::name;
use crate::number;
use crate::role::{Role, fold, without_noun};
use crate::sheet::{Record, Sheet};
use crate::text;

/// How many rows are looked at.
const ROWS: usize = 2_000;

/// The last words of headers of codes, in the languages of public tables; and how such a word ends that is several in one.
const LAST_WORDS: &str = "code codes codigo c\u{f3}digo codice kod no nr num number nummer numero num\u{e9}ro n\u{fa}mero n\u{ba} n\u{b0} id \u{2116} errno";
const ENDINGS: &str = "code codes codigo codice kod nr number nummer numero";

/// Whether a header sounds like that of codes: `Fehler-Nr.`, `Alarm Code`, `errno`; not `Grid`, `Casino`.
pub(super) fn sounds_like_code(header: &str) -> bool {
    let is_end = |c: char| c.is_ascii_punctuation() || c.is_whitespace();
    let header = header.trim_end_matches(is_end);
    let mut word = header.rsplit(is_end).next().unwrap_or_default();
    // `AlarmId`
    for (place, c) in word.char_indices() {
        if c.is_uppercase() && word.get(..place).is_some_and(|before| before.ends_with(char::is_lowercase)) {
            word = word.get(place..).unwrap_or_default();
            break;
        }
    }
    let word = fold(word);
    let is_known = |word: &str| LAST_WORDS.split(' ').any(|known| known == word);
    is_known(&word)
        || without_noun(&word).is_some_and(is_known)
        || ENDINGS.split(' ').any(|ending| word.ends_with(ending))
}

/// Of the `free` columns, each with its header, the one whose header sounds like that of codes, or the only one whose
/// cells can be codes.
pub(super) fn code_column(free: &[(usize, &str)], sheet: &Sheet, code: CodeType) -> Option<usize> {
    let sounding: Vec<usize> =
        free.iter().filter(|(_, text)| sounds_like_code(text)).map(|(index, _)| *index).collect();
    if let Some(column) = sounding.iter().find(|column| are_codes(sheet.records(), **column, code)) {
        return Some(*column);
    }
    if let [only] = sounding[..] {
        return Some(only);
    }
    let mut fitting = free.iter().map(|(index, _)| *index).filter(|column| are_codes(sheet.records(), *column, code));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// Whether nearly all cells of a column are codes, and no two the same.
pub(super) fn are_codes<'s>(records: impl Iterator<Item = Record<'s>>, column: usize, code: CodeType) -> bool {
    let (mut rows, mut wrong) = (0, 0);
    let mut seen = Index::new();
    for record in records.take(ROWS) {
        let text = record.text(column);
        rows += 1;
        if !is_code(text, code) {
            wrong += 1;
        } else if !seen.add(text) {
            return false;
        }
    }
    rows > 0 && wrong * 5 <= rows
}

fn is_code(text: &str, code: CodeType) -> bool {
    match code {
        CodeType::Int(_) => number::plain_integer(text).is_some(),
        CodeType::Text => text.len() <= 32 && !text::has(text, char::is_whitespace) && text::has_digit(text),
    }
}

/// How the headers of names and phrases end.
const WORDS: &str = "name names title text texts message messages phrase reason description meaning label summary \
                     bezeichnung text kurztext meldung beschreibung titel libell\u{e9} nombre nom descripci\u{f3}n";

/// The column that names the rows: by a word of its header; else the one whose cells can do so, of several the one with
/// the shortest texts, and those right of the code before those left of it.
pub(super) fn phrase_column(
    free: &[(usize, &str)],
    sheet: &Sheet,
    code: usize,
    definition: Option<usize>,
    is_used: impl Fn(usize) -> bool,
) -> Option<usize> {
    const FEW: usize = 5;
    let mut best: Option<([bool; 2], usize, usize)> = None;
    for (column, text) in free {
        if is_used(*column) || Role::Code.is_meant_by(&fold(text)) {
            continue;
        }
        let last = text.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
        let is_word = last.is_some_and(|last| WORDS.split(' ').any(|word| word == last.to_lowercase()));
        let Some(length) = phrase_length(sheet.records(), *column) else { continue };
        if is_word {
            return Some(*column);
        }
        // A few rows are no measure of length.
        let length = if sheet.records.len() < FEW { 0 } else { length };
        let found = ([Some(*column) == definition, *column < code], length, *column);
        if best.is_none_or(|best| found < best) {
            best = Some(found);
        }
    }
    best.map(|(_, _, column)| column)
}

/// The length of all texts of a column, if nearly all cells can name a row and few are the same.
pub(super) fn phrase_length<'s>(records: impl Iterator<Item = Record<'s>>, column: usize) -> Option<usize> {
    let (mut rows, mut wrong, mut length) = (0, 0, 0);
    let mut seen = Index::new();
    for record in records.take(ROWS) {
        let text = record.text(column);
        rows += 1;
        length += text.len();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_name = text::has(text, char::is_alphabetic) && digits * 2 < text.len();
        wrong += usize::from(!is_name || !seen.add(text));
    }
    (rows > 0 && wrong * 5 <= rows).then_some(length)
}

/// A header that nearly means one of the roles.
pub(super) fn close_to(free: &[(usize, &str)], roles: &[Role]) -> Option<usize> {
    let known = || roles.iter().flat_map(|role| role.first_headers());
    let is_close = |(_, text): &&(usize, &str)| name::closest(&fold(text), known()).is_some();
    free.iter().find(is_close).map(|(index, _)| *index)
}
