//! Every word of `#[status(…)]`: what it is called, where it belongs, what it takes, where its value goes.
//!
//! A new word needs a row of [`WORDS`], a field, and code that uses the field. What users read about words follows from
//! the row: did-you-mean, "given twice", "belongs on …", what is allowed. A test compares the tables of words in
//! rustdoc with it.

mod takes;
#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream};
use status_docs_data::{Rule, name};
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
    /// In `csv(…)`.
    File,
    /// A field of a variant or a struct.
    Field,
}

/// A row of [`WORDS`].
pub(crate) struct Word {
    name: &'static str,
    places: &'static [Place],
    takes: Takes,
    /// How it is written.
    example: &'static str,
    /// What of the file of `csv` it is about; empty if it needs none.
    of_file: &'static str,
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
    /// `no_table`, `plain`
    pub(crate) doc: Option<Vec<Ident>>,
    /// The macro that is called with all rows.
    pub(crate) each: Option<Each>,
    /// Words about the file that stand beside `csv`, where an earlier edition had them, as they are written.
    old: Vec<(Span, String, String)>,
    /// The enum whose rows a deriving type uses.
    pub(crate) rows_of: Option<Path>,
    /// Roles and typed columns, in the grammar of a table's body.
    pub(crate) columns: Option<TokenStream>,
    /// The word itself.
    pub(crate) warn_deprecated: Option<Ident>,
    /// The type of the codes.
    pub(crate) code: Option<Type>,
    /// The row of all variants that do not name one.
    pub(crate) default: Option<RowName>,
    /// The word itself.
    pub(crate) exhaustive: Option<Ident>,
    /// Where the runtime crate is.
    pub(crate) krate: Option<Path>,
    pub(crate) transparent: Option<Transparent>,
    /// The word itself, on a field: it has the code.
    pub(crate) code_of_field: Option<Ident>,
    pub(crate) reason: Option<LitStr>,
    pub(crate) definition: Option<LitStr>,
    pub(crate) tips: Option<LitStr>,
    pub(crate) detail: Option<Detail>,
    /// The words themselves.
    pub(crate) display: Option<Ident>,
    pub(crate) messages: Option<Ident>,
    /// A message of the user's own, and names for values that are no fields.
    pub(crate) message: Option<LitStr>,
    pub(crate) values: Option<TokenStream>,
    /// The row of a variant, which needs no word.
    pub(crate) row: Option<RowName>,
}

/// The macro that is called with all rows, and what it gets of each beside name and code.
pub(crate) struct Each {
    pub(crate) path: Path,
    pub(crate) columns: Vec<Ident>,
}

/// The word `transparent`, and the function that asks the field, of a type that cannot answer itself.
#[derive(Clone)]
pub(crate) struct Transparent {
    pub(crate) word: Ident,
    pub(crate) path: Option<TokenStream>,
}

