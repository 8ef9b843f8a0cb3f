//! What is emitted for each kind of column, and for each size of a table.

use std::fmt::Write;

use quote::ToTokens;

use crate::expanded::{Expanded, assert_has};

/// What is emitted for a table that is right.
fn emitted(csv: &str, table: &str) -> String {
    let expanded = Expanded::table(csv, table);
    assert_eq!(expanded.errors, [""; 0], "{table}");
    expanded.code
}

fn of_body(csv: &str, body: &str) -> String {
    emitted(csv, &format!("#[status(csv = \"t.csv\")] enum E: u16 {{ {body} }}"))
}

/// The method, with what is written above it.
fn method<'c>(code: &'c str, name: &str) -> &'c str {
    let end = code.find(&format!("fn {name}(")).unwrap_or_else(|| panic!("{name}: {code}"));
    let begin = code.get(..end).unwrap().rfind("}\n").unwrap_or_default();
    let rest = code.get(begin..).unwrap();
    rest.split("\n        }\n").next().unwrap()
}

#[test]
fn a_column_is_stored_as_its_type_reads_it() {
    let csv = "code,reason,on,weight,sign,note,wait\n1,A,yes,1.5,x,first,7\n2,B,no,-2,\",\",second,300\n";
    let code = of_body(csv, "on: bool, weight: f64, sign: char, note: &str, wait: u32");
    for fragment in [
        "const COLUMN_0: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8( b\"\\x01\\0\", );",
        "static COLUMN_1: [::core::primitive::f64; 2] = [1.5, -2.0];",
        "static COLUMN_2: [::core::primitive::char; 2] = ['x', ','];",
        "::status_docs::__private::Texts::Joined( \"firstsecond\", ::status_docs::__private::Narrow::U8(b\"\\0\\x05\\x0B\"), );",
        "static COLUMN_4: [::core::primitive::u32; 2] = [7, 300];",
        "fn note(self) -> &'static ::core::primitive::str { COLUMN_3.get(row_of(self)) }",
    ] {
        assert_has(&code, &[(fragment, true)], "columns");
    }
    let code = of_body("code,reason,note,wait\n1,A,first,\n2,B,,\n", "note: Option<&str>, wait: Option<u8>");
    assert_has(
        method(&code, "note"),
        &[("-> ::core::option::Option<&'static ::core::primitive::str> { COLUMN_0.optional(row_of(self))", true)],
        "note",
    );
    // Nothing is stored for a column without a cell.
    assert_has(&code, &[("COLUMN_1", false)], "wait");
}

/// The numbers of a column in one, two or four bytes each.
#[test]
fn small_numbers_take_as_few_bytes_as_they_need() {
    use super::text::bytes;
    for (width, expected) in [
        (1, "b\"\\0\\x07\\xFF\""),
        (2, "b\"\\0\\0\\x07\\0\\xFF\\0\""),
        (4, "b\"\\0\\0\\0\\0\\x07\\0\\0\\0\\xFF\\0\\0\\0\""),
    ] {
        assert_eq!(bytes(&[0, 7, 255], width).to_string(), expected, "{width}");
    }
    assert_eq!(bytes(&[0x0102, 0xffff], 2).to_string(), "b\"\\x02\\x01\\xFF\\xFF\"");
    assert_eq!(bytes(&[0x0102_0304], 4).to_string(), "b\"\\x04\\x03\\x02\\x01\"");
}

/// The answers that a bridge asks for, plus one, so that 0 is none.
#[test]
fn the_answers_of_rows_are_stored_if_a_bridge_asks_for_them() {
    let csv = "code,reason,http,grpc,exit\n1,A,404,,0\n2,B,500,16,\n";
    let table = |with: &str| emitted(csv, &format!("#[status(csv = \"t.csv\"{with})] enum E: u16;"));
    let http = "const HTTP: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::Bytes16( b\"\\x95\\x01\\xF5\\x01\", );";
    let grpc = "const GRPC: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8( b\"\\0\\x11\", );";
    let exit = "const EXIT: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8( b\"\\x01\\0\", );";
    assert_has(&table(""), &[("const HTTP:", false), ("const GRPC:", false), ("const EXIT:", false)], "none");
    assert_has(&table(", with(http)"), &[(http, true), ("const GRPC:", false), ("const EXIT:", false)], "http");
    assert_has(&table(", with(tonic, exit_code, http)"), &[(http, true), (grpc, true), (exit, true)], "all");
}

#[test]
fn codes_are_shown_as_the_table_writes_them() {
    for (codes, ty, expected) in [
        ("0x1F\n0x20", "u16", Some("width: 2, is_upper: true, bits: 16")),
        ("0x001f\n0x0020", "u32", Some("width: 4, is_upper: false, bits: 32")),
        ("31\n32", "u16", None),
    ] {
        let csv: String = codes.lines().zip(["A", "B"]).map(|(code, reason)| format!("{code},{reason}\n")).collect();
        let code = emitted(&format!("code,reason\n{csv}"), &format!("#[status(csv = \"t.csv\")] enum E: {ty};"));
        assert_has(&code, &[("const HEXADECIMAL", expected.is_some()), (expected.unwrap_or("fn code("), true)], codes);
        let derived = Expanded::derive(
            &format!("code,reason\n{csv}"),
            &format!("#[status(csv = \"t.csv\", code = {ty}, exhaustive)] enum E {{ A, B }}"),
        );
        assert_has(
            &derived.code,
            &[("const HEXADECIMAL", expected.is_some()), (expected.unwrap_or("fn code("), true)],
            codes,
        );
    }
}

