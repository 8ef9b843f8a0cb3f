#![allow(
    clippy::format_push_string,
    clippy::items_after_statements,
    reason = "a case reads better with its table beside it"
)]

use crate::code::Code;
use crate::model::Deprecation;
use crate::testing::{rows, table, wanted, without_rules};
use crate::{Duplicates, Role, Wanted};

/// Each text with what is said about it, and the rows that remain.
pub(super) fn hold(wanted: &Wanted, cases: &[(&str, &[&str], &[&str])]) {
    for (text, said, remain) in cases {
        let (table, findings) = table(text, wanted);
        assert_eq!(without_rules(&findings), *said, "{text}");
        assert_eq!(&rows(&table), remain, "{text}");
    }
}

#[test]
fn codes() {
    hold(
        &wanted("u16"),
        &[
            ("code,reason\n404 ,Not Found\n\u{a0}0x1F\t,Hex\n", &[], &["404 NotFound", "31 Hex"]),
            (
                "code,reason\n,A\n \u{a0} ,B\n3,C",
                &[
                    "t.csv:2:1 (cell A2): the code is empty, in column \"code\"; every row needs one",
                    "t.csv:3:1 (cell A3): the code is empty, in column \"code\"; every row needs one",
                ],
                &["3 C"],
            ),
            // As the rest of a row that is there twice would be.
            (
                "code,reason\n404,Not Found\n\n404,Not Found\n0x194,\n5,E",
                &[
                    "t.csv:4:1 (cell A4): row 4 is a copy of row 2; take it out",
                    "t.csv:5:1 (cell A5): code 0x194 is already used on line 2 (cell A2)",
                ],
                &["404 NotFound", "5 E"],
            ),
            (
                "code,reason\n65536,A\n-1,B\n404.0,C\nabc,D",
                &[
                    "t.csv:2:1 (cell A2): 65536 is out of range (0 to 65535)",
                    "t.csv:3:1 (cell A3): -1 is out of range (0 to 65535)",
                    "t.csv:4:1 (cell A4): \"404.0\" is not a whole number; a spreadsheet made it a \
                     decimal number: write 404",
                    "t.csv:5:1 (cell A5): \"abc\" is not a whole number; write a whole number from 0 to 65535",
                ],
                &[],
            ),
            // All that is wrong with a row, and a code that a wrong row has is used all the same.
            (
                "code,reason\n1,\n1,B\nx,+",
                &[
                    "t.csv:2:3 (cell B2): the cell is empty, in column \"reason\"; fill it",
                    "t.csv:3:1 (cell A3): code 1 is already used on line 2 (cell A2)",
                    "t.csv:4:1 (cell A4): \"x\" is not a whole number; write a whole number from 0 to 65535",
                    "t.csv:4:3 (cell B4): \"+\" has no letter in it, so it cannot be a name in code; add a column \
                     \"name\" and write one there",
                ],
                &[],
            ),
        ],
    );
    hold(
        &wanted("str"),
        &[(
            "code,reason\n00000,A\n0A000,B\n0a000,C\n00000,D",
            &[
                "t.csv:5:1 (cell A5): code \"00000\" is already used on line 2 (cell A2); if both names are right, write one in a \
                  column \"aliases\"",
            ],
            &["00000 A", "0A000 B", "0a000 C"],
        )],
    );
    let (table, _) = table("code,reason\n18446744073709551615,A", &wanted("u64"));
    assert_eq!(table.rows[0].code, Code::Int(u64::MAX.into()));
}

