//! The table on the page of an enum: every row, by class, below what the user wrote.

use std::borrow::Cow;
use std::fmt::Write;

use status_docs_data::{Column, Kind, name};

use super::{Cards, DocText, Docs, Entry, LARGE_ROWS, OPEN_ROWS, anchor, escape, with_ends};

/// How many characters of a line the typed columns may take, so that the meaning has room beside them.
const ROOM: usize = 40;

/// Tables with more rows are on rustdoc's page alone: an editor shows 95 KB at 384 rows.
const HOVER_ROWS: usize = 40;

/// With more rows than that, an enum takes the compiler long.
const MANY_ROWS: usize = 10_000;

/// All rows as one table, grouped by class, as a paragraph of its own.
///
/// One table and not one for each class: the columns line up, and the header appears once. No headings, which would mix
/// with those of the user's own docs.
pub(super) fn page(docs: &Docs<'_>) -> DocText {
    let count = docs.table.rows.len();
    if count == 0 {
        return String::new().into();
    }
    let is_plain = docs.cards == Cards::Plain;
    if count > LARGE_ROWS {
        let what = if docs.is_open { "rows" } else { "variants" };
        let open = if count > MANY_ROWS && !docs.is_open {
            " As a struct in place of the enum, an open table, it would compile in no time."
        } else {
            ""
        };
        let page = format!("\n\n{count} status codes; the {what} are in the order of the table.{open}");
        return DocText { page, other: is_plain.then(String::new) };
    }
    let table = Table::of(docs);
    let page = table.markdown(docs, Reader::Rustdoc);
    if count > OPEN_ROWS {
        let page = format!("\n\n<details><summary>All {count} status codes</summary>\n\n{page}\n</details>");
        return DocText { page, other: Some(short(count, is_plain)) };
    }
    let other = match () {
        () if is_plain => String::new(),
        () if count > HOVER_ROWS => short(count, false),
        () => format!("\n\n{}", table.markdown(docs, Reader::Editor)),
    };
    DocText { page: format!("\n\n{page}"), other: Some(other) }
}

/// What a hover shows in place of a long table, which the compiler would read on each edit.
fn short(count: usize, is_plain: bool) -> String {
    if is_plain { String::new() } else { format!("\n\n{count} status codes.") }
}

/// The reader of a page. Many editors show HTML as source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Rustdoc,
    Editor,
}

/// What the third column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    None,
    Tips,
    Meaning,
}

/// Which columns the table has.
struct Table<'d> {
    texts: Texts,
    /// The typed columns for which there is room, by their index.
    typed: Vec<(usize, &'d Column)>,
}

impl<'d> Table<'d> {
    fn of(docs: &'d Docs<'_>) -> Self {
        let rows = &docs.table.rows;
        let texts = if rows.iter().any(|row| !row.definition.is_empty()) {
            Texts::Meaning
        } else if rows.iter().any(|row| row.tips.is_some()) {
            Texts::Tips
        } else {
            Texts::None
        };
        let mut room = ROOM;
        let mut typed = Vec::new();
        for (index, column) in docs.table.columns.iter().enumerate() {
            if let Some(rest) = width(docs, index, column).and_then(|width| room.checked_sub(width)) {
                typed.push((index, column));
                room = rest;
            }
        }
        Self { texts, typed }
    }

    fn markdown(&self, docs: &Docs<'_>, reader: Reader) -> String {
        let mut table = self.head(reader);
        let rest = " |".repeat(self.typed.len() + usize::from(self.texts != Texts::None));
        let mut current = None;
        for entry in grouped(docs) {
            let class = docs.class(entry.row);
            if let Some(class) = class.filter(|_| class != current) {
                let _ = writeln!(table, "| | **{}** |{rest}", escape(class));
            }
            current = class;
            self.push_line(&mut table, entry, reader);
        }
        table
    }

