use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use status_docs_data::markdown::normalise;

use crate::{heading, shown, tables};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_MATH)
    .union(Options::ENABLE_GFM);

/// The sections of a document: the heading, and the text under it with its lines.
fn sections(markdown: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    let mut is_heading = false;
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                sections.push((String::new(), String::new()));
                is_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Text(text) | Event::Code(text) => {
                if let Some((heading, body)) = sections.last_mut() {
                    if is_heading { heading.push_str(&text) } else { body.push_str(&text) }
                }
            }
            Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                if let Some((_, body)) = sections.last_mut() {
                    body.push('\n');
                }
            }
            Event::Html(html) => assert!(html.starts_with("<!-- "), "{html}"),
            Event::Start(
                Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::HtmlBlock
                | Tag::Link { link_type: LinkType::Inline | LinkType::Autolink, .. },
            )
            | Event::End(_)
            | Event::SoftBreak => {}
            other => panic!("{other:?} after {:?}", sections.last()),
        }
    }
    sections
}

#[test]
fn every_cell_is_text() {
    let table = tables::hostile();
    let sections = sections(&status_docs_export::markdown(&table, &heading("Hostile")));
    assert_eq!(sections.len(), table.rows.len() + 1);
    for (row, (heading, body)) in table.rows.iter().zip(&sections[1..]) {
        assert_eq!(*heading, normalise(&row.code.to_string()));
        assert!(body.starts_with(&format!("{} ({})", normalise(&row.reason), row.name)), "{body}");
        let lines: Vec<&str> = body.lines().collect();
        for line in shown(&row.definition) {
            assert!(lines.contains(&&*line), "{line} in {lines:?}");
        }
        for line in row.tips.iter().flat_map(|tips| shown(tips)) {
            assert!(lines.iter().any(|shown| shown.ends_with(&line)), "{line} in {lines:?}");
        }
    }
}

#[test]
fn a_code_is_the_address_of_its_section() {
    let addresses = |codes: &[&str]| -> Vec<String> {
        use status_docs_data::{CodeType, Report, Source, Wanted, compile};
        let rows: Vec<String> = codes.iter().enumerate().map(|(row, code)| format!("{code},V{row}")).collect();
        let source = Source::from_bytes("t.csv", format!("code,name\n{}", rows.join("\n")));
        let table = compile(&source, &Wanted::by_headers(CodeType::Text), &mut Report::new()).unwrap();
        let markdown = status_docs_export::markdown(&table, &heading("A b"));
        Parser::new_ext(&markdown, OPTIONS)
            .filter_map(|event| match event {
                Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
                _ => None,
            })
            .collect()
    };
    assert_eq!(addresses(&["42P01", "CE-30001-4", "a_b", "E 1"]), ["#42p01", "#ce-30001-4", "#a_b", "#e-1"]);
    // As repositories number headings that come out alike; the title is one of them.
    assert_eq!(addresses(&["A", "a", "a!", "A-b", "a-1"]), ["#a", "#a-1", "#a-2", "#a-b-1", "#a-1-1"]);
    // What has no letter that we know has no address.
    assert_eq!(addresses(&["!!", "T\u{fc}r", "x"]), ["#x"]);
}
