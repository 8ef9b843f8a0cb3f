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
