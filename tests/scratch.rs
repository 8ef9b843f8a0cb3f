//! A scratch crate outside the workspace, with a path dependency on `status-docs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use serde_json::Value;

/// A crate of its own under the target directory. All scratch crates share one target directory,
/// so that what they depend on is built once.
#[derive(Debug)]
pub struct Scratch {
    name: String,
    dir: PathBuf,
    target: PathBuf,
}

/// What the compiler said about one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The binary or library it was said of.
    pub target: String,
    /// `error` or `warning`.
    pub level: String,
    /// Line and column of the primary span.
    pub place: (u64, u64),
    /// The source text under the primary span.
    pub source: String,
    /// The message without its children.
    pub message: String,
}

impl Scratch {
    /// An empty crate directory; `tmp` is the caller's `env!("CARGO_TARGET_TMPDIR")`.
    #[must_use]
    pub fn new(tmp: &str, name: &str) -> Self {
        let dir = Path::new(tmp).join(name);
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("src")).expect("the target directory can be written");
        let scratch = Self { name: name.to_owned(), dir, target: Path::new(tmp).join("scratch-target") };
        // The versions that the workspace was resolved to, so that nothing is looked up.
        fs::copy(workspace().join("Cargo.lock"), scratch.dir.join("Cargo.lock"))
            .expect("the workspace has a lock file");
        scratch
    }

    /// Writes the manifest of a package of the crate's name, so that tests that run side by side do not
    /// take each other's binaries; with an edition, `status-docs`, and whatever else is given as the
    /// lines of `[dependencies]`.
    pub fn manifest(&self, edition: &str, dependencies: &str) {
        let runtime = toml_string(&workspace().join("runtime"));
        self.manifest_text(&format!(
            "[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n\n[workspace]\n\n\
             [dependencies]\nstatus-docs = {{ path = {runtime} }}\n{dependencies}\n",
            self.name,
        ));
    }

    /// Writes the manifest as it stands.
    pub fn manifest_text(&self, text: &str) {
        self.write("Cargo.toml", text);
    }

    /// Writes a file of the crate.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.dir.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }

    /// Writes a file anew, as if a little later: cargo does not see a change within the time that the
    /// file system tells apart.
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
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(args).current_dir(&self.dir);
        cargo.env("CARGO_TARGET_DIR", &self.target).env("CARGO_NET_OFFLINE", "true");
        // What the outer cargo sets for us is not for the inner one.
        for name in ["RUSTFLAGS", "RUSTDOCFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_MANIFEST_DIR", "RUSTC_WRAPPER"] {
            cargo.env_remove(name);
        }
        cargo
    }

    /// Runs a cargo command that has to succeed, and gives what it printed.
    pub fn run(&self, args: &[&str]) -> String {
        let output = self.cargo(args).output().expect("cargo can be started");
        assert!(output.status.success(), "cargo {args:?} failed:\n{}", text(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What the compiler says about the crate's own targets, target by target, in its own order.
    #[must_use]
    pub fn diagnostics(&self, args: &[&str]) -> Vec<Diagnostic> {
        let output = self.cargo(args).arg("--message-format=json").output().expect("cargo can be started");
        let stdout = String::from_utf8_lossy(&output.stdout);
        let messages: Vec<Value> = stdout.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        assert!(!messages.is_empty(), "cargo {args:?} said nothing:\n{}", text(&output));
        let mut diagnostics: Vec<Diagnostic> = messages.iter().filter_map(diagnostic).collect();
        diagnostics.sort_by(|a, b| a.target.cmp(&b.target));
        diagnostics
    }
}

/// A compiler message of cargo's, if it is about a place or says more than a summary.
fn diagnostic(message: &Value) -> Option<Diagnostic> {
    if message["reason"] != "compiler-message" {
        return None;
    }
    let said = &message["message"];
    let spans = said["spans"].as_array()?;
    let span = spans.iter().find(|span| span["is_primary"] == true)?;
    let line = &span["text"][0];
    let highlighted = |key: &str| usize::try_from(line[key].as_u64()?.saturating_sub(1)).ok();
    let source = line["text"].as_str().zip(highlighted("highlight_start")).zip(highlighted("highlight_end"));
    Some(Diagnostic {
        target: message["target"]["name"].as_str()?.to_owned(),
        level: said["level"].as_str()?.to_owned(),
        place: (span["line_start"].as_u64()?, span["column_start"].as_u64()?),
        source: source.map_or(String::new(), |((text, start), end)| {
            text.chars().skip(start).take(end.saturating_sub(start)).collect()
        }),
        message: said["message"].as_str()?.to_owned(),
    })
}

/// The root of this workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// A path as a TOML string.
#[must_use]
pub fn toml_string(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}

/// All that a command printed.
#[must_use]
pub fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
