//! The page of an enum, the cards of its variants, and the sentences of everything else.

use crate::crates::{Docs, doctests, document, scratch};
use crate::html::{blocks, text};

const LIB: &str = r#"
//! Tables as a user has them.
#![deny(missing_docs, warnings, rustdoc::all)]

status_docs::status_table! {
    /// Faults of the door controller.
    ///
    /// # Examples
    ///
    /// ```
    /// let fault = reference_pages::Fault::from_code(17);
    /// assert_eq!(fault, Some(reference_pages::Fault::DoorForced));
    ///     // indented
    /// ```
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16 {
        code = "Fault No.",
        /// What support says.
        tips = "Support steps",
        /// How long to wait.
        retry_after: Option<u32> = "Retry (s)",
        is_retryable: bool = "Retry?",
        severity: enum Severity = "Sev",
        note: &str = "Note",
    }

    #[status(csv = "tables/postgres-errcodes.csv")]
    pub enum SqlState: str { code = "SQLSTATE", reason = "Condition" }

    /// Without its table.
    #[status(csv = "tables/faults.csv", doc_table = false)]
    pub enum Bare: u16 { code = "Fault No." }

    #[status(base = "http", csv = "tables/camera-tips.csv", only = "404, 521")]
    pub enum CameraStatus: u16;

    #[status(base = "http")]
    pub enum Http: u16;
}

/// The reference as everyone has it.
pub mod http {
    status_docs::status_table!();
}
"#;

fn docs() -> (status_docs_tests::scratch::Scratch, Docs) {
    let scratch = scratch("reference-pages", LIB);
    for table in ["faults.csv", "postgres-errcodes.csv", "camera-tips.csv"] {
        let path = status_docs_tests::scratch::workspace().join("tests/tables").join(table);
        scratch.write(&format!("tables/{table}"), std::fs::read(path).unwrap());
    }
    let docs = document(&scratch, "reference-pages");
    (scratch, docs)
}

#[test]
fn pages_read_as_the_design_says() {
    let (scratch, docs) = docs();
    cards(&docs);
    pages(&docs);
    sentences(&docs);
    every_link_of_a_table_lands(&docs);
    summaries(&docs);
    assert_eq!(doctests(&scratch), 1, "the user's own example, and no cell");
}

fn cards(docs: &Docs) {
    let fault = docs.page("enum.Fault.html");
    assert_eq!(
        blocks(fault.docs_of("variant.DoorForced").unwrap()),
        [
            "17 Door Forced — The door opened without a release.",
            "Tips: Check the strike.",
            "Door · row 2 of tables/faults.csv",
            "is_retryable: no",
            "severity: High",
            "note: first",
        ]
    );
    let http = docs.page("http/enum.HttpStatus.html");
    let card = http.docs_of("variant.NotFound").unwrap();
    assert_eq!(
        blocks(card),
        [
            "404 Not Found — The server has nothing at the requested target and offers no redirect.",
            "Tips: The device does not know this request. Its model or firmware may be untested.",
            "Client error · RFC 9110 §15.5.5",
        ]
    );
    assert_eq!(
        http.all("a[href='https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5']").len(),
        1,
        "the reference is a link"
    );
    let camera = docs.page("enum.CameraStatus.html");
    let places = ["variant.NotFound", "variant.WebServerIsDown"].map(|id| blocks(camera.docs_of(id).unwrap()).pop());
    assert_eq!(
        places.map(Option::unwrap),
        [
            "Client error · RFC 9110 §15.5.5 · row 2 of tables/camera-tips.csv",
            "Server error · row 4 of tables/camera-tips.csv",
        ]
    );
}

