//! What translators and on-call ask the command: what is not translated, whose message a line is, what became stale.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SHEET: &str = "code,name,message:en,message:de,message:fr,tips,tips:de\n\
    1,Missing,Order {id} was not found in {warehouse},In {warehouse} gibt es die Bestellung {id} nicht,,Check it.,\n\
    2,Busy,\"Busy, wait a minute\",Bitte warten,,,\n\
    3,Odd,{0}: {1} {path},{0}: {1} {path},,Ask.,Fragen.\n";

const SOURCE: &str = "#[derive(status_docs::StatusDocs)]
    #[status(csv = \"orders.csv\", code = u16, display, languages(\"en\", \"de\"))]
    pub enum ApiError {
        Missing { id: u64, warehouse: String },
        #[status(values(count = 1))]
        Busy,
        #[status(values(path = 2))]
        Odd(u8, u8),
    }
    status_docs::status_table! {
        #[status(csv = \"plain.csv\")]
        pub enum Plain: u8;
        #[status(csv = \"faults.csv\", messages)]
        pub enum Fault: u8;
    }";

fn package(name: &str) -> PathBuf {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("languages-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"orders\"\nversion = \"0.1.0\"\nedition = \"2024\"\n")
        .unwrap();
    fs::write(folder.join("src/lib.rs"), SOURCE).unwrap();
    fs::write(folder.join("orders.csv"), SHEET).unwrap();
    fs::write(folder.join("plain.csv"), "code,name\n1,A\n").unwrap();
    fs::write(folder.join("faults.csv"), FAULTS).unwrap();
    folder
}

const FAULTS: &str =
    "code,name,message:en,message:de\n1,Held,Door {door} is open,Tür {door} ist offen\n2,Forced,Forced,Aufgebrochen\n";

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_cargo-status-docs")).current_dir(folder).args(arguments).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap())
}

