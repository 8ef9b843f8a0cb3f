//! What a table is asked for, and what is said of requests that are wrong.

use crate::expanded::Expanded;

const TABLE: &str = "code,reason,tips,wait,team\n1,First,a,1,A\n2,Second,b,2,B\n";
/// With a row that is wrong.
const BAD: &str = "code,reason\n1,First\nx,Second\n";
const OF_CELL: &str = "t.csv:3:1 (cell A3): \"x\" is not a whole number; write a whole number from 0 to 65535";

fn errors(csv: &str, table: &str) -> Vec<String> {
    Expanded::table(csv, table).errors
}

/// What is said of a body.
fn of_body(body: &str) -> Vec<String> {
    errors(TABLE, &format!("#[status(csv = \"t.csv\")] enum E: u16 {{ {body} }}"))
}

#[test]
fn a_column_cannot_have_the_name_of_a_method() {
    let refused = |name: &str| {
        vec![format!(
            "t.csv: `{name}` is already a method of the enum; give the column another name, and keep its header with = \
             \"…\""
        )]
    };
    for name in ["ALL", "COUNT", "iter", "from_code", "from_name", "from_reason"] {
        assert_eq!(of_body(&format!("{name}: u8 = \"wait\"")), refused(name));
    }
    // Those of a role that the table has, and that this is not.
    for (name, is_refused) in [("tips", true), ("aliases", false), ("deprecation", false), ("wait", false)] {
        let said = of_body(&format!("tips = \"tips\", {name}: u8 = \"wait\""));
        assert_eq!(said, if is_refused { refused(name) } else { Vec::new() }, "{name}");
    }
    let http = |name: &str| {
        let table =
            format!("#[status(base = \"http\", csv = \"t.csv\", only = \"404\")] enum E: u16 {{ {name}: u8 = \"x\" }}");
        errors("code,reason,x\n404,Not Found,1\n", &table)
    };
    assert_eq!((http("is_success"), http("is_weird")), (refused("is_success"), Vec::new()));
}

/// Texts that would be parsed as another row are only wrong if texts are parsed.
#[test]
fn only_a_table_that_parses_has_misleading_texts() {
    let csv = "code,reason,aliases\n1,First,2 Second\n2,Second,\n";
    let misleading = "t.csv:2:9 (cell C2): the alias \"2 Second\" reads like the row of code 2 on line 3 (cell A3); write it \
                      differently";
    for (without, expected) in
        [("", &[misleading][..]), (", without(Display)", &[misleading]), (", without(FromStr)", &[])]
    {
        assert_eq!(errors(csv, &format!("#[status(csv = \"t.csv\"{without})] enum E: u16;")), expected, "{without}");
    }
}

#[test]
fn the_enum_of_a_column_is_not_that_of_a_table() {
    let refused = "`E` is the enum of a table; give that of the column another name";
    // Also where a cfg may remove the table: it removes the column with it.
    for cfg in ["", "#[cfg(unix)]"] {
        let table = format!("{cfg} #[status(csv = \"t.csv\")] enum E: u16 {{ team: enum E }}");
        assert_eq!(errors(TABLE, &table), [refused], "{cfg}");
    }
    let other = "#[status(csv = \"t.csv\")] enum Other: u16 { team: enum E }";
    let table = |cfg: &str| format!("{cfg} #[status(csv = \"t.csv\")] enum E: u16; {other}");
    assert_eq!(errors(TABLE, &table("")), [refused]);
    assert_eq!(errors(TABLE, &table("#[cfg(unix)]")), [""; 0]);
}

