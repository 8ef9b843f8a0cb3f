use crate::code::Code;
use crate::model::Deprecation;
use crate::testing::{rows, table, wanted};
use crate::{Role, Wanted};

/// Each text with what is said of it, and the rows that remain.
pub(super) fn hold(wanted: &Wanted, cases: &[(&str, &[&str], &[&str])]) {
    for (text, said, remain) in cases {
        let (table, findings) = table(text, wanted);
        assert_eq!(&findings, said, "{text}");
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
                    "t.csv:2:1 (cell A2): the code is empty; every row needs one",
                    "t.csv:3:1 (cell A3): the code is empty; every row needs one",
                ],
                &["3 C"],
            ),
            // As the rest of a row that is there twice would be.
            (
                "code,reason\n404,Not Found\n\n404,Not Found\n0x194,\n5,E",
                &[
                    "t.csv:4:1 (cell A4): code 404 is already used on line 2 (cell A2)",
                    "t.csv:5:1 (cell A5): code 404 is already used on line 2 (cell A2)",
                ],
                &["404 NotFound", "5 E"],
            ),
            (
                "code,reason\n65536,A\n-1,B\n404.0,C\nabc,D",
                &[
                    "t.csv:2:1 (cell A2): 65536 is out of range for u16 (0 to 65535)",
                    "t.csv:3:1 (cell A3): -1 is out of range for u16 (0 to 65535)",
                    "t.csv:4:1 (cell A4): \"404.0\" is not a whole number (u16: 0 to 65535); a spreadsheet made it a \
                     decimal number: write 404",
                    "t.csv:5:1 (cell A5): \"abc\" is not a whole number (u16: 0 to 65535)",
                ],
                &[],
            ),
            // All that is wrong with a row, and a code that a wrong row has is used all the same.
            (
                "code,reason\n1,\n1,B\nx,+",
                &[
                    "t.csv:2:3 (cell B2): the reason phrase is empty; every row needs one",
                    "t.csv:3:1 (cell A3): code 1 is already used on line 2 (cell A2)",
                    "t.csv:4:1 (cell A4): \"x\" is not a whole number (u16: 0 to 65535)",
                    "t.csv:4:3 (cell B4): \"+\" has no letter in it, so no variant can be named after it; add a column \
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
            &["t.csv:5:1 (cell A5): code \"00000\" is already used on line 2 (cell A2)"],
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
                    "t.csv:2:3 (cell B2): \"404 Not Found\" begins with a digit, so no variant can be named after it; \
                     add a column \"name\" and write one there",
                    "t.csv:3:3 (cell B3): \"Caf\u{e9}\" has the character '\u{e9}' (U+00E9) in it, so no variant can be \
                     named after it; add a column \"name\" and write one there",
                    "t.csv:4:3 (cell B4): \"self\" is a word that Rust keeps for itself, so no variant can be named \
                     after it; add a column \"name\" and write one there",
                    "t.csv:5:3 (cell B5): \"+++\" has no letter in it, so no variant can be named after it; add a \
                     column \"name\" and write one there",
                    "t.csv:7:3 (cell B7): \"C error\" and \"C++ error\" on line 6 (cell B6) both become the variant \
                     CError; add a column \"name\" and write one there",
                ],
                &["5 CError"],
            ),
            (
                "code,reason\n1,Not Found\n2,Not Found",
                &["t.csv:3:3 (cell B3): \"Not Found\" also stands on line 2 (cell B2), and both become the variant \
                   NotFound; add a column \"name\" and write one there"],
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
                    "t.csv:3:3 (cell B3): \"a\" and \"A\" on line 2 (cell B2) both become the variant A; write another \
                     name",
                    "t.csv:4:4 (cell C4): \"4\" begins with a digit, so no variant can be named after it; write a name \
                     in column \"Symbol\"",
                    "t.csv:5:3 (cell B5): \"4\" begins with a digit, so no variant can be named after it; write another \
                     name",
                    "t.csv:6:3 (cell B6): \"Self\" is a word that Rust keeps for itself, so no variant can be named \
                     after it; write another name",
                    "t.csv:7:4 (cell C7): the reason phrase is empty; every row needs one",
                ],
                &["1 A"],
            ),
            ("code,name\n1,A\n2,\n", &["t.csv:3:3 (cell B3): the name is empty; every row needs one"], &["1 A"]),
            ("code,reason\n1,\u{a0}\n", &["t.csv:2:3 (cell B2): the reason phrase is empty; every row needs one"], &[]),
        ],
    );
    let reasons = |text: &str| table(text, &wanted("u16")).0.rows.into_iter().map(|row| row.reason).collect::<Vec<_>>();
    assert_eq!(reasons("code,name\n1,NOT_FOUND\n2,I'm a teapot"), ["NOT_FOUND", "I'm a teapot"]);
    assert_eq!(reasons("code,name,reason\n1,A,  The  first \n2,B,"), ["The  first", "B"]);
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
            // `sep=` and the header forgotten: the first row is taken for it.
            (
                "sep=;\n404;Not Found\n405;Gone\n",
                &[
                    "t.csv:2:1 (cell A1): line 2 looks like a row (\"404\" is a code): the file has no header; say what \
                     its columns are, from the left: headers(\"code\", \"reason\")",
                ],
                &[],
            ),
            // Short rows are padded, with what is optional; the place is the end of the row.
            ("code,reason,tips\n1,A\n2,B,\n", &[], &["1 A", "2 B"]),
            (
                "code,reason,tips\n1,A\n2\n",
                &["t.csv:3:2 (cell B3): the reason phrase is empty; every row needs one"],
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
            (
                "code,reason\r1,A\r2,B",
                &["t.csv:1:12 (cell B1): there is a carriage return without a line feed; save the file with line \
                   ends LF or CRLF (and 1 more)"],
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
    let rows: Vec<String> = (0..30).map(|row| format!("1,A{row}")).collect();
    let (_, findings) = table(format!("code,reason\n{}", rows.join("\n")), &wanted("u16"));
    assert_eq!(findings.len(), 21);
    assert_eq!(findings[0], "t.csv:3:1 (cell A3): code 1 is already used on line 2 (cell A2)");
    assert_eq!(findings[20], "t.csv: and 9 more");

    // A long text does not fill the screen.
    let (_, findings) = table(format!("code,reason\n{},A", "9".repeat(60_000)), &wanted("u16"));
    assert!(findings[0].len() < 200, "{}", findings[0]);
}
