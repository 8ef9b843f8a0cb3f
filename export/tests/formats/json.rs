use serde_json::{Value, json};
use status_docs_data::Code;
use status_docs_export::SCHEMA;

use crate::{all, heading, tables};

fn document(name: &str, table: &status_docs_data::Table) -> Value {
    serde_json::from_str(&status_docs_export::json(table, &heading(name))).unwrap()
}

#[test]
fn every_document_is_valid_under_the_published_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (file, name, table) in all(600) {
        let document = document(name, &table);
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{file}");
    }
}

/// The schema says something: each of these is refused.
#[test]
fn what_is_no_document_is_refused() {
    let validator = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let good = document("Fault", &tables::faults());
    assert!(validator.is_valid(&good));
    let wrong: [(&str, Value); 7] = [
        ("/version", json!(2)),
        ("/codeType", json!("u128")),
        ("/rows/0/code", json!(1.5)),
        ("/rows/0/tips", json!(7)),
        ("/rows/0/links/0/url", json!("javascript:x")),
        ("/rows/0/values/weight", json!([])),
        ("/columns/2", json!({"name": "severity", "header": "Sev", "type": "category", "optional": false})),
    ];
    for (place, value) in wrong {
        let mut document = good.clone();
        *document.pointer_mut(place).unwrap() = value;
        assert!(!validator.is_valid(&document), "{place}");
    }
}

#[test]
fn every_cell_reads_back() {
    let table = tables::hostile();
    let document = document("Hostile", &table);
    for (row, written) in table.rows.iter().zip(document["rows"].as_array().unwrap()) {
        let Code::Text(code) = &row.code else { panic!("{row:?}") };
        assert_eq!(written["code"], json!(code));
        assert_eq!(written["reason"], json!(row.reason));
        assert_eq!(written["definition"], json!(row.definition));
        assert_eq!(written["tips"], json!(row.tips));
        assert_eq!(written["reference"], json!(row.reference));
    }
}

#[test]
fn large_numbers_are_numbers() {
    let text = status_docs_export::json(&tables::wide(), &heading("Wide"));
    for line in ["\"code\": -9223372036854775808,", "\"mask\": 18446744073709551615", "\"mask\": null"] {
        assert!(text.contains(line), "{line}");
    }
}

/// The joiners of emoji and of Persian aside, which are seen where they join.
#[test]
fn a_reviewer_sees_every_character() {
    let is_hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let table = tables::hostile();
    for text in [status_docs_export::json(&table, &heading("X")), status_docs_export::typescript(&table, &heading("X"))]
    {
        assert_eq!(text.chars().find(|c| is_hidden(*c)), None);
    }
}