/// Where it is not clear what is asked for, what is wrong with the rows may follow from that.
#[test]
fn rows_are_checked_only_if_the_request_is_clear() {
    let emitted =
        "of an enum that is emitted cannot depend on a cfg_attr; write the enum twice, each under its own #[cfg(…)]";
    for (attributes, expected) in [
        ("#[status(csv = \"t.csv\")]", vec![OF_CELL.to_owned()]),
        (
            "#[status(csv = \"t.csv\")] #[cfg_attr(unix, repr(u16))]",
            vec![format!("`repr` {emitted}"), OF_CELL.to_owned()],
        ),
        ("#[status(csv = \"t.csv\")] #[cfg_attr(unix, status(only = \"1\"))]", vec![format!("`status` {emitted}")]),
        (
            "#[status(csv = \"t.csv\")] #[cfg_attr(unix, status(only = \"1\"))] #[cfg_attr(unix, cfg(unix))]",
            vec![format!("`status` {emitted}"), format!("`cfg` {emitted}")],
        ),
        (
            "#[status(csv = \"t.csv\")] #[status = 1]",
            vec!["write `#[status(…)]` with what is meant in parentheses".to_owned()],
        ),
        (
            "#[status(csv = \"t.csv\", base = \"htp\")]",
            vec!["there is no reference table \"htp\"; did you mean \"http\"?".to_owned()],
        ),
        ("#[status(csv = 5)]", vec!["`csv` takes a text: csv = \"tables/faults.csv\"".to_owned()]),
    ] {
        assert_eq!(errors(BAD, &format!("{attributes} enum E: u16;")), expected, "{attributes}");
    }
}

/// Nothing takes the place of a table that the user tried to name, not even the reference.
#[test]
fn no_other_table_is_used_in_place_of_a_wrong_one() {
    for (attributes, has_rows) in [
        ("", true),
        ("#[status(base = \"http\")]", true),
        ("#[cfg_attr(unix, repr(u16))]", true),
        ("#[status(csv = 5)]", false),
        ("#[cfg_attr(unix, status(base = \"nginx\"))]", false),
    ] {
        let expanded = Expanded::table("", &format!("{attributes} enum E: u16;"));
        assert_eq!(expanded.code.contains("NotFound"), has_rows, "{attributes}");
    }
}

/// A header that the table lacks is reported once, and not again at every use of the method.
#[test]
fn a_role_whose_header_is_missing_has_its_method() {
    for role in ["definition", "tips", "reference", "class", "aliases"] {
        let expanded =
            Expanded::table(BAD, &format!("#[status(csv = \"t.csv\")] enum E: u16 {{ {role} = \"Hints\" }}"));
        let missing = "t.csv: there is no header \"Hints\"; the headers are \"code\", \"reason\"";
        assert!(expanded.errors.contains(&missing.to_owned()), "{:?}", expanded.errors);
        assert!(expanded.code.contains(&format!("fn {role}(")), "{role}: {}", expanded.code);
    }
}

#[test]
fn columns_may_share_a_list_that_is_the_same() {
    let listed = "`Team` is listed twice, and differently; list it once, and write `enum Team` here";
    for (body, expected) in [
        ("team: enum Team { A, B }, other: enum Team { A, B } = \"team\"", &[][..]),
        ("team: enum Team { A, B }, other: enum Team = \"team\"", &[]),
        ("team: enum Team, other: enum Team { A, B } = \"team\"", &[]),
        ("team: enum Team { A, B }, other: enum Team { B, A } = \"team\"", &[listed]),
        ("team: enum Team { A, B }, other: enum Team { A, B = \"b\" } = \"team\"", &[listed]),
    ] {
        assert_eq!(of_body(body), expected, "{body}");
    }
}

#[test]
fn a_shared_enum_has_each_derive_once() {
    let table = "#[status(csv = \"t.csv\")] enum E: u16 {
        team: #[derive(a::One, Two)] enum Team { A, B },
        other: #[derive(Two, a::Three)] enum Team = \"team\",
    }";
    let code = Expanded::table(TABLE, table).code;
    let derives = code.split("#[derive(").find(|part| part.contains("a::One")).unwrap();
    let own: Vec<&str> =
        derives.split(")]").next().unwrap().split(',').map(str::trim).filter(|path| !path.starts_with("::")).collect();
    assert_eq!(own, ["a::One", "Two", "a::Three", ""], "{derives}");
}

