//! One table, as each program saves it.

use crate::kind::Value;
use crate::testing::{table, wanted};
use crate::{Dialect, Report, Source, Table, Wanted, check, read};

fn doors() -> Wanted {
    wanted("u16").column("weight: f64 = \"Weight (kg)\"").column("is_on: Option<bool> = \"On?\"")
}

/// The table without its places.
fn without_places(mut table: Table) -> Table {
    for row in &mut table.rows {
        (row.line, row.sheet_row) = (0, 0);
    }
    table
}

const PLAIN: &str = "Code,Short name,Definition,Exacq Tips,Weight (kg),On?
10,Door stuck,\"It does not open, nor close.\",\"Pull, then push.\",1.5,yes
20,Lock \"A\" lost,\"First line.
Second line; the end.\",,-2,
0x1E,Cafe's dog | cat,,\t,1000,x
";

fn plain() -> Table {
    let (table, findings) = table(PLAIN, &doors());
    assert_eq!(findings, [""; 0]);
    without_places(table)
}

#[test]
fn the_plain_table_is_what_it_looks_like() {
    let table = plain();
    let [first, second, third] = &table.rows[..] else { panic!() };
    assert_eq!(first.definition, "It does not open, nor close.");
    assert_eq!(
        (second.reason.as_str(), second.definition.as_str()),
        ("Lock \"A\" lost", "First line.\nSecond line; the end.")
    );
    assert_eq!((third.name.as_str(), third.tips.as_deref()), ("CafesDogCat", None));
    assert_eq!(first.values, [Value::Float("1.5".to_owned()), Value::Bool(true)]);
    assert_eq!(second.values, [Value::Float("-2.0".to_owned()), Value::None]);
}

