//! What holds for the expansion of arbitrary bytes. The package `tests` has the files, and compiles them.

use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use quote::quote;
use status_docs_data::{Report, Source};

use crate::input::Input;

/// The expansion for a file of these bytes.
fn expanded(table: &TokenStream, bytes: &[u8]) -> TokenStream {
    let input: Input = syn::parse2(quote!((::status_docs) #table)).expect("the request is Rust");
    let request = input.requests.into_iter().next().expect("there is a table");
    let source = Source::from_bytes("t.csv", bytes);
    super::expand_source(&input.krate, request, Some(&source), true, Report::new())
}

fn files(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hostile").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

/// The exports of each sheet. Row numbers too: a `sep=` line is not a row of the spreadsheet, and blank rows at the end
/// do not shift any.
// Promise: Any spreadsheet
#[test]
fn every_spreadsheet_gives_the_same_tokens() {
    for (sheet, columns, shown) in [
        ("doors", quote!(pub enum Sheet: u16 { weight: f64, severity: enum Severity }), "Tür: 50 % – “soon”"),
        ("states", quote!(pub enum Sheet: str;), "Cut „off“"),
        ("switches", quote!(pub enum Sheet: u8 { on: bool }), "Standby"),
    ] {
        let table = quote! { #[status(csv = "t.csv")] #columns };
        let mut exports = files(&format!("exports/{sheet}")).into_iter();
        let (_, first) = exports.next().unwrap();
        let first = expanded(&table, &first).to_string();
        assert!(first.contains(shown) && !first.contains("compile_error"), "{first}");
        assert!(exports.len() >= 2, "{sheet}");
        for (path, bytes) in exports {
            assert!(expanded(&table, &bytes).to_string() == first, "{}", path.display());
        }
    }
}

/// The requests that the bytes are read as.
fn requests() -> Vec<TokenStream> {
    vec![
        quote! { #[status(csv = "t.csv")] pub enum E: u16; },
        quote! { #[status(csv = "t.csv")] enum E: str; },
        quote! { #[status(csv = "t.csv", without(Display, FromStr), doc(no_table))] pub(crate) enum E: i64; },
        quote! { #[status(csv = "t.csv", base = "http", only = "4xx, 1-3")] pub enum E: u16; },
        quote! { #[status(csv("t.csv", delimiter = ';'))] #[cfg(all())] pub enum E: i8 { code = "id", tips = "b" } },
        quote! {
            #[status(csv = "t.csv")]
            pub enum E: u16 {
                retry: Option<u32>, on: bool, weight: f64, grade: Option<char>, severity: enum Severity, text: &str = "tips"
            }
        },
    ]
}

/// The sentences of all `compile_error!` of an expansion.
fn findings(tokens: TokenStream, found: &mut Vec<String>) {
    let mut after_error = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if after_error => {
                let message: syn::LitStr = syn::parse2(group.stream()).expect("an error has a message");
                found.push(message.value());
                after_error = false;
            }
            TokenTree::Group(group) => findings(group.stream(), found),
            TokenTree::Ident(ident) => after_error = ident == "compile_error",
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Checks that the emitted code is Rust, contains the enum, and has only findings about the file; returns how many.
fn holds(request: &TokenStream, bytes: &[u8]) -> Result<usize, TestCaseError> {
    let tokens = expanded(request, bytes);
    let parsed = syn::parse2::<syn::File>(tokens.clone());
    prop_assert!(parsed.is_ok(), "{:?} in {tokens}", parsed.err());
    prop_assert!(tokens.to_string().contains("enum E "));
    let mut found = Vec::new();
    findings(tokens, &mut found);
    prop_assert!(found.len() <= 21, "{found:?}");
    for finding in &found {
        prop_assert!(finding.starts_with("t.csv:"), "{finding}");
        // One line, and perhaps one with Rust's cure.
        prop_assert!(!finding.replacen("\nhelp: ", " ", 1).contains(['\n', '\r']), "{finding:?}");
    }
    Ok(found.len())
}

#[test]
fn the_corpus_expands_to_rust() {
    let mut found = 0;
    for (path, bytes) in files("corpus") {
        for request in requests() {
            found += holds(&request, &bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
    assert!(found > 500, "{found}");
}

/// The compiler does not hold a user's `forbid(unsafe_code)` against what a macro emits.
// Promise: Any crate
#[test]
fn nothing_unsafe_is_emitted() {
    fn has_unsafe(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => has_unsafe(group.stream()),
            TokenTree::Ident(ident) => ident == "unsafe",
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    let seen = quote! { mod m { fn f() { unsafe { g() } } } };
    assert!(has_unsafe(seen));
    for (path, bytes) in files("corpus") {
        for request in requests() {
            assert!(!has_unsafe(expanded(&request, &bytes)), "{}", path.display());
        }
    }
    let derived = super::status_docs(quote! {
        #[status(default = 500)]
        enum Api { NotFound, #[status(transparent)] Inner(Other), #[status(429, tips = "Wait.")] Busy { after: u32 } }
    });
    assert!(!has_unsafe(derived));
}

/// A file of the corpus, with some of its bytes replaced, inserted or cut away; or bytes that are not a table at all.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let corpus: Vec<Vec<u8>> =
        files("corpus").into_iter().map(|(_, bytes)| bytes).filter(|b| b.len() < 2_000).collect();
    let byte = prop_oneof![Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(b' '), Just(b'1'), any::<u8>()];
    let edit = (any::<prop::sample::Index>(), 0..3_usize, byte);
    let edits = proptest::collection::vec(edit, 0..6);
    let edited = (proptest::sample::select(corpus), edits).prop_map(|(mut bytes, edits)| {
        for (place, removed, byte) in edits {
            let at = place.index(bytes.len() + 1);
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, [byte]);
        }
        bytes
    });
    prop_oneof![8 => edited, 1 => proptest::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    // Promise: A table or findings
    #[test]
    fn any_bytes_expand_to_rust(bytes in bytes(), request in proptest::sample::select(requests())) {
        holds(&request, &bytes)?;
    }
}