#[test]
fn names() {
    hold(
        &wanted("u16"),
        &[
            (
                "code,reason\n1,404 Not Found\n2,Caf\u{e9}\n3,self\n4,+++\n5,C++ error\n6,C error",
                &[
                    "t.csv:2:3 (cell B2): \"404 Not Found\" begins with a digit, so it cannot be a name in code; \
                     add a column \"name\" and write one there",
                    "t.csv:3:3 (cell B3): \"Caf\u{e9}\" has the character '\u{e9}' (U+00E9) in it, so it cannot be a name in code; add a column \"name\" and write one there",
                    "t.csv:4:3 (cell B4): \"self\" is a word that Rust keeps for itself, so it cannot be a name in code; add a column \"name\" and write one there",
                    "t.csv:5:3 (cell B5): \"+++\" has no letter in it, so it cannot be a name in code; add a \
                     column \"name\" and write one there",
                    "t.csv:7:3 (cell B7): \"C error\" and \"C++ error\" on line 6 (cell B6) both become \
                     CError in code; add a column \"name\" and write one there",
                ],
                &["5 CError"],
            ),
            (
                "code,reason\n1,Not Found\n2,Not Found",
                &["t.csv:3:3 (cell B3): \"Not Found\" is also on line 2 (cell B2), and both become \
                   NotFound in code; add a column \"name\" and write one there"],
                &["1 NotFound"],
            ),
            // The name column wins, and rows may share a phrase.
            (
                "code,Symbol,reason\n1,TLSv13Failed,TLSv1.3 failed\n2,GONE_TOO,Gone\n3,,Gone\n4,Last,404 +",
                &[],
                &["1 TLSv13Failed", "2 GoneToo", "3 Gone", "4 Last"],
            ),
            ("code,name\n1,Ok\n2,None\n3,Some\n4,Error\n5,box", &[], &["1 Ok", "2 None", "3 Some", "4 Error", "5 Box"]),
            (
                "code,Symbol,reason\n1,A,One\n2,a,Two\n3,,4\n4,4,Four\n5,Self,Five\n6,,",
                &[
                    "t.csv:3:3 (cell B3): \"a\" and \"A\" on line 2 (cell B2) both become A in code; write another name",
                    "t.csv:4:4 (cell C4): \"4\" begins with a digit, so it cannot be a name in code; write a name \
                     in column \"Symbol\"",
                    "t.csv:5:3 (cell B5): \"4\" begins with a digit, so it cannot be a name in code; write another name",
                    "t.csv:6:3 (cell B6): \"Self\" is a word that Rust keeps for itself, so it cannot be a name in code; write another name",
                    "t.csv:7:4 (cell C7): the cell is empty, in column \"reason\"; fill it",
                ],
                &["1 A"],
            ),
            (
                "code,name\n1,A\n2,\n",
                &["t.csv:3:3 (cell B3): the cell is empty, in column \"name\"; fill it"],
                &["1 A"],
            ),
            (
                "code,reason\n1,\u{a0}\n",
                &["t.csv:2:3 (cell B2): the cell is empty, in column \"reason\"; fill it"],
                &[],
            ),
        ],
    );
    let reasons = |text: &str| table(text, &wanted("u16")).0.rows.into_iter().map(|row| row.reason).collect::<Vec<_>>();
    assert_eq!(reasons("code,name\n1,NOT_FOUND\n2,I'm a teapot"), ["NOT_FOUND", "I'm a teapot"]);
    assert_eq!(reasons("code,name,reason\n1,A,  The  first \n2,B,"), ["The first", "B"]);
}

#[test]
fn shapes_of_rows() {
    hold(
        &wanted("u16"),
        &[
            (
                "",
                &["t.csv: the file is empty; its first line must be the header, such as \"code,reason,definition\""],
                &[],
            ),
            (
                "sep=;\n",
                &["t.csv: the file is empty; its first line must be the header, such as \"code,reason,definition\""],
                &[],
            ),
            ("code,reason\n", &["t.csv: the table has a header and no rows; add a row for each code"], &[]),
            // `sep=` and the header forgotten: the first row is taken for it. The rows are those of a guess.
            (
                "sep=;\n404;Not Found\n405;Gone\n",
                &[
                    "t.csv:2:1 (cell A1): line 2 looks like a row (\"404\" is a code): the file has no header; write one above it, or say what its columns are, from the left",
                ],
                &["404 NotFound", "405 Gone"],
            ),
            // Short rows are padded, with what is optional; the place is the end of the row.
            ("code,reason,tips\n1,A\n2,B,\n", &[], &["1 A", "2 B"]),
            (
                "code,reason,tips\n1,A\n2\n",
                &["t.csv:3:2 (cell B3): the cell is empty, in column \"reason\"; fill it"],
                &["1 A"],
            ),
            (
                "code;reason\n1;A;;\n2;B;x\n",
                &[
                    "t.csv:3:5 (cell C3): there is a cell beyond the last header (cell B1); put quotes around a text with \
                   a semicolon in it, or give this column a header",
                ],
                &["1 A"],
            ),
            (
                "code\treason\n1\tA\t\tx\n2\tB\ty\n3\tC",
                &[
                    "t.csv:2:6 (cell D2): there is a cell beyond the last header (cell B1); put quotes around a text \
                     with a tab in it, or give this column a header",
                    "t.csv:3:5 (cell C3): there is a cell beyond the last header (cell B1); put quotes around a text \
                     with a tab in it, or give this column a header",
                ],
                &["3 C"],
            ),
            (
                "code|reason\n1|A|x\n2|B|y",
                &[
                    "t.csv:2:5 (cell C2): every row has cells beyond the last header (cell B1); give each column a header, \
                   or empty it",
                ],
                &[],
            ),
            (
                "code,reason\n1,\"N\"F\n2,B\n",
                &["t.csv:2:6 (cell B2): there is text after a closing quote; close the quote at the end of the cell, \
                   and write a quote within the text twice (\"\")"],
                &["2 B"],
            ),
            (
                "code,reason\n1,\u{a0}\"A, B\"\n2,B\n",
                &["t.csv:2:3 (cell B2): there is a space before an opening quote; take it out"],
                &["2 B"],
            ),
            // What old programs of a Mac wrote.
            ("code,reason\r1,A\r2,B", &[], &["1 A", "2 B"]),
            (
                "code,reason\r1,A\n2,B",
                &["t.csv:1:12 (cell B1): there is a carriage return without a line feed; save the file with line \
                   ends LF or CRLF"],
                &["1 A", "2 B"],
            ),
        ],
    );
}

