//! Looks up HTTP status codes in the embedded reference.
//!
//! ```sh
//! cargo run --example http_status -- 404 "not found" 4xx
//! ```

use std::collections::BTreeSet;
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
        let found = find(what.trim());
        for status in &found {
            if !is_first {
                println!();
            }
            is_first = false;
            print_card(*status);
        }
        if found.is_empty() {
            eprintln!("{what:?} is not an HTTP status code, class, name or phrase{}", hint(what));
            is_complete = false;
        }
    }
    if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The statuses that a word means: one, or all of a class.
fn find(what: &str) -> Vec<HttpStatus> {
    if let Some(digit) = what.strip_suffix("xx").or_else(|| what.strip_suffix("XX")) {
        return HttpStatus::iter().filter(|status| (status.code() / 100).to_string() == digit).collect();
    }
    what.parse().into_iter().collect()
}

fn print_card(status: HttpStatus) {
    println!("{status}");
    println!("  {}", status.definition());
    if let Some(tips) = status.tips() {
        println!("  Tips: {tips}");
    }
    let reference = status.reference().map(|reference| format!(", {reference}")).unwrap_or_default();
    println!("  {}{reference}", status.class());
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

/// What was probably meant: codes that begin alike, or phrases that are spelt alike.
fn hint(what: &str) -> String {
    let folded = what.to_lowercase();
    let mut close: BTreeSet<(usize, u16)> = BTreeSet::new();
    for status in HttpStatus::iter() {
        let code = strsim::damerau_levenshtein(&folded, &status.code().to_string());
        if code == 1 && what.chars().all(|c| c.is_ascii_digit()) {
            close.insert((code, status.code()));
        }
        let spelt = strsim::damerau_levenshtein(&folded, &status.reason().to_lowercase());
        let named = strsim::damerau_levenshtein(&folded, &status.name().to_lowercase());
        let allowed = (what.len() / 3).clamp(1, 4);
        if spelt.min(named) <= allowed {
            close.insert((spelt.min(named), status.code()));
        }
    }
    let meant: Vec<String> = close
        .iter()
        .take(3)
        .filter_map(|(_, code)| HttpStatus::from_code(*code))
        .map(|status| status.to_string())
        .collect();
    if meant.is_empty() { String::new() } else { format!("; did you mean {}?", meant.join(", or ")) }
}
