//! What `with(…)` takes.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::parse::Parser;

use super::*;
use crate::attr::{Entry, Errors, separated};
use crate::expanded::Expanded;
use crate::rustdoc_tables::{cells, code_in};

static TEAPOT: Bridge = Bridge {
    word: "teapot",
    has_path: true,
    options: &[Choice::Flag("tips"), Choice::Path("body")],
    role: Some(Role::Http),
    derives: &[],
    emit: |bridged, asked| {
        let path = asked.path();
        let header = bridged.header(asked, &quote!(#path::Teapot), &[]);
        quote!(#header {})
    },
};

static KETTLE: Bridge =
    Bridge { word: "kettle", has_path: false, options: &[], role: None, derives: &[], emit: |_, _| TokenStream::new() };

/// What is requested, each as the path of its crate and its flags, and the errors.
fn asked(text: &str) -> (Vec<String>, Vec<String>) {
    let entries = separated::<Entry>.parse_str(text).unwrap();
    let mut errors = Errors::default();
    let asked = asked::read_of(&[&TEAPOT, &KETTLE], entries, &mut errors);
    let shown = |asked: &Asked| {
        let options = [
            asked.has("tips").then(|| "tips".to_owned()),
            asked.option("body").map(|body| body.to_token_stream().to_string()),
        ];
        let options: Vec<String> = options.into_iter().flatten().collect();
        format!("{}({})", asked.path(), options.join(", ")).replace(' ', "")
    };
    let errors = errors.into_vec().into_iter().map(|error| error.to_string());
    (asked.iter().map(shown).collect(), errors.collect())
}

#[test]
fn a_bridge_names_its_crate_and_its_options() {
    for (text, expected) in [
        ("teapot", &["::teapot()"][..]),
        ("teapot, kettle", &["::teapot()", "::kettle()"]),
        ("teapot(tips, body = crate::pour)", &["::teapot(tips,crate::pour)"]),
        ("teapot = crate::pots, teapot(tips), kettle, teapot(body = pour)", &["crate::pots(tips,pour)", "::kettle()"]),
        ("teapot(tips), teapot = pots", &["pots(tips)"]),
        ("teapot(tips), teapot", &["::teapot(tips)"]),
        // Two versions of one crate.
        ("teapot, teapot = pots", &["::teapot()", "pots()"]),
        ("teapot = pots, teapot", &["pots()", "::teapot()"]),
        ("teapot = pots, teapot(tips), teapot = ::cups", &["pots(tips)", "::cups()"]),
        ("", &[]),
    ] {
        assert_eq!(asked(text), (expected.iter().map(ToString::to_string).collect(), Vec::new()), "{text}");
    }
}

#[test]
fn what_a_bridge_does_not_take_is_said() {
    for (text, error) in [
        ("teapott", "there is no `teapott` here; did you mean `teapot`?"),
        ("sieve", "there is no `sieve` here (allowed: `teapot`, `kettle`)"),
        ("\"teapot\"", "write the name of a bridge: with(axum)"),
        ("teapot, teapot", "`teapot` is given twice; keep one"),
        ("teapot = a, teapot = a", "`teapot` is given twice; keep one"),
        ("teapot(tips), teapot, teapot", "`teapot` is given twice; keep one"),
        ("teapot = \"a\"", "`teapot` takes the path of its crate: teapot = ::teapot"),
        ("teapot(tip)", "there is no `tip` here; did you mean `tips`?"),
        ("teapot(tips, tips)", "`tips` is given twice; keep one"),
        ("teapot(tips = a)", "`tips` takes no value"),
        ("teapot(body)", "`body` takes a path: body = crate::envelope"),
        ("teapot(404)", "write the name of an option"),
        ("kettle(tips)", "`kettle` has no options; take the parentheses out"),
        ("kettle = ::a", "`kettle` is in the standard library and takes no path"),
    ] {
        assert_eq!(asked(text).1, [error], "{text}");
    }
    // The valid entries are still there.
    let (asked, errors) = asked("teapott, kettle, teapot(tip)");
    assert_eq!((asked, errors.len()), (vec!["::kettle()".to_owned(), "::teapot()".to_owned()], 2));
}

#[test]
fn the_front_page_has_every_bridge() {
    let cells = cells("../../runtime/src/lib.rs", "`with(\u{2026})` writes the impls");
    let documented: BTreeSet<&str> = cells.iter().flat_map(|cell| code_in(cell)).collect();
    assert_eq!(documented, BRIDGES.iter().map(|bridge| bridge.word).collect());
}

/// The errors of an expansion.
fn said(tokens: TokenStream) -> Vec<String> {
    Expanded::of(tokens).errors
}

#[test]
fn an_error_is_not_answered_with_ok() {
    let of = |status: TokenStream| {
        crate::expand::status_docs(quote! {
            #[status(base = "grpc", with(tonic))]
            pub enum ApiError {
                #[status(#status)]
                First,
                #[status(5)]
                Second,
            }
        })
    };
    assert_eq!(said(of(quote!(3))), [""; 0]);
    assert_eq!(said(of(quote!(0))), ["code 0 is answered with gRPC's 0, which means OK and not an error"]);
}

/// Of a file, with or without a column for gRPC.
#[test]
fn a_row_that_means_ok_is_no_error() {
    let codes = "code,reason\n0,Zero\n5,Five\n";
    let column = "code,reason,grpc\n0,Zero,5\n5,Five,0\n";
    let ok = |code| format!("code {code} is answered with gRPC's 0, which means OK and not an error");
    for (csv, variants, expected) in [
        (codes, "Zero, Five", vec![ok(0)]),
        (codes, "Zero", vec![ok(0)]),
        (codes, "Five", Vec::new()),
        (column, "Zero, Five", vec![ok(5)]),
        (column, "Five", vec![ok(5)]),
        (column, "Zero", Vec::new()),
    ] {
        for bridge in ["tonic", "http = h, tonic"] {
            let item = format!("#[status(csv = \"t.csv\", code = u8, with({bridge}))] enum E {{ {variants} }}");
            let mut errors = Expanded::derive(csv, &item).errors;
            errors.retain(|error| !error.contains("HTTP status"));
            assert_eq!(errors, expected, "{item} {csv}");
        }
    }
    // A table has it all the same, and is no error type.
    for (csv, is_error) in
        [(codes, false), (column, false), ("code,reason\n5,Five\n", true), ("code,reason,grpc\n0,A,5\n", true)]
    {
        let expanded = Expanded::table(csv, "#[status(csv = \"t.csv\", with(tonic))] enum E: u8;");
        assert_eq!((expanded.errors.len(), expanded.code.contains("::tonic::Status::new")), (0, is_error), "{csv}");
    }
}

#[test]
fn a_bridge_that_cannot_answer_says_for_how_many_codes() {
    for (csv, expected) in [
        ("code,reason\n5,Five\n404,A\n", "code 5 is not an HTTP status (100 to 999); add a column `http`"),
        (
            "code,reason\n5,Five\n6,A\n404,B\n",
            "code 5 is not an HTTP status (100 to 999); add a column `http` (1 more code like it)",
        ),
        (
            "code,reason\n5,Five\n6,A\n7,B\n",
            "code 5 is not an HTTP status (100 to 999); add a column `http` (2 more codes like it)",
        ),
        (
            "code,reason,http\n5,Five,404\n6,A,\n",
            "code 6 is not an HTTP status (100 to 999); fill its cell in column \"http\"",
        ),
    ] {
        let table = "#[status(csv = \"t.csv\", with(http))] enum E: u16;";
        let errors = Expanded::table(csv, table).errors;
        assert_eq!(errors, [expected], "{csv}");
    }
    let exit = "#[status(csv = \"t.csv\", with(exit_code))] enum E: u16;";
    for (code, expected) in
        [(0, None), (255, None), (256, Some("code 256 is not an exit code (0 to 255); add a column `exit`"))]
    {
        let errors = Expanded::table(&format!("code,reason\n{code},A\n"), exit).errors;
        assert_eq!(errors.first().map(String::as_str), expected, "{code}");
    }
}

/// The number of the other crate, as a code: without a conversion where it has that type, infallible where it fits.
#[test]
fn a_status_is_found_by_the_number_of_the_other_crate() {
    const ASIS: &str = "Some(__status_docs_number)";
    const FROM: &str = "::core::convert::From<";
    const TRY_FROM: &str = "::core::convert::TryFrom<";
    for (code, http, tonic) in [
        ("u8", TRY_FROM, TRY_FROM),
        ("u16", ASIS, TRY_FROM),
        ("i16", TRY_FROM, TRY_FROM),
        ("u32", FROM, TRY_FROM),
        ("i32", FROM, ASIS),
        ("u64", FROM, TRY_FROM),
        ("i64", FROM, FROM),
    ] {
        for (word, expected) in [("http", http), ("tonic", tonic)] {
            let csv = if word == "http" && code != "u8" { "code,reason\n110,A\n" } else { "code,reason\n10,A\n" };
            let code_text =
                Expanded::table(csv, &format!("#[status(csv = \"t.csv\", with({word}))] enum E: {code};")).code;
            let back = code_text.split("let __status_docs_found =").nth(1).and_then(|rest| rest.split(';').next());
            let Some(back) = back else { panic!("{word} {code}: {code_text}") };
            for conversion in [ASIS, FROM, TRY_FROM] {
                assert_eq!(back.contains(conversion), conversion == expected, "{word} {code}: {back}");
            }
        }
    }
    for word in ["http", "tonic"] {
        let code = Expanded::table(
            &format!("code,reason,{}\nA,B,7\n", if word == "http" { "http" } else { "grpc" }),
            &format!("#[status(csv = \"t.csv\", with({word}))] enum E: str;"),
        )
        .code;
        assert!(!code.contains("let __status_docs_found ="), "{code}");
    }
}

/// What is read has to be a whole table, and what is written need not be.
#[test]
fn only_a_table_without_parameters_is_deserialized() {
    for (item, is_table) in [
        ("#[status(csv = \"t.csv\", code = u16, exhaustive, with(serde, utoipa))] enum E { A }", true),
        ("#[status(csv = \"t.csv\", code = u16, with(serde, utoipa))] enum E { A }", false),
        ("#[status(csv = \"t.csv\", code = u16, with(serde, utoipa))] enum E { A(u8) }", false),
        ("#[status(csv = \"t.csv\", code = u16, exhaustive, with(serde, utoipa))] enum E<const N: usize> { A }", false),
        ("#[status(csv = \"t.csv\", code = u16, with(serde, utoipa))] enum E<T> { A(T) }", false),
        ("#[status(csv = \"t.csv\", code = u16, A, with(serde, utoipa))] struct E;", false),
    ] {
        let expanded = Expanded::derive("code,reason\n404,A\n", item);
        assert_eq!(expanded.errors, [""; 0], "{item}");
        let has = |name: &str| expanded.code.contains(name);
        assert!(has("::serde::Serialize for E") && has("::utoipa::IntoResponses for E"), "{item}");
        assert_eq!((has("::serde::Deserialize<"), has("::utoipa::ToSchema for E")), (is_table, is_table), "{item}");
    }
}

#[test]
fn a_derive_that_a_bridge_writes_is_refused() {
    let of = |derive: TokenStream| {
        crate::expand::status_table(quote! {
            (::status_docs)
            #[derive(#derive)]
            #[status(only = "404", with(serde))]
            pub enum Answer: u16;
        })
    };
    let refused = "`with(serde)` writes `Serialize` too; keep one: with the bridge a status is its code, with the derive \
                   the name of its variant";
    for (derive, expected) in [
        (quote!(Serialize), &[refused][..]),
        (quote!(serde::Serialize), &[refused]),
        (quote!(::serde::Serialize), &[refused]),
        // Another crate's of the same name, and another one of the same crate.
        (quote!(other::Serialize), &[]),
        (quote!(serde::Other), &[]),
        (quote!(Other), &[]),
    ] {
        assert_eq!(said(of(derive.clone())), expected, "{derive}");
    }
}