#[test]
fn deprecated_is_yes_or_no_or_a_note() {
    let (table, findings) =
        table("code,name,deprecated\n1,A,yes\n2,B,No\n3,C,\n4,D,Use 5\n5,E,X\n6,F,0", &wanted("u16"));
    assert_eq!(findings, [""; 0]);
    let found: Vec<_> = table.rows.into_iter().map(|row| row.deprecation).collect();
    let note = Some(Deprecation::Note("Use 5".to_owned()));
    assert_eq!(found, [Some(Deprecation::Plain), None, None, note, Some(Deprecation::Plain), None]);
}

#[test]
fn the_cells_of_a_row_arrive_with_its_place() {
    let text = "code,reason,meaning,tips,ref\n\n1,A,\"It\nis so.\",,\n2,B,,Do it.,RFC 1\n";
    let (table, findings) = table(text, &wanted("u16"));
    assert_eq!(findings, [""; 0]);
    let [first, second] = &table.rows[..] else { panic!() };
    assert_eq!((first.definition.as_str(), &first.tips, &first.reference), ("It\nis so.", &None, &None));
    assert_eq!((second.tips.as_deref(), second.reference.as_deref()), (Some("Do it."), Some("RFC 1")));
    assert_eq!((first.line, first.sheet_row, second.line, second.sheet_row), (3, 3, 5, 4));
    assert_eq!(
        (second.file.as_str(), table.file.as_str(), table.header(Role::Reference)),
        ("t.csv", "t.csv", Some("ref"))
    );
}

#[test]
fn findings_are_those_of_the_first_places() {
    let rows: Vec<String> = (0..30).map(|row| format!("x{row},A{row}")).collect();
    let (_, findings) = table(format!("code,reason\n{}", rows.join("\n")), &wanted("u16"));
    assert_eq!(findings.len(), 20);
    assert!(findings[0].starts_with("t.csv:2:1 (cell A2): \"x0\" is not a whole number"), "{}", findings[0]);
    assert!(findings[19].starts_with("t.csv:21:1 (cell A21)"), "{}", findings[19]);

    // A long text does not fill the screen.
    let (_, findings) = table(format!("code,reason\n{},A", "9".repeat(60_000)), &wanted("u16"));
    assert!(findings[0].len() < 200, "{}", findings[0]);
}

/// What is said about a text.
fn said(text: &str, wanted: &Wanted) -> Vec<String> {
    table(text, wanted).1
}

#[test]
fn many_rows_with_one_cause_are_one_finding() {
    let rows: String = (0..12).map(|row| format!("{},R{}\n", row % 4, row)).collect();
    assert_eq!(
        said(&format!("kind code,name\n{rows}"), &wanted("u16").role(Role::Code, "kind code")),
        ["t.csv:6:1 (cell A6): 8 of 12 rows repeat a code; is \"kind code\" the code? \"name\" has 12 different cells"]
    );
    let rows: String = (0..12).map(|row| format!("{row},T\u{fc}r {row}\n")).collect();
    assert_eq!(
        said(&format!("code,reason\n{rows}"), &wanted("u16")),
        [
            "t.csv:2:3 (cell B2): 12 rows have no name in code, this one because \"T\u{fc}r 0\" has the character '\u{fc}' \
          (U+00FC) in it; add a column \"name\" and write one there"
        ]
    );
}

