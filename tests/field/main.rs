//! Tables as the world has them: a case for each kind of table, and one for each innocent neighbour, as a user would write
//! it. Each ends as rows, as findings or as notes, and never as less than what the file says.

mod noted;
mod silent;
mod valid;

use std::fmt::Write;

use proc_macro2::TokenStream;
use status_docs_codegen::{Checked, Request};
use status_docs_data::{Finding, Role, Row, Source, Subject, Value};

/// A table and what it ends as.
struct Case {
    name: &'static str,
    /// The words of `#[status(…)]`; what reads the file is `csv = "t.csv"` where nothing else is said.
    words: &'static str,
    /// What follows the enum's name: the codes, and the body.
    codes: &'static str,
    csv: &'static str,
    /// `C2 no_text` for each finding, `note …` for each note, and without a finding the rows.
    ends: &'static str,
}

const fn case(
    name: &'static str,
    words: &'static str,
    codes: &'static str,
    csv: &'static str,
    ends: &'static str,
) -> Case {
    Case { name, words, codes, csv, ends }
}

impl Case {
    fn check(&self) -> Checked {
        let has_file = self.words.contains("csv");
        let file = if has_file { "" } else { "csv = \"t.csv\", " };
        let end = if self.codes.ends_with('}') { "" } else { ";" };
        let text = format!("#[status({file}{})] pub enum T: {}{end}", self.words, self.codes);
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.name));
        let mut requests = Request::tables(tokens).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        assert_eq!(requests.len(), 1, "{}", self.name);
        requests.remove(0).check(&|typed| Ok::<Source, Finding>(Source::from_bytes(typed, self.csv)))
    }

    fn found(&self) -> String {
        let checked = self.check();
        let mut lines = Vec::new();
        for error in &checked.errors {
            let said = error.to_string();
            let rule = said.split('\n').next().and_then(|line| line.rsplit_once(" [")).unwrap_or((&said, ""));
            lines.push(rule.1.trim_end_matches(']').to_owned());
        }
        for (finding, _) in &checked.findings {
            lines.push(at(finding));
        }
        let is_good = lines.is_empty();
        for note in &checked.notes {
            lines.push(format!("note {}", at(note)));
        }
        if let (true, Some(table)) = (is_good, &checked.table) {
            for row in &table.rows {
                lines.push(shown(row, &table.notation.show(&row.code)));
            }
        }
        lines.join(" | ")
    }

    /// What is said, for who reads a failure.
    fn said(&self) -> String {
        let checked = self.check();
        let mut said = String::new();
        for error in &checked.errors {
            let _ = writeln!(said, "    {error}");
        }
        for (finding, _) in &checked.findings {
            let _ = writeln!(said, "    {finding}");
        }
        for note in &checked.notes {
            let _ = writeln!(said, "    note: {note}");
        }
        said
    }
}

fn at(finding: &Finding) -> String {
    let place = match (finding.place.and_then(|place| place.cell), finding.subject) {
        (Some(cell), _) => format!("{cell} "),
        (None, Subject::Word(word) | Subject::Entry(word, _)) => format!("{word} "),
        _ => String::new(),
    };
    format!("{place}{}", finding.rule)
}

/// `1 Door`, and what else it says: the phrase in quotes, aliases in parentheses, the definition, the tips, typed cells.
fn shown(row: &Row, code: &str) -> String {
    let mut text = format!("{code} {}", row.name);
    if row.reason != row.name {
        let _ = write!(text, " {:?}", row.reason);
    }
    if !row.aliases.is_empty() {
        let aliases: Vec<&str> = row.aliases.iter().map(|alias| alias.phrase.as_str()).collect();
        let _ = write!(text, " ({})", aliases.join(", "));
    }
    if let Some(definition) = row.text_in(Role::Definition, 0) {
        let _ = write!(text, " = {definition}");
    }
    if let Some(tips) = &row.tips {
        let _ = write!(text, " ! {tips}");
    }
    for value in &row.values {
        let _ = match value {
            Value::None => write!(text, " -"),
            Value::Text(text_of_cell) => write!(text, " {text_of_cell:?}"),
            other => write!(text, " {other:?}"),
        };
    }
    text
}

fn check(cases: &[Case]) {
    let mut wrong = String::new();
    for case in cases {
        let found = case.found();
        if found != case.ends {
            let Case { name, words, codes, csv, ends } = case;
            let said = case.said();
            let _ = write!(wrong, "\n== {name}: {words} {codes}\n{csv}  expected: {ends}\n  found:    {found}\n{said}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
