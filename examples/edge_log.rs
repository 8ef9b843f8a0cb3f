//! Reads an access log from the edge and says what its status codes mean: HTTP's, those that nginx and Cloudflare add
//! to them, and those that no table has.
//!
//! ```sh
//! cargo run --example edge_log -- examples/logs/edge.log
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use status_docs::{Open, StatusClass, status_table};

status_table! {
    /// What an access log at the edge can have.
    #[status(base("http", "nginx", "cloudflare"))]
    pub enum EdgeStatus: u16;
}

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("which log? for instance: cargo run --example edge_log -- examples/logs/edge.log");
        return ExitCode::FAILURE;
    };
    match fs::read_to_string(&path) {
        Ok(log) => {
            report(&log);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn report(log: &str) {
    let mut seen: BTreeMap<u16, usize> = BTreeMap::new();
    for code in log.lines().filter_map(status_of) {
        *seen.entry(code).or_default() += 1;
    }
    let mut is_origin_down = false;
    for (code, count) in seen {
        // No code of the log is lost: one that the table does not have is shown as a number.
        match Open::<EdgeStatus>::from_code(code) {
            Open::Known(status) if status.class() == StatusClass::Success => println!("{count:>5} x {status}"),
            Open::Known(status) => println!("{count:>5} x {status}\n        {}", status.definition()),
            Open::Unknown(unknown) => println!("{count:>5} x {}, which is in none of the tables", unknown.code()),
        }
        is_origin_down |= matches!(EdgeStatus::from_code(code), Some(status) if is_about_the_origin(status));
    }
    if is_origin_down {
        println!("\nLook at the origin server: the edge could not get an answer from it.");
    }
}

/// The codes with which Cloudflare says that the origin server did not answer.
fn is_about_the_origin(status: EdgeStatus) -> bool {
    use EdgeStatus::{
        ATimeoutOccurred, ConnectionTimedOut, InvalidSslCertificate, OriginDnsError, OriginIsUnreachable,
        SslHandshakeFailed, WebServerIsDown, WebServerReturnsAnUnknownError,
    };
    matches!(
        status,
        WebServerReturnsAnUnknownError
            | WebServerIsDown
            | ConnectionTimedOut
            | OriginIsUnreachable
            | ATimeoutOccurred
            | SslHandshakeFailed
            | InvalidSslCertificate
            | OriginDnsError
    )
}

/// The status of a line in the common log format: the number that follows the quoted request.
fn status_of(line: &str) -> Option<u16> {
    let (_, after) = line.split_once('"')?;
    let (_, after) = after.split_once("\" ")?;
    after.split_whitespace().next()?.parse().ok()
}
