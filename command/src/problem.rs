//! What is wrong, and where somebody can open it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use status_docs_data::Finding;

use crate::path::{relative, shown};
use crate::sources::{Remark, RustPlace};

/// One thing that is wrong with a table, or with a source that asks for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The file that it is in, from the project's folder.
    pub file: Option<PathBuf>,
    /// From 1.
    pub line: Option<u32>,
    /// In characters, from 1.
    pub column: Option<u32>,
    /// What a spreadsheet calls the place: `C14`.
    pub cell: Option<String>,
    /// What was found, and what would be right.
    pub message: String,
    /// The table that it is about.
    pub table: Option<String>,
    /// Where a source asks for that table.
    pub asked: Option<Asked>,
}

/// A place in a Rust file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// From the project's folder.
    pub file: PathBuf,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
}

impl Asked {
    pub(crate) fn of(place: &RustPlace, root: &Path) -> Self {
        Self { file: relative(&place.file, root), line: clamp(place.line), column: clamp(place.column) }
    }
}

fn clamp(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Problem {
    /// The finding about a table. `csv` is its file as it is typed and from the project's folder.
    pub(crate) fn of(finding: Finding, csv: Option<(&str, &Path)>, asked: Option<Asked>, table: &str) -> Self {
        // The file of a reference is not the user's: such a finding is about what asks for it.
        let file = finding.file.and_then(|file| csv.filter(|(typed, _)| file == *typed));
        let file = file.map(|(_, shown)| shown.to_owned());
        let place = finding.place.filter(|_| file.is_some());
        let (line, column) = match (&file, place, &asked) {
            (Some(_), place, _) => (place.map(|place| place.line), place.map(|place| place.column)),
            (None, _, Some(asked)) => (Some(asked.line), Some(asked.column)),
            (None, ..) => (None, None),
        };
        Self {
            file: file.or_else(|| asked.as_ref().map(|asked| asked.file.clone())),
            line,
            column,
            cell: place.and_then(|place| place.cell).map(|cell| cell.to_string()),
            message: finding.message,
            table: Some(table.to_owned()),
            asked,
        }
    }

    /// What is wrong with a source.
    pub(crate) fn in_source(remark: Remark, root: &Path) -> Self {
        let Asked { file, line, column } = Asked::of(&remark.place, root);
        Self {
            file: Some(file),
            line: Some(line),
            column: Some(column),
            cell: None,
            message: remark.message,
            table: None,
            asked: None,
        }
    }

    /// The sentence as the macro says it: place, cell, and what was found.
    pub fn sentence(&self) -> String {
        let mut sentence = String::new();
        if let Some(file) = &self.file {
            sentence.push_str(&shown(file));
            if let (Some(line), Some(column)) = (self.line, self.column) {
                let _ = write!(sentence, ":{line}:{column}");
            }
            if let Some(cell) = &self.cell {
                let _ = write!(sentence, " (cell {cell})");
            }
            sentence.push_str(": ");
        }
        sentence + &self.message
    }
}