/// Whether a value's own text is shown to clients.
#[derive(Clone)]
pub(crate) enum Detail {
    Shown,
    Hidden,
    /// This text is shown in its place.
    Fixed(String),
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
/// About the value's own text: on the type, the default of its variants.
const TEXT: &[Place] = &[Place::Variant, Place::Struct, Place::Enum];
/// About who answers.
const ANSWER: &[Place] = &[Place::Variant, Place::Struct, Place::Field];
/// About how the file is read.
const FILE: &[Place] = &[Place::File];

/// All words, in the order in which errors list them.
pub(crate) static WORDS: &[Word] = &[
    word("csv", TABLE, Takes::File, "csv = \"tables/faults.csv\""),
    word("delimiter", FILE, Takes::Char(|w| &mut w.table.delimiter), "delimiter = ';'"),
    word("quote", FILE, Takes::Char(|w| &mut w.table.quote), "quote = '\\''"),
    word("escape", FILE, Takes::Char(|w| &mut w.table.escape), "escape = '\\\\'"),
    word("header_line", FILE, Takes::Number(1..=u32::MAX, |w| &mut w.table.header_line), "header_line = 3"),
    word("headers", FILE, Takes::Texts(|w| &mut w.table.headers), "headers(\"code\", \"name\", \"definition\")"),
    word("radix", FILE, Takes::Number(16..=16, |w| &mut w.table.radix), "radix = 16"),
    word("empty", FILE, Takes::Texts(|w| &mut w.table.empty), "empty(\"-\", \"N/A\")"),
    word("base", TABLE, Takes::TextOrTexts(|w| &mut w.table.base), "base = \"http\", or base(\"http\", \"nginx\")"),
    word(
        "only",
        TABLE,
        Takes::Picks(true, |w| &mut w.table.only),
        "only = \"4xx, 200\", or only(\"4xx\", \"Model\" = \"A\")",
    ),
    word("skip", TABLE, Takes::Picks(false, |w| &mut w.table.skip), "skip(\"Unassigned\", \"State\" = \"obsolete\")"),
    word(
        "duplicates",
        TABLE,
        Takes::Choice(&["alias", "first"], |w| &mut w.table.duplicates),
        "duplicates = \"alias\"",
    )
    .of_file(),
    word("names", TABLE, Takes::Text(|w| &mut w.table.names), "names = \"E{code}\""),
    word("verbatim", TABLE, Takes::Flag(|w| &mut w.table.verbatim), "verbatim").about("the `name` cells of a file"),
    word("reserved", TABLE, Takes::Text(|w| &mut w.table.reserved), "reserved = \"59, 10-19\""),
    word("required", TABLE, Takes::Names(|w| &mut w.table.required), "required(definition, tips)"),
    word("allow", TABLE, Takes::Rules(|w| &mut w.table.allow), "allow(look_alike)"),
    word("link", TABLE, Takes::Text(|w| &mut w.table.link), "link = \"https://docs.example.com/errors/{code}\""),
    word("notation", TABLE, Takes::Choice(NOTATIONS, |w| &mut w.table.notation), "notation = \"hex\""),
    word("columns", TYPE, Takes::Columns(|w| &mut w.columns), "columns(code = \"Fault No.\", reason = \"Short name\")")
        .of_file(),
    word("display", TYPE, Takes::Flag(|w| &mut w.display), "display"),
    word("messages", TABLE, Takes::Flag(|w| &mut w.messages), "messages"),
    word("languages", TABLE, Takes::Texts(|w| &mut w.table.languages), "languages(\"en\", \"de\")"),
    word("without", &[Place::Table, Place::Enum], Takes::Names(|w| &mut w.without), "without(Display, FromStr)"),
    word("with", TABLE, Takes::Entries(|w| &mut w.with), "with(axum, utoipa)"),
    word("warn_deprecated", &[Place::Table], Takes::Flag(|w| &mut w.warn_deprecated), "warn_deprecated"),
    word("doc", &[Place::Table], Takes::Choices(&["no_table", "plain"], |w| &mut w.doc), "doc(no_table, plain)"),
    word(
        "each",
        &[Place::Table],
        Takes::Each(|w| &mut w.each),
        "each = crate::markers, or each(crate::markers, reason)",
    ),
    word("consts", &[Place::Table], Takes::Text(|w| &mut w.table.consts), "consts = \"404, 410-419\""),
    word("table", TYPE, Takes::Path(|w| &mut w.rows_of), "table = crate::Fault"),
    word("code", TYPE, Takes::Type(|w| &mut w.code), "code = u32, or code = str").of_file(),
    word("default", &[Place::Enum], Takes::Row(|w| &mut w.default), "default = InternalServerError"),
    word("exhaustive", &[Place::Enum], Takes::Flag(|w| &mut w.exhaustive), "exhaustive"),
    word("crate", TYPE, Takes::Path(|w| &mut w.krate), "crate = ::status_docs"),
    word(
        "transparent",
        ANSWER,
        Takes::Transparent(|w| &mut w.transparent),
        "transparent, or transparent = crate::codes::of_parse",
    ),
    word("code", &[Place::Field], Takes::Flag(|w| &mut w.code_of_field), "code"),
    word("reason", STATUS, Takes::Text(|w| &mut w.reason), "reason = \"…\""),
    word("definition", STATUS, Takes::Text(|w| &mut w.definition), "definition = \"…\""),
    word("tips", STATUS, Takes::Text(|w| &mut w.tips), "tips = \"…\""),
    word("message", STATUS, Takes::Text(|w| &mut w.message), "message = \"Order {id} was not found\""),
    word("values", STATUS, Takes::Columns(|w| &mut w.values), "values(path = path.display())"),
    word("detail", TEXT, Takes::Detail(|w| &mut w.detail), "detail, or detail = false, or detail = \"…\""),
];

/// How `notation` says that codes are shown.
const NOTATIONS: &[&str] = &["decimal", "hex"];

const fn word(name: &'static str, places: &'static [Place], takes: Takes, example: &'static str) -> Word {
    Word { name, places, takes, example, of_file: "" }
}

impl Word {
    /// It is about the file of `csv`, and has no meaning without one.
    const fn of_file(self) -> Self {
        self.about("a file")
    }

