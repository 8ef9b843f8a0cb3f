//! Every word of `#[status(…)]`: what it is called, where it belongs, what it takes, where its value goes.
//!
//! A new word needs a row of [`WORDS`], a field, and code that uses the field. What users read about words follows from
//! the row: did-you-mean, "given twice", "belongs on …", what is allowed. A test compares the tables of words in
//! rustdoc with it.

mod takes;
#[cfg(test)]
mod tests;

use proc_macro2::Span;
use status_docs_data::name;
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Path, Type};

use super::errors::{Errors, unknown};
use super::syntax::{Argument, CodeLit, Entry};
use super::table::TableWords;
use takes::Takes;
pub(crate) use takes::plain;

/// What a `#[status(…)]` is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// An enum of `status_table!`.
    Table,
    /// An enum that derives.
    Enum,
    /// A struct that derives: it is a single status, so it also takes the words of a variant.
    Struct,
    /// A variant of such an enum.
    Variant,
}

/// A row of [`WORDS`].
pub(crate) struct Word {
    name: &'static str,
    places: &'static [Place],
    takes: Takes,
    /// How it is written.
    example: &'static str,
    /// It is about the file of `csv`.
    needs_file: bool,
}

/// What the words of one `#[status(…)]` say.
#[derive(Default)]
pub(crate) struct Words {
    /// The words that were given, and where.
    given: Vec<(&'static Word, Span)>,
    /// There was also an unknown word, which may be a misspelling of any of them.
    pub(crate) has_unknown: bool,
    pub(crate) table: TableWords,
    pub(crate) without: Option<Vec<Ident>>,
    pub(crate) with: Option<Vec<Entry>>,
    pub(crate) doc_table: Option<bool>,
    pub(crate) doc_cards: Option<LitStr>,
    /// The macro that is called with all rows.
    pub(crate) each: Option<Path>,
    /// The enum whose rows a deriving type uses.
    pub(crate) rows_of: Option<Path>,
    /// Roles and the headers of their columns.
    pub(crate) columns: Option<Vec<(Ident, LitStr)>>,
    /// The type of the codes.
    pub(crate) code: Option<Type>,
    /// The row of all variants that do not name one.
    pub(crate) default: Option<RowName>,
    /// The word itself.
    pub(crate) exhaustive: Option<Ident>,
    /// Where the runtime crate is.
    pub(crate) krate: Option<Path>,
    /// The word itself.
    pub(crate) transparent: Option<Ident>,
    pub(crate) reason: Option<LitStr>,
    pub(crate) definition: Option<LitStr>,
    pub(crate) tips: Option<LitStr>,
    pub(crate) detail: Option<Detail>,
    /// The row of a variant, which needs no word.
    pub(crate) row: Option<RowName>,
}

/// Whether a value's own text is shown to clients.
pub(crate) enum Detail {
    Shown,
    Hidden,
    /// This text is shown in its place.
    Fixed(LitStr),
}

/// A row as the user names it.
pub(crate) enum RowName {
    Code(CodeLit),
    Name(Ident),
}

impl RowName {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Code(code) => code.span(),
            Self::Name(name) => name.span(),
        }
    }
}

/// About the table, for macro and derive alike.
const TABLE: &[Place] = &[Place::Table, Place::Enum, Place::Struct];
/// On a type that derives.
const TYPE: &[Place] = &[Place::Enum, Place::Struct];
/// About one status.
const STATUS: &[Place] = &[Place::Variant, Place::Struct];

