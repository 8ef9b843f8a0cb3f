//! For any cells of a table, an export of it is the same document with other texts.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Selector};
use status_docs_data::markdown::normalise;
use status_docs_data::{CodeType, IntType, Kind, Report, Source, Table, Variants, Wanted, WantedColumn, compile};
use status_docs_export::{Heading, html, json, markdown};

/// Every column that a page can have, and no cell that could be taken for anything else.
const PLAIN: &str = "code,name,reason,definition,tips,reference,class,aliases,deprecated,severity\n\
                     1,A,One,First.,Do this.,https://example.org/1,Class,Uno,yes,High\n\
                     2,B,Two,Second.,,RFC 9110,Class,,,Low\n";

/// Panics if cells of the table in these bytes turn into markup of a page, or into anything but texts.
pub fn exports(bytes: &[u8]) {
    for code in [CodeType::Int(IntType { signed: true, bits: 32 }), CodeType::Text] {
        if let Some(table) = table(bytes, code) {
            of_html(&table);
            of_markdown(&table);
            of_json(&table);
        }
    }
}

fn table(bytes: &[u8], code: CodeType) -> Option<Table> {
    let severity = Kind::Category(Variants::Open);
    let columns = vec![WantedColumn { name: "severity".to_owned(), header: None, kind: severity, optional: true }];
    let source = Source::from_bytes("t.csv", bytes);
    // Most tables have no such column, and a finding for that.
    compile(&source, &Wanted { columns, ..Wanted::by_headers(code) }, &mut Report::new())
}

/// The elements of a page, each with its attributes but those that say what kind of table it is.
fn markup(page: &Html) -> BTreeSet<String> {
    let all = Selector::parse("*").expect("a selector");
    let element = |element: scraper::ElementRef<'_>| {
        let attributes: BTreeSet<&str> =
            element.value().attrs().map(|(name, _)| name).filter(|name| !name.starts_with("data-")).collect();
        format!("{} {attributes:?}", element.value().name())
    };
    page.select(&all).map(element).collect()
}

fn of_html(table: &Table) {
    let page = Html::parse_document(&html(table, &Heading::named("Fault")));
    let plain = self::table(PLAIN.as_bytes(), table.code).expect("a table");
    let known = markup(&Html::parse_document(&html(&plain, &Heading::named("Fault"))));
    let unknown: Vec<String> = markup(&page).difference(&known).cloned().collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let links = Selector::parse("[href], [src]").expect("a selector");
    for link in page.select(&links) {
        let to = link.value().attr("href").or(link.value().attr("src")).unwrap_or_default();
        assert!(["#", "https://", "http://", "data:,"].iter().any(|start| to.starts_with(start)), "{to}");
    }
    let phrases = Selector::parse("tbody > tr > td:nth-child(2) > b").expect("a selector");
    let shown: Vec<String> = page.select(&phrases).map(|phrase| phrase.text().collect()).collect();
    let expected: Vec<String> = table.rows.iter().map(|row| normalise(&row.reason)).collect();
    assert_eq!(shown, expected);
}

fn of_markdown(table: &Table) {
    let written = markdown(table, &Heading::named("Fault"));
    let mut headings = Vec::new();
    let mut is_heading = false;
    for event in Parser::new_ext(&written, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                is_heading = true;
                headings.push(String::new());
            }
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => is_heading = false,
            Event::Text(text) if is_heading => headings.last_mut().expect("a heading").push_str(&text),
            Event::Html(comment) => assert!(comment.starts_with("<!-- "), "{comment}"),
            Event::InlineHtml(markup) => panic!("{markup}"),
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::BlockQuote(_)) => panic!("{event:?}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(["#", "https://", "http://"].iter().any(|start| dest_url.starts_with(start)), "{dest_url}");
            }
            _ => {}
        }
    }
    // The first one is the page's.
    let expected: Vec<String> = table.rows.iter().map(|row| normalise(&table.notation.show(&row.code))).collect();
    assert_eq!(headings.get(1..).unwrap_or_default(), expected);
}

fn of_json(table: &Table) {
    let document: serde_json::Value = serde_json::from_str(&json(table, &Heading::named("Fault"))).expect("JSON");
    let rows = document["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), table.rows.len());
    for (written, row) in rows.iter().zip(&table.rows) {
        assert_eq!(written["reason"], row.reason.as_str());
        assert_eq!(written["definition"].as_str().unwrap_or_default(), row.definition);
    }
}
