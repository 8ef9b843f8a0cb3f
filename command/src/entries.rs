//! What a manifest says is to be exported: `[[package.metadata.status-docs.export]]`, and the workspace's.

use std::path::{Path, PathBuf};

use status_docs_data::name;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::export::{Export, File, Form, files};
use crate::package::{self, Package, Selection};
use crate::path::{relative, shown};
use crate::problem::Problem;
use crate::project::Project;
use crate::select::{NoTable, Problems, is_file};
use crate::tree::{Tree, normal};
use crate::{Failure, Format};

/// The keys of an entry. `package` is the workspace's alone.
const KEYS: [&str; 10] =
    ["table", "tables", "format", "template", "output", "title", "language", "stamp", "edit", "package"];

/// What else a manifest may say under `metadata.status-docs`.
const OURS: [&str; 2] = ["diff-allow", "export"];

/// The texts of all files that the manifests of a workspace ask for.
///
/// # Errors
///
/// All entries that are wrong, each with its line; or what is wrong with their tables.
pub fn export_all(project: &Project) -> Result<Vec<File>, NoTable> {
    let workspace = Workspace::of(project)?;
    let mut errors: Vec<String> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for manifest in &workspace.manifests(project) {
        workspace.read(manifest, &mut entries, &mut errors)?;
    }
    if entries.is_empty() && errors.is_empty() {
        let manifest = shown(&relative(&workspace.manifest, &project.root()));
        let why = format!("{manifest}: nothing is to be exported; [[package.metadata.status-docs.export]] says what");
        return Err(Failure::usage(why).into());
    }
    workspace.check_outputs(&entries, project, &mut errors);
    let mut written = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    for entry in &entries {
        match entry.files(project, &workspace) {
            Ok(files) => written.extend(files),
            Err(NoTable::Failure(failure)) => {
                let why = failure.to_string().replace(" with --table", " with `table`");
                errors.push(format!("{}: {why}", entry.place));
            }
            Err(NoTable::Problems(Problems(found))) => {
                for problem in found {
                    if !problems.iter().any(|known| known.sentence() == problem.sentence()) {
                        problems.push(problem);
                    }
                }
            }
        }
    }
    if !errors.is_empty() {
        errors.sort_by_cached_key(|error| line_of(error));
        return Err(Failure::usage(errors.join("\nerror: ")).into());
    }
    if !problems.is_empty() {
        return Err(NoTable::Problems(Problems(problems)));
    }
    Ok(written)
}

/// The file and the line that an error begins with.
fn line_of(error: &str) -> (String, usize) {
    let mut parts = error.splitn(3, ':');
    let file = parts.next().unwrap_or_default().to_owned();
    (file, parts.next().and_then(|line| line.parse().ok()).unwrap_or_default())
}

/// The packages that belong together.
struct Workspace {
    manifest: PathBuf,
    folder: PathBuf,
    packages: Vec<Package>,
}

/// A manifest, with what its entries are about.
struct Manifest {
    path: PathBuf,
    /// As messages name it.
    shown: String,
    /// The key before `metadata`.
    key: &'static str,
    /// The package of its entries; several for a workspace's.
    packages: Vec<String>,
}

impl Workspace {
    fn of(project: &Project) -> Result<Self, Failure> {
        let (manifest, packages) = package::workspace(&Tree::Disk, &project.root(), &project.selection)?;
        for name in &project.selection.packages {
            if !packages.iter().any(|package| package.name == *name) {
                let names: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
                return Err(Failure::usage(format!("there is no package {name}; {}", hint(name, &names))));
            }
        }
        let folder = manifest.parent().unwrap_or(&manifest);
        let folder = normal(folder).unwrap_or_else(|| folder.to_owned());
        Ok(Self { manifest, folder, packages })
    }

