//! Emitted code works in any crate: each of `cases/` is compiled as a library in every edition, with its own lints and
//! shadowing names, and without a single warning.

use std::fs;
use std::path::Path;

use status_docs_tests::scratch::{Manifest, Scratch, ours_as, text, toml_string};

/// Cases whose syntax or lint exists only in some editions.
const SINCE: [(&str, &str); 1] = [("shadowed_root", "2018")];

// Promise: Any crate
#[test]
fn edition_2015() {
    says_nothing("2015");
}

// Promise: Any crate
#[test]
fn edition_2018() {
    says_nothing("2018");
}

// Promise: Any crate
#[test]
fn edition_2021() {
    says_nothing("2021");
}

// Promise: Any crate
#[test]
fn edition_2024() {
    says_nothing("2024");
}

fn says_nothing(edition: &str) {
    let (scratch, _) = crate_of_cases(&format!("hygiene-{edition}"), edition);
    let said = scratch.diagnostics(&["check", "--examples", "--keep-going"]);
    assert_eq!(said, [], "{said:#?}");
    let output = scratch.cargo(&["check", "--examples"]).output().unwrap();
    assert!(output.status.success(), "{}", text(&output));
}

/// Clippy's strictest groups too, if clippy is installed.
#[test]
fn clippy_says_nothing() {
    let (scratch, manifest) = crate_of_cases("hygiene-clippy", "2024");
    if !scratch.cargo(&["clippy", "--version"]).output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no clippy");
        return;
    }
    let groups =
        ["all", "pedantic", "nursery"].map(|group| format!("{group} = {{ level = \"warn\", priority = -1 }}\n"));
    scratch.manifest(&manifest.section(&format!("[lints.clippy]\n{}", groups.concat())));
    let said = scratch.diagnostics(&["clippy", "--examples", "--keep-going"]);
    assert_eq!(said, [], "{said:#?}");
}

/// The same under another name, for which `$crate` is needed.
#[test]
fn renamed_dependency() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "hygiene-renamed");
    scratch.manifest(&Manifest::without_ours("renamed").dependency(&ours_as("codes")));
    write_tables(&scratch);
    scratch.write("src/lib.rs", read("cases/strict.rs").replace("status_docs", "codes"));
    let said = scratch.diagnostics(&["check"]);
    assert_eq!(said, [], "{said:#?}");
}

/// A facade that re-exports us, and whose own macro makes the table in the caller's crate.
#[test]
fn through_a_facade() {
    let facade = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "hygiene-facade");
    facade.manifest(&Manifest::new("facade").edition("2021"));
    facade.write(
        "src/lib.rs",
        "pub use status_docs as inner;\npub use status_docs::status_table;\n\
         #[macro_export]\nmacro_rules! table {\n    ($vis:vis $name:ident, $ty:ty, $path:literal, $doc:literal) => {\n        \
         $crate::inner::status_table! { #[doc = $doc] #[status(csv = $path)] $vis enum $name: $ty; }\n    };\n}\n",
    );
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "hygiene-through-facade");
    let dependency = format!("facade = {{ path = {} }}", toml_string(facade.dir()));
    scratch.manifest(&Manifest::without_ours("through-facade").dependency(&dependency));
    write_tables(&scratch);
    scratch.write(
        "src/lib.rs",
        "//! Uses the facade alone.\n#![deny(warnings, missing_docs)]\n\
         facade::table!(pub Fault, u16, \"tables/odd.csv\", \"Faults.\");\n\
         facade::status_table!();\n\
         const _: () = assert!(matches!(Fault::from_code(1), Some(Fault::Error)));\n",
    );
    let said = scratch.diagnostics(&["check"]);
    assert_eq!(said, [], "{said:#?}");
}

/// A static library without the standard library: none of our crates needs it.
// Promise: Any crate
#[test]
fn links_without_std() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "hygiene-no-std");
    let manifest = Manifest::new("no-std").section("[lib]\ncrate-type = [\"staticlib\"]");
    scratch.manifest(&manifest.section("[profile.dev]\npanic = \"abort\""));
    write_tables(&scratch);
    scratch.write(
        "src/lib.rs",
        "#![no_std]\nstatus_docs::status_table! {\n    #[status(csv = \"tables/odd.csv\")]\n    pub enum Fault: u16;\n}\n\
         /// Used from C.\n#[unsafe(no_mangle)]\npub extern \"C\" fn tips_length(code: u16) -> usize {\n    \
         let fault = Fault::from_code(code).and_then(Fault::tips).map_or(0, str::len);\n    \
         fault + \"not found\".parse::<status_docs::HttpStatus>().map_or(0, |status| status.reason().len())\n}\n\
         #[panic_handler]\nfn panic(_: &core::panic::PanicInfo<'_>) -> ! {\n    loop {}\n}\n",
    );
    scratch.run(&["build"]);
    let library = fs::read(scratch.target().join("debug/libno_std.a")).unwrap();
    assert!(library.starts_with(b"!<arch>"));
}

/// A crate with an example for each case, and its manifest.
fn crate_of_cases(name: &str, edition: &str) -> (Scratch, Manifest) {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hygiene/cases");
    let mut manifest = Manifest::new(name).edition(edition);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case = path.file_stem().unwrap().to_str().unwrap();
        if SINCE.iter().any(|(late, since)| *late == case && edition < *since) {
            continue;
        }
        scratch.write(&format!("examples/{case}.rs"), fs::read(&path).unwrap());
        manifest = manifest.section(&format!("[[example]]\nname = \"{case}\"\ncrate-type = [\"lib\"]"));
    }
    scratch.write("src/lib.rs", "");
    write_tables(&scratch);
    scratch.manifest(&manifest);
    (scratch, manifest)
}

fn write_tables(scratch: &Scratch) {
    for name in ["tables/odd.csv", "tables/hex.csv", "tables/names.csv", "tables/spoken.csv"] {
        scratch.write(name, read(name));
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("hygiene").join(path)).unwrap()
}
