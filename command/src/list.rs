//! `list`: the tables of a package, by the names that `--table` takes.

use std::fmt::Write;
use std::path::PathBuf;

use serde::Serialize;

use crate::Failure;
use crate::path::shown;
use crate::problem::Asked;
use crate::project::Project;
use crate::tree::Tree;

#[derive(Serialize)]
struct Document {
    version: u32,
    tables: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    name: String,
    kind: &'static str,
    file: Option<PathBuf>,
    rows: usize,
    source: Option<Asked>,
}

pub(crate) fn list(project: &Project, is_json: bool) -> Result<String, Failure> {
    let root = project.root();
    let mut tables = Vec::new();
    for table in project.tables(&Tree::Disk)?.tables {
        tables.push(Listed {
            kind: if table.is_derive { "error type" } else { "table" },
            rows: table.table.as_ref().map_or(0, |table| table.rows.len()),
            source: table.place.as_ref().map(|place| Asked::of(place, &root)),
            file: table.csv,
            name: table.path,
        });
    }
    if is_json {
        return Ok(serde_json::to_string_pretty(&Document { version: 1, tables }).unwrap_or_default() + "\n");
    }
    if tables.is_empty() {
        return Ok("no table\n".to_owned());
    }
    let file = |table: &Listed| table.file.as_deref().map_or_else(|| "a reference".to_owned(), shown);
    let width = |of: &dyn Fn(&Listed) -> usize| tables.iter().map(of).max().unwrap_or_default();
    let (names, files) = (width(&|table| table.name.len()), width(&|table| file(table).len()));
    let mut text = String::new();
    for table in &tables {
        let rows = format!("{} {}", table.rows, if table.rows == 1 { "row" } else { "rows" });
        let place = table.source.as_ref().map(|at| format!("{}:{}:{}", shown(&at.file), at.line, at.column));
        let line = format!(
            "{:names$}  {:10}  {:files$}  {rows:>9}  {}",
            table.name,
            table.kind,
            file(table),
            place.unwrap_or_default()
        );
        let _ = writeln!(text, "{}", line.trim_end());
    }
    Ok(text)
}
