//! Generated crates, and the commands that compile them. Everything is under the target directory.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use status_docs_tests::scratch::{self, Compiler, Manifest, Scratch};

use crate::Options;

/// The directory of everything generated.
const REACH: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/reach");

/// The peer that is a macro over a CSV, as a dependency.
pub const CSV_CODEGEN: &str = "csv-codegen = \"0.2\"";

/// A directory of our own.
pub fn directory(name: &str) -> PathBuf {
    let directory = Path::new(REACH).join(name);
    fs::create_dir_all(&directory).expect("the target directory can be written");
    directory
}

/// Writes a file of a directory of ours.
pub fn write(directory: &Path, name: &str, text: &str) -> PathBuf {
    let file = directory.join(name);
    fs::write(&file, text).expect("the target directory can be written");
    file
}

/// A package with these dependencies and no code.
pub fn package(name: &str, dependencies: &[&str]) -> Scratch {
    let package = Scratch::new(REACH, name);
    let manifest = Manifest::without_ours(name);
    package.manifest(&dependencies.iter().fold(manifest, |manifest, line| manifest.dependency(line)));
    package.write("src/lib.rs", "");
    package
}

/// The target directory of a package's own.
pub fn target_of(package: &Scratch) -> PathBuf {
    package.dir().with_extension("target")
}

/// A cargo command on a package, with a target directory of its own. Crates from a registry, as ours are for a user,
/// are never built incrementally; path dependencies would be.
pub fn cargo(package: &Scratch, args: &[&str]) -> Command {
    let mut cargo = package.downloading_cargo(args);
    cargo.arg("--quiet").env("CARGO_TARGET_DIR", target_of(package)).env("CARGO_INCREMENTAL", "0");
    for variable in ["CARGO_BUILD_TARGET_DIR", "RUSTC_BOOTSTRAP"] {
        cargo.env_remove(variable);
    }
    cargo
}

/// The compiler, and the two macro crates built for it the way a user's build has them.
pub struct Toolchain {
    compiler: Compiler,
    /// `--extern`s and the directory of what they depend on, as `cargo check` has them.
    dev: Vec<String>,
    /// The same for `cargo build --release`.
    release: Vec<String>,
}

/// What to build from a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// What `cargo check` does.
    Check,
    /// An optimised library.
    Optimised,
    /// An optimised program without symbols.
    Program,
}

impl Toolchain {
    /// Builds the macros.
    pub fn new(options: &Options) -> Self {
        Self::of(&package("macros", &[&options.ours(), CSV_CODEGEN]), &["status_docs", "csv_codegen"])
    }

    /// Builds what a service has; crates are those that its code names.
    pub fn with(dependencies: &[&str], crates: &[&str]) -> Self {
        let package = package("service", dependencies);
        // Download whatever is needed first.
        scratch::output(package.downloading_cargo(&["fetch", "--quiet"]));
        Self::of(&package, crates)
    }

    fn of(package: &Scratch, crates: &[&str]) -> Self {
        let externs = |args: &[&str]| scratch::externs(cargo(package, args), crates);
        Self { compiler: Compiler::of_path(), dev: externs(&["build"]), release: externs(&["build", "--release"]) }
    }

    /// The command that compiles a source file of [`directory`].
    pub fn compile(&self, file: &Path, goal: Goal) -> Command {
        let directory = file.parent().expect("a file");
        let mut command = Command::new(self.compiler.program());
        let dependencies = if goal == Goal::Check { &self.dev } else { &self.release };
        command.args(["--edition=2024", "--cap-lints=allow"]).args(dependencies);
        match goal {
            Goal::Check => command.args(["--crate-type=lib", "--emit=metadata"]),
            Goal::Optimised => command.args(["--crate-type=lib", "--emit=link", "-Copt-level=3"]),
            Goal::Program => {
                command.args(["--crate-type=bin", "--emit=link", "-Copt-level=3", "-Cstrip=symbols", "-Cpanic=abort"])
            }
        };
        command.arg(file.file_name().expect("a file")).current_dir(directory);
        command.env("CARGO_MANIFEST_DIR", directory);
        command
    }

    /// What `cargo check` does after an edit: the same, with what an earlier check of the file left.
    pub fn check_again(&self, file: &Path) -> Command {
        let mut command = self.compile(file, Goal::Check);
        command.arg(format!("-Cincremental={}", file.with_extension("incremental").display()));
        command
    }

    /// The crate as the compiler sees it once our macro has run: the macro's output is written into the source; the
    /// derives and the watched file in it are unchanged.
    pub fn expanded(&self, file: &Path, csv: &str) -> String {
        let mut command = self.compile(file, Goal::Check);
        // The only way to see it; the measured compilations do without.
        command.env("RUSTC_BOOTSTRAP", "1").arg("-Zunpretty=expanded");
        fold_back(&scratch::output(command), csv)
    }
}

/// Reverts the expansion of the compiler's own macros.
fn fold_back(expanded: &str, csv: &str) -> String {
    const DERIVE: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, \
                          ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]";
    let mut source = String::with_capacity(expanded.len());
    let mut lines = expanded.lines();
    let mut is_file = false;
    while let Some(line) = lines.next() {
        // The watched file is after its type, on a line of its own.
        let is_file = std::mem::replace(&mut is_file, line.ends_with("let _: &[::core::primitive::u8] ="));
        if line == "#[automatically_derived]" {
            // An impl, on one line or up to a brace in the first column; it may have more attributes before it.
            let _ = lines.by_ref().find(|line| (line.ends_with('}') && line.starts_with("impl")) || *line == "}");
        } else if line == "#![feature(prelude_import)]" || line == "extern crate std;" || line.contains("prelude") {
            // It is in every crate.
        } else if is_file {
            let _ = writeln!(source, "include_bytes!(\"{csv}\");");
        } else {
            if line.starts_with("pub enum") {
                source.push_str(DERIVE);
                source.push('\n');
            }
            source.push_str(line);
            source.push('\n');
        }
    }
    source
}
