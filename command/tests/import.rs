//! `import`: workbooks that a library and a spreadsheet made, documents, tables in texts, C headers; and what is said.
#![cfg(feature = "import")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use cargo_status_docs::{Failure, Import, Imported, Project, import};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn import_in(folder: &Path, file: &str, sheet: Option<&str>) -> Result<Imported, Failure> {
    let wanted = Import { file: file.into(), sheet: sheet.map(str::to_owned), csv: None };
    import(&Project::in_folder(folder), &wanted)
}

/// A file with that content, imported.
fn imported(file: &str, content: &str, sheet: Option<&str>) -> Result<Imported, String> {
    let name = format!("{}-{}", file.replace('.', "-"), content.len());
    let folder = folder(&name);
    fs::write(folder.join(file), content).unwrap();
    import_in(&folder, file, sheet).map_err(|failure| failure.to_string())
}

#[track_caller]
fn same(name: &str, is: &Imported, text: &str) {
    assert_eq!(is.text, text, "{name}: {:?} {:?}", is.changed, is.losses());
    assert_eq!(is.losses(), [""; 0], "{name}");
}

/// A workbook with one sheet.
fn workbook(name: &str, fill: impl FnOnce(&mut Worksheet)) -> Imported {
    let folder = folder(name);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Faults").unwrap();
    fill(sheet);
    book.save(folder.join("faults.xlsx")).unwrap();
    import_in(&folder, "faults.xlsx", None).unwrap()
}

type Fill = Box<dyn Fn(&mut Worksheet)>;

#[allow(clippy::too_many_lines, reason = "a line for each kind of cell")]
#[test]
fn cells_of_a_workbook_are_what_a_person_sees() {
    let format = |code: &str| Format::new().set_num_format(code);
    let date = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    let cases: Vec<(&str, Fill, &str)> = vec![
        (
            "a text keeps its zeros",
            Box::new(|s| {
                s.write(1, 0, "00123").unwrap();
            }),
            "00123",
        ),
        (
            "a whole number has no decimals",
            Box::new(|s| {
                s.write(1, 0, 17.0).unwrap();
            }),
            "17",
        ),
        (
            "a decimal number",
            Box::new(|s| {
                s.write(1, 0, 0.3).unwrap();
            }),
            "0.3",
        ),
        (
            "leading zeros by format",
            Box::new(move |s| {
                s.write_with_format(1, 0, 17, &format("00000")).unwrap();
            }),
            "00017",
        ),
        (
            "a letter by format",
            Box::new(move |s| {
                s.write_with_format(1, 0, 7, &format("\"E\"000")).unwrap();
            }),
            "E007",
        ),
        (
            "a date",
            Box::new(move |s| {
                s.write_with_format(1, 0, date("2024-01-31"), &format("dd.mm.yyyy")).unwrap();
            }),
            "2024-01-31",
        ),
        (
            "a date with its time, to the second",
            Box::new(move |s| {
                s.write_with_format(1, 0, 45_322.604_166_655, &format("yyyy-mm-dd hh:mm")).unwrap();
            }),
            "2024-01-31T14:30",
        ),
        (
            "yes or no",
            Box::new(|s| {
                s.write(1, 0, true).unwrap();
            }),
            "true",
        ),
        (
            "lines",
            Box::new(|s| {
                s.write(1, 0, "Door\nheld").unwrap();
            }),
            "\"Door\nheld\"",
        ),
        (
            "blanks at its ends",
            Box::new(|s| {
                s.write(1, 0, "\u{a0} Door ").unwrap();
            }),
            "Door",
        ),
        (
            "a percentage",
            Box::new(move |s| {
                s.write_with_format(1, 0, 0.25, &format("0%")).unwrap();
            }),
            "0.25",
        ),
        (
            "a formula's value",
            Box::new(|s| {
                s.write_formula(1, 0, Formula::new("=1+1").set_result("2")).unwrap();
            }),
            "2",
        ),
        (
            "an error",
            Box::new(|s| {
                s.write_formula(1, 0, Formula::new("=NA()").set_result("#N/A")).unwrap();
            }),
            "#N/A",
        ),
    ];
    for (name, fill, shown) in cases {
        let imported = workbook(&format!("cell {name}"), |sheet| {
            sheet.write(0, 0, "code").unwrap();
            sheet.write(0, 1, "reason").unwrap();
            sheet.write(1, 1, "x").unwrap();
            fill(sheet);
        });
        same(name, &imported, &format!("code,reason\n{shown},x\n"));
    }
}

