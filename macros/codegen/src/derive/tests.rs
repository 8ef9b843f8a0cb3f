//! Snapshots of what is emitted, as in `expand/tests.rs`.

use expect_test::expect_file;
use proc_macro2::TokenStream;
use quote::quote;

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
    expect_file!["../../snapshots/api_error.rs"].assert_eq(&expanded(&item));
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
    expect_file!["../../snapshots/fault.rs"].assert_eq(&expanded(&item));
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
