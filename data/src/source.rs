//! Where the bytes of a table come from: one regular file inside the user's package or its `OUT_DIR`, within
//! limits, or an embedded table. The only room that touches the file system.

use std::borrow::Cow;
use std::env;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::name;
use crate::order;
use crate::reference::{Origin, Reference};
use crate::rule::Rule;
use crate::text;

/// The largest file of an enum: 16 MiB.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The largest file of an open table, and the largest that is read: 64 MiB.
pub const MAX_OPEN_BYTES: u64 = 64 * 1024 * 1024;

/// How a path begins that leads to what the build script wrote.
const OUT_DIR: &str = "$OUT_DIR/";

/// The folders that a path may lead into, and the one that messages are read in.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// That of the user's `Cargo.toml`.
    pub package: Option<PathBuf>,
    /// Where the package's build script writes, if it has one.
    pub out: Option<PathBuf>,
    /// Where the compiler runs: in a workspace, that is not the folder of the package.
    pub current: Option<PathBuf>,
}

impl Folders {
    /// Those of the crate that is compiled.
    pub fn of_build() -> Self {
        let folder = |name| env::var_os(name).map(PathBuf::from);
        Self { package: folder("CARGO_MANIFEST_DIR"), out: folder("OUT_DIR"), current: env::current_dir().ok() }
    }
}

impl Folders {
    /// The path of a table whose folder is relative to where the compiler runs, as some build systems have it, from the
    /// root on; `None` where the folder is known from the root on. Links are not resolved.
    pub fn made_absolute(&self, typed: &str) -> Option<String> {
        let (folder, inner) = folder(self, typed);
        let folder = folder.ok().filter(|folder| folder.is_relative())?;
        self.current.as_ref()?.join(folder).join(inner).into_os_string().into_string().ok()
    }
}

/// The part of a path that is within `OUT_DIR`, if it leads there.
pub fn within_out_dir(typed: &str) -> Option<&str> {
    typed.strip_prefix(OUT_DIR)
}

/// The bytes of a table and the names it goes by.
#[derive(Clone, Debug)]
pub struct Source {
    file: String,
    shown: String,
    bytes: Cow<'static, [u8]>,
    origin: Origin,
}

impl Source {
    /// The bytes of a reference.
    pub fn reference(reference: &'static Reference) -> Self {
        Self::of(reference.file, Cow::Borrowed(reference.bytes), Origin::Reference(reference))
    }

    /// A table held in memory, for tests and tools.
    pub fn from_bytes(file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::of(file, Cow::Owned(bytes.into()), Origin::Own)
    }

    fn of(file: &str, bytes: Cow<'static, [u8]>, origin: Origin) -> Self {
        Self { file: file.to_owned(), shown: file.to_owned(), bytes, origin }
    }

    /// Reads the file `typed`, a path relative to the root of the user's package, or one in `$OUT_DIR/`.
    ///
    /// # Errors
    ///
    /// One finding if the path leads elsewhere, or if there is no regular, readable file of at most [`MAX_OPEN_BYTES`].
    /// Nothing is opened before it is known to be a regular file: a FIFO would hang the compiler.
    pub fn open(folders: &Folders, typed: &str) -> Result<Self, Finding> {
        let shown = shown(folders, typed);
        match read(folders, typed) {
            Ok(bytes) => Ok(Self { shown, ..Self::of(typed, Cow::Owned(bytes), Origin::Own) }),
            Err((rule, message)) => Err(Finding::of_file(shown, rule, message)),
        }
    }

    /// The same, if it is not too large for a table of this kind.
    ///
    /// # Errors
    ///
    /// A finding if it has more than [`MAX_BYTES`], or is an open table's and has more than [`MAX_OPEN_BYTES`].
    pub fn of_kind(self, is_open: bool) -> Result<Self, Finding> {
        let bytes = self.bytes.len() as u64;
        let is_too_large = self.origin.is_own() && bytes > if is_open { MAX_OPEN_BYTES } else { MAX_BYTES };
        if is_too_large { Err(Finding::of_file(self.shown, Rule::LargeFile, too_large(bytes))) } else { Ok(self) }
    }