    fn head(&self, reader: Reader) -> String {
        let texts = match self.texts {
            Texts::None => "",
            Texts::Tips => "Tips",
            Texts::Meaning => "Meaning",
        };
        let mut head = match reader {
            _ if texts.is_empty() => "| Code | Phrase |".to_owned(),
            // On a phone, the columns beside the texts are reached by scrolling.
            Reader::Rustdoc if !self.typed.is_empty() => {
                format!("| Code | Phrase | <span style=\"display:inline-block;min-width:14em\">{texts}</span> |")
            }
            _ => format!("| Code | Phrase | {texts} |"),
        };
        let mut rule = String::from(if self.texts == Texts::None { "|---|---|" } else { "|---|---|---|" });
        for (_, column) in &self.typed {
            let _ = write!(head, " {} |", escape(&column.header));
            rule.push_str(if matches!(column.kind, Kind::Int(_) | Kind::Float(_)) { "---:|" } else { "---|" });
        }
        format!("{head}\n{rule}\n")
    }

    /// One `format!` for most of it: in a macro, which is not optimised, a single `push_str` costs as much as the whole
    /// call.
    fn push_line(&self, table: &mut String, entry: &Entry<'_>, reader: Reader) {
        let Entry { row, reason, definition, tips, .. } = entry;
        let (code, name) = (entry.escaped_code(), name::in_code(&row.name));
        let deprecated = if row.deprecation.is_some() { " *(deprecated)*" } else { "" };
        let line_end = if reader == Reader::Rustdoc { "<br>" } else { " " };
        let (definition, tips) = (with_ends(definition, line_end), with_ends(tips, line_end));
        let is_lined = reader == Reader::Rustdoc
            && (matches!(definition, Cow::Owned(_)) || (!definition.is_empty() && matches!(tips, Cow::Owned(_))));
        let (before, definition, head, tips, end) = match self.texts {
            Texts::None => ("", "", "", "", ""),
            Texts::Tips => (" ", "", "", &*tips, " |"),
            Texts::Meaning if tips.is_empty() => (" ", &*definition, "", "", " |"),
            // In the same cell: a column that few rows fill would take the room from all of them.
            Texts::Meaning if is_lined => (" ", &*definition, "<br>**Tips:** ", &*tips, " |"),
            Texts::Meaning => (" ", &*definition, " **Tips:** ", &*tips, " |"),
        };
        let values = self.values(entry);
        let code = if entry.is_named { Cow::Owned(format!("[{code}](Self::{name})")) } else { Cow::Borrowed(code) };
        let line = match reader {
            Reader::Rustdoc => {
                let id = anchor::id(&entry.code);
                format!(
                    "| <span id=\"{id}\">{code}</span> | {reason}{deprecated} |\
                     {before}{definition}{head}{tips}{end}{values}\n"
                )
            }
            Reader::Editor => {
                format!("| {code} | {reason}{deprecated} |{before}{definition}{head}{tips}{end}{values}\n")
            }
        };
        table.push_str(&line);
    }

    /// The cells of the typed columns.
    fn values(&self, entry: &Entry<'_>) -> String {
        let mut values = String::new();
        for (index, _) in &self.typed {
            let value = entry.values.get(*index).and_then(Option::as_deref).unwrap_or_default();
            values = format!("{values} {value} |");
        }
        values
    }
}

/// How wide a typed column is, with the space beside it; `None` if a cell has several lines, or if all are empty.
fn width(docs: &Docs<'_>, index: usize, column: &Column) -> Option<usize> {
    let values = docs.entries.iter().filter_map(|entry| entry.values.get(index)?.as_deref());
    let mut width = 0;
    for value in values {
        if value.contains('\n') {
            return None;
        }
        width = width.max(value.len());
    }
    (width > 0).then(|| width.max(column.header.len()) + 2)
}

/// Rows by class, the classes in the order in which they appear.
fn grouped<'d>(docs: &'d Docs<'_>) -> Vec<&'d Entry<'d>> {
    let mut order: Vec<Option<&str>> = Vec::new();
    let mut groups: Vec<Vec<&Entry<'_>>> = Vec::new();
    for entry in &docs.entries {
        let class = docs.class(entry.row);
        match order.iter().position(|seen| *seen == class) {
            Some(group) => groups.get_mut(group).into_iter().for_each(|group| group.push(entry)),
            None => {
                order.push(class);
                groups.push(vec![entry]);
            }
        }
    }
    groups.concat()
}
