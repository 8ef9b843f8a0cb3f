//! Snapshots of what is emitted, as in `expand/tests.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expanded::{Expanded, assert_has, assert_snapshot};

/// Formatted, with the comments that say what it is.
fn expanded(item: &TokenStream) -> String {
    let file = syn::parse2(crate::expand::status_docs(item.clone())).expect("what is emitted is Rust");
    let source = prettyplease::unparse(&syn::parse2(item.clone()).expect("what is derived for is Rust"));
    let source = source.trim_end().replace('\n', "\n//     ");
    format!("// What `#[derive(StatusDocs)]` emits for\n//     {source}\n\n{}", prettyplease::unparse(&file))
}

#[test]
fn an_error_type() {
    let item = quote! {
        #[status(default = InternalServerError)]
        pub enum ApiError<T> {
            #[status(NotFound)]
            Missing { id: u64 },
            #[status(429, tips = "Wait a minute, then try again.")]
            Busy,
            #[status(transparent)]
            Auth(Box<T>),
            PayloadTooLarge,
            Db(String),
        }
    };
    assert_snapshot("api_error.rs", &expanded(&item));
}

#[test]
fn a_table() {
    let item = quote! {
        #[status(csv = "tables/snapshot.csv", exhaustive)]
        #[repr(i32)]
        pub enum Fault {
            ReaderLost = 90_000,
            #[status(-7)]
            Forced,
            DoorHeld = -3,
        }
    };
    assert_snapshot("fault.rs", &expanded(&item));
}

/// Nothing the user writes in the attributes makes the macro panic or is silently ignored.
#[test]
fn odd_attributes_are_errors() {
    let attributes = [
        "status",
        "status = 1",
        "status()()",
        "status(,)",
        "status(404,,)",
        "status(-)",
        "status(--404)",
        "status(= 404)",
        "status(transparent())",
        "status(r#type)",
        "status(r#\"404\"#)",
        "status(tips)",
        "status(tips = )",
        "status(tips = -\"x\")",
        "status(::NotFound)",
        "status(HttpStatus::NotFound)",
        "status(_)",
        "status(1e3)",
        "status(\"\")",
        "status(NotFound, NotFound)",
        "status(99999999999999999999999999999999999999999999)",
        "status(-99999999999999999999999999999999999999999999)",
        "status('\\n')",
        "status(c\"404\")",
        "status(crate)",
        "status(csv)",
        "status(exhaustive, 404)",
    ];
    for attribute in attributes {
        for item in ["#[A] pub struct S(u8);", "pub enum E { #[A] V(u8) }", "#[A] pub enum E { V(u8) }"] {
            let item: TokenStream = item.replace("#[A]", &format!("#[{attribute}]")).parse().unwrap();
            let Ok(input) = syn::parse2::<syn::DeriveInput>(item.clone()) else { continue };
            let emitted = crate::expand::status_docs(item).to_string();
            assert!(emitted.contains("compile_error"), "{attribute} on {}", input.ident);
            assert!(emitted.contains("StatusDocs for"), "{attribute} on {}", input.ident);
        }
    }
}

const ROWS: &str = "code,name,reason\n7,Zebra,Striped Animal\n8,Yak,Fur\n9,,1st Door Open\n";
const FILE: &str = "csv = \"t.csv\", code = u8";

/// What is said of a variant.
fn of_variant(csv: &str, file: &str, variant: &str) -> Vec<String> {
    Expanded::derive(csv, &format!("#[status({file})] enum E {{ {variant} }}")).errors
}

