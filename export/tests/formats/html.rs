use std::collections::{BTreeSet, HashSet};

use scraper::{ElementRef, Html, Selector};
use status_docs_data::markdown::normalise;

use crate::{all, heading, shown, tables};

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(row: ElementRef<'_>, selector: &str) -> Vec<String> {
    row.select(&Selector::parse(selector).unwrap()).map(|element| element.text().collect()).collect()
}

#[test]
fn every_cell_is_text_in_its_place() {
    let table = tables::hostile();
    let page = Html::parse_document(&status_docs_export::html(&table, &heading("Hostile")));
    let rows = select(&page, "tbody > tr");
    assert_eq!(rows.len(), table.rows.len());
    for (row, written) in table.rows.iter().zip(rows) {
        assert_eq!(texts(written, "th a"), [normalise(&row.code.to_string())]);
        assert_eq!(texts(written, "td:nth-child(2) > b"), [normalise(&row.reason)]);
        assert_eq!(texts(written, "td:nth-child(2) > code"), [row.name.as_str()]);
        assert_eq!(texts(written, "td:nth-child(3) > p"), shown(&row.definition));
        assert_eq!(texts(written, "td:nth-child(3) > ul > li"), shown(row.tips.as_deref().unwrap_or_default()));
    }
}

/// No element comes out of a cell, none has an attribute of a cell's, and nothing leads anywhere but to the web.
#[test]
fn nothing_but_the_template_is_markup() {
    for (file, name, table) in all(600) {
        let page = Html::parse_document(&status_docs_export::html(&table, &heading(name)));
        let elements: BTreeSet<&str> = select(&page, "*").iter().map(|element| element.value().name()).collect();
        let known = "a b body button caption code div em footer h1 head header html input kbd label li link main meta option \
                     output p script select small span style table tbody td th thead title tr ul";
        let known: BTreeSet<&str> = known.split(' ').collect();
        assert_eq!(elements.difference(&known).collect::<Vec<_>>(), [&""; 0], "{file}");
        assert_eq!(select(&page, "script").len(), 1, "{file}");
        assert_eq!(select(&page, "style").len(), 1, "{file}");
        for element in select(&page, "*") {
            for (attribute, value) in element.value().attrs() {
                assert!(!attribute.starts_with("on") && attribute != "style", "{file}: {attribute}");
                let leads = matches!(attribute, "href" | "src" | "action");
                let is_known = ["#", "https://", "http://", "data:,"].iter().any(|start| value.starts_with(start));
                assert!(!leads || is_known, "{file}: {attribute}={value}");
            }
        }
    }
}

/// The page's own policy forbids whatever a mistake of ours would let in.
#[test]
fn the_page_allows_its_own_script_and_nothing_else() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let page = Html::parse_document(&status_docs_export::html(&tables::faults(), &heading("Fault")));
    let script: String = select(&page, "script")[0].text().collect();
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
    let policy = select(&page, "meta[http-equiv]")[0].value().attr("content").unwrap();
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; img-src data:; \
             base-uri 'none'; form-action 'none'"
        )
    );
}

#[test]
fn every_code_has_an_address_of_its_own() {
    for (file, name, table) in all(600) {
        let page = Html::parse_document(&status_docs_export::html(&table, &heading(name)));
        let ids: Vec<&str> = select(&page, "[id]").iter().map(|element| element.value().attr("id").unwrap()).collect();
        assert_eq!(ids.len(), table.rows.len() + 1, "{file}");
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{file}");
        for row in select(&page, "tbody > tr") {
            let link = row.select(&Selector::parse("th a").unwrap()).next().unwrap();
            assert_eq!(link.value().attr("href"), Some(&*format!("#{}", row.value().attr("id").unwrap())));
        }
    }
    let page = Html::parse_document(&status_docs_export::html(&tables::faults(), &heading("Fault")));
    let ids: Vec<_> = select(&page, "tbody > tr").iter().map(|row| row.value().attr("id").unwrap()).collect();
    assert_eq!(ids, ["0x11", "0x12", "0x2A", "0x04"]);
}

#[test]
fn columns_have_the_sheets_headers_and_empty_ones_are_left_out() {
    let heads = |table: &status_docs_data::Table| -> Vec<String> {
        let page = Html::parse_document(&status_docs_export::html(table, &heading("X")));
        select(&page, "thead th").iter().map(|head| head.text().collect()).collect()
    };
    assert_eq!(
        heads(&tables::faults()),
        [
            "Fault No.",
            "Short name",
            "Meaning",
            "Group",
            "Retry (s)",
            "Retry?",
            "Sev",
            "Team",
            "Weight",
            "Letter",
            "Note",
            "More"
        ]
    );
    assert_eq!(heads(&tables::reference("http")), ["Code", "Reason", "Definition", "Class", "Reference"]);
    assert_eq!(heads(&tables::wide()), ["Code", "Name", "Mask"]);
}
