//! A small service: its error types are its own, and what the API answers is in the table.
//!
//! ```sh
//! cargo run --example api_errors
//! ```

use status_docs::{Problem, StatusDocs};

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

/// The body of the response. The table's tips are not in it: a support team's steps are often not for clients.
fn json(error: &dyn Answer) -> String {
    Problem::new(&error.docs()).with_detail(&error).to_string()
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
        println!("{} {}: {}", entry.code(), entry.reason(), entry.definition());
    }
}
