//! SARIF 2.1.0, for code scanning.

use std::collections::HashMap;
use std::fmt::Write;

use serde_json::{Value, json};
use status_docs_data::Rule;
use status_docs_data::rule::{Level as Certainty, RULES};

use crate::check::Checked;
use crate::path::shown;
use crate::problem::{Level, Problem};

pub(crate) fn checked(checked: &Checked) -> String {
    let known: Vec<Rule> = RULES.to_vec();
    let mut seen = HashMap::new();
    let mut results = Vec::new();
    for problem in checked.problems.iter().chain(&checked.notes) {
        results.push(result(problem, &known, &mut seen));
    }
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cargo-status-docs",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": known.iter().map(|rule| self::rule(*rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn rule(rule: Rule) -> Value {
    let about = rule.about();
    let level = if rule.level() == Certainty::Note { "note" } else { "error" };
    json!({
        "id": rule.id(),
        "shortDescription": { "text": about.finds },
        "help": { "text": about.cure },
        "defaultConfiguration": { "level": level },
    })
}

fn result(problem: &Problem, known: &[Rule], seen: &mut HashMap<u64, usize>) -> Value {
    let mut text = problem.message.clone();
    if let Some(cell) = &problem.cell {
        text = match &problem.sheet {
            Some(sheet) => format!("sheet {sheet:?}, cell {cell}: {text}"),
            None => format!("cell {cell}: {text}"),
        };
    }
    if let Some(help) = &problem.help {
        text = format!("{text}\n{help}");
    }
    let mut result = json!({
        "level": match problem.level { Level::Error => "error", Level::Note => "note" },
        "message": { "text": text },
    });
    let mut put = |key: &str, value: Value| {
        if let Some(result) = result.as_object_mut() {
            result.insert(key.to_owned(), value);
        }
    };
    if let Some(rule) = problem.rule {
        put("ruleId", json!(rule.id()));
        if let Some(index) = known.iter().position(|known| *known == rule) {
            put("ruleIndex", json!(index));
        }
    }
    if let Some(file) = &problem.file {
        let uri = encoded(&shown(file));
        let mut place = json!({ "artifactLocation": { "uri": uri } });
        if let (Some(line), Some(column), Some(place)) = (problem.line, problem.column, place.as_object_mut()) {
            place.insert("region".to_owned(), json!({ "startLine": line, "startColumn": column }));
        }
        put("locations", json!([{ "physicalLocation": place }]));
        if !problem.fix.is_empty() {
            let replacements: Vec<Value> = problem.fix.iter().map(|edit| json!({
                "deletedRegion": { "byteOffset": edit.start, "byteLength": edit.end.saturating_sub(edit.start) },
                "insertedContent": { "text": edit.text },
            })).collect();
            let description = problem.help.as_deref().unwrap_or("the cure");
            put(
                "fixes",
                json!([{
                    "description": { "text": description },
                    "artifactChanges": [{ "artifactLocation": { "uri": uri }, "replacements": replacements }],
                }]),
            );
        }
    }
    // The same finding in two rows has two of them.
    let print = fingerprint(problem);
    let count = seen.entry(print).or_insert(0);
    *count += 1;
    put("partialFingerprints", json!({ "statusDocsFinding/v1": format!("{print:016x}:{count}") }));
    result
}

/// What of a problem stays when rows move: everything but numbers of lines and cells.
fn fingerprint(problem: &Problem) -> u64 {
    let column: String = problem.cell.iter().flat_map(|cell| cell.chars()).filter(char::is_ascii_alphabetic).collect();
    let file = problem.file.as_deref().map(shown).unwrap_or_default();
    let rule = problem.rule.map(Rule::id).unwrap_or_default();
    let mut message = String::new();
    let mut words = problem.message.split(' ').peekable();
    while let Some(word) = words.next() {
        message.push_str(word);
        message.push(' ');
        if matches!(word, "line" | "lines" | "(cell" | "row") {
            words.next();
        }
    }
    // FNV-1a: the same in every version of the compiler.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in [rule, &file, &column, &message].join("\n").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// A path as a part of a URI.
fn encoded(path: &str) -> String {
    let mut encoded = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line: u32, cell: &str, message: &str) -> Problem {
        Problem {
            file: Some("my tables/f\u{e4}.csv".into()),
            line: Some(line),
            column: Some(3),
            cell: Some(cell.to_owned()),
            message: message.to_owned(),
            rule: Some(Rule::DuplicateCode),
            ..Problem::default()
        }
    }

    #[test]
    fn a_fingerprint_stays_when_rows_move() {
        let of = |line, cell: &str, message: &str| fingerprint(&problem(line, cell, message));
        let first = of(3, "A3", "101 is already used on line 9 (cell A9)");
        assert_eq!(first, of(4, "A4", "101 is already used on line 10 (cell A10)"), "moved");
        assert_ne!(first, of(3, "A3", "102 is already used on line 9 (cell A9)"), "another code");
        assert_ne!(first, of(3, "B3", "101 is already used on line 9 (cell A9)"), "another column");
    }

    #[test]
    fn a_path_is_a_part_of_a_uri() {
        let mut found = Checked::default();
        found.problems = vec![problem(3, "A3", "x"), problem(4, "A4", "x")];
        let document: Value = serde_json::from_str(&checked(&found)).unwrap();
        let results = &document["runs"][0]["results"];
        let place = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "my%20tables/f%C3%A4.csv");
        assert_eq!(place["region"], json!({ "startLine": 3, "startColumn": 3 }));
        let print =
            |index: usize| results[index]["partialFingerprints"]["statusDocsFinding/v1"].as_str().unwrap().to_owned();
        assert_ne!(print(0), print(1));
        let index = usize::try_from(results[0]["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(document["runs"][0]["tool"]["driver"]["rules"][index]["id"], "duplicate_code");
    }
}
