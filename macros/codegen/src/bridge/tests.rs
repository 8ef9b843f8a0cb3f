//! What `with(…)` takes.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::parse::Parser;

use super::*;
use crate::attr::{Entry, Errors, separated};
use crate::expanded::{Expanded, assert_has};
use crate::rustdoc_tables::{cells, code_in};

static TEAPOT: Bridge = Bridge {
    word: "teapot",
    has_path: true,
    options: &[Choice::Flag("tips"), Choice::Path("body")],
    role: Some(Role::Http),
    derives: &[],
    body: Body::Sent,
    emit: |bridged, asked| {
        let path = asked.path();
        let header = bridged.header(asked, &quote!(#path::Teapot), &[]);
        quote!(#header {})
    },
};

static KETTLE: Bridge = Bridge {
    word: "kettle",
    has_path: false,
    options: &[],
    role: None,
    derives: &[],
    body: Body::None,
    emit: |_, _| TokenStream::new(),
};

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
    let errors = errors.into_vec().into_iter().map(|error| error.message());
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

/// Where errors in what is emitted are reported: at the option, else at the crate, else at the word.
#[test]
fn what_is_emitted_is_where_it_was_asked_for() {
    for (text, word, tips, body) in [
        ("teapot", "teapot", "teapot", "teapot"),
        ("teapot(tips, body = crate::pour)", "teapot", "tips", "body"),
        ("teapot(body = crate::pour)", "teapot", "teapot", "body"),
        ("teapot = crate::pots", "pots", "pots", "pots"),
        ("teapot = crate::pots, teapot(tips)", "pots", "tips", "pots"),
    ] {
        let mut errors = Errors::default();
        let asked = asked::read_of(&[&TEAPOT], separated::<Entry>.parse_str(text).unwrap(), &mut errors);
        let [asked] = asked.as_slice() else { panic!("{text}") };
        let places = [asked.place(), asked.place_of("tips"), asked.place_of("body")];
        let written = places.map(|place| text.get(place.start().column..place.end().column).unwrap());
        assert_eq!(written, [word, tips, body], "{text}");
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
            errors.retain(|error| !error.contains("are its own, not HTTP's"));
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
    let of = |csv: &str, body: &str| {
        Expanded::table(csv, &format!("#[status(csv = \"t.csv\", with(http))] enum E: u16 {body}")).errors
    };
    let own = "the codes of E are its own, not HTTP's; say which column has the status: http = \"HTTP\"; if they are \
               HTTP's, http = \"No.\"";
    let lacking = "code 6 has no HTTP status; fill its cell in column \"http\"";
    for (csv, body, expected) in [
        // Whatever the codes look like.
        ("No.,reason\n404,A\n500,B\n", "{ code = \"No.\" }", vec![own.to_owned()]),
        ("No.,reason\n404,A\n500,B\n", "{ code = \"No.\", http = \"No.\" }", Vec::new()),
        ("code,reason,http\n5,Five,404\n6,A,\n", ";", vec![lacking.to_owned()]),
        ("code,reason,http\n6,Six,\n7,A,\n", ";", vec![format!("{lacking} (1 more code like it)")]),
        ("code,reason,http\n6,Six,\n7,A,\n8,B,\n", ";", vec![format!("{lacking} (2 more codes like it)")]),
        // A cell that is no status is not empty.
        (
            "code,reason,http\n6,Six,5xx\n",
            ";",
            vec!["t.csv:2:7 (cell C2): \"5xx\" is not an HTTP status code (100 to 999)".to_owned()],
        ),
    ] {
        assert_eq!(of(csv, body), expected, "{csv} {body}");
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
            let body = if word == "http" { "{ http = \"code\" }" } else { ";" };
            let code_text =
                Expanded::table(csv, &format!("#[status(csv = \"t.csv\", with({word}))] enum E: {code} {body}")).code;
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
        (
            "#[status(csv = \"t.csv\", code = u16, columns(http = \"code\"), exhaustive, with(serde, utoipa))] enum E { A }",
            true,
        ),
        ("#[status(csv = \"t.csv\", code = u16, columns(http = \"code\"), with(serde, utoipa))] enum E { A }", false),
        (
            "#[status(csv = \"t.csv\", code = u16, columns(http = \"code\"), with(serde, utoipa))] enum E { A(u8) }",
            false,
        ),
        (
            "#[status(csv = \"t.csv\", code = u16, columns(http = \"code\"), exhaustive, with(serde, utoipa))] enum E<const N: usize> { A }",
            false,
        ),
        (
            "#[status(csv = \"t.csv\", code = u16, columns(http = \"code\"), with(serde, utoipa))] enum E<T> { A(T) }",
            false,
        ),
        ("#[status(csv = \"t.csv\", code = u16, columns(http = \"code\"), A, with(serde, utoipa))] struct E;", false),
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

/// What `enum E: …` emits for a table with one row of this code, and perhaps a column with its answer.
fn table(code: &str, ty: &str, column: Option<(&str, u16)>, with: &str) -> String {
    let csv = match column {
        Some((role, answer)) => format!("code,reason,{role}\n{code},A,{answer}\n"),
        None => format!("code,reason\n{code},A\n"),
    };
    let is_http = ["http", "axum", "actix_web", "utoipa"].iter().any(|word| with.contains(word));
    let body = if is_http && column.is_none() { "{ http = \"code\" }" } else { ";" };
    let expanded = Expanded::table(&csv, &format!("#[status(csv = \"t.csv\", with({with}))] enum E: {ty} {body}"));
    assert_eq!(expanded.errors, [""; 0], "{with}");
    expanded.code
}

/// A type that derives, whose variants may be of the codes 3, 5 and 404.
fn derived(with: &str, item: &str) -> Expanded {
    let csv = "code,name,reason,http\n3,Three,A,400\n5,Five,B,500\n404,Missing,C,404\n";
    Expanded::derive(csv, &format!("#[status(csv = \"t.csv\", code = u16, with({with}))] {item}"))
}

#[test]
fn each_bridge_writes_the_impls_of_its_crate() {
    let impls: [(&str, &str, &[&str]); 8] = [
        (
            "http",
            "404",
            &["From<E> for ::http::StatusCode", "From<&E> for ::http::StatusCode", "TryFrom<::http::StatusCode> for E"],
        ),
        ("axum", "404", &["::axum::response::IntoResponse for E"]),
        ("actix_web", "404", &["::actix_web::ResponseError for E"]),
        (
            "utoipa",
            "404",
            &["::utoipa::IntoResponses for E", "::utoipa::PartialSchema for E", "::utoipa::ToSchema for E"],
        ),
        ("serde", "404", &["::serde::Serialize for E", "> ::serde::Deserialize<'__status_docs_input> for E"]),
        (
            "tonic",
            "5",
            &[
                "From<E> for ::tonic::Code",
                "From<&E> for ::tonic::Code",
                "TryFrom<::tonic::Code> for E",
                "From<E> for ::tonic::Status",
                "From<&E> for ::tonic::Status",
            ],
        ),
        ("miette", "5", &["::miette::Diagnostic for E"]),
        (
            "exit_code",
            "5",
            &[
                "From<E> for ::std::process::ExitCode",
                "From<&E> for ::std::process::ExitCode",
                "::std::process::Termination for E",
            ],
        ),
    ];
    assert_eq!(impls.map(|(word, ..)| word), BRIDGES.iter().map(|bridge| bridge.word).collect::<Vec<_>>()[..]);
    for (word, code, impls) in impls {
        let has = impls.iter().map(|name| (*name, true)).collect::<Vec<_>>();
        assert_has(&table(code, "u16", None, word), &has, word);
    }
    // A text is read by a visitor, a number by itself.
    for (ty, is_text) in [("str", true), ("u16", false)] {
        let code = table("404", ty, None, "serde");
        assert_has(
            &code,
            &[("::serde::Deserialize<'__status_docs_input> for E", true), ("deserialize_str(", is_text)],
            ty,
        );
    }
}

/// Only a table whose codes are those of the protocol: with a column, many rows may share one.
#[test]
fn a_conversion_is_reversed_where_the_codes_themselves_are_converted() {
    for (word, code, column, back) in [
        ("http", "404", ("http", 500), "TryFrom<::http::StatusCode> for E"),
        ("tonic", "5", ("grpc", 7), "TryFrom<::tonic::Code> for E"),
    ] {
        assert_has(&table(code, "u16", None, word), &[(back, true)], word);
        assert_has(&table(code, "u16", Some(column), word), &[(back, false)], word);
        let (role, item) = (column.0, "enum E { A }");
        let csv = format!("code,reason\n{code},A\n");
        let words = format!("csv = \"t.csv\", code = u16, columns({role} = \"code\"), with({word})");
        let expanded = Expanded::derive(&csv, &format!("#[status({words})] {item}"));
        assert_has(&expanded.code, &[(back, false), ("From<&E> for ", true)], item);
        // One that has a variant for each row is a table.
        let whole = Expanded::derive(&csv, &format!("#[status({words}, exhaustive)] {item}"));
        assert_has(&whole.code, &[(back, true)], word);
    }
}

/// A row of a table has no text but its phrase; a value of the user's has one, if it may be shown.
#[test]
fn only_a_value_of_the_users_own_type_has_a_text() {
    for word in ["axum", "actix_web"] {
        let detail = ".with_detail(__status_docs_text)";
        let problem = "let __status_docs_problem = ::status_docs::Problem::new(&__status_docs_doc)";
        let log = "::tracing::error!";
        let logged = format!("{word}(tracing)");
        assert_has(&table("404", "u16", None, word), &[(problem, true), (detail, false), (log, false)], word);
        assert_has(&table("404", "u16", None, &logged), &[(problem, true), (detail, false), (log, false)], word);
        let item = "enum E { Missing(u8) }";
        assert_has(&derived(word, item).code, &[(problem, true), (detail, true), (log, false)], word);
        assert_has(&derived(&logged, item).code, &[(problem, true), (detail, true), (log, true)], word);
        // The body is ours, or that of the user's function.
        let ours = "\"application/problem+json\"";
        let theirs = "crate::envelope(";
        assert_has(&derived(word, item).code, &[(ours, true), (theirs, false)], word);
        let asked = format!("{word}(body = crate::envelope)");
        assert_has(&derived(&asked, item).code, &[(ours, false), (theirs, true)], word);
    }
    let text = ".with_detail(__status_docs_text)";
    assert_has(&table("5", "u16", None, "tonic"), &[(text, false)], "table");
    let expanded = Expanded::derive(
        "code,reason\n5,Five\n",
        "#[status(csv = \"t.csv\", code = u16, with(tonic))] enum E { Five(u8) }",
    );
    assert_has(&expanded.code, &[(text, true)], "derive");
}

/// What answers have, the document has.
#[test]
fn the_document_has_tips_if_an_answer_has_them() {
    for (with, has_tips) in
        [("utoipa", false), ("axum, utoipa", false), ("axum(tips), utoipa", true), ("utoipa, actix_web(tips)", true)]
    {
        let code = table("404", "u16", None, with);
        let document = code.split_once("struct __StatusDocsListed").unwrap().1;
        let document = document.split("fn __status_docs_table_codes").next().unwrap();
        assert_has(document, &[(".property( \"tips\"", has_tips), (".with_tips()", has_tips)], with);
    }
}

/// The compiler knows of a type without parameters whether it has what an impl asks for, and says it at the word.
#[test]
fn an_impl_has_a_bound_only_where_a_parameter_decides() {
    for (word, of, bound) in [
        ("axum", "::axum::response::IntoResponse for E", "::core::fmt::Display"),
        ("actix_web", "::actix_web::ResponseError for E", "::core::fmt::Debug"),
        ("miette", "::miette::Diagnostic for E", "::core::error::Error"),
    ] {
        let clause = |item: &str| {
            let code = derived(word, item).code.split_whitespace().collect::<Vec<_>>().join(" ");
            code.split(of).nth(1).unwrap_or_else(|| panic!("{item}: {code}")).split('{').next().unwrap().to_owned()
        };
        for (item, ty) in [
            ("enum E { Missing }", None),
            ("enum E<const N: usize> { Missing }", None),
            ("enum E<'a> { Missing(&'a u8) }", None),
            ("enum E<T> { Missing(T) }", Some("E<T>")),
        ] {
            let clause = clause(item);
            assert_eq!(clause.contains(bound), ty.is_some(), "{item}: {clause}");
            assert!(ty.is_none_or(|ty| clause.contains(&format!("{ty}: {bound}"))), "{item}: {clause}");
        }
        // The field of a transparent variant has to answer; where no parameter decides, it is asked beside the impl.
        let answers = "T: ::status_docs::StatusDocs<Code = ::core::primitive::u16>";
        assert!(clause("enum E<T> { Missing, #[status(transparent)] Inner(T) }").contains(answers));
        assert!(!clause("enum E<T> { Missing, #[status(transparent)] Inner(Io), Other(T) }").contains("StatusDocs<"));
    }
}

/// The cases of an inner error are in the document, unless it is the type itself, or something is wrong.
#[test]
fn an_inner_error_has_to_list_its_cases_for_a_document() {
    let listed = "::status_docs::__private::listed::<Io>();";
    let own = "::status_docs::__private::listed::<E>();";
    let bound = "T: ::status_docs::StatusCases";
    let transparent =
        |ty: &str, generics: &str| format!("enum E{generics} {{ Missing, #[status(transparent)] Inner({ty}) }}");
    for (item, fragments) in [
        ("enum E { Missing }".to_owned(), [(listed, false), (own, false), (bound, false)]),
        (transparent("Io", ""), [(listed, true), (own, false), (bound, false)]),
        (transparent("Box<Io>", ""), [(listed, true), (own, false), (bound, false)]),
        (transparent("Box<E>", ""), [(listed, false), (own, false), (bound, false)]),
        (transparent("T", "<T>"), [(listed, false), (own, false), (bound, true)]),
        (
            "enum E { Nobody, #[status(transparent)] Inner(Io) }".to_owned(),
            [(listed, false), (own, false), (bound, false)],
        ),
    ] {
        let code = derived("utoipa", &item).code;
        let document = code.split("::utoipa::IntoResponses for").nth(1).unwrap_or_else(|| panic!("{item}: {code}"));
        assert_has(document, &fragments, &item);
    }
}

/// What a client would take for the next answer, or for a success.
#[test]
fn a_status_that_is_no_error_with_a_body_is_refused() {
    let table = |words: &str| Expanded::table("", &format!("#[status({words})] enum E: u16;")).errors;
    let body = |word: &str, code: u16, others: &str| {
        format!(
            "`{word}` answers with a body, and {code}, the status of code {code}, has none; keep the errors: only = \"4xx, \
             5xx\"{others}"
        )
    };
    for (name, words, expected) in [
        ("a whole reference", "with(axum)", vec![body("axum", 100, " (6 more codes like it)")]),
        ("one row", "only = \"204, 404\", with(actix_web)", vec![body("actix_web", 204, "")]),
        ("the errors", "only = \"4xx, 5xx\", with(axum, actix_web)", Vec::new()),
        ("a table may succeed", "only = \"200, 302\", with(axum)", Vec::new()),
        ("nobody sends a body", "with(http, utoipa, serde)", Vec::new()),
    ] {
        assert_eq!(table(words), expected, "{name}");
    }
    let derive = |with: &str, row: &str| {
        Expanded::derive("", &format!("#[status(with({with}))] enum E {{ #[status({row})] A(u8) }}")).errors
    };
    let success = |word: &str, code: u16| {
        format!(
            "`{word}` answers an error with {code}, the status of code {code}, which clients take for a success; name a row \
             from 400 on, or write allow(success_answer)"
        )
    };
    for (with, row, expected) in [
        (
            "axum",
            "304",
            vec!["`axum` answers with a body, and 304, the status of code 304, has none; name another row".to_owned()],
        ),
        ("axum", "302", vec![success("axum", 302)]),
        ("axum), allow(success_answer", "302", Vec::new()),
        ("utoipa", "200", vec![success("utoipa", 200)]),
        ("http", "304", Vec::new()),
        ("axum, utoipa", "404", Vec::new()),
    ] {
        assert_eq!(derive(with, row), expected, "{with} {row}");
    }
    for (words, rule) in [
        ("csv = \"t.csv\", code = u16, with(axum)", "own_codes"),
        ("with(axum), default = 204", "no_body"),
        ("with(axum), default = 302", "success_answer"),
    ] {
        let expanded = Expanded::derive("code,reason\n404,A\n", &format!("#[status({words})] enum E {{ A }}"));
        assert_eq!(expanded.rules, [rule], "{words}");
    }
    // Above 599 is in use.
    let edge = "code,reason\n999,Blocked\n";
    assert_eq!(
        Expanded::table(edge, "#[status(csv = \"t.csv\", only = \"999\", base = \"http\", with(axum))] enum E: u16;")
            .errors,
        [""; 0]
    );
}

/// A table of codes of its own has a schema of them, and nothing that it answers.
#[test]
fn a_table_without_a_status_has_a_schema_alone() {
    let codes = "code,reason\n404,Battery low\n";
    for (csv, body, is_answered) in
        [(codes, ";", false), (codes, "{ http = \"code\" }", true), ("code,reason,http\n7,A,404\n", ";", true)]
    {
        let expanded = Expanded::table(csv, &format!("#[status(csv = \"t.csv\", with(utoipa))] enum E: u16 {body}"));
        assert_eq!(expanded.errors, [""; 0], "{csv}");
        assert_has(
            &expanded.code,
            &[("::utoipa::ToSchema for E", true), ("::utoipa::IntoResponses for E", is_answered)],
            csv,
        );
    }
}

/// In constants, each at the word or at what names the row.
#[test]
fn rows_that_only_the_compiler_knows_are_checked_in_constants() {
    let of = |with: &str| {
        let item = "enum E { OrderMissing, #[status(\"E2\")] Lost(u8), #[status(transparent)] Inner(Io) }";
        Expanded::derive("", &format!("#[status(table = crate::Fault, default = Other, with({with}))] {item}")).code
    };
    let own = "the codes of Fault are its own, not HTTP's; say which column has the status: http = \\\"HTTP\\\";";
    let http =
        |row: &str| format!("no HTTP status: fill the cell of \\\"{row}\\\" in the column for http (crate::Fault)");
    let grpc = "no gRPC code: fill the cell of \\\"Other\\\" in the column for grpc (crate::Fault)";
    let exit = "no exit code: fill the cell of \\\"E2\\\" in the column for exit (crate::Fault)";
    let inner = "let _: fn() = ::status_docs::__private::Probe::<";
    for (with, is_http, is_grpc, is_exit) in [
        ("axum", true, false, false),
        ("http", true, false, false),
        ("tonic, exit_code", false, true, true),
        ("miette", false, false, false),
    ] {
        let [missing, e2, other] = ["OrderMissing", "E2", "Other"].map(http);
        assert_has(
            &of(with),
            &[
                (own, is_http),
                (&missing, is_http),
                (&e2, is_http),
                (&other, is_http),
                (inner, is_http),
                (grpc, is_grpc),
                (exit, is_exit),
            ],
            with,
        );
    }
}