#[test]
fn a_macro_of_the_users_gets_all_rows() {
    let csv = "code,name,reason\n-1,A,First\n300,B,Second\n";
    let with = emitted(csv, "#[cfg(unix)] #[status(csv = \"t.csv\", each = crate::markers)] enum E: i16;");
    assert_has(&with, &[("#[cfg(unix)] crate::markers! { A = - 1; B = 300; }", true)], "each");
    let text = emitted("code,name,reason\nx\"1,A,First\n", "#[status(csv = \"t.csv\", each = markers)] enum E: str;");
    assert_has(&text, &[("markers! { A = \"x\\\"1\"; }", true)], "each");
    assert_has(&emitted(csv, "#[status(csv = \"t.csv\")] enum E: i16;"), &[("! {", false)], "none");
    let empty = Expanded::table("code,name,reason\n", "#[status(csv = \"t.csv\", each = markers)] enum E: i16;");
    assert_has(&empty.code, &[("markers!", false)], "no rows");
}

#[test]
fn a_deprecated_row_is_a_deprecated_variant_if_it_is_to_warn() {
    let csv = "code,reason,deprecated\n1,A,\n2,B,yes\n3,C,use A\n";
    let code = emitted(csv, "#[status(csv = \"t.csv\", warn_deprecated)] enum E: u8;");
    let file: syn::File = syn::parse_str(&code).unwrap();
    let Some(syn::Item::Enum(emitted)) = file.items.first() else { panic!("the enum is the first item") };
    let deprecated = emitted.variants.iter().map(|variant| {
        let attr = variant.attrs.iter().find(|attr| attr.path().is_ident("deprecated"));
        attr.map(|attr| attr.to_token_stream().to_string())
    });
    let expected = [None, Some("# [deprecated]".to_owned()), Some("# [deprecated (note = \"use A\")]".to_owned())];
    assert_eq!(deprecated.collect::<Vec<_>>(), expected);
}

/// What the user writes above an entry of the body, and our sentence below it.
#[test]
fn a_method_has_what_was_written_about_its_column() {
    let csv = "code,name,tips,note\n1,First,a,b\n";
    let code = of_body(csv, "/// Mine.\n #[doc(hidden)] pub(crate) tips = \"tips\", /// Also mine.\n note: &str");
    let note = of_body(csv, "\n/// Also mine.\n pub note: &str");
    assert_has(
        method(&code, "tips"),
        &[("Mine.", true), ("#[doc(hidden)]", true), ("pub(crate) const fn", true)],
        "tips",
    );
    assert_has(method(&code, "name"), &[("Mine.", false), ("#[doc(hidden)]", false), ("pub", false)], "name");
    assert_has(
        method(&note, "note"),
        &[("Also mine.", true), ("The column \u{201c}note\u{201d} of `t.csv`.", true), ("pub const fn", true)],
        "note",
    );
    // Without a column for the phrase, it is the name.
    assert_has(method(&code, "reason"), &[("From the column \u{201c}name\u{201d} of `t.csv`.", true)], "reason");
    assert_has(method(&code, "name"), &[("From the column", false)], "name");
    let both = of_body("code,name,reason\n1,First,First\n", "");
    assert_has(method(&both, "reason"), &[("From the column \u{201c}reason\u{201d} of `t.csv`.", true)], "reason");
}

/// Whose variants are the cells.
#[test]
fn the_enum_of_columns_says_where_its_variants_are() {
    let csv = "code,reason,team,other\n1,First,A,b\n2,Second,A,C\n3,Third,C,C\n";
    let shared = of_body(csv, "team: enum Team { A, B, C, D }, other: enum Team");
    for (fragment, is_there) in [
        ("The cells of the columns \u{201c}team\u{201d} and \u{201c}other\u{201d} of `t.csv`.", true),
        ("**A**, in 2 rows of the table. A,", true),
        ("**b**, in 1 row of the table. B,", true),
        ("**C**, in 3 rows of the table. C,", true),
        ("**D**, in no row of the table. D,", true),
        ("Every variant, in the order of the list", true),
        ("::core::cmp::Ord", true),
        ("Self::B => \"b\"", true),
    ] {
        let team = shared.split("const _: () = {").take(2).collect::<String>().replace("///", " ").replace("    ", " ");
        assert_has(&team, &[(fragment, is_there)], "shared");
    }
    let open = of_body(
        csv,
        "team: #[derive(Ord, Clone, Other)] enum Team, other: #[derive(Ord, Clone, Other)] enum Mine { A, B, C }",
    );
    let team = open.split("enum Team").next().unwrap().rsplit("#[derive(").next().unwrap().split(")]").next().unwrap();
    let mine = open.split("enum Mine").next().unwrap().rsplit("#[derive(").next().unwrap().split(")]").next().unwrap();
    // The variants of an open enum have no order but that of the rows, which the user may want.
    for (derives, clones, orders) in [(team, 1, 1), (mine, 1, 1)] {
        assert_eq!(
            (derives.matches("Clone").count(), derives.matches(" Ord,").count() + derives.matches("::Ord,").count()),
            (clones, orders),
            "{derives}"
        );
        assert!(derives.contains("Other"), "{derives}");
    }
    assert!(team.contains(" Ord,") && mine.contains("::core::cmp::Ord,"), "{team} {mine}");
}

