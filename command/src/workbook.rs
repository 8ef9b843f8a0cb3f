//! A workbook by the door of `import`: its places are the workbook's, and what cannot be carried over is a finding.

use std::fmt::Write;
use std::path::Path;

use status_docs_data::finding::CellName;
use status_docs_data::{Rule, Source};

use crate::Failure;
use crate::import::{self, Imported};
use crate::problem::Problem;
use crate::project::{NamedTable, Project};

impl Project {
    /// The table of a workbook; nothing, if the bytes are not those of one.
    pub(crate) fn workbook(&self, path: &Path, shown: &str, bytes: &[u8]) -> Option<Result<Vec<NamedTable>, Failure>> {
        if !import::is_workbook(path, bytes) && !crate::is_workbook_name(path) {
            return None;
        }
        Some(self.table_of_workbook(path, shown, bytes))
    }

    fn table_of_workbook(&self, path: &Path, shown: &str, bytes: &[u8]) -> Result<Vec<NamedTable>, Failure> {
        // `headers`, `radix` and others are about the rows, and `header_line` about the workbook.
        let dialect = self.csv.as_deref().map(crate::file::dialect).transpose()?.unwrap_or_default();
        let imported = import::from_bytes(path, bytes, self.sheet.as_deref(), &dialect)?;
        let loose = Self { csv: self.csv.as_deref().and_then(without_header_line), ..self.clone() };
        let source = Source::from_bytes(shown, imported.text.clone());
        let mut table = loose.by_headers(shown, &Ok(source))?;
        for problem in table.problems.iter_mut().chain(&mut table.notes) {
            place(problem, &imported);
        }
        let mut problems: Vec<Problem> = Vec::new();
        for lost in &imported.lost {
            let cell = lost.place.strip_prefix("cell ").map(str::to_owned);
            problems.push(Problem {
                file: Some(path.to_owned()),
                sheet: Some(imported.table.clone()),
                cell,
                message: lost.message.clone(),
                rule: Some(Rule::LostCell),
                table: Some(table.name.clone()),
                ..Problem::default()
            });
        }
        // An empty cell that is empty because its formula was not calculated is one finding.
        let is_lost =
            |problem: &Problem| problem.cell.is_some() && problems.iter().any(|lost| lost.cell == problem.cell);
        let found: Vec<Problem> = table.problems.drain(..).filter(|problem| !is_lost(problem)).collect();
        problems.extend(found);
        table.problems = problems;
        Ok(vec![table])
    }
}

/// `header_line = 3, radix = 16` without its first part, which was about the workbook.
fn without_header_line(words: &str) -> Option<String> {
    let Some(start) = words.find("header_line") else { return Some(words.to_owned()) };
    let (before, word) = words.split_at(start);
    let after = word.split_once(',').map_or("", |(_, after)| after);
    let rest = format!("{}{after}", before.trim_end().trim_end_matches(','));
    let rest = rest.trim().trim_start_matches(',').trim();
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// The place of the workbook for a place of the CSV that was made of it.
fn place(problem: &mut Problem, imported: &Imported) {
    problem.sheet = Some(imported.table.clone());
    let cell = problem.cell.as_deref().and_then(|name| in_workbook(name, imported));
    problem.message = renumbered(&problem.message, imported);
    (problem.line, problem.column) = (None, None);
    problem.cell = cell.map(|cell| cell.to_string());
    problem.fix = Vec::new();
}

fn in_workbook(name: &str, imported: &Imported) -> Option<CellName> {
    let cell = parse(name)?;
    let row = imported.origin.rows.get(usize::try_from(cell.row).ok()?.checked_sub(1)?)?;
    let columns = imported.origin.columns.as_ref()?;
    let column = columns.get(usize::try_from(cell.column).ok()?)?;
    Some(CellName { row: *row, column: *column })
}

/// `A9` as row and column.
fn parse(name: &str) -> Option<CellName> {
    let split = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(split)?;
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.checked_sub(b'A')?) + 1)?;
    }
    Some(CellName { row: digits.parse().ok()?, column: column.checked_sub(1)? })
}

/// A sentence that names another place of the file, `line 9 (cell A9)`, with the workbook's: `cell A12`.
fn renumbered(message: &str, imported: &Imported) -> String {
    let mut renumbered = String::new();
    let mut rest = message;
    while let Some(start) = rest.find("line ") {
        let (before, after) = rest.split_at(start);
        let digits: String = after.chars().skip(5).take_while(char::is_ascii_digit).collect();
        let tail = after.get(5 + digits.len()..).unwrap_or_default();
        let named = tail.strip_prefix(" (cell ").and_then(|tail| tail.split_once(')'));
        match named.and_then(|(name, tail)| Some((in_workbook(name, imported)?, tail))) {
            Some((cell, tail)) if !digits.is_empty() => {
                renumbered.push_str(before);
                let _ = write!(renumbered, "row {} (cell {cell})", cell.row);
                rest = tail;
            }
            _ => {
                renumbered.push_str(before);
                renumbered.push_str("line ");
                rest = after.get(5..).unwrap_or_default();
            }
        }
    }
    renumbered + rest
}
