//! The card of a row, as hover and rustdoc show it.

use std::borrow::Cow;
use std::fmt::Write;

use status_docs_data::markdown::{escape_lines, escape_note, normalise, normalise_lines};
use status_docs_data::model::Deprecation;
use status_docs_data::{Column, Row, Value, link};

use super::{Cards, DocText, Docs, Entry, LARGE_ROWS, escape, with_ends};

/// Ends a line in Markdown without ending the paragraph.
const LINE_END: &str = "\\\n";
/// The same in an item of a list.
const LINE_END_IN_ITEM: &str = "\\\n  ";
const AND: &str = " \u{b7} ";

/// **Code and phrase**, definition; tips; class, reference, link and place; the typed columns.
pub(super) fn card(docs: &Docs<'_>, entry: &Entry<'_>) -> DocText {
    let other = match docs.cards {
        Cards::Markdown => None,
        Cards::Plain => Some(plain(docs, entry)),
    };
    DocText { page: markdown(docs, entry), other }
}

fn markdown(docs: &Docs<'_>, entry: &Entry<'_>) -> String {
    let Entry { row, reason, definition, tips, .. } = entry;
    let code = entry.escaped_code();
    let dash = if definition.is_empty() { "" } else { " \u{2014} " };
    let definition = with_ends(definition, LINE_END);
    let deprecated = deprecated(docs, row) + &says(row);
    if docs.entries.len() > LARGE_ROWS {
        return format!("**{code} {reason}**{dash}{definition}{deprecated}");
    }
    let head = if tips.is_empty() { "" } else { "\n\n**Tips:** " };
    let tips = with_ends(tips, LINE_END);
    let (facts, values) = (facts(docs, row), values(docs, entry));
    format!("**{code} {reason}**{dash}{definition}{deprecated}{head}{tips}{facts}{values}")
}

/// That a row should not be used any more, and why, as a paragraph; empty where `#[deprecated]` says it.
fn deprecated(docs: &Docs<'_>, row: &Row) -> String {
    match &row.deprecation {
        Some(Deprecation::Note(note)) if !docs.warns => format!("\n\n**Deprecated:** {}", escape(note)),
        Some(Deprecation::Plain) if !docs.warns => "\n\n**Deprecated**".to_owned(),
        _ => String::new(),
    }
}

/// What a program says of the row, as a paragraph; empty without a message.
pub(crate) fn says(row: &Row) -> String {
    match row.messages.first() {
        Some(Some(said)) => format!("\n\nSays: *{}*", escape(&said.text)),
        _ => String::new(),
    }
}

/// Class, reference, link and place, as a paragraph.
fn facts(docs: &Docs<'_>, row: &Row) -> String {
    const PARAGRAPH: &str = "\n\n";
    let (mut facts, mut before) = (String::new(), PARAGRAPH);
    if let Some(class) = docs.class(row) {
        facts = format!("{before}*{}*", escape(class));
        before = AND;
    }
    if let Some(reference) = &row.reference {
        facts = format!("{facts}{before}{}", link::markdown(reference));
        before = AND;
    }
    if let Some(page) = docs.table.link_of(row).filter(|page| row.reference.as_ref() != Some(page)) {
        facts = format!("{facts}{before}{}", link::markdown(&page));
        before = AND;
    }
    if row.origin.is_own() {
        facts = format!("{facts}{before}row {} of {}", row.sheet_row, docs.file);
    }
    facts
}

/// A list item for each typed column whose cell is not empty.
fn values(docs: &Docs<'_>, entry: &Entry<'_>) -> String {
    let mut values = String::new();
    for (name, value) in docs.columns.iter().zip(&entry.values) {
        if let Some(value) = value {
            let begin = if values.is_empty() { "\n\n" } else { "\n" };
            let _ = write!(values, "{begin}* {name}: {}", with_ends(value, LINE_END_IN_ITEM));
        }
    }
    values
}

/// A value as Markdown, its lines separated by line feeds; `None` for an empty cell.
pub(super) fn value<'t>(value: &'t Value, column: &'t Column) -> Option<Cow<'t, str>> {
    match show(value, column)? {
        Cow::Borrowed(shown) => Some(escape_lines(shown)),
        Cow::Owned(shown) => Some(Cow::Owned(escape_lines(&shown).into_owned())),
    }
}

/// A value as text.
fn show<'t>(value: &'t Value, column: &'t Column) -> Option<Cow<'t, str>> {
    Some(match value {
        Value::None => return None,
        Value::Bool(value) => Cow::Borrowed(if *value { "yes" } else { "no" }),
        Value::Int(value) => Cow::Owned(value.to_string()),
        Value::Char(value) => Cow::Owned(value.to_string()),
        Value::Text(value) if value.trim().is_empty() => return None,
        Value::Float(value) | Value::Text(value) => Cow::Borrowed(value),
        Value::Category(index) => Cow::Borrowed(&column.categories.get(*index)?.text),
    })
}

