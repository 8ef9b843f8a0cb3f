//! Table → Markdown: the card of a row, the page of a table, the sentences of the methods.
//! What a cell says is text, whatever it looks like: see [`escape`].

mod escape;
mod reference;

use std::fmt::Write;

use status_docs_data::{CodeType, Column, Role, Row, Table, Value};

pub(crate) use escape::escape;

/// Tables with more rows are folded away on their page.
const OPEN_ROWS: usize = 64;
/// Tables with more rows get short cards, and no table on their page: rustdoc's pages and index
/// grow with every word.
const LARGE_ROWS: usize = 2_000;

/// The documentation of a table: where its rows are from, and what HTTP has of its own.
pub(crate) struct Docs<'t> {
    table: &'t Table,
    /// Method names of the typed columns.
    columns: Vec<String>,
    /// The rows are HTTP's, at least most of them.
    is_http: bool,
}

impl<'t> Docs<'t> {
    pub(crate) fn of(table: &'t Table, columns: Vec<String>, is_http: bool) -> Self {
        Self { table, columns, is_http }
    }

    /// The card of a row, as hover and rustdoc show it.
    pub(crate) fn card(&self, row: &Row) -> String {
        let mut card = format!("**{} {}**", escape(&row.code.to_string()), escape(&row.reason));
        if !row.definition.is_empty() {
            card.push_str(" \u{2014} ");
            card.push_str(&escape(&row.definition));
        }
        if self.table.rows.len() > LARGE_ROWS {
            return card;
        }
        if let Some(tips) = &row.tips {
            let _ = write!(card, "\n\n**Tips:** {}", escape(tips));
        }
        let mut facts = Vec::new();
        if let Some(class) = self.class(row) {
            facts.push(format!("*{}*", escape(&class)));
        }
        if let Some(reference) = &row.reference {
            facts.push(reference::link(reference));
        }
        if !self.is_embedded(row) {
            facts.push(format!("row {} of {}", row.sheet_row, escape(&row.file)));
        }
        if !facts.is_empty() {
            card.push_str("\n\n");
            card.push_str(&facts.join(" \u{b7} "));
        }
        for (index, (name, column)) in self.columns.iter().zip(&self.table.columns).enumerate() {
            if let Some(value) = row.values.get(index).and_then(|value| show(value, column)) {
                card.push_str(if index == 0 { "\n\n" } else { "\n" });
                let _ = write!(card, "* {}: {}", escape(name), escape(&value));
            }
        }
        card
    }

    fn is_embedded(&self, row: &Row) -> bool {
        self.is_http && row.file == "http.csv"
    }

    fn class(&self, row: &Row) -> Option<String> {
        if self.is_http {
            let digit = row.code.to_string().chars().next()?;
            let class = match digit {
                '1' => "Informational",
                '2' => "Success",
                '3' => "Redirection",
                '4' => "Client error",
                _ => "Server error",
            };
            return Some(class.to_owned());
        }
        Some(self.table.classes.get(row.class?)?.text.clone())
    }

    /// What rustdoc finds a variant by: its code and its name in capitals.
    pub(crate) fn search_words(row: &Row) -> Vec<String> {
        let mut words = vec![row.code.to_string(), status_docs_data::name::screaming(&row.name)];
        words.dedup();
        // What rustdoc does not accept, or what finds the variant anyway.
        words.retain(|word| *word != row.name && word.chars().all(|c| c.is_ascii_graphic() && c != '\'' && c != '"'));
        words
    }

    /// The first sentence of an enum to which the user wrote none.
    pub(crate) fn summary(&self) -> String {
        if self.is_http && self.table.file == "http.csv" {
            "The status codes of the HTTP reference.".to_owned()
        } else {
            format!("The status codes of {}.", escape(&self.table.file))
        }
    }

    /// All rows as a table, grouped by class.
    pub(crate) fn page(&self) -> String {
        let rows = &self.table.rows;
        if rows.len() > LARGE_ROWS {
            return format!("\n\n{} status codes; the variants are in the order of the table.", rows.len());
        }
        let has_tips = rows.iter().any(|row| row.tips.is_some());
        let mut page = String::from("\n\n");
        let is_folded = rows.len() > OPEN_ROWS;
        if is_folded {
            let _ = write!(page, "<details><summary>All {} status codes</summary>\n\n", rows.len());
        }
        let mut current: Option<Option<String>> = None;
        for row in self.grouped() {
            let class = self.class(row);
            if current.as_ref() != Some(&class) {
                if let Some(class) = &class {
                    let _ = write!(page, "\n**{}**\n\n", escape(class));
                }
                page.push_str(if has_tips {
                    "| Code | Phrase | Meaning | Tips |\n|---|---|---|---|\n"
                } else {
                    "| Code | Phrase | Meaning |\n|---|---|---|\n"
                });
                current = Some(class);
            }
            let _ = write!(
                page,
                "| [{}](Self::{}) | {} | {} |",
                escape(&row.code.to_string()),
                row.name,
                escape(&row.reason),
                escape(&row.definition)
            );
            if has_tips {
                let _ = write!(page, " {} |", escape(row.tips.as_deref().unwrap_or_default()));
            }
            page.push('\n');
        }
        if is_folded {
            page.push_str("\n</details>");
        }
        page
    }

    /// Rows by class, the classes in the order in which they appear.
    fn grouped(&self) -> Vec<&Row> {
        let mut order: Vec<Option<String>> = Vec::new();
        let mut groups: Vec<Vec<&Row>> = Vec::new();
        for row in &self.table.rows {
            let class = self.class(row);
            match order.iter().position(|seen| *seen == class) {
                Some(group) => groups.get_mut(group).into_iter().for_each(|group| group.push(row)),
                None => {
                    order.push(class);
                    groups.push(vec![row]);
                }
            }
        }
        groups.concat()
    }

    /// Where a role's texts come from: ``(column `Support steps` of `tables/faults.csv`)``.
    pub(crate) fn origin(&self, role: Role) -> String {
        match self.table.header(role) {
            Some(header) if !self.is_http => {
                format!("From the column \u{201c}{}\u{201d} of {}.", escape(header), escape(&self.table.file))
            }
            _ if self.is_http => "From the HTTP reference.".to_owned(),
            _ => String::new(),
        }
    }

    /// The sentence of a typed column's method.
    pub(crate) fn column(&self, column: &Column) -> String {
        format!("The column \u{201c}{}\u{201d} of {}.", escape(&column.header), escape(&self.table.file))
    }

    /// The sentence of a lookup by code.
    pub(crate) fn code_kind(&self) -> &'static str {
        match self.table.code {
            CodeType::Int(_) => "in constant time",
            CodeType::Text => "letter by letter, in constant time",
        }
    }
}

/// A value as the card lists it; `None` for an empty cell.
fn show(value: &Value, column: &Column) -> Option<String> {
    Some(match value {
        Value::None => return None,
        Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Char(value) => value.to_string(),
        Value::Text(value) if value.is_empty() => return None,
        Value::Float(value) | Value::Text(value) => value.clone(),
        Value::Category(index) => column.categories.get(*index)?.text.clone(),
    })
}
