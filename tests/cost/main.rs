//! What an expansion costs a build, counted in instructions of the macro's own library: the macro is
//! not optimised in its user's build, where an iterator over a cell's bytes is the dearest thing
//! there is. Instructions do not depend on what else the machine does, nor on the compiler's own work.
//!
//! Needs `valgrind`, and says so where there is none. What a row costs in tokens and bytes is held by
//! a test of `macros` (`expand/cost.rs`); seconds are measured by `tests/benches`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use status_docs_tests::scratch::{Scratch, text};

/// Thousands of instructions a row, 127 as measured, and the rest for another standard library. Whoever needs
/// more should raise it, and say in the commit what the row gets for it.
const MOST: u64 = 150;

#[test]
fn a_row_takes_so_many_instructions_and_no_more() {
    let compiler = Compiler::of_path();
    let tried =
        Command::new("valgrind").arg("--tool=none").arg(&compiler.rustc).arg("-vV").envs(compiler.env()).output();
    if !tried.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no valgrind in which this compiler runs");
        return;
    }
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "cost");
    scratch.manifest("2024", "");
    scratch.write("src/lib.rs", "");
    let built = scratch.run(&["check", "--message-format=json"]);
    let runtime = artifact(&built, "status_docs");
    // What does not grow with the rows is in both.
    let [few, many] = [100, 600].map(|rows| instructions(&compiler, &scratch, &runtime, rows));
    let of_a_row = (many - few) / 500 / 1_000;
    println!("{of_a_row} thousand instructions a row");
    assert!(of_a_row <= MOST, "{of_a_row} thousand instructions a row, at most {MOST}");
}

/// The compiler itself, not what rustup puts before it.
struct Compiler {
    rustc: PathBuf,
    libraries: PathBuf,
}

impl Compiler {
    fn of_path() -> Self {
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output().expect("rustc starts");
        let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
        Self { rustc: sysroot.join("bin/rustc"), libraries: sysroot.join("lib") }
    }

    fn env(&self) -> [(&str, &Path); 1] {
        [("LD_LIBRARY_PATH", &self.libraries)]
    }
}

/// The table of the benches: every role and a typed column, most cells filled.
fn table(rows: u32) -> String {
    let mut table = String::from("code,name,reason,definition,tips,reference,class,aliases,retry\n");
    for row in 0..rows {
        let code = 100 + row / 20 * 32 + row % 20;
        let alias = if row % 4 == 0 { format!("Door trouble {row}") } else { String::new() };
        let _ = writeln!(
            table,
            "{code},DoorForced{row},Door {row} was forced,The unit reports that the door with number {row} was \
             forced.,Check the wiring of unit {row} and restart the controller.,https://support.example.org/{row},\
             Alarm,{alias},{}",
            row % 90
        );
    }
    table
}

/// The instructions of the macro's library while the compiler expands a table of so many rows.
fn instructions(compiler: &Compiler, scratch: &Scratch, runtime: &Path, rows: u32) -> u64 {
    scratch.write("table.csv", table(rows));
    let source =
        "status_docs::status_table! { #[status(csv = \"table.csv\")] pub enum Fault: u32 { retry: Option<u32> } }";
    scratch.write("expanded.rs", source);
    let counted = scratch.dir().join(format!("{rows}.callgrind"));
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", counted.display()));
    valgrind.arg(&compiler.rustc).envs(compiler.env());
    valgrind.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "expanded.rs"]);
    valgrind.arg(format!("--extern=status_docs={}", runtime.display()));
    valgrind.arg(format!("-Ldependency={}", runtime.parent().expect("a file").display()));
    valgrind.current_dir(scratch.dir()).env("CARGO_MANIFEST_DIR", scratch.dir());
    let output = valgrind.output().expect("valgrind starts");
    assert!(output.status.success(), "{}", text(&output));
    of_library(&fs::read_to_string(counted).expect("callgrind's file"), "status_docs_macros")
}

/// What the functions of one library took by themselves, from a file of callgrind's.
fn of_library(counted: &str, library: &str) -> u64 {
    let mut is_library = false;
    let mut known = Vec::new();
    let mut sum = 0;
    let mut lines = counted.lines();
    while let Some(line) = lines.next() {
        if let Some(object) = line.strip_prefix("ob=") {
            // `(3) /path/to/it` the first time, `(3)` from then on.
            let (number, path) = object.split_once(' ').unwrap_or((object, ""));
            if path.contains(library) {
                known.push(number);
            }
            is_library = known.contains(&number);
        } else if let Some((number, path)) = line.strip_prefix("cob=").and_then(|object| object.split_once(' ')) {
            if path.contains(library) {
                known.push(number);
            }
        } else if line.starts_with("calls=") {
            // The next line has what was called cost.
            lines.next();
        } else if is_library && line.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c)) {
            sum += line.split(' ').nth(1).and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
        }
    }
    assert!(sum > 0, "callgrind saw nothing of {library}");
    sum
}

/// The library in cargo's messages.
fn artifact(messages: &str, name: &str) -> PathBuf {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut of_name = messages.filter(|message| message["target"]["name"] == name);
    let message = of_name.next().expect("cargo names it");
    let files = message["filenames"].as_array().expect("files");
    PathBuf::from(files[0].as_str().expect("a path"))
}