    /// The workspace's manifest first, unless some packages are meant; then those of the packages.
    fn manifests(&self, project: &Project) -> Vec<Manifest> {
        let chosen = &project.selection.packages;
        let root = project.root();
        let mut all = Vec::new();
        let mut add = |path: PathBuf, key: &'static str, packages: Vec<String>| {
            all.push(Manifest { shown: shown(&relative(&path, &root)), path, key, packages });
        };
        if chosen.is_empty() {
            let names = self.packages.iter().map(|package| package.name.clone()).collect();
            add(self.manifest.clone(), "workspace", names);
        }
        for package in &self.packages {
            if chosen.is_empty() || chosen.contains(&package.name) {
                add(package.folder.join("Cargo.toml"), "package", vec![package.name.clone()]);
            }
        }
        all
    }

    /// The entries of a manifest.
    fn read(&self, manifest: &Manifest, entries: &mut Vec<Entry>, errors: &mut Vec<String>) -> Result<(), Failure> {
        let text = std::fs::read_to_string(&manifest.path).map_err(|error| Failure::of_file(&manifest.path, &error))?;
        let lines = Lines { text: &text, file: &manifest.shown };
        let root = DeTable::parse(&text).map_err(|error| {
            Failure::usage(format!("{}: {}", lines.at(error.span().unwrap_or(0..0).start), error.message()))
        })?;
        let mut ours = root.get_ref();
        for key in [manifest.key, "metadata", "status-docs"] {
            let Some(DeValue::Table(inner)) = ours.get(key).map(Spanned::get_ref) else { return Ok(()) };
            ours = inner;
        }
        for key in ours.keys().filter(|key| !OURS.contains(&key.get_ref().as_ref())) {
            let (key, place) = (key.get_ref(), lines.at(key.span().start));
            errors.push(format!("{place}: there is no {key:?} here; {}", hint(key, &OURS)));
        }
        let Some(found) = ours.get("export") else { return Ok(()) };
        let DeValue::Array(list) = found.get_ref() else {
            let key = manifest.key;
            errors.push(format!(
                "{}: exports are a list: [[{key}.metadata.status-docs.export]]",
                lines.at(found.span().start)
            ));
            return Ok(());
        };
        for value in list {
            let place = lines.at(value.span().start);
            let DeValue::Table(table) = value.get_ref() else {
                errors.push(format!("{place}: an export is a table of keys and values"));
                continue;
            };
            let before = errors.len();
            let mut entry = Entry::new(place, manifest);
            for (key, value) in table {
                entry.set(key.get_ref(), value, &lines.at(key.span().start), manifest, errors);
            }
            if let Some(package) = entry.package.clone() {
                self.choose(&package, &mut entry, errors);
            }
            if errors.len() == before {
                entry.check(errors);
            }
            if errors.len() == before {
                entries.push(entry);
            }
        }
        Ok(())
    }

    fn choose(&self, package: &str, entry: &mut Entry, errors: &mut Vec<String>) {
        if self.packages.iter().any(|known| known.name == package) {
            entry.packages = vec![package.to_owned()];
            return;
        }
        let names: Vec<&str> = self.packages.iter().map(|package| package.name.as_str()).collect();
        let hint = hint(package, &names);
        errors.push(format!("{}: there is no package {package:?} in this workspace; {hint}", entry.place));
    }

    /// Each output is within the workspace, and of one entry.
    fn check_outputs(&self, entries: &[Entry], project: &Project, errors: &mut Vec<String>) {
        let mut taken: Vec<(PathBuf, &str)> = Vec::new();
        for entry in entries {
            let Some(path) = normal(&entry.output) else {
                errors.push(format!("{}: the output leads out of the workspace", entry.place));
                continue;
            };
            let name = shown(&relative(&path, &project.root()));
            if !path.starts_with(&self.folder) || path == self.folder {
                errors.push(format!("{}: {name} is outside of the workspace", entry.place));
            } else if let Some((_, other)) = taken.iter().find(|(known, _)| *known == path) {
                errors.push(format!("{}: {other} writes {name} already; write another output", entry.place));
            } else {
                taken.push((path, &entry.place));
            }
        }
    }
}

/// Where in a file something is.
struct Lines<'t> {
    text: &'t str,
    file: &'t str,
}

impl Lines<'_> {
    fn at(&self, start: usize) -> String {
        let before = self.text.bytes().take(start).filter(|byte| *byte == b'\n').count();
        format!("{}:{}", self.file, before + 1)
    }
}

/// One file, or folder, that is to be written.
struct Entry {
    /// `Cargo.toml:12`
    place: String,
    folder: PathBuf,
    packages: Vec<String>,
    /// What a workspace's entry says.
    package: Option<String>,
    has_table: bool,
    format: Option<Format>,
    template: Option<PathBuf>,
    wanted: Export,
    output: PathBuf,
    is_folder: bool,
}

impl Entry {
    fn new(place: String, manifest: &Manifest) -> Self {
        let folder = manifest.path.parent().unwrap_or(&manifest.path).to_owned();
        Self {
            place,
            folder,
            packages: manifest.packages.clone(),
            package: None,
            has_table: false,
            format: None,
            template: None,
            wanted: Export::new(Form::Format(Format::Markdown)),
            output: PathBuf::new(),
            is_folder: false,
        }
    }

