//! A table is watched: editing, breaking, fixing, deleting and restoring the CSV each lead to the right build, for
//! `build`, `check` and `doc`, and the same input gives the same bytes anywhere.

use std::fs;
use std::path::Path;

use status_docs_tests::scratch::{Manifest, Scratch, text};

const MAIN: &str = r#"
//! Prints its table.
status_docs::status_table! {
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16;
}

fn main() {
    for fault in Fault::ALL {
        print!("{fault}; ");
    }
}
"#;

const ONE: &str = "code,reason\n1,Door Open\n";
const TWO: &str = "code,reason\n1,Door Open\n2,Door Held\n";
const BROKEN: &str = "code,reason\nx,Door Open\n";

fn scratch(name: &str) -> Scratch {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    scratch.write("src/main.rs", MAIN);
    scratch.write("tables/faults.csv", ONE);
    scratch
}

/// Runs a command on each state of the table; returns what it printed, or the finding.
fn walk(name: &str, args: &[&str]) -> Vec<String> {
    let scratch = scratch(name);
    let mut answers = Vec::new();
    for content in [Some(ONE), Some(TWO), Some(BROKEN), Some(TWO), None, Some(ONE)] {
        match content {
            Some(content) => scratch.rewrite("tables/faults.csv", content),
            None => fs::remove_file(scratch.dir().join("tables/faults.csv")).unwrap(),
        }
        let output = scratch.cargo(args).output().unwrap();
        let said = text(&output);
        let finding = said.lines().find_map(|line| line.strip_prefix("error: tables/faults.csv"));
        answers.push(match finding {
            Some(finding) => finding.to_owned(),
            None if output.status.success() => String::from_utf8(output.stdout).unwrap(),
            None => panic!("{said}"),
        });
    }
    answers
}

const NO_INTEGER: &str =
    ":2:1 (cell A2): \"x\" is not a whole number; write a whole number from 0 to 65535 [unreadable_code]";
const NO_FILE: &str = ": there is no such file; the path is relative to the package's Cargo.toml [missing_file]";

// Promise: Edits rebuild
#[test]
fn builds_follow_the_table() {
    let (one, two) = ("1 Door Open; ", "1 Door Open; 2 Door Held; ");
    assert_eq!(walk("rebuild-run", &["run", "-q"]), [one, two, NO_INTEGER, two, NO_FILE, one]);
}

// Promise: Edits rebuild
#[test]
fn checks_follow_the_table() {
    assert_eq!(walk("rebuild-check", &["check", "-q"]), ["", "", NO_INTEGER, "", NO_FILE, ""]);
}

// Promise: Edits rebuild
#[test]
fn docs_follow_the_table() {
    assert_eq!(walk("rebuild-doc", &["doc", "-q", "--no-deps"]), ["", "", NO_INTEGER, "", NO_FILE, ""]);
    let page = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-target/doc/rebuild_doc/enum.Fault.html");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Door Open") && !page.contains("Door Held"));
}

/// Changes to a table that the build script makes are noticed as far as the script tracks its inputs, and so is a table
/// that it stops making.
// Promise: Edits rebuild
#[test]
fn what_a_build_script_writes_is_followed() {
    let scratch = scratch("rebuild-out-dir");
    scratch.write("src/main.rs", MAIN.replace("tables/faults.csv", "$OUT_DIR/made/faults.csv"));
    scratch.write(
        "build.rs",
        r#"
        fn main() {
            println!("cargo::rerun-if-changed=faults.txt");
            let made = std::path::Path::new(&std::env::var_os("OUT_DIR").unwrap()).join("made");
            let _ = std::fs::remove_dir_all(&made);
            std::fs::create_dir(&made).unwrap();
            let rows = std::fs::read_to_string("faults.txt").unwrap();
            if !rows.is_empty() {
                std::fs::write(made.join("faults.csv"), format!("code,reason\n{}", rows.replace(' ', ","))).unwrap();
            }
        }
        "#,
    );
    let mut answers = Vec::new();
    for rows in ["1 Open\n", "1 Open\n2 Held\n", "x Open\n", "", "2 Held\n"] {
        scratch.rewrite("faults.txt", rows);
        let output = scratch.cargo(&["run", "-q"]).output().unwrap();
        let said = text(&output);
        let finding = said.lines().find_map(|line| line.strip_prefix("error: $OUT_DIR/made/faults.csv"));
        answers.push(finding.map_or_else(|| String::from_utf8(output.stdout.clone()).unwrap(), str::to_owned));
    }
    let no_file = ": there is no such file; the build script (build.rs) has to write it there [missing_file]";
    assert_eq!(answers, ["1 Open; ", "1 Open; 2 Held; ", NO_INTEGER, no_file, "2 Held; "]);
}

/// Two directories, the paths remapped: the same bytes, without a trace of the table's own bytes.
// Promise: Same table, same bytes
#[test]
fn the_same_table_gives_the_same_bytes() {
    let build = |name: &str| {
        let scratch = scratch(name);
        // The same name for both, as for a single crate.
        scratch.manifest(&Manifest::new("same-bytes"));
        scratch.write("src/lib.rs", MAIN.replace("fn main()", "pub fn print()"));
        fs::remove_file(scratch.dir().join("src/main.rs")).unwrap();
        scratch.write("tables/faults.csv", format!("{ONE}3,Bytes In The File\n"));
        let remap = format!("--remap-path-prefix={}=/remapped", scratch.dir().display());
        let mut rustc = scratch.cargo(&["rustc", "--lib", "--", &remap]);
        let output = rustc.env("CARGO_INCREMENTAL", "0").output().unwrap();
        assert!(output.status.success(), "{}", text(&output));
        let rlib = fs::read(scratch.target().join("debug/libsame_bytes.rlib")).unwrap();
        assert!(!contains(&rlib, scratch.dir().to_str().unwrap().as_bytes()), "a path of this machine is in the rlib");
        assert!(!contains(&rlib, b"\n1,Door Open\n"), "the bytes of the table are in the rlib");
        rlib
    };
    let (here, there) = (build("same-bytes-here"), build("same-bytes-there"));
    assert!(here == there, "two directories gave different bytes");
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
