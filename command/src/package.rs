//! A package's targets as Cargo knows them, read from its manifest: neither cargo nor a compiler is needed.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::Failure;
use crate::path::shown;
use crate::tree::{Tree, normal};

/// A package: its folder, and the root files of its targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// As its manifest has it.
    pub name: String,
    /// Where its manifest is.
    pub folder: PathBuf,
    /// The root files of library, programs, examples, tests, benches and build script, in this order.
    pub targets: Vec<PathBuf>,
}

/// Which packages are meant.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// A manifest, in place of the nearest one.
    pub manifest: Option<PathBuf>,
    /// These packages of the workspace; all that are meant, if there are none.
    pub packages: Vec<String>,
}

/// The manifest that is meant: the one given, else the nearest above the folder.
pub fn manifest(folder: &Path, selection: &Selection) -> Result<PathBuf, Failure> {
    if let Some(manifest) = &selection.manifest {
        let manifest = folder.join(manifest);
        return if manifest.is_dir() { Ok(manifest.join("Cargo.toml")) } else { Ok(manifest) };
    }
    let found = folder.ancestors().map(|folder| folder.join("Cargo.toml")).find(|path| path.is_file());
    found.ok_or_else(|| Failure::usage(format!("there is no Cargo.toml in {} or above it", folder.display())))
}

/// The packages of a manifest: its own, or the members of its workspace if it has none, or if some are
/// named.
pub fn packages(tree: &Tree, manifest: &Path, selection: &Selection) -> Result<Vec<Package>, Failure> {
    let root = parse(tree, manifest)?;
    let folder = manifest.parent().unwrap_or(manifest);
    if root.contains_key("package") && selection.packages.is_empty() {
        return Ok(vec![Package::of(tree, folder, &root)]);
    }
    let all = every(tree, folder, &root)?;
    if selection.packages.is_empty() {
        return Ok(all);
    }
    let find = |name: &String| {
        all.iter().find(|package| package.name == *name).cloned().ok_or_else(|| {
            let names: Vec<&str> = all.iter().map(|package| package.name.as_str()).collect();
            let are = if let [_] = names.as_slice() { "is" } else { "are" };
            Failure::usage(format!(
                "there is no package {name} in {}; there {are} {}",
                shown(manifest),
                names.join(", ")
            ))
        })
    };
    selection.packages.iter().map(find).collect()
}

/// The package of a manifest, if it has one, and the members of its workspace.
fn every(tree: &Tree, folder: &Path, root: &Table) -> Result<Vec<Package>, Failure> {
    let mut all = Vec::new();
    if root.contains_key("package") {
        all.push(Package::of(tree, folder, root));
    }
    for member in members(tree, folder, root)? {
        if member != folder {
            let manifest = parse(tree, &member.join("Cargo.toml"))?;
            all.push(Package::of(tree, &member, &manifest));
        }
    }
    Ok(all)
}

/// The manifest of the workspace that a folder is in, and all its packages; a package by itself, if it is in none.
pub(crate) fn workspace(tree: &Tree, folder: &Path, selection: &Selection) -> Result<(PathBuf, Vec<Package>), Failure> {
    let nearest = manifest(folder, selection)?;
    let own = nearest.parent().unwrap_or(&nearest).to_owned();
    for above in own.ancestors() {
        let path = above.join("Cargo.toml");
        if !tree.is_file(&path) {
            continue;
        }
        let root = parse(tree, &path)?;
        if !root.contains_key("workspace") {
            continue;
        }
        let all = every(tree, above, &root)?;
        // A workspace may leave a folder below it out.
        if above == own || all.iter().any(|package| package.folder == own) {
            return Ok((path, all));
        }
    }
    let root = parse(tree, &nearest)?;
    let all = every(tree, &own, &root)?;
    Ok((nearest, all))
}

fn parse(tree: &Tree, manifest: &Path) -> Result<Table, Failure> {
    let text = tree.read_text(manifest).map_err(|error| Failure::of_file(manifest, &error))?;
    text.parse().map_err(|error: toml::de::Error| {
        let line =
            error.span().map_or(1, |span| 1 + text.bytes().take(span.start).filter(|byte| *byte == b'\n').count());
        Failure::usage(format!("{}:{line}: {}", shown(manifest), error.message()))
    })
}

