use serde_json::{Value, json};
use status_docs_data::Table;
use status_docs_export::{Format, Page, Subject, export_page};

use crate::{heading, tables};

fn page(table: &Table, language: &str, format: Format) -> String {
    let subject = Subject { table, heading: heading("Said"), anchor: "", variants: None };
    export_page(&[subject], &Page { language, ..Page::default() }, format)
}

#[test]
fn json_has_the_languages_and_the_messages_as_their_cells_have_them() {
    let document: Value = serde_json::from_str(&page(&tables::languages(), "", Format::Json)).unwrap();
    assert_eq!(document["languages"], json!([{"tag": "en"}, {"tag": "de"}, {"tag": "zh-Hant", "also": ["zh-TW"]}]));
    let row = &document["rows"][0];
    assert_eq!(
        row["messages"],
        json!({"en": "Order {id} was not found in {warehouse}", "de": "In {warehouse} fehlt {id:>4} {{x}}"})
    );
    assert_eq!(row["placeholders"], json!(["id", "warehouse"]));
    assert_eq!(row["translations"], json!({"zh-Hant": {"tips": "\u{627e}"}}));
    // Nothing of it where the table has none.
    let plain = page(&tables::faults(), "", Format::Json);
    for property in ["languages", "messages", "placeholders", "translations", "variant"] {
        assert!(!plain.contains(&format!("\"{property}\"")), "{property}");
    }
}

#[test]
fn csv_names_the_language_of_each_column() {
    let text = page(&tables::languages(), "", Format::Csv);
    assert_eq!(text.lines().next(), Some("code,name,reason,tips,message:en,message:de,\"tips:zh-Hant, zh-TW\""));
}

#[test]
fn texts_are_in_the_language_as_far_as_the_table_has_it() {
    let table = tables::languages();
    let cases = [
        ("English", "", ["Order {id} was not found", "Look for it.", "lang=\"en\""]),
        ("German, with the tips of the default", "de-AT", ["fehlt {id:&#62;4}", "Look for it.", "lang=\"de\""]),
        ("a second tag", "zh-TW", ["Order {id} was not found", "\u{627e}", "lang=\"zh-Hant\""]),
        ("a language that the page speaks, and the table does not", "fr", ["Order {id}", "Look for it.", "2 codes"]),
    ];
    for (case, language, parts) in cases {
        let html = page(&table, language, Format::Html);
        for part in parts {
            assert!(html.contains(part), "{case}: {part}");
        }
    }
}

#[test]
fn a_page_speaks_the_language_itself() {
    let cases = [
        ("", "<html lang=\"en\">", "4 codes", ">yes<"),
        ("de", "<html lang=\"de\">", "4 Codes", ">ja<"),
        ("fr-CA", "<html lang=\"fr\">", "4 codes", ">oui<"),
        ("es", "<html lang=\"es\">", "4 c\u{f3}digos", ">s\u{ed}<"),
        ("ja", "<html lang=\"en\">", "4 codes", ">yes<"),
    ];
    for (language, root, count, yes) in cases {
        let html = page(&tables::faults(), language, Format::Html);
        for part in [root, count, yes] {
            assert!(html.contains(part), "{language}: {part}");
        }
    }
    assert!(status_docs_export::speaks("de-AT") && !status_docs_export::speaks("it"));
    assert!(status_docs_export::has_language(&tables::languages(), "zh-TW"));
    assert!(!status_docs_export::has_language(&tables::languages(), "zh"));
}

#[test]
fn a_page_has_all_languages_and_a_switch() {
    let html = page(&tables::languages(), "de", Format::Html);
    let text = |tag: &str, of: &str, text: &str| format!("lang=\"{tag}\" dir=\"auto\" data-of=\"{of}\">{text}<");
    for part in [
        text("en", "message", "<span dir=\"auto\">Message:</span> Order {id} was not found in {warehouse}"),
        text("de", "message", "<span dir=\"auto\">Message:</span> In {warehouse} fehlt {id:&#62;4} {{x}}"),
        text("en", "tips", "Look for it."),
        text("zh-Hant", "tips", "\u{627e}"),
        text("en", "reason", "Missing"),
        "<option value=\"en\" lang=\"en\">en</option>".to_owned(),
        "<option value=\"de\" lang=\"de\" selected>de</option>".to_owned(),
        "data-language=\"en\"".to_owned(),
        "<span class=\"hidden\">Sprache</span>".to_owned(),
    ] {
        assert!(html.contains(&part), "{part}\n{html}");
    }
    assert!(page(&tables::languages(), "", Format::Html).contains("value=\"en\" lang=\"en\" selected"));
    let plain = page(&tables::faults(), "", Format::Html);
    for part in ["data-of", "data-language", "dir=\"auto\"", "class=\"language\"", "DisplayNames"] {
        assert!(!plain.contains(part), "{part}");
    }
}
