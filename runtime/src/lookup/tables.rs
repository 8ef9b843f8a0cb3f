//! The tables of an emitted enum, as constants of a trait.
//!
//! Whenever a crate is checked, the compiler evaluates each static and each free constant, and also every constant that
//! a non-generic function refers to. A trait constant that only generic functions refer to is evaluated only where code
//! is generated for it. So the enum's own methods do not refer to these constants; they call the functions here.

use super::codes::{CodeIndex, at_distance, by_distance, pick};
use super::keys::{KeyIndex, Phrases};
use super::parse::{parse_row, row_of_text};
use super::spoken::{Spoken, Translations};
use super::texts::{Narrow, Texts};
use crate::HttpStatus;
use crate::docs::{Detail, StatusDoc};
use crate::language::Language;
use crate::link::Link;
use crate::table::{Iter, StatusTable};

/// How a code leads to a row, and the row to its status.
///
/// A derived table has nothing else; its texts are those of its variants.
pub trait Codes: StatusTable {
    /// A small table with codes close to each other: the status of each code from the least on, and
    /// one gap after them.
    const STATUSES: &'static [Option<Self>] = &[];
    /// A small table: the status of each row, and after them at least one gap, up to a power of two.
    const BY_ROW: &'static [Option<Self>] = &[];
    /// Integer code → row.
    const BY_CODE: CodeIndex = CodeIndex::Sequence { first: 0 };
    /// Codes that are texts.
    const CODES: Texts = NONE;
    /// The same as one text, where they are slices.
    const CODE_TEXTS: Texts = Self::CODES;
    /// Such a code → row.
    const BY_TEXT: KeyIndex = KeyIndex::NONE;
}

/// What `status_table!` emits for a table besides its codes.
pub trait Tables: Codes {
    /// The names of the variants.
    const NAMES: Texts = NONE;
    /// Name → row.
    const BY_NAME: KeyIndex = KeyIndex::NONE;
    /// The reason phrases.
    const REASONS: Texts = NONE;
    /// The reason phrases and then the aliases.
    const PHRASE_TEXTS: Texts = NONE;
    /// Phrase or alias → row.
    const PHRASES: Phrases = Phrases::NONE;
    /// The definitions.
    const DEFINITION: Texts = NONE;
    /// The tips, `""` for none.
    const TIPS: Texts = NONE;
    /// The references, `""` for none.
    const REFERENCE: Texts = NONE;
    /// The class of each row.
    const CLASS: Narrow = NO_NUMBERS;
    /// The HTTP status of each row plus one, 0 for none. A table has it only if a bridge asks for it.
    const HTTP: Narrow = NO_NUMBERS;
    /// The same for gRPC codes.
    const GRPC: Narrow = NO_NUMBERS;
    /// The same for exit codes.
    const EXIT: Narrow = NO_NUMBERS;
    /// The template of each code's page.
    const LINK: Option<&'static str> = None;
    /// What the rows say.
    const SPOKEN: &'static Spoken = Spoken::NONE;
    /// The languages of the table, each tag with its column.
    const TAGS: &'static [(Language, u8)] = &[];
    /// The other texts in other languages.
    const TRANSLATIONS: &'static [Translations] = &[];
    /// The texts of [`PHRASES`](Self::PHRASES)' aliases.
    const ALIASES: &'static [&'static str] = &[];
    /// The rows that are deprecated, in ascending order.
    const DEPRECATED: Narrow = Narrow::U8(&[]);
    /// The reason for each of these.
    const DEPRECATIONS: Texts = NONE;
    /// Any status, of a table with findings: what is asked of it in constants says nothing further then.
    const STAND_IN: Option<Self> = None;
}

/// A column that a table does not have.
const NONE: Texts = Texts::Slices(&[]);

/// A column of numbers that a table does not have.
const NO_NUMBERS: Narrow = Narrow::U8(&[]);

#[inline]
const fn is_none(column: &Texts) -> bool {
    matches!(column, Texts::Slices([]))
}

/// Every status.
#[inline]
pub const fn all<T: StatusTable>() -> &'static [T] {
    T::ALL
}

/// The status of a row.
#[inline]
pub const fn status_at<T: StatusTable>(row: usize) -> Option<T> {
    pick(T::ALL, row)
}

/// The status of a row that was found, or of `usize::MAX`, in a small table: without a branch on which of them it is.
#[inline]
pub const fn status_found<T: Codes>(row: usize) -> Option<T> {
    // The length is a power of two, and the last one is a gap.
    T::BY_ROW[row & (T::BY_ROW.len() - 1)]
}

/// What [`Codes::BY_ROW`] refers to.
#[inline]
pub const fn by_row<T: Codes, const N: usize>() -> [Option<T>; N] {
    let mut found = [None; N];
    let mut row = 0;
    while row < T::ALL.len() {
        found[row] = Some(T::ALL[row]);
        row += 1;
    }
    found
}

/// Every status, by a function that has one for each row.
#[inline]
pub const fn iter<T>(count: usize, status_at: fn(usize) -> Option<T>) -> Iter<T> {
    Iter::new(count, status_at)
}

