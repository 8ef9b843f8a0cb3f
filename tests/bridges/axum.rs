//! Answers of an axum server, as a client receives them.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::Path;
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};
use status_docs::StatusDoc;
use status_docs_bridges_tests::client;
use status_docs_bridges_tests::types::{
    ApiError, AuthError, EnvelopedError, ErrorCode, Gateway, Gone, LinkedError, Refused, Retried, ShopError,
};

/// A middleware sees what was answered.
async fn named<R: IntoResponse>(response: R) -> Response {
    let mut response = response.into_response();
    let extensions = response.extensions();
    let doc = extensions.get::<StatusDoc<u16>>().map(|doc| (doc.name, doc.code.to_string()));
    let doc = doc.or_else(|| extensions.get::<StatusDoc<&str>>().map(|doc| (doc.name, doc.code.to_owned())));
    if let Some((name, code)) = doc {
        response.headers_mut().insert("x-row", format!("{name} {code}").parse().unwrap());
    }
    response
}

async fn answer(Path(what): Path<String>) -> Result<(), Response> {
    let text = || "a \"secret\"\n".to_owned();
    Err(match what.as_str() {
        "missing" => ApiError::Missing { id: "7\"\\\u{1}".to_owned() }.into_response(),
        "quiet" => ApiError::Quiet(text()).into_response(),
        "busy" => ApiError::Busy(text()).into_response(),
        "planned" => ApiError::Planned("back at noon".to_owned()).into_response(),
        "expired" => ApiError::Auth(AuthError::Expired("since noon".to_owned())).into_response(),
        "portal" => ApiError::Auth(AuthError::Portal(text())).into_response(),
        "gateway" => ApiError::Gateway(Gateway::ConnectionTimedOut).into_response(),
        "db" => ApiError::Db(text()).into_response(),
        "table" => Gateway::WebServerIsDown.into_response(),
        "own" => ErrorCode::OrderMissing.into_response(),
        "own-tips" => ErrorCode::StockOffline.into_response(),
        "shop" => ShopError::OrderLocked(7).into_response(),
        "shop-hidden" => ShopError::StockOffline(text()).into_response(),
        "linked" => LinkedError::OrderMissing(7).into_response(),
        "linked-hidden" => LinkedError::Offline(text()).into_response(),
        "retried" => Retried::Failed(ApiError::Missing { id: "8".to_owned() }).into_response(),
        "gave-up" => Retried::<ApiError>::GaveUp.into_response(),
        "gone" => Gone.into_response(),
        "enveloped" => EnvelopedError::OrderLocked(7).into_response(),
        "enveloped-hidden" => EnvelopedError::StockOffline(text()).into_response(),
        "refused" => Refused.into_response(),
        _ => return Ok(()),
    })
}

fn server() -> SocketAddr {
    client::serve(Router::new().route("/{what}", get(answer)).layer(map_response(named)))
}

#[test]
fn every_answer_is_a_problem() {
    let shop = "https://docs.example.com/errors";
    let cases: &[(&str, u16, Value, &str)] = &[
        (
            "missing",
            404,
            json!({"title": "Not Found", "status": 404, "detail": "order 7\"\\\u{1} not found"}),
            "NotFound 404",
        ),
        ("quiet", 422, json!({"title": "Unprocessable Content", "status": 422}), "UnprocessableContent 422"),
        (
            "busy",
            429,
            json!({"title": "Too Many Requests", "status": 429, "detail": "slow down"}),
            "TooManyRequests 429",
        ),
        (
            "planned",
            503,
            json!({"title": "Service Unavailable", "status": 503, "detail": "back at noon"}),
            "ServiceUnavailable 503",
        ),
        ("expired", 401, json!({"title": "Unauthorized", "status": 401, "detail": "since noon"}), "Unauthorized 401"),
        (
            "portal",
            511,
            json!({"title": "Network Authentication Required", "status": 511}),
            "NetworkAuthenticationRequired 511",
        ),
        ("gateway", 522, json!({"title": "Connection Timed Out", "status": 522}), "ConnectionTimedOut 522"),
        ("db", 500, json!({"title": "Internal Server Error", "status": 500}), "InternalServerError 500"),
        ("table", 521, json!({"title": "Web Server Is Down", "status": 521}), "WebServerIsDown 521"),
        (
            "own",
            404,
            json!({
                "type": format!("{shop}/E1001"), "title": "Order Missing", "status": 404, "code": "E1001",
                "tips": "Ask for the number on the invoice.",
            }),
            "OrderMissing E1001",
        ),
        (
            "own-tips",
            503,
            json!({
                "type": format!("{shop}/E2001"), "title": "Stock Offline", "status": 503, "code": "E2001",
                "tips": "Call 1234.",
            }),
            "StockOffline E2001",
        ),
        (
            "shop",
            409,
            json!({
                "type": format!("{shop}/E1002"), "title": "Order Locked", "status": 409, "code": "E1002",
                "detail": "order 7 is locked",
            }),
            "OrderLocked E1002",
        ),
        (
            "shop-hidden",
            503,
            json!({"type": format!("{shop}/E2001"), "title": "Stock Offline", "status": 503, "code": "E2001"}),
            "StockOffline E2001",
        ),
        (
            "linked",
            404,
            json!({
                "type": format!("{shop}/E1001"), "title": "Order Missing", "status": 404, "code": "E1001",
                "detail": "order 7",
            }),
            "OrderMissing E1001",
        ),
        (
            "linked-hidden",
            503,
            json!({"type": format!("{shop}/E2001"), "title": "Stock Offline", "status": 503, "code": "E2001"}),
            "StockOffline E2001",
        ),
        ("retried", 404, json!({"title": "Not Found", "status": 404, "detail": "order 8 not found"}), "NotFound 404"),
        ("gave-up", 503, json!({"title": "Service Unavailable", "status": 503}), "ServiceUnavailable 503"),
        ("gone", 410, json!({"title": "Gone", "status": 410, "detail": "gone"}), "Gone 410"),
    ];
    let server = server();
    for (path, status, body, row) in cases {
        let answer = client::get(server, &format!("/{path}"));
        assert_eq!((answer.status, &answer.body), (*status, body), "{path}");
        assert_eq!(answer.content_type(), "application/problem+json", "{path}");
        assert_eq!(answer.headers.get("x-row").map(String::as_str), Some(*row), "{path}");
        // No text of a cell or of a value is in a header.
        let names: Vec<&str> = answer.headers.keys().map(String::as_str).collect();
        assert_eq!(names, ["content-length", "content-type", "x-row"], "{path}");
    }
}

#[test]
fn an_envelope_takes_the_place_of_the_body() {
    let server = server();
    let locked = client::get(server, "/enveloped");
    let link = |code: &str| format!("https://docs.example.com/errors/{code}");
    let body = json!({"message": "order 7 is locked", "code": "E1002", "link": link("E1002")});
    assert_eq!((locked.status, locked.content_type(), &locked.body), (409, "application/json", &body));
    assert_eq!(locked.headers["retry-after"], "30");
    let offline = client::get(server, "/enveloped-hidden");
    let body = json!({"message": "Stock Offline", "code": "E2001", "link": link("E2001")});
    assert_eq!((offline.status, &offline.body), (503, &body));
    assert_eq!(offline.headers["retry-after"], "120");
    // Its own status stays.
    assert_eq!(client::get(server, "/refused").status, 418);
}
