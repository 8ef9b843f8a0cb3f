//! Snapshots of what is emitted, for a reviewer to read. The package `tests` compiles the same
//! files under `deny(warnings)`. `UPDATE_EXPECT=1 cargo test` rewrites them.

use expect_test::expect_file;
use quote::quote;

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
    expect_file!["../../snapshots/three.rs"].assert_eq(&expanded(&table));
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
    expect_file!["../../snapshots/columns.rs"].assert_eq(&expanded(&table));
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
    let mut next = 0;
    let discriminants = large.expect("an enum is emitted").variants.iter().map(|variant| {
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