/// More variants than are worth a match.
#[test]
fn an_enum_of_many_cells_has_its_texts_in_tables() {
    let csv = |cells: usize| {
        (0..cells).map(|n| format!("{n},R{n},c-{n}\n")).fold("code,reason,team\n".to_owned(), |all, row| all + &row)
    };
    for (cells, is_table) in [(32, false), (33, true)] {
        let code = of_body(&csv(cells), "team: enum Team");
        for (fragment, is_there) in [
            ("static TEXTS:", is_table),
            ("static NAMES:", is_table),
            ("TEXTS[self as ::core::primitive::usize]", is_table),
            ("Self::C31 => \"c-31\"", !is_table),
            ("Team::C31 => \"C31\"", !is_table),
        ] {
            assert_has(&code, &[(fragment, is_there)], &cells.to_string());
        }
    }
}

/// A type of the user's with more rows than a byte counts: by functions, which have its generics.
#[test]
fn a_large_table_is_looked_up_by_functions() {
    let rows = 256;
    let csv = (0..rows).map(|n| format!("{},R{n}\n", n * 2)).fold("code,reason\n".to_owned(), |all, row| all + &row);
    let variants = |fields: &str| (0..rows).map(|n| format!("R{n}{fields},")).collect::<String>();
    let emitted_enum = emitted(&csv, "#[status(csv = \"t.csv\")] enum E: u16;");
    for (fragment, is_there) in [
        ("0 => E::R0, 1 => E::R1,", true),
        ("255 => E::R255, _ => return ::core::option::Option::None", true),
        ("::status_docs::__private::iter(256, status_at)", true),
        ("-> ::core::option::Option<Self> { status_at(::status_docs::__private::row_of_code::<Self,>(code", true),
        ("let mut __status_docs_all = [E::R0; 256];", true),
    ] {
        assert_has(&emitted_enum, &[(fragment, is_there)], "table");
    }
    for (generics, ty) in [("", "E"), ("<const N: usize>", "E<N>")] {
        let item =
            format!("#[status(csv = \"t.csv\", code = u16, exhaustive)] enum E{generics} {{ {} }}", variants("{}"));
        let derived = Expanded::derive(&csv, &item);
        assert_eq!(derived.errors, [""; 0]);
        for fragment in [
            format!(
                "const fn statuses_0{generics}( __status_docs_row: ::core::primitive::usize, ) -> ::core::option::Option<{ty}> {{"
            ),
            format!(
                "const fn status_at{generics}( __status_docs_row: ::core::primitive::usize, ) -> ::core::option::Option<{ty}> {{"
            ),
            "0 => E::R0 {}, 1 => E::R1 {},".to_owned(),
            "let mut __status_docs_all = [E::R0 {}; 256];".to_owned(),
            "fn iter() -> ::status_docs::Iter<Self> { ::status_docs::__private::iter(256, status_at) }".to_owned(),
        ] {
            assert_has(&derived.code, &[(&fragment, true)], ty);
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever the names are: those of the language, of the prelude and of what is emitted among them.
    #[test]
    fn verbatim_names_are_variants_as_they_are_written(
        names in proptest::collection::btree_set(
            "[A-Za-z_][A-Za-z0-9_]{0,6}|async|type|gen|try|union|r|T|NULL|NA|null|nan|u16|str|Some|Ok|Error|NAME|row_of|match|true|core|__private",
            1..12,
        )
    ) {
        let is_ours = |name: &str| super::methods::all_names().any(|ours| ours == name);
        let is_kept = |name: &str| matches!(name, "_" | "Self" | "self" | "super" | "crate");
        let (mut csv, mut variants) = ("code,name,reason\n".to_owned(), Vec::new());
        for (code, name) in names.iter().filter(|name| !is_ours(name) && !is_kept(name)).enumerate() {
            let _ = writeln!(csv, "{code},{name},Row {code} of {}", names.len());
            let is_keyword = syn::parse_str::<syn::Ident>(name).is_err() || name == "gen";
            variants.push((format!("{}{name} = {code},", if is_keyword { "r#" } else { "" }), name));
        }
        if variants.is_empty() {
            return Ok(());
        }
        let code = emitted(&csv, "#[status(csv = \"t.csv\", verbatim)] enum E: u16;");
        for (variant, name) in variants {
            assert!(code.lines().any(|line| line.trim() == variant), "{name}: {code}");
        }
    }
}
