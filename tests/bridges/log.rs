//! What is not told is logged.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use actix_web::ResponseError;
use axum::response::IntoResponse;
use status_docs_bridges_tests::types::ApiError;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Keeps each event as a line.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<(Level, String)>>>);

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
    assert_eq!(*lines, [line(500, "database: lost"), line(429, "replaced"), line(422, "kept")]);
}