    const fn about(mut self, what: &'static str) -> Self {
        self.of_file = what;
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
                Entry::Key(key, argument) => words.key(key, argument, place, errors),
                entry => words.literal_alone(entry, place, errors),
            }
        }
        words.check(errors);
        words
    }

    /// Whether the word was given, valid or not.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.given.iter().any(|(word, _)| word.name == name)
    }

    /// What stands in `csv(…)`.
    pub(super) fn file(
        &mut self,
        key: &Ident,
        span: Span,
        entries: Vec<Entry>,
        errors: &mut Errors,
    ) -> takes::Taken<()> {
        for (index, entry) in entries.into_iter().enumerate() {
            match entry {
                Entry::Literal(path) if index == 0 => self.table.csv = Some(takes::text(path)?),
                Entry::Key(word, argument) => {
                    if index == 0 {
                        let message = "the file comes first: csv(\"tables/faults.csv\", delimiter = ';')";
                        errors.at(Rule::WordValue, key.span(), message);
                    }
                    self.key(word, argument, Place::File, errors);
                }
                entry => {
                    let message =
                        "beside the file, `csv` takes words about it: csv(\"tables/faults.csv\", delimiter = ';')";
                    errors.at(Rule::WordValue, entry.span(), message);
                }
            }
        }
        if let Some(csv) = &self.table.csv {
            // What is about the word is at the path, of which there is one.
            if let Some((.., value)) = self.table.spans.iter_mut().find(|(word, ..)| *word == "csv") {
                *value = csv.span();
            }
        }
        if self.table.csv.is_none() && errors.len() == 0 { takes::wrong(span, EMPTY) } else { Ok(()) }
    }

    /// Words about the file that stand beside `csv`, each with the form that has all of them.
    fn check_old(&self, errors: &mut Errors) {
        let mut file = match &self.table.csv {
            Some(csv) => format!("{:?}", csv.value()),
            None => "\"…\"".to_owned(),
        };
        for (_, _, written) in &self.old {
            file = format!("{file}, {written}");
        }
        for (span, name, _) in &self.old {
            errors.at(Rule::OldWord, *span, format!("`{name}` is written with the file: csv({file})"));
        }
    }

    /// Errors in combinations of words that are each valid.
    fn check(&self, errors: &mut Errors) {
        self.check_old(errors);
        self.table.check(errors);
        if self.table.csv.is_none() && !self.is_given("csv") {
            // With the rows of an enum, the type of the codes may be given too.
            for (word, span) in &self.given {
                let is_of_table = ["code", "columns"].contains(&word.name) && self.is_given("table");
                if !word.of_file.is_empty() && !is_of_table {
                    let message = format!("`{}` is about {}; there is no `csv` here", word.name, word.of_file);
                    errors.at(Rule::NeedsFile, *span, message);
                }
            }
        }
        if self.is_given("table") {
            self.check_rows_of(errors);
        }
        if let (Some(row), Some(_)) = (&self.row, &self.transparent) {
            errors.at(
                Rule::ClashingWords,
                row.span(),
                "either a row is named or the field answers (`transparent`), not both",
            );
        }
        if let Some(reason) = self.reason.as_ref().filter(|reason| reason.value().trim().is_empty()) {
            let message = "a reason phrase is never empty; leave the word out for that of the row";
            errors.at(Rule::WordValue, reason.span(), message);
        }
    }

    /// The rows of an enum are fixed, and only the compiler knows them, so words about a table make no sense beside it.
    fn check_rows_of(&self, errors: &mut Errors) {
        // Bridges are about the type.
        let is_about_rows = |word: &Word| {
            word.places == TABLE
                && word.of_file.is_empty()
                && !["messages", "only"].contains(&word.name)
                && !matches!(word.takes, Takes::Entries(_) | Takes::Rules(_))
        };
        for (word, span) in self.given.iter().filter(|(word, _)| is_about_rows(word)) {
            let name = word.name;
            let message = format!("the rows are those of `table`, and `{name}` cannot change them; keep one");
            errors.at(Rule::ClashingWords, *span, message);
        }
        for span in self.table.cells_of_only() {
            errors.at(Rule::ClashingWords, span, "with `table`, `only` selects codes");
        }
    }

    fn key(&mut self, key: Ident, argument: Argument, place: Place, errors: &mut Errors) {
        let name = key.unraw().to_string();
        let mut called = WORDS.iter().filter(|word| word.name == name);
        let Some(word) = called.clone().find(|word| word.is_at(place)).or_else(|| called.next()) else {
            self.row_or_unknown(key, &argument, place, errors);
            return;
        };
        if word.places == FILE && TABLE.contains(&place) {
            self.old.push((key.span(), name.clone(), format!("{key}{}", argument.written())));
        } else if !word.is_at(place) {
            errors.at(Rule::MisplacedWord, key.span(), misplaced(word, place));
            return;
        }
        if self.is_given(word.name) {
            errors.at(Rule::WordTwice, key.span(), format!("`{}` is given twice; keep one", word.name));
        } else {
            self.given.push((word, key.span()));
            self.table.spans.push((word.name, key.span(), argument.span().unwrap_or_else(|| key.span())));
            word.takes.fill(self, &key, argument, word.example, errors);
        }
    }

    fn literal_alone(&mut self, entry: Entry, place: Place, errors: &mut Errors) {
        match (place, entry) {
            (Place::Variant | Place::Struct, Entry::Literal(code)) => self.row(RowName::Code(code), errors),
            (Place::Table, entry) => {
                let message = "a code has no meaning here; the rows come from the table";
                errors.at(Rule::MisplacedWord, entry.span(), message);
            }
            (Place::Enum, entry) => errors.at(Rule::MisplacedWord, entry.span(), ROW_ON_ENUM),
            (Place::Field, entry) => errors.at(Rule::MisplacedWord, entry.span(), OF_FIELD),
            (_, entry) => {
                let message = "a row is named by its code or its name: 404, NotFound";
                errors.at(Rule::WordValue, entry.span(), message);
            }
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
            errors.at(Rule::WordValue, key.span(), format!("a row takes no value: {key}"));
        } else if place == Place::Enum && is_alone && is_upper {
            errors.at(Rule::MisplacedWord, key.span(), ROW_ON_ENUM);
        } else if place == Place::Field {
            errors.at(Rule::MisplacedWord, key.span(), OF_FIELD);
        } else if let Some(new) = renamed(&name, argument) {
            errors.at(Rule::OldWord, key.span(), new);
        } else {
            let further = if takes_row { ", or a row such as 404 or NotFound" } else { "" };
            errors.push(Rule::UnknownWord, unknown(&key, allowed(place), further));
            self.has_unknown = true;
        }
    }

    fn row(&mut self, row: RowName, errors: &mut Errors) {
        if self.row.is_some() {
            errors.at(Rule::ClashingWords, row.span(), "a status is one row of the table; keep one of the two");
        } else {
            self.row = Some(row);
        }
    }
}

