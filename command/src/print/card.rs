//! What a row says, at a terminal.

use std::fmt::Write;
use std::io::IsTerminal;

use anstyle::{AnsiColor, Style};
use status_docs_data::markdown::normalise;
use status_docs_data::{Row, Table};

use crate::explain::{Answer, Explained};
use crate::find::entry;

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
    for index in &answer.rows {
        let Some(row) = table.rows.get(*index) else { continue };
        let values = answer.values.iter().find(|(row, _)| row == index).map(|(_, values)| values);
        if !is_first {
            text.push('\n');
        }
        is_first = false;
        card(text, table, row);
        for (name, value) in values.into_iter().flatten() {
            let _ = writeln!(text, "    {BOLD}{name} = {}{BOLD:#}", normalise(value));
        }
    }
}

/// A line for each row.
fn list(text: &mut String, table: &Table, rows: &[&Row]) {
    let codes: Vec<String> = rows.iter().map(|row| table.notation.show(&row.code)).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or_default();
    let code_width = widest(&mut codes.iter().map(|code| code.chars().count()));
    let width = widest(&mut rows.iter().map(|row| row.reason.chars().count())).min(36);
    let window = window();
    for (code, row) in codes.iter().zip(rows) {
        let (reason, definition) = (normalise(&row.reason), normalise(&row.definition));
        let definition = cut(
            &definition,
            window.map(|window| window.saturating_sub(code_width + width.max(reason.chars().count()) + 6)),
        );
        let line = format!("  {code:>code_width$}  {BOLD}{reason:width$}{BOLD:#}  {definition}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// How wide the terminal is; nothing where the output is read by another program.
fn window() -> Option<usize> {
    const USUAL: usize = 80;
    if !std::io::stdout().is_terminal() {
        return None;
    }
    Some(terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0)))
}

/// A text that ends where the window does.
fn cut(text: &str, most: Option<usize>) -> String {
    match most.filter(|most| text.chars().count() > *most) {
        Some(most) => text.chars().take(most.saturating_sub(1)).chain(['\u{2026}']).collect(),
        None => text.to_owned(),
    }
}

fn card(text: &mut String, table: &Table, row: &Row) {
    let entry = entry(table, row);
    let name = if row.name.is_empty() { String::new() } else { format!("  {DIM}{}{DIM:#}", entry.name) };
    let _ = writeln!(text, "  {BOLD}{} {}{BOLD:#}{name}", normalise(&entry.code), entry.reason);
    text.push_str(&entry.body());
    if row.origin.is_own() && table.origin.is_own() {
        let _ = writeln!(text, "    {DIM}{}:{}{DIM:#}", row.file, row.line);
    }
}
