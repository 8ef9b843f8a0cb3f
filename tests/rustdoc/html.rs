//! A page of rustdoc's, and what a reader sees on it.

use scraper::{ElementRef, Html, Node, Selector};

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
        // An id may have characters that a selector cannot.
        let section = self.all("[id]").into_iter().find(|element| element.attr("id") == Some(id))?;
        let method =
            section.parent().filter(|parent| parent.value().as_element().is_some_and(|e| e.name() == "summary"));
        let heading = method.unwrap_or(*section);
        heading.next_siblings().filter_map(ElementRef::wrap).find(|element| {
            let classes: Vec<&str> = element.value().classes().collect();
            classes.contains(&"docblock")
        })
    }

    /// The rows of the table that follows the user's own docs; the first cell's link is `href`, its place `id`.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let rows = self.all(".top-doc table tbody tr").into_iter().map(|row| {
            let cells: Vec<ElementRef<'_>> = row.child_elements().collect();
            let place = cells.first().and_then(|cell| cell.child_elements().next());
            let link = place.and_then(|place| place.child_elements().next()).and_then(|link| link.attr("href"));
            Row {
                id: place.and_then(|place| place.attr("id")).map(str::to_owned),
                href: link.map(str::to_owned),
                cells: cells.into_iter().map(text).collect(),
            }
        });
        rows.collect()
    }
}

#[derive(Debug)]
pub(crate) struct Row {
    /// What a link to the row ends with.
    pub(crate) id: Option<String>,
    pub(crate) href: Option<String>,
    pub(crate) cells: Vec<String>,
}

/// The text of an element, a line feed where a reader sees a new line.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let mut shown = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(text) => shown.push_str(text),
            Node::Element(element) if element.name() == "br" => shown.push('\n'),
            _ => {}
        }
    }
    // Markdown's own breaks are followed by a line feed of the source.
    shown.replace("\n\n", "\n")
}

/// The paragraphs and list items of a block of docs.
pub(crate) fn blocks(docs: ElementRef<'_>) -> Vec<String> {
    docs.select(&Selector::parse("p, li").unwrap()).map(text).collect()
}