#[test]
fn what_a_workbook_cannot_give_is_named_with_its_cell() {
    let imported = workbook("losses", |sheet| {
        sheet.write(0, 0, "code").unwrap();
        sheet.write(0, 1, "reason").unwrap();
        sheet.write(1, 0, 12_345_678_901_234_567_890_f64).unwrap();
        sheet.write(1, 1, "long").unwrap();
        // Written by a program that calculates nothing.
        sheet.write_formula(2, 0, "=A2+1").unwrap();
        sheet.write(2, 1, "formula").unwrap();
    });
    assert_eq!(
        imported.losses(),
        [
            "cell A2: a number of more than 15 digits has lost its end in a spreadsheet; write it as a text",
            "cell A3: its formula was never calculated; open the workbook in a spreadsheet and save it",
        ]
    );
    assert_eq!(imported.text, "code,reason\n12345678901234567000,long\n,formula\n");
}

#[test]
fn titles_merged_cells_and_what_is_hidden_are_said() {
    let imported = workbook("merged", |sheet| {
        let plain = Format::new();
        sheet.merge_range(1, 1, 1, 3, "Fault list 2024", &plain).unwrap();
        for (column, header) in [(1, "code"), (2, "group"), (3, "reason")] {
            sheet.write(3, column, header).unwrap();
        }
        sheet.merge_range(4, 2, 5, 2, "Doors", &plain).unwrap();
        for (row, code) in [(4, 100), (5, 101), (6, 102)] {
            sheet.write(row, 1, code).unwrap();
            sheet.write(row, 3, format!("Reason {code}")).unwrap();
        }
        sheet.set_row_hidden(6).unwrap();
        sheet.set_column_hidden(2).unwrap();
    });
    same("merged", &imported, "code,group,reason\n100,Doors,Reason 100\n101,Doors,Reason 101\n102,,Reason 102\n");
    assert_eq!(
        imported.changed,
        [
            "hidden rows are imported too: row 7",
            "hidden columns are imported too: column C",
            "rows above the header are left out: row 2 (\"Fault list 2024\")",
            "each cell of a merged region has its text: cell C5:C6",
        ]
    );
}

#[test]
fn one_sheet_is_meant() {
    let folder = folder("sheets");
    let mut book = Workbook::new();
    for (name, rows, is_hidden) in [("Faults", 3, false), ("Empty", 0, false), ("Old", 1, true), ("Notes", 1, false)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.set_hidden(is_hidden);
        if rows > 0 {
            sheet.write(0, 0, "code").unwrap();
            sheet.write(0, 1, "reason").unwrap();
        }
        for row in 1..=rows {
            sheet.write(row, 0, row).unwrap();
            sheet.write(row, 1, name).unwrap();
        }
    }
    book.save(folder.join("f.xlsx")).unwrap();
    let of = |sheet: Option<&str>| {
        import_in(&folder, "f.xlsx", sheet).map(|imported| imported.table).map_err(|error| error.to_string())
    };
    let several = "f.xlsx: 2 sheets: Faults (3 rows), Notes (1 row); say which with --sheet";
    let cases = [
        ("none said", None, Err(several.to_owned())),
        ("a name", Some("Notes"), Ok("Notes".to_owned())),
        ("a name in other letters", Some("notes"), Ok("Notes".to_owned())),
        ("a hidden one", Some("Old"), Ok("Old".to_owned())),
        ("by number", Some("1"), Ok("Faults".to_owned())),
    ];
    for (name, sheet, expected) in cases {
        assert_eq!(of(sheet), expected, "{name}");
    }
    assert!(
        of(Some("Nobody")).unwrap_err().starts_with("f.xlsx: there is no sheet \"Nobody\"; there are Faults"),
        "a name of no sheet"
    );
}

