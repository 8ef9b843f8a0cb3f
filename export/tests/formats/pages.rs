use scraper::{Html, Selector};
use status_docs_data::Table;
use status_docs_export::{Format, Heading, Page, Subject, Variant, export_page, index};

use crate::{heading, tables};

fn all(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.text().collect::<String>()).collect()
}

fn ids(page: &Html) -> Vec<String> {
    let selector = Selector::parse("main [id]").unwrap();
    page.select(&selector).map(|element| element.value().attr("id").unwrap().to_owned()).collect()
}

fn subject<'a>(table: &'a Table, name: &'a str, anchor: &'a str) -> Subject<'a> {
    Subject { table, heading: Heading { name, title: name, about: "One. Two." }, anchor, variants: None }
}

#[test]
fn a_page_of_several_tables_has_addresses_for_each() {
    let (faults, wide) = (tables::faults(), tables::texts());
    let subjects = [
        subject(&faults, "Fault", "door-Fault"),
        subject(&faults, "Fault", "gate-Fault"),
        subject(&wide, "Sql", "Sql"),
    ];
    let html =
        Html::parse_document(&export_page(&subjects, &Page { title: "All codes", ..Page::default() }, Format::Html));
    assert_eq!(all(&html, "h1"), ["All codes"]);
    assert_eq!(all(&html, "h2"), ["Fault", "Fault", "Sql"]);
    let ids = ids(&html);
    let unique: std::collections::HashSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for id in ["door-Fault", "door-Fault-0x11", "gate-Fault-0x11", "Sql-23505", "23505"] {
        assert!(ids.iter().any(|known| known == id), "{id} in {ids:?}");
    }
    // Two tables have it.
    assert!(!ids.iter().any(|id| id == "0x11"));
    assert_eq!(all(&html, "footer p").len(), 3);
}

#[test]
fn an_index_has_name_first_sentence_count_and_link() {
    let faults = tables::faults();
    let subjects = [("Fault.html".to_owned(), subject(&faults, "Fault", ""))];
    let text = index(&subjects, &Page::default(), Format::Html);
    let html = Html::parse_document(&text);
    assert_eq!(all(&html, "li a"), ["Fault"]);
    assert!(text.contains("<a href=\"Fault.html\">") && all(&html, "li p") == ["One."], "{text}");
    let text = index(&subjects, &Page::default(), Format::Markdown);
    assert!(text.ends_with("\n# Tables\n\n- [Fault](Fault.html) (4 codes): One.\n"), "{text}");
}

#[test]
fn the_footer_says_what_it_is_told_and_cards_say_where_to_report() {
    let faults = tables::faults();
    let page = Page { stamp: "1.4, <b>", edit: "https://example.org/{file}#L{line}", ..Page::default() };
    let text = export_page(&[subject(&faults, "Fault", "")], &page, Format::Html);
    let html = Html::parse_document(&text);
    assert_eq!(all(&html, "footer p"), ["Fault \u{b7} tables/faults.csv \u{b7} 4 codes \u{b7} 1.4, <b>"]);
    let links = Selector::parse("a.report").unwrap();
    let links: Vec<&str> = html.select(&links).map(|link| link.value().attr("href").unwrap()).collect();
    assert_eq!(links[0], "https://example.org/tables/faults.csv#L2");
    // Steps take two lines.
    assert_eq!(links[1], "https://example.org/tables/faults.csv#L4");
    let page = Page { edit: "javascript:x", ..page };
    assert!(!export_page(&[subject(&faults, "Fault", "")], &page, Format::Html).contains("class=\"report\""));
}

#[test]
fn an_address_in_a_text_is_a_link_and_the_rest_is_text() {
    use status_docs_data::{CodeType, Report, Source, Wanted, compile};
    let rows = "code,name,definition,tips\na,A,\"See https://example.org/x_(y), or <b>.\",javascript:x www.example.org http://e.example.\n";
    let table =
        compile(&Source::from_bytes("t.csv", rows), &Wanted::by_headers(CodeType::Text), &mut Report::new()).unwrap();
    let html = Html::parse_document(&status_docs_export::html(&table, &heading("X")));
    assert_eq!(all(&html, "td a"), ["https://example.org/x_(y)", "http://e.example"]);
    assert_eq!(all(&html, "td p"), ["See https://example.org/x_(y), or <b>."]);
    let markdown = status_docs_export::markdown(&table, &heading("X"));
    assert!(markdown.contains("\nSee <https://example.org/x_(y)>, or \\<b\\>\\.\n"), "{markdown}");
}

#[test]
fn an_error_type_is_its_variants() {
    let faults = tables::faults();
    let variant = |name, row, inner| Variant {
        name,
        row,
        reason: None,
        definition: None,
        tips: None,
        inner,
        address: String::new(),
    };
    let variants = [
        Variant { definition: Some("Its own."), ..variant("Forced", Some(0), "") },
        variant("Again", Some(0), ""),
        Variant { address: "Db.html".to_owned(), ..variant("Db", None, "DbError") },
    ];
    let subject = Subject { variants: Some(&variants), ..subject(&faults, "ApiError", "") };
    let text = export_page(&[subject], &Page::default(), Format::Html);
    let html = Html::parse_document(&text);
    assert_eq!(all(&html, "tbody th"), ["0x11", "0x11", "\u{2192}"]);
    assert_eq!(ids(&html), ["0x11", "Again", "Db"]);
    assert!(all(&html, "td p").contains(&"Its own.".to_owned()) && text.contains("<a href=\"Db.html\">DbError</a>"));
    let json: serde_json::Value =
        serde_json::from_str(&export_page(&[subject], &Page::default(), Format::Json)).unwrap();
    assert_eq!(json["rows"][2]["transparent"], "DbError");
    assert_eq!((&json["rows"][1]["variant"], &json["rows"][1]["code"]), (&"Again".into(), &17.into()));
    let schema = serde_json::from_str(status_docs_export::SCHEMA).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&json));
    // What has a code once: no language has two constants of one value in a switch.
    for format in [Format::C, Format::Csv, Format::Python, Format::TypeScript] {
        let text = export_page(&[subject], &Page::default(), format);
        assert!(text.contains("orced") || text.contains("FORCED"), "{format}");
        assert!(!text.contains("Again") && !text.contains("AGAIN"), "{format}: {text}");
    }
}
