//! Tables at and beyond the limits, built here because they are too large for a repository.

use std::fmt::Write;

use crate::table::{Request, compile};

fn said(bytes: &[u8]) -> Vec<String> {
    compile("t.csv", bytes, &Request::of("")).said
}

#[test]
fn a_cell_of_70_kib() {
    let text = format!("code,reason,tips\n1,Door Open,{}\n2,Door Held,fine\n", "x".repeat(70 * 1024));
    assert_eq!(
        said(text.as_bytes()),
        ["t.csv:2:13 (cell C2): the cell has 71680 bytes, and at most 65536 (64 KiB) are read [long_cell]"]
    );
    let text = format!("code,reason,tips\n1,Door Open,{}\n", "x".repeat(64 * 1024));
    assert_eq!(said(text.as_bytes()), [""; 0]);
}

#[test]
fn more_rows_than_a_spreadsheet_once_had() {
    let mut text = String::from("code,reason\n");
    for code in 0..65_537 {
        let _ = writeln!(text, "{code},Row{code}x");
    }
    assert_eq!(
        said(text.as_bytes()),
        ["t.csv: the table has 65537 rows, and at most 65536 are read; split it at line 65538 [too_many_rows]",]
    );
}

#[test]
fn more_columns_than_a_spreadsheet_has() {
    let header = format!("code,reason{}\n1,Door Open\n", ",x".repeat(20_000));
    let said = said(header.as_bytes());
    assert_eq!(
        said[0],
        "t.csv:1:32778 (cell XFE1): the row has more than 16384 columns, which is where spreadsheets end; from here on \
         nothing is read [too_many_columns]"
    );
}

/// Much of each kind of nonsense ends: in quadratic time, each would take minutes.
// Promise: A table or findings
#[test]
fn nonsense_without_end() {
    const SIZE: usize = 1 << 18;
    let kinds: [&[u8]; 14] = [
        b",",
        b"\n",
        b"\"",
        b"\r",
        b"\r\n",
        b"\0",
        b"\xff",
        b" ",
        b"a",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"1,a\n",
        b"\" ",
        b"\",\"",
    ];
    for kind in kinds {
        for head in [&b""[..], b"code,reason\n"] {
            let bytes: Vec<u8> = head.iter().chain(kind.iter().cycle()).copied().take(SIZE).collect();
            let said = said(&bytes);
            assert!((1..=21).contains(&said.len()), "{kind:?}: {said:?}");
            assert!(said.iter().all(|line| line.len() < 1_000), "{kind:?}: {said:?}");
        }
    }
}
