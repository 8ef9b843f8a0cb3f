use super::*;
use crate::source::Source;
use crate::testing::{sentences, wanted, without_rules};
use crate::trust::Trust;
use crate::{MAX_ROWS, Role, read};
use dialect::{Start, Syntax};
use proptest::prelude::*;

/// The code is under "a".
fn a() -> Wanted {
    wanted("u16").role(Role::Code, "a")
}

/// Cells as `text@line:column/cell`, and the findings.
fn sheet_of(text: impl AsRef<[u8]>) -> (Vec<Vec<String>>, Vec<String>) {
    sheet_as(text, &a())
}

fn sheet_as(text: impl AsRef<[u8]>, wanted: &Wanted) -> (Vec<Vec<String>>, Vec<String>) {
    let mut report = Report::new();
    let sheet = read(&Source::from_bytes("t.csv", text.as_ref()), wanted, &mut report);
    let row = |record: crate::sheet::Record<'_>| {
        record
            .cells()
            .map(|cell| format!("{}@{}:{}/{}", cell.text, cell.place.line, cell.place.column, cell.place.cell.unwrap()))
            .collect()
    };
    let rows = sheet.header().into_iter().chain(sheet.records()).map(row).collect();
    (rows, without_rules(&sentences(report)))
}

#[test]
fn a_record_ends_where_its_line_does() {
    let mut report = Report::new();
    let sheet = crate::testing::sheet("t.csv", "code,b,c\n1\n2,x,y\n", &mut report);
    let texts: Vec<_> = sheet.records().map(|record| [0, 1, 2, 3].map(|column| record.text(column))).collect();
    assert_eq!(texts, [["1", "", "", ""], ["2", "x", "y", ""]]);
    let cells: Vec<_> = sheet.records().map(|record| [0, 1, 2, 3].map(|column| record.cell(column).text)).collect();
    assert_eq!(cells, texts);
}

#[test]
fn every_cell_knows_its_place() {
    let cases: [(&str, &[&[&str]]); 9] = [
        ("a,b\n1,2\n", &[&["a@1:1/A1", "b@1:3/B1"], &["1@2:1/A2", "2@2:3/B2"]]),
        ("a,b\r\n1,2", &[&["a@1:1/A1", "b@1:3/B1"], &["1@2:1/A2", "2@2:3/B2"]]),
        ("\u{feff}a,b\n1,2", &[&["a@1:1/A1", "b@1:3/B1"], &["1@2:1/A2", "2@2:3/B2"]]),
        // Blank rows count, for lines and for the spreadsheet's rows.
        ("a\r\n\r\n \r\n1\r\n", &[&["a@1:1/A1"], &["1@4:1/A4"]]),
        // A quoted line break counts as a line, and not as a row.
        (
            "a,b\n\"x\ny\",\u{e9}z\n1,2\n",
            &[&["a@1:1/A1", "b@1:3/B1"], &["x\ny@2:1/A2", "\u{e9}z@3:4/B2"], &["1@4:1/A3", "2@4:3/B3"]],
        ),
        // Columns count characters, not bytes.
        ("a,b\n\u{e9}\u{1f525},2\n", &[&["a@1:1/A1", "b@1:3/B1"], &["\u{e9}\u{1f525}@2:1/A2", "2@2:4/B2"]]),
        // `sep=` is a line, and no row.
        ("sep=;\na;b\n1;2\n", &[&["a@2:1/A1", "b@2:3/B1"], &["1@3:1/A2", "2@3:3/B2"]]),
        ("a\tb\n1\t2,3\n", &[&["a@1:1/A1", "b@1:3/B1"], &["1@2:1/A2", "2,3@2:3/B2"]]),
        (
            " a | b;c|d,e\n\" 1 \"|2|3",
            &[&["a@1:1/A1", "b;c@1:5/B1", "d,e@1:10/C1"], &["1@2:1/A2", "2@2:7/B2", "3@2:9/C2"]],
        ),
    ];
    for (text, cells) in cases {
        let (found, findings) = sheet_of(text);
        assert_eq!(findings, [""; 0], "{text:?}");
        assert_eq!(found, cells, "{text:?}");
    }
}