#[test]
fn a_row_that_is_not_there_has_a_suggestion() {
    for (row, hint) in [
        ("Zebro", "`Zebro`; did you mean `Zebra` (7)?"),
        ("StripedAnimol", "`StripedAnimol`; did you mean `Zebra` (7)?"),
        ("FirstDoorOpens", "`FirstDoorOpens`; a row is called by its code, its name or an alias"),
        ("stdooropen", "`stdooropen`; did you mean 9 1st Door Open?"),
        ("10", "10; the nearest is 9 1st Door Open"),
        ("0", "0; the nearest is 7 Striped Animal"),
        ("-7", "-7; did you mean 7 Striped Animal?"),
    ] {
        assert_eq!(
            of_variant(ROWS, FILE, &format!("#[status({row})] A")),
            [format!("t.csv has no row {hint}")],
            "{row}"
        );
    }
    let otherwise = "; say which row it is: #[status(…)]";
    assert_eq!(of_variant(ROWS, FILE, "Nobody"), [format!("t.csv has no row `Nobody`{otherwise}")]);
}

#[test]
fn a_text_code_has_no_sign() {
    let csv = "code,name,reason\nA1,Zebra,Striped\n7,Yak,Fur\n";
    let by_name = "a row is named by its code or its name: \"23505\", UniqueViolation";
    for (row, expected) in [
        ("\"A1\"", None),
        ("-\"A1\"", Some(by_name)),
        ("'A'", Some(by_name)),
        ("-7", Some("the codes of t.csv are texts; write \"-7\"")),
        ("7", Some("the codes of t.csv are texts; write \"7\"")),
    ] {
        let said = of_variant(csv, "csv = \"t.csv\", code = str", &format!("#[status({row})] A"));
        assert_eq!(said.first().map(String::as_str), expected, "{row}");
    }
}

/// Where it is not clear which table it is, nothing that may follow from that is said.
#[test]
fn an_unclear_table_is_one_error() {
    for (attributes, error) in [
        ("#[status(csv = \"t.csv\")] #[status = 1]", "write `#[status(…)]` with what is meant in parentheses"),
        ("#[status(csv = \"t.csv\", base = \"htp\")]", "there is no reference table \"htp\"; did you mean \"http\"?"),
        ("#[status(csv = 5)]", "`csv` takes a text: csv = \"tables/faults.csv\""),
        ("#[status(table = 5)]", "`table` takes a path: table = crate::Fault"),
    ] {
        assert_eq!(
            Expanded::derive(ROWS, &format!("{attributes} enum E {{ Nobody }}")).errors,
            [error],
            "{attributes}"
        );
    }
    let untyped =
        "the table's codes need a type: add code = u16 (codes are u8, u16, u32, u64, i8, i16, i32, i64 or str)";
    assert_eq!(Expanded::derive(ROWS, "#[status(csv = \"t.csv\")] enum E { Zebra }").errors, [untyped]);
}

/// An enum is a table if it has one variant for each row, and nothing else.
#[test]
fn an_enum_is_a_table_only_if_each_row_has_a_variant_of_its_own() {
    let is_table = |words: &str, variants: &str| {
        let csv = "code,name,reason\n7,Zebra,Striped\n8,Yak,Fur\n";
        let expanded = Expanded::derive(csv, &format!("#[status({FILE}{words})] enum E {{ {variants} }}"));
        assert_eq!(expanded.errors, [""; 0], "{variants}");
        expanded.code.contains("::StatusTable for E")
    };
    for (variants, expected) in [
        ("Zebra, Yak", true),
        ("Yak, Zebra {}", true),
        ("Yak, Zebra()", true),
        ("Zebra, Yak, #[status(8)] Other", false),
        ("Zebra, #[status(7)] Other, Yak", false),
        ("Zebra(u8), Yak", false),
        ("Zebra, Yak { id: u8 }", false),
        ("Zebra(u8), Yak(u8)", false),
        ("#[status(transparent)] Inner(Io), Zebra, Yak", false),
        ("Zebra, Yak, #[status(transparent)] Inner(Io)", false),
    ] {
        assert_eq!(is_table(", exhaustive", variants), expected, "{variants}");
        assert!(!is_table("", variants), "{variants}");
    }
}

