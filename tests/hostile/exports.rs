//! `exports/`: tables as spreadsheets save them. Those of one sheet give equal tables, row numbers included.
//!
//! (`every_spreadsheet_gives_the_same_tokens` in `macros/codegen` checks that the emitted tokens are equal too; those
//! in `damaged/` are checked against their `.findings`, like the corpus.)

use status_docs_data::Table;

use crate::corpus::{File, files_of};
use crate::table::Request;

/// The table of an export. A `sep=;` line counts as a line in findings, but is not a row of the spreadsheet; emitted
/// code does not contain line numbers.
fn table(file: &File) -> Table {
    let outcome = file.compile("sheet.csv");
    assert_eq!(outcome.said, [""; 0], "{}", file.path.display());
    let mut table = outcome.table.unwrap();
    let shift = u32::from(file.bytes.starts_with(b"sep="));
    table.rows.iter_mut().for_each(|row| row.line -= shift);
    table
}

/// The table of a sheet, which all of its exports give.
fn sheet(folder: &str, kind: &str) -> Table {
    let exports = files_of(&format!("exports/{folder}"), |_, bytes| Request::of_export(kind, bytes));
    let by_hand = exports.iter().find(|file| file.name == "by_hand").unwrap();
    let plain = table(by_hand);
    assert!(exports.len() >= 3, "{folder}");
    for export in &exports {
        assert_eq!(table(export), plain, "{}", export.path.display());
    }
    plain
}

#[test]
fn every_spreadsheet_gives_the_same_table() {
    let doors = sheet("doors", "typed_");
    assert_eq!(doors.rows.len(), 3);
    assert_eq!(doors.rows[1].definition, "First line.\nSecond line; the end.");
    let states = sheet("states", "text_");
    assert_eq!(states.rows[0].code.to_string(), "00000");
    let switches = sheet("switches", "typed_");
    assert_eq!(switches.columns.len(), 1);
}
