//! What the paths of a command line mean: files, folders, patterns, and standard input.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Failure;
use crate::path::{relative, shown};

/// What standard input is called.
pub(crate) const STDIN: &str = "<stdin>";

/// Extensions of files that are tables.
const TABLES: [&str; 7] = ["csv", "tsv", "tab", "xlsx", "xlsm", "xls", "ods"];

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// What is piped in.
    Stdin,
    /// A path from the project's folder.
    File(PathBuf),
}

/// The files that paths mean, each once; and what cannot be found.
pub(crate) fn expand(root: &Path, paths: &[PathBuf]) -> (Vec<Given>, Vec<Failure>) {
    let (mut files, mut failures): (Vec<Given>, _) = (Vec::new(), Vec::new());
    for path in paths {
        match meant(root, path) {
            Ok(meant) => {
                for given in meant {
                    if !files.contains(&given) {
                        files.push(given);
                    }
                }
            }
            Err(failure) => failures.push(failure),
        }
    }
    (files, failures)
}

fn meant(root: &Path, path: &Path) -> Result<Vec<Given>, Failure> {
    if ["-", "/dev/stdin", "/dev/fd/0"].iter().any(|stdin| path.as_os_str() == *stdin) {
        return Ok(vec![Given::Stdin]);
    }
    let full = root.join(path);
    if full.is_dir() {
        let files = tables_in(&full);
        if files.is_empty() {
            let message = format!("{}: there is no table in this folder (.csv, .tsv, .xlsx, .ods …)", shown(path));
            return Err(Failure::usage(message));
        }
        // As the folder is typed: `./tables` gives `./tables/faults.csv`.
        let inner = |file: PathBuf| file.strip_prefix(&full).map_or(file.clone(), |inner| path.join(inner));
        return Ok(files.into_iter().map(|file| Given::File(inner(file))).collect());
    }
    let text = path.to_string_lossy();
    if !full.exists() && text.contains(['*', '?', '[']) {
        return matching(root, &text);
    }
    Ok(vec![Given::File(path.to_owned())])
}

/// The files that a pattern means: `tables/**/*.csv`.
fn matching(root: &Path, pattern: &str) -> Result<Vec<Given>, Failure> {
    let full = format!("{}/{pattern}", glob::Pattern::escape(&root.to_string_lossy()));
    let full = if Path::new(pattern).is_absolute() { pattern.to_owned() } else { full };
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let found = glob::glob_with(&full, options)
        .map_err(|error| Failure::usage(format!("{pattern}: this is not a pattern: {}", error.msg)))?;
    let mut files = Vec::new();
    for path in found.flatten() {
        if path.is_file() {
            files.push(Given::File(relative(&path, root)));
        }
    }
    if files.is_empty() {
        return Err(Failure::usage(format!("{pattern}: no file matches")));
    }
    Ok(files)
}

/// The tables in a folder and below it, neither hidden nor ignored by git.
fn tables_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(folder, 0, &mut files);
    files.sort();
    let ignored = ignored(folder, &files);
    files.retain(|file| !ignored.contains(file));
    files
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    const DEEPEST: usize = 64;
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && depth < DEEPEST {
            walk(&path, depth + 1, files);
        }
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        let is_table = extension.is_some_and(|extension| TABLES.contains(&extension.as_str()));
        // What a spreadsheet has open has a lock file of its own.
        let is_lock = entry.file_name().to_string_lossy().starts_with("~$");
        if is_table && !is_lock && path.is_file() {
            files.push(path);
        }
    }
}

/// Those of the files that git ignores, if there is a git and a repository, and the folder itself is not ignored.
fn ignored(folder: &Path, files: &[PathBuf]) -> Vec<PathBuf> {
    let git = || {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder).stderr(Stdio::null());
        command
    };
    let is_folder_ignored = git().args(["check-ignore", "-q", "."]).status().is_ok_and(|status| status.success());
    if files.is_empty() || is_folder_ignored {
        return Vec::new();
    }
    let mut all = Vec::new();
    // A command line is not endless.
    for some in files.chunks(500) {
        let mut command = git();
        command.args(["check-ignore", "-z", "--"]).args(some);
        let Ok(output) = command.output() else { return Vec::new() };
        for path in String::from_utf8_lossy(&output.stdout).split('\0').filter(|path| !path.is_empty()) {
            all.push(PathBuf::from(path));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_its_tables() {
        let root = std::env::temp_dir().join(format!("status-docs-paths-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        for path in ["a.csv", "b/c.TSV", "b/.hidden.csv", ".git-like/d.csv", "b/notes.txt", "b/~$e.xlsx", "b/e.xlsx"] {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let of = |paths: &[&str]| {
            let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
            let (files, failures) = expand(&root, &paths);
            let files: Vec<String> = files
                .iter()
                .map(|given| match given {
                    Given::Stdin => STDIN.to_owned(),
                    Given::File(path) => shown(path),
                })
                .collect();
            (files.join(" "), failures.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        };
        let cases = [
            ("a folder", vec!["."], "./a.csv ./b/c.TSV ./b/e.xlsx", ""),
            ("a file twice", vec!["a.csv", "a.csv", "-", "-"], "a.csv <stdin>", ""),
            ("a pattern", vec!["**/*.csv"], "a.csv", ""),
            ("a pattern without a match", vec!["*.ods", "a.csv"], "a.csv", "*.ods: no file matches"),
        ];
        for (name, paths, files, failures) in cases {
            assert_eq!(of(&paths), (files.to_owned(), failures.to_owned()), "{name}");
        }
        std::fs::create_dir_all(root.join("empty")).unwrap();
        assert_eq!(of(&["empty"]).1, "empty: there is no table in this folder (.csv, .tsv, .xlsx, .ods …)");
        std::fs::remove_dir_all(&root).unwrap();
    }
}
