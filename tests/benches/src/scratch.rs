//! Crates that are generated, and the commands that compile them. All of it lies under the target
//! directory.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The workspace that this package stands in.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("tests/benches is two below").to_owned()
}

/// A directory of our own.
pub fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reach").join(name);
    fs::create_dir_all(&directory).expect("the target directory can be written");
    directory
}

/// Writes a package that depends on what is given, with the versions of the workspace's lock file.
pub fn package(name: &str, dependencies: &str) -> PathBuf {
    let directory = directory(name);
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}\n"
    );
    fs::create_dir_all(directory.join("src")).expect("a directory");
    fs::write(directory.join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(directory.join("src/lib.rs"), "").expect("a library");
    fs::copy(workspace().join("Cargo.lock"), directory.join("Cargo.lock")).expect("the lock file");
    directory
}

/// As a dependency: this workspace's runtime crate.
pub fn status_docs() -> String {
    format!("status-docs = {{ path = \"{}\" }}", workspace().join("runtime").display())
}

/// `cargo build` of a package into a target directory of its own. What comes from a registry, as all
/// of ours does for a user, is never built incrementally; by its path it would be.
pub fn cargo_build(package: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["build", "--quiet"]).current_dir(package);
    command.arg("--target-dir").arg(package.join("target"));
    for variable in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_MANIFEST_DIR", "RUSTC_BOOTSTRAP"] {
        command.env_remove(variable);
    }
    command.env("CARGO_INCREMENTAL", "0");
    command
}

/// The compiler, and the two macro crates built for it the way a user's `cargo check` builds them.
pub struct Compiler {
    rustc: PathBuf,
    /// `--extern`s and the directory of what they depend on, as `cargo check` has them.
    dev: Vec<String>,
    /// The same for `cargo build --release`.
    release: Vec<String>,
}

/// What is to be made of a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// What `cargo check` does.
    Check,
    /// An optimised library.
    Optimised,
    /// An optimised program without symbols.
    Program,
}

impl Compiler {
    /// Builds the macros, and finds the compiler itself behind what may stand before it.
    pub fn new() -> Self {
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output().expect("rustc starts");
        let sysroot = String::from_utf8(sysroot.stdout).expect("a path");
        Self {
            rustc: Path::new(sysroot.trim()).join("bin/rustc"),
            dev: dependencies(false),
            release: dependencies(true),
        }
    }

    /// The command that compiles a source file of [`directory`].
    pub fn compile(&self, file: &Path, goal: Goal) -> Command {
        let directory = file.parent().expect("a file");
        let mut command = Command::new(&self.rustc);
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

    /// The crate as the compiler sees it once our macro has run: the macro's output stands in the
    /// source, the derives and the watched file in it are what they were.
    pub fn expanded(&self, file: &Path, csv: &str) -> String {
        let mut command = self.compile(file, Goal::Check);
        // The only way to see it; what is measured is compiled without.
        let output = command.env("RUSTC_BOOTSTRAP", "1").arg("-Zunpretty=expanded").output().expect("rustc starts");
        assert!(output.status.success(), "{command:?}:\n{}", String::from_utf8_lossy(&output.stderr));
        fold_back(&String::from_utf8(output.stdout).expect("Rust"), csv)
    }
}

/// Builds the runtime crate and the peer's macro.
fn dependencies(is_release: bool) -> Vec<String> {
    let package = package("macros", &format!("{}\ncsv-codegen = \"0.2\"", status_docs()));
    let mut build = cargo_build(&package);
    build.arg("--message-format=json").args(is_release.then_some("--release"));
    let output = build.output().expect("cargo starts");
    assert!(output.status.success(), "the macros do not build:\n{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).expect("JSON");
    let mut flags = Vec::new();
    for name in ["status_docs", "csv_codegen"] {
        flags.extend(["--extern".to_owned(), format!("{name}={}", artifact(&messages, name))]);
    }
    let profile = if is_release { "release" } else { "debug" };
    flags.push(format!("-Ldependency={}", package.join("target").join(profile).join("deps").display()));
    flags
}

/// The library in cargo's messages; our macros are in one that is linked, the peer's is loaded.
fn artifact<'m>(messages: &'m str, name: &str) -> &'m str {
    let message = messages
        .lines()
        .rfind(|line| line.contains("\"compiler-artifact\"") && line.contains(&format!("\"name\":\"{name}\"")));
    let files = message.and_then(|line| line.split("\"filenames\":[").nth(1)).expect("cargo names the files");
    let files = files.split(']').next().unwrap_or_default().split(',').map(|file| file.trim_matches('"'));
    let is_linked = |file: &&str| Path::new(file).extension().is_none_or(|extension| extension != "rmeta");
    files.into_iter().find(is_linked).expect("a library")
}

/// Takes back what the compiler's own macros expanded to.
fn fold_back(expanded: &str, csv: &str) -> String {
    const DERIVE: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, \
                          ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]";
    let mut source = String::with_capacity(expanded.len());
    let mut lines = expanded.lines();
    let mut is_file = false;
    while let Some(line) = lines.next() {
        // The watched file stands behind its type, on a line of its own.
        let is_file = std::mem::replace(&mut is_file, line.ends_with("let _: &[::core::primitive::u8] ="));
        if line == "#[automatically_derived]" {
            // An impl, on one line or up to a brace at the margin; more attributes may stand before it.
            let _ = lines.by_ref().find(|line| (line.ends_with('}') && line.starts_with("impl")) || *line == "}");
        } else if line == "#![feature(prelude_import)]" || line == "extern crate std;" || line.contains("prelude") {
            // Stands in every crate.
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
