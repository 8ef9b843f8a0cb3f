//! `import`: a workbook, a document, a table within a text, or a C header → a clean CSV; and what was changed on the way.
//!
//! Each kind of file has a reader that answers with [`Grid`]s: cells as a person sees them, which know their places.
//! What follows is the same for all: one grid is chosen, trimmed, and written.

mod c;
mod document;
mod format;
mod grid;
mod html;
mod json;
mod markdown;
mod ods;
mod text;
mod toml;
mod workbook;
mod xls;
mod xlsx;
mod yaml;

use std::path::{Path, PathBuf};

use status_docs_data::Dialect;

use crate::Failure;
use crate::path::shown;
use crate::project::Project;
use format::Kind;
use grid::Grid;
pub(crate) use grid::Origin;

/// What is to be imported.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The file.
    pub file: PathBuf,
    /// Which of several tables: its name, or its number from 1.
    pub sheet: Option<String>,
    /// How the file is read, as `csv(…)` says it in code: `header_line = 3`.
    pub csv: Option<String>,
}

/// A clean CSV, and what was changed on the way to it.
#[derive(Debug)]
pub struct Imported {
    /// The CSV: UTF-8, commas, line feeds.
    pub text: String,
    /// What the reader of the file called the table: a sheet, a heading, a path in a document; may be empty.
    pub table: String,
    /// How many rows it has below the header.
    pub rows: usize,
    /// What was changed, a line for each kind.
    pub changed: Vec<String>,
    /// What could not be carried over.
    pub lost: Vec<Lost>,
    /// Where each row and column of the CSV is in the file.
    pub(crate) origin: Origin,
}

/// Something that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The cell of a workbook (`C14`), or another place in words (`line 14`).
    pub place: String,
    /// What is wrong there.
    pub message: String,
}

impl Imported {
    /// What could not be carried over, a line each.
    pub fn losses(&self) -> Vec<String> {
        self.lost.iter().map(|lost| format!("{}: {}", lost.place, lost.message)).collect()
    }
}

/// Reads a file, and makes a clean CSV of the table in it.
///
/// ```no_run
/// # fn main() -> Result<(), cargo_status_docs::Failure> {
/// use cargo_status_docs::{Import, Project, import};
///
/// let sheet = Import { file: "faults.xlsx".into(), ..Import::default() };
/// let imported = import(&Project::in_folder(env!("CARGO_MANIFEST_DIR")), &sheet)?;
/// assert!(imported.lost.is_empty(), "{:?}", imported.lost);
/// # Ok(())
/// # }
/// ```
pub fn import(project: &Project, wanted: &Import) -> Result<Imported, Failure> {
    project.is_there(&wanted.file)?;
    let bytes =
        std::fs::read(project.root().join(&wanted.file)).map_err(|error| Failure::of_file(&wanted.file, &error))?;
    let dialect = wanted.csv.as_deref().map(crate::file::dialect).transpose()?.unwrap_or_default();
    from_bytes(&wanted.file, &bytes, wanted.sheet.as_deref(), &dialect)
}

/// The same for bytes that are the file's.
pub(crate) fn from_bytes(
    file: &Path,
    bytes: &[u8],
    sheet: Option<&str>,
    dialect: &Dialect,
) -> Result<Imported, Failure> {
    let name = shown(file);
    let failure = |message: String| Failure::usage(format!("{name}: {message}"));
    let kind = format::kind(file, bytes).map_err(&failure)?;
    let grids = match kind {
        Kind::Workbook(workbook) => return workbook::read(workbook, bytes, sheet, dialect, &name),
        Kind::Csv => vec![text::read(file, bytes, dialect)],
        Kind::Json => document::grids(&json::parse(&text_of(bytes).map_err(&failure)?).map_err(&failure)?),
        Kind::Yaml => document::grids(&yaml::parse(&text_of(bytes).map_err(&failure)?).map_err(&failure)?),
        Kind::Toml => document::grids(&toml::parse(&text_of(bytes).map_err(&failure)?).map_err(&failure)?),
        Kind::Markdown => markdown::grids(&text_of(bytes).map_err(&failure)?),
        Kind::Html => html::grids(&text_of(bytes).map_err(&failure)?),
        Kind::C => c::grids(&text_of(bytes).map_err(&failure)?),
    };
    let grid = choose(grids, sheet, kind.table()).map_err(&failure)?;
    grid.finish(dialect.header_line).map_err(&failure)
}

/// Whether a file is a workbook, which has places of its own and is checked by this door.
pub(crate) fn is_workbook(file: &Path, bytes: &[u8]) -> bool {
    matches!(format::kind(file, bytes), Ok(Kind::Workbook(_)))
}

fn text_of(bytes: &[u8]) -> Result<String, String> {
    format::text(bytes).ok_or_else(|| "it is not UTF-8; save it as UTF-8".to_owned())
}

/// The one table that is meant.
fn choose(mut grids: Vec<Grid>, sheet: Option<&str>, what: &str) -> Result<Grid, String> {
    let listed = |grids: &[Grid]| {
        let all: Vec<String> = grids.iter().map(Grid::listed).collect();
        all.join(", ")
    };
    let Some(wanted) = sheet else {
        return match grids.len() {
            0 => Err(format!("there is no {what} in it")),
            1 => Ok(grids.swap_remove(0)),
            count => Err(format!("{count} {what}s: {}; say which with --sheet", listed(&grids))),
        };
    };
    let is_named = |grid: &Grid| grid.name.trim().to_lowercase() == wanted.trim().to_lowercase();
    let exact = grids.iter().position(|grid| grid.name == wanted);
    let named: Vec<usize> = grids.iter().enumerate().filter(|(_, grid)| is_named(grid)).map(|(at, _)| at).collect();
    let index = match (exact, named.as_slice(), wanted.parse::<usize>()) {
        (Some(index), ..) => Some(index),
        (None, [index], _) => Some(*index),
        // By its number among those that a person sees.
        (None, [], Ok(number)) => {
            let mut visible = grids.iter().enumerate().filter(|(_, grid)| !grid.is_hidden);
            number.checked_sub(1).and_then(|number| visible.nth(number)).map(|(index, _)| index)
        }
        _ => None,
    };
    match index {
        Some(index) if index < grids.len() => Ok(grids.swap_remove(index)),
        _ if grids.is_empty() => Err(format!("there is no {what} in it")),
        _ => Err(format!("there is no {what} {wanted:?}; there are {}", listed(&grids))),
    }
}
