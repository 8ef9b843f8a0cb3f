//! Looks up HTTP status codes in the embedded reference.
//!
//! ```sh
//! cargo run --example http_status -- 404 "not found" 4xx
//! ```

use std::process::ExitCode;

use status_docs::HttpStatus;
use status_docs_data::find::{Entry, Query, similar};

const HELP: &str = "\
Looks up HTTP status codes.

Usage: http_status [WHAT]...

WHAT is a code (404), a class (4xx), a reason phrase in any case (\"not found\"), an older phrase
(\"payload too large\") or a name (NotFound). Without it, the whole reference is printed as a table.

Exit code: 0 if everything was found, 1 if not.
";

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if wanted.iter().any(|what| what == "--help" || what == "-h") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    if wanted.is_empty() {
        print_table();
        return ExitCode::SUCCESS;
    }
    let entries: Vec<Entry> = HttpStatus::iter().map(entry).collect();
    let mut is_complete = true;
    let mut is_first = true;
    for what in &wanted {
        let found = Query::called(what).find(&entries);
        for entry in found.iter().filter_map(|index| entries.get(*index)) {
            let gap = if is_first { "" } else { "\n" };
            print!("{gap}{} {}\n{}", entry.code, entry.reason, entry.body());
            is_first = false;
        }
        if found.is_empty() {
            eprintln!("{what:?} is not an HTTP status code, class, name or phrase{}", hint(&entries, what));
            is_complete = false;
        }
    }
    if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A status by what it is looked for and shown by, as in `cargo status-docs explain`.
fn entry(status: HttpStatus) -> Entry {
    let reference = status.reference().map(|reference| format!(", {reference}")).unwrap_or_default();
    let text = |head: &str, text: &str| (head.to_owned(), text.to_owned());
    Entry {
        code: status.code().to_string(),
        number: status.code().to_string(),
        name: status.name().to_owned(),
        reason: status.reason().to_owned(),
        aliases: status.aliases().iter().map(|&alias| alias.to_owned()).collect(),
        class: Some(status.class().to_string()),
        texts: vec![
            text("", status.definition()),
            text("Tips", status.tips().unwrap_or_default()),
            text("", &format!("{}{reference}", status.class())),
        ],
    }
}

fn hint(entries: &[Entry], what: &str) -> String {
    match similar(entries, what).as_slice() {
        [] => String::new(),
        meant => format!("; did you mean {}?", meant.join(", or ")),
    }
}

fn print_table() {
    let width = HttpStatus::iter().map(|status| status.reason().len()).max().unwrap_or_default();
    let mut class = None;
    for status in HttpStatus::iter() {
        if class != Some(status.class()) {
            class = Some(status.class());
            println!("{}{}", if status.code() > 199 { "\n" } else { "" }, status.class());
        }
        println!("  {}  {:width$}  {}", status.code(), status.reason(), status.definition());
        if let Some(tips) = status.tips() {
            println!("  {:5}{:width$}  Tips: {tips}", "", "");
        }
    }
}