/// Made by LibreOffice Calc, with the format `00000`, a date, a merged group, and a hidden column.
#[test]
fn workbooks_of_a_spreadsheet() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    for file in ["calc.ods", "calc.xlsx", "calc.xls"] {
        let imported = import_in(&folder, file, None).unwrap();
        same(
            file,
            &imported,
            "code,group,reason,since,ratio\n00017,Doors,Door forced,2024-01-31,0.25\n00100,Doors,Door held,2024-02-01,1\n",
        );
    }
}

#[test]
fn what_is_no_workbook_is_refused() {
    let cases = [
        (
            "text.xlsx",
            "code,reason\n1,x\n",
            "this is not a workbook (.xlsx is a ZIP archive, and this is none); save it again",
        ),
        ("gone.xlsx", "PK\u{3}\u{4}", "the workbook is damaged"),
    ];
    for (file, content, said) in cases {
        let error = imported(file, content, None).unwrap_err();
        assert!(error.starts_with(&format!("{file}: {said}")), "{file}: {error}");
    }
    let folder = folder("protected");
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    fs::write(folder.join("p.xlsx"), bytes).unwrap();
    let error = import_in(&folder, "p.xlsx", None).unwrap_err().to_string();
    assert_eq!(error, "p.xlsx: the workbook has a password; save it without one");
}

#[test]
fn documents_are_tables_with_scalars_as_written() {
    let cases = [
        (
            "a list of objects",
            "a.json",
            "[{\"code\":1,\"reason\":\"A\"},{\"reason\":\"B\",\"code\":9007199254740993}]",
            "code,reason\n1,A\n9007199254740993,B\n",
        ),
        ("a list of lists", "b.json", "[[\"code\",\"reason\"],[1,\"A\"],[1.10,null]]", "code,reason\n1,A\n1.10,\n"),
        (
            "an object of objects by codes",
            "c.json",
            "{\"404\":{\"reason\":\"A\"},\"500\":{\"reason\":\"B\"}}",
            "code,reason\n404,A\n500,B\n",
        ),
        (
            "an object of objects by names",
            "d.json",
            "{\"Door\":{\"code\":1},\"Lock\":{\"code\":2}}",
            "name,code\nDoor,1\nLock,2\n",
        ),
        (
            "an object of objects that have names",
            "e.json",
            "{\"x\":{\"code\":1,\"name\":\"A\"}}",
            "key,code,name\nx,1,A\n",
        ),
        ("texts", "f.json", "{\"1\":\"A\",\"2\":\"B\"}", "code,reason\n1,A\n2,B\n"),
        (
            "something better than texts",
            "g.json",
            "{\"about\":{\"by\":\"me\",\"on\":\"x\"},\"errors\":{\"items\":[{\"code\":1}]}}",
            "code\n1\n",
        ),
        (
            "nested",
            "h.json",
            "[{\"code\":1,\"http\":{\"status\":404},\"also\":[\"a\",\"b\"]}]",
            "code,http.status,also\n1,404,a | b\n",
        ),
        (
            "a yaml list",
            "a.yaml",
            "- code: 010\n  reason: no\n- code: 1.10\n  reason: 'it''s'\n  since: 2024-01-31\n",
            "code,reason,since\n010,no,\n1.10,it's,2024-01-31\n",
        ),
        (
            "a yaml anchor",
            "b.yml",
            "base: &b {group: x}\nrows:\n- {code: 1, <<: *b}\n- {code: 2, <<: *b}\n",
            "code,group\n1,x\n2,x\n",
        ),
        (
            "a yaml block",
            "c.yaml",
            "E1:\n  reason: A\n  tips: |\n    one\n    two\nE2:\n  reason: ~\n",
            "name,reason,tips\nE1,A,\"one\ntwo\"\nE2,,\n",
        ),
        (
            "toml tables",
            "a.toml",
            "[[error]]\ncode = 0x1F\nreason = \"A\"\n[[error]]\ncode = 1_000\nreason = 'B'\nsince = 2024-01-31\n",
            "code,reason,since\n0x1F,A,\n1_000,B,2024-01-31\n",
        ),
        ("a toml table of tables", "b.toml", "[zulu]\ncode = 1\n[alpha]\ncode = 2\n", "name,code\nzulu,1\nalpha,2\n"),
    ];
    for (name, file, content, text) in cases {
        same(name, &imported(file, content, None).unwrap(), text);
    }
}

