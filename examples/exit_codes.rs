//! A tool whose exit codes are documented: some of `sysexits`, and one of its own (`tables/find-exit.csv`). `--help`
//! prints them from the table, so that code and documentation cannot differ.
//!
//! ```sh
//! cargo run --example exit_codes -- door examples/tables/faults.csv; echo $?
//! ```

use std::fs;
use std::io::ErrorKind;

use status_docs::status_table;

status_table! {
    /// How the tool ends.
    #[status(base = "exit", csv = "tables/find-exit.csv", only = "0, 1, 64-66, 74", with(exit_code))]
    enum Exit: u8;
}

fn main() -> Exit {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let exit = match arguments.as_slice() {
        [help] if help == "--help" || help == "-h" => {
            print_help();
            Exit::Success
        }
        [word, path] => find(word, path),
        _ => {
            eprintln!("expected a word and a file; --help says more");
            Exit::Usage
        }
    };
    if exit != Exit::Success && exit != Exit::NoMatch {
        eprintln!("{exit}: {}", exit.definition());
    }
    exit
}

/// Prints the lines that have the word in them.
fn find(word: &str, path: &str) -> Exit {
    let text = match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => return Exit::DataErr,
        },
        Err(error) => {
            return match error.kind() {
                ErrorKind::NotFound | ErrorKind::PermissionDenied => Exit::NoInput,
                _ => Exit::IoErr,
            };
        }
    };
    let mut exit = Exit::NoMatch;
    for line in text.lines().filter(|line| line.to_lowercase().contains(&word.to_lowercase())) {
        println!("{line}");
        exit = Exit::Success;
    }
    exit
}

fn print_help() {
    println!("Prints the lines of a file that have a word in them.\n\nUsage: exit_codes WORD FILE\n\nExit codes:");
    for exit in Exit::iter() {
        println!("  {:>3}  {:25} {}", exit.code(), exit.reason(), exit.definition());
    }
}
