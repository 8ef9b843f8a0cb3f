//! `exports/`: one table as spreadsheets save it. The tables are equal, row numbers included.
//!
//! (`macros/codegen/src/expand/exports.rs` holds that what is emitted for them is, token for token.)

use std::fs;
use std::path::Path;

use status_docs_data::Table;

use crate::table::{Request, compile};

/// The table of an export, under one name for all of them. A line `sep=;` is a line, which findings count,
/// and no row of the spreadsheet; nothing that is emitted tells the line.
fn table(name: &str, bytes: &[u8]) -> Table {
    let mut request = Request::of("typed");
    request.wanted.columns.retain(|column| ["weight", "severity"].contains(&column.name.as_str()));
    let outcome = compile("doors.csv", bytes, &request);
    assert_eq!(outcome.said, [""; 0], "{name}");
    let mut table = outcome.table.unwrap();
    let shift = u32::from(bytes.starts_with(b"sep="));
    table.rows.iter_mut().for_each(|row| row.line -= shift);
    table
}

#[test]
fn every_spreadsheet_gives_the_same_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile/exports");
    let plain = table("by_hand", &fs::read(folder.join("by_hand.csv")).unwrap());
    assert_eq!(plain.rows.len(), 3);
    assert_eq!(plain.rows[1].definition, "First line.\nSecond line; the end.");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert_eq!(table(name, &fs::read(&path).unwrap()), plain, "{name}");
        count += 1;
    }
    assert!(count >= 10, "{count}");
}
