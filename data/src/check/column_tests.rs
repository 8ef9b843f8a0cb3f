use super::tests::hold;
use crate::Role;
use crate::kind::{Choice, Kind, Value, Variants};
use crate::testing::{table, wanted};
use crate::wanted::{Wanted, WantedColumn};

#[test]
fn typed_columns() {
    let text = "code,reason,Yes,U,I,F,C,Text,Sev,OU,OF,OC,OT,OS,OB\n\
                1,A,x,0xFF,-128,1e3,!,any,high,7,-0.5,\u{e9},t,Low,no\n\
                2,B,,1,0,2,z,,High risk,,,,,,\n\
                3,C,NO,1,0,2.50,z,\"a\nb\",high,0,0,x,y,Low,1\n";
    let typed = wanted("u16")
        .column("yes: bool")
        .column("u: u8")
        .column("i: i8")
        .column("f: f64")
        .column("c: char")
        .column("text: &str")
        .column("sev: enum")
        .column("ou: Option<u64>")
        .column("of: Option<f32>")
        .column("oc: Option<char>")
        .column("ot: Option<&str>")
        .column("os: Option<enum>")
        .column("ob: Option<bool>");
    let (table, findings) = table(text, &typed);
    assert_eq!(findings, [""; 0]);
    let float = |text: &str| Value::Float(text.to_owned());
    let text = |text: &str| Value::Text(text.to_owned());
    let values = |row: usize| &table.rows[row].values[..];
    let (first, rest) = (&values(0)[..7], &values(0)[7..]);
    assert_eq!(
        first,
        [
            Value::Bool(true),
            Value::Int(255),
            Value::Int(-128),
            float("1000.0"),
            Value::Char('!'),
            text("any"),
            Value::Category(0)
        ]
    );
    assert_eq!(
        rest,
        [Value::Int(7), float("-0.5"), Value::Char('\u{e9}'), text("t"), Value::Category(0), Value::Bool(false)]
    );
    assert_eq!(values(1)[0], Value::Bool(false));
    assert_eq!(values(1)[5..7], [text(""), Value::Category(1)]);
    assert_eq!(values(1)[7..], [Value::None, Value::None, Value::None, Value::None, Value::None, Value::None]);
    assert_eq!(values(2)[3..7], [float("2.5"), Value::Char('z'), text("a\nb"), Value::Category(0)]);
    let sev = &table.columns[6];
    let categories: Vec<_> = sev.categories.iter().map(|c| (c.name.as_str(), c.text.as_str(), c.rows)).collect();
    assert_eq!((sev.header.as_str(), categories), ("Sev", vec![("High", "high", 2), ("HighRisk", "High risk", 1)]));
    assert_eq!(table.columns[11].categories.len(), 1);
}

#[test]
fn a_variant_is_found_by_its_words() {
    let text = "code,reason,Sev\n1,A,Low\n2,B,Very High\n3,C,Very  High\n";
    let (table, findings) = table(text, &wanted("u8").column("sev: enum"));
    assert_eq!(findings, [""; 0]);
    let values: Vec<_> = table.rows.iter().map(|row| row.values[0].clone()).collect();
    assert_eq!(values, [Value::Category(0), Value::Category(1), Value::Category(1)]);
    let categories: Vec<_> = table.columns[0].categories.iter().map(|c| (c.name.as_str(), c.rows)).collect();
    assert_eq!(categories, [("Low", 1), ("VeryHigh", 2)]);
}

#[test]
fn a_variant_of_wrong_rows_alone_moves_no_other() {
    let (table, findings) = table("code,reason,Sev\nx,A,High\n2,B,Low\n3,C,\n", &wanted("u8").column("sev: enum"));
    assert_eq!(findings.len(), 2, "{findings:?}");
    // A row whose cell names no variant is left out: no value could take its place.
    let rows: Vec<_> = table.rows.iter().map(|row| (row.name.as_str(), row.values[0].clone())).collect();
    assert_eq!(rows, [("B", Value::Category(0))]);
    let categories: Vec<_> = table.columns[0].categories.iter().map(|c| (c.name.as_str(), c.rows)).collect();
    assert_eq!(categories, [("Low", 1)]);
}

#[test]
fn a_column_that_clashes_takes_its_values_along() {
    let clashing = wanted("u8").column("first: u8 = A").column("from_code: u8 = B").column("last: u8 = C");
    let (table, findings) = table("code,reason,A,B,C\n1,Held,10,20,30\n", &clashing);
    assert_eq!(findings.len(), 1, "{findings:?}");
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((columns, &table.rows[0].values[..]), (vec!["first", "last"], &[Value::Int(10), Value::Int(30)][..]));
}

