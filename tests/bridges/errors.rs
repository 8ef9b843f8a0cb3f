//! What the compiler says where the user's type lacks something: at the word, or at the field.

use status_docs_tests::scratch::{Manifest, Scratch};

/// Each type, and the source under each error.
const CASES: [(&str, &[&str]); 6] = [
    ("#[derive(StatusDocs)] #[status(404, with(axum))] pub struct NoDisplay;", &["axum"]),
    ("#[derive(Debug, StatusDocs)] #[status(404, with(miette))] pub struct NoError;", &["miette"]),
    ("#[derive(StatusDocs)] #[status(404, with(axum(tracing)))] pub struct NoDisplayLogged;", &["axum"]),
    (
        "#[derive(StatusDocs)] #[status(with(utoipa))] \
         pub enum Unlisted { #[status(404)] A, #[status(transparent)] B(Box<dyn StatusDocs<Code = u16>>) }",
        &["dyn"],
    ),
    (
        "#[derive(StatusDocs)] #[status(400, with(axum(body = no_such_function)))] pub struct NoBody; \
         impl std::fmt::Display for NoBody { \
         fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(\"\") } }",
        &["no_such_function"],
    ),
    // Wrong crates are wrong at the path.
    ("#[derive(StatusDocs)] #[status(400, with(http = ::axum))] pub struct Other;", &["axum"; 2]),
];

#[test]
fn an_error_is_where_the_user_asked_for_it() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "bridge-errors");
    let manifest = Manifest::new("bridge-errors");
    let manifest = manifest.dependency("axum = { version = \"0.8\", default-features = false }");
    let manifest = manifest.dependency("miette = \"7\"").dependency("utoipa = \"5\"");
    scratch.manifest(
        &manifest.dependency("tracing = { version = \"0.1\", default-features = false, features = [\"std\"] }"),
    );
    for (index, (case, _)) in CASES.iter().enumerate() {
        let source = format!("use status_docs::StatusDocs;\n{case}\nfn main() {{}}\n");
        scratch.write(&format!("src/bin/case_{index}.rs"), source);
    }
    let said = scratch.diagnostics(&["check", "--bins", "--keep-going"]);
    for (index, (case, sources)) in CASES.iter().enumerate() {
        let own = said.iter().filter(|said| said.target == format!("case_{index}") && said.level == "error");
        let own: Vec<_> = own.collect();
        let found: Vec<&str> = own.iter().map(|said| said.source.as_str()).collect();
        assert_eq!(found, *sources, "{case}\n{own:#?}");
    }
    let unlisted = said.iter().find(|said| said.target == "case_3").unwrap();
    assert_eq!(unlisted.message, "nobody knows which statuses `dyn StatusDocs<Code = u16>` can have");
}

/// What needs no `std` is there without it, in the oldest edition, under the strictest lints.
#[test]
fn bridges_need_no_std_where_their_crates_need_none() {
    let source = "#![no_std]\n#![deny(warnings)]\n#![forbid(unsafe_code)]\n\
         extern crate serde_core;\nextern crate status_docs;\n\
         use status_docs::status_table;\n\
         status_table! {\n\
         #[status(with(serde = ::serde_core))] pub enum Status: u16;\n\
         #[status(csv = \"states.csv\", with(serde = ::serde_core))] pub enum State: str;\n\
         }\n\
         pub fn of<'a, D: serde_core::Deserializer<'a>>(input: D) -> Result<State, D::Error> {\n\
         serde_core::Deserialize::deserialize(input)\n}\n";
    for edition in ["2015", "2018", "2021", "2024"] {
        let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), &format!("bridge-no-std-{edition}"));
        let manifest = Manifest::new("bridge-no-std").edition(edition);
        scratch.manifest(&manifest.dependency("serde_core = { version = \"1\", default-features = false }"));
        scratch.write("states.csv", "code,name,reason\n00000,Success,Success\n23505,Unique,Unique Violation\n");
        scratch.write("src/lib.rs", source);
        // For a target without std, a crate that names it does not compile.
        scratch.run(&["check"]);
    }
}

/// All that a server has, in the oldest edition.
#[test]
fn edition_2015_has_them_all() {
    let source = "#![deny(warnings)]\n#![forbid(unsafe_code)]\n\
         extern crate axum;\nextern crate miette;\nextern crate status_docs;\nextern crate tracing;\nextern crate utoipa;\n\
         use std::fmt;\nuse status_docs::StatusDocs;\n\
         #[derive(Debug, StatusDocs)]\n#[status(with(axum(tips, tracing), utoipa, miette))]\n\
         pub enum Failure { #[status(404)] Missing, #[status(transparent)] Inner(Inner) }\n\
         #[derive(Debug, StatusDocs)]\n#[status(500, with(axum))]\npub struct Inner;\n\
         impl fmt::Display for Failure { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.write_str(\"x\") } }\n\
         impl fmt::Display for Inner { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.write_str(\"x\") } }\n\
         impl std::error::Error for Failure {}\n";
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "bridge-2015");
    let manifest = Manifest::new("bridge-2015").edition("2015");
    let manifest = manifest.dependency("axum = { version = \"0.8\", default-features = false }");
    let manifest = manifest.dependency("miette = \"7\"").dependency("utoipa = \"5\"");
    scratch.manifest(
        &manifest.dependency("tracing = { version = \"0.1\", default-features = false, features = [\"std\"] }"),
    );
    scratch.write("src/lib.rs", source);
    scratch.run(&["check"]);
}
