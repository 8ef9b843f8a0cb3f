//! A client of the service whose table is one row behind: it keeps the code that it does not know.
//! `cargo run -p status-docs-service --bin client`, with the service running.

use status_docs::{Open, ReceivedProblem, status_table};

status_table! {
    /// The codes as they were last year.
    #[status(csv = "tables/orders-last-year.csv")]
    enum ErrorCode: str {
        retry_after: Option<u32> = "Retry (s)",
    }
}

/// The body of an error: the problem, and a member of the service's own.
#[derive(serde::Deserialize)]
struct Failure {
    #[serde(flatten)]
    problem: ReceivedProblem<ErrorCode, String>,
    #[serde(default)]
    errors: Vec<serde_json::Value>,
}

/// What to do about an error.
fn advice(failure: &Failure) -> String {
    match &failure.problem.code {
        Some(Open::Known(code)) => match code.retry_after() {
            Some(seconds) => format!("{}, try again in {seconds} s", failure.problem),
            None => format!("{} ({} fields)", failure.problem, failure.errors.len()),
        },
        Some(Open::Unknown(code)) => format!("{}, which is new: {}", failure.problem, code.code()),
        None => failure.problem.to_string(),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    for path in ["orders/1", "orders/2", "orders/3", "orders/7", "orders/x", "nowhere"] {
        let mut response = agent.get(format!("http://127.0.0.1:3000/{path}")).call()?;
        let body = response.body_mut().read_to_string()?;
        if response.status().is_success() {
            println!("{path}: {body}");
        } else {
            println!("{path}: {}", advice(&serde_json::from_str(&body)?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_the_table_does_not_know_is_kept() {
        for (body, expected) in [
            (
                r#"{"title":"Order Locked","status":409,"detail":"order 2 is locked","code":"ORD-002"}"#,
                "Order Locked: order 2 is locked, try again in 30 s",
            ),
            (r#"{"title":"Database Lost","status":503,"code":"SYS-001"}"#, "Database Lost, which is new: SYS-001"),
            (
                r#"{"title":"Unprocessable Order","status":422,"code":"REQ-002","errors":[{"field":"item"}]}"#,
                "Unprocessable Order (1 fields)",
            ),
            (r#"{"title":"Bad Gateway","status":502}"#, "Bad Gateway"),
        ] {
            assert_eq!(advice(&serde_json::from_str(body).unwrap()), expected);
        }
    }
}
