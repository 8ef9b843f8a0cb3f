//! What a row says, at a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use status_docs_data::markdown::normalise;
use status_docs_data::model::Deprecation;
use status_docs_data::{Role, Row, Table, Value, link};

use crate::explain::{Answer, Explained};
use crate::find::class;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const TABLE: Style = AnsiColor::Cyan.on_default();

/// More rows of one table than these are shown as a list.
const CARDS: usize = 8;

pub(crate) fn explained(explained: &Explained) -> String {
    let mut text = String::new();
    for answer in &explained.found {
        if !text.is_empty() {
            text.push('\n');
        }
        self::answer(&mut text, answer);
    }
    text
}

fn answer(text: &mut String, answer: &Answer) {
    let table = &answer.subject.table;
    let file = if table.origin.is_own() { format!(" {DIM}({}){DIM:#}", table.file) } else { String::new() };
    let _ = writeln!(text, "{TABLE}{}{TABLE:#}{file}", answer.subject.title);
    if answer.rows.len() > CARDS {
        return list(text, table, &answer.rows().collect::<Vec<_>>());
    }
    let mut is_first = true;
    for row in answer.rows() {
        if !is_first {
            text.push('\n');
        }
        is_first = false;
        card(text, table, row);
    }
}

/// A line for each row.
fn list(text: &mut String, table: &Table, rows: &[&Row]) {
    let codes: Vec<String> = rows.iter().map(|row| table.notation.show(&row.code)).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or_default();
    let code_width = widest(&mut codes.iter().map(|code| code.chars().count()));
    let width = widest(&mut rows.iter().map(|row| row.reason.chars().count())).min(36);
    for (code, row) in codes.iter().zip(rows) {
        let (reason, definition) = (normalise(&row.reason), normalise(&row.definition));
        let line = format!("  {code:>code_width$}  {BOLD}{reason:width$}{BOLD:#}  {definition}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

fn card(text: &mut String, table: &Table, row: &Row) {
    let code = table.notation.show(&row.code);
    let name = if row.name.is_empty() { String::new() } else { format!("  {DIM}{}{DIM:#}", row.name) };
    let _ = writeln!(text, "  {BOLD}{code} {}{BOLD:#}{name}", normalise(&row.reason));
    let mut paragraph = |head: &str, body: &str| {
        let lines: Vec<String> = body.lines().map(normalise).filter(|line| !line.is_empty()).collect();
        match lines.as_slice() {
            [] => {}
            [line] if !head.is_empty() => {
                let _ = writeln!(text, "    {head}: {line}");
            }
            lines => {
                if !head.is_empty() {
                    let _ = writeln!(text, "    {head}:");
                }
                let indent = if head.is_empty() { "    " } else { "      " };
                for line in lines {
                    let _ = writeln!(text, "{indent}{line}");
                }
            }
        }
    };
    match &row.deprecation {
        Some(Deprecation::Note(note)) => paragraph("Deprecated", note),
        Some(Deprecation::Plain) => paragraph("", "Deprecated."),
        None => {}
    }
    paragraph("", &row.definition);
    paragraph(&label(table, Role::Tips), row.tips.as_deref().unwrap_or_default());
    let aliases: Vec<&str> = row.aliases.iter().map(|alias| &*alias.phrase).collect();
    paragraph("Also", &aliases.join(", "));
    for (column, value) in table.columns.iter().zip(&row.values) {
        let shown = match value {
            Value::None => continue,
            Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
            Value::Int(value) => value.to_string(),
            Value::Char(value) => value.to_string(),
            Value::Float(value) | Value::Text(value) => value.clone(),
            Value::Category(index) => {
                column.categories.get(*index).map(|category| category.text.clone()).unwrap_or_default()
            }
        };
        paragraph(&normalise(&column.header), &shown);
    }
    for (role, value) in [
        (Role::Http, row.http.map(u64::from)),
        (Role::Grpc, row.grpc.map(u64::from)),
        (Role::Exit, row.exit.map(u64::from)),
    ] {
        paragraph(&label(table, role), &value.map(|value| value.to_string()).unwrap_or_default());
    }
    let facts: Vec<String> =
        [class(table, row).map(normalise), row.reference.as_deref().map(reference)].into_iter().flatten().collect();
    paragraph("", &facts.join(", "));
    paragraph("", &table.link_of(row).unwrap_or_default());
    if row.origin.is_own() && table.origin.is_own() {
        let _ = writeln!(text, "    {DIM}{}:{}{DIM:#}", row.file, row.line);
    }
}

/// The header of the role, with a capital.
fn label(table: &Table, role: Role) -> String {
    let header = normalise(table.header(role).unwrap_or(role.as_str()));
    let mut characters = header.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `RFC 9110 §15.5.5`, and anything that is not a link as it is.
fn reference(reference: &str) -> String {
    let parts = link::parts(reference);
    normalise(&parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(", "))
}
