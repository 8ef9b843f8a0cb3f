//! A page of rustdoc's, and what a reader sees on it.

use scraper::{ElementRef, Html, Selector};

pub(crate) struct Page {
    html: Html,
}

impl Page {
    pub(crate) fn new(html: &str) -> Self {
        Self { html: Html::parse_document(html) }
    }

    /// All elements that a selector selects.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The texts of all elements that a selector selects.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    /// The docs below a heading such as `variant.NotFound`.
    pub(crate) fn docs_of(&self, id: &str) -> Option<ElementRef<'_>> {
        // An id may have what a selector cannot.
        let section = self.all("[id]").into_iter().find(|element| element.attr("id") == Some(id))?;
        let method =
            section.parent().filter(|parent| parent.value().as_element().is_some_and(|e| e.name() == "summary"));
        let heading = method.unwrap_or(*section);
        heading.next_siblings().filter_map(ElementRef::wrap).find(|element| {
            let classes: Vec<&str> = element.value().classes().collect();
            classes.contains(&"docblock")
        })
    }

    /// The rows of the table that follows the user's own docs; the first cell's link is `href`.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let rows = self.all(".top-doc table tbody tr").into_iter().map(|row| {
            let cells: Vec<ElementRef<'_>> = row.child_elements().collect();
            let link = cells.first().and_then(|cell| cell.child_elements().next()).and_then(|link| link.attr("href"));
            Row { href: link.map(str::to_owned), cells: cells.into_iter().map(text).collect() }
        });
        rows.collect()
    }
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) href: Option<String>,
    pub(crate) cells: Vec<String>,
}

pub(crate) fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The paragraphs and list items of a block of docs.
pub(crate) fn blocks(docs: ElementRef<'_>) -> Vec<String> {
    docs.select(&Selector::parse("p, li").unwrap()).map(text).collect()
}