/// The folders of a workspace's members, patterns expanded.
fn members(tree: &Tree, folder: &Path, root: &Table) -> Result<Vec<PathBuf>, Failure> {
    let Some(workspace) = root.get("workspace") else { return Ok(Vec::new()) };
    let paths = |key: &str| -> Vec<&str> {
        workspace.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let excluded: Vec<PathBuf> = paths("exclude").iter().filter_map(|path| normal(&folder.join(path))).collect();
    let mut all: Vec<PathBuf> = Vec::new();
    for pattern in paths("members") {
        for member in expand(tree, folder, pattern) {
            let has_manifest = tree.is_file(&member.join("Cargo.toml"));
            // A pattern may match other folders as well.
            if !has_manifest && !is_pattern(pattern) {
                let manifest = shown(&folder.join("Cargo.toml"));
                return Err(Failure::usage(format!("{manifest}: the member {pattern:?} has no Cargo.toml")));
            }
            if has_manifest && !all.contains(&member) && !excluded.iter().any(|path| member.starts_with(path)) {
                all.push(member);
            }
        }
    }
    Ok(all)
}

fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?', '['])
}

/// The folders that a pattern of members means: `crates/*`.
fn expand(tree: &Tree, folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for part in pattern.split('/').filter(|part| !part.is_empty() && *part != ".") {
        found = found.into_iter().flat_map(|folder| matching(tree, &folder, part)).collect();
    }
    found.into_iter().filter_map(|path| normal(&path)).collect()
}

fn matching(tree: &Tree, folder: &Path, part: &str) -> Vec<PathBuf> {
    if !is_pattern(part) {
        return vec![folder.join(part)];
    }
    match glob::Pattern::new(part) {
        Ok(pattern) => {
            tree.list(folder).into_iter().filter(|name| pattern.matches(name)).map(|name| folder.join(name)).collect()
        }
        Err(_) => Vec::new(),
    }
}

/// Targets of one kind: the manifest's key, the folder that Cargo looks in, and the key that tells it not to.
const KINDS: [(&str, &str, &str); 4] = [
    ("bin", "src/bin", "autobins"),
    ("example", "examples", "autoexamples"),
    ("test", "tests", "autotests"),
    ("bench", "benches", "autobenches"),
];

impl Package {
    /// What the target of a root file is called: `lib`, `bin/server`, `example/door`.
    pub(crate) fn target_label(&self, root: &Path) -> String {
        let inner = root.strip_prefix(&self.folder).unwrap_or(root);
        let text = crate::path::shown(inner);
        if text == "src/lib.rs" {
            return "lib".to_owned();
        }
        if text == "src/main.rs" {
            return format!("bin/{}", self.name);
        }
        let is_folder = inner.file_name().is_some_and(|name| name == "main.rs");
        let named = if is_folder { inner.parent().unwrap_or(inner) } else { inner };
        let stem = named.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let kind = KINDS
            .iter()
            .find(|(_, inside, _)| text.starts_with(&format!("{inside}/")))
            .map_or("bin", |(kind, ..)| kind);
        format!("{kind}/{stem}")
    }

    fn of(tree: &Tree, folder: &Path, manifest: &Table) -> Self {
        let package = manifest.get("package").and_then(Value::as_table);
        let text = |key: &str| package?.get(key)?.as_str();
        let name = text("name").unwrap_or_default().to_owned();
        let mut targets = Targets { tree, folder, found: Vec::new() };
        targets.library(manifest);
        for (kind, inside, auto) in KINDS {
            let listed = manifest.get(kind).and_then(Value::as_array).cloned().unwrap_or_default();
            for target in &listed {
                targets.listed(target, kind, inside, &name);
            }
            // In the first edition, a list of targets was all of them.
            let is_first_edition = text("edition").is_none()
                && package.is_none_or(|package| !package.contains_key("edition"))
                || text("edition") == Some("2015");
            let default = !is_first_edition || listed.is_empty();
            if package.and_then(|package| package.get(auto)).and_then(Value::as_bool).unwrap_or(default) {
                if kind == "bin" {
                    targets.add(folder.join("src/main.rs"));
                }
                targets.discovered(inside);
            }
        }
        match package.and_then(|package| package.get("build")) {
            Some(Value::String(path)) => targets.add(folder.join(path)),
            Some(Value::Boolean(false)) => {}
            _ => targets.add(folder.join("build.rs")),
        }
        Self { name, folder: folder.to_owned(), targets: targets.found }
    }
}

struct Targets<'t> {
    tree: &'t Tree,
    folder: &'t Path,
    found: Vec<PathBuf>,
}

impl Targets<'_> {
    /// Adds a root file that is there, once.
    fn add(&mut self, path: PathBuf) {
        if self.tree.is_file(&path) && !self.found.contains(&path) {
            self.found.push(path);
        }
    }

    fn library(&mut self, manifest: &Table) {
        let path = manifest.get("lib").and_then(|lib| lib.get("path")).and_then(Value::as_str);
        self.add(self.folder.join(path.unwrap_or("src/lib.rs")));
    }

    /// One that the manifest lists, with its path or where Cargo looks for one of its name.
    fn listed(&mut self, target: &Value, kind: &str, inside: &str, package: &str) {
        let text = |key: &str| target.get(key).and_then(Value::as_str);
        if let Some(path) = text("path") {
            return self.add(self.folder.join(path));
        }
        let Some(name) = text("name") else { return };
        self.add(self.folder.join(format!("{inside}/{name}.rs")));
        self.add(self.folder.join(format!("{inside}/{name}/main.rs")));
        if kind == "bin" && name == package {
            self.add(self.folder.join("src/main.rs"));
        }
    }

    /// Those that Cargo finds by itself.
    fn discovered(&mut self, inside: &str) {
        let folder = self.folder.join(inside);
        for name in self.tree.list(&folder) {
            let path = folder.join(&name);
            if path.extension().is_some_and(|extension| extension == "rs") {
                self.add(path);
            } else {
                self.add(path.join("main.rs"));
            }
        }
    }
}
