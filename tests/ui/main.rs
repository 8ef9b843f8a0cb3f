//! What users read when something is wrong: beside each `cases/*.rs`, a `.stderr` has exactly the errors of its
//! compilation. `BLESS=1 cargo test --test ui` rewrites them; read the diff before you commit it.
//!
//! Only messages and places are compared, which are ours; the compiler's framing is not. In a case named `rustc_*`, the
//! message is the compiler's too, and only its place is compared.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use status_docs_tests::scratch::{Diagnostic, Manifest, Scratch, ours_as};

// Promise: No follow-up errors
#[test]
fn every_case_says_what_its_stderr_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "ui");
    for (name, bytes) in files(&folder.join("tables")) {
        scratch.write(&format!("tables/{name}"), bytes);
    }
    let cases: BTreeMap<String, String> = files(&folder.join("cases"))
        .into_iter()
        .filter_map(|(name, bytes)| Some((name.strip_suffix(".rs")?.to_owned(), String::from_utf8(bytes).ok()?)))
        .collect();
    assert!(cases.len() > 20);
    for (name, source) in &cases {
        scratch.write(&format!("src/bin/{name}.rs"), source);
    }
    let said = scratch.diagnostics(&["check", "--bins", "--keep-going"]);

    let mut differences = String::new();
    for name in cases.keys() {
        let mut own: Vec<Diagnostic> = said.iter().filter(|diagnostic| diagnostic.target == *name).cloned().collect();
        if name.starts_with("rustc_") {
            for diagnostic in &mut own {
                diagnostic.message = "(the compiler's words)".to_owned();
            }
        }
        let found = rendered(&own);
        let path = folder.join("cases").join(format!("{name}.stderr"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            let _ = write!(differences, "\n== {name}\nexpected:\n{expected}found:\n{found}");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

/// In a workspace, the compiler runs in the root, and editors resolve links from there.
#[test]
fn a_finding_of_a_member_names_the_file_from_the_root_of_the_workspace() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "ui-workspace");
    // A path dependency within the workspace's folder becomes a member.
    scratch.manifest(&Manifest::new("ui-workspace").dependency("ui-member = { path = \"crates/member\" }"));
    scratch.write("src/lib.rs", "");
    let member = Manifest::new("ui-member").to_string().replace("[workspace]\n", "");
    scratch.write("crates/member/Cargo.toml", member);
    scratch.write(
        "crates/member/src/lib.rs",
        "status_docs::status_table! {\n    #[status(csv = \"tables/faults.csv\")]\n    pub enum Fault: u16;\n}\n\
         status_docs::status_table! {\n    #[status(csv = \"./tables/fault.csv\")]\n    pub enum Other: u16;\n}\n",
    );
    scratch.write("crates/member/tables/faults.csv", "code,reason\n1,Door Open\nx,Door Held\n");
    let said = scratch.diagnostics(&["check", "--package", "ui-member"]);
    let said: Vec<&str> = said.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "crates/member/tables/faults.csv:3:1 (cell A3): \"x\" is not a whole number; write a whole number from 0 to 65535 [unreadable_code]",
            "crates/member/tables/fault.csv: there is no such file; the path is relative to the package's Cargo.toml; did \
             you mean \"./tables/faults.csv\"? [missing_file]",
        ]
    );
}

/// The compiler's error about `::status_docs` does not say what to write; ours does, once for each derive.
#[test]
fn a_renamed_dependency_is_told_the_word() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "ui-renamed");
    scratch.manifest(&Manifest::without_ours("ui-renamed").dependency(&ours_as("codes")));
    let of = |word: &str| {
        format!(
            "use codes::{{StatusDocs, status_table}};\nstatus_table! {{ #[status(base = \"http\", only = \"404\")] pub enum \
             Http: u16; }}\n#[derive(Debug, StatusDocs)]\n#[status(table = Http{word})]\npub enum A {{ NotFound }}\n\
             #[derive(Debug, StatusDocs)]\n{}pub enum B {{ Gone }}\npub fn ask() -> u16 {{ A::NotFound.code() + B::Gone.code() }}\n",
            if word.is_empty() { String::new() } else { format!("#[status({})]\n", &word[2..]) }
        )
    };
    scratch.write("src/lib.rs", of(""));
    let said: Vec<_> = scratch.diagnostics(&["check"]).into_iter().map(|said| (said.place, said.message)).collect();
    let told = "the dependency status-docs is called `codes` here; write #[status(crate = ::codes)] [word_value]";
    assert_eq!(said, [((3, 17), told.to_owned()), ((6, 17), told.to_owned())]);
    scratch.rewrite("src/lib.rs", of(", crate = ::codes"));
    assert_eq!(scratch.diagnostics(&["check"]), []);
}

/// A line each: where it points, and what it says.
fn rendered(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().fold(String::new(), |mut lines, Diagnostic { level, place, source, message, .. }| {
        let (line, column) = place;
        let _ = writeln!(lines, "{level} {line}:{column} `{source}`: {message}");
        lines
    })
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}