#[test]
fn a_document_with_several_tables_asks_which() {
    let content = "{\"errors\":{\"items\":[{\"code\":1},{\"code\":2}]},\"old\":[{\"code\":3}]}";
    let error = imported("two.json", content, None).unwrap_err();
    assert_eq!(error, "two.json: 2 tables: errors.items (2 rows), old (1 row); say which with --sheet");
    same("named", &imported("two.json", content, Some("errors.items")).unwrap(), "code\n1\n2\n");
    let deep = imported("deep.json", "[{\"code\":1,\"x\":[{\"a\":1}]}]", None).unwrap();
    assert_eq!(deep.text, "code,x\n1,\"[{\"\"a\"\":1}]\"\n");
    assert_eq!(deep.changed, ["what is nested deeper is written as JSON: x of [0]"]);
}

#[test]
fn a_wrong_document_is_refused_with_its_place() {
    let cases = [
        (
            "twice.json",
            "{\"a\":{\"code\":1,\"code\":2}}",
            "this is not JSON: the key \"code\" is there twice in one object",
        ),
        ("open.json", "[{\"code\":1}", "this is not JSON: EOF while parsing a list at line 1 column 11"),
        ("twice.yaml", "- code: 1\n  code: 2\n", "line 2: the key \"code\" is there twice in one object"),
        ("open.yaml", "a: [1, 2\n", "this is not YAML: line 2: "),
        ("twice.toml", "a = 1\na = 2\n", "this is not TOML: line 2: duplicate key"),
        ("none.json", "[1, 2, 3]", "there is no table in it"),
        ("none.md", "# Nothing\n", "there is no table in it"),
    ];
    for (file, content, said) in cases {
        let error = imported(file, content, None).unwrap_err();
        assert!(error.starts_with(&format!("{file}: {said}")), "{file}: {error}");
    }
}

#[test]
fn tables_in_texts() {
    let md = "# Doors\n\n| code | reason | tips | see |\n|---|---|---|---|\n| `100` | **Door** forced | a \\| b<br>c | [RFC](https://a.example/x) |\n| 101 | A &amp; B | | <https://a.example/y> |\n";
    let text =
        "code,reason,tips,see\n100,Door forced,\"a | b\nc\",RFC https://a.example/x\n101,A & B,,https://a.example/y\n";
    same("Markdown", &imported("a.md", md, None).unwrap(), text);
    let html = "<html><body><h2>Doors</h2><table><thead><tr><th>code<th>group<th>reason<tbody><tr><td>100<td rowspan=2>Doors<td><b>Door</b> forced<br>now\n<tr><td>101<td><ul><li>one<li>two</ul><script>x()</script><tr><td colspan=2>102<td>A &amp; B &eacute;<!-- no --></table>";
    let page = imported("a.html", html, None).unwrap();
    same(
        "HTML",
        &page,
        "code,group,reason\n100,Doors,\"Door forced\nnow\"\n101,Doors,\"one\ntwo\"\n102,102,A & B \u{e9}\n",
    );
    assert_eq!(page.table, "Doors");
    let two = "# One\n\n|code|a|\n|--|--|\n|1|x|\n\n# Two\n\n|code|a|\n|--|--|\n|2|y|\n";
    let error = imported("two.md", two, None).unwrap_err();
    assert_eq!(error, "two.md: 2 tables: One (1 row), Two (1 row); say which with --sheet");
    for sheet in ["2", "Two", "two"] {
        same(sheet, &imported("two.md", two, Some(sheet)).unwrap(), "code,a\n2,y\n");
    }
}

