//! Answers of an actix server.

use std::net::SocketAddr;

use actix_web::body::MessageBody;
use actix_web::{App, HttpServer, Responder, ResponseError, web};
use serde_json::{Value, json};
use status_docs::StatusDoc;
use status_docs_bridges_tests::client;
use status_docs_bridges_tests::types::{ApiError, AuthError, EnvelopedError, Gateway, Retried};

async fn answer(what: web::Path<String>) -> Result<impl Responder, Retried<ApiError>> {
    let text = || "a \"secret\"".to_owned();
    Err(Retried::Failed(match what.as_str() {
        "missing" => ApiError::Missing { id: "7".to_owned() },
        "busy" => ApiError::Busy(text()),
        "portal" => AuthError::Portal(text()).into(),
        "gateway" => Gateway::WebServerIsDown.into(),
        "db" => ApiError::Db(text()),
        "gave-up" => return Err(Retried::GaveUp),
        _ => return Ok("fine"),
    }))
}

async fn table() -> Result<impl Responder, Gateway> {
    Err::<&str, _>(Gateway::SslHandshakeFailed)
}

fn server() -> SocketAddr {
    client::start(|tell| {
        actix_web::rt::System::new().block_on(async {
            let app = || App::new().route("/table", web::get().to(table)).route("/{what}", web::get().to(answer));
            let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
            tell(server.addrs()[0]);
            server.run().await.unwrap();
        });
    })
}

#[test]
fn every_answer_is_a_problem() {
    let cases: &[(&str, u16, Value)] = &[
        ("missing", 404, json!({"title": "Not Found", "status": 404, "detail": "order 7 not found"})),
        ("busy", 429, json!({"title": "Too Many Requests", "status": 429, "detail": "slow down"})),
        ("portal", 511, json!({"title": "Network Authentication Required", "status": 511})),
        ("gateway", 521, json!({"title": "Web Server Is Down", "status": 521})),
        ("db", 500, json!({"title": "Internal Server Error", "status": 500})),
        ("gave-up", 503, json!({"title": "Service Unavailable", "status": 503})),
        ("table", 525, json!({"title": "SSL Handshake Failed", "status": 525})),
    ];
    let server = server();
    for (path, status, body) in cases {
        let answer = client::get(server, &format!("/{path}"));
        assert_eq!((answer.status, &answer.body), (*status, body), "{path}");
        assert_eq!(answer.content_type(), "application/problem+json", "{path}");
        let names: Vec<&str> = answer.headers.keys().map(String::as_str).collect();
        assert_eq!(names, ["content-length", "content-type"], "{path}");
    }
}

#[test]
fn an_envelope_takes_the_place_of_the_body() {
    let response = EnvelopedError::StockOffline("db.internal".to_owned()).error_response();
    assert_eq!(response.status().as_u16(), 503);
    let body = response.into_body().try_into_bytes().unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["message"], "Stock Offline");
}

#[test]
fn a_middleware_sees_what_was_answered() {
    let response = ApiError::Busy(String::new()).error_response();
    assert_eq!(response.extensions().get::<StatusDoc<u16>>().map(|doc| doc.name), Some("TooManyRequests"));
}