    fn set(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        place: &str,
        manifest: &Manifest,
        errors: &mut Vec<String>,
    ) {
        let is_known = KEYS.contains(&key) && (key != "package" || manifest.key == "workspace");
        if !is_known {
            let keys: Vec<&str> =
                KEYS.into_iter().filter(|key| *key != "package" || manifest.key == "workspace").collect();
            errors.push(format!("{place}: an export has no key {key:?}; {}", hint(key, &keys)));
            return;
        }
        if key == "tables" {
            let Some(names) = texts(value) else {
                errors.push(format!("{place}: tables takes a list of names: tables = [\"Fault\", \"Alarm\"]"));
                return;
            };
            return self.set_tables(names, place, errors);
        }
        let DeValue::String(text) = value.get_ref() else {
            errors.push(format!("{place}: {key} takes a text in quotes"));
            return;
        };
        let text = text.to_string();
        match key {
            "table" => self.set_tables(vec![text], place, errors),
            "format" => match Format::named(&text) {
                Some(format) => self.format = Some(format),
                None => {
                    let names: Vec<&str> = Format::ALL.into_iter().map(Format::name).collect();
                    errors.push(format!("{place}: there is no format {text:?}; {}", hint(&text, &names)));
                }
            },
            "template" => self.template = Some(self.folder.join(text)),
            "output" if text.is_empty() => errors.push(format!("{place}: output is empty; it takes a file's path")),
            "output" => {
                self.is_folder = text.ends_with('/');
                self.output = self.folder.join(text);
            }
            "title" => self.wanted.title = Some(text),
            "language" => self.wanted.language = Some(text),
            "stamp" => self.wanted.stamp = Some(text),
            "edit" => self.wanted.edit = Some(text),
            _ => self.package = Some(text),
        }
    }

    fn set_tables(&mut self, names: Vec<String>, place: &str, errors: &mut Vec<String>) {
        if self.has_table {
            errors.push(format!("{place}: table and tables say the same twice; keep tables"));
        }
        self.has_table = true;
        self.wanted.tables = names;
    }

    /// What has to be there is there.
    fn check(&mut self, errors: &mut Vec<String>) {
        if self.output.as_os_str().is_empty() {
            errors.push(format!("{}: output is missing: output = \"docs/faults.md\"", self.place));
        }
        match (self.format, self.template.clone()) {
            (Some(format), None) => self.wanted.form = Form::Format(format),
            (None, Some(template)) => self.wanted.form = Form::Template(template),
            (None, None) => errors.push(format!("{}: format is missing: format = \"md\", or a template", self.place)),
            (Some(_), Some(_)) => errors.push(format!("{}: format and template exclude one another", self.place)),
        }
    }

    fn files(&self, project: &Project, workspace: &Workspace) -> Result<Vec<File>, NoTable> {
        let selection = Selection { manifest: Some(workspace.manifest.clone()), packages: self.packages.clone() };
        let project = Project { selection, columns: Vec::new(), ..project.clone() };
        let mut wanted = self.wanted.clone();
        for table in &mut wanted.tables {
            if is_file(table) {
                *table = shown(&relative(&self.folder.join(&*table), &project.root()));
            }
        }
        let output = relative(&self.output, &project.root());
        files(&project, &wanted, &output, self.is_folder || self.output.is_dir())
    }
}

/// The texts of a list that has nothing else.
fn texts(value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
    let DeValue::Array(list) = value.get_ref() else { return None };
    let mut texts = Vec::new();
    for value in list {
        let DeValue::String(text) = value.get_ref() else { return None };
        texts.push(text.to_string());
    }
    if texts.is_empty() { None } else { Some(texts) }
}

/// What was meant, or what there is.
fn hint(wanted: &str, known: &[&str]) -> String {
    match name::closest(wanted, known.iter().copied()) {
        Some(close) => format!("did you mean {close}?"),
        None => format!("there are {}", known.join(", ")),
    }
}

/// The version of the first package, for `{version}` in a stamp.
pub(crate) fn version(project: &Project) -> Option<String> {
    let package = project.packages(&Tree::Disk).ok()?.into_iter().next()?;
    let read = |path: &Path| std::fs::read_to_string(path).ok()?.parse::<toml::Table>().ok();
    let manifest = read(&package.folder.join("Cargo.toml"))?;
    let version = manifest.get("package")?.get("version")?;
    if let Some(version) = version.as_str() {
        return Some(version.to_owned());
    }
    for folder in package.folder.ancestors() {
        if let Some(version) = read(&folder.join("Cargo.toml"))
            .as_ref()
            .and_then(|root| root.get("workspace")?.get("package")?.get("version")?.as_str())
        {
            return Some(version.to_owned());
        }
    }
    None
}