#[test]
fn rows_are_named_after_their_codes() {
    let named = |template: &str, code: &str, codes: &str| {
        let wanted = Wanted { names: Some(template.to_owned()), ..wanted(code) };
        let rows: String = codes.split('|').map(|code| format!("{code},T\u{fc}r offen\n")).collect();
        let (table, findings) = table(format!("code,reason\n{rows}"), &wanted);
        assert_eq!(findings, [""; 0], "{template} {codes}");
        let names: Vec<String> = table.rows.iter().map(|row| row.name.clone()).collect();
        names.join(" ")
    };
    let cases = [
        ("E{code}", "u16", "7|20403", "E7 E20403"),
        ("E{code}", "i8", "-5|5|0", "EMinus5 E5 E0"),
        ("E{code}", "i8", "-0x10|-0X1f|0X20|-1", "EMinus10 EMinus1f E20 EMinus1"),
        ("Err{code}X", "u32", "0x80070005|0x8007000e", "Err80070005X Err8007000eX"),
        ("E{code}", "str", "CE-30001-4|42P01|a b", "ECe30001_4 E42p01 EAB"),
        ("{code}", "str", "P0100|P01-1|B_c", "P0100 P01_1 BC"),
    ];
    for (template, code, codes, names) in cases {
        assert_eq!(named(template, code, codes), names);
    }
    // A name that the table has wins.
    let wanted = |names: &str, code: &str| Wanted { names: Some(names.to_owned()), ..wanted(code) };
    let (found, _) = table("code,name,reason\n1,Own,A\n2,,B\n", &wanted("E{code}", "u8"));
    assert_eq!(rows(&found), ["1 Own", "2 E2"]);
    // Nothing is said of the name of a row whose code is wrong.
    assert_eq!(
        said("code,reason\nx,+\n", &wanted("E{code}", "u8")),
        ["t.csv:2:1 (cell A2): \"x\" is not a whole number; write a whole number from 0 to 255"]
    );
    for (names, code, codes, finding) in [
        ("Code", "u8", "1", "t.csv: `names` has to say where the code goes: {code}, as in names = \"E{code}\""),
        ("e{code}", "u8", "1", "t.csv: `names` has to begin with an upper case letter, as in names = \"E{code}\""),
        ("E{code}-{code}", "u8", "1", "t.csv: `names` has {code} in it twice, as in names = \"E{code}\""),
        (
            "E-{code}",
            "u8",
            "1",
            "t.csv: `names` may have ASCII letters and digits around {code}, as in names = \"E{code}\"",
        ),
        (
            "{code}",
            "u8",
            "1",
            "t.csv:2:3 (cell B2): \"A\" begins with a digit, so it cannot be a name in code; add a column \"name\" \
             and write one there",
        ),
    ] {
        assert_eq!(said(&format!("code,reason\n{codes},A\n"), &wanted(names, code)), [finding]);
    }
}

#[test]
fn a_derive_needs_no_names() {
    let wanted = Wanted { needs_names: false, ..wanted("u8") };
    let (found, findings) = table("code,reason\n1,T\u{fc}r\n2,Held\n3,Held\n4,Open\n", &wanted);
    assert_eq!(findings, [""; 0]);
    // Of two rows of one name neither is found by it.
    assert_eq!(rows(&found), ["1 ", "2 ", "3 ", "4 Open"]);
}

#[test]
fn two_names_for_one_code() {
    let text = "code,name,reason,tips\n11,EAGAIN,Try again,Wait.\n11,EWOULDBLOCK,Would block,Wait.\n12,X,Y,\n";
    assert_eq!(
        said(text, &wanted("u8")),
        [
            "t.csv:3:1 (cell A3): code 11 is already used on line 2 (cell A2); if both names are right, write one in a column \
          \"aliases\""
        ]
    );
    let merging = Wanted { duplicates: Some(Duplicates::Alias), ..wanted("u8") };
    let (found, findings) = table(text, &merging);
    assert_eq!(findings, [""; 0]);
    let aliases: Vec<&str> = found.rows[0].aliases.iter().map(|alias| alias.phrase.as_str()).collect();
    assert_eq!(
        (rows(&found), aliases),
        (vec!["11 Eagain".to_owned(), "12 X".to_owned()], vec!["EWOULDBLOCK", "Would block"])
    );
    // Each is an alias of its own row, whichever that is.
    let (later, findings) = table("code,name,reason\n7,A,First\n11,B,Second\n11,C,Third\n", &merging);
    let aliases = later.rows.iter().map(|row| row.aliases.iter().map(|alias| alias.phrase.as_str()).collect());
    assert_eq!((rows(&later).join(", "), findings), ("7 A, 11 B".to_owned(), vec![]));
    assert_eq!(aliases.collect::<Vec<Vec<&str>>>(), [vec![], vec!["C", "Third"]]);
    let lost = text.replace("Would block,Wait.", "Would block,Hurry.");
    assert_eq!(
        said(&lost, &merging),
        [
            "t.csv:3:28 (cell D3): code 11 is already used on line 2 (cell A2), and this cell says something else, which would \
          be lost as the row becomes an alias; write the same in both rows"
        ]
    );
}