    /// The name of the file as the user typed it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Its name in findings: relative to where the compiler runs, so that a click opens it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// What the file holds.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether it is the user's file, which a build has to watch, or a reference.
    pub fn origin(&self) -> Origin {
        self.origin
    }
}

/// The bytes of the file that was typed, or what is wrong with it.
fn read(folders: &Folders, typed: &str) -> Result<Vec<u8>, (Rule, String)> {
    let of_path = |message| (Rule::FilePath, message);
    check_variable(typed).map_err(of_path)?;
    let (folder, inner) = folder(folders, typed);
    check_path(inner, within_out_dir(typed).is_some()).map_err(of_path)?;
    let path = folder.map_err(of_path)?.join(inner);
    let metadata = fs::metadata(&path).map_err(|error| describe(&error, &path, typed))?;
    if metadata.is_dir() {
        return Err(of_path("this is a directory; name the CSV file in it".to_owned()));
    }
    if !metadata.is_file() {
        return Err(of_path("this is not a regular file; a table is read from a regular file only".to_owned()));
    }
    let large = |bytes: u64| Err((Rule::LargeFile, too_large(bytes)));
    if metadata.len() > MAX_OPEN_BYTES {
        return large(metadata.len());
    }
    let bytes = File::open(&path).and_then(bytes_of).map_err(|error| describe(&error, &path, typed))?;
    if bytes.len() as u64 > MAX_OPEN_BYTES { large(bytes.len() as u64) } else { Ok(bytes) }
}

fn too_large(bytes: u64) -> String {
    format!("the file has {bytes} bytes, a table may have {MAX_BYTES} (16 MiB); split it or drop columns")
}

/// What is in a file, and of one that has grown since, a byte more than it may have.
fn bytes_of(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MAX_OPEN_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The folder that a path leads into, and the path within it.
fn folder<'f, 't>(folders: &'f Folders, typed: &'t str) -> (Result<&'f Path, String>, &'t str) {
    let (folder, inner, missing) = match within_out_dir(typed) {
        Some(inner) => {
            let missing =
                "OUT_DIR is not set, since the package has no build script (build.rs) that could write a table";
            (&folders.out, inner, missing)
        }
        None => {
            let missing = "CARGO_MANIFEST_DIR is not set, so there is no package to look in; build with cargo";
            (&folders.package, typed, missing)
        }
    };
    (folder.as_deref().ok_or_else(|| missing.to_owned()), inner)
}

/// The path relative to where the compiler runs; as it was typed if it does not lead down from there. Never an
/// absolute one, so that messages are the same on every machine.
fn shown(folders: &Folders, typed: &str) -> String {
    let (folder, inner) = folder(folders, typed);
    let below = || {
        let below = folder.ok()?.strip_prefix(folders.current.as_ref()?).ok()?;
        let parts = below.iter().map(|part| part.to_str()).collect::<Option<Vec<&str>>>()?;
        Some(parts.join("/")).filter(|below| !below.is_empty())
    };
    match below() {
        Some(below) if check_path(inner, false).is_ok() => format!("{below}/{}", inner.trim_start_matches("./")),
        _ => typed.to_owned(),
    }
}

/// Of variables, a path may begin with `$OUT_DIR/`.
fn check_variable(typed: &str) -> Result<(), String> {
    if let Some(rest) = ["$CARGO_MANIFEST_DIR/", "${CARGO_MANIFEST_DIR}/"].iter().find_map(|v| typed.strip_prefix(v)) {
        return Err(format!("paths are relative to the package's Cargo.toml by themselves; write \"{rest}\""));
    }
    let variable = typed.split('/').next().unwrap_or_default();
    let inner = variable.trim_start_matches(['$', '%', '{', '(']).trim_end_matches([')', '}', '%']);
    let is_name = !inner.is_empty() && text::all(inner, |byte| byte.is_ascii_uppercase() || byte == '_');
    if variable != "$OUT_DIR" && text::begins_with_one_of(variable, "$%{") && is_name {
        return Err(
            "of variables, only $OUT_DIR can be in a path, at its beginning: csv = \"$OUT_DIR/faults.csv\"".to_owned()
        );
    }
    if typed.trim_end_matches('/') == "$OUT_DIR" {
        return Err("this is a directory; name the CSV file in it".to_owned());
    }
    Ok(())
}

/// A path that stays inside its folder, written so that it means the same on every platform.
fn check_path(typed: &str, is_out: bool) -> Result<(), String> {
    let inside = "move the table into the package, or put a link to it there";
    if typed.trim().is_empty() {
        return Err("the path is empty; write it relative to the package's Cargo.toml".to_owned());
    }
    if typed.contains('\\') {
        return Err(format!(
            "the path has a backslash; write \"{}\", which works on every platform",
            typed.replace('\\', "/")
        ));
    }
    if typed.contains('\0') {
        return Err("the path has a NUL character".to_owned());
    }
    let has_drive = typed.as_bytes().get(1) == Some(&b':');
    if typed.starts_with('/') || has_drive {
        return Err(format!(
            "the path is absolute, and would name another file on another machine; write it relative to the \
             package's Cargo.toml ({inside})"
        ));
    }
    if typed.split('/').any(|part| part == "..") && is_out {
        return Err(
            "the path leads out of OUT_DIR with \"..\"; let the build script write the table into it".to_owned()
        );
    }
    if typed.split('/').any(|part| part == "..") {
        return Err(format!(
            "the path leads out of the package with \"..\", where cargo neither packages it nor sees it change; {inside}"
        ));
    }
    Ok(())
}

/// The sentence for an error of the operating system, in our words.
fn describe(error: &io::Error, path: &Path, typed: &str) -> (Rule, String) {
    match error.kind() {
        io::ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
            (Rule::MissingFile, "this is a link to a file that does not exist".to_owned())
        }
        io::ErrorKind::NotFound => {
            let mut message = match within_out_dir(typed) {
                Some(_) => "there is no such file; the build script (build.rs) has to write it there".to_owned(),
                None => "there is no such file; the path is relative to the package's Cargo.toml".to_owned(),
            };
            if let Some(neighbour) = neighbour(path, typed) {
                message.push_str("; did you mean \"");
                message.push_str(&neighbour);
                message.push_str("\"?");
            } else if within_out_dir(typed).is_none() && path.parent().is_some_and(|folder| !folder.exists()) {
                message.push_str("; is the folder copied to where the build runs?");
            }
            (Rule::MissingFile, message)
        }
        io::ErrorKind::PermissionDenied => {
            (Rule::UnreadableFile, "the file may not be read; check its permissions".to_owned())
        }
        _ => (Rule::UnreadableFile, format!("the file cannot be read ({error})")),
    }
}

