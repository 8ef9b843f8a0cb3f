//! What is wrong, and where somebody can open it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::{Serialize, Serializer};
use status_docs_data::finding::Edit;
use status_docs_data::{Finding, Rule};

use crate::path::{relative, shown};
use crate::sources::{Remark, RustPlace};

/// One thing that is wrong with a table, or with a source that asks for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The file that it is in, from the project's folder.
    pub file: Option<PathBuf>,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// From 1.
    pub line: Option<u32>,
    /// In characters, from 1.
    pub column: Option<u32>,
    /// What a spreadsheet calls the place: `C14`.
    pub cell: Option<String>,
    /// What was found, and what would be right.
    pub message: String,
    /// What can be done about it, in Rust or on the command line.
    pub help: Option<String>,
    /// What it is an instance of.
    #[serde(serialize_with = "id")]
    pub rule: Option<Rule>,
    /// How serious it is.
    pub level: Level,
    /// The cure, where it is certain: what is to stand in place of ranges of the file's bytes.
    #[serde(serialize_with = "edits")]
    pub fix: Vec<Edit>,
    /// The table that it is about.
    pub table: Option<String>,
    /// Where a source asks for that table.
    pub asked: Option<Asked>,
}

/// How serious a problem is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It keeps the table from being compiled.
    #[default]
    Error,
    /// It is probable, and legal.
    Note,
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
fn id<S: Serializer>(rule: &Option<Rule>, serializer: S) -> Result<S::Ok, S::Error> {
    rule.map(Rule::id).serialize(serializer)
}

#[derive(Serialize)]
struct Range<'e> {
    start: usize,
    end: usize,
    text: &'e str,
}

fn edits<S: Serializer>(edits: &[Edit], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(edits.iter().map(|edit| Range { start: edit.start, end: edit.end, text: &edit.text }))
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
            help: finding.help,
            rule: Some(finding.rule),
            level: if finding.rule.level() == status_docs_data::rule::Level::Note { Level::Note } else { Level::Error },
            fix: finding.fix,
            sheet: None,
            table: Some(table.to_owned()),
            asked,
        }
    }

    /// What is wrong with a source.
    pub(crate) fn in_source(remark: &Remark, root: &Path) -> Self {
        let Asked { file, line, column } = Asked::of(&remark.place, root);
        let (message, rule, help) = sorted(&remark.message);
        Self {
            file: Some(file),
            line: Some(line),
            column: Some(column),
            cell: None,
            message,
            help,
            rule,
            level: Level::Error,
            fix: Vec::new(),
            sheet: None,
            table: None,
            asked: None,
        }
    }

    /// Of a file that no source names: what can be done is said in options.
    pub(crate) fn speak_of_options(&mut self) {
        let names_rust =
            |help: &str| help.contains("status") || ["`", "(", " = "].iter().any(|mark| help.contains(mark));
        self.help = match self.help.take() {
            Some(help) if help.contains("--") || !names_rust(&help) => Some(help),
            Some(help) => in_options(&help),
            None => None,
        };
        let heuristic = self.rule.filter(|rule| rule.can_be_allowed());
        if let (None, Some(rule)) = (&self.help, heuristic) {
            self.help = Some(format!("if it is meant so: --allow {rule}"));
        }
    }

    /// The sentence as the macro says it: place, cell, what was found, and the rule.
    pub fn sentence(&self) -> String {
        let rule = self.rule.map(|rule| format!(" [{rule}]")).unwrap_or_default();
        self.place() + &self.message + &rule
    }

    /// Where it is, with a colon.
    pub(crate) fn place(&self) -> String {
        let mut sentence = String::new();
        if let Some(file) = &self.file {
            sentence.push_str(&shown(file));
            if let Some(sheet) = &self.sheet {
                let _ = write!(sentence, ", sheet {sheet:?}");
                if let Some(cell) = &self.cell {
                    let _ = write!(sentence, ", cell {cell}");
                }
                return sentence + ": ";
            }
            if let (Some(line), Some(column)) = (self.line, self.column) {
                let _ = write!(sentence, ":{line}:{column}");
            }
            if let Some(cell) = &self.cell {
                let _ = write!(sentence, " (cell {cell})");
            }
            sentence.push_str(": ");
        }
        sentence
    }
}

