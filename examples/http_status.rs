//! Looks up HTTP status codes in the embedded reference.
//!
//! ```sh
//! cargo run --example http_status -- 404 "not found" 4xx
//! ```

use std::process::ExitCode;

use status_docs::HttpStatus;

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
    let mut is_complete = true;
    let mut is_first = true;
    for what in &wanted {
        let mut is_found = false;
        for status in HttpStatus::iter().filter(|status| is_meant(*status, what)) {
            let gap = if is_first { "" } else { "\n" };
            print!("{gap}{}", card(status));
            (is_found, is_first) = (true, false);
        }
        if !is_found {
            eprintln!("{what:?} is not an HTTP status code, class, name or phrase");
            is_complete = false;
        }
    }
    if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether a text means a status: its code, its class (`4xx`, "client error"), or a phrase or name in any case.
fn is_meant(status: HttpStatus, what: &str) -> bool {
    let what = what.trim();
    let same = |text: &str| text.eq_ignore_ascii_case(what);
    let digit = what.strip_suffix("xx").or_else(|| what.strip_suffix("XX"));
    what.parse() == Ok(status.code())
        || what.parse() == Ok(status)
        || same(status.name())
        || same(status.reason())
        || status.aliases().iter().any(|alias| same(alias))
        || same(&status.class().to_string())
        || digit.is_some_and(|digit| digit.parse() == Ok(status.code() / 100))
}

fn card(status: HttpStatus) -> String {
    let reference = status.reference().map(|reference| format!(", {reference}")).unwrap_or_default();
    let tips = status.tips().map(|tips| format!("    Tips: {tips}\n")).unwrap_or_default();
    format!(
        "{} {}\n    {}\n{tips}    {}{reference}\n",
        status.code(),
        status.reason(),
        status.definition(),
        status.class()
    )
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