/// Beside errors too, so that there are none about bounds in the user's other code.
#[test]
fn what_may_be_a_table_is_one_beside_errors() {
    for (item, expected) in [
        ("#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { Zebra, Nobody }", true),
        ("#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { Zebra {}, Nobody }", true),
        ("#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { Zebra, Nobody(u8) }", false),
        ("#[status(csv = \"t.csv\", code = u8)] enum E { Zebra, Nobody }", false),
        ("#[status(csv = \"t.csv\", code = u8, Nobody)] struct E;", false),
        ("#[status(csv = \"t.csv\", code = u8)] union E { a: u8 }", false),
    ] {
        let expanded = Expanded::derive(ROWS, item);
        assert!(!expanded.errors.is_empty() && expanded.code.contains("::StatusDocs for E"), "{item}");
        assert_eq!(expanded.code.contains("::StatusTable for E"), expected, "{item}");
    }
}

/// The compiler compares those that only it can compute; a literal is compared here.
#[test]
fn discriminants_are_compared_where_there_is_a_number_to_compare() {
    let checks = |head: &str, code: &str, variants: &str| {
        let csv = "code,name,reason\n7,Zebra,Striped\n8,Yak,Fur\n";
        let item = format!("#[status(csv = \"t.csv\", code = {code}, exhaustive)] enum {head} {{ {variants} }}");
        let expanded = Expanded::derive(csv, &item);
        assert_eq!(expanded.errors, [""; 0], "{item}");
        expanded.code.matches("::agree(").count()
    };
    for (head, code, variants, count) in [
        ("E", "u8", "Zebra = SEVEN, Yak = EIGHT", 2),
        ("E", "u8", "Zebra = 7, Yak = EIGHT", 1),
        ("E", "u8", "Zebra, Yak", 0),
        ("E", "str", "Zebra = SEVEN, Yak", 0),
        ("E<const N: usize>", "u8", "Zebra = SEVEN, Yak", 0),
        ("E<const N: usize>", "str", "Zebra = SEVEN, Yak", 0),
    ] {
        assert_eq!(checks(head, code, variants), count, "{head} {code} {variants}");
    }
}

#[test]
fn an_enum_of_thousands_has_no_page() {
    for (count, page) in [
        (2_000, "The status of each variant.\n\n| Variant | Code | Meaning | Tips |"),
        (2_001, "The status of each of the 2001 variants."),
    ] {
        let variants: String = (0..count).map(|index| format!("V{index},")).collect();
        let item = format!("#[status(default = NotFound)] enum E {{ {variants} }}");
        let code = crate::expand::status_docs(item.parse().unwrap()).to_string();
        assert!(code.contains(format!("{page:?}").trim_end_matches('"')), "{count}");
    }
}

/// The rows of an enum, which only the compiler knows, are named by what an enum can be asked for.
#[test]
fn a_row_of_an_enum_is_a_name_or_a_code() {
    let errors =
        |variant: &str| Expanded::derive("", &format!("#[status(table = crate::Fault)] enum E {{ {variant} }}")).errors;
    for row in ["Zebra", "7", "-7", "\"A1\""] {
        assert_eq!(errors(&format!("#[status({row})] A, B")), [""; 0], "{row}");
    }
    for row in ["'a'", "true", "1.5", "-\"A1\""] {
        let wrong = "a row is named by its code or its name: 404, \"23505\", NotFound";
        assert_eq!(errors(&format!("#[status({row})] A, B, #[status({row})] C")), [wrong, wrong], "{row}");
    }
}

