//! What an expansion costs a build, counted in instructions of the macro's own library: the macro is not optimised in
//! its user's build, where an iterator over a cell's bytes is the most expensive operation. Instructions do not depend
//! on what else the machine does, nor on the compiler's own work. This needs `valgrind`, and says so if it is missing.
//!
//! And what the runtime crate costs: it leaves each function to the programs that call it, and a lookup does not branch
//! on what it finds. What a row costs in tokens and bytes is checked by a test of `macros/codegen`
//! (`expand/cost_tests.rs`); seconds are measured by `tests/benches`.

use std::fs;
use std::process::Command;

use status_docs_tests::generate::{Codes, Table};
use status_docs_tests::scratch::{self, Compiler, Scratch};

/// Thousands of instructions per row: 127 as measured, and the rest for another standard library. If you need more,
/// raise it, and say in the commit what the row gains from it.
const MOST: u64 = 150;

#[test]
fn a_row_takes_so_many_instructions_and_no_more() {
    let compiler = Compiler::of_path();
    let mut tried = Command::new("valgrind");
    let tried = tried.arg("--tool=none").arg(compiler.program()).arg("-vV").envs(compiler.env()).output();
    if !tried.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no valgrind in which this compiler runs");
        return;
    }
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "cost");
    scratch.write("src/lib.rs", "");
    let externs = scratch::externs(scratch.cargo(&["build"]), &["status_docs"]);
    // Costs that do not grow with the rows are in both, and cancel out.
    let [few, many] = [100, 600].map(|rows| instructions(&compiler, &scratch, &externs, rows));
    let of_a_row = (many - few) / 500 / 1_000;
    println!("{of_a_row} thousand instructions a row");
    assert!(of_a_row <= MOST, "{of_a_row} thousand instructions a row, at most {MOST}");
}

/// A lookup of a text that is in the table every other time mispredicts no branch more than one that always is. A small
/// change of its source can make the compiler branch on the comparison again, which takes twice as long. `valgrind` counts
/// what a simple predictor would mispredict, the same in each run.
#[test]
fn whether_a_text_is_found_is_no_branch() {
    let mut tried = Command::new("valgrind");
    if !tried.arg("--version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no valgrind");
        return;
    }
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "lookups");
    scratch.write("src/main.rs", include_str!("lookups.rs"));
    // Each in the shape that its size has; codes that are texts are keys as well.
    let tables = [("small", 100, Codes::Runs), ("large", 900, Codes::Runs), ("text", 200, Codes::Text)];
    for (name, rows, codes) in tables {
        scratch.write(&format!("src/{name}.csv"), Table::of(rows, codes).csv());
    }
    scratch.run(&["build", "--release"]);
    let program = scratch.target().join("release/lookups");
    let mut failures = Vec::new();
    for by in ["reason", "reason in any case", "reason in a large table", "name", "code"] {
        let [hits, half] = ["hits", "half"].map(|inputs| mispredicted(&scratch, &program, by, inputs));
        let more = half.abs_diff(hits);
        println!("{by}: {hits} mispredicted with hits, {half} with half misses");
        // A branch on it is mispredicted for half of them.
        if more > LOOKUPS / 20 {
            failures.push(format!("{by}: {more} mispredicted branches more in {LOOKUPS} lookups, half of them misses"));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

/// The lookups that the program makes.
const LOOKUPS: u64 = 20_000;

/// The branches that would be mispredicted.
fn mispredicted(scratch: &Scratch, program: &std::path::Path, by: &str, inputs: &str) -> u64 {
    let counted = scratch.dir().join("branches.callgrind");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--branch-sim=yes"]);
    valgrind.arg(format!("--callgrind-out-file={}", counted.display()));
    valgrind.arg(program).args([by, inputs, &LOOKUPS.to_string()]);
    scratch::output(valgrind);
    let counted = fs::read_to_string(counted).expect("callgrind's file");
    let line = |name: &str| {
        let line = counted.lines().find_map(|line| line.strip_prefix(name)).expect("what was counted");
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let place = line("events:").iter().position(|event| event == "Bcm").expect("branches are counted");
    line("summary:")[place].parse().expect("a number")
}

/// A function without `#[inline]`, or one that only such a function calls, would be in the object file of every debug
/// build, called or not.
#[test]
fn a_build_of_the_runtime_crate_compiles_no_function() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "runtime-alone");
    let compiler = Compiler::of_path();
    let mut rustc = Command::new(compiler.program());
    rustc.arg(scratch::workspace().join("runtime/src/lib.rs")).current_dir(scratch.dir());
    rustc.args(["--crate-name=status_docs", "--crate-type=lib", "--edition=2024", "--cap-lints=allow"]);
    rustc.args(["--emit=llvm-ir=runtime.ll", "-Csymbol-mangling-version=v0", "-Ccodegen-units=1"]);
    scratch::output(rustc);
    let code = fs::read_to_string(scratch.dir().join("runtime.ll")).expect("the compiler wrote it");
    assert!(code.contains("source_filename = \"status_docs."), "this is not the crate: {}", &code[..200]);
    // What a `derive(Eq)` has the compiler check is a function in some of its versions.
    let is_ours = |line: &&str| line.starts_with("define ") && !line.contains("assert_");
    let defined: Vec<&str> = code.lines().filter(is_ours).collect();
    assert!(defined.is_empty(), "functions without #[inline]:\n{}", defined.join("\n"));
}

/// The instructions of the macro's library while the compiler expands a table with this many rows.
fn instructions(compiler: &Compiler, scratch: &Scratch, externs: &[String], rows: usize) -> u64 {
    let table = Table::of(rows, Codes::Runs);
    scratch.write("table.csv", table.csv());
    scratch.write("expanded.rs", table.with_macro("table.csv", false));
    let counted = scratch.dir().join(format!("{rows}.callgrind"));
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", counted.display()));
    valgrind.arg(compiler.program()).envs(compiler.env());
    valgrind.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "expanded.rs"]);
    valgrind.args(externs).current_dir(scratch.dir()).env("CARGO_MANIFEST_DIR", scratch.dir());
    scratch::output(valgrind);
    of_library(&fs::read_to_string(counted).expect("callgrind's file"), "status_docs_macros")
}

/// What the functions of one library took themselves, without their callees, from a callgrind file.
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
            // The next line has the cost of the callee.
            lines.next();
        } else if is_library && line.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c)) {
            sum += line.split(' ').nth(1).and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
        }
    }
    assert!(sum > 0, "callgrind saw nothing of {library}");
    sum
}
