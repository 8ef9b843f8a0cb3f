//! Changes that are intended: `removed:102`, `Fault/renumbered:103`.

use std::path::Path;

use toml::Table;

use super::{Change, Kind, States};
use crate::project::Project;
use crate::tree::Tree;
use crate::{Failure, package};

/// What is allowed, and whether it happened.
pub(super) struct Allowed {
    entries: Vec<(Entry, bool)>,
}

struct Entry {
    text: String,
    table: Option<String>,
    kind: String,
    code: Option<String>,
}

/// Kinds as they are written in JSON.
const KINDS: [Kind; 24] = [
    Kind::TableRemoved,
    Kind::TableAdded,
    Kind::TableRenamed,
    Kind::TableMoved,
    Kind::Visibility,
    Kind::NonExhaustive,
    Kind::ImplRemoved,
    Kind::Unreserved,
    Kind::Reused,
    Kind::Reordered,
    Kind::CodeType,
    Kind::Removed,
    Kind::Renumbered,
    Kind::Renamed,
    Kind::ColumnBroken,
    Kind::ColumnAdded,
    Kind::AliasRemoved,
    Kind::Added,
    Kind::Deprecated,
    Kind::Changed,
    Kind::Stale,
    Kind::Placeholders,
    Kind::LanguageAdded,
    Kind::LanguageRemoved,
];

fn word(kind: Kind) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Allowed {
    pub(super) fn new(project: &Project, states: &States) -> Result<Self, Failure> {
        let mut entries = Vec::new();
        for text in &states.allow {
            entries.push((entry(text).map_err(|why| Failure::usage(format!("--allow {text}: {why}")))?, false));
        }
        let root = project.root();
        let file = match &states.allow_file {
            Some(file) => Some((root.join(file), file.clone())),
            None => from_manifest(project),
        };
        if let Some((path, shown)) = file {
            let text = std::fs::read_to_string(&path).map_err(|error| Failure::of_file(&shown, &error))?;
            for (number, line) in text.lines().enumerate() {
                let line = line.split(" #").next().unwrap_or_default().trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                let shown = crate::path::shown(&shown);
                let entry = entry(line).map_err(|why| Failure::usage(format!("{shown}:{}: {why}", number + 1)))?;
                entries.push((entry, false));
            }
        }
        Ok(Self { entries })
    }

    /// Marks what is allowed of a table's changes.
    pub(super) fn mark(&mut self, table: &str, changes: &mut [Change]) {
        for change in changes {
            for (entry, happened) in &mut self.entries {
                if entry.is(table, change) {
                    change.allowed = true;
                    *happened = true;
                }
            }
        }
    }

    /// The entries that match nothing.
    pub(super) fn idle(self) -> Vec<String> {
        let mut idle = Vec::new();
        for (entry, happened) in self.entries {
            if !happened {
                idle.push(entry.text);
            }
        }
        idle
    }
}

impl Entry {
    fn is(&self, table: &str, change: &Change) -> bool {
        let is_table = self.table.as_ref().is_none_or(|wanted| {
            table.strip_suffix(wanted.as_str()).is_some_and(|modules| modules.is_empty() || modules.ends_with("::"))
        });
        let is_code = self.code.as_ref().is_none_or(|code| {
            let mut names = change.code.iter().chain(std::iter::once(&change.what)).chain(&change.before);
            names.any(|name| name == code)
        });
        is_table && is_code && self.kind == word(change.kind)
    }
}

fn entry(text: &str) -> Result<Entry, String> {
    let (table, rest) =
        text.split_once('/').map_or((None, text), |(table, rest)| (Some(table.trim().to_owned()), rest));
    let (kind, code) = rest.split_once(':').map_or((rest, None), |(kind, code)| (kind, Some(code.trim().to_owned())));
    let kind = kind.trim().to_owned();
    let known: Vec<String> = KINDS.iter().map(|kind| word(*kind)).collect();
    if !known.contains(&kind) {
        let close = status_docs_data::name::closest(&kind, known.iter().map(String::as_str));
        let hint = close
            .map_or_else(|| format!("the kinds are {}", known.join(", ")), |close| format!("did you mean {close}?"));
        return Err(format!("there is no kind of change {kind:?}; {hint}"));
    }
    Ok(Entry { text: text.to_owned(), table, kind, code })
}

/// The file that a manifest names: `diff-allow = "FILE"` in `[package.metadata.status-docs]`.
fn from_manifest(project: &Project) -> Option<(std::path::PathBuf, std::path::PathBuf)> {
    let manifest = package::manifest(&project.root(), &project.selection).ok()?;
    let text = Tree::Disk.read_text(&manifest).ok()?;
    let parsed: Table = text.parse().ok()?;
    let file = parsed.get("package")?.get("metadata")?.get("status-docs")?.get("diff-allow")?.as_str()?;
    let folder = manifest.parent().unwrap_or_else(|| Path::new(""));
    let path = folder.join(file);
    let shown = crate::path::relative(&path, &project.root());
    Some((path, shown))
}
