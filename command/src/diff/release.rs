//! Releases: the tags of a repository that are versions.

use std::collections::HashMap;
use std::path::Path;

use super::{Change, Kind, States};
use crate::project::{NamedTable, Project};
use crate::select::is_own;
use crate::tree::{Tree, git, is_shallow};
use crate::{Failure, package};

/// A version as tags have it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    numbers: (u64, u64, u64),
    /// A release is after its pre-releases.
    is_release: bool,
    pre: Vec<(bool, u64, String)>,
}

/// `v1.2.3`, `1.2.3`, `NAME-v1.2.3`
fn version(tag: &str, package: &str) -> Option<Version> {
    let inner = tag.strip_prefix(package).and_then(|rest| rest.strip_prefix('-')).unwrap_or(tag);
    let inner = inner.strip_prefix('v').unwrap_or(inner);
    let inner = inner.split('+').next()?;
    let (numbers, pre) = inner.split_once('-').map_or((inner, None), |(numbers, pre)| (numbers, Some(pre)));
    let mut parts = numbers.split('.').map(|part| part.parse::<u64>().ok());
    let numbers = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    let mut identifiers = Vec::new();
    for part in pre.unwrap_or_default().split('.').filter(|part| !part.is_empty()) {
        let number = part.parse::<u64>().ok();
        identifiers.push((number.is_none(), number.unwrap_or_default(), part.to_owned()));
    }
    Some(Version { numbers, is_release: pre.is_none(), pre: identifiers })
}

fn tags(root: &Path, arguments: &[&str]) -> Vec<String> {
    let listed = git(root, arguments).unwrap_or_default();
    String::from_utf8_lossy(&listed).lines().map(str::to_owned).collect()
}

fn package_name(project: &Project) -> String {
    let root = project.root();
    let packages = package::manifest(&root, &project.selection)
        .and_then(|manifest| package::packages(&Tree::Disk, &manifest, &project.selection));
    packages.ok().and_then(|packages| packages.into_iter().next()).map(|package| package.name).unwrap_or_default()
}

/// The versions of a repository, the highest last.
fn versions(root: &Path, package: &str) -> Vec<(Version, String)> {
    let mut versions = Vec::new();
    for tag in tags(root, &["tag", "--list", "--merged", "HEAD"]) {
        if let Some(version) = version(&tag, package) {
            versions.push((version, tag));
        }
    }
    versions.sort();
    versions
}

/// The tag to compare with: the highest version below that of `HEAD`, if it has one; a pre-release only for a
/// pre-release.
pub(crate) fn last(project: &Project) -> Result<String, Failure> {
    let root = project.root();
    let package = package_name(project);
    let own = tags(&root, &["tag", "--points-at", "HEAD"]).iter().filter_map(|tag| version(tag, &package)).max();
    let may_be_pre = own.as_ref().is_some_and(|own| !own.is_release);
    let mut candidates = versions(&root, &package);
    candidates
        .retain(|(version, _)| (version.is_release || may_be_pre) && own.as_ref().is_none_or(|own| version < own));
    candidates.pop().map(|(_, tag)| tag).ok_or_else(|| {
        let name = if package.is_empty() { String::new() } else { format!(", {package}-v1.2.3") };
        let cure = if is_shallow(&root) {
            "; this clone is shallow: fetch-depth: 0 (actions/checkout), or git fetch --unshallow --tags"
        } else {
            ""
        };
        Failure::usage(format!("there is no release before this one: no tag such as v1.2.3, 1.2.3{name}{cure}"))
    })
}

/// What codes were called in releases before the one that is compared with.
pub(super) struct Earlier {
    /// By table and code: the name, and the tag.
    names: HashMap<(String, String), (String, String)>,
}

impl Earlier {
    pub(super) fn new(project: &Project, states: &States) -> Self {
        const MOST: usize = 20;
        let mut names = HashMap::new();
        let root = project.root();
        let is_files = root.join(&states.old).is_file() || states.old.contains(':');
        if is_files || !project.has_manifest() {
            return Self { names };
        }
        for (_, tag) in versions(&root, &package_name(project)).into_iter().rev().take(MOST) {
            let Ok(tree) = Tree::at(&tag, &root) else { continue };
            let Ok(tables) = project.tables(&tree) else { continue };
            for table in tables.tables.into_iter().filter(is_own) {
                let Some(rows) = &table.table else { continue };
                for row in rows.rows.iter().filter(|row| row.origin.is_own()) {
                    let key = (table.name.clone(), rows.notation.show(&row.code));
                    names.entry(key).or_insert_with(|| (row.name_or_phrase().to_owned(), tag.clone()));
                }
            }
        }
        Self { names }
    }

    /// Marks new rows whose code an earlier release gave to another name.
    pub(super) fn mark(&self, new: &NamedTable, changes: &mut [Change]) {
        let Some(table) = &new.table else { return };
        for change in changes.iter_mut().filter(|change| change.kind == Kind::Added) {
            let Some(code) = &change.code else { continue };
            let Some((name, tag)) = self.names.get(&(new.name.clone(), code.clone())) else { continue };
            let is_same =
                table.rows.iter().any(|row| table.notation.show(&row.code) == *code && row.name_or_phrase() == name);
            if !is_same {
                change.kind = Kind::Reused;
                change.breaking = true;
                change.before = Some(format!("{tag}: {name}"));
            }
        }
        changes.sort_by_key(|change| (!change.breaking, change.kind));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_versions_in_their_order() {
        let of = |tag: &str| version(tag, "door");
        let ordered = ["v0.9.10", "1.0.0-alpha.2", "1.0.0-alpha.10", "1.0.0-beta", "door-v1.0.0", "v1.0.1"];
        for pair in ordered.windows(2) {
            assert!(of(pair[0]).unwrap() < of(pair[1]).unwrap(), "{pair:?}");
        }
        for tag in ["v1", "1.2", "1.2.3.4", "gate-v1.2.3", "nightly"] {
            assert_eq!(of(tag), None, "{tag}");
        }
    }
}