#[test]
fn types_that_a_cell_cannot_have_say_what_to_write() {
    for (types, expected) in [
        (&["&str", "Option<&str>", "std::option::Option<&'static str>"][..], None),
        (&["&u8", "&String", "&'static [u8]"], Some("a reference in a column is &str")),
        (&["String", "str", "std::string::String", "Option<String>"], Some("a text column is &str")),
        (&["usize", "isize"], Some("its range differs between targets; write u32 or u64")),
        (&["u128", "i128"], Some("the widest integer of a column is 64 bits")),
        (&["Option", "Option<>"], Some("say which type: Option<u32>")),
        (&["Vec<u8>", "HashSet<u8>"], Some("a cell is one value; take its text as &str and split it where it is used")),
        (
            &["Box<str>", "Rc<u8>", "Arc<u8>"],
            Some("a column's values are constants; take the type without the pointer around it"),
        ),
        (
            &["Duration", "std::time::Duration"],
            Some("a cell is a number; take it as u32 or f64, with the unit in its name: wait_seconds: u32"),
        ),
        (
            &["PathBuf", "std::ffi::OsString", "Instant", "SystemTime"],
            Some("a cell is text or a number; take it as &str or u32"),
        ),
        (&["NonZeroU8", "NonZero<u8>"], Some("write the integer without NonZero")),
        // Enums of the user's, whatever their path ends with.
        (&["Team", "crate::Team", "my::Option", "<Own as Trait>::Team"], None),
    ] {
        for ty in types {
            let said = of_body(&format!("x: {ty} = \"team\""));
            assert_eq!(said, Vec::from_iter(expected), "{ty}");
        }
    }
}

/// A role that every table has, as a column with a type: the type is that of the codes, or not.
#[test]
fn a_typed_role_says_where_its_type_belongs() {
    let table = |ty: &str, body: &str| errors(TABLE, &format!("#[status(csv = \"t.csv\")] enum E{ty} {{ {body} }}"));
    let known = |entry: &str| {
        format!("every table has a `{}`, whose type is known: write {entry}", entry.split(' ').next().unwrap())
    };
    let other = |role: &str, header: &str| {
        format!("every table has a `{role}`; give this column another name, and keep its header with = {header:?}")
    };
    let after = |ty: &str| {
        format!("the type of the codes follows the name of the enum: `enum E: {ty}`, and code = \"code\" here")
    };
    let untyped = "the table's codes need a type: `enum E: u16;` (or str)".to_owned();
    for (ty, body, expected) in [
        (": u16", "code: u16 = \"code\"", vec![known("code = \"code\"")]),
        (": u16", "code: u16", vec![known("code = \"…\"")]),
        (": u16", "code: u8 = \"code\"", vec![other("code", "code")]),
        (": u16", "code: &str = \"code\"", vec![other("code", "code")]),
        (": u16", "reason: &str = \"reason\"", vec![known("reason = \"reason\"")]),
        (": u16", "name: &str = \"team\"", vec![known("name = \"team\"")]),
        (": u16", "name: u8 = \"wait\"", vec![other("name", "wait")]),
        (": u16", "reason: bool = \"team\"", vec![other("reason", "team")]),
        ("", "code: u16 = \"code\"", vec![after("u16")]),
        ("", "code: &str = \"code\"", vec![after("str")]),
        ("", "code: bool = \"code\"", vec![known("code = \"code\""), untyped.clone()]),
        ("", "name: u16 = \"wait\"", vec![other("name", "wait"), untyped.clone()]),
        ("", "code = \"code\"", vec![untyped.clone()]),
    ] {
        assert_eq!(table(ty, body), expected, "{ty} {body}");
    }
    // Its header is used, as far as that is clear.
    let renamed = "nr,reason\n7,First\n";
    let expanded = Expanded::table(renamed, "#[status(csv = \"t.csv\")] enum E { code: u16 = \"nr\" }");
    assert!(expanded.errors.len() == 1 && expanded.code.contains("E::First"), "{:?}", expanded.errors);
}

