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
    #[status(csv = "tables/faults.csv", doc(no_table))]
    pub enum Bare: u16 { code = "Fault No." }

    /// Steps on lines of their own, and a page for each code.
    #[status(csv = "tables/steps.csv", link = "https://docs.example.com/errors/{code}", doc(plain), warn_deprecated)]
    pub enum Steps: str { parts: &str }

    #[status(base = "http", csv = "tables/camera-tips.csv", only = "404, 521")]
    pub enum CameraStatus: u16;

    #[status(base = "http")]
    pub enum Http: u16;
}

/// The reference as everyone has it.
pub mod http {
    status_docs::status_table!();
}

/// Borrows its documentation.
#[derive(status_docs::StatusDocs)]
#[status(csv = "tables/steps.csv", code = str)]
pub enum Derived {
    /// The first one.
    #[status(DoorForced)]
    First,
}
"#;

/// As a spreadsheet saves what was typed with Alt+Enter.
const STEPS: &str = "code,name,definition,tips,parts,deprecated\n\
    E 17,DoorForced,\"It opened.\nNobody had released it.\",\"1. Check the *strike*.\n\n2. Reset, <b>then</b> wait.\",\
    \"strike\nlock\",\n\
    E18,DoorHeld,,,,use E_17 (or *nothing*)\n";

fn docs() -> (status_docs_tests::scratch::Scratch, Docs) {
    let scratch = scratch("reference-pages", LIB);
    for table in ["faults.csv", "postgres-errcodes.csv", "camera-tips.csv"] {
        let path = status_docs_tests::scratch::workspace().join("tests/tables").join(table);
        scratch.write(&format!("tables/{table}"), std::fs::read(path).unwrap());
    }
    scratch.write("tables/steps.csv", STEPS);
    let docs = document(&scratch, "reference-pages");
    (scratch, docs)
}

#[test]
fn pages_read_as_the_design_says() {
    let (scratch, docs) = docs();
    cards(&docs);
    lines(&docs);
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
            "Tips: Check the path for typing errors, and whether the resource still exists; a server may also hide what \
             the client may not see. When a device answers this: it does not know the request; its model or firmware \
             may be untested.",
            "Client Error · RFC 9110 §15.5.5",
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
            "Client Error · RFC 9110 §15.5.5 · row 2 of tables/camera-tips.csv",
            "Server Error · row 4 of tables/camera-tips.csv",
        ]
    );
}

/// Steps keep their lines on the card, in the table, and in that of a derive; plain cards are just as safe on the page.
fn lines(docs: &Docs) {
    let steps = docs.page("enum.Steps.html");
    let meaning = "It opened.\nNobody had released it.";
    let tips = "1. Check the *strike*.\n2. Reset, <b>then</b> wait.";
    assert_eq!(
        blocks(steps.docs_of("variant.DoorForced").unwrap()),
        [
            format!("E 17 DoorForced — {meaning}"),
            format!("Tips: {tips}"),
            "https://docs.example.com/errors/E%2017 · row 2 of tables/steps.csv".to_owned(),
            "parts: strike\nlock".to_owned(),
        ]
    );
    let rows = steps.rows();
    assert_eq!(rows[0].cells, ["E 17", "DoorForced", &format!("{meaning}\nTips: {tips}")]);
    assert_eq!(rows.iter().map(|row| row.id.as_deref().unwrap()).collect::<Vec<_>>(), ["code.E%2017", "E18"]);
    assert_eq!(steps.all("a[href='https://docs.example.com/errors/E%2017']").len(), 1, "the page of the code");
    assert_eq!(steps.texts(".item-info .deprecated")[0], "👎Deprecated: use E_17 (or *nothing*)");
    let derived = docs.page("enum.Derived.html");
    let cells = derived.texts("#trait-implementations-list table td");
    assert_eq!(cells, ["First", "E 17 DoorForced", meaning, tips]);
}

fn pages(docs: &Docs) {
    let fault = docs.page("enum.Fault.html");
    let top = fault.all(".top-doc > .docblock")[0];
    let order: Vec<&str> = top.child_elements().map(|element| element.value().name()).collect();
    assert_eq!(order, ["p", "h2", "div", "div"], "the user's own docs, then the table");
    let rows: Vec<Vec<String>> = fault.rows().into_iter().map(|row| row.cells).collect();
    let head = fault.texts(".top-doc table th");
    assert_eq!(head, ["Code", "Phrase", "Meaning", "Retry (s)", "Retry?", "Sev", "Note"], "typed columns have room");
    assert_eq!(rows[0], ["", "Door", "", "", "", "", ""]);
    let forced = "The door opened without a release. Tips: Check the strike.";
    assert_eq!(rows[1], ["17", "Door Forced", forced, "", "no", "High", "first"]);
    assert_eq!(rows[3], ["", "Reader", "", "", "", "", ""]);
    let offline = "The reader does not answer. Tips: Power-cycle it.";
    assert_eq!(rows[4], ["21", "Reader Offline (deprecated)", offline, "5", "yes", "High", "{} \\n"]);

    assert!(docs.page("enum.Bare.html").rows().is_empty(), "doc(no_table)");
    let sql = docs.page("enum.SqlState.html");
    let (rows, summary) = (sql.rows(), sql.texts(".top-doc details > summary"));
    let codes = rows.iter().filter(|row| row.href.is_some()).count();
    assert_eq!(summary, [format!("All {codes} status codes")], "a long table is folded");
    let http = docs.page("http/enum.HttpStatus.html");
    assert!(http.texts(".top-doc details > summary").is_empty(), "62 rows are not");
    assert_eq!(http.rows().len(), 62 + 5);
}

/// A method's docs say which column it reads.
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
        for row in page.rows().iter().filter(|row| row.href.is_some()) {
            let code = &row.cells[0];
            let is_whole = code.chars().any(|c| c.is_ascii_digit());
            let expected = if is_whole { code.clone() } else { format!("code.{code}") };
            assert_eq!(row.id.as_ref(), Some(&expected), "the place of a code");
        }
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
        "The status codes of the HTTP reference, with what tables/camera-tips.csv says about them.",
        "The status codes of the HTTP reference.",
        "The cells of the column “Sev” of tables/faults.csv.",
    ] {
        assert!(summaries.iter().any(|summary| summary == expected), "{expected} is not in {summaries:#?}");
    }
}