/// What `csv()` lacks.
const EMPTY: &str = "`csv` takes the path of a file: csv(\"tables/faults.csv\", delimiter = ';')";

/// What a word of an earlier edition is called.
fn renamed(name: &str, argument: &Argument) -> Option<String> {
    let new = match (name, argument.written().as_str()) {
        ("doc_table", " = true") => {
            return Some("without `doc(no_table)`, the page has its table; take this out".to_owned());
        }
        ("doc_table", _) => "doc(no_table)",
        ("doc_cards", _) => "doc(plain)",
        _ => return None,
    };
    Some(format!("`{name}` is written {new}"))
}

const OF_FIELD: &str = "a field takes `code` or `transparent`";

const ROW_ON_ENUM: &str = "a row belongs on a variant; for all variants that name none, write default = …";

const DISPLAY_OF_TABLE: &str = "an enum of `status_table!` displays code and phrase, which `FromStr` reads; for the \
                                messages of its rows, write `messages` in place of `display`";

/// The message for a word that belongs elsewhere.
fn misplaced(word: &Word, place: Place) -> String {
    let name = word.name;
    match place {
        Place::Field => OF_FIELD.to_owned(),
        _ if word.places == FILE => format!("`{name}` is about the file of the type: csv(\"…\", {})", word.example),
        Place::File => format!("`{name}` is not about how the file is read; write it beside csv(…)"),
        Place::Table if name == "display" => DISPLAY_OF_TABLE.to_owned(),
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