/// What [`Codes::STATUSES`] refers to, built from [`Codes::BY_CODE`].
#[inline]
pub const fn statuses<T: Codes, const N: usize>() -> [Option<T>; N] {
    match T::BY_CODE {
        CodeIndex::Direct { rows: Narrow::U8(rows), .. } => by_distance(T::ALL, rows),
        _ => [None; N],
    }
}

/// The status of the code at this distance from the smallest one.
#[inline]
pub const fn from_distance<T: Codes>(distance: u64) -> Option<T> {
    at_distance(T::STATUSES, distance)
}

/// The row of an integer code; beyond the table's end, or another code's row, if it has none.
#[inline]
pub const fn row_of_code<T: Codes>(code: u64) -> usize {
    T::BY_CODE.row(code)
}

/// The row of a code that is a text; `usize::MAX` if it has none.
#[inline]
pub const fn row_of_text_code<T: Codes>(code: &str) -> usize {
    T::BY_TEXT.find(&T::CODE_TEXTS, code)
}

/// The row of a name; `usize::MAX` if it has none.
#[inline]
pub const fn row_of_name<T: Tables>(name: &str) -> usize {
    if is_none(&T::NAMES) { usize::MAX } else { T::BY_NAME.find(&T::NAMES, name) }
}

/// The row of a phrase or alias; `usize::MAX` if it has none.
#[inline]
pub const fn row_of_phrase<T: Tables>(phrase: &str) -> usize {
    T::PHRASES.find(phrase)
}

/// The row that a text names in any way; `usize::MAX` if it names none.
#[inline]
pub fn row_of_any<T: Tables>(text: &str, row_of: fn(T) -> usize) -> usize {
    parse_row(text, &|code| row_of_text(code, row_of), &T::BY_NAME, &T::NAMES, &T::PHRASES)
}

/// Everything that the table says about a row.
#[inline]
pub const fn docs<T: Tables>(code: T::Code, row: usize) -> StatusDoc<T::Code> {
    StatusDoc {
        code,
        // A table that could not be read has no rows, which is said.
        name: if is_none(&T::NAMES) { "" } else { T::NAMES.get(row) },
        reason: if is_none(&T::REASONS) { "" } else { T::REASONS.get(row) },
        definition: if is_none(&T::DEFINITION) { "" } else { T::DEFINITION.get(row) },
        tips: if is_none(&T::TIPS) { None } else { T::TIPS.optional(row) },
        reference: if is_none(&T::REFERENCE) { None } else { T::REFERENCE.optional(row) },
        link: T::LINK,
        http: number(&T::HTTP, row),
        grpc: byte(&T::GRPC, row),
        exit: byte(&T::EXIT, row),
        detail: Detail::ByStatus,
    }
}

/// The number of a row, which is stored plus one.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the macro writes a status, which has three digits")]
const fn number(column: &Narrow, row: usize) -> Option<u16> {
    if column.count() == 0 { None } else { (column.get(row) as u16).checked_sub(1) }
}

/// The same for numbers up to 255.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the macro writes a code of at most 255")]
const fn byte(column: &Narrow, row: usize) -> Option<u8> {
    match number(column, row) {
        Some(number) => Some(number as u8),
        None => None,
    }
}

/// Whether something is wrong with the table, which is reported.
#[inline]
pub(crate) const fn is_reported<T: Tables>() -> bool {
    T::STAND_IN.is_some()
}

/// Stops the build with the message, that there is no such row; of a table with findings, any of its statuses.
///
/// # Panics
///
/// In the first case, in a constant.
#[track_caller]
#[inline]
pub const fn not_there<T: Tables>(message: &'static str) -> T {
    match T::STAND_IN {
        Some(status) => status,
        None => panic!("{}", message),
    }
}

/// What is asked of a status of a table without rows, whose build fails.
///
/// # Panics
///
/// Always.
#[inline]
pub const fn no_row() -> ! {
    panic!("the table has no rows")
}

/// The HTTP status of a row.
#[inline]
pub const fn http<T: Tables>(row: usize) -> Option<u16> {
    number(&T::HTTP, row)
}

/// The gRPC code of a row.
#[inline]
pub const fn grpc<T: Tables>(row: usize) -> Option<u8> {
    byte(&T::GRPC, row)
}

/// The exit code of a row.
#[inline]
pub const fn exit<T: Tables>(row: usize) -> Option<u8> {
    byte(&T::EXIT, row)
}

/// The page of a code.
#[inline]
pub const fn link<T: Tables>(code: T::Code) -> Link<T::Code> {
    let template = match T::LINK {
        Some(template) => template,
        None => "",
    };
    Link::new(template, code)
}

/// Everything that the HTTP reference says about one of its codes, in a constant.
#[inline]
pub const fn http_doc(code: u16) -> StatusDoc<u16> {
    docs::<HttpStatus>(code, row_of_code::<HttpStatus>(code as u64))
}

