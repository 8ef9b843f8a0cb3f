//! Builds that are not cargo's: some build systems start the compiler themselves, with folders that are relative to
//! where it runs.

use std::fs;
use std::process::Command;

use status_docs_tests::scratch::{self, Compiler, Scratch};

const CODE: &str = "#![crate_type = \"lib\"]
status_docs::status_table! { #[status(csv = \"faults.csv\")] pub enum Fault: u16; }
#[derive(Debug, status_docs::StatusDocs)]
#[status(csv = \"faults.csv\", code = u16)]
pub enum Seen { #[status(1)] Open }
status_docs::status_table! { #[status(csv = \"$OUT_DIR/made.csv\")] pub enum Made: u16; }
";

/// What the compiler writes for the crate in `pkg`, whose folders are called so.
fn compile(compiler: &Compiler, scratch: &Scratch, externs: &[String], [package, out]: [&str; 2]) -> String {
    let mut rustc = Command::new(compiler.program());
    rustc.envs(compiler.env()).current_dir(scratch.dir()).env("CARGO_MANIFEST_DIR", package).env("OUT_DIR", out);
    rustc.args(["--edition=2024", "--crate-name=faults", "--emit=metadata=faults.rmeta,dep-info=faults.d"]);
    rustc.arg("pkg/src/lib.rs").args(externs);
    scratch::output(rustc);
    fs::read_to_string(scratch.dir().join("faults.d")).expect("the compiler wrote it")
}

// Promise: Edits rebuild
#[test]
fn relative_folders_are_those_of_the_directory_in_which_the_compiler_runs() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "by-hand");
    scratch.write("src/lib.rs", "");
    let externs = scratch::externs(scratch.cargo(&["build"]), &["status_docs"]);
    let compiler = Compiler::of_path();
    scratch.write("pkg/src/lib.rs", CODE);
    scratch.write("pkg/faults.csv", "code,name\n1,Open\n");
    scratch.write("gen/made.csv", "code,name\n1,Open\n");
    let here = scratch.dir().display().to_string();
    let absolute = [format!("{here}/pkg"), format!("{here}/gen")];
    for folders in [["pkg", "gen"], ["./pkg", "./gen"], [&absolute[0], &absolute[1]]] {
        let watched = compile(&compiler, &scratch, &externs, folders);
        for file in ["pkg/faults.csv", "gen/made.csv"] {
            let is_named = watched.lines().any(|line| line.ends_with(&format!("{file}:")));
            assert!(is_named, "{folders:?}: {file} is not watched:\n{watched}");
        }
    }
}

/// Without a folder there are no rows. What names one is the compiler's own error, and nothing else follows.
#[test]
fn without_a_folder_nothing_follows() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "by-hand-nowhere");
    scratch.write("src/lib.rs", "");
    let externs = scratch::externs(scratch.cargo(&["build"]), &["status_docs"]);
    let compiler = Compiler::of_path();
    let code = "#[derive(Debug, status_docs::StatusDocs)]\n#[status(table = Fault)]\npub enum Door { Held, #[status(3)] Third }\n";
    scratch.write("pkg/src/lib.rs", format!("{CODE}{code}"));
    let mut rustc = Command::new(compiler.program());
    rustc.envs(compiler.env()).current_dir(scratch.dir()).env_remove("CARGO_MANIFEST_DIR").env_remove("OUT_DIR");
    rustc.args(["--edition=2024", "--crate-name=faults", "--emit=metadata=faults.rmeta"]);
    let output = rustc.arg("pkg/src/lib.rs").args(externs).output().expect("the compiler starts");
    let said = String::from_utf8_lossy(&output.stderr);
    let errors: Vec<&str> = said.lines().filter(|line| line.starts_with("error")).collect();
    let nowhere = "error: faults.csv: CARGO_MANIFEST_DIR is not set, so there is no package to look in; build with cargo \
                   [file_path]";
    assert_eq!(
        errors,
        [
            nowhere,
            nowhere,
            "error: $OUT_DIR/made.csv: OUT_DIR is not set, since the package has no build script (build.rs) that could \
             write a table [file_path]",
            "error[E0599]: no variant or associated item named `Held` found for enum `Fault` in the current scope",
            "error: aborting due to 4 previous errors",
        ],
        "{said}"
    );
}