#[test]
fn cells_of_a_wrong_type() {
    hold(
        &wanted("u16").column("retry: bool = \"Retry?\"").column("secs: u32").column("f: f32").column("c: char"),
        &[(
            "code,reason,Retry?,Secs,F,C\n1,A,maybe,1.5,\"1,500\",ab\n2,B,,,,\n3,C",
            &[
                "t.csv:2:5 (cell C2): \"maybe\" is neither yes nor no (yes/no, true/false, 1/0, x/empty), in column \
                     \"Retry?\"",
                "t.csv:2:11 (cell D2): \"1.5\" is not a whole number, in column \"Secs\"; \
                 write a whole number",
                "t.csv:2:15 (cell E2): \"1,500\" is not a number, in column \"F\"; write it with a decimal \
                     point (1.500), or without separators",
                "t.csv:2:23 (cell F2): \"ab\" is not a char, in column \"C\"; write exactly one character",
                "t.csv:3:6 (cell D3): the cell is empty, in column \"Secs\"; fill it",
                "t.csv:3:7 (cell E3): the cell is empty, in column \"F\"; fill it",
                "t.csv:3:8 (cell F3): the cell is empty, in column \"C\"; fill it",
                "t.csv:4:4 (cell D4): the cell is empty, in column \"Secs\"; fill it",
                "t.csv:4:4 (cell E4): the cell is empty, in column \"F\"; fill it",
                "t.csv:4:4 (cell F4): the cell is empty, in column \"C\"; fill it",
            ],
            // A variant of which one cell is wrong is still there for the rest of the crate.
            &["1 A", "2 B", "3 C"],
        )],
    );
}

#[test]
fn categories() {
    hold(
        &wanted("u16").column("sev: enum = \"Severity\""),
        &[(
            "code,reason,Severity,Class\n1,A,high,Field Ops\n2,B,High,field-ops\n3,C,HIGH,field-ops\n4,D,1st,Caf\u{e9}\n\
                 5,E,1st,Self\n6,F,,",
            &[
                "t.csv:3:5 (cell C3): \"High\" and \"high\" on line 2 (cell C2) both become High in code, in \
                     column \"Severity\"; write them the same way, or give them different names",
                "t.csv:3:10 (cell D3): \"field-ops\" and \"Field Ops\" on line 2 (cell D2) both become \
                     FieldOps in code; write them the same way, or give them different names (2 cells)",
                "t.csv:4:5 (cell C4): \"HIGH\" and \"high\" on line 2 (cell C2) both become High in code, in \
                     column \"Severity\"; write them the same way, or give them different names",
                "t.csv:5:5 (cell C5): \"1st\" begins with a digit, so it cannot be a name in code, in column \
                     \"Severity\"; write it with ASCII letters and digits (2 cells)",
                "t.csv:5:9 (cell D5): \"Caf\u{e9}\" has the character '\u{e9}' (U+00E9) in it, so it cannot be a name in code; write it with ASCII letters and digits",
                "t.csv:6:9 (cell D6): \"Self\" is a word that Rust keeps for itself, so it cannot be a name in code; write it with ASCII letters and digits",
                "t.csv:7:5 (cell C7): the cell is empty, in column \"Severity\"; fill it",
                "t.csv:7:6 (cell D7): the cell is empty, in column \"Class\"; fill it",
            ],
            &["1 A"],
        )],
    );
    let (table, _) = table("code,reason,Group\n1,A,Motor\n2,B,Door lock\n3,C,Motor", &wanted("u16"));
    let classes: Vec<_> = table.classes.iter().map(|class| (class.name.as_str(), class.rows)).collect();
    assert_eq!(classes, [("Motor", 2), ("DoorLock", 1)]);
    assert_eq!(table.rows.iter().map(|row| row.class).collect::<Vec<_>>(), [Some(0), Some(1), Some(0)]);
    assert_eq!(table.header(Role::Class), Some("Group"));
    assert!(!table.has(Role::Tips));
}

#[test]
fn columns_that_would_be_a_second_method() {
    let said = |name: &str| {
        format!(
            "t.csv: `{name}` is already a method of the enum; give the column another name, and keep its header with = \"…\""
        )
    };
    let text = "code,reason,Group,Extra,Tips,Deprecated\n1,A,B,C,D,E";
    let cases: [(&[&str], &[&str]); 9] = [
        // What the body names is the role's, with a type of its own.
        (&["class: enum = \"Extra\""], &[]),
        (&["class: enum = \"Group\"", "tips: &str = \"Extra\""], &[]),
        (&["class: enum = \"Group\"", "group: &str"], &[]),
        (&["tips: &str = \"Tips\""], &[]),
        (&["reason: &str = \"Extra\"", "from_code: &str = \"Extra\""], &["reason", "from_code"]),
        (
            &["code: &str = \"Extra\"", "name: &str = \"Extra\"", "from_reason: &str = \"Extra\""],
            &["code", "name", "from_reason"],
        ),
        (&["extra: &str", "extra: &str"], &["extra"]),
        (&["deprecated: &str"], &[]),
        (&["definition: &str = \"Extra\"", "aliases: &str = \"Extra\""], &[]),
    ];
    for (columns, names) in cases {
        let wanted = columns.iter().fold(wanted("u16"), |wanted, column| wanted.column(column));
        assert_eq!(table(text, &wanted).1, names.iter().map(|name| said(name)).collect::<Vec<_>>(), "{columns:?}");
    }
}

