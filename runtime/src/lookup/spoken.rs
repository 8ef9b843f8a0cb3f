//! What the rows of a table say: cells as they are, since a row has no fields.

use core::fmt::{self, Display, Formatter, Write};

use super::say::column_for;
use super::tables::Tables;
use super::texts::{Narrow, Texts};
use crate::docs::StatusDoc;
use crate::language::Language;
use crate::lookup::TranslatedRole;
use crate::sentence::Sentence;
use crate::shown::pad;
use crate::template::{Template, plain};

/// The messages of a table.
pub struct Spoken {
    /// Each tag with its column.
    pub tags: &'static [(Language, u8)],
    /// How many columns there are.
    pub columns: usize,
    /// The cells, row by row and in each row column by column; an empty one is not there.
    pub texts: Texts,
    /// The values that the messages in the default language show, row by row.
    pub names: &'static [&'static str],
    /// Where those of each row end; the first entry is 0.
    pub ends: Narrow,
    /// Whether something is wrong with the table, which is reported: then nothing else is.
    pub is_reported: bool,
}

impl Spoken {
    /// A table without messages.
    pub const NONE: &'static Self = &Self {
        tags: &[],
        columns: 0,
        texts: Texts::Slices(&[]),
        names: &[],
        ends: Narrow::U8(&[]),
        is_reported: true,
    };

    #[inline]
    pub(crate) const fn text(&self, row: usize, column: usize) -> &'static str {
        if self.columns == 0 { "" } else { self.texts.get(row * self.columns + column) }
    }

    #[inline]
    pub(crate) const fn names(&self, row: usize) -> &'static [&'static str] {
        if self.columns == 0 {
            return &[];
        }
        let (start, end) = (self.ends.get(row), self.ends.get(row + 1));
        self.names.split_at(end).0.split_at(start).1
    }

    /// The column that says a row in a language, or in the default one; `None` if none does.
    #[inline]
    pub(crate) fn column(&self, row: usize, language: Option<Language>) -> Option<usize> {
        column_for(self.tags, language, &|column| !self.text(row, column).is_empty())
    }

    #[inline]
    pub(crate) fn tag(&self, column: usize) -> Option<Language> {
        self.tags.iter().find(|(_, other)| usize::from(*other) == column).map(|(tag, _)| *tag)
    }
}

/// The texts of a role in other languages than the default one.
pub struct Translations {
    /// Which texts they are.
    pub role: TranslatedRole,
    /// How many columns there are, the default one among them.
    pub columns: usize,
    /// The cells, row by row and in each row column by column; an empty one is not there.
    pub texts: Texts,
}

/// The message of a row.
#[inline]
pub const fn template<T: Tables>(row: usize) -> Template {
    Template::new(T::SPOKEN, row, T::REASONS.get(row))
}

/// Writes what a row says without any values, or the phrase.
#[inline]
pub fn write_row<T: Tables>(row: usize, language: Option<Language>, f: &mut Formatter<'_>) -> fmt::Result {
    let spoken = T::SPOKEN;
    match spoken.column(row, language).filter(|_| spoken.names(row).is_empty()) {
        Some(column) => pad(f, format_args!("{}", Unfilled(spoken.text(row, column)))),
        None => f.pad(T::REASONS.get(row)),
    }
}

/// The language of what `write_row` writes.
#[inline]
pub fn row_language<T: Tables>(row: usize, language: Language) -> Option<Language> {
    let spoken = T::SPOKEN;
    spoken.tag(spoken.column(row, Some(language)).filter(|_| spoken.names(row).is_empty())?)
}

/// The doc of a row, each text in the language if it has it.
#[inline]
pub fn docs_of_row<T: Tables>(mut doc: StatusDoc<T::Code>, row: usize, language: Language) -> StatusDoc<T::Code> {
    for translations in T::TRANSLATIONS {
        let text = |column: usize| translations.texts.get(row * translations.columns + column);
        let has = |column: usize| column > 0 && !text(column).is_empty();
        let Some(column) = column_for(T::TAGS, Some(language), &has).filter(|column| *column > 0) else { continue };
        super::say::put(&mut doc, translations.role, text(column));
    }
    doc
}

struct Unfilled(&'static str);

impl Display for Unfilled {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_pieces(self.0, &|_, _| None, f)
    }
}