#[test]
fn what_has_no_text_in_a_language_is_found() {
    let folder = package("check");
    let (code, said) = run(&folder, &["check", "--quiet"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let (code, said) = run(&folder, &["check"]);
    assert_eq!(code, Some(0), "{said}");
    for note in [
        "`Busy` names the value {count}, and no message shows it [unused_value]",
        "a row has tips that are not there in de: 1 [partly_translated]",
    ] {
        assert!(said.contains(note), "{note}: {said}");
    }
    assert!(!said.contains("{path}"), "{said}");
    let (code, said) = run(&folder, &["check", "--language", "fr", "--quiet"]);
    assert_eq!(code, Some(1), "{said}");
    let first = "error: orders.csv: 3 rows have no message in fr: Missing, Busy, Odd [no_translation]";
    assert!(said.contains(first), "{said}");
    // Another table has languages, and not this one; a table without any says nothing about it.
    assert!(
        said.contains("error: faults.csv: no column is in \"fr\"; the columns have en, de [unknown_language]"),
        "{said}"
    );
    assert!(!said.contains("plain.csv"), "{said}");
    let (code, said) = run(&folder, &["check", "--lang", "DE", "--quiet"]);
    assert_eq!((code, said.matches("[no_translation]").count()), (Some(1), 1), "{said}");
    assert!(said.contains("1 row has no tips in de: Missing [no_translation]"), "{said}");
    let (code, said) = run(&folder, &["check", "--language", "german"]);
    assert_eq!(code, Some(2), "{said}");
}

/// A sheet that no code names yet, its language, and the findings by what they end with.
const LOOSE: [(&str, &str, &str, &[&str]); 9] = [
    ("complete", "code,name,message:en,message:de\n1,Busy,Busy,Besetzt\n", "de", &[]),
    ("the default", "code,name,message:en,message:de\n1,Busy,Busy,Besetzt\n", "en", &[]),
    (
        "a message is missing",
        "code,name,message:en,message:de\n1,Busy,Busy,\n2,Gone,Gone,Weg\n",
        "de",
        &["1 row has no message in de: Busy [no_translation]"],
    ),
    (
        "texts of every role",
        "code,name,tips:en,tips:de,reason,reason:de\n1,Busy,Wait.,,Busy,\n2,Gone,,,Gone,Weg\n",
        "de",
        &["1 row has no reason in de: Busy [no_translation]", "1 row has no tips in de: Busy [no_translation]"],
    ),
    ("nothing says the default", "code,name,reason,reason:de\n1,Busy,Busy,Besetzt\n", "de", &[]),
    (
        "no such column",
        "code,name,reason,reason:de\n1,Busy,Busy,Besetzt\n",
        "fr",
        &["no column is in \"fr\"; the columns have de [unknown_language]"],
    ),
    (
        "no language at all",
        "code,name,message\n1,Busy,Busy\n",
        "de",
        &["no column is in \"de\"; no column has a language [unknown_language]"],
    ),
    (
        "what fields show is known to code alone",
        "code,name,message:en,message:de\n1,Got,{n:>3} of {0:?},{n} / {0} {m}\n",
        "de",
        &[],
    ),
    (
        "a value that is lost",
        "code,name,message:en,message:de\n1,Got,{n} of it,davon\n",
        "de",
        &["or empty the cell [lost_value]", "1 row has no message in de: Got [no_translation]"],
    ),
];

#[test]
fn a_sheet_that_no_code_names_is_checked_for_a_language() {
    let folder = package("loose");
    for (name, sheet, tag, expected) in LOOSE {
        fs::write(folder.join("loose.csv"), sheet).unwrap();
        let (code, said) = run(&folder, &["check", "loose.csv", "--language", tag, "--quiet"]);
        let found: Vec<&str> = said.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!((code, found.len()), (Some(i32::from(!expected.is_empty())), expected.len()), "{name}: {said}");
        for expected in expected {
            assert!(found.iter().any(|found| found.ends_with(expected)), "{name}: {said}");
        }
    }
}

#[test]
fn a_line_of_a_log_leads_to_its_row_and_its_values() {
    let folder = package("explain");
    let cases = [
        ("as it is said", "Order 7 was not found in Graz", "Missing", &["id = 7", "warehouse = Graz"][..]),
        (
            "another language, with a head",
            "2026-01-01 ERROR In Graz gibt es die Bestellung 7 nicht",
            "Missing",
            &["id = 7", "warehouse = Graz"],
        ),
        ("without values", "WARN Busy, wait a minute", "Busy", &[]),
        ("of a table", "Tür B ist offen", "Held", &["door = B"]),
    ];
    for (name, line, row, values) in cases {
        let (code, said) = run(&folder, &["explain", line]);
        assert_eq!(code, Some(0), "{name}: {said}");
        assert!(said.contains(row), "{name}: {said}");
        for value in values {
            assert!(said.contains(value), "{name}: {said}");
        }
        assert!(!said.contains("closest"), "{name}: {said}");
    }
    let (_, json) = run(&folder, &["explain", "--format", "json", "Order 7 was not found in Graz"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["found"][0]["values"], serde_json::json!({"id": "7", "warehouse": "Graz"}));
    let (_, said) = run(&folder, &["explain", "--table", "ApiError", "Odd", "--language", "de-AT"]);
    assert!(said.contains("Fragen.") && !said.contains("Tips: Ask."), "{said}");
    let (_, said) = run(&folder, &["explain", "--table", "ApiError", "Odd"]);
    assert!(said.contains("Tips: Ask.") && said.contains("Says (en): {0}: {1} {path}"), "{said}");
}

#[test]
fn what_was_not_translated_again_is_said() {
    let folder = package("diff");
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(&folder).args([
            "-c",
            "user.name=t",
            "-c",
            "user.email=t@example.org",
            "-c",
            "commit.gpgsign=false",
        ]);
        assert!(git.args(arguments).output().unwrap().status.success(), "{arguments:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "first"]);
    let sheet =
        SHEET.replace("was not found in", "is not in").replace("Check it.", "Check.").replace("Fragen.", "Frag.");
    fs::write(folder.join("orders.csv"), sheet.replace("message:fr", "message:it")).unwrap();
    fs::write(folder.join("faults.csv"), FAULTS.replace("Door {door} is", "{what} is").replace("Tür {door}", "{what}"))
        .unwrap();
    let (code, said) = run(&folder, &["diff", "HEAD"]);
    assert_eq!(code, Some(1), "{said}");
    for expected in [
        "not translated again: 1 Missing: message:de: Order {id} was not found in {warehouse} \u{2192} Order {id} is not in {warehouse}",
        "changed: 3 Odd: tips:de: Fragen. \u{2192} Frag.",
        "a language is new: it",
        "a language is gone: fr",
        "breaking  other values in the message: 1 Held: message: door \u{2192} what",
        "changed: 1 Held: message:en",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    // What changed with its text is not stale, and what is not there is not either.
    assert_eq!(said.matches("not translated again").count(), 1, "{said}");
    let json = run(&folder, &["diff", "HEAD", "--format", "json", "--table", "ApiError"]);
    let changes: serde_json::Value = serde_json::from_str(&json.1).unwrap();
    let changes = changes["tables"][0]["changes"].as_array().unwrap();
    let stale = changes.iter().find(|change| change["kind"] == "stale").unwrap();
    assert_eq!((&stale["what"], &stale["breaking"]), (&"Missing: message:de".into(), &false.into()));
    assert_eq!(json.0, Some(0));
    assert_eq!(run(&folder, &["diff", "HEAD", "--table", "ApiError", "--stale"]).0, Some(1));
    assert_eq!(run(&folder, &["diff", "HEAD", "--table", "ApiError", "--stale", "--allow", "stale:1"]).0, Some(0));
}

/// What is written in place of what, and what is found.
const SLIPS: [(&str, &str, &str, &[&str]); 16] = [
    ("nothing", "", "", &[]),
    ("a value left out on purpose", "fehlt {id}", "fehlt eine {-id}", &[]),
    (
        "the name translated",
        "fehlt {id}",
        "fehlt {Nummer}",
        &["(cell D2): `Missing` has no field {Nummer}; it has {id}, {warehouse} [unknown_value]"],
    ),
    (
        "a capital",
        "Dateien: {count}",
        "Dateien: {Count}",
        &["(cell D4): `Files` has no field {Count}; did you mean {count}? [unknown_value]"],
    ),
    (
        "a value lost",
        "fehlt {id}",
        "fehlt etwas",
        &[
            "(cell D2): the message in de does not show {id}, as the default one does; write it where it belongs, {-id} if it is left out on purpose, or empty the cell [lost_value]",
        ],
    ),
    (
        "full-width braces",
        "Dateien: {count}",
        "Dateien: \u{ff5b}count\u{ff5d}",
        &["(cell D4): \u{ff5b}count\u{ff5d} is shown as it is; a value is written {count} [foreign_placeholder]"],
    ),
    (
        "gettext's form",
        "Dateien: {count}",
        "Dateien: %(count)s",
        &["(cell D4): %(count)s is shown as it is; a value is written {count} [foreign_placeholder]"],
    ),
    (
        "printf's form",
        "Dateien: {count}",
        "Dateien: %d",
        &["(cell D4): %d is shown as it is; a value is written by its name: {count} [foreign_placeholder]"],
    ),
    (
        "doubled braces",
        "Dateien: {count}",
        "Dateien: {{count}}",
        &["(cell D4): {{count}} is shown as it is; a value is written {count} [foreign_placeholder]"],
    ),
    (
        "a plural",
        "Dateien: {count}",
        "\"{count, plural, one {Datei} other {Dateien}}\"",
        &[
            "(cell D4): a message has one form for all numbers; word it so that it fits each: \"Files: {count}\" [message_plural]",
        ],
    ),
    (
        "a brace lost",
        "Dateien: {count}",
        "Dateien: {count",
        &[
            "(cell D4): { opens a value, and no } closes it; a value is {name}, and a brace that is text is {{ [message_syntax]",
        ],
    ),
    (
        "an override pasted",
        "Bitte warten",
        "Bitte\u{202e} warten",
        &["(cell D3): there is a character that nobody sees (U+202E); type the text again [invisible_character]"],
    ),
    ("a row forgotten", "Bitte warten", "", &["orders.csv: 1 row has no message in de: Busy [no_translation]"]),
    (
        "the country",
        "message:de",
        "message:jp",
        &["(cell D1): there is no language \"jp\"; Japanese is ja [no_such_language]"],
    ),
    (
        "the language's name",
        "message:de",
        "message:German",
        &["(cell D1): \"German\" is not a language; write a tag, such as message:de or message:zh-Hant [language_tag]"],
    ),
    (
        "the tag glued on",
        "message:de",
        "message_de",
        &[
            "orders.csv: no column is in \"de\"; if \"message_de\" is meant, write message:de above it [unknown_language]",
        ],
    ),
];

/// Slips of translators in the sheet: what each of them gets, and nothing else.
#[test]
fn a_translators_slip_is_one_finding() {
    let folder = package("slips");
    fs::write(
        folder.join("src/lib.rs"),
        "#[derive(status_docs::StatusDocs)]
        #[status(csv = \"orders.csv\", code = u16, display, languages(\"en\", \"de\"))]
        pub enum ApiError { Missing { id: u64, warehouse: String }, Busy, Files { count: u32 } }",
    )
    .unwrap();
    let right = "code,name,message:en,message:de\n1,Missing,Order {id} in {warehouse},In {warehouse} fehlt {id}\n\
                 2,Busy,Busy,Bitte warten\n3,Files,Files: {count},Dateien: {count}\n";
    for (name, text, slip, expected) in SLIPS {
        let sheet = if text.is_empty() { right.to_owned() } else { right.replacen(text, slip, 1) };
        fs::write(folder.join("orders.csv"), sheet).unwrap();
        let (_, said) = run(&folder, &["check", "--quiet"]);
        let found: Vec<&str> = said.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!(found.len(), expected.len(), "{name}: {said}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.ends_with(expected), "{name}: {found}");
        }
    }
}
