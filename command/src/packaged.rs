//! Whether a file is in the package that `cargo package` makes: as `include`, `exclude` and .gitignore say.

use std::path::Path;
use std::process::{Command, Stdio};

use toml::{Table, Value};

/// What keeps a file of a package out of it, if something does.
pub(crate) fn kept_out(folder: &Path, file: &Path) -> Option<String> {
    let inner = file.strip_prefix(folder).ok()?;
    let manifest: Table = std::fs::read_to_string(folder.join("Cargo.toml")).ok()?.parse().ok()?;
    let package = manifest.get("package")?.as_table()?;
    let is_published = match package.get("publish") {
        Some(Value::Boolean(publish)) => *publish,
        Some(Value::Array(registries)) => !registries.is_empty(),
        // Of the workspace: it is not said here.
        Some(_) => false,
        None => true,
    };
    if !is_published {
        return None;
    }
    let patterns = |key: &str| -> Vec<&str> {
        package.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let (include, exclude) = (patterns("include"), patterns("exclude"));
    if !include.is_empty() {
        return (!is_matched(&include, inner)).then(|| "`include` does not name it".to_owned());
    }
    if is_matched(&exclude, inner) {
        return Some("`exclude` names it".to_owned());
    }
    let ignored = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["check-ignore", "-q", "--"])
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    ignored.is_ok_and(|status| status.success()).then(|| "git ignores it".to_owned())
}

/// Whether patterns as .gitignore has them match a path; the last one decides.
fn is_matched(patterns: &[&str], path: &Path) -> bool {
    let mut is_matched = false;
    for pattern in patterns {
        let (pattern, is_kept) = pattern.strip_prefix('!').map_or((*pattern, false), |pattern| (pattern, true));
        let is_anchored = pattern.trim_end_matches('/').contains('/');
        let inner = pattern.trim_start_matches('/').trim_end_matches('/');
        let Ok(glob) = glob::Pattern::new(inner) else { continue };
        let options = glob::MatchOptions { require_literal_separator: true, ..glob::MatchOptions::new() };
        // A folder stands for all that is in it.
        let hits = path.ancestors().filter(|part| !part.as_os_str().is_empty()).any(|part| {
            let name = part.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            glob.matches_path_with(part, options) || (!is_anchored && glob.matches_with(&name, options))
        });
        if hits {
            is_matched = !is_kept;
        }
    }
    is_matched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_gitignore() {
        let cases: [(&str, &[&str], &str, bool); 8] = [
            ("a folder", &["tables"], "tables/f.csv", true),
            ("a folder from the root", &["/tables/"], "tables/f.csv", true),
            ("another folder from the root", &["/tables"], "src/tables/f.csv", false),
            ("a name anywhere", &["*.csv"], "src/tables/f.csv", true),
            ("two stars", &["src/**/*.csv"], "src/tables/f.csv", true),
            ("one star is one folder", &["src/*.csv"], "src/tables/f.csv", false),
            ("taken back", &["*.csv", "!f.csv"], "tables/f.csv", false),
            ("nothing", &[], "tables/f.csv", false),
        ];
        for (name, patterns, path, expected) in cases {
            assert_eq!(is_matched(patterns, Path::new(path)), expected, "{name}");
        }
    }
}