#[test]
fn a_column_of_repeated_codes_is_one_finding() {
    let each = |lines: std::ops::RangeInclusive<u32>| -> Vec<String> {
        let said = |line| {
            format!(
                "t.csv:{line}:1 (cell A{line}): code 1 is already used on line 2 (cell A2); if both names are right, write one \
                 in a column \"aliases\""
            )
        };
        lines.map(said).collect()
    };
    let cases = [
        // Three are not many, and half of the rows are not most.
        ("1,A\n1,B\n1,C\n1,D\n", each(3..=5)),
        ("1,A\n1,B\n1,C\n1,D\n1,E\n2,F\n3,G\n4,H\n", each(3..=6)),
        (
            "1,A,a\n1,B,b\n1,C,c\n1,D,d\n1,E,e\n",
            vec![
                "t.csv:3:1 (cell A3): 4 of 5 rows repeat a code; is \"code\" the code? \"Key\" has 5 different cells"
                    .to_owned(),
            ],
        ),
    ];
    for (rows, findings) in cases {
        let header = if rows.contains(",a") { "code,reason,Key" } else { "code,reason" };
        assert_eq!(said(&format!("{header}\n{rows}"), &wanted("u8")), findings, "{rows}");
    }
}

#[test]
fn what_bridges_answer_is_a_number_of_their_range() {
    let asking = Wanted { asked: vec![Role::Http, Role::Grpc, Role::Exit], ..wanted("u8") };
    let (found, findings) = table("code,reason,http,grpc,exit\n1,A,100,0,0\n2,B,999,16,255\n3,C,,,\n", &asking);
    assert_eq!(findings, [""; 0]);
    let roles = [Role::Http, Role::Grpc, Role::Exit, Role::Tips];
    let answers: Vec<_> = found.rows.iter().map(|row| roles.map(|role| row.answer(role))).collect();
    assert_eq!(answers, [[Some(100), Some(0), Some(0), None], [Some(999), Some(16), Some(255), None], [None; 4]]);
    assert_eq!(
        said("code,reason,http,grpc,exit\n1,A,99,17,256\n2,B,1000,-1,x\n", &asking),
        [
            "t.csv:2:5 (cell C2): \"99\" is not an HTTP status code (100 to 999)",
            "t.csv:2:8 (cell D2): \"17\" is not a gRPC status code (0 to 16)",
            "t.csv:2:11 (cell E2): \"256\" is not an exit code (0 to 255)",
            "t.csv:3:5 (cell C3): \"1000\" is not an HTTP status code (100 to 999)",
            "t.csv:3:10 (cell D3): \"-1\" is not a gRPC status code (0 to 16)",
            "t.csv:3:13 (cell E3): \"x\" is not an exit code (0 to 255)",
        ]
    );
}

#[test]
fn a_date_among_text_codes_is_a_finding_unless_most_are() {
    let finding = |line: u32, code: &str| {
        format!(
            "t.csv:{line}:1 (cell A{line}): the code \"{code}\" looks like a date, which a spreadsheet made of it; format the \
             column as text and type it again"
        )
    };
    let cases = [
        ("E1,A\nE2,B\nMar-03,C\nMar-04,D\n", vec![finding(4, "Mar-03"), finding(5, "Mar-04")]),
        ("E1,A\nE2,B\nMar-03,C\nMar-04,D\nMar-05,E\n", vec![]),
    ];
    for (rows, findings) in cases {
        assert_eq!(said(&format!("code,reason\n{rows}"), &wanted("str")), findings, "{rows}");
    }
}

#[test]
fn phrases_are_on_one_line_and_hide_nothing() {
    let (found, findings) = table("code,name,reason\n1,A,\"Door\u{a0} held\n\t open\"\n", &wanted("u8"));
    assert_eq!((findings, found.rows[0].reason.as_str()), (vec![], "Door held open"));
    let (_, findings) = table("code,reason\n1,Door\u{200b}held\n", &wanted("u8"));
    assert_eq!(findings.len(), 1);
    assert!(findings[0].contains("has U+200B, which is invisible; take it out"), "{}", findings[0]);
}