#[test]
fn every_dialect_gives_an_equal_table() {
    let mut records: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(PLAIN.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    // What a program does around a table.
    let padded =
        records.iter().map(|record| record.iter().chain(["", " "]).collect()).collect::<Vec<csv::StringRecord>>();
    let mut tall = padded.clone();
    tall.insert(1, csv::StringRecord::from(vec![" "; 8]));
    tall.push(csv::StringRecord::from(vec![""; 8]));
    records.iter_mut().for_each(csv::StringRecord::trim);
    for delimiter in [b',', b';', b'\t', b'|'] {
        for (mark, line_end, shape) in
            [("", "\n", &records), ("\u{feff}", "\r\n", &records), ("", "\r\n", &padded), ("\u{feff}", "\n", &tall)]
        {
            for style in [csv::QuoteStyle::Necessary, csv::QuoteStyle::Always] {
                let mut writer = csv::WriterBuilder::new()
                    .flexible(true)
                    .delimiter(delimiter)
                    .quote_style(style)
                    .from_writer(mark.as_bytes().to_vec());
                for record in shape {
                    writer.write_record(record).unwrap();
                }
                let text = String::from_utf8(writer.into_inner().unwrap()).unwrap().replace('\n', line_end);
                let bodies =
                    [text.clone(), format!("{text}\r\n \r\n\n"), format!("{}\n{text}", first_line(mark, delimiter))];
                for body in bodies {
                    let (found, findings) = table(&body, &doors());
                    assert_eq!(findings, [""; 0], "{body:?}");
                    assert_eq!(without_places(found), plain(), "{body:?}");
                }
            }
        }
    }
}

fn first_line(mark: &str, delimiter: u8) -> String {
    format!("{mark}sep={}", char::from(delimiter))
}

/// German Excel, "CSV UTF-8": semicolons, a mark, CRLF, decimal commas, line feeds within cells.
const EXCEL_DE: &str = "\u{feff}Code;Short name;Definition;Exacq Tips;Weight (kg);On?\r\n\
    10;Door stuck;It does not open, nor close.;Pull, then push.;1,5;yes\r\n\
    20;\"Lock \"\"A\"\" lost\";\"First line.\nSecond line; the end.\";;-2;\r\n\
    0x1E;Cafe's dog | cat;;;1000;x\r\n;;;;;\r\n";

/// English Excel, with the line that it reads itself, and padded.
const EXCEL_EN: &str = "sep=,\r\nCode,Short name,Definition,Exacq Tips,Weight (kg),On?,,\r\n\
    10,Door stuck,\"It does not open, nor close.\",\"Pull, then push.\",1.5,yes,,\r\n\
    20,\"Lock \"\"A\"\" lost\",\"First line.\nSecond line; the end.\",,-2,,,\r\n\
    0x1E,Cafe's dog | cat,,,1000,x,,\r\n,,,,,,,\r\n";

/// `LibreOffice` with all text quoted, and spaces where a cell was cleared by hand.
const LIBRE_OFFICE: &str = "\"Code\",\"Short name\",\"Definition\",\"Exacq Tips\",\"Weight (kg)\",\"On?\"\n\
    10,\"Door stuck\",\"It does not open, nor close.\",\"Pull, then push.\",1.5,\"yes\"\n\
    20,\"Lock \"\"A\"\" lost\",\"First line.\nSecond line; the end.\",\" \",-2,\n\
    \"0x1E\",\"Cafe's dog | cat\",,,1000,\"x\"\n";

/// Google Sheets: CRLF, no line end at the end, quotes only where needed.
const GOOGLE_SHEETS: &str = "Code,Short name,Definition,Exacq Tips,Weight (kg),On?\r\n\
    10,Door stuck,\"It does not open, nor close.\",\"Pull, then push.\",1.5,yes\r\n\
    20,\"Lock \"\"A\"\" lost\",\"First line.\nSecond line; the end.\",,-2,\r\n\
    0x1E,Cafe's dog | cat,,,1000,x";

#[test]
fn exports_of_spreadsheets_give_an_equal_table() {
    for export in [EXCEL_DE, EXCEL_EN, LIBRE_OFFICE, GOOGLE_SHEETS] {
        let (found, findings) = table(export, &doors());
        assert_eq!(findings, [""; 0], "{export:?}");
        assert_eq!(without_places(found), plain(), "{export:?}");
    }
}

#[test]
fn a_comma_is_a_decimal_point_only_where_semicolons_part_the_cells() {
    for (text, said) in [
        ("code;reason;w\n1;A;1,5", None),
        ("code;reason;w\n1;A;1,500", None),
        ("code\treason\tw\n1\tA\t1,000", Some("t.csv:2:5 (cell C2)")),
        ("code|reason|w\n1|A|1,000", Some("t.csv:2:5 (cell C2)")),
        ("code;reason;w\n1;A;1.000,5", Some("t.csv:2:5 (cell C2)")),
    ] {
        let (_, findings) = table(text, &wanted("u8").column("w: f64"));
        assert_eq!(findings.len(), usize::from(said.is_some()));
        assert!(findings.iter().all(|finding| finding.starts_with(said.unwrap())), "{findings:?}");
    }
}

#[test]
fn a_delimiter_that_is_given_wins() {
    let text = "code;reason,more;x\n1;A,b;c\n";
    let mut report = Report::new();
    let by = |delimiter: u8| Wanted {
        dialect: Dialect { delimiter: Some(delimiter), ..Dialect::default() },
        ..wanted("u16").role(crate::Role::Code, "code;reason")
    };
    let sheet = read(&Source::from_bytes("t.csv", text), &by(b','), &mut report);
    assert_eq!(sheet.header().unwrap().cells().map(|cell| cell.text).collect::<Vec<_>>(), ["code;reason", "more;x"]);
    // Also over the line that a spreadsheet wrote, which is no header either way.
    let text = "sep=;\ncode#reason;\n1#A;\n";
    let by_hash = Wanted { roles: Vec::new(), ..by(b'#') };
    let sheet = read(&Source::from_bytes("t.csv", text), &by_hash, &mut report);
    let bound = crate::compile::bind(&sheet, &[], &wanted("u8").role(crate::Role::Reason, "reason;"), &[], &mut report)
        .unwrap();
    let named = check::Named { http: None, table: |_| None };
    let (table, _) = check::check_rows(&bound, &wanted("u8"), named, &mut report);
    assert_eq!(table.rows[0].reason, "A;");
    assert!(report.is_empty());
}

#[test]
fn the_header_that_tells_the_delimiter_is_the_first_line_with_text() {
    for text in [
        "\n  \r\n;;\ncode;reason, long\n1;A\n",
        "\t\t\ncode\treason\n1\tA\n",
        "code\n",
        "\"a,b\nc,d\";code;reason\n;1;A",
    ] {
        let (found, findings) = table(text, &wanted("u8").role(crate::Role::Reason, "reason"));
        let is_code_alone = text == "code\n";
        assert_eq!(found.rows.len(), usize::from(!is_code_alone && !text.contains("long")), "{text:?} {findings:?}");
    }
}
