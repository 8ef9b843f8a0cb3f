//! What is not told is logged.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use actix_web::ResponseError;
use axum::response::IntoResponse;
use status_docs_bridges_tests::types::{ApiError, LoggedRpcError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Keeps each event as a line.
#[derive(Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<(Level, String)>>>);

impl Lines {
    /// The lines so far.
    pub(crate) fn lines(&self) -> Vec<(Level, String)> {
        self.0.lock().unwrap().clone()
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, "{field}={value:?};");
    }
}

impl Subscriber for Lines {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().unwrap().push((*event.metadata().level(), line.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn a_hidden_text_is_in_the_log_and_no_other() {
    let lines = Lines::default();
    tracing::subscriber::with_default(lines.clone(), || {
        let _ = ApiError::Missing { id: "told".to_owned() }.into_response();
        let _ = ApiError::Planned("told".to_owned()).into_response();
        let _ = ApiError::Db("lost".to_owned()).into_response();
        let _ = ApiError::Busy("replaced".to_owned()).into_response();
        let _ = ApiError::Quiet("kept".to_owned()).error_response();
        let _ = ApiError::Missing { id: "told".to_owned() }.error_response();
    });
    let lines = lines.0.lock().unwrap();
    let line = |status: u16, error: &str| {
        let message = "message=answered without its text";
        (Level::ERROR, format!("{message};status={status};code={status};error={error};"))
    };
    let warning = |status: u16, error: &str| (Level::WARN, line(status, error).1);
    let told = |status: u16, error: &str| {
        let line = format!("message=answered;status={status};code={status};error={error};");
        (Level::ERROR, line)
    };
    let expected = [told(503, "told"), line(500, "database: lost"), warning(429, "replaced"), warning(422, "kept")];
    assert_eq!(*lines, expected);
}

/// What caused an error is in the line that has its text.
#[derive(Debug, thiserror::Error, status_docs::StatusDocs)]
#[status(with(axum(tracing), actix_web(tracing)))]
enum Caused {
    #[error("database")]
    #[status(500)]
    Db(#[source] std::num::ParseIntError),
    #[error("database: {0}")]
    #[status(500)]
    Repeated(#[from] std::num::ParseFloatError),
    #[error("a number, please")]
    #[status(400)]
    Told(#[source] std::num::ParseIntError),
    #[error("a number: {0}")]
    #[status(400)]
    Said(#[source] std::char::ParseCharError),
    #[error("gone")]
    #[status(410)]
    Gone,
}

fn causes() -> [Caused; 5] {
    let number = || "x".parse::<u8>().unwrap_err();
    [
        Caused::Db(number()),
        "x".parse::<f32>().unwrap_err().into(),
        Caused::Told(number()),
        Caused::Said("".parse::<char>().unwrap_err()),
        Caused::Gone,
    ]
}

#[test]
fn an_error_is_logged_with_its_causes() {
    let lines = Lines::default();
    tracing::subscriber::with_default(lines.clone(), || {
        for error in causes() {
            let _ = error.error_response();
            let _ = error.into_response();
        }
        for error in [LoggedRpcError::NotFound("7".to_owned()), "x".parse::<u8>().unwrap_err().into()] {
            let _ = tonic::Status::from(&error);
            let _ = tonic::Status::from(error);
        }
    });
    let number = "invalid digit found in string";
    let http = |level: Level, message: &str, status: u16, error: &str| {
        (level, format!("message={message};status={status};code={status};error={error};"))
    };
    let hidden = "answered without its text";
    let mut expected = Vec::new();
    for line in [
        http(Level::ERROR, hidden, 500, &format!("database: {number}")),
        http(Level::ERROR, hidden, 500, "database: invalid float literal"),
        http(Level::DEBUG, "answered", 400, &format!("a number, please: {number}")),
        (Level::ERROR, format!("message={hidden};grpc=13;code=13;error=broken: {number};")),
    ] {
        expected.extend([line.clone(), line]);
    }
    assert_eq!(*lines.0.lock().unwrap(), expected);
}
