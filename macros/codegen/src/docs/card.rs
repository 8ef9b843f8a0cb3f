//! The card of a row, as hover and rustdoc show it.

use std::fmt::Write;

use status_docs_data::{Column, Row, Value};

use status_docs_data::link;

use super::{Docs, Entry, LARGE_ROWS, escape};

/// **Code and phrase**, definition; tips; class, reference and place; the typed columns.
pub(super) fn card(docs: &Docs<'_>, entry: &Entry<'_>) -> String {
    let Entry { row, reason, definition, tips, .. } = entry;
    let code = entry.escaped_code();
    let dash = if definition.is_empty() { "" } else { " \u{2014} " };
    if docs.entries.len() > LARGE_ROWS {
        return format!("**{code} {reason}**{dash}{definition}");
    }
    let head = if tips.is_empty() { "" } else { "\n\n**Tips:** " };
    let (facts, values) = (facts(docs, row), values(docs, row));
    format!("**{code} {reason}**{dash}{definition}{head}{tips}{facts}{values}")
}

/// Class, reference and place, as a paragraph.
fn facts(docs: &Docs<'_>, row: &Row) -> String {
    const AND: &str = " \u{b7} ";
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
fn values(docs: &Docs<'_>, row: &Row) -> String {
    let mut values = String::new();
    for (index, ((name, column), value)) in docs.columns.iter().zip(&docs.table.columns).zip(&row.values).enumerate() {
        if docs.class_column == Some(index) {
            continue;
        }
        if let Some(value) = show(value, column) {
            let begin = if values.is_empty() { "\n\n" } else { "\n" };
            let _ = write!(values, "{begin}* {name}: {}", escape(&value));
        }
    }
    values
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
        let cards: Vec<_> = docs.variants().collect();
        assert_eq!(
            cards[0].0,
            "**0x80070005 Denied** \u{2014} No access.\n\n<https://example.com/0x80070005> \u{b7} row 2 of `t.csv`"
        );
        // Once is enough.
        assert_eq!(cards[1].0, "**0x8007000e Full**\n\n<https://example.com/0x8007000e> \u{b7} row 3 of `t.csv`");
        assert_eq!(cards[0].1, ["0x80070005", "DENIED"]);
        assert!(docs.page().contains("| [0x8007000e](Self::Full) | Full |"));
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
        assert_eq!(docs.variants().next().unwrap().0, "**1 A**\n\n*Door* \u{b7} row 2 of `t.csv`\n\n* `team`: Red");
        assert!(docs.page().contains("| | **Door** |\n| [1](Self::A) | A |\n| [3](Self::C) | C |\n| | **Reader** |"));
    }
}