/// What is named is allowed to be deprecated: the type, or one of its variants. No row is, without a word.
#[test]
fn an_impl_that_names_what_is_deprecated_allows_it() {
    let csv = "code,name,reason,deprecated\n7,Zebra,Striped,yes\n8,Yak,Fur,\n";
    for (words, item, expected) in [
        (FILE, "enum E { Zebra, Yak }", false),
        (FILE, "#[deprecated] enum E { Zebra, Yak }", true),
        (FILE, "enum E { #[deprecated] Zebra, Yak }", true),
        (FILE, "enum E { Zebra, #[deprecated] Yak }", true),
        (FILE, "enum E { #[deprecated] Zebra, #[deprecated] Yak }", true),
        ("csv = \"t.csv\", code = u8, Yak", "struct E;", false),
        ("csv = \"t.csv\", code = u8, Yak", "#[deprecated(note = \"x\")] struct E;", true),
        // A row of one's own is not named in the code.
        ("base = \"http\"", "enum E { NotFound }", false),
        ("base = \"http\"", "enum E { NotFound, UseProxy }", false),
        ("base = \"http\"", "enum E { #[status(transparent)] Inner(Io) }", false),
    ] {
        let expanded = Expanded::derive(csv, &format!("#[status({words})] {item}"));
        assert_eq!(expanded.errors, [""; 0], "{item}");
        let header = expanded.code.split("::StatusDocs for E").next().unwrap();
        assert_eq!(header.contains("#[allow(deprecated)]"), expected, "{words} {item}: {}", expanded.code);
    }
}