#[test]
fn enums_and_defines() {
    let header = "#ifndef FAULTS_H\n#define FAULTS_H\n/* Faults of the door. */\nenum fault {\n    /** Nothing is wrong. */\n    FAULT_NONE = 0,\n    FAULT_FORCED = 0x10, ///< Door forced\n    FAULT_HELD, // Door held\n    // FAULT_OLD = 7,\n    FAULT_MASK = FAULT_FORCED | (1 << 2),\n    FAULT_NEG = -5,\n    FAULT_CHAR = 'A',\n    FAULT_NEXT\n};\n#endif\n";
    let text = "code,name,definition\n0,FAULT_NONE,Nothing is wrong.\n0x10,FAULT_FORCED,Door forced\n0x11,FAULT_HELD,Door held\n0x14,FAULT_MASK,\n-5,FAULT_NEG,\n65,FAULT_CHAR,\n66,FAULT_NEXT,\n";
    let enumeration = imported("faults.h", header, None).unwrap();
    same("an enum", &enumeration, text);
    let defines = "#define E_OK 0 /* fine */\n// It is busy.\n#define E_BUSY 0x80070005UL\n#define E_TEXT \"E100\"\n#define GUARD\n#define SQUARE(x) ((x)*(x))\n#define E_SUM (E_BUSY + \\\n  1)\n";
    same(
        "defines",
        &imported("e.h", defines, None).unwrap(),
        "code,name,definition\n0,E_OK,fine\n0x80070005,E_BUSY,It is busy.\nE100,E_TEXT,\n0x80070006,E_SUM,\n",
    );
    let lost = imported(
        "x.hpp",
        "enum class X : int {\n  A = 1,\n  B = sizeof(int),\n  C,\n  D = f(2),\n  E = OTHER,\n  F = 'AB',\n};\n",
        None,
    )
    .unwrap();
    assert_eq!(lost.text, "code,name,definition\n1,A,\n");
    assert_eq!(
        lost.losses(),
        [
            "line 3: the value of B cannot be worked out: sizeof depends on the compiler",
            "line 4: the value of C counts on from B, whose value is not known",
            "line 5: the value of D cannot be worked out: it calls f",
            "line 6: the value of E cannot be worked out: OTHER is not defined in this file",
            "line 7: the value of F cannot be worked out: '\\'' is not expected there",
        ]
    );
    let two = "typedef enum { A = 1, B } one_t;\nenum two { C };\n";
    assert_eq!(
        imported("two.c", two, None).unwrap_err(),
        "two.c: 2 tables: one_t (2 rows), two (1 row); say which with --sheet"
    );
    same("named", &imported("two.c", two, Some("two")).unwrap(), "code,name,definition\n0,C,\n");
}

#[test]
fn a_csv_in_any_dialect_comes_out_clean() {
    let cases = [
        ("semicolons", "a.csv", "code;reason\r\n1;A, B\r\n", "code,reason\n1,\"A, B\"\n"),
        ("tabs and blanks", "b.tsv", "code\treason\n 1 \t A\u{a0}\n", "code,reason\n1,A\n"),
        ("a title above the header", "d.csv", "Faults of 2026\n\ncode,reason\n1,A\n", "code,reason\n1,A\n"),
        ("a mark and an empty column", "c.csv", "\u{feff}code,reason,\n1,A,\n", "code,reason\n1,A\n"),
    ];
    for (name, file, content, text) in cases {
        let imported = imported(file, content, None).unwrap();
        assert_eq!((imported.text.as_str(), imported.losses()), (text, Vec::new()), "{name}");
    }
    let encodings = folder("encodings");
    let wide: Vec<u8> = "\u{feff}code,reason\n1,T\u{fc}r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(encodings.join("wide.csv"), wide).unwrap();
    let wide = import_in(&encodings, "wide.csv", None).unwrap();
    same("UTF-16", &wide, "code,reason\n1,T\u{fc}r\n");
    assert_eq!(wide.changed, ["UTF-16 is written as UTF-8 without a byte order mark"]);
    let clean = "code,name,reason,tips\n1,A,\"one, two\",\"a\nb\"\n2,B,\"he said \"\"no\"\"\",\n";
    let again = imported("clean.csv", clean, None).unwrap();
    same("what is clean stays", &again, clean);
    assert_eq!(again.changed, [""; 0]);
    let folder = folder("line");
    fs::write(folder.join("t.csv"), "Faults\nof 2024,x,y\ncode,reason,x\n1,A,b\n").unwrap();
    let wanted = Import { file: "t.csv".into(), sheet: None, csv: Some("header_line = 3".to_owned()) };
    assert_eq!(import(&Project::in_folder(&folder), &wanted).unwrap().text, "code,reason,x\n1,A,b\n");
}