fn pages(docs: &Docs) {
    let fault = docs.page("enum.Fault.html");
    let top = fault.all(".top-doc > .docblock")[0];
    let order: Vec<&str> = top.child_elements().map(|element| element.value().name()).collect();
    assert_eq!(order, ["p", "h2", "div", "div"], "the user's own docs, then the table");
    let rows: Vec<Vec<String>> = fault.rows().into_iter().map(|row| row.cells).collect();
    assert_eq!(rows[0], ["", "Door", ""]);
    assert_eq!(rows[1], ["17", "Door Forced", "The door opened without a release. Tips: Check the strike."]);
    assert_eq!(rows[3], ["", "Reader", ""]);
    assert_eq!(rows[4], ["21", "Reader Offline (deprecated)", "The reader does not answer. Tips: Power-cycle it."]);

    assert!(docs.page("enum.Bare.html").rows().is_empty(), "doc_table = false");
    let sql = docs.page("enum.SqlState.html");
    let (rows, summary) = (sql.rows(), sql.texts(".top-doc details > summary"));
    let codes = rows.iter().filter(|row| row.href.is_some()).count();
    assert_eq!(summary, [format!("All {codes} status codes")], "a long table is folded");
    let http = docs.page("http/enum.HttpStatus.html");
    assert!(http.texts(".top-doc details > summary").is_empty(), "62 rows are not");
    assert_eq!(http.rows().len(), 62 + 5);
}

/// Whoever opens a method's docs learns which column it reads.
fn sentences(docs: &Docs) {
    let fault = docs.page("enum.Fault.html");
    let of = |id: &str| blocks(fault.docs_of(id).unwrap_or_else(|| panic!("{id} has no docs"))).join(" / ");
    assert_eq!(
        of("method.tips"),
        "What support says. / What to do about it; None where the table does not say. / \
         From the column “Support steps” of tables/faults.csv."
    );
    assert_eq!(
        of("method.retry_after"),
        "How long to wait. / The column “Retry (s)” of tables/faults.csv; None where the cell is empty."
    );
    assert_eq!(of("method.severity"), "The column “Sev” of tables/faults.csv.");
    assert_eq!(of("associatedconstant.BreakIn"), "DoorForced, by another phrase of the table: Break-In.");
    let http = docs.page("http/enum.HttpStatus.html");
    let of = |id: &str| blocks(http.docs_of(id).unwrap()).pop().unwrap();
    assert_eq!(of("method.definition"), "From the HTTP reference.");
    assert_eq!(of("method.class"), "It follows from the code’s first digit.");
    let severity = docs.page("enum.Severity.html");
    assert_eq!(blocks(severity.docs_of("variant.High").unwrap()), ["High, in 2 rows of the table."]);

    for page in
        ["enum.Fault.html", "enum.Severity.html", "enum.FaultClass.html", "enum.SqlState.html", "enum.Http.html"]
    {
        let page = docs.page(page);
        let items =
            page.all("#implementations-list [id^='method.'], #implementations-list [id^='associatedconstant.']");
        assert!(!items.is_empty());
        for item in items.iter().chain(&page.all("section.variant")) {
            let id = item.attr("id").unwrap();
            assert!(page.docs_of(id).is_some_and(|docs| !text(docs).trim().is_empty()), "{id} has no docs");
        }
    }
}

fn every_link_of_a_table_lands(docs: &Docs) {
    for file in ["enum.Fault.html", "enum.SqlState.html", "http/enum.HttpStatus.html"] {
        let page = docs.page(file);
        let own = file.rsplit('/').next().unwrap();
        let ids: Vec<&str> = page.all("section.variant").iter().filter_map(|section| section.attr("id")).collect();
        let hrefs: Vec<String> = page.rows().into_iter().filter_map(|row| row.href).collect();
        assert_eq!(hrefs.len(), ids.len(), "a row for each variant");
        for href in hrefs {
            let (target, id) = href.split_once('#').unwrap();
            assert!(target == own && ids.contains(&id), "{href}");
        }
    }
}

/// The list of a module shows the first paragraph: the user's, or ours, and never the table.
fn summaries(docs: &Docs) {
    let index = docs.page("index.html");
    let summaries = index.texts("dl.item-table dd");
    for expected in [
        "Faults of the door controller.",
        "The status codes of tables/postgres-errcodes.csv.",
        "HTTP’s status codes, with what tables/camera-tips.csv says of them.",
        "The status codes of the HTTP reference.",
        "What stands in the column “Sev” of tables/faults.csv.",
    ] {
        assert!(summaries.iter().any(|summary| summary == expected), "{expected} is not in {summaries:#?}");
    }
}
