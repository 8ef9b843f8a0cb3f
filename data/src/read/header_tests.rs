//! Files whose header is not in the first line, or whose cells are separated by something else than it looks like:
//! one finding each, and the rows all the same.

use crate::testing::{rows, table, wanted, without_rules};
use crate::{Dialect, Role, Wanted};

/// A text with what is wanted of it, the rows that come of it and what is said.
type Case<'c> = (&'c str, Wanted, &'c [&'c str], &'c [&'c str]);

fn hold(cases: &[Case<'_>]) {
    for (text, wanted, expected, said) in cases {
        let (found, findings) = table(text, wanted);
        assert_eq!(without_rules(&findings), *said, "{text}");
        assert_eq!(rows(&found), *expected, "{text}");
    }
}

fn dialect(dialect: Dialect) -> Wanted {
    Wanted { dialect, ..wanted("u16") }
}

fn headers(headers: &[&str]) -> Wanted {
    let headers = headers.iter().map(ToString::to_string).collect();
    dialect(Dialect { headers: Some(headers), ..Dialect::default() })
}

/// The code and the name, after a line.
fn headers_after(line: u32) -> Wanted {
    let headers = Some(vec!["code".to_owned(), "name".to_owned()]);
    dialect(Dialect { headers, header_line: Some(line), ..Dialect::default() })
}

fn header_line(line: u32) -> Wanted {
    dialect(Dialect { header_line: Some(line), ..Dialect::default() })
}

#[test]
fn the_header_is_below_a_title() {
    let plain = || wanted("u16");
    let german = || wanted("u16").role(Role::Code, "Fehler-Nr.").role(Role::Reason, "Name");
    let sheet =
        "Fault list,,\n\"Version 2.1, of March\",,\n,,\nCode,Name,Meaning\n1,Open,It is open.\n2,Held,It is held.\n";
    let one_cell = |header: &str, row: u32| {
        format!(
            "t.csv:1:1 (cell A1): row 1 has one cell; the header seems to be in row {row} ({header}): delete what is above it"
        )
    };
    let [table_1, cover, title] =
        [one_cell("Code, Name", 2), one_cell("Code, Name, Meaning", 4), one_cell("Fehler-Nr., Name, Text", 3)];
    hold(&[
        ("Table 1,\nCode,Name\n1,Open\n2,Held\n", plain(), &["1 Open", "2 Held"], &[&table_1]),
        (sheet, plain(), &["1 Open", "2 Held"], &[&cover]),
        // The separators of the rows, not those of the title.
        (
            "Faults, of the door, 2024\n\nFehler-Nr.;Name;Text\n1;Open;a, b\n2;Held;\n",
            german(),
            &["1 Open", "2 Held"],
            &[
                "t.csv:1:1 (cell A1): row 1 has one cell; the header seems to be in row 3 (Fehler-Nr., Name, Text): delete what \
               is above it",
            ],
        ),
        // Nobody says what the code is called: the finding is about the title alone, and the rows are those of a guess.
        ("Fehlerliste\n\nFehler-Nr.;Name;Text\n1;Open;x\n2;Held;y\n", plain(), &["1 Open", "2 Held"], &[&title]),
        // A line break in the title counts as a line, and not as a row.
        (
            "\"Faults\nof the door\",\nCode,Name\n1,Open\n2,Held\n",
            plain(),
            &["1 Open", "2 Held"],
            &[
                "t.csv:1:1 (cell A1): row 1 has one cell; the header seems to be in row 2 (Code, Name): delete what is above it",
            ],
        ),
        // More than one cell above, and a header that the body names.
        (
            "Version,2.1,\nDate,2024,\nFehler-Nr.,Name,Text\n1,Open,x\n2,Held,y\n",
            german(),
            &["1 Open", "2 Held"],
            &[
                "t.csv:1:1 (cell A1): row 1 has 2 cells and none for the code; the header seems to be in row 3 (Fehler-Nr., \
               Name, Text): delete what is above it",
            ],
        ),
        // The same sheet with `header_line` given.
        (sheet, header_line(4), &["1 Open", "2 Held"], &[]),
        (
            "\"Faults\nof the door\",\nCode,Name\n1,Open\nx,Held\n",
            header_line(3),
            &["1 Open"],
            &["t.csv:5:1 (cell A4): \"x\" is not a whole number; write a whole number from 0 to 65535"],
        ),
        ("sep=;\nFaults\nCode;Name\n1;Open\n", header_line(3), &["1 Open"], &[]),
        // A quote above that is none.
        (
            "12\" doors\nCode,Name\n1,Open\nx,Held",
            header_line(2),
            &["1 Open"],
            &["t.csv:4:1 (cell A4): \"x\" is not a whole number; write a whole number from 0 to 65535"],
        ),
    ]);
}

#[test]
fn which_line_below_a_title_is_the_header() {
    let plain = || wanted("u16");
    let in_row = |row: u32, header: &str| {
        format!(
            "t.csv:1:1 (cell A1): row 1 has one cell; the header seems to be in row {row} ({header}): delete what is above it"
        )
    };
    let [second, third, fourth] = [2, 3, 4].map(|row| in_row(row, "Code, Name"));
    let nothing = "t.csv: there is no column for the code; name one \"code\" (the only header is \"Fehlerliste\")";
    let [tips, guess, between] =
        [in_row(3, "Code, Name, Tips"), in_row(2, "Fehler-Nr., Name"), in_row(3, "Fehler-Nr., Name, Text")];
    hold(&[
        // The one that says most, and of two that say the same the first.
        ("Faults\nCode,2024\nCode,Name,Tips\n1,Open,x\n", plain(), &["1 Open"], &[&tips]),
        (
            "Faults\nCode,Name\n1,Open\nCode,Name\n2,Held\n",
            plain(),
            &["1 Open", "2 Held"],
            &[&second, "t.csv:4:1 (cell A4): this row repeats the header; take it out"],
        ),
        // Without a name that anybody knows, it is as wide as most rows, and has no number in it.
        ("Fehlerliste\nFehler-Nr.;Name\n1;Open\n", plain(), &["1 Open"], &[&guess]),
        (
            "Fehlerliste\nStand 2024\nFehler-Nr.;Name;Text\n1;Open;x\n2;Held;y\n",
            plain(),
            &["1 Open", "2 Held"],
            &[&between],
        ),
        ("Fehlerliste\n7;8;9\nFehler-Nr.;Name;Text\n1;Open;x\n", plain(), &["1 Open"], &[&between]),
        // Nothing is below it, or more is above it than below: it may as well be a row.
        ("Fehlerliste\nFehler-Nr.;Name;Text\n", plain(), &[], &[nothing]),
        ("Fehlerliste\n1;Open;x\n2;Held;y\n3;Lost;z\nTotal;-;-\n", plain(), &[], &[nothing]),
        // What is wrong with the rows is found as well.
        (
            "Faults\n\n\nCode,Name\n1,\"Op\"en\n2,Held\n",
            plain(),
            &["2 Held"],
            &[
                &fourth,
                "t.csv:5:7 (cell B5): there is text after a closing quote; close the quote at the end of the cell, and write a quote within the text twice (\"\")",
            ],
        ),
        ("Faults\n\nCode,Name\n1,Open\n", plain(), &["1 Open"], &[&third]),
    ]);
}

#[test]
fn the_header_of_a_long_file_is_found_wherever_the_part_that_is_looked_at_ends() {
    let cover = format!("Of the door.{}\n", ",".repeat(100)).repeat(20);
    let rows: String = (1..3_000).map(|code| format!("{code},T{}r\n", "\u{fc}".repeat(20))).collect();
    let mut is_cut = Vec::new();
    for letters in [1, 2, 9, 10] {
        let title = "F".repeat(letters);
        let text = format!("{title}\n{cover}Code,Tips\n{rows}");
        let wanted = Wanted { needs_names: false, ..wanted("u16").role(Role::Reason, "Tips") };
        let (found, findings) = table(&text, &wanted);
        assert_eq!((found.rows.len(), findings.len()), (2_999, 1), "{title}");
        assert!(findings[0].contains("the header seems to be in row 22 (Code, Tips)"), "{findings:?}");
        is_cut.push(!text.is_char_boundary(64 * 1024));
    }
    assert!(is_cut.contains(&true) && is_cut.contains(&false));
}

#[test]
fn a_header_line_that_is_not_there() {
    let text = "Title\nCode,Name\n1,Open\n";
    hold(&[
        (
            text,
            header_line(1),
            &["1 Open"],
            &["t.csv: `header_line` is 1, but the header seems to be in row 2 (Code, Name)"],
        ),
        (
            text,
            header_line(3),
            &["1 Open"],
            &["t.csv: `header_line` is 3, but the header seems to be in row 2 (Code, Name)"],
        ),
        (
            text,
            header_line(4),
            &["1 Open"],
            &["t.csv: `header_line` is 4, but the header seems to be in row 2 (Code, Name)"],
        ),
        ("Code,Name\n1,Open\n", header_line(0), &["1 Open"], &["t.csv: `header_line` counts lines from 1"]),
        ("Code,Name\n1,Open\n", header_line(3), &["1 Open"], &["t.csv: `header_line` is 3, but the file has 2 lines"]),
        (
            "Title\n\nCode,Name\n1,Open\n",
            header_line(2),
            &["1 Open"],
            &["t.csv: line 2 is blank, and the next one with text is 3"],
        ),
        (
            "Title\n\n\n",
            header_line(2),
            &[],
            &[
                "t.csv: the file is empty from line 2 on; that line must be the header, such as \"code,reason,definition\"",
            ],
        ),
        (
            "sep=;\nCode;Name\n1;Open\n",
            header_line(1),
            &["1 Open"],
            &["t.csv: `header_line` is 1, where the file says what separates its cells (sep=…); count that line too"],
        ),
    ]);
}

#[test]
fn something_else_separates_the_cells() {
    let by = |delimiter| dialect(Dialect { delimiter: Some(delimiter), ..Dialect::default() });
    let named = || wanted("u16").role(Role::Code, "No, short").role(Role::Reason, "Name, short");
    let no_code = |header: &str| {
        format!("t.csv: there is no column for the code; name one \"code\" (the only header is {header:?})")
    };
    hold(&[
        // Two delimiters tie, or the wrong one is ahead: the headers tell.
        ("code;name, short\n1;Open\n", wanted("u16").role(Role::Reason, "name, short"), &["1 Open"], &[]),
        ("No, short;Name, short\n1;Open\n2;Held\n", named(), &["1 Open", "2 Held"], &[]),
        ("Name, short;code\nOpen, wide;1\n", wanted("u16").role(Role::Reason, "Name, short"), &["1 OpenWide"], &[]),
        (
            "sep=;\ncode,name\n1,Open\n",
            wanted("u16"),
            &["1 Open"],
            &[
                "t.csv:1:1: the first line says that a semicolon separates the cells (sep=;), but a comma does; correct that \
               line, or take it out",
            ],
        ),
        (
            "code;name\n1;Open\n",
            by(b','),
            &["1 Open"],
            &["t.csv: `delimiter` says that a comma separates the cells, but a semicolon does; take `delimiter` out"],
        ),
        (
            "code:name\n1:Open\n2:Held\n",
            wanted("u16"),
            &["1 Open", "2 Held"],
            &["t.csv:1:1 (cell A1): a colon separates the cells here; save the file with commas, semicolons or tabs"],
        ),
        ("code:name\n1:Open\n2:Held\n", by(b':'), &["1 Open", "2 Held"], &[]),
        (
            "code^name\n1^Open\n",
            wanted("u16"),
            &["1 Open"],
            &["t.csv:1:1 (cell A1): '^' separates the cells here; save the file with commas, semicolons or tabs"],
        ),
        (
            "code   name\n1      Open\n2      Held\n",
            wanted("u16"),
            &[],
            &["t.csv:1:1 (cell A1): a space separates the cells here; save the file with commas, semicolons or tabs"],
        ),
        ("code, old;id\nOpen;1\n", wanted("u16").role(Role::Reason, "code, old"), &["1 Open"], &[]),
        // Whatever the file or the request says separates them.
        (
            "code:name\n1:Open\n",
            by(b','),
            &["1 Open"],
            &["t.csv:1:1 (cell A1): a colon separates the cells here; save the file with commas, semicolons or tabs"],
        ),
        // What is wrong with the rows may come of it.
        (
            "code:name\n1:Open\n2:\"He\"ld\n",
            wanted("u16"),
            &["1 Open"],
            &["t.csv:1:1 (cell A1): a colon separates the cells here; save the file with commas, semicolons or tabs"],
        ),
        (
            "code:name:tips:a:b:c\n1:Open:2:3:4:5\n",
            wanted("u16"),
            &["1 Open"],
            &["t.csv:1:1 (cell A1): a colon separates the cells here; save the file with commas, semicolons or tabs"],
        ),
        // Not each row is split, no part is the code's or another's, or too few are anybody's.
        ("code:name\n1 Open\n2 Held\n", wanted("u16"), &[], &[&no_code("code:name")]),
        ("name:tips\n1:Open\n", wanted("u16"), &[], &[&no_code("name:tips")]),
        ("code:foo\n1:Open\n", wanted("u16"), &[], &[&no_code("code:foo")]),
        ("code:a:b:c:d:name\n1:2:3:4:5:6\n", wanted("u16"), &[], &[&no_code("code:a:b:c:d:name")]),
        ("codexname\n1xOpen\n2xHeld\n", wanted("u16"), &[], &[&no_code("codexname")]),
        (
            "id name tips,x\n1 2 3,y\n",
            wanted("u16"),
            &[],
            &["t.csv: there is no column for the code; name one \"code\" (the headers are \"id name tips\", \"x\")"],
        ),
        // Words are not cells.
        (
            "list of fault code\nfirst one here\n",
            wanted("u16"),
            &[],
            &["t.csv: there is no column for the code; if \"list of fault code\" is it, rename it to \"code\""],
        ),
    ]);
}

#[test]
fn apostrophes_in_place_of_quotes() {
    let apostrophes = |place: &str| {
        format!(
            "t.csv:{place}: texts are between two ' here; save the file with \" as the text delimiter (string delimiter)"
        )
    };
    let beyond = |place: &str| {
        format!(
            "t.csv:{place}: there is a cell beyond the last header (cell C1); put quotes around a text with a comma in it, or \
             give this column a header"
        )
    };
    hold(&[
        // Around all texts, or where they need some.
        (
            "'code','name','tips'\n1,'Open','Pull, then push'\n2,'Held',''\n",
            wanted("u16"),
            &["1 Open", "2 Held"],
            &[&apostrophes("1:1 (cell A1)")],
        ),
        (
            "code,name,tips\n1,Open,'Pull, then push'\n2,Held,\n3,Lost,'Look,\nthen find'\n",
            wanted("u16"),
            &["1 Open", "2 Held", "3 Lost"],
            &[&apostrophes("2:8 (cell C2)")],
        ),
        ("code,name,tips\n1,'Open',don't\n2,'Tis held,\n", wanted("u16"), &["1 Open", "2 TisHeld"], &[]),
        // Only a row that is too long has such a text split, from the one to the other.
        (
            "code,name,tips\n1,'Tis open,dogs'\n2,'Held','Pull, then push'\n",
            wanted("u16"),
            &["1 TisOpenDogs", "2 Held"],
            &[&apostrophes("3:10 (cell C3)")],
        ),
        ("code,name,tips\n1,Open,', then push'\n", wanted("u16"), &["1 Open"], &[&apostrophes("2:8 (cell C2)")]),
        ("code,name,tips\n1,Open,'Pull, then push, '\n", wanted("u16"), &["1 Open"], &[&apostrophes("2:8 (cell C2)")]),
        ("code,name,tips\n1,'Tis open,dogs,x\n", wanted("u16"), &[], &[&beyond("2:18 (cell D2)")]),
        ("code,name,tips\n1,'Tis open,dogs',x,y\n", wanted("u16"), &[], &[&beyond("2:19 (cell D2)")]),
    ]);
}

#[test]
fn headers_that_are_given() {
    let plain = "1,Open\n2,Held\n";
    hold(&[
        (plain, headers(&["code", "name"]), &["1 Open", "2 Held"], &[]),
        ("\n1;Open;x\n\n2;Held;y\n", headers(&["code", "name"]), &["1 Open", "2 Held"], &[]),
        ("sep=;\nOpen;x;1\nHeld;;2\n", headers(&["reason", "", "code"]), &["1 Open", "2 Held"], &[]),
        (
            "1,Open,z\nx,Held,\n",
            headers(&["code", "name", "Tips"]),
            &["1 Open"],
            &["t.csv:2:1 (cell A2): \"x\" is not a whole number; write a whole number from 0 to 65535"],
        ),
        // What is wrong with them is said where they are.
        (
            plain,
            headers(&["code", "name", "tips"]),
            &["1 Open", "2 Held"],
            &["t.csv: `headers` has 3 headers, but no row has more than 2 cells; give each column one, from the left"],
        ),
        (
            plain,
            headers(&["code", "code"]),
            &[],
            &[
                "t.csv: the header \"code\" is already in column 1; give each column a header of its own",
                "t.csv: there is no column for the reason phrase; name one \"reason\" or \"name\" (the headers are \"code\", \"code\")",
            ],
        ),
        (
            plain,
            headers(&["number", "id"]),
            &[],
            &[
                "t.csv: the headers \"number\" and \"id\" both mean the code; rename one",
                "t.csv: there is no column for the reason phrase; name one \"reason\" or \"name\" (the headers are \"number\", \"id\")",
            ],
        ),
        (plain, headers(&["No", "name"]), &["1 Open", "2 Held"], &[]),
        (
            plain,
            headers(&["", ""]),
            &[],
            &["t.csv: there is no column for the code; name one \"code\" (all headers are empty)"],
        ),
        ("", headers(&["code", "name"]), &[], &["t.csv: the file is empty; add a row for each code"]),
        // A row with more cells than most has a comma in its text.
        (
            "1,Open\n2,Held, too long\n3,Lost\n",
            headers(&["code", "name"]),
            &["1 Open", "3 Lost"],
            &[
                "t.csv:2:8 (cell C2): the row has 3 cells, where most have 2; put quotes around a text with a comma in it",
            ],
        ),
        ("1,Open,x\n2,Held\n3,Lost\n", headers(&["code", "name", "tips"]), &["1 Open", "2 Held", "3 Lost"], &[]),
        ("1,Open,x\n2,Held,y\n3,Lost\n", headers(&["code", "name"]), &["1 Open", "2 Held", "3 Lost"], &[]),
        (
            "1,Open\n2,Held,, too long\n3,\"Lo\"st, too long\n4,Gone\n5,Late\n",
            headers(&["code", "name"]),
            &["1 Open", "4 Gone", "5 Late"],
            &[
                "t.csv:2:9 (cell D2): the row has 4 cells, where most have 2; put quotes around a text with a comma in it",
                "t.csv:3:7 (cell B3): there is text after a closing quote; close the quote at the end of the cell, and write a quote within the text twice (\"\")",
            ],
        ),
        (
            // The rows begin after the line that they replace.
            "Faults,,\nNr.;Text\n1;Open\nx;Held\n",
            headers_after(2),
            &["1 Open"],
            &["t.csv:4:1 (cell A4): \"x\" is not a whole number; write a whole number from 0 to 65535"],
        ),
        ("1,Open\n2,Held\n", headers_after(1), &["2 Held"], &[]),
        ("Faults\nNr.,Text\n", headers_after(2), &[], &["t.csv: the file is empty; add a row for each code"]),
        (
            "1,Open\n2,Held\n",
            headers_after(3),
            &["1 Open", "2 Held"],
            &["t.csv: `header_line` is 3, but the file has 2 lines"],
        ),
    ]);
}

#[test]
fn a_header_line_in_a_file_that_has_none() {
    let texts = |names: &[&str]| Wanted { code: crate::CodeType::Text, ..headers(names) };
    hold(&[
        (
            "Code,Name\n1,Open\n",
            headers(&["code", "name"]),
            &["1 Open"],
            &["t.csv:1:1 (cell A1): this line is a header; take `headers` out, which is for files without one"],
        ),
        (
            "Kennung,Name\nE1,Open\n",
            texts(&["Kennung", "name"]).role(Role::Code, "Kennung"),
            &["E1 Open"],
            &["t.csv:1:1 (cell A1): this line is a header; take `headers` out, which is for files without one"],
        ),
        (
            "Fault No.,Name\nE1,Open\n",
            texts(&["code", "name"]),
            &["E1 Open"],
            &["t.csv:1:1 (cell A1): this line is a header; take `headers` out, which is for files without one"],
        ),
        ("OK,Fine\nE1,Open\n", texts(&["code", "name"]), &["OK Fine", "E1 Open"], &[]),
    ]);
}

#[test]
fn a_backslash_before_a_quote() {
    let escaping = || dialect(Dialect { escape: Some(b'\\'), ..Dialect::default() });
    let text = "code,name,tips\n1,Open,\"Say \\\"hi\\\", then go\"\n2,Held,\"ends with \\\"\"\n3,Lost,\"plain\"\n";
    let said = "a quote within quotes is written \\\" here; write it twice (\"\")";
    let [more, last] = ["2:15", "2:8"].map(|place| format!("t.csv:{place} (cell C2): {said}"));
    hold(&[
        (text, escaping(), &["1 Open", "2 Held", "3 Lost"], &[]),
        ("code,name,tips\n1,Open,\"Say \\\"hi\\\"\"\n3,Lost,\"plain\"\n", wanted("u16"), &["3 Lost"], &[&more]),
        ("code,name,tips\n1,Open,\"ends with \\\"\"\n", wanted("u16"), &[], &[&last]),
        // A path ends with a backslash, and its quote closes it.
        ("code,name,tips\n1,Open,\"C:\\dir\\\"\n2,Held,\"a\"\n", wanted("u16"), &["1 Open", "2 Held"], &[]),
        // Its letters are lost if nothing is said.
        (
            "code,name,tips\n1,Open,\"C:\\temp\"\n2,Held,\"C:\\\\temp, \"\"x\"\"\"\n",
            escaping(),
            &["2 Held"],
            &["t.csv:2:12 (cell C2): \\t in quotes means nothing here; write \\ itself twice (\\\\)"],
        ),
    ]);
    let (found, _) = table(text, &escaping());
    let tips: Vec<_> = found.rows.iter().filter_map(|row| row.tips.as_deref()).collect();
    assert_eq!(tips, ["Say \"hi\", then go", "ends with \"", "plain"]);
}

#[test]
fn rows_that_are_shifted_by_a_comma() {
    let header = "code,name,meaning,tips,link\n";
    let rest = "101,B,,,\n102,C,,,\n";
    let all = |first: &str| format!("{header}{first}\n{rest}");
    let cases = [
        (
            all("100,A,Check a, then b,,"),
            vec![
                "t.csv:2:24 (cell F2): the row has 6 cells, and the header 5 (cell E1); put quotes around a text with a comma \
                 in it, or take a comma out at the end",
            ],
        ),
        (
            all("100,A,Check a, then b,,x"),
            vec![
                "t.csv:2:24 (cell F2): there is a cell beyond the last header (cell E1); put quotes around a text with a comma \
                 in it, or give this column a header",
            ],
        ),
        (all("100,A,Check a,then b,"), vec![]),
        // As a program writes all rows.
        (format!("{header}100,A,,,,\n101,B,,,,\n102,C,,,\n"), vec![]),
        (format!("{header}100,A,,,,\n101,B,,,\n"), vec![]),
        (format!("{},,\n100,A,,,,,\n{rest}", header.trim_end()), vec![]),
    ];
    for (text, said) in cases {
        assert_eq!(without_rules(&table(&text, &wanted("u16")).1), said, "{text}");
    }
}

#[test]
fn what_the_user_writes_ends_the_guess() {
    let text = "// Faults (door|lock)\n// of the gate\n\nvalue,name,flags\n// [G] (a|b)\n1,Open,x\n2,Held,y\n";
    let (found, said) = table(text, &header_line(4).role(Role::Code, "value"));
    assert_eq!(rows(&found), ["1 Open", "2 Held"]);
    // Whatever is said of the row among them, nothing is said of the header.
    assert!(said.iter().all(|said| said.starts_with("t.csv:5:")), "{said:?}");
    // Nobody says what the code is called: then that is what is wrong, and not the line.
    let (_, said) = table(text, &header_line(4));
    assert!(said.iter().all(|said| !said.contains("header_elsewhere")), "{said:?}");
    // A tab separates the cells from the first line on; the commas below are in texts.
    let tabs =
        "kind\tname\tinfo\n1\tOpen\tPull, push, or call\n2\tHeld\tCall, please, now\n3\tLost\tCall, please, now\n";
    let (_, said) = table(tabs, &wanted("u8"));
    assert!(said.iter().all(|said| !said.contains("header_elsewhere")), "{said:?}");
}

#[test]
fn rows_with_more_cells_than_the_header() {
    let said = |text: &str| without_rules(&table(text, &wanted("u8")).1);
    let beyond = |place: &str, rest: &str| {
        vec![format!("t.csv:{place}): there is a cell beyond the last header (cell C1){rest}")]
    };
    let comma = "; put quotes around a text with a comma in it, or give this column a header";
    let rest = "3,Cc,x\n4,Dd,y\n5,Ee,z\n";
    let cases = [
        ("a comma", format!("code,name,tips\n1,Aa,Door held, too long\n{rest}"), beyond("2:16 (cell D2", comma)),
        (
            "typographic quotes",
            format!("code,name,tips\n1,Aa,\u{201c}Door held, too long\u{201d}\n{rest}"),
            beyond("2:17 (cell D2", ": \u{201c} does not quote in a CSV; write \" around the text"),
        ),
        (
            "German quotes",
            format!("code,name,tips\n1,Aa,\u{201e}Door held, too long\u{201c}\n{rest}"),
            beyond("2:17 (cell D2", ": \u{201e} does not quote in a CSV; write \" around the text"),
        ),
        (
            "a line break is missing",
            format!("code,name,tips\n1,Aa,A2,2,Bb,B\n{rest}"),
            beyond("2:9 (cell D2", &format!("{comma}; or a line break is missing before 2")),
        ),
        (
            "more than three rows are one finding",
            format!("code,name,tips\n1,Aa,a, b\n2,Bb,a, b\n6,Ff,a, b\n7,Gg,a, b\n{rest}"),
            beyond("2:8 (cell D2", &format!("{comma} (and 3 more)")),
        ),
        (
            "a backslash",
            format!("code,name,tips\n1,Aa,Door held\\, too long\n{rest}"),
            beyond("2:17 (cell D2", ": a backslash does not keep a comma in a text; put quotes around the text"),
        ),
        (
            "typographic quotes in every row",
            "code,name,tips\n1,Aa,\u{201c}Door held,too long\u{201d}\n2,Bb,\u{201c}Door open,too long\u{201d}\n".to_owned(),
            ["2:17 (cell D2", "3:17 (cell D3"]
                .iter()
                .flat_map(|place| beyond(place, ": \u{201c} does not quote in a CSV; write \" around the text"))
                .collect(),
        ),
        (
            "a comma in every row",
            "code,name,tips\n1,Aa,Stop it, then call\n2,Bb,Wait, then call\n".to_owned(),
            ["2:14 (cell D2", "3:11 (cell D3"].iter().flat_map(|place| beyond(place, comma)).collect(),
        ),
        (
            "a header is missing",
            "code,name,tips\n1,Aa,Stop,x\n2,Bb,Wait,y\n".to_owned(),
            vec!["t.csv:2:11 (cell D2): every row has cells beyond the last header (cell C1); give each column a header, \
                  or empty it"
                .to_owned()],
        ),
        ("a column without a header", "code,name,tips,\n1,Aa,,x\n2,Bb,,y\n".to_owned(), vec![]),
        (
            "a text that reaches into it",
            "code,name,tips,\n1,Aa,Stop it, then call\n2,Bb,,\n3,Cc,,\n".to_owned(),
            beyond("2:14 (cell D2", comma),
        ),
        ("padding after each comma", "code, name, tips, \n1, Aa, , x\n2, Bb, , y\n".to_owned(), vec![]),
        ("padding of tabs", "code;\tname\n1;\tAa\n2;\tBb\n".to_owned(), vec![]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(said(&text), expected, "{name}");
    }
    // Either may be it, and neither has a column for the code.
    assert_eq!(
        table("Kode;Name, y\n1;Aa, b\n", &wanted("u8")).1,
        [
            "t.csv: a comma or a semicolon separates the cells here: the header has as many of the one as of the other, and \
             no column for the code either way [wrong_delimiter]\nhelp: csv(\"t.csv\", delimiter = ',')"
        ]
    );
}

#[test]
fn what_is_not_a_table_is_one_finding() {
    for text in [
        "<!DOCTYPE html>\n<p class=\"code\">1,\"2\n",
        "[{\"code\": 1, \"name\": \"A\"}]",
        "../../shared/faults.csv",
        "| code | name |\n|---|---|\n| 1 | A |\n",
        "Faults of the door.\n\n| code | name |\n|---|---|\n| 1 | A |\n",
        "- code: 1\n  name: A\n- code: 2\n  name: B\n",
        "%PDF-1.4\n\"",
        "version https://git-lfs.github.com/spec/v1\n",
    ] {
        let (found, findings) = table(text, &wanted("u16"));
        assert_eq!((findings.len(), found.rows.len()), (1, 0), "{findings:?}");
        assert!(findings[0].starts_with("t.csv: "), "{findings:?}");
    }
}

#[test]
fn wrong_bytes_are_one_finding_and_the_rows_are_there() {
    let latin: Vec<u8> = b"code,name,tips\n1,Open,T\xfcr\n2,T\xfcr,\n3,Held,\n".to_vec();
    let (found, findings) = table(&latin, &wanted("u16"));
    assert_eq!(
        without_rules(&findings),
        [
            "t.csv:2:9: the byte 0xFC here is not UTF-8, and would be 'ü' (U+00FC) in Windows-1252; save the file as \"CSV UTF-8\""
        ]
    );
    // The second cannot be named, which may come of the guess.
    assert_eq!(rows(&found), ["1 Open", "3 Held"]);
    assert_eq!(found.rows[0].tips.as_deref(), Some("T\u{fc}r"));
    // A row without one is not excused.
    let (_, findings) = table(b"code,name\n1,T\xfcr\nx,Held\n", &wanted("u16"));
    assert_eq!(
        findings[1..],
        ["t.csv:3:1 (cell A3): \"x\" is not a whole number; write a whole number from 0 to 65535"]
    );
}

#[test]
fn a_carriage_return_in_quotes_is_white_space() {
    let (found, findings) =
        table("code,name,tips\n1,\"Door\ropen\",\"One\rtwo\r\nthree\r\r\nfour\"\n2,Held,\n", &wanted("u16"));
    assert_eq!(findings, [""; 0]);
    assert_eq!(rows(&found), ["1 DoorOpen", "2 Held"]);
    assert_eq!(found.rows[0].tips.as_deref(), Some("One\ntwo\nthree\nfour"));
}