/// A sentence of the macro's, which may end in a rule and go on with what can be written.
fn sorted(message: &str) -> (String, Option<Rule>, Option<String>) {
    let (first, help) = match message.split_once("\nhelp: ") {
        Some((first, help)) => (first, Some(help.to_owned())),
        None => (message, None),
    };
    let named = first.strip_suffix(']').and_then(|first| first.rsplit_once(" ["));
    match named.and_then(|(sentence, id)| Some((sentence, Rule::from_id(id)?))) {
        Some((sentence, rule)) => (sentence.to_owned(), Some(rule), help),
        None => (first.to_owned(), None, help),
    }
}

/// Rust's cure as an option of the command, if there is one.
fn in_options(help: &str) -> Option<String> {
    let quoted = help.split('`').nth(1).unwrap_or(help);
    let inner = |word: &str| {
        let (_, rest) = quoted.split_once(&format!("{word}("))?;
        Some(rest.rsplit_once(')').map_or(rest, |(inner, _)| inner).to_owned())
    };
    if let Some(words) = inner("csv").and_then(|words| Some(words.split_once("\", ")?.1.to_owned())) {
        return Some(format!("--csv '{words}'"));
    }
    if let Some(rule) = inner("allow") {
        return Some(format!("if it is meant so: --allow {rule}"));
    }
    // An entry of a body: `code = "Fault No."`
    let (name, header) = quoted.split_once(" = \"")?;
    let is_name = header.find('"').is_some_and(|end| end + 1 == header.len())
        && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    (is_name && !["csv", "names", "only", "duplicates", "notation", "link", "reserved", "base"].contains(&name))
        .then(|| format!("--column '{name} = \"{header}'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loose_file_is_spoken_of_in_options() {
        let cases = [
            (
                "a rule",
                "0xE7 is odd",
                Some("if these are codes, write allow(one_cell_row)"),
                "0xE7 is odd",
                Some("if it is meant so: --allow one_cell_row"),
            ),
            ("a word of code alone", "twice", Some("duplicates = \"first\" lets the first row count"), "twice", None),
            ("how the file is read", "a", Some("write `csv(\"f.csv\", radix = 16)`"), "a", Some("--csv 'radix = 16'")),
            ("a column", "a", Some("write `code = \"Kode\"`"), "a", Some("--column 'code = \"Kode\"'")),
            ("more than a column", "a", Some("high = \"High\" in the list makes it one"), "a", None),
            (
                "options already",
                "a",
                Some("if not, --column 'code = \"x\"'"),
                "a",
                Some("if not, --column 'code = \"x\"'"),
            ),
            ("no Rust", "a", Some("save it again"), "a", Some("save it again")),
            (
                "a range",
                "\"4xx\" is not a whole number; a row has one code",
                Some("`only` or `skip` leaves such rows out; Open::Unknown keeps codes that the table does not have"),
                "\"4xx\" is not a whole number; a row has one code",
                None,
            ),
            (
                "a radix",
                "write 0x1F if it is hexadecimal",
                Some("if all codes are hexadecimal, write csv(\"\u{2026}\", radix = 16)"),
                "write 0x1F if it is hexadecimal",
                Some("--csv 'radix = 16'"),
            ),
        ];
        for (name, message, help, message_after, help_after) in cases {
            let mut problem =
                Problem { message: message.to_owned(), help: help.map(str::to_owned), ..Problem::default() };
            problem.speak_of_options();
            assert_eq!((problem.message.as_str(), problem.help.as_deref()), (message_after, help_after), "{name}");
        }
    }
}