#[test]
fn a_closed_list_has_its_variants_and_no_other() {
    let choice = |name: &str, text: Option<&str>| Choice { name: name.to_owned(), text: text.map(str::to_owned) };
    let closed = |choices: Vec<Choice>| {
        let kind = Kind::Category(Variants::Closed(choices));
        let column = WantedColumn { name: "sev".to_owned(), header: None, kind, optional: false };
        Wanted { columns: vec![column], ..wanted("u8") }
    };
    let three = closed(vec![choice("Low", Some("1 - low")), choice("Medium", None), choice("High", None)]);
    let (found, findings) = table("code,reason,Sev\n1,A,1 - LOW\n2,B,HIGH\n3,C,high\n", &three);
    assert_eq!(findings, [""; 0]);
    let categories: Vec<(&str, &str, usize)> =
        found.columns[0].categories.iter().map(|c| (c.name.as_str(), c.text.as_str(), c.rows)).collect();
    assert_eq!(categories, [("Low", "1 - LOW", 1), ("Medium", "Medium", 0), ("High", "HIGH", 2)]);
    let values: Vec<Value> = found.rows.iter().map(|row| row.values[0].clone()).collect();
    assert_eq!(values, [Value::Category(0), Value::Category(2), Value::Category(2)]);
    // Without the column, rows stay for the code that names them.
    let (found, findings) = table("code,reason\n1,A\n", &three);
    assert_eq!(findings, ["t.csv: there is no header \"sev\"; the headers are \"code\", \"reason\" [missing_header]"]);
    assert_eq!(found.rows[0].values, [Value::Category(0)]);
    // Where cells name the variants, one is made for them.
    let (found, findings) = table("code,reason\n1,A\n", &wanted("u8").column("sev: enum"));
    assert_eq!((found.rows.len(), findings.len()), (1, 1));
    assert_eq!(found.columns[0].categories.len(), 1);
    // None can be made for an enum of the user's own.
    let mut theirs = wanted("u8").column("sev: enum");
    theirs.columns[0].kind = Kind::Category(Variants::Theirs);
    let (found, findings) = table("code,reason\n1,A\n", &theirs);
    assert_eq!((found.rows.len(), findings.len()), (0, 1));
    let plain = closed(vec![choice("Low", None), choice("Medium", None), choice("High", None)]);
    assert_eq!(
        table("code,reason,Sev\n1,A,hihg\n2,B,hihg\n3,C,xyz\n", &plain).1,
        [
            "t.csv:2:5 (cell C2): \"hihg\" is not one of Low, Medium, High, in column \"Sev\"; did you mean High? (2 cells)",
            "t.csv:4:5 (cell C4): \"xyz\" is not one of Low, Medium, High, in column \"Sev\"; write one of these, or add it \
             to the list in the code",
        ]
    );
}

#[test]
fn a_status_is_written_by_code_phrase_or_both() {
    let column = WantedColumn {
        name: "answer".to_owned(),
        header: Some("HTTP".to_owned()),
        kind: Kind::Category(Variants::HttpStatus),
        optional: false,
    };
    let wanted = Wanted { columns: vec![column], ..wanted("u8") };
    let text = "code,reason,HTTP\n1,A,404\n2,B,404 Not Found\n3,C,not found\n4,D,NotFound\n5,E,413 Payload Too Large\n";
    let (found, findings) = table(text, &wanted);
    assert_eq!(findings, [""; 0]);
    let names: Vec<&str> = found.columns[0].categories.iter().map(|category| category.name.as_str()).collect();
    assert_eq!((names, found.columns[0].categories[0].rows), (vec!["NotFound", "ContentTooLarge"], 4));
    // It is what a bridge answers, unless there is a column that says so itself.
    let http: Vec<Option<u16>> = found.rows.iter().map(|row| row.http).collect();
    assert_eq!((http, found.header(Role::Http)), ([[Some(404); 4].as_slice(), &[Some(413)]].concat(), Some("HTTP")));
    let asked = Wanted { asked: vec![Role::Http], ..wanted.clone() };
    let (found, findings) = table("code,reason,HTTP,HTTP code\n1,A,404,500\n", &asked);
    assert_eq!(findings, [""; 0]);
    assert_eq!((found.rows[0].http, found.header(Role::Http)), (Some(500), Some("HTTP code")));
    assert_eq!(
        table("code,reason,HTTP\n1,A,999\n", &wanted).1,
        [
            "t.csv:2:5 (cell C2): \"999\" is not a status of the HTTP reference, in column \"HTTP\"; write its code, its phrase \
          or both: 404 Not Found"
        ]
    );
}
