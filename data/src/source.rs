//! Where the bytes of a table come from: one regular file inside the user's package, within
//! limits, or an embedded table. The only room that touches the file system.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::name;
use crate::reference::{Origin, Reference};
use crate::report::{Finding, Subject};

/// The largest file that is read: 16 MiB.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The bytes of a table and the name it goes by in findings.
#[derive(Clone, Debug)]
pub struct Source {
    file: String,
    bytes: Cow<'static, [u8]>,
    origin: Origin,
}

impl Source {
    /// The bytes of a reference.
    pub fn reference(reference: &'static Reference) -> Self {
        let origin = Origin::Reference(reference);
        Self { file: reference.file.to_owned(), bytes: Cow::Borrowed(reference.bytes), origin }
    }

    /// A table held in memory, for tests and tools.
    pub fn from_bytes(file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { file: file.to_owned(), bytes: Cow::Owned(bytes.into()), origin: Origin::Own }
    }

    /// Reads the file `typed`, a path relative to the root of the user's package.
    ///
    /// # Errors
    ///
    /// One finding if the path leads out of the package, or if there is no regular, readable file
    /// of at most [`MAX_BYTES`]. Nothing is opened before it is known to be a regular file: a FIFO
    /// would hang the compiler.
    pub fn open(package: Option<&Path>, typed: &str) -> Result<Self, Finding> {
        let wrong =
            |message: String| Finding { file: Some(typed.to_owned()), place: None, subject: Subject::Table, message };
        check_path(typed).map_err(wrong)?;
        let package = package.ok_or_else(|| {
            wrong("CARGO_MANIFEST_DIR is not set, so there is no package to look in; build with cargo".to_owned())
        })?;
        let path = package.join(typed);
        let metadata = fs::metadata(&path).map_err(|error| wrong(describe(&error, &path, typed)))?;
        if metadata.is_dir() {
            return Err(wrong("this is a directory; name the CSV file in it".to_owned()));
        }
        if !metadata.is_file() {
            return Err(wrong("this is not a regular file; a table is read from a regular file only".to_owned()));
        }
        let too_large = |bytes: u64| {
            wrong(format!(
                "the file has {bytes} bytes, a table may have {MAX_BYTES} (16 MiB); split it or drop columns"
            ))
        };
        if metadata.len() > MAX_BYTES {
            return Err(too_large(metadata.len()));
        }
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
            .map_err(|error| wrong(describe(&error, &path, typed)))?;
        let read = bytes.len() as u64;
        if read > MAX_BYTES {
            return Err(too_large(read));
        }
        Ok(Self { file: typed.to_owned(), bytes: Cow::Owned(bytes), origin: Origin::Own })
    }

    /// The name of the file as the user typed it.
    pub fn file(&self) -> &str {
        &self.file
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

/// A path that stays inside the package, written so that it means the same on every platform.
fn check_path(typed: &str) -> Result<(), String> {
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
    if typed.split('/').any(|part| part == "..") {
        return Err(format!(
            "the path leads out of the package with \"..\", where cargo neither packages it nor sees it change; {inside}"
        ));
    }
    Ok(())
}

/// The sentence for an error of the operating system, in our words.
fn describe(error: &io::Error, path: &Path, typed: &str) -> String {
    match error.kind() {
        io::ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
            "this is a link to a file that does not exist".to_owned()
        }
        io::ErrorKind::NotFound => {
            let mut message = "there is no such file; the path is relative to the package's Cargo.toml".to_owned();
            if let Some(neighbour) = neighbour(path, typed) {
                message.push_str("; did you mean \"");
                message.push_str(&neighbour);
                message.push_str("\"?");
            }
            message
        }
        io::ErrorKind::PermissionDenied => "the file may not be read; check its permissions".to_owned(),
        _ => format!("the file cannot be read ({error})"),
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
    names.sort();
    let found = name::closest(wanted, names.iter().map(String::as_str))?;
    let folder_as_typed = typed.rfind('/').and_then(|slash| typed.get(..=slash)).unwrap_or_default();
    Some(format!("{folder_as_typed}{found}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(typed: &str) -> String {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        match Source::open(Some(package), typed) {
            Ok(source) => format!("{} bytes", source.bytes().len() / 1_000_000),
            Err(finding) => finding.to_string(),
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
        ];
        for (typed, said) in cases {
            assert_eq!(open(typed), said);
        }
    }

    #[test]
    fn a_regular_file_is_read() {
        assert_eq!(open("./http.csv"), "0 bytes");
    }

    #[test]
    fn without_a_package_only_the_embedded_table_works() {
        let finding = Source::open(None, "a.csv").unwrap_err();
        assert_eq!(
            finding.to_string(),
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
        let said = |name: &str| Source::open(Some(&folder), name).unwrap_err().to_string();
        let huge = said("huge.csv");
        let zero = said("zero.csv");
        let endless = said("loop.csv");
        let dangling = said("dangling.csv");
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            huge,
            "huge.csv: the file has 1073741824 bytes, a table may have 16777216 (16 MiB); split it or drop columns"
        );
        assert_eq!(zero, "zero.csv: this is not a regular file; a table is read from a regular file only");
        assert_eq!(dangling, "dangling.csv: this is a link to a file that does not exist");
        assert!(endless.starts_with("loop.csv: the file cannot be read ("), "{endless}");
    }
}