#[test]
fn damaged_cells_are_one_finding_a_row() {
    let text = "code,reason,tips,unused\n#REF!,A,,\n2,B,#N/A,\n3,C,,#REF!\n4,T\u{c3}\u{bc}r,,\n";
    let said = said(text, &wanted("u8"));
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("t.csv:2:1 (cell A2): the cell holds a spreadsheet's error (#REF!)"), "{}", said[0]);
    assert!(said[1].starts_with("t.csv:3:5 (cell C3): the cell holds a spreadsheet's error (#N/A)"), "{}", said[1]);
    assert!(said[2].contains("the text was decoded wrongly"), "{}", said[2]);
}

#[test]
fn what_a_database_writes_for_nothing_is_a_finding_where_it_would_be_shown() {
    let text =
        "code,reason,tips,definition,note\n1,NULL,,,NULL\n2,B,\\N,NULL,\n3,C,x,NULL,\n4,D,NULL is not allowed,a,\n";
    let wanted = wanted("u8").column("note: Option<&str>");
    let (found, said) = table(text, &wanted);
    let mut first_lines = Vec::new();
    for said in &said {
        first_lines.push(said.lines().next().unwrap());
    }
    let expected =
        [("2:10 (cell E2)", "NULL"), ("3:5 (cell C3)", "\\N"), ("3:8 (cell D3)", "NULL"), ("4:7 (cell D4)", "NULL")]
            .map(|(place, word)| {
                format!("t.csv:{place}: the cell holds what a database writes for nothing, {word}; leave it empty")
            });
    assert_eq!(first_lines, expected);
    assert_eq!(found.rows.len(), 4);
    for innocent in ["code,reason,tips\n1,NULL,\n", "code,reason,tips,aliases\n0,NUL,,NULL\n3,C,NO,\n"] {
        assert_eq!(table(innocent, &crate::testing::wanted("u8")).1, [""; 0]);
    }
}

#[test]
fn a_formula_is_found_wherever_its_cell_begins() {
    let text = "code,reason,tips,unused\n=A1+1,A,,\n2,=B7,,\n3,C,\"=SUM(A1,A2)\",\n4,D,a=B7,=B7\n";
    assert_eq!(
        said(text, &wanted("u8")),
        [("2:1 (cell A2)", "=A1+1"), ("3:3 (cell B3)", "=B7"), ("4:5 (cell C4)", "=SUM(A1,A2)")].map(
            |(place, formula)| {
                format!(
                    "t.csv:{place}: the cell holds a formula ({formula}) and not its result; show results, and export again"
                )
            }
        )
    );
}

#[test]
fn a_row_with_a_finding_adds_no_category() {
    let (found, findings) = table("code,reason,class,Sev\n1,A,X,low\nx,B,Y,high\n", &wanted("u8").column("sev: enum"));
    assert_eq!(findings.len(), 1);
    assert_eq!((found.classes.len(), found.columns[0].categories.len()), (1, 1));
}

#[test]
fn a_link_is_a_url_with_the_code_in_it() {
    let linking = |link: &str| said("code,name\n1,A\n", &Wanted { link: Some(link.to_owned()), ..wanted("u8") });
    assert_eq!(linking("https://example.com/e/{code}#{code}"), [""; 0]);
    let example = "as in link = \"https://docs.example.com/errors/{code}\"";
    assert_eq!(
        linking("https://example.com/"),
        [format!("t.csv: `link` has to say where the code goes: {{code}}, {example}")]
    );
    for link in ["javascript:alert({code})", "docs/{code}", "https://a b/{code}"] {
        assert_eq!(linking(link), [format!("t.csv: `link` has to be a URL that begins with https://, {example}")]);
    }
}

