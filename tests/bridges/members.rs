//! Members and headers of the user's, in answers and in the document.

use actix_web::ResponseError;
use actix_web::body::MessageBody;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use serde_json::{Value, json};
use status_docs::{Open, ReceivedProblem};
use status_docs_bridges_tests::client;
use status_docs_bridges_tests::types::{ErrorCode, FieldError, FormError};

fn error(what: &str) -> FormError {
    match what {
        "invalid" => FormError::Invalid(vec![FieldError { field: "name", error: "too \"long\"".to_owned() }]),
        _ => FormError::Offline("db.internal".to_owned()),
    }
}

async fn answer(Path(what): Path<String>) -> Result<(), FormError> {
    Err(error(&what))
}

/// What each answers, with the header.
fn expected() -> [(&'static str, u16, Value, &'static str); 2] {
    let link = |code: &str| format!("https://docs.example.com/errors/{code}");
    [
        (
            "invalid",
            409,
            json!({
                "type": link("E1002"), "title": "Order Locked", "status": 409, "detail": "the form is wrong",
                "code": "E1002", "errors": [{"field": "name", "error": "too \"long\""}], "row": "OrderLocked",
            }),
            "30",
        ),
        (
            "offline",
            503,
            json!({
                "type": link("E2001"), "title": "Stock Offline", "status": 503, "code": "E2001", "errors": [],
                "row": "StockOffline",
            }),
            "120",
        ),
    ]
}

#[test]
fn members_join_ours_and_headers_are_sent() {
    let server = client::serve(Router::new().route("/{what}", get(answer)));
    for (what, status, body, retry) in expected() {
        let answer = client::get(server, &format!("/{what}"));
        assert_eq!((answer.status, &answer.body), (status, &body), "axum {what}");
        assert_eq!(
            (answer.content_type(), answer.headers["retry-after"].as_str()),
            ("application/problem+json", retry)
        );
        let response = error(what).error_response();
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        assert_eq!(response.status().as_u16(), status);
        assert!(headers.contains(&("retry-after".to_owned(), retry.to_owned())), "{headers:?}");
        assert!(headers.contains(&("content-type".to_owned(), "application/problem+json".to_owned())), "{headers:?}");
        let bytes = response.into_body().try_into_bytes().unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap(), body, "actix {what}");
    }
}

/// A client reads the problem beside fields of its own, and keeps a code that it does not know.
#[test]
fn a_client_reads_what_was_written() {
    #[derive(serde::Deserialize)]
    struct Body {
        #[serde(flatten)]
        problem: ReceivedProblem<ErrorCode, String>,
        errors: Vec<Value>,
    }

    for (what, status, body, _) in expected() {
        let read: Body = serde_json::from_value(body.clone()).unwrap();
        let code = body["code"].as_str().unwrap();
        assert_eq!(read.problem.code, Some(Open::from_code(code.to_owned())), "{what}");
        assert!(read.problem.code.unwrap().known().is_some(), "{what}");
        assert_eq!((read.problem.status, read.errors.len()), (Some(status), body["errors"].as_array().unwrap().len()));
        assert_eq!(read.problem.detail.as_deref(), body["detail"].as_str());
    }
    let read: Body =
        serde_json::from_value(json!({"title": "New", "status": 400, "code": "E9999", "errors": []})).unwrap();
    let code = read.problem.code.unwrap();
    assert_eq!((code.known(), code.code()), (None, "E9999"));
    assert_eq!(serde_json::to_value(&code).unwrap(), json!("E9999"));
}
