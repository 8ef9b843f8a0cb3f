//! Crates as a user would write them, outside of this workspace: every test and every bench that runs cargo
//! or the compiler makes them here.

mod compiler;
mod diagnostic;
mod manifest;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use serde_json::Value;

pub use compiler::{Compiler, externs};
pub use diagnostic::Diagnostic;
pub use manifest::{Manifest, ours_as, toml_string};

/// A crate of its own under the target directory. All scratch crates share one target directory, so that their
/// dependencies are built once.
#[derive(Debug)]
pub struct Scratch {
    dir: PathBuf,
    target: PathBuf,
}

impl Scratch {
    /// A directory with a manifest and no sources; `tmp` is the caller's `env!("CARGO_TARGET_TMPDIR")`. The
    /// package has the directory's name, so that tests that run side by side do not take each other's binaries.
    #[must_use]
    pub fn new(tmp: &str, name: &str) -> Self {
        let dir = Path::new(tmp).join(name);
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("src")).expect("the target directory can be written");
        let scratch = Self { dir, target: Path::new(tmp).join("scratch-target") };
        // The versions in the workspace's lock file, so that nothing is looked up.
        fs::copy(workspace().join("Cargo.lock"), scratch.dir.join("Cargo.lock"))
            .expect("the workspace has a lock file");
        scratch.manifest(&Manifest::new(name));
        scratch
    }

    /// Writes a manifest other than the default one.
    pub fn manifest(&self, manifest: &Manifest) {
        self.write("Cargo.toml", manifest.to_string());
    }

    /// Writes a file of the crate.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.dir.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }

    /// Rewrites a file with a slightly later time: cargo does not notice a change within the resolution of the file
    /// system's timestamps.
    pub fn rewrite(&self, path: &str, content: impl AsRef<[u8]>) {
        self.write(path, content);
        let later = SystemTime::now() + Duration::from_secs(2);
        let file = fs::File::options().write(true).open(self.dir.join(path));
        file.and_then(|file| file.set_modified(later)).expect("the time of a file can be set");
    }

    /// The crate's directory.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The target directory that scratch crates share.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// A cargo command in the crate, without network.
    #[must_use]
    pub fn cargo(&self, args: &[&str]) -> Command {
        let mut cargo = self.downloading_cargo(args);
        cargo.env("CARGO_NET_OFFLINE", "true");
        cargo
    }

    /// A cargo command that may download what is not in cargo's cache, such as a crate of another platform, which the
    /// workspace's own build has not needed.
    #[must_use]
    pub fn downloading_cargo(&self, args: &[&str]) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(args).current_dir(&self.dir).env("CARGO_TARGET_DIR", &self.target);
        // Variables that the outer cargo sets are not meant for the inner one.
        for name in ["RUSTFLAGS", "RUSTDOCFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_MANIFEST_DIR", "RUSTC_WRAPPER"] {
            cargo.env_remove(name);
        }
        cargo
    }

    /// Runs a cargo command that has to succeed, and returns what it printed.
    pub fn run(&self, args: &[&str]) -> String {
        output(self.cargo(args))
    }

    /// What the compiler says about the crate's own targets, target by target, in its own order.
    #[must_use]
    pub fn diagnostics(&self, args: &[&str]) -> Vec<Diagnostic> {
        let output = self.cargo(args).arg("--message-format=json").output().expect("cargo can be started");
        let stdout = String::from_utf8_lossy(&output.stdout);
        let messages: Vec<Value> = stdout.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        assert!(!messages.is_empty(), "cargo {args:?} said nothing:\n{}", text(&output));
        let mut diagnostics: Vec<Diagnostic> = messages.iter().filter_map(diagnostic::diagnostic).collect();
        diagnostics.sort_by(|a, b| a.target.cmp(&b.target));
        diagnostics
    }
}

/// The root of this workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// Runs a command that has to succeed, and returns what it printed.
pub fn output(mut command: Command) -> String {
    let output = command.output().expect("the command can be started");
    assert!(output.status.success(), "{command:?} failed:\n{}", text(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// All that a command printed.
#[must_use]
pub fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