#[test]
fn several_tables_in_one_file_are_told_apart_by_what_was_tried() {
    let rows = |models: &[&str], codes: &[&str]| {
        let mut text = "Model,Site,code,reason\n".to_owned();
        for model in models {
            for code in codes {
                let (model, site) = model.split_once('/').unwrap();
                text.push_str(&format!("{model},{site},{code},{model} {site} {code}\n"));
            }
        }
        text
    };
    let codes = ["1", "2", "3", "4"];
    let apart = |what: &str| {
        format!(
            "t.csv:6:5 (cell C6): no column has a code of its own in each row: several tables in one file? {what} apart [several_tables]"
        )
    };
    struct Case(&'static str, String, &'static str, Vec<String>);
    let cases = [
        Case(
            "one column tells them apart",
            rows(&["A/N", "B/N"], &codes),
            "u16",
            vec![apart("\"Model\" tells them"), "help: for a table of one of them write only(\"Model\" = \"A\")".to_owned()],
        ),
        Case(
            "two columns tell them apart, and text codes can have both in front",
            rows(&["A/N", "A/S", "B/N", "B/S"], &codes),
            "str",
            vec![
                apart("\"Model\" and \"Site\" tell them"),
                "help: for a table of one of them write only(\"Model\" = \"A\", \"Site\" = \"N\"); for codes with them in \
                 front, code = \"{Model}-{Site}-{code}\""
                    .to_owned(),
            ],
        ),
        // A few repeated codes are typing errors.
        Case(
            "three",
            rows(&["A/N", "B/N"], &codes[..3]),
            "u16",
            Vec::new(),
        ),
    ];
    for Case(name, text, code, expected) in cases {
        let said = sentences(&text, &wanted(code));
        if expected.is_empty() {
            assert!(!said.iter().any(|said| said.contains("several_tables")), "{name}: {said:?}");
        } else {
            assert_eq!(said, expected, "{name}");
        }
    }
    // What is proposed leads to a table.
    use crate::wanted::Pick;
    let pick = |header: &str, cell: &str| Pick::Cell { header: header.to_owned(), cell: cell.to_owned() };
    let only = Wanted { only: vec![pick("Model", "A"), pick("Site", "N")], ..wanted("str") };
    let text = rows(&["A/N", "A/S", "B/N", "B/S"], &codes);
    assert_eq!(sentences(&text, &only), [""; 0]);
    let template =
        Wanted { names: Some("E{code}".to_owned()), ..wanted("str").role(Role::Code, "{Model}-{Site}-{code}") };
    assert_eq!(sentences(&text, &template), [""; 0]);
}

#[test]
fn a_column_is_called_the_code_only_if_all_its_cells_differ() {
    let text = |ids: &[&str]| {
        let mut text = "code,Item,reason\n".to_owned();
        for (index, id) in ids.iter().enumerate() {
            text.push_str(&format!("{},{id},R{index}\n", index % 2));
        }
        text
    };
    let said = |ids: &[&str]| sentences(&text(ids), &wanted("u16"));
    let named = |what: &str| {
        format!("t.csv:4:1 (cell A4): 6 of 8 rows repeat a code; is \"code\" the code?{what} [duplicate_code]")
    };
    let first = "help: if it is, duplicates = \"first\" lets the first row of each code count".to_owned();
    assert_eq!(said(&["a", "b", "c", "d", "e", "f", "g", "h"]), [named(" \"Item\" has 8 different cells")]);
    // Phrases differ as well, and are no codes; but here nothing else does.
    let repeated = text(&["a", "b", "c", "d", "e", "f", "g", "g"]).replace(",R7", ",R0");
    assert_eq!(sentences(&repeated, &wanted("u16"))[..2], [named(""), first]);
}

#[test]
fn numbers_and_dates_as_words_are_one_finding_a_column() {
    struct Case(&'static str, &'static [&'static str], &'static str, &'static [&'static str]);
    let cases = [
        Case(
            "numbers",
            &["1", "2", "1"],
            "t.csv:2:6 (cell C2): these are numbers, not words, in column \"Sev\": \"1\", \"2\" (3 cells) [no_identifier]",
            &["help: sev: u8 reads them as they are; a list gives them names: enum … { … = \"1\", … = \"2\" }"],
        ),
        Case(
            "negative ones",
            &["-1", "0"],
            "t.csv:2:6 (cell C2): these are numbers, not words, in column \"Sev\": \"-1\", \"0\" (2 cells) [no_identifier]",
            &["help: sev: i32 reads them as they are; a list gives them names: enum … { … = \"-1\", … = \"0\" }"],
        ),
        Case(
            "numbers with a word",
            &["1 - high", "2 - low"],
            "t.csv:2:6 (cell C2): these begin with a number, which no name in code can, in column \"Sev\": \"1 - high\", \
             \"2 - low\" (2 cells) [no_identifier]",
            &[
                "help: sev: &str reads them as they are; a list gives them names: enum … { High = \"1 - high\", Low = \"2 - \
               low\" }",
            ],
        ),
        Case(
            "dates",
            &["2024-01-31", "2024-02-01"],
            "t.csv:2:6 (cell C2): these are dates, not words, in column \"Sev\": \"2024-01-31\", \"2024-02-01\" (2 cells) \
             [no_identifier]",
            &["help: sev: &str reads them as they are; a list gives them names: enum … { … = \"2024-01-31\", … = \
               \"2024-02-01\" }"],
        ),
        Case("words", &["high", "low"], "", &[]),
        Case("words with numbers", &["P1", "P2"], "", &[]),
    ];
    for Case(name, cells, expected, help) in cases {
        let mut text = "code,reason,Sev\n".to_owned();
        for (index, cell) in cells.iter().enumerate() {
            text.push_str(&format!("{index},R{index},{cell}\n"));
        }
        let said = sentences(&text, &wanted("u16").column("sev: enum"));
        let mut all: Vec<String> = Vec::new();
        if !expected.is_empty() {
            all.push(expected.to_owned());
        }
        all.extend(help.iter().map(|help| (*help).to_owned()));
        assert_eq!(said, all, "{name}");
    }
    // An enum of the user's own is told what its variants would be.
    let mut theirs = wanted("u16").column("sev: enum");
    theirs.columns[0].kind = crate::kind::Kind::Category(crate::kind::Variants::Theirs);
    assert_eq!(
        sentences("code,reason,Sev\n1,A,2024-01-31\n2,B,2024-01-31\n", &theirs),
        [
            "t.csv:2:5 (cell C2): these are dates, not words, in column \"Sev\": \"2024-01-31\" (2 cells) [no_identifier]",
            "help: a variant would be called 20240131, which is no name; sev: &str reads them as they are",
        ]
    );
}

