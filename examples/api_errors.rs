//! A small service: its error types are its own, and what the API answers is in the table.
//!
//! ```sh
//! cargo run --example api_errors
//! ```

use status_docs::StatusDocs;

/// What the order service can fail with.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(default = InternalServerError)]
enum ApiError {
    #[error("order {id} not found")]
    #[status(NotFound)]
    Missing { id: u64 },
    #[error("slow down")]
    #[status(429, tips = "Wait a minute, then try again.")]
    Busy,
    #[error(transparent)]
    #[status(transparent)]
    Auth(#[from] AuthError),
    #[error("conflict")]
    Conflict,
    #[error("database: {0}")]
    Db(String),
}

/// What the login can fail with.
#[derive(Debug, thiserror::Error, StatusDocs)]
enum AuthError {
    #[error("who are you?")]
    #[status(UNAUTHORIZED)]
    Anonymous,
    #[error("{0} may not do that")]
    Forbidden(String),
}

/// An error of any of the service's types.
trait Answer: StatusDocs<Code = u16> + std::error::Error {}
impl<T: StatusDocs<Code = u16> + std::error::Error> Answer for T {}

/// The body of the response.
fn json(error: &dyn Answer) -> String {
    let docs = error.docs();
    let texts = [
        ("title", Some(docs.reason)),
        ("detail", Some(&*error.to_string())),
        ("definition", Some(docs.definition)),
        ("tips", docs.tips),
    ]
    .map(|(key, text)| text.map_or(String::new(), |text| format!(",\n  \"{key}\": {}", quoted(text))));
    format!("{{\n  \"status\": {}{}\n}}", docs.code, texts.concat())
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|character| match character {
        '"' | '\\' => format!("\\{character}"),
        _ if character.is_control() => format!("\\u{:04x}", u32::from(character)),
        _ => character.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// What a handler does.
fn order(id: u64) -> Result<&'static str, ApiError> {
    match id {
        0 => Ok("an order"),
        1 => Err(ApiError::Busy),
        2 => Err(AuthError::Forbidden("Guest".to_owned()))?,
        3 => Err(ApiError::Conflict),
        4 => Err(ApiError::Db("no connection".to_owned())),
        id => Err(ApiError::Missing { id }),
    }
}

fn main() {
    for id in 0..=5 {
        match order(id) {
            Ok(order) => println!("200 {order}"),
            Err(error) => println!("{}", json(&error)),
        }
    }

    // Errors of several types in one list: what they are is in the table.
    let log: Vec<Box<dyn StatusDocs<Code = u16>>> =
        vec![Box::new(ApiError::Missing { id: 7 }), Box::new(AuthError::Anonymous)];
    for entry in &log {
        println!("{} {}: {}", entry.code(), entry.reason(), entry.tips().unwrap_or("no tips"));
    }
}
