//! A tool that says what went wrong in the language of the terminal: what it says is in `tables/greeting.csv`.
//!
//! ```sh
//! LANG=de_AT.UTF-8 cargo run --example greeting -- examples/tables/nowhere.csv
//! ```

use std::path::PathBuf;
use std::process::ExitCode;

use status_docs::{Language, StatusCases, StatusDocs};

/// What it displays is the table's message in English.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/greeting.csv", code = u8, display, languages("en", "de"))]
enum CountError {
    #[status(values(program = "greeting"))]
    Usage,
    #[status(values(path = path.display()))]
    Unreadable { path: PathBuf, error: std::io::Error },
    #[status(values(path = path.display()))]
    Empty { path: PathBuf },
}

impl std::error::Error for CountError {}

fn main() -> ExitCode {
    match count() {
        Ok(lines) => {
            println!("{lines}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            let language = language();
            let docs = error.docs_in(language);
            eprintln!("{}", language.message_of(&error));
            if let Some(tips) = docs.tips {
                eprintln!("{tips}");
            }
            ExitCode::from(error.code())
        }
    }
}

/// That of the terminal, or the table's default.
fn language() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let wanted = said.into_iter().find(|locale| !locale.is_empty()).and_then(|locale| locale.parse().ok());
    wanted.or(CountError::LANGUAGES.first().copied()).unwrap_or_default()
}

fn count() -> Result<usize, CountError> {
    let path = std::env::args_os().nth(1).map(PathBuf::from).ok_or(CountError::Usage)?;
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => return Err(CountError::Unreadable { path, error }),
    };
    match text.lines().count() {
        0 => Err(CountError::Empty { path }),
        lines => Ok(lines),
    }
}
