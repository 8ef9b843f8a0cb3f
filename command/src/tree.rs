//! Where files are read from: the working tree, or a revision of git.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use crate::Failure;
use crate::path::shown;

/// The files of a package, all of them by absolute paths.
#[derive(Debug)]
pub enum Tree {
    /// As they are on the disk.
    Disk,
    /// As they were at a revision.
    Revision(Revision),
}

/// A revision of a git repository.
#[derive(Debug)]
pub struct Revision {
    /// The top of the repository.
    top: PathBuf,
    /// By their paths from the top.
    blobs: BTreeMap<PathBuf, Blob>,
}

#[derive(Clone, Debug)]
struct Blob {
    is_link: bool,
    object: String,
}

impl Tree {
    /// The files of a revision of the repository that a folder is in.
    pub fn at(revision: &str, folder: &Path) -> Result<Self, Failure> {
        let top = git(folder, &["rev-parse", "--show-toplevel"]).map_err(|failure| {
            let is_none = failure.to_string().contains("not a git repository");
            let said = || {
                Failure::usage(format!("{revision:?} is not a file, and {} is not in a git repository", shown(folder)))
            };
            if is_none { said() } else { failure }
        })?;
        let top = PathBuf::from(String::from_utf8_lossy(&top).trim_end());
        let commit = format!("{revision}^{{commit}}");
        let find = |commit: &str| git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", commit]);
        let commit = find(&commit).map_err(|_| {
            let remote = format!("origin/{revision}");
            if find(&format!("{remote}^{{commit}}")).is_ok() {
                return Failure::usage(format!("{revision:?} is not a branch here; did you mean {remote}?"));
            }
            if is_shallow(folder) {
                return Failure::usage(format!(
                    "{revision:?} is not in this clone, which is shallow: fetch-depth: 0 (actions/checkout), or git fetch \
                     --unshallow"
                ));
            }
            Failure::usage(format!(
                "{revision:?} is neither a file nor a revision of the repository in {}",
                shown(&top)
            ))
        })?;
        let commit = String::from_utf8_lossy(&commit).trim_end().to_owned();
        let listed = git(&top, &["ls-tree", "-r", "-z", "--full-tree", &commit])?;
        let blobs = String::from_utf8_lossy(&listed).split('\0').filter_map(blob).collect();
        // Symbolic links on the way to the repository would make two paths of one.
        let top = fs::canonicalize(&top).unwrap_or(top);
        Ok(Self::Revision(Revision { top, blobs }))
    }

    /// The top of the repository that a revision is of.
    pub(crate) fn top(&self) -> Option<&Path> {
        match self {
            Self::Disk => None,
            Self::Revision(revision) => Some(&revision.top),
        }
    }

    /// What a file holds.
    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self {
            Self::Disk => fs::read(path),
            Self::Revision(revision) => revision.read(path),
        }
    }

    /// The same as text.
    pub fn read_text(&self, path: &Path) -> io::Result<String> {
        String::from_utf8(self.read(path)?).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"))
    }

    /// Whether there is such a file.
    pub fn is_file(&self, path: &Path) -> bool {
        match self {
            Self::Disk => path.is_file(),
            Self::Revision(revision) => revision.resolve(path).is_some(),
        }
    }

    /// The names in a folder, sorted; none if there is no such folder.
    pub fn list(&self, folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = match self {
            Self::Disk => fs::read_dir(folder)
                .into_iter()
                .flatten()
                .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
                .collect(),
            Self::Revision(revision) => revision.list(folder),
        };
        names.sort();
        names.dedup();
        names
    }
}

/// A line of `git ls-tree`: mode, type and object before a tab, the path after it.
fn blob(line: &str) -> Option<(PathBuf, Blob)> {
    let (about, path) = line.split_once('\t')?;
    let mut about = about.split(' ');
    let (mode, kind, object) = (about.next()?, about.next()?, about.next()?);
    (kind == "blob").then(|| (PathBuf::from(path), Blob { is_link: mode == "120000", object: object.to_owned() }))
}

impl Revision {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let blob = self.resolve(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        git(&self.top, &["cat-file", "blob", &blob.object]).map_err(|failure| io::Error::other(failure.to_string()))
    }

    /// The file that a path leads to, over links.
    fn resolve(&self, path: &Path) -> Option<&Blob> {
        const MOST_LINKS: usize = 8;
        let mut path = self.inner(path)?;
        for _ in 0..MOST_LINKS {
            let blob = self.blobs.get(&path)?;
            if !blob.is_link {
                return Some(blob);
            }
            let target = git(&self.top, &["cat-file", "blob", &blob.object]).ok()?;
            path = normal(&path.parent()?.join(String::from_utf8(target).ok()?))?;
        }
        None
    }

    fn list(&self, folder: &Path) -> Vec<String> {
        let Some(folder) = self.inner(folder) else { return Vec::new() };
        let inside = self.blobs.keys().filter_map(|path| path.strip_prefix(&folder).ok());
        inside.filter_map(|path| Some(path.components().next()?.as_os_str().to_str()?.to_owned())).collect()
    }

    /// The path from the top of the repository.
    fn inner(&self, path: &Path) -> Option<PathBuf> {
        let path = normal(path)?;
        let inner = path.strip_prefix(&self.top).map(Path::to_owned);
        inner.ok().or_else(|| Some(canonical(&path).strip_prefix(&self.top).ok()?.to_owned()))
    }
}

/// The path with the part of it that exists on the disk in its canonical form.
fn canonical(path: &Path) -> PathBuf {
    for folder in path.ancestors().skip(1) {
        if let (Ok(folder_on_disk), Ok(rest)) = (fs::canonicalize(folder), path.strip_prefix(folder)) {
            return folder_on_disk.join(rest);
        }
    }
    path.to_owned()
}

/// The path without `.` and `..`; `None` if it leads out.
pub(crate) fn normal(path: &Path) -> Option<PathBuf> {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                if !normal.pop() {
                    return None;
                }
            }
            other => normal.push(other),
        }
    }
    Some(normal)
}

/// What a git command prints.
/// Whether a clone has the last commits alone.
pub(crate) fn is_shallow(folder: &Path) -> bool {
    git(folder, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said.starts_with(b"true"))
}

pub(crate) fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
    let mut command = Command::new(OsStr::new("git"));
    command.arg("-C").arg(folder).args(arguments);
    let output = command.output().map_err(|error| Failure::usage(format!("git cannot be started: {error}")))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Failure::usage(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim_end())))
}