#[test]
fn what_is_wrong_in_a_body_is_said() {
    let cfg = "a #[cfg(…)] belongs on the table, not on an entry of its body; where the entry is only sometimes there, write the \
               table twice, each under its own #[cfg(…)]";
    let types =
        "a column is a bool, f32, f64, char, an integer, &str, an Option of these, enum Name, or an enum of yours";
    let all = "`ALL` is the constant of all variants; call this one `All`";
    for (body, expected) in [
        ("team: enum Team { A, B, A }", &["`A` is listed twice; keep one"][..]),
        (
            "team: enum Team { A, B, C = \"a\" }",
            &["a cell \"a\" would be `A` and `C`; say what their cells are: C = \"…\""],
        ),
        (
            "team: enum Team {}",
            &["list what the cells may be: enum Severity { Low, High }; without braces, the cells make the variants"],
        ),
        ("team: enum Team { A, B, ALL }", &[all]),
        ("team: enum Team { A, B, All, ALL }", &[all]),
        ("team: enum Team { ALL = \"A\", B }", &[all]),
        (
            "team: enum Team { ALL }",
            &[
                all,
                "t.csv:2:13 (cell E2): \"A\" is not one of \"ALL\", in column \"team\"; write one of these, or add it to the list \
                 in the code\nhelp: A = \"A\" in the list makes it one",
                "t.csv:3:14 (cell E3): \"B\" is not one of \"ALL\", in column \"team\"; write one of these, or add it to the list \
                 in the code\nhelp: B = \"B\" in the list makes it one",
            ],
        ),
        ("team: enum Team { A, #[cfg(x)] B }", &[cfg]),
        ("#[cfg(x)] team: &str", &[cfg]),
        ("#[cfg_attr(x, cfg(y))] team: &str", &[cfg]),
        ("#[doc(hidden)] team: &str", &[]),
        ("team: Option<enum Team>", &[]),
        ("team: core::option::Option<enum Team { A, B }>", &[]),
        ("team: (u8, u8)", &[types]),
        ("team: [u8; 2]", &[types]),
        (
            "team: enum Team, other: enum Team = \"team\"",
            &[
                "`Team` is the enum of another column too; name this one differently, or list what both may hold: enum Team { … }",
            ],
        ),
        (
            "other: enum EClass = \"wait\", class = \"team\"",
            &[
                "`EClass` is the enum of the class, from the column \"team\"; to have it from this column, call the method `class`: \
                 class: enum EClass = \"…\"; else name the enum differently",
            ],
        ),
    ] {
        let said = of_body(body);
        let said: Vec<&str> =
            said.iter().map(String::as_str).filter(|said| !said.contains("these are numbers, not words")).collect();
        assert_eq!(said, expected, "{body}");
    }
    // Cells of this enum are codes or phrases of the reference.
    let status = |ty: &str| {
        errors("code,reason,sev\n1,First,404\n", &format!("#[status(csv = \"t.csv\")] enum E: u8 {{ sev: {ty} }}"))
    };
    assert_eq!((status("status_docs::HttpStatus").len(), status("crate::Status").len()), (0, 1));
}

