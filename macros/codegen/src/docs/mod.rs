//! Table → documentation: the card of a row, the page of a table, the sentences of the methods. A cell is shown as
//! text, even if it looks like markup: see `status_docs_data::markdown`.

mod anchor;
mod card;
mod page;
mod search;
mod sentence;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use status_docs_data::markdown::escape_lines;
use status_docs_data::model::Deprecation;
use status_docs_data::{Code, Column, Role, Row, Table, Value};

pub(crate) use card::note as deprecation_note;
pub(crate) use status_docs_data::markdown::escape;

/// Tables with more rows are folded away on their page.
const OPEN_ROWS: usize = 64;
/// Tables with more rows get short cards, and no table on their page: rustdoc's pages and index
/// grow with every word.
const LARGE_ROWS: usize = 2_000;

/// A text of the documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DocText {
    /// As rustdoc reads it: Markdown, and HTML for what Markdown cannot express.
    pub(crate) page: String,
    /// For all other readers, if it differs: an editor, the compiler, a derive that copies it.
    pub(crate) other: Option<String>,
}

impl From<String> for DocText {
    fn from(page: String) -> Self {
        Self { page, other: None }
    }
}

/// The documentation of a variant for readers other than rustdoc.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Cards {
    /// Markdown, which editors show.
    #[default]
    Markdown,
    /// Text without any markup, for derives that copy it into a help text or a schema.
    Plain,
}

/// The documentation of a row.
pub(crate) struct VariantDocs<'d> {
    pub(crate) row: &'d Row,
    /// The index of the row.
    pub(crate) index: usize,
    pub(crate) card: DocText,
    /// What rustdoc finds it by.
    pub(crate) words: Vec<Cow<'d, str>>,
    /// Why it should no longer be used.
    pub(crate) note: Option<DocText>,
}

/// The documentation of a table: where its rows are from, and what is specific to HTTP.
pub(crate) struct Docs<'t> {
    table: &'t Table,
    cards: Cards,
    /// Whether the compiler warns where a deprecated row is named; rustdoc then shows the note itself.
    warns: bool,
    entries: Vec<Entry<'t>>,
    /// Method names of the typed columns, as Markdown.
    columns: Vec<String>,
    /// The column that takes the place of the classes.
    class_column: Option<usize>,
    /// The file's name, as Markdown.
    file: String,
    origin: Origin,
    /// Whether rows are no variants.
    is_open: bool,
}

/// A row, and the texts of it that are used more than once: as Markdown, lines separated by line feeds.
struct Entry<'t> {
    row: &'t Row,
    /// The index of the row.
    index: usize,
    /// Whether code names it, as a variant or a constant.
    is_named: bool,
    /// The code as it is shown.
    code: String,
    /// The same as Markdown, if it differs.
    escaped_code: Option<String>,
    reason: Cow<'t, str>,
    definition: Cow<'t, str>,
    /// Empty without tips, and in a large table, which shows none.
    tips: Cow<'t, str>,
    /// The values of the typed columns, apart from the classes; none in a large table.
    values: Vec<Option<Cow<'t, str>>>,
}

impl<'t> Entry<'t> {
    fn of(row: &'t Row, table: &'t Table, class_column: Option<usize>) -> Self {
        let is_large = table.rows.len() > LARGE_ROWS;
        let code = table.notation.show(&row.code);
        let columns = table.columns.iter().enumerate().filter(|_| !is_large);
        let value = |((index, column), value)| {
            if class_column == Some(index) { None } else { card::value(value, column) }
        };
        Self {
            row,
            index: 0,
            is_named: true,
            escaped_code: Some(escape(&code)).filter(|escaped| *escaped != code).map(Cow::into_owned),
            code,
            reason: escape(&row.reason),
            definition: escape_lines(&row.definition),
            tips: row.tips.as_deref().filter(|_| !is_large).map(escape_lines).unwrap_or_default(),
            values: columns.zip(&row.values).map(value).collect(),
        }
    }

    fn escaped_code(&self) -> &str {
        self.escaped_code.as_deref().unwrap_or(&self.code)
    }
}

