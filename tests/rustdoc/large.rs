//! Ten thousand rows: the page and the index stay small enough for a browser.

use std::fmt::Write;

use crate::crates::{document, scratch};

#[test]
fn ten_thousand_rows_have_short_cards_and_no_table() {
    let scratch = scratch(
        "large-pages",
        "//! A large table.\n#![deny(missing_docs, warnings)]\n\
         status_docs::status_table! {\n/// Many.\n#[status(csv = \"large.csv\")]\npub enum Large: u32;\n}\n",
    );
    let mut csv = String::from("code,name,reason,definition,tips\n");
    for row in 0..10_000 {
        let _ =
            writeln!(csv, "{},Fault{row},Fault number {row},What fault {row} means in a few words.,Do this.", row * 7);
    }
    scratch.write("large.csv", csv);
    let docs = document(&scratch, "large-pages");
    let page = std::fs::metadata(docs.dir.join("enum.Large.html")).unwrap().len();
    let index = docs.search_index_bytes();
    println!("10000 rows: the page has {} KiB, the search index {} KiB", page / 1024, index / 1024);
    assert!(page < 16 << 20, "the page has {page} bytes");
    assert!((1..16 << 20).contains(&index), "the search index has {index} bytes");

    let html = std::fs::read_to_string(docs.dir.join("enum.Large.html")).unwrap();
    assert!(html.contains("What fault 9999 means") && !html.contains("Do this."));
    assert!(html.contains("<p>10000 status codes; the variants are in the order of the table.</p>"));
}