#[test]
fn a_name_in_capitals_is_that_of_its_row() {
    let csv = "code,name,reason\n7,IMUsed,Striped\n8,Yak,Fur\n9,,1st Door Open\n";
    for (written, expected) in
        [("IM_USED", Some(7)), ("IMUsed", Some(7)), ("YAK", Some(8)), ("Im_Used", None), ("_", None)]
    {
        let item = format!("#[status({FILE})] enum E {{ #[status({written})] A }}");
        let Ok(item) = syn::parse_str::<syn::DeriveInput>(&item) else { continue };
        let expanded = Expanded::derive(csv, &quote!(#item).to_string());
        let row = expected.map(|code| format!("({code}, [\""));
        match row {
            Some(row) => assert_has(&expanded.code, &[(&row, true)], written),
            None => assert_ne!(expanded.errors.len(), 0, "{written}"),
        }
    }
}

/// What a row has beside its texts, and what a variant says in its place.
#[test]
fn a_variant_answers_with_its_row_and_its_own_words() {
    let csv = "code,name,reason,http,grpc,exit\n7,Zebra,Striped,404,5,\n9,,1st Door Open,500,,12\n";
    let words = "csv = \"t.csv\", code = u8, link = \"https://a.b/{code}\", with(http, tonic, exit_code)";
    let expanded = Expanded::derive(csv, &format!("#[status({words})] enum E {{ Zebra, #[status(9)] FirstDoor }}"));
    let arms = |code: &str| {
        let one_line = code.split_whitespace().collect::<Vec<_>>().join(" ");
        let docs =
            one_line.split("fn docs(&self)").nth(1).unwrap_or_default().split("fn code(").next().unwrap().to_owned();
        let (zebra, door) = docs.split_once("E::FirstDoor").unwrap();
        (zebra.to_owned(), door.to_owned())
    };
    let (zebra, door) = arms(&expanded.code);
    let link = "__status_docs_doc.link = ::core::option::Option::Some( \"https://a.b/{code}\", );";
    for (arm, fragments) in [
        (
            zebra,
            [
                ("__status_docs_doc.http = ::core::option::Option::Some(404);", true),
                ("__status_docs_doc.grpc = ::core::option::Option::Some(5);", true),
                ("__status_docs_doc.exit", false),
                ("__status_docs_doc.name", false),
                (link, true),
            ],
        ),
        (
            door,
            [
                ("__status_docs_doc.http = ::core::option::Option::Some(500);", true),
                ("__status_docs_doc.grpc", false),
                ("__status_docs_doc.exit = ::core::option::Option::Some(12);", true),
                ("__status_docs_doc.name = \"FirstDoor\";", true),
                (link, true),
            ],
        ),
    ] {
        assert_has(&arm, &fragments, &format!("{:?}", expanded.errors));
    }
}

/// The rows of a reference are read where they are, unless a file has others.
#[test]
fn only_the_rows_of_a_file_are_written() {
    let csv = "code,name,reason\n404,NotFound,Gone for good\n";
    for (words, is_written) in
        [("base = \"http\"", false), ("base = \"http\", csv = \"t.csv\"", true), ("csv = \"t.csv\", code = u16", true)]
    {
        let expanded = Expanded::derive(csv, &format!("#[status({words})] enum E {{ NotFound }}"));
        assert_eq!(expanded.errors, [""; 0], "{words}");
        let http = "::status_docs::StatusDocs::docs(&::status_docs::HttpStatus::NotFound)";
        assert_has(&expanded.code, &[("static ROWS:", is_written), (http, !is_written)], words);
    }
    // A union has no rows, and neither has what is asked of another enum.
    let union = Expanded::derive("", "#[status(csv = \"t.csv\", code = u8)] union E { a: u8 }");
    assert_eq!(union.errors, ["a union does not know what it holds, so it has no status; make it an enum"]);
    for words in ["", ", code = u16"] {
        let item = format!("#[status(table = crate::Fault{words})] enum E {{ Nobody }}");
        assert_eq!(Expanded::derive("", &item).errors, [""; 0], "{item}");
    }
}

/// The type itself is listed already, and a bound on itself would never end.
#[test]
fn a_field_that_is_the_type_itself_is_not_asked_for_its_cases() {
    let of = |ty: &str, generics: &str| {
        let item = format!("enum E{generics} {{ NotFound, #[status(transparent)] Inner({ty}) }}");
        let expanded = Expanded::derive("", &item);
        assert_eq!(expanded.errors, [""; 0], "{item}");
        expanded.code
    };
    let probe = "::status_docs::__private::Probe";
    for (ty, generics, cases, bounds) in [
        ("Io", "", Some("Probe::<Io, "), &[][..]),
        ("Box<Io>", "", Some("Probe::<Io, "), &[]),
        ("Box<E>", "", None, &[]),
        ("Box<Self>", "", None, &[]),
        ("T", "<T>", Some("Probe::<T, "), &["T: ::status_docs::StatusDocs<", "T: ::status_docs::StatusCases,"]),
        (
            "Io<T>",
            "<T>",
            Some("Probe::<Io<T>, "),
            &["Io<T>: ::status_docs::StatusDocs<", "Io<T>: ::status_docs::StatusCases,"],
        ),
        ("Box<E<T>>", "<T>", None, &[]),
        // Of another enum with this name, which only the compiler knows to be another one.
        ("Box<other::E<T>>", "<T>", Some("Probe::<other::E<T>, "), &["other::E<T>: ::status_docs::StatusCases,"]),
    ] {
        let code = of(ty, generics);
        assert_has(&code, &[(cases.unwrap_or(probe), cases.is_some())], ty);
        for bound in bounds {
            assert_has(&code, &[(bound, true)], ty);
        }
        if bounds.is_empty() {
            assert_has(&code, &[(": ::status_docs::StatusDocs<", false), (": ::status_docs::StatusCases,", false)], ty);
        }
        assert_has(&code, &[("E<T>: ::status_docs::StatusDocs<", false)], ty);
    }
}

/// Rows that only the compiler knows: a constant for each, and a link that leads to it.
#[test]
fn the_rows_of_an_enum_are_constants_and_links() {
    let expanded = Expanded::derive(
        "",
        "#[status(table = crate::Fault, default = Other)] enum E {
            #[status(DoorHeld)] Held,
            #[status(-7, reason = \"Own|phrase\")] Seven,
            #[status(transparent)] Inner(Io),
            Rest,
        }",
    );
    assert_eq!(expanded.errors, [""; 0]);
    let find = |row: usize, by: &str, otherwise: &str| {
        format!(
            "const ROW_{row}: __StatusDocsRow = match __StatusDocsRow::{by} {{ ::core::option::Option::Some(__status_docs_row) => \
             __status_docs_row, ::core::option::Option::None => {otherwise} }};"
        )
    };
    for fragment in [
        "type __StatusDocsRow = crate::Fault;",
        "const ROW_0: __StatusDocsRow = __StatusDocsRow::Other;",
        "const ROW_1: __StatusDocsRow = __StatusDocsRow::DoorHeld;",
        &find(
            2,
            "__status_docs_from_code(-7)",
            "{ ::status_docs::__private::not_there::< __StatusDocsRow, >( \"no row of `crate::Fault` has the code -7\") }",
        ),
        &find(3, "__status_docs_from_name(\"Rest\",)", "ROW_0,"),
        "The status of each variant. | Variant | Row | |---|---| \
         | [Held](variant@Self::Held) | [DoorHeld](crate::Fault::DoorHeld) | \
         | [Seven](variant@Self::Seven) | [\\-7](crate::Fault): Own\\|phrase | \
         | [Inner](variant@Self::Inner) | *that of the value inside* | \
         | [Rest](variant@Self::Rest) | *that of its name, else* [Other](crate::Fault::Other) |",
    ] {
        assert_has(&expanded.code, &[(fragment, true)], "enum");
    }
    let one = Expanded::derive("", "#[status(table = $crate::Fault, DoorHeld)] struct E;".replace('$', "").as_str());
    assert_has(&one.code, &[("Its status. | Row | |---| | [DoorHeld](crate::Fault::DoorHeld) |", true)], "struct");
}

/// What a row is named by, where the codes are integers.
#[test]
fn a_row_is_named_by_a_code_of_its_type_or_a_name() {
    let by_code = "a row is named by its code (u8) or its name: 404, NotFound";
    for (row, expected) in [
        ("7", None),
        ("7u8", None),
        ("0x07", None),
        ("7u16", Some("the codes are u8; write 7")),
        ("-7u16", Some("the codes are u8; write -7")),
        ("\"7\"", Some("the codes are u8; write 7 without quotes")),
        ("\"Striped Animol\"", Some("the codes are u8; name the row: Zebra")),
        ("\"1st Door Opan\"", Some("the codes are u8; name the row: 9")),
        ("\"xyz\"", Some("the codes are u8; name the row by its code or its name: 404, NotFound")),
        ("-\"7\"", Some(by_code)),
        ("-\"Fur\"", Some(by_code)),
        ("'7'", Some(by_code)),
        (
            "99999999999999999999999999999999999999999999",
            Some("t.csv has no row 99999999999999999999999999999999999999999999"),
        ),
    ] {
        let said = of_variant(ROWS, FILE, &format!("#[status({row})] A"));
        assert_eq!(said, Vec::from_iter(expected), "{row}");
    }
    let texts = "code,name,reason\nA1,Zebra,Striped\nB22,Yak,Fur\nB99,Gnu,Horn\n";
    for (row, hint) in [
        ("A2", "did you mean A1 Striped?"),
        ("B29", "did you mean B99 Horn?"),
        ("Horn", "did you mean B99 Horn?"),
        ("zzzz", "its codes look like \"A1\""),
    ] {
        let said = of_variant(texts, "csv = \"t.csv\", code = str", &format!("#[status({row:?})] A"));
        assert_eq!(said, [format!("t.csv has no row {row:?}; {hint}")]);
    }
    // The first and the last digit are seldom wrong; else the next number is meant.
    let numbers = "code,name,reason\n117,A,First\n178,B,Second\n171,C,Third\n";
    for (row, hint) in
        [("177", "did you mean 117 First?"), ("172", "did you mean 171 Third?"), ("179", "did you mean 178 Second?")]
    {
        assert_eq!(
            of_variant(numbers, FILE, &format!("#[status({row})] A")),
            [format!("t.csv has no row {row}; {hint}")]
        );
    }
}

#[test]
fn what_is_wrong_on_a_type_is_said() {
    let types = "codes are u8, u16, u32, u64, i8, i16, i32, i64 or str";
    for (item, expected) in [
        (
            "#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { Zebra }",
            Some(
                "2 rows have no variant: Yak (8, t.csv:3), 1st Door Open (9, t.csv:4); add a variant for each"
                    .to_owned(),
            ),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { Zebra, #[status(9)] Door }",
            Some("1 row has no variant: Yak (8, t.csv:3); add a variant for it".to_owned()),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { Zebra = 8, Yak = 8, #[status(9)] Door = 0x9 }",
            Some("`Zebra` is 8 here, and its row Zebra has the code 7; write 7".to_owned()),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, columns(code = \"code\", raeson = \"x\"))] enum E { Zebra }",
            Some(
                "there is no role `raeson`; did you mean `reason`, or a column with a type: raeson: bool = \"…\"?"
                    .to_owned(),
            ),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, columns(reason = \"reason\", reason = \"name\"))] enum E { Zebra }",
            Some("`reason` is given twice; keep one".to_owned()),
        ),
        ("#[status(csv = \"t.csv\", code = u8, columns(reason = \"reason\", name = \"name\"))] enum E { Zebra }", None),
        (
            "#[status(csv = \"t.csv\", code = u8, columns(tips = \"Hints\"))] enum E { Zebra }",
            Some("t.csv: there is no header \"Hints\"; the headers are \"code\", \"name\", \"reason\"".to_owned()),
        ),
        ("#[repr(C, u8)] #[status(csv = \"t.csv\")] enum E { Zebra }", None),
        (
            "#[repr(usize)] #[status(csv = \"t.csv\")] enum E { Zebra }",
            Some(format!("{types}; its range differs between targets; add code = … to `#[status]`")),
        ),
        (
            "#[repr(C)] #[status(csv = \"t.csv\")] enum E { Zebra }",
            Some(format!("the table's codes need a type: add code = u16 ({types})")),
        ),
        // A variant, or a struct, whose attribute is wrong has no second error.
        (
            "#[status(csv = \"t.csv\", code = u8)] enum E { #[status(tips)] Nobody }",
            Some("`tips` takes a text: tips = \"…\"".to_owned()),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, tips)] struct Nobody;",
            Some("`tips` takes a text: tips = \"…\"".to_owned()),
        ),
        ("#[status(csv = \"t.csv\", code = u8, Zebra)] struct Nobody;", None),
        // Nor have the variants that a wrong default may be for.
        (
            "#[status(csv = \"t.csv\", code = u8, default = 10)] enum E { Nobody }",
            Some("t.csv has no row 10; the nearest is 9 1st Door Open".to_owned()),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, default = crate::X)] enum E { Nobody }",
            Some("`default` takes a row, by its name or its code: default = InternalServerError".to_owned()),
        ),
        (
            "#[status(csv = \"t.csv\", code = u8, defualt = Zebra)] enum E { Nobody }",
            Some("there is no `defualt` here; did you mean `default`?".to_owned()),
        ),
        ("#[status = 1] enum E { Nobody }", Some("write `#[status(…)]` with what is meant in parentheses".to_owned())),
    ] {
        assert_eq!(Expanded::derive(ROWS, item).errors, expected.into_iter().collect::<Vec<_>>(), "{item}");
    }
    // A derive has no body in which columns are named.
    let columns =
        Expanded::derive("code,Kurztext\n7,Zebra\n", "#[status(csv = \"t.csv\", code = u8)] enum E { Zebra }");
    assert_eq!(
        columns.errors,
        ["t.csv: there is no column for the reason phrase; if \"Kurztext\" is it, rename it to \"reason\"\n\
             help: write columns(reason = \"Kurztext\")"]
    );
}

/// A table without the words is emitted as if nobody could ask for them.
#[test]
fn without_the_words_nothing_of_messages_is_emitted() {
    let plain = "code,name,message,tips\n1,A,It is {held}.,x\n2,B,,\n";
    let tagged = "code,name,message,tips,message:de,tips:de\n1,A,It is {held}.,x,Es {held}.,y\n2,B,,,,\n";
    let table = |csv: &str| Expanded::table(csv, "#[status(csv = \"t.csv\")] pub enum E: u8;").code;
    let derive = |csv: &str| Expanded::derive(csv, "#[status(csv = \"t.csv\", code = u8)] enum E { A(u8), B }").code;
    assert_eq!((table(plain), derive(plain)), (table(tagged), derive(tagged)));
    for code in [table(plain), derive(plain)] {
        let words = ["Language", "message_", "write_message", "docs_in", "SPOKEN", "MESSAGES", "Says"];
        assert_has(&code, &words.map(|word| (word, false)), "without the words");
    }
    let asked = Expanded::table(
        tagged.replace("message,", "message:en,").as_str(),
        "#[status(csv = \"t.csv\", messages)] pub enum E: u8;",
    );
    assert_eq!(asked.errors, [""; 0]);
    assert_has(
        &asked.code,
        &[("Says: *It is \\\\{held\\\\}\\\\.*", true), ("SPOKEN", true), ("TRANSLATIONS", true)],
        "with them",
    );
}

#[test]
fn what_is_claimed_of_rows_is_said_where_types_derive() {
    let rows = "code,name,reason,tips,sqlstate,deprecated\n7,Zebra,Striped Animal,,,\n8,Yak,Fur,Brush it,22000,\n9,Gnu,,,,yes\n";
    let columns = "columns(sqlstate: Option<&str> = \"sqlstate\")";
    let cases = [
        ("a role", "required(tips)", vec!["the row has no tips, which `required` asks for"], "required_cell"),
        (
            "a typed column",
            "required(sqlstate)",
            vec!["the row has no sqlstate, which `required` asks for"],
            "required_cell",
        ),
        ("reserved", "reserved = \"5-7\"", vec!["code 7 is reserved; take another one"], "reserved_code"),
        ("reserved by nobody", "reserved = \"59, 10-19\"", vec![], ""),
        ("a row that is not kept", "only = \"8\", required(tips)", vec![], ""),
    ];
    for (name, words, expected, rule) in cases {
        let item = format!("#[status({FILE}, {words}, {columns})] enum E {{ Yak }}");
        let Expanded { errors, rules, .. } = Expanded::derive(rows, &item);
        assert_eq!(errors.len(), expected.len(), "{name}: {errors:#?}");
        for (error, expected) in errors.iter().zip(&expected) {
            assert!(error.ends_with(expected), "{name}: {error}");
        }
        assert!(rules.iter().all(|found| found == rule), "{name}: {rules:?}");
    }
    let skipped =
        "code,name,reason,state\n7,Zebra,Striped Animal,gone\n7,Yak,Fur,\n10-19,,Kept free,gone\n12,Gnu,Gnu,\n";
    let item = |words: &str| format!("#[status({FILE}, skip(\"state\" = \"gone\"){words})] enum E {{ Yak }}");
    let Expanded { errors, rules, .. } = Expanded::derive(skipped, &item(""));
    assert_eq!(rules, ["skipped_code"; 2], "{errors:#?}");
    assert!(
        errors[0].contains(
            "code 7 belonged to line 2 (Striped Animal), which `skip` leaves out; a retired code is not used again"
        ),
        "{errors:#?}"
    );
    assert_eq!(Expanded::derive(skipped, &item(", allow(skipped_code)")).errors, [""; 0]);
}