#[test]
fn many_empty_cells_of_a_column_are_one_finding() {
    let text = |empty: usize| {
        let mut text = "code,reason\n".to_owned();
        for index in 0..30 {
            let phrase = if index < empty { String::new() } else { format!("R{index}") };
            text.push_str(&format!("{index},{phrase}\n"));
        }
        text
    };
    assert_eq!(sentences(&text(10), &wanted("u8")).len(), 20);
    assert_eq!(
        sentences(&text(20), &wanted("u8")),
        [
            "t.csv:2:3 (cell B2): the cell is empty, in column \"reason\"; fill it; 20 cells of the column are like this, the \
             first in rows 2, 3 and 4 [empty_phrase]",
            "help: names = \"E{code}\" lets it be empty; to leave such rows out: skip(\"reason\" = \"\")",
        ]
    );
    // Where no cell is a code, the column is probably another one.
    let mut words = "code,reason\n".to_owned();
    for index in 0..12 {
        words.push_str(&format!("{},R{index}\n", ["success", "forward"][index % 2]));
    }
    assert_eq!(
        sentences(&words, &wanted("u8")),
        [
            "t.csv:2:1 (cell A2): \"success\" is not a whole number; write a whole number from 0 to 255; no cell below \"code\" \
             is one: if it is not the column of the codes, say which is [unreadable_code]"
        ]
    );
}

#[test]
fn a_class_that_only_keeps_is_left_out_by_its_name() {
    use crate::wanted::Pick;
    let only = Wanted { only: vec![Pick::from("100")], ..wanted("u16") };
    assert_eq!(
        sentences("code,reason\n1xx,Info\n100,Continue\n", &only),
        [
            "t.csv:2:1 (cell A2): \"1xx\" is not a whole number; a row has one code: leave such rows out, or write a row for \
             each [unreadable_code]",
            "help: skip(\"Info\")",
        ]
    );
    let skip = Wanted { skip: vec![Pick::from("Info")], ..only };
    assert_eq!(sentences("code,reason\n1xx,Info\n100,Continue\n", &skip), [""; 0]);
}

#[test]
fn codes_are_shown_as_the_table_writes_them_in_findings_too() {
    let text = "code,reason,aliases\n0x10,Run,\n0x20,Stop,Run\n";
    let said = sentences(text, &wanted("u16"));
    assert!(said.iter().any(|said| said.contains("0x10 Run") || said.contains("code 0x10")), "{said:?}");
    let radix = Wanted { radix: true, ..wanted("u16") };
    let said = sentences(&text.replace("0x", ""), &radix);
    assert!(said.iter().any(|said| said.contains("0x10 Run") || said.contains("code 0x10")), "{said:?}");
}

/// Findings with their rules, line by line: cures have lines of their own.
fn sentences(text: &str, wanted: &Wanted) -> Vec<String> {
    let mut report = crate::Report::new();
    let _ = crate::compile(&crate::source::Source::from_bytes("t.csv", text), wanted, &mut report);
    let (findings, _) = report.into_most(usize::MAX);
    let mut said = Vec::new();
    for finding in findings {
        said.extend(finding.to_string().lines().map(str::to_owned));
    }
    said
}

#[test]
fn a_quoted_phrase_is_told_once() {
    assert_eq!(
        sentences("code,reason\n1,\u{ab}Porte\u{bb}\n", &wanted("u8")),
        [
            "t.csv:2:3 (cell B2): \"\u{ab}Porte\u{bb}\" is between typographic quotes, and the quotes are part of the text; write \
             Porte [curly_quotes]",
            "help: if the table is meant to be like this, write allow(curly_quotes)",
        ]
    );
}