/// All words, in the order in which errors list them.
pub(crate) static WORDS: &[Word] = &[
    word("csv", TABLE, Takes::Text(|w| &mut w.table.csv), "csv = \"tables/faults.csv\""),
    word("base", TABLE, Takes::TextOrTexts(|w| &mut w.table.base), "base = \"http\""),
    word("only", TABLE, Takes::Text(|w| &mut w.table.only), "only = \"4xx, 200, 300-304\""),
    word("skip", TABLE, Takes::Texts(|w| &mut w.table.skip), "skip(\"Unassigned\", \"Reserved\")"),
    word("names", TABLE, Takes::Text(|w| &mut w.table.names), "names = \"E{code}\""),
    word("link", TABLE, Takes::Text(|w| &mut w.table.link), "link = \"https://docs.example.com/errors/{code}\""),
    word("notation", TABLE, Takes::Choice(NOTATIONS, |w| &mut w.table.notation), "notation = \"hex\""),
    word("headers", TABLE, Takes::Texts(|w| &mut w.table.headers), "headers(\"code\", \"name\", \"definition\")")
        .of_file(),
    word("header_line", TABLE, Takes::Number(1..=u32::MAX, |w| &mut w.table.header_line), "header_line = 3").of_file(),
    word("delimiter", TABLE, Takes::Char(|w| &mut w.table.delimiter), "delimiter = ';'").of_file(),
    word("escape", TABLE, Takes::Char(|w| &mut w.table.escape), "escape = '\\\\'").of_file(),
    word("radix", TABLE, Takes::Number(16..=16, |w| &mut w.table.radix), "radix = 16").of_file(),
    word("duplicates", TABLE, Takes::Choice(&["alias"], |w| &mut w.table.duplicates), "duplicates = \"alias\"")
        .of_file(),
    word("columns", TYPE, Takes::Pairs(|w| &mut w.columns), "columns(code = \"Fault No.\", reason = \"Short name\")")
        .of_file(),
    word("without", &[Place::Table, Place::Enum], Takes::Names(|w| &mut w.without), "without(Display, FromStr)"),
    word("with", TABLE, Takes::Entries(|w| &mut w.with), "with(axum, utoipa)"),
    word("doc_table", &[Place::Table], Takes::Bool(|w| &mut w.doc_table), "doc_table = false"),
    word("doc_cards", &[Place::Table], Takes::Choice(&["plain"], |w| &mut w.doc_cards), "doc_cards = \"plain\""),
    word("each", &[Place::Table], Takes::Path(|w| &mut w.each), "each = crate::markers"),
    word("table", TYPE, Takes::Path(|w| &mut w.rows_of), "table = crate::Fault"),
    word("code", TYPE, Takes::Type(|w| &mut w.code), "code = u32, or code = str").of_file(),
    word("default", &[Place::Enum], Takes::Row(|w| &mut w.default), "default = InternalServerError"),
    word("exhaustive", &[Place::Enum], Takes::Flag(|w| &mut w.exhaustive), "exhaustive"),
    word("crate", TYPE, Takes::PathText(|w| &mut w.krate), "crate = \"path\""),
    word("transparent", STATUS, Takes::Flag(|w| &mut w.transparent), "transparent"),
    word("reason", STATUS, Takes::Text(|w| &mut w.reason), "reason = \"…\""),
    word("definition", STATUS, Takes::Text(|w| &mut w.definition), "definition = \"…\""),
    word("tips", STATUS, Takes::Text(|w| &mut w.tips), "tips = \"…\""),
    word("detail", STATUS, Takes::Detail(|w| &mut w.detail), "detail, or detail = false, or detail = \"…\""),
];

/// How `notation` says that codes are shown.
const NOTATIONS: &[&str] = &["decimal", "hex"];

const fn word(name: &'static str, places: &'static [Place], takes: Takes, example: &'static str) -> Word {
    Word { name, places, takes, example, needs_file: false }
}

impl Word {
    /// It is about the file of `csv`, and has no meaning without one.
    const fn of_file(mut self) -> Self {
        self.needs_file = true;
        self
    }

    fn is_at(&self, place: Place) -> bool {
        self.places.contains(&place)
    }
}

/// The words that are allowed at a place.
fn allowed(place: Place) -> impl Iterator<Item = &'static str> + Clone {
    WORDS.iter().filter(move |word| word.is_at(place)).map(|word| word.name)
}

impl Words {
    /// What the entries say. If one is wrong, the others are still read.
    pub(crate) fn read(entries: Vec<Entry>, place: Place, errors: &mut Errors) -> Self {
        let mut words = Self::default();
        for entry in entries {
            match entry {
                Entry::Literal(code) => words.code_alone(code, place, errors),
                Entry::Key(key, argument) => words.key(key, argument, place, errors),
            }
        }
        words.check(errors);
        words
    }

