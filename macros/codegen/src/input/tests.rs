//! What a table is asked for, and what is said of requests that are wrong.

use crate::expanded::Expanded;

const TABLE: &str = "code,reason,tips,wait,team\n1,First,a,1,A\n2,Second,b,2,B\n";
/// With a row that is wrong.
const BAD: &str = "code,reason\n1,First\nx,Second\n";
const OF_CELL: &str = "t.csv:3:1 (cell A3): \"x\" is not a whole number (u16: 0 to 65535)";

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
            assert_eq!(
                said.iter().map(String::as_str).collect::<Vec<_>>(),
                expected.into_iter().collect::<Vec<_>>(),
                "{ty}"
            );
        }
    }
}
