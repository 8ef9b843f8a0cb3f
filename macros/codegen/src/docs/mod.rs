//! Table → Markdown: the card of a row, the page of a table, the sentences of the methods.
//! What a cell says is text, whatever it looks like: see `status_docs_data::markdown`.

mod card;
mod page;
mod search;
mod sentence;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use status_docs_data::{Code, Column, Notation, Role, Row, Table, Value};

pub(crate) use status_docs_data::markdown::{escape, escape_note};

/// Tables with more rows are folded away on their page.
const OPEN_ROWS: usize = 64;
/// Tables with more rows get short cards, and no table on their page: rustdoc's pages and index
/// grow with every word.
const LARGE_ROWS: usize = 2_000;

/// The documentation of a table: where its rows are from, and what HTTP has of its own.
pub(crate) struct Docs<'t> {
    table: &'t Table,
    entries: Vec<Entry<'t>>,
    /// Method names of the typed columns, as Markdown.
    columns: Vec<String>,
    /// The one that takes the place of the classes.
    class_column: Option<usize>,
    /// The file's name, as Markdown.
    file: String,
    origin: Origin,
}

/// A row, and what is said of it more than once.
struct Entry<'t> {
    row: &'t Row,
    /// The code as the table has it.
    code: String,
    /// The same as Markdown, if that is another text; so are all that follow.
    escaped_code: Option<String>,
    reason: Cow<'t, str>,
    definition: Cow<'t, str>,
    /// Empty without tips, and in a large table, which shows none.
    tips: Cow<'t, str>,
}

impl<'t> Entry<'t> {
    fn of(row: &'t Row, notation: Notation, rows: usize) -> Self {
        let code = notation.show(&row.code);
        let tips = row.tips.as_deref().filter(|_| rows <= LARGE_ROWS);
        Self {
            row,
            escaped_code: Some(escape(&code)).filter(|escaped| *escaped != code).map(Cow::into_owned),
            code,
            reason: escape(&row.reason),
            definition: escape(&row.definition),
            tips: tips.map(escape).unwrap_or_default(),
        }
    }

    fn escaped_code(&self) -> &str {
        self.escaped_code.as_deref().unwrap_or(&self.code)
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
        let origin = match (table.reference(), table.origin.is_own()) {
            (Some(_), false) => Origin::References,
            (Some(_), true) => Origin::Overlay,
            (None, _) => Origin::File,
        };
        let columns = table.columns.iter().map(|column| code_span(&column.name)).collect();
        let entries = table.rows.iter().map(|row| Entry::of(row, table.notation, table.rows.len())).collect();
        // Whoever writes the enum of the classes has them on the page as everybody has.
        let is_class = |column: &Column| column.name == Role::Class.as_str() && !column.categories.is_empty();
        let class_column = table.columns.iter().position(is_class);
        Self { table, entries, columns, class_column, file: code_span(&table.file), origin }
    }

    /// The card of each row, and what rustdoc finds its variant by.
    pub(crate) fn variants(&self) -> impl Iterator<Item = (String, Vec<Cow<'_, str>>)> {
        let rows = self.entries.len();
        self.entries.iter().map(move |entry| (card::card(self, entry), search::words(entry, rows)))
    }

    /// The table of all rows.
    pub(crate) fn page(&self) -> String {
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

/// A path or an identifier in the font of code, unless it has what cannot stand there.
fn code_span(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._- ()+,@=#".contains(c);
    if !text.is_empty() && text.trim() == text && text.chars().all(is_plain) && !text.contains("  ") {
        format!("`{text}`")
    } else {
        escape(text).into_owned()
    }
}