/// The lines of a text with something else than a line feed between them.
#[allow(clippy::ptr_arg, reason = "whether it was escaped says whether it can have lines")]
fn with_ends<'t>(text: &'t Cow<'_, str>, end: &str) -> Cow<'t, str> {
    match text {
        // A text that needs no escape has one line.
        Cow::Owned(text) if text.contains('\n') => Cow::Owned(text.replace('\n', end)),
        text => Cow::Borrowed(text),
    }
}

/// Where the rows are from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// References.
    References,
    /// References with the user's file laid over them.
    Overlay,
    /// The user's file.
    File,
}

impl<'t> Docs<'t> {
    pub(crate) fn of(table: &'t Table) -> Self {
        Self::of_rows(table, None)
    }

    /// Of an open table, with whether each row is a constant.
    pub(crate) fn of_open(table: &'t Table, is_constant: &[bool]) -> Self {
        Self::of_rows(table, Some(is_constant))
    }

    fn of_rows(table: &'t Table, is_constant: Option<&[bool]>) -> Self {
        let origin = match (table.reference(), table.origin.is_own()) {
            (Some(_), false) => Origin::References,
            (Some(_), true) => Origin::Overlay,
            (None, _) => Origin::File,
        };
        let columns = table.columns.iter().map(|column| code_span(&column.name)).collect();
        // An enum of the classes that the user lists is documented on the page in the same way.
        let is_class = |column: &Column| column.name == Role::Class.as_str() && !column.categories.is_empty();
        let class_column = table.columns.iter().position(is_class);
        let is_large = table.rows.len() > LARGE_ROWS;
        let mut entries = Vec::with_capacity(table.rows.len());
        for (index, row) in table.rows.iter().enumerate() {
            let is_named = is_constant.is_none_or(|named| named.get(index).copied().unwrap_or_default());
            // The page of a large table does not show the others.
            if is_named || !is_large {
                entries.push(Entry { index, is_named, ..Entry::of(row, table, class_column) });
            }
        }
        let is_open = is_constant.is_some();
        let file = code_span(&table.file);
        Self { table, cards: Cards::default(), warns: false, entries, columns, class_column, file, origin, is_open }
    }

    /// For the sentences of columns alone: no row is documented.
    pub(crate) fn of_columns(table: &'t Table) -> Self {
        let (columns, file) = (Vec::new(), code_span(&table.file));
        Self {
            table,
            cards: Cards::default(),
            warns: false,
            entries: Vec::new(),
            columns,
            class_column: None,
            file,
            origin: Origin::File,
            is_open: false,
        }
    }

    pub(crate) fn with_cards(self, cards: Cards) -> Self {
        Self { cards, ..self }
    }

    /// With `warn_deprecated`, or without.
    pub(crate) fn with_warnings(self, warns: bool) -> Self {
        Self { warns, ..self }
    }

    /// The documentation of each row that code names, in their order.
    pub(crate) fn variants(&self) -> impl Iterator<Item = VariantDocs<'_>> {
        let rows = self.table.rows.len();
        self.entries.iter().filter(|entry| entry.is_named).map(move |entry| VariantDocs {
            row: entry.row,
            index: entry.index,
            card: card::card(self, entry),
            words: search::words(entry, rows),
            note: match &entry.row.deprecation {
                Some(Deprecation::Note(note)) if self.warns => Some(card::note(note)),
                _ => None,
            },
        })
    }

    /// The table of all rows.
    pub(crate) fn page(&self) -> DocText {
        page::page(self)
    }

    /// The class in words.
    fn class(&self, row: &Row) -> Option<&'t str> {
        match (self.table.reference().and_then(|reference| reference.class_of), &row.code) {
            (Some(class_of), Code::Int(code)) => class_of(*code),
            _ if self.class_column.is_some() => {
                let index = self.class_column?;
                let Value::Category(category) = row.values.get(index)? else { return None };
                Some(&self.table.columns.get(index)?.categories.get(*category)?.text)
            }
            _ => Some(&self.table.classes.get(row.class?)?.text),
        }
    }
}

/// A path or an identifier in code font, unless it has characters that cannot be in a code span.
fn code_span(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._- ()+,@=#".contains(c);
    if !text.is_empty() && text.trim() == text && text.chars().all(is_plain) && !text.contains("  ") {
        format!("`{text}`")
    } else {
        escape(text).into_owned()
    }
}
