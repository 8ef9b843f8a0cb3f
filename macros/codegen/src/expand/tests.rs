//! Snapshots of what is emitted, for a reviewer to read. The package `tests` compiles the same
//! files under `deny(warnings)`. `BLESS=1 cargo test` rewrites them.

use quote::quote;

use crate::expanded::{Expanded, assert_snapshot};

/// Formatted, with the comments that say what it is.
fn expanded(table: &proc_macro2::TokenStream) -> String {
    let tokens = super::status_table(quote!((::status_docs) #table));
    let file = syn::parse2(tokens).expect("what is emitted is Rust");
    let source = quote!(#table).to_string();
    format!("// What `status_table!` emits for\n//     {source}\n\n{}", prettyplease::unparse(&file))
}

#[test]
fn three_rows_of_the_http_reference() {
    let table = quote! {
        #[status(only = "305, 404, 413")]
        pub enum Three: u16;
    };
    assert_snapshot("three.rs", &expanded(&table));
}

#[test]
fn a_table_with_columns() {
    let table = quote! {
        #[derive(Debug, PartialOrd)]
        #[status(csv = "tables/snapshot.csv", without(FromStr))]
        pub(crate) enum Fault: i32 {
            retry: Option<u8>,
            team: enum Team,
        }
    };
    assert_snapshot("columns.rs", &expanded(&table));
}

/// A discriminant that is left out follows from the one before it.
#[test]
fn discriminants_of_a_large_table_are_its_codes() {
    let codes: Vec<i128> = (-300..-200).chain(0..200).chain([1_000, 999, 998, 2_000, 2_001]).collect();
    let rows: String = codes.iter().map(|code| format!("{code},R{}\n", code + 300)).collect();
    let table = quote! {
        (::status_docs)
        #[status(csv = "t.csv")]
        pub enum Large: i32;
    };
    let input: crate::input::Input = syn::parse2(table).expect("the request is Rust");
    let request = input.requests.into_iter().next().expect("there is a table");
    let source = status_docs_data::Source::from_bytes("t.csv", format!("code,reason\n{rows}"));
    let tokens = super::expand_source(&input.krate, request, Some(&source), true, status_docs_data::Report::new());
    let file: syn::File = syn::parse2(tokens).expect("what is emitted is Rust");
    let large = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == "Large" => Some(item),
        _ => None,
    });
    let variants = &large.expect("an enum is emitted").variants;
    // The first of each run.
    let written = variants.iter().filter(|variant| variant.discriminant.is_some());
    let written: Vec<String> = written.map(|variant| variant.ident.to_string()).collect();
    assert_eq!(written, ["R0", "R300", "R1300", "R1299", "R1298", "R2300"]);
    let mut next = 0;
    let discriminants = variants.iter().map(|variant| {
        if let Some((_, written)) = &variant.discriminant {
            next = quote!(#written).to_string().replace(' ', "").parse().expect("a discriminant is a number");
        }
        next += 1;
        (variant.ident.to_string(), next - 1)
    });
    let expected = codes.iter().map(|code| (format!("R{}", code + 300), *code));
    assert_eq!(discriminants.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

/// Whoever may see the enum may not see all that it has.
#[test]
fn a_role_is_as_visible_as_its_entry_says() {
    let table = quote! {
        #[status(only = "404")]
        pub enum Answer: u16 {
            pub(crate) tips = "tips",
            pub definition = "definition",
            reference = "reference",
        }
    };
    let text = expanded(&table);
    for method in ["pub(crate) const fn tips(", "pub const fn definition(", "pub const fn reference("] {
        let method = method.replace("const fn", "fn");
        assert!(text.replace("const fn", "fn").contains(&method), "{method}\n{text}");
    }
}

/// The aliases for rustdoc's search are not part of a table's documentation.
#[test]
fn only_a_text_is_documentation() {
    let summary = "The status codes of the HTTP reference.";
    for (attribute, is_documented) in [
        (quote!(#[doc(alias = "answers")]), false),
        (quote!(#[doc(hidden)]), false),
        (quote!(#[doc = "Answers."]), true),
        (quote!(#[doc = include_str!("answers.md")]), true),
    ] {
        let tokens = super::status_table(quote!((::status_docs) #attribute pub enum Answer: u16;));
        assert_eq!(tokens.to_string().contains(summary), !is_documented, "{attribute}");
    }
}

/// What the code that names variants needs is there, if any type of code makes rows of the file.
#[test]
fn the_rows_of_an_unclear_table_are_guessed() {
    for (written, code) in
        [("usize", "7"), ("usize", "-7"), ("usize", "A7"), ("u99", "7"), ("u99", "-7"), ("u99", "A7")]
    {
        let table = format!("#[status(csv = \"t.csv\")] enum E: {written};");
        let expanded = Expanded::table(&format!("code,reason\n{code},First\n"), &table);
        assert_eq!(expanded.errors.len(), 1, "{written} {code}");
        assert!(expanded.code.contains("E::First"), "{written} {code}: {}", expanded.code);
    }
}

/// Whoever knows how we hash can write such texts: the hash of their windows is the same, and that of the whole is zero.
#[test]
fn two_texts_with_the_same_hash_are_a_finding() {
    let [one, other] =
        ["oluqfaa 4hl5eo04", "syablaa uw649qgy"].map(|middle| format!("Reader7 is open {middle} at once"));
    let message = "two texts of this table have the same hash of 64 bits; change a phrase, and please report it";
    let csv = format!("code,name,reason\n1,One,{one}\n2,Other,{other}\n");
    let table = Expanded::table(&csv, "#[status(csv = \"t.csv\")] enum E: u8;");
    assert_eq!(table.errors, [format!("t.csv: {message}")]);
    let derive = Expanded::derive(&csv, "#[status(csv = \"t.csv\", code = u8, exhaustive)] enum E { One, Other }");
    assert_eq!(derive.errors, [message]);
    // By itself, each is a phrase like any other.
    for phrase in [one, other] {
        let csv = format!("code,name,reason\n1,One,{phrase}\n2,Other,Other\n");
        assert_eq!(Expanded::table(&csv, "#[status(csv = \"t.csv\")] enum E: u8;").errors, [""; 0], "{phrase}");
    }
}

/// In whatever state its table is.
#[test]
fn what_is_documented_names_the_file() {
    for csv in ["", "code,reason,wait\n", "code,reason,wait\n1,First,7\n", "\0"] {
        let code = Expanded::table(csv, "#[status(csv = \"faults.csv\")] enum E: u8 { wait: u32 }").code;
        assert!(code.contains("of `faults.csv`"), "{csv:?}: {code}");
    }
}

/// The lookups that a row in a table of each size has.
#[test]
fn a_large_table_has_no_constant_with_its_variants() {
    for (rows, is_small) in [(255_usize, true), (256, false)] {
        let csv: String = (0..rows).map(|row| format!("{},R{row}\n", row * 2)).collect();
        let code = Expanded::table(&format!("code,reason\n{csv}"), "#[status(csv = \"t.csv\")] enum E: u16;").code;
        for part in ["const STATUSES", "__private::from_distance", "__private::reason_texts"] {
            assert_eq!(code.contains(part), is_small, "{rows} {part}");
        }
        for part in [
            "fn status_at",
            "const COUNT: ::core::primitive::usize = 256;\n        #[inline]\n        fn iter()",
            "seconds for thousands",
        ] {
            let part = part.replace("seconds for thousands", "takes seconds");
            assert_eq!(code.contains(&part), !is_small, "{rows} {part}");
        }
    }
}

/// A word in a sheet stops no build, unless `warn_deprecated` says so.
#[test]
fn a_deprecated_row_warns_only_with_the_word() {
    let csv = "code,reason,aliases,deprecated\n1,First,Eldest,use 2\n2,Second,,\n3,Third,,yes\n";
    let code =
        |words: &str, body: &str| Expanded::table(csv, &format!("#[status(csv = \"t.csv\"{words})] {body}")).code;
    let marks = |code: &str| (code.matches("#[deprecated").count(), code.matches("deprecated,").count());
    let cards = ["**Deprecated:** use 2", "**Deprecated**"];
    let silent = code("", "enum E: u8;");
    assert_eq!(marks(&silent), (0, 0), "{silent}");
    assert!(cards.iter().all(|card| silent.contains(card)), "{silent}");
    let plain = code(", doc(plain)", "enum E: u8;");
    assert!(plain.contains("Deprecated: use 2"), "{plain}");
    // Both rows and the constant of the alias; the enum and its impls allow it.
    let warned = code(", warn_deprecated", "enum E: u8;");
    assert_eq!(marks(&warned), (3, 2), "{warned}");
    assert!(cards.iter().all(|card| !warned.contains(card)), "{warned}");
    // What the user marks is theirs, and does not warn in what is emitted.
    let own = code("", "#[deprecated] enum E: u8;");
    assert_eq!(marks(&own), (1, 1), "{own}");
}

/// The compiler counts an impl without the attribute as code that the user's tests have to cover; on an inherent one it
/// warns.
#[test]
fn every_trait_impl_is_marked_as_derived() {
    let columns = "enum E: u8 { wait: Option<u32>, team: enum Team, http = \"http\", aliases = \"aliases\" }";
    let csv = "code,reason,aliases,wait,team,http\n1,First,One,7,A,404\n2,Second,,,B,409\n";
    for table in [
        format!("#[status(csv = \"t.csv\", with(serde, http, axum))] {columns}"),
        format!("#[status(csv = \"t.csv\")] {}", columns.replace("enum E", "struct E")),
        "#[status(base = \"http\", only = \"404\")] enum E: u16;".to_owned(),
    ] {
        let code = Expanded::table(csv, &table).code;
        let (mut of_traits, mut inherent) = (0, 0);
        for (start, _) in code.match_indices("impl ").chain(code.match_indices("impl<")) {
            let before = code[..start].chars().next_back();
            if before.is_some_and(|c| !c.is_whitespace()) {
                continue;
            }
            let head = code[start..].split('{').next().unwrap();
            let is_marked = code[..start].trim_end().ends_with("#[automatically_derived]");
            let is_of_trait = head.contains(" for ");
            assert_eq!(is_marked, is_of_trait, "{head}");
            if is_of_trait { of_traits += 1 } else { inherent += 1 }
        }
        assert!(of_traits > 12 && inherent > 0, "{of_traits} and {inherent}: {code}");
    }
}

/// Its build fails; what the user's code asks of it is there all the same, and one value for constants that need some.
#[test]
fn an_empty_table_has_methods_that_cannot_be_called() {
    let table = "#[status(csv = \"t.csv\")] enum E: u8 { wait: u32, aliases = \"aliases\", team: enum Team }";
    for (csv, is_empty) in
        [("code,reason,aliases,wait,team\n", true), ("code,reason,aliases,wait,team\n1,First,,7,A\n", false)]
    {
        let code = Expanded::table(csv, table).code;
        for only_then in ["STAND_IN: ", "Self::__StatusDocsNoRow", "Missing,"] {
            assert_eq!(code.matches(only_then).count(), usize::from(is_empty), "{only_then} in {code}");
        }
        // `code`, `name`, `reason`, `aliases` and the columns; all impls that read a row, and `StatusTable::name`.
        assert_eq!(code.matches("__private::no_row()").count(), if is_empty { 16 } else { 0 }, "{code}");
        // No row has an alias.
        assert!(code.contains("fn aliases(self)") && !code.contains("const ALIASES"), "{code}");
    }
}
