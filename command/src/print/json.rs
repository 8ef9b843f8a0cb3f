//! The document of `check --format json`, which `check.schema.json` describes.

use serde::Serialize;

use crate::check::Checked;
use crate::problem::{Asked, Problem};
use crate::project::Project;

/// Of the document: raised when a reader of the one before would be misled.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'c> {
    version: u32,
    tables: usize,
    rows: usize,
    problems: &'c [Problem],
    notes: &'c [Problem],
    skipped: Vec<Skipped<'c>>,
    /// What could not be read.
    unread: Vec<String>,
}

#[derive(Serialize)]
struct Skipped<'c> {
    #[serde(flatten)]
    place: Asked,
    message: &'c str,
}

pub(crate) fn checked(project: &Project, checked: &Checked) -> String {
    let root = project.root();
    let skipped = checked.skipped.iter();
    let document = Document {
        version: VERSION,
        tables: checked.tables,
        rows: checked.rows,
        problems: &checked.problems,
        notes: &checked.notes,
        skipped: skipped
            .map(|remark| Skipped { place: Asked::of(&remark.place, &root), message: &remark.message })
            .collect(),
        unread: checked.unread.iter().map(ToString::to_string).collect(),
    };
    // A structure of texts and numbers has nothing that serde_json refuses.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