    /// Whether the word was given, valid or not.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.given.iter().any(|(word, _)| word.name == name)
    }

    /// Errors in combinations of words that are each valid.
    fn check(&self, errors: &mut Errors) {
        self.table.check(errors);
        if self.table.csv.is_none() && !self.is_given("csv") {
            // With the rows of an enum, the type of the codes may be given too.
            let is_about_file = |word: &Word| word.needs_file && !(word.name == "code" && self.is_given("table"));
            for (word, span) in self.given.iter().filter(|(word, _)| is_about_file(word)) {
                errors.at(*span, format!("`{}` is about a file; there is no `csv` here", word.name));
            }
        }
        if self.is_given("table") {
            self.check_rows_of(errors);
        }
        if let (Some(row), Some(_)) = (&self.row, &self.transparent) {
            errors.at(row.span(), "either a row is named or the field answers (`transparent`), not both");
        }
        if let Some(reason) = self.reason.as_ref().filter(|reason| reason.value().trim().is_empty()) {
            errors.at(reason.span(), "a reason phrase is never empty; leave the word out for that of the row");
        }
    }

    /// The rows of an enum are fixed, and only the compiler knows them, so words about a table make no sense beside it.
    fn check_rows_of(&self, errors: &mut Errors) {
        // Bridges are about the type.
        let is_about_rows =
            |word: &Word| word.places == TABLE && !word.needs_file && !matches!(word.takes, Takes::Entries(_));
        for (word, span) in self.given.iter().filter(|(word, _)| is_about_rows(word)) {
            let name = word.name;
            errors.at(*span, format!("the rows are those of `table`, and `{name}` cannot change them; keep one"));
        }
        if let Some(exhaustive) = &self.exhaustive {
            let message = "`exhaustive` needs to know the rows, which only the file has: write csv = \"…\" in place of \
                           `table`";
            errors.at(exhaustive.span(), message);
        }
    }

    fn key(&mut self, key: Ident, argument: Argument, place: Place, errors: &mut Errors) {
        let name = key.unraw().to_string();
        let Some(word) = WORDS.iter().find(|word| word.name == name) else {
            self.row_or_unknown(key, &argument, place, errors);
            return;
        };
        if !word.is_at(place) {
            errors.at(key.span(), misplaced(word, place));
        } else if self.is_given(word.name) {
            errors.at(key.span(), format!("`{}` is given twice; keep one", word.name));
        } else {
            self.given.push((word, key.span()));
            self.table.spans.push((word.name, key.span(), argument.span().unwrap_or_else(|| key.span())));
            if let Err(error) = word.takes.fill(self, &key, argument, word.example) {
                errors.push(error);
            }
        }
    }

    fn code_alone(&mut self, code: CodeLit, place: Place, errors: &mut Errors) {
        match place {
            Place::Table => errors.at(code.span(), "a code has no meaning here; the rows come from the table"),
            Place::Enum => errors.at(code.span(), ROW_ON_ENUM),
            Place::Variant | Place::Struct => self.row(RowName::Code(code), errors),
        }
    }

    /// Keys are lower case, rows are not; a name in lower case that is close to a row is a misspelt row and not a key.
    fn row_or_unknown(&mut self, key: Ident, argument: &Argument, place: Place, errors: &mut Errors) {
        let name = key.unraw().to_string();
        let is_upper = name.starts_with(|first: char| first.is_ascii_uppercase());
        let is_alone = matches!(argument, Argument::None);
        let takes_row = matches!(place, Place::Variant | Place::Struct);
        if takes_row && is_alone && (is_upper || name::closest(&name, allowed(place)).is_none()) {
            self.row(RowName::Name(key), errors);
        } else if takes_row && is_upper {
            errors.at(key.span(), format!("a row takes no value: {key}"));
        } else if place == Place::Enum && is_alone && is_upper {
            errors.at(key.span(), ROW_ON_ENUM);
        } else {
            let further = if takes_row { ", or a row such as 404 or NotFound" } else { "" };
            errors.push(unknown(&key, allowed(place), further));
            self.has_unknown = true;
        }
    }

    fn row(&mut self, row: RowName, errors: &mut Errors) {
        if self.row.is_some() {
            errors.at(row.span(), "a status is one row of the table; keep one of the two");
        } else {
            self.row = Some(row);
        }
    }
}

const ROW_ON_ENUM: &str = "a row belongs on a variant; for all variants that name none, write default = …";

/// The message for a word that belongs elsewhere.
fn misplaced(word: &Word, place: Place) -> String {
    let name = word.name;
    match place {
        Place::Table => format!("`{name}` is a word of `#[derive(StatusDocs)]`, not of `status_table!`"),
        _ if word.places == [Place::Table] => {
            format!("`{name}` is a word of `status_table!`, not of `#[derive(StatusDocs)]`")
        }
        Place::Enum => format!("`{name}` belongs on a variant, not on the enum"),
        Place::Struct => format!("`{name}` is about an enum's variants; a struct names its row: NotFound"),
        Place::Variant => {
            let takes: Vec<String> = allowed(place).map(|name| format!("`{name}`")).collect();
            let takes = takes.join(", ");
            format!(
                "`{name}` belongs on the type, not on a variant, which takes a row such as 404 or NotFound, {takes}"
            )
        }
    }
}