#[test]
fn what_is_wrong_with_a_text_is_found_at_its_place() {
    let cases: [(&[u8], &[&str]); 20] = [
        (b"", &["t.csv: the file is empty; its first line must be the header, such as \"code,reason,definition\""]),
        (
            b" \n,,\n",
            &["t.csv: the file is empty; its first line must be the header, such as \"code,reason,definition\""],
        ),
        (b"a,b\n", &["t.csv: the table has a header and no rows; add a row for each code"]),
        (
            b"a,b\n1,\"x\n2,y\n",
            &[
                "t.csv:2:3 (cell B2): the quote that opens here is never closed; close it at the end of the cell, or take it out",
            ],
        ),
        (
            b"a,b\n\"N\"F,2\n1,2\n",
            &["t.csv:2:4 (cell A2): there is text after a closing quote; close the quote at the end of the cell, and \
               write a quote within the text twice (\"\")"],
        ),
        (
            b"a,b\n1,\"x\" \n\"2\"\xc2\xa0 ,y\n\"3\"\t,\"z\" ",
            &[
                "t.csv:2:6 (cell B2): there is a space after a closing quote; take it out",
                "t.csv:3:4 (cell A3): there is a space after a closing quote; take it out",
                "t.csv:4:4 (cell A4): there is a space after a closing quote; take it out",
                "t.csv:4:9 (cell B4): there is a space after a closing quote; take it out",
            ],
        ),
        // What follows within the quotes is no row, unless it has the cells of one.
        (
            b"a,b\n1, \"3\" pipe\"\n2,\"v\"w\n",
            &[
                "t.csv:2:3 (cell B2): there is a space before an opening quote; take it out",
                "t.csv:3:6 (cell B3): there is text after a closing quote; close the quote at the end of the cell, and write a quote within the text twice (\"\")",
            ],
        ),
        (
            b"a,b\n1, \"x\ny,z,w\n\"\n2,v\n",
            &["t.csv:2:3 (cell B2): there is a space before an opening quote; take it out"],
        ),
        (b"a,b\n1, \"x\"\n", &["t.csv:2:3 (cell B2): there is a space before an opening quote; take it out"]),
        (
            b"a,b\n1,\t\"x\"\n\xc2\xa0\"2\",y\n1,\t5\" x\n",
            &["t.csv:2:3 (cell B2): there is a space before an opening quote; take it out (and 1 more)"],
        ),
        (
            b"a,b\n1,2\r3,4\n",
            &[
                "t.csv:2:4 (cell B2): there is a carriage return without a line feed; save the file with line ends LF or CRLF",
            ],
        ),
        (
            b"a,b\n1,\0\n",
            &["t.csv:2:3 (cell B2): there is a NUL character; take it out, or save the file as \"CSV UTF-8\""],
        ),
        (
            b"a,b\n1,\xe9\n",
            &[
                "t.csv:2:3: the byte 0xE9 here is not UTF-8, and would be '\u{e9}' (U+00E9) in Windows-1252; save the file \
               as \"CSV UTF-8\"",
            ],
        ),
        (
            b"a,b\n1,2,,\n1,2,3\n",
            &[
                "t.csv:3:5 (cell C3): there is a cell beyond the last header (cell B1); put quotes around a text with a \
               comma in it, or give this column a header",
            ],
        ),
        (
            b"\0\0\0",
            &[
                "t.csv:1:1 (cell A1): there is a NUL character; take it out, or save the file as \"CSV UTF-8\" (and 2 more)",
            ],
        ),
        // A column without a header is not read where most rows have it; what few rows have there was shifted.
        (b"a,b,,\n1,2,3,\n1,2\n", &[]),
        (
            b"a,b,\n1,2,x\n3,Stop it, then call\n5,6,y\n",
            &[
                "t.csv:3:11 (cell C3): there is a cell beyond the last header (cell B1); put quotes around a text with a \
                 comma in it, or give this column a header",
            ],
        ),
        (b"a, b, \n1, 2, x\n3, 4, y\n", &[]),
        // Headers at the end that are empty are none.
        (
            b"a,b,,\n1,2,x,\n1,2\n3,4\n",
            &[
                "t.csv:2:5 (cell C2): there is a cell beyond the last header (cell B1); put quotes around a text with a \
                 comma in it, or give this column a header",
            ],
        ),
        (b"a,b\n5\" pipe,2\n", &[]),
    ];
    for (text, said) in cases {
        let (_, findings) = sheet_of(text);
        assert_eq!(findings, said, "{:?}", String::from_utf8_lossy(text));
    }
}

#[test]
fn limits_are_findings() {
    let long = format!("a,b\n1,{}\n", "x".repeat(MAX_CELL_BYTES + 1));
    assert_eq!(
        sheet_of(long).1,
        ["t.csv:2:3 (cell B2): the cell has 65537 bytes, and at most 65536 (64 KiB) are read"]
    );
    assert_eq!(sheet_of(format!("a,b\n1,{}\n", "x".repeat(MAX_CELL_BYTES))).1, [""; 0]);
    let long = format!("{},b\n1,2\n", "x".repeat(MAX_CELL_BYTES + 1));
    assert_eq!(
        sheet_of(long).1,
        ["t.csv:1:1 (cell A1): the cell has 65537 bytes, and at most 65536 (64 KiB) are read"]
    );
    let wide = format!("a,b\n1,2\n3,4{}\n5,6\n", ",".repeat(MAX_COLUMNS));
    let (rows, findings) = sheet_of(wide);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        findings,
        [
            "t.csv:3:16388 (cell XFE3): the row has more than 16384 columns, which is where spreadsheets end; from here on \
          nothing is read"
        ]
    );
    assert_eq!(sheet_of(format!("a{}\n1\n", ",".repeat(MAX_COLUMNS - 1))).1, [""; 0]);
    let many = format!("a\n{}", "1\n".repeat(MAX_ROWS + 2));
    let (rows, findings) = sheet_of(many);
    assert_eq!(rows.len(), MAX_ROWS + 1);
    assert_eq!(findings, ["t.csv: the table has 65538 rows, and at most 65536 are read; split it at line 65538"]);
}

