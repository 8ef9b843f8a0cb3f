//! The catalogue of rules, for people and for programs.

use std::fmt::Write;

use anstyle::Style;
use serde::Serialize;
use status_docs_data::Rule;
use status_docs_data::rule::{Level, RULES};

use super::examples::example;

const BOLD: Style = Style::new().bold();

#[derive(Serialize)]
struct Document {
    version: u32,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: &'static str,
    level: &'static str,
    finds: &'static str,
    cure: &'static str,
    example: &'static str,
    /// Of a heuristic, the valid table that it could hit.
    hits: Option<&'static str>,
}

fn level(rule: Rule) -> &'static str {
    match rule.level() {
        Level::Fact => "fact",
        Level::Heuristic => "heuristic",
        Level::Note => "note",
    }
}

fn entry(rule: Rule) -> Entry {
    let about = rule.about();
    let hits = Some(about.hits).filter(|hits| !hits.is_empty());
    Entry { id: rule.id(), level: level(rule), finds: about.finds, cure: about.cure, example: example(rule), hits }
}

fn known() -> Vec<Rule> {
    let mut known: Vec<Rule> = RULES.to_vec();
    known.sort_by_key(|rule| rule.id());
    known
}

fn json(rules: &[Rule]) -> String {
    let document = Document { version: 1, rules: rules.iter().map(|rule| entry(*rule)).collect() };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// Every rule: id, level, sentence.
pub(crate) fn all(is_json: bool) -> String {
    let known = known();
    if is_json {
        return json(&known);
    }
    let width = known.iter().map(|rule| rule.id().len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in known {
        let _ = writeln!(text, "{BOLD}{:width$}{BOLD:#}  {:9}  {}", rule.id(), level(rule), rule.about().finds);
    }
    text
}

/// One rule: what it finds, the cure, and how it is allowed.
pub(crate) fn explained(rule: Rule, is_json: bool) -> String {
    if is_json {
        return json(&[rule]);
    }
    let about = rule.about();
    let (id, level, finds, cure) = (rule.id(), level(rule), about.finds, about.cure);
    let mut text = format!("{BOLD}{id}{BOLD:#} ({level})\n  {finds}\n  Example: {}\n  Cure: {cure}\n", example(rule));
    match rule.level() {
        Level::Fact => {}
        Level::Heuristic => {
            let _ = writeln!(text, "  It could hit: {}", about.hits);
            let _ = writeln!(
                text,
                "  If the table is meant so: #[status(allow({rule}))], or --allow {rule} for a file that no source names."
            );
        }
        Level::Note => {
            let _ = writeln!(
                text,
                "  Only `check` says it. If it is meant so: #[status(allow({rule}))], or --allow {rule} for a file that no source names."
            );
        }
    }
    text
}
