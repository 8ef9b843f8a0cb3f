//! The compiler without cargo, for counting and timing: a single process.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The compiler itself, not what rustup puts before it.
#[derive(Debug)]
pub struct Compiler {
    sysroot: PathBuf,
}

impl Compiler {
    /// The one that is on the path.
    pub fn of_path() -> Self {
        let output = Command::new("rustc").args(["--print", "sysroot"]).output().expect("rustc starts");
        Self { sysroot: PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()) }
    }

    /// Its program.
    #[must_use]
    pub fn program(&self) -> PathBuf {
        self.sysroot.join("bin/rustc")
    }

    /// What it needs in its environment, where it is started by another program.
    #[must_use]
    pub fn env(&self) -> [(&'static str, PathBuf); 1] {
        [("LD_LIBRARY_PATH", self.sysroot.join("lib"))]
    }
}

/// Builds the dependencies of a scratch crate, and returns the flags with which the compiler finds them.
///
/// `command` is one of the crate's, such as `cargo build`.
#[must_use]
pub fn externs(mut command: Command, crates: &[&str]) -> Vec<String> {
    let output = command.arg("--message-format=json").output().expect("cargo can be started");
    assert!(output.status.success(), "{command:?} failed:\n{}", super::text(&output));
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages: Vec<Value> = messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let mut flags = Vec::new();
    for name in crates {
        let library = artifact(&messages, name);
        let folder = library.parent().expect("a file has a folder").display();
        flags.push(format!("--extern={name}={}", library.display()));
        flags.push(format!("-Ldependency={folder}"));
    }
    flags
}

/// The library of a crate: the linked file rather than the `.rmeta`, if both were written.
fn artifact(messages: &[Value], name: &str) -> PathBuf {
    let message = messages
        .iter()
        .rfind(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == name)
        .unwrap_or_else(|| panic!("cargo builds no {name}"));
    let files = message["filenames"].as_array().expect("a list of files");
    let files: Vec<&Path> = files.iter().filter_map(Value::as_str).map(Path::new).collect();
    let is_linked = |file: &&&Path| file.extension().is_none_or(|extension| extension != "rmeta");
    files.iter().find(is_linked).or(files.first()).expect("a file").to_path_buf()
}