/// Writes the text of a cell with its values, padded as a whole. A value that there is none of is written as the cell has
/// it.
#[inline]
pub(crate) fn write_text(
    text: &str,
    value: &dyn Fn(&str, &mut Formatter<'_>) -> Option<fmt::Result>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    pad(f, format_args!("{}", Written { text, value }))
}

struct Written<'w> {
    text: &'w str,
    value: &'w dyn Fn(&str, &mut Formatter<'_>) -> Option<fmt::Result>,
}

impl Display for Written<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_pieces(self.text, self.value, f)
    }
}

/// The cell is a message, which the macro has checked.
#[inline]
fn write_pieces(
    text: &str,
    value: &dyn Fn(&str, &mut Formatter<'_>) -> Option<fmt::Result>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    let mut rest = text;
    while let Some((before, from)) = rest.find(['{', '}']).and_then(|at| rest.split_at_checked(at)) {
        f.write_str(before)?;
        if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
            f.write_char(if from.starts_with('{') { '{' } else { '}' })?;
            rest = after;
            continue;
        }
        let Some((inside, after)) = from.get(1..).and_then(|inner| inner.split_once('}')) else { break };
        rest = after;
        let name = inside.trim();
        if name.starts_with('-') {
            continue;
        }
        match value(name, f) {
            Some(written) => written?,
            None => write!(f, "{{{name}}}")?,
        }
    }
    f.write_str(rest)
}

/// Stops the build if a value of a message is not given, or one is given that it does not show.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn takes(template: Template, given: &[&str]) {
    if template.is_reported() {
        return;
    }
    let names = template.names();
    let mut index = 0;
    while index < names.len() {
        if !has(given, names[index]) {
            let sentence = Sentence::new("the message shows {").and(names[index]).and("}; give it a value");
            panic!("{}", sentence.as_str());
        }
        index += 1;
    }
    let mut index = 0;
    while index < given.len() {
        if !has(names, plain(given[index])) {
            let sentence = Sentence::new("the message does not show {").and(plain(given[index])).and("}");
            panic!("{}", sentence.as_str());
        }
        index += 1;
    }
}

/// Whether a name is among those that are given.
#[inline]
const fn has(given: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < given.len() {
        if is_same(plain(given[index]), name) {
            return true;
        }
        index += 1;
    }
    false
}

#[inline]
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Stops the build if the message of a row shows a value that the variant of a derive does not have, or cannot display.
/// `before` and `after` are the sentence around its name.
///
/// # Panics
///
/// In that case, in a constant.
#[track_caller]
#[inline]
pub const fn has_values(template: Template, has: &[(&str, bool)], [before, lacking, hidden]: [&str; 3]) {
    if template.is_reported() {
        return;
    }
    let names = template.names();
    let mut index = 0;
    while index < names.len() {
        let mut found = None;
        let mut at = 0;
        while at < has.len() {
            if is_same(has[at].0, names[index]) {
                found = Some(has[at].1);
            }
            at += 1;
        }
        let after = match found {
            Some(true) => "",
            Some(false) => hidden,
            None => lacking,
        };
        if !after.is_empty() {
            let sentence = Sentence::new(before).and(names[index]).and(after);
            panic!("{}", sentence.as_str());
        }
        index += 1;
    }
}

/// Writes what a row says with the values of a variant.
#[inline]
pub fn say_row(
    template: Template,
    language: Option<Language>,
    value: &dyn Fn(&str, &mut Formatter<'_>) -> Option<fmt::Result>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    let template = match language {
        Some(language) => template.in_language(language),
        None => template,
    };
    template.write(value, f)
}

/// A field that a message may show, if it can be displayed: found out without a bound. What falls back has to be in scope.
pub struct Field<'v, T: ?Sized>(pub &'v T);

impl<T: Display + ?Sized> Field<'_, T> {
    /// Whether it can be displayed.
    pub const IS_SHOWN: bool = true;

    /// Displays it.
    #[inline]
    pub fn show(&self, f: &mut Formatter<'_>) -> Option<fmt::Result> {
        Some(write!(f, "{}", self.0))
    }
}

/// What [`Field`] falls back to.
pub trait Undisplayed {
    /// Whether it can be displayed.
    const IS_SHOWN: bool = false;

    /// Displays nothing.
    #[inline]
    fn show(&self, _: &mut Formatter<'_>) -> Option<fmt::Result> {
        None
    }
}

impl<T: ?Sized> Undisplayed for Field<'_, T> {}