#[test]
fn what_is_wrong_before_a_table_is_said() {
    let repr = "the enum's repr is the type of its codes; take this out";
    let untyped = "the table's codes need a type: `enum E: u16;` (or str)";
    let about_column =
        "this is about a column of your table; say where the table is: #[status(csv = \"tables/….csv\")]";
    let conditional = |what: &str| {
        format!(
            "`{what}` of an enum that is emitted cannot depend on a cfg_attr; write the enum twice, each under its own #[cfg(…)]"
        )
    };
    let [nested, derive] = ["repr", "derive(Clone)"].map(conditional);
    for (attributes, table, expected) in [
        ("#[repr(u8)] #[status(csv = \"t.csv\")]", ": u16;", Some(repr)),
        ("#[cfg_attr(x, cfg_attr(y, repr(u8)))] #[status(csv = \"t.csv\")]", ": u16;", Some(nested.as_str())),
        ("#[cfg_attr(x, derive(Other, Clone))] #[status(csv = \"t.csv\")]", ": u16;", Some(derive.as_str())),
        ("#[cfg_attr(x, derive(other::Clone))] #[status(csv = \"t.csv\")]", ": u16;", None),
        ("#[cfg_attr(x, allow(dead_code))] #[status(csv = \"t.csv\")]", ": u16;", None),
        ("#[status(csv = \"t.csv\")]", ";", Some(untyped)),
        ("", ";", None),
        (
            "#[status(base = \"http\")]",
            ": u8;",
            Some("u8 cannot hold the codes of the HTTP reference (100 to 999); write u16"),
        ),
        ("#[status(base = \"http\")]", ": u32;", None),
        ("#[status(base = \"htp\")]", ": u8;", Some("there is no reference table \"htp\"; did you mean \"http\"?")),
        ("#[status(base = \"http\")]", "{ x: u8 }", Some("a typed column needs a file: add csv = \"…\"")),
        ("#[status(base = \"http\")]", "{ tips = \"tips\" }", None),
        ("", "{ x: u8 }", Some(about_column)),
        ("", "{ tips = \"x\" }", Some(about_column)),
        ("#[status(csv = 5)]", "{ tips = \"x\" }", Some("`csv` takes a text: csv = \"tables/faults.csv\"")),
        (
            "#[status(csv = \"t.csv\", without(Clone, Display))]",
            ": u16;",
            Some(
                "there is no `Clone` here (allowed: `Debug`, `Display`, `Error`, `From`, `FromStr`, `Hash`, `Ord`, `PartialOrd`, \
                 `TryFrom`, or a method of the table)",
            ),
        ),
        ("#[status(csv = \"t.csv\", without(Display, name, from_code, ALL, reason))]", ": u16;", None),
        (
            "#[status(csv = \"t.csv\", without(resaon))]",
            ": u16;",
            Some("there is no `resaon` here; did you mean `reason`?"),
        ),
        (
            "#[status(csv = \"t.csv\", without(exit_code))]",
            ": u16;",
            Some("there is no method `exit_code` to leave out: the table has no such column"),
        ),
        (
            "#[status(csv = \"t.csv\", without(link))]",
            ": u16;",
            Some("there is no method `link` to leave out: the table has no `link`"),
        ),
        (
            "#[status(csv = \"t.csv\", without(is_success))]",
            ": u16;",
            Some("there is no method `is_success` to leave out: the table has no classes of HTTP"),
        ),
        (
            "#[status(csv = \"t.csv\", without(owner))]",
            " : u16 { owner: &str = \"team\" }",
            Some("`owner` is a column of this table; leave the column out"),
        ),
        // A table that cannot be read has no columns, and its own finding.
        (
            "#[status(csv(\"t.csv\", header_line = 0), without(tips))]",
            ": u16;",
            Some("`header_line` takes a whole number from 1 on: header_line = 3"),
        ),
        (
            "#[status(csv = \"t.csv\", without(Displya))]",
            ": u16;",
            Some("there is no `Displya` here; did you mean `Display`?"),
        ),
    ] {
        let said = errors(TABLE, &format!("{attributes} enum E{table}"));
        assert_eq!(said, Vec::from_iter(expected), "{attributes} {table}");
    }
}

#[test]
fn two_tables_have_no_enum_in_common() {
    let table =
        |cfg: &str, name: &str| format!("{cfg} #[status(csv = \"t.csv\")] enum {name}: u16 {{ team: enum Team }}");
    let shared = "`Team` is the enum of a column of `E` too; give this one another name, or take that one by its path: team: Team = \
                  \"…\"";
    assert_eq!(errors(TABLE, &(table("", "E") + &table("", "F"))), [shared]);
    assert_eq!(errors(TABLE, &(table("#[cfg(x)]", "E") + &table("#[cfg(not(x))]", "F"))), [""; 0]);
    assert_eq!(errors(TABLE, &(table("", "E") + &table("", "F").replace("Team", "Other"))), [""; 0]);
}