/// The card without markup, links and the file's path.
fn plain(docs: &Docs<'_>, entry: &Entry<'_>) -> String {
    let Entry { row, code, .. } = entry;
    let mut card = format!("{} {}", normalise(code), normalise(&row.reason));
    let definition = normalise_lines(&row.definition);
    if !definition.is_empty() {
        let _ = write!(card, " \u{2014} {definition}");
    }
    match &row.deprecation {
        Some(Deprecation::Note(note)) if !docs.warns => {
            let _ = write!(card, "\n\nDeprecated: {}", normalise(note));
        }
        Some(Deprecation::Plain) if !docs.warns => card.push_str("\n\nDeprecated"),
        _ => {}
    }
    if docs.entries.len() > LARGE_ROWS {
        return card;
    }
    let tips = normalise_lines(row.tips.as_deref().unwrap_or_default());
    if !tips.is_empty() {
        let _ = write!(card, "\n\nTips: {tips}");
    }
    let class = docs.class(row).map(normalise);
    let reference = row.reference.as_deref().map(link::plain);
    let facts: Vec<String> = class.into_iter().chain(reference).collect();
    if !facts.is_empty() {
        let _ = write!(card, "\n\n{}", facts.join(AND));
    }
    let mut begin = "\n\n";
    for (index, (column, value)) in docs.table.columns.iter().zip(&row.values).enumerate() {
        if let Some(value) = show(value, column).filter(|_| docs.class_column != Some(index)) {
            let _ = write!(card, "{begin}{}: {}", normalise(&column.name), normalise_lines(&value));
            begin = "\n";
        }
    }
    card
}

/// A note of deprecation: rustdoc reads it as Markdown, the compiler prints it as it is.
pub(crate) fn note(note: &str) -> DocText {
    let (page, plain) = (escape_note(note), normalise(note));
    // If another crate's page shows it, rustdoc reads the text that the compiler prints: nothing in it may be a link.
    let other = (page != plain && !plain.contains("](")).then_some(plain);
    DocText { page, other }
}

#[cfg(test)]
mod tests {
    use status_docs_data::{CodeType, IntType, Kind, Report, Source, Variants, Wanted, WantedColumn, compile};

    use crate::docs::Docs;

    #[test]
    fn a_code_is_shown_as_the_table_writes_it_and_leads_to_its_page() {
        let wanted = Wanted {
            link: Some("https://example.com/{code}".to_owned()),
            ..Wanted::by_headers(CodeType::Int(IntType { signed: false, bits: 32 }))
        };
        let csv = "code,name,definition,link\n\
                   0x80070005,Denied,No access.,\n\
                   0x8007000e,Full,,https://example.com/0x8007000e\n";
        let table = compile(&Source::from_bytes("t.csv", csv), &wanted, &mut Report::new()).unwrap();
        let docs = Docs::of(&table);
        let variants: Vec<_> = docs.variants().collect();
        assert_eq!(
            variants[0].card.page,
            "**0x80070005 Denied** \u{2014} No access.\n\n<https://example.com/0x80070005> \u{b7} row 2 of `t.csv`"
        );
        // Once is enough.
        assert_eq!(
            variants[1].card.page,
            "**0x8007000e Full**\n\n<https://example.com/0x8007000e> \u{b7} row 3 of `t.csv`"
        );
        assert_eq!(variants[0].words, ["0x80070005", "DENIED", "0x80070005 Denied"]);
        assert!(docs.page().page.contains("| <span id=\"0x8007000e\">[0x8007000e](Self::Full)</span> | Full |"));
    }

    #[test]
    fn a_column_that_is_the_class_is_shown_as_one() {
        let column = |name: &str| WantedColumn {
            name: name.to_owned(),
            header: None,
            kind: Kind::Category(Variants::Open),
            optional: false,
        };
        let mut wanted = Wanted::by_headers(CodeType::Int(IntType { signed: false, bits: 8 }));
        wanted.columns = vec![column("class"), column("team")];
        let csv = "code,name,class,team\n1,A,Door,Red\n2,B,Reader,Blue\n3,C,Door,Red\n";
        let table = compile(&Source::from_bytes("t.csv", csv), &wanted, &mut Report::new()).unwrap();
        let docs = Docs::of(&table);
        let card = docs.variants().next().unwrap().card.page;
        assert_eq!(card, "**1 A**\n\n*Door* \u{b7} row 2 of `t.csv`\n\n* `team`: Red");
        assert_eq!(
            docs.page().other.unwrap(),
            "\n\n| Code | Phrase | team |\n|---|---|---|\n| | **Door** | |\n| [1](Self::A) | A | Red |\n\
             | [3](Self::C) | C | Red |\n| | **Reader** | |\n| [2](Self::B) | B | Blue |\n"
        );
    }
}
