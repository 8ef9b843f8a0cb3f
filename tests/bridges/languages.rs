//! Answers in the language of the request, with what the table says in it.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use actix_web::ResponseError;
use axum::Router;
use axum::extract::{Path, Request};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};
use status_docs::{Language, Problem, StatusCases, StatusDocs};
use status_docs_bridges_tests::client;

type InLanguages = Arc<dyn Fn(Language) -> Response + Send + Sync>;

/// Its own text is for the log.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(
    csv = "tables/spoken.csv",
    code = str,
    messages,
    with(axum(languages, tracing), tonic(tracing), actix_web(tracing))
)]
enum ShopError {
    #[error("SELECT {id}: no rows")]
    Missing { id: u64 },
    #[error("lock {0}")]
    Locked(u64),
    #[error("connection to {0} lost")]
    Database(&'static str),
    #[error("secret")]
    Quiet,
    #[error("secret {0}")]
    #[status(detail = false)]
    Kept(&'static str),
    #[error("secret {0}")]
    #[status(detail = "back at noon")]
    Planned(&'static str),
    #[error("secret plan {0}")]
    #[status(Planned, detail)]
    Told(&'static str),
    #[error(transparent)]
    #[status(transparent)]
    Inner(#[from] Shown),
}

/// It has no `Display` that anybody asks for.
#[derive(StatusDocs)]
#[status(csv = "tables/spoken.csv", code = str, messages, with(axum = axum_core, axum(languages, body = envelope), tonic))]
enum Silent<T: fmt::Display> {
    Missing { id: T },
}

fn envelope<T: fmt::Display>(_: &Silent<T>, problem: &Problem<'_, &'static str>) -> String {
    json!({"title": problem.title(), "text": problem.detail().map(ToString::to_string)}).to_string()
}

/// The messages are its text.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/spoken.csv", code = str, display, with(axum(languages)))]
enum Shown {
    #[status(message = "as it is: {0}")]
    Locked(u8),
    Missing {
        id: u8,
    },
}

impl std::error::Error for Shown {}

/// A type without messages has one language for its text.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/spoken.csv", code = str, languages("en"), with(axum(languages)))]
struct Missing;

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its own text")
    }
}

fn error(what: &str) -> Option<Response> {
    Some(match what {
        "missing" => ShopError::Missing { id: 7 }.into_response(),
        "locked" => ShopError::Locked(7).into_response(),
        "database" => ShopError::Database("db.internal").into_response(),
        "quiet" => ShopError::Quiet.into_response(),
        "kept" => ShopError::Kept("7").into_response(),
        "planned" => ShopError::Planned("7").into_response(),
        "told" => ShopError::Told("at noon").into_response(),
        "inner" => ShopError::Inner(Shown::Missing { id: 1 }).into_response(),
        "own" => Shown::Locked(1).into_response(),
        "shown" => Shown::Missing { id: 2 }.into_response(),
        "silent" => Silent::Missing { id: "x" }.into_response(),
        "plain" => Missing.into_response(),
        _ => return None,
    })
}

/// One for all error types.
async fn in_language(request: Request, next: Next) -> Response {
    let wanted = request.headers().get(header::ACCEPT_LANGUAGE).cloned();
    let mut response = next.run(request).await;
    let Some(answer) = response.extensions().get::<InLanguages>().cloned() else { return response };
    let wanted = wanted.as_ref().and_then(|wanted| wanted.to_str().ok());
    if let Some(language) = wanted.and_then(|wanted| Language::negotiate(wanted, ShopError::LANGUAGES)) {
        let (parts, body) = answer(language).into_parts();
        *response.body_mut() = body;
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response
            .headers_mut()
            .extend(parts.headers.get(header::CONTENT_LANGUAGE).map(|tag| (header::CONTENT_LANGUAGE, tag.clone())));
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

fn server() -> SocketAddr {
    let answer = async |Path(what): Path<String>| match error(&what) {
        Some(response) => response,
        None => "\"fine\"".into_response(),
    };
    client::serve(Router::new().route("/{what}", get(answer)).layer(from_fn(in_language)))
}

#[test]
fn a_client_is_answered_in_its_language() {
    let server = server();
    let german = "fr, de-AT;q=0.9, en;q=0.5";
    let problem = |title: &str, status: u16, detail: Option<&str>, code: &str| {
        let mut body = json!({"title": title, "status": status, "code": code});
        if let Some(detail) = detail {
            body["detail"] = Value::from(detail);
        }
        body
    };
    let cases = [
        ("missing", german, problem("Bestellung fehlt", 404, Some("Die Bestellung 7 fehlt"), "ORD-1"), Some("de")),
        ("missing", "en", problem("Order missing", 404, Some("Order 7 was not found"), "ORD-1"), Some("en")),
        // Nobody offers it: the answer of today.
        ("missing", "fr", problem("Order missing", 404, Some("Order 7 was not found"), "ORD-1"), None),
        // It falls back, and says so.
        ("locked", german, problem("Order locked", 423, Some("Order 7 is locked"), "ORD-2"), Some("en")),
        // What is hidden in one language is in none.
        ("database", german, problem("Datenbank weg", 500, None, "ORD-3"), None),
        ("kept", german, problem("Behalten", 422, None, "ORD-5"), None),
        ("planned", german, problem("Geplant", 503, Some("back at noon"), "ORD-6"), None),
        ("told", german, problem("Geplant", 503, Some("Zurück at noon"), "ORD-6"), Some("de")),
        // A phrase is no message.
        ("quiet", german, problem("Still", 409, Some("Quiet"), "ORD-4"), None),
        ("inner", german, problem("Bestellung fehlt", 404, Some("Die Bestellung 1 fehlt"), "ORD-1"), Some("de")),
        ("own", german, problem("Order locked", 423, Some("as it is: 1"), "ORD-2"), Some("en")),
        ("shown", german, problem("Bestellung fehlt", 404, Some("Die Bestellung 2 fehlt"), "ORD-1"), Some("de")),
        ("silent", german, json!({"title": "Bestellung fehlt", "text": "Die Bestellung x fehlt"}), Some("de")),
        ("plain", german, problem("Bestellung fehlt", 404, Some("its own text"), "ORD-1"), None),
        ("fine", german, json!("fine"), None),
    ];
    for (what, accepted, body, language) in cases {
        let answer = client::get_in(server, &format!("/{what}"), accepted);
        assert_eq!(
            (&answer.body, answer.headers.get("content-language").map(String::as_str)),
            (&body, language),
            "{what} {accepted}"
        );
        let vary = answer.headers.get("vary").map(String::as_str);
        assert_eq!(vary, (what != "fine").then_some("accept-language"), "{what}");
        if let Some(status) = body["status"].as_u64() {
            assert_eq!(u64::from(answer.status), status, "{what}");
        }
    }
    // Without the header, nothing changes.
    let answer = client::get(server, "/missing");
    assert_eq!(answer.body, problem("Order missing", 404, Some("Order 7 was not found"), "ORD-1"));
    assert_eq!(answer.headers.get("content-language"), None);
}

#[test]
fn what_is_displayed_is_logged_and_never_told() {
    let lines = crate::log::Lines::default();
    let mut answers = Vec::new();
    tracing::subscriber::with_default(lines.clone(), || {
        for error in [
            ShopError::Missing { id: 7 },
            ShopError::Database("db.internal"),
            ShopError::Kept("7"),
            ShopError::Planned("7"),
            ShopError::Told("at noon"),
        ] {
            answers.push(tonic::Status::from(&error).message().to_owned());
            let response = error.into_response();
            let answer = response.extensions().get::<InLanguages>().cloned().unwrap();
            // It is logged once, whatever languages it is answered in.
            let _ = (answer(Language::new("de")), answer(Language::new("en")));
        }
        let _ = ShopError::Missing { id: 8 }.error_response();
    });
    assert_eq!(answers, ["Order 7 was not found", "Database lost", "Kept", "back at noon", "Back at noon"]);
    let logged: Vec<String> = lines.lines().into_iter().map(|(level, line)| format!("{level} {line}")).collect();
    let expected = [
        "DEBUG message=answered;grpc=5;code=ORD-1;error=SELECT 7: no rows;",
        "DEBUG message=answered;status=404;code=ORD-1;error=SELECT 7: no rows;",
        "ERROR message=answered without its text;grpc=13;code=ORD-3;error=connection to db.internal lost;",
        "ERROR message=answered without its text;status=500;code=ORD-3;error=connection to db.internal lost;",
        "WARN message=answered without its text;grpc=3;code=ORD-5;error=secret 7;",
        "WARN message=answered without its text;status=422;code=ORD-5;error=secret 7;",
        "ERROR message=answered without its text;grpc=14;code=ORD-6;error=secret 7;",
        "ERROR message=answered without its text;status=503;code=ORD-6;error=secret 7;",
        "ERROR message=answered;grpc=14;code=ORD-6;error=secret plan at noon;",
        "ERROR message=answered;status=503;code=ORD-6;error=secret plan at noon;",
        "DEBUG message=answered;status=404;code=ORD-1;error=SELECT 8: no rows;",
    ];
    assert_eq!(logged, expected);
    assert_eq!(tonic::Status::from(Silent::Missing { id: 'x' }).message(), "Order x was not found");
}

/// The recipe of the page: gRPC's message stays in the default language, and the details have the client's.
#[test]
fn the_details_of_grpc_have_the_message_in_a_language() {
    use tonic_types::{ErrorDetails, StatusExt};

    let error = ShopError::Missing { id: 7 };
    let language = Language::new("de-AT");
    let plain = tonic::Status::from(&error);
    let mut details = ErrorDetails::new();
    if let Some(said) = error.message_language(language) {
        details.set_localized_message(said.as_str(), language.message_of(&error).to_string());
    }
    let status = tonic::Status::with_error_details(plain.code(), plain.message(), details);
    assert_eq!((status.code(), status.message()), (tonic::Code::NotFound, "Order 7 was not found"));
    let details = status.get_error_details();
    let localized = details.localized_message().map(|said| (said.locale.as_str(), said.message.as_str()));
    assert_eq!(localized, Some(("de", "Die Bestellung 7 fehlt")));
}