/// The code of a row whose code is a text.
#[inline]
pub const fn code<T: Codes>(row: usize) -> &'static str {
    T::CODES.get(row)
}

/// The name of a row.
#[inline]
pub const fn name<T: Tables>(row: usize) -> &'static str {
    T::NAMES.get(row)
}

/// The reason phrase of a row.
#[inline]
pub const fn reason<T: Tables>(row: usize) -> &'static str {
    T::REASONS.get(row)
}

/// The definition of a row.
#[inline]
pub const fn definition<T: Tables>(row: usize) -> &'static str {
    T::DEFINITION.get(row)
}

/// The tips of a row.
#[inline]
pub const fn tips<T: Tables>(row: usize) -> Option<&'static str> {
    T::TIPS.optional(row)
}

/// The reference of a row.
#[inline]
pub const fn reference<T: Tables>(row: usize) -> Option<&'static str> {
    T::REFERENCE.optional(row)
}

/// Which class a row is of.
#[inline]
pub const fn class<T: Tables>(row: usize) -> usize {
    T::CLASS.get(row)
}

/// What [`Tables::ALIASES`] refers to: slices of a single text, so that they take no bytes of their own.
#[inline]
pub const fn alias_texts<T: Tables, const N: usize>() -> [&'static str; N] {
    slices(&T::PHRASES.aliases, T::PHRASES.first_alias())
}

/// What [`Tables::REASONS`] refers to in a small table, in the same way.
#[inline]
pub const fn reason_texts<T: Tables, const N: usize>() -> [&'static str; N] {
    slices(&T::PHRASE_TEXTS, 0)
}

/// What [`Codes::CODES`] refers to.
#[inline]
pub const fn code_texts<T: Codes, const N: usize>() -> [&'static str; N] {
    slices(&T::CODE_TEXTS, 0)
}

/// Some texts of a column, from a row on.
#[inline]
const fn slices<const N: usize>(column: &Texts, first: usize) -> [&'static str; N] {
    let mut texts = [""; N];
    let mut at = 0;
    while at < N {
        texts[at] = column.get(first + at);
        at += 1;
    }
    texts
}

/// The aliases of a row, which are adjacent.
#[inline]
pub const fn aliases<T: Tables>(row: usize) -> &'static [&'static str] {
    let rows = &T::PHRASES.alias_rows;
    let (first, last) = (first_from(rows, row), first_from(rows, row + 1));
    T::ALIASES.split_at(last).0.split_at(first).1
}

/// Why a row is deprecated, if it is; `""` without a reason.
#[inline]
pub const fn deprecation<T: Tables>(row: usize) -> Option<&'static str> {
    let place = first_from(&T::DEPRECATED, row);
    if place < T::DEPRECATED.count() && T::DEPRECATED.get(place) == row {
        Some(T::DEPRECATIONS.get(place))
    } else {
        None
    }
}

/// Whether a row is deprecated.
#[inline]
pub const fn is_deprecated<T: Tables>(row: usize) -> bool {
    deprecation::<T>(row).is_some()
}

/// Why a row is deprecated, where the table says.
#[inline]
pub const fn deprecation_note<T: Tables>(row: usize) -> Option<&'static str> {
    match deprecation::<T>(row) {
        Some(note) if !note.is_empty() => Some(note),
        _ => None,
    }
}

/// Where the rows from `row` on begin in a list of ascending rows.
#[inline]
const fn first_from(rows: &Narrow, row: usize) -> usize {
    let (mut from, mut to) = (0, rows.count());
    while from < to {
        let middle = usize::midpoint(from, to);
        if rows.get(middle) < row {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    /// What the constants of the reference hold, computed again.
    #[test]
    fn arrays_are_filled_at_run_time_as_in_constants() {
        const STATUSES: usize = <HttpStatus as Codes>::STATUSES.len();
        const ALIASES: usize = <HttpStatus as Tables>::ALIASES.len();
        for (code, status) in (100..).zip(statuses::<HttpStatus, STATUSES>()) {
            let expected = HttpStatus::ALL.iter().copied().find(|status| status.code() == code);
            assert_eq!(status, expected, "{code}");
        }
        let texts = alias_texts::<HttpStatus, ALIASES>();
        assert!(texts.contains(&"Payload Too Large"), "{texts:?}");
        let by_row: Vec<&str> = HttpStatus::ALL.iter().flat_map(|status| status.aliases()).copied().collect();
        assert_eq!(texts.as_slice(), by_row);
    }

    #[test]
    fn a_number_is_stored_plus_one() {
        let column = Narrow::Bytes16(b"\0\0\x01\0\x06\0\xf8\x01");
        assert_eq!([0, 1, 2, 3].map(|row| number(&column, row)), [None, Some(0), Some(5), Some(503)]);
        assert_eq!([0, 1, 2].map(|row| byte(&column, row)), [None, Some(0), Some(5)]);
        assert_eq!((number(&NO_NUMBERS, 0), byte(&NO_NUMBERS, 7)), (None, None));
    }
}