/// A file beside the missing one whose name is close to it, as the user would type it.
fn neighbour(path: &Path, typed: &str) -> Option<String> {
    let folder = path.parent()?;
    let wanted = path.file_name()?.to_str()?;
    let mut names: Vec<String> = fs::read_dir(folder)
        .ok()?
        // Enough for a folder of tables; one with a million files must not stall the build.
        .take(1_000)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    // A folder is listed in no particular order.
    order::sort(&mut names, Ord::cmp);
    let found = name::closest(wanted, names.iter().map(String::as_str))?;
    let folder_as_typed = typed.rfind('/').and_then(|slash| typed.get(..=slash)).unwrap_or_default();
    Some(format!("{folder_as_typed}{found}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This package is its own out-dir, and lies in the folder where the compiler runs.
    fn folders() -> Folders {
        let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        Folders { package: Some(package.clone()), out: Some(package.clone()), current: Some(package) }
    }

    fn without_rule(finding: &Finding) -> String {
        format!("{}: {}", finding.file.as_deref().unwrap(), finding.message)
    }

    fn open(typed: &str) -> String {
        match Source::open(&folders(), typed) {
            Ok(source) => format!("{} bytes", source.bytes().len() / 1_000_000),
            Err(finding) => without_rule(&finding),
        }
    }

    // Promise: One file
    #[test]
    fn paths_that_are_no_table_of_the_package_are_findings() {
        let cases = [
            ("", ": the path is empty; write it relative to the package's Cargo.toml"),
            ("src\\a.csv", "src\\a.csv: the path has a backslash; write \"src/a.csv\", which works on every platform"),
            ("src", "src: this is a directory; name the CSV file in it"),
            (
                "/etc/hosts",
                "/etc/hosts: the path is absolute, and would name another file on another machine; write it relative \
                 to the package's Cargo.toml (move the table into the package, or put a link to it there)",
            ),
            (
                "a/../b.csv",
                "a/../b.csv: the path leads out of the package with \"..\", where cargo neither packages it nor sees \
                 it change; move the table into the package, or put a link to it there",
            ),
            (
                "htpp.csv",
                "htpp.csv: there is no such file; the path is relative to the package's Cargo.toml; did you mean \
                 \"http.csv\"?",
            ),
            (
                "./src/qqqqqq.csv",
                "./src/qqqqqq.csv: there is no such file; the path is relative to the package's Cargo.toml",
            ),
            (
                "tabels/a.csv",
                "tabels/a.csv: there is no such file; the path is relative to the package's Cargo.toml; is the folder \
                 copied to where the build runs?",
            ),
        ];
        for (typed, said) in cases {
            assert_eq!(open(typed), said);
        }
    }

    #[test]
    fn a_regular_file_is_read() {
        for typed in ["./http.csv", "$OUT_DIR/http.csv"] {
            assert_eq!(open(typed), "0 bytes");
        }
    }

    #[test]
    fn what_a_build_script_wrote_is_in_out_dir() {
        let cases = [
            ("$OUT_DIR/a.csv", "there is no such file; the build script (build.rs) has to write it there"),
            (
                "$OUT_DIR/htpp.csv",
                "there is no such file; the build script (build.rs) has to write it there; did you mean \
                 \"$OUT_DIR/http.csv\"?",
            ),
            ("$OUT_DIR", "this is a directory; name the CSV file in it"),
            ("$OUT_DIR/", "this is a directory; name the CSV file in it"),
            ("$OUT_DIR/src", "this is a directory; name the CSV file in it"),
            (
                "$OUT_DIR/../a.csv",
                "the path leads out of OUT_DIR with \"..\"; let the build script write the table into it",
            ),
            (
                "$OUT_DIR//etc/hosts",
                "the path is absolute, and would name another file on another machine; write it relative to the \
                 package's Cargo.toml (move the table into the package, or put a link to it there)",
            ),
            (
                "$HOME/a.csv",
                "of variables, only $OUT_DIR can be in a path, at its beginning: csv = \"$OUT_DIR/faults.csv\"",
            ),
            (
                "${OUT_DIR}/a.csv",
                "of variables, only $OUT_DIR can be in a path, at its beginning: csv = \"$OUT_DIR/faults.csv\"",
            ),
            (
                "%OUT_DIR%/a.csv",
                "of variables, only $OUT_DIR can be in a path, at its beginning: csv = \"$OUT_DIR/faults.csv\"",
            ),
            (
                "$CARGO_MANIFEST_DIR/tables/a.csv",
                "paths are relative to the package's Cargo.toml by themselves; write \"tables/a.csv\"",
            ),
            ("$a.csv", "there is no such file; the path is relative to the package's Cargo.toml"),
        ];
        for (typed, said) in cases {
            assert_eq!(open(typed), format!("{typed}: {said}"));
        }
        let without = Folders { out: None, ..folders() };
        assert_eq!(
            without_rule(&Source::open(&without, "$OUT_DIR/a.csv").unwrap_err()),
            "$OUT_DIR/a.csv: OUT_DIR is not set, since the package has no build script (build.rs) that could write a table"
        );
    }

    #[test]
    fn findings_name_a_file_from_where_the_compiler_runs() {
        let folders = |package: &str, current: &str| Folders {
            package: Some(package.into()),
            out: Some("/w/target/debug/build/device-1f/out".into()),
            current: Some(current.into()),
        };
        let cases = [
            ("/w", "/w", "tables/a.csv", "tables/a.csv"),
            ("/w", "/w", "./tables/a.csv", "./tables/a.csv"),
            ("/w/crates/device", "/w", "tables/a.csv", "crates/device/tables/a.csv"),
            ("/w/crates/device", "/w", "./a.csv", "crates/device/a.csv"),
            // A package beside the workspace, and a compiler that runs in the package.
            ("/elsewhere/device", "/w", "a.csv", "a.csv"),
            ("/w/crates/device", "/w/crates/device", "a.csv", "a.csv"),
            ("/w/crates/device", "/w", "$OUT_DIR/a.csv", "target/debug/build/device-1f/out/a.csv"),
            ("/w/crates/device", "/w/crates/device", "$OUT_DIR/a.csv", "$OUT_DIR/a.csv"),
            ("/w/crates/device", "/w", "../a.csv", "../a.csv"),
        ];
        for (package, current, typed, expected) in cases {
            assert_eq!(shown(&folders(package, current), typed), expected, "{package} from {current}");
        }
    }

    #[test]
    fn a_table_is_called_as_it_was_typed_and_shown_from_where_the_compiler_runs() {
        let folders = folders();
        let workspace = folders.package.as_ref().unwrap().parent().map(Path::to_owned);
        let source = Source::open(&Folders { current: workspace, ..folders }, "http.csv").unwrap();
        assert_eq!((source.file(), source.shown()), ("http.csv", "data/http.csv"));
    }

    #[test]
    fn what_the_system_says_is_said_in_our_words() {
        for (kind, said) in [
            (io::ErrorKind::PermissionDenied, "the file may not be read; check its permissions"),
            (io::ErrorKind::Interrupted, "the file cannot be read (operation interrupted)"),
        ] {
            assert_eq!(describe(&kind.into(), Path::new("a.csv"), "a.csv"), (Rule::UnreadableFile, said.to_owned()));
        }
        assert_eq!(bytes_of(io::repeat(b'1')).unwrap().len() as u64, MAX_OPEN_BYTES + 1);
    }

    #[test]
    fn the_folders_of_a_build_are_those_that_cargo_names() {
        let folders = Folders::of_build();
        assert_eq!(folders.package, env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from));
        assert_eq!(folders.out, env::var_os("OUT_DIR").map(PathBuf::from));
        assert_eq!(folders.current, Some(env::current_dir().unwrap()));
    }

    #[test]
    fn without_a_package_only_the_embedded_table_works() {
        let finding = Source::open(&Folders::default(), "a.csv").unwrap_err();
        assert_eq!(
            without_rule(&finding),
            "a.csv: CARGO_MANIFEST_DIR is not set, so there is no package to look in; build with cargo"
        );
    }

    #[cfg(target_os = "linux")]
    // Promise: One file
    #[test]
    fn what_is_no_regular_file_is_never_opened() {
        let folder = std::env::temp_dir().join(format!("status-docs-source-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = File::create(folder.join("huge.csv")).unwrap();
        file.set_len(1 << 30).unwrap();
        let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
        link("/dev/zero", "zero.csv");
        link("loop.csv", "loop.csv");
        link("nowhere.csv", "dangling.csv");
        let folders = Folders { package: Some(folder.clone()), ..Folders::default() };
        let said = |name: &str| without_rule(&Source::open(&folders, name).unwrap_err());
        let huge = said("huge.csv");
        let zero = said("zero.csv");
        let endless = said("loop.csv");
        let dangling = said("dangling.csv");
        file.set_len(MAX_BYTES + 1).unwrap();
        let of_kind = |is_open: bool| Source::open(&folders, "huge.csv").and_then(|source| source.of_kind(is_open));
        let larger = without_rule(&of_kind(false).unwrap_err());
        let open = of_kind(true).map(|source| source.bytes().len() as u64);
        file.set_len(MAX_BYTES).unwrap();
        let largest = of_kind(false).map(|source| source.bytes().len() as u64);
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!((largest, open), (Ok(MAX_BYTES), Ok(MAX_BYTES + 1)));
        assert_eq!(
            larger,
            "huge.csv: the file has 16777217 bytes, a table may have 16777216 (16 MiB); split it or drop columns"
        );
        assert_eq!(
            huge,
            "huge.csv: the file has 1073741824 bytes, a table may have 16777216 (16 MiB); split it or drop columns"
        );
        assert_eq!(zero, "zero.csv: this is not a regular file; a table is read from a regular file only");
        assert_eq!(dangling, "dangling.csv: this is a link to a file that does not exist");
        assert!(endless.starts_with("loop.csv: the file cannot be read ("), "{endless}");
    }
}
