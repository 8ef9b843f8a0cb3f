//! The runtime without its macros: the types that libraries share, with no dependency at all; and expansions that were
//! written by an earlier version, which later ones still compile.

use std::time::Instant;

use status_docs::{Open, StatusDocs, StatusTable};
use status_docs_tests::scratch::{Manifest, Scratch, text, toml_string, workspace};

/// Written by `cargo status-docs expand` of version 0.1.0. What these call stays for as long as versions are compatible:
/// they are not to be written anew when the emitted code changes.
#[allow(dead_code, reason = "a table of a user's")]
mod first {
    pub mod faults {
        /// The type of the derive.
        pub enum ServiceError {
            DoorHeld,
            Forced { door: u8 },
        }
        include!("expansions/first.expanded.rs");
    }
}

#[test]
fn an_expansion_of_the_first_version_still_works() {
    use first::faults::{Fault, ServiceError, Severity, SqlState};
    assert_eq!(Fault::from_code(101), Some(Fault::DoorHeld));
    assert_eq!(Fault::DoorHeld.retry_after(), Some(30));
    assert_eq!(Fault::DoorForced.severity(), Severity::High);
    assert_eq!("door held".parse(), Ok(Fault::DoorHeld));
    assert_eq!((Fault::COUNT, <Fault as StatusTable>::ALL.len()), (3, 3));
    assert_eq!(Fault::DoorForced.docs().tips, Some("Check the strike."));
    assert_eq!(Open::<Fault>::from_code(7).to_string(), "7");
    assert_eq!(SqlState::from_code("42P01"), Some(SqlState::UndefinedTable));
    assert_eq!((ServiceError::DoorHeld.code(), ServiceError::DoorHeld.reason()), (101, "Door Held"));
    assert_eq!(ServiceError::Forced { door: 1 }.tips(), Some("Ask."));
}

fn without_macros(name: &str, source: &str) -> Scratch {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    let runtime = toml_string(&workspace().join("runtime"));
    let dependency = format!("status-docs = {{ path = {runtime}, default-features = false }}");
    scratch.manifest(&Manifest::without_ours(name).edition("2021").dependency(&dependency));
    scratch.write("src/lib.rs", source);
    scratch
}

#[test]
fn without_macros_there_are_the_types_and_no_dependency() {
    let scratch = without_macros(
        "without-macros",
        "//! A library that shares the type.\n#![no_std]\nuse status_docs::{HttpStatus, Open, StatusDocs};\n\n\
         /// What was received.\npub fn received(code: u16) -> Open<HttpStatus> { Open::from_code(code) }\n\n\
         /// What it means.\npub fn meaning(status: &dyn StatusDocs<Code = u16>) -> &'static str { status.reason() }\n\n\
         /// Known.\npub const NOT_FOUND: Option<HttpStatus> = HttpStatus::from_code(404);\n",
    );
    let tree = scratch.run(&["tree", "--edges", "normal,build", "--prefix", "none"]);
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names, ["without-macros", "status-docs"]);
    let start = Instant::now();
    scratch.run(&["check"]);
    println!("checked with the runtime in {:?}", start.elapsed());
}

#[test]
fn the_macro_without_its_feature_says_which_one() {
    let scratch = without_macros("macro-without-feature", "//! Wrong.\nstatus_docs::status_table!();\n");
    let output = scratch.cargo(&["check"]).output().unwrap();
    let said = text(&output);
    let sentence = "`status_table!` needs the feature `macros` of status-docs: take `default-features = false` out, or add \
                    features = [\"macros\"]";
    assert!(!output.status.success() && said.contains(sentence), "{said}");
    assert_eq!(said.lines().filter(|line| line.starts_with("error")).count(), 2, "{said}");
}