/// A text with each line end as a line feed, by another way than the lexer's.
fn with_line_feeds(text: &str) -> String {
    let mut found = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let mut next = characters.clone().skip_while(|next| *next == '\r');
        match character {
            '\r' if next.next() == Some('\n') => {}
            '\r' => found.push('\n'),
            other => found.push(other),
        }
    }
    found
}

/// The byte of a line and a column.
fn index_of(text: &str, (line, column): (u32, u32)) -> usize {
    let (mut at, mut bytes) = ((1, 1), text.char_indices().peekable());
    while let Some((index, c)) = bytes.next() {
        if at == (line, column) {
            return index;
        }
        let is_half = c == '\r' && bytes.peek().is_some_and(|(_, next)| *next == '\n');
        match c {
            '\r' if is_half => {}
            '\r' | '\n' => at = (at.0 + 1, 1),
            _ => at.1 += 1,
        }
    }
    text.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// The lexer and the `csv` crate see the same records and the same texts, whatever the bytes are; and the text at a
    /// place of the lexer's, read as `csv` reads it alone, is the cell.
    #[test]
    fn the_lexer_and_csv_agree(
        text in "[a\",;'\\\\\\r\\n \u{e9}\0]{0,40}",
        quote in prop_oneof![3 => Just(b'"'), 1 => Just(b'\'')],
        escape in prop_oneof![Just(None), Just(Some(b'\\'))],
    ) {
        let way = Way {
            syntax: Syntax { delimiter: b',', quote, escape },
            delimiter_from: DelimiterFrom::User,
            skipped: 0,
            start: Start { line: 1, row: 1 },
            tie: None,
        };
        let mut sheet = Sheet { text: text.clone(), delimiter: b',', ..Sheet::default() };
        let mut report = Report::new();
        lex::lex(&text, way, &[], MAX_ROWS, &mut sheet, &mut report);
        let reader = |text: &str| {
            let mut reader = csv::ReaderBuilder::new();
            reader.has_headers(false).flexible(true).quote(quote).escape(escape);
            reader.from_reader(text.as_bytes()).into_byte_records().map(Result::unwrap).collect::<Vec<_>>()
        };
        let texts = |record: &csv::ByteRecord| -> Vec<String> {
            let text = |field: &[u8]| with_line_feeds(String::from_utf8(field.to_vec()).unwrap().trim());
            record.iter().map(text).collect()
        };
        // Blank records are not in a sheet, unless something is wrong with them.
        let is_filled = |texts: &Vec<String>| texts.iter().any(|text| !text.is_empty());
        let theirs: Vec<_> = reader(&text).iter().map(texts).filter(is_filled).collect();
        let records: Vec<_> = sheet.header().into_iter().chain(sheet.records()).collect();
        let ours: Vec<Vec<String>> =
            records.iter().map(|record| record.cells().map(|cell| cell.text.to_owned()).collect()).collect();
        let damaged = records.iter().any(|record| record.trust() == Trust::Guessed);
        prop_assert!(!damaged || !report.is_empty());
        let filled: Vec<_> = ours.iter().filter(|texts| is_filled(texts)).cloned().collect();
        prop_assert_eq!(&filled, &theirs);
        for cell in records.iter().flat_map(|record| record.cells()) {
            let from = index_of(&text, (cell.place.line, cell.place.column));
            let alone = reader(&text[from..]);
            // An empty cell at the end of a record, which `csv` skips if nothing else is on the line.
            let first = alone.first().filter(|_| !text[from..].starts_with(['\r', '\n']));
            let first = first.and_then(|record| texts(record).into_iter().next()).unwrap_or_default();
            prop_assert_eq!(first, cell.text, "at {}", from);
        }
    }

    /// Every place lies within the text, and at the cell that the place names.
    #[test]
    fn places_point_at_their_cells(text in "[ab1\",\\n\u{e9}]{0,40}") {
        let mut report = Report::new();
        let sheet = read(&Source::from_bytes("t.csv", text.clone()), &a(), &mut report);
        let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
        for cell in sheet.records().flat_map(crate::sheet::Record::cells) {
            let line = &lines[cell.place.line as usize - 1];
            let rest: String = line.iter().skip(cell.place.column as usize - 1).collect();
            let first = cell.text.chars().next();
            prop_assert!(first.is_none() || rest.starts_with('"') || rest.trim_start().starts_with(first.unwrap()));
        }
    }

    /// Any bytes are read, and what is reported has a place in the file.
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut report = Report::new();
        read(&Source::from_bytes("t.csv", bytes), &a(), &mut report);
        for finding in report.into_findings() {
            prop_assert!(finding.to_string().starts_with("t.csv:"));
        }
    }
}
