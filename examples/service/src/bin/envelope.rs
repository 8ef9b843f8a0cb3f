//! Answers in an envelope of our own, with text codes that clients match on. What may be told, the HTTP status and the
//! page of each code come from the table all the same: `cargo run -p status-docs-service --bin envelope`, then
//! `curl -i http://127.0.0.1:3000/orders/2`.

use axum::extract::FromRequestParts;
use axum::extract::rejection::PathRejection;
use axum::http::{Method, Uri};
use axum::response::IntoResponse;
use axum::{Json, Router, routing::get};
use status_docs::{Problem, StatusDocs, status_table};
use utoipa::OpenApi;

status_table! {
    /// The codes of our API.
    #[status(csv = "tables/errors.csv", link = "https://docs.example.com/errors/{code}")]
    enum ErrorCode: str {
        http = "HTTP",
        retry_after: Option<u32> = "Retry (s)",
    }
}

#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(table = ErrorCode, with(axum(body = envelope), utoipa(schema = Envelope)))]
enum ShopError {
    #[error("order {0} not found")]
    OrderMissing(u64),
    #[error("order {0} is locked")]
    OrderLocked(u64),
    #[error("warehouse at {0}")]
    StockOffline(String),
    #[error(transparent)]
    Malformed(#[from] PathRejection),
    #[error("there is nothing at {0}")]
    NoSuchPath(Uri),
    #[error("{0} cannot be used here")]
    WrongMethod(Method),
}

#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(ShopError))]
struct Path<T>(T);

/// The body of every error.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct Envelope {
    message: String,
    code: &'static str,
    link: Option<String>,
}

/// The status is that of the table, and need not be written here.
fn envelope(_: &ShopError, problem: &Problem<'_, &'static str>) -> impl IntoResponse + use<> {
    let code = *problem.code();
    let retry_after = ErrorCode::from_code(code).and_then(ErrorCode::retry_after);
    let headers = retry_after.map(|seconds| [("retry-after", seconds.to_string())]);
    let message = problem.detail().map_or_else(|| problem.title().to_owned(), ToString::to_string);
    (headers, Json(Envelope { message, code, link: problem.link().map(|link| link.to_string()) }))
}

#[utoipa::path(get, path = "/orders/{id}", params(("id" = u64, Path)), responses((status = 200, description = "The order.", body = String), ShopError))]
async fn order(Path(id): Path<u64>) -> Result<String, ShopError> {
    match id {
        1 => Ok("a door".to_owned()),
        2 => Err(ShopError::OrderLocked(id)),
        3 => Err(ShopError::StockOffline("10.0.0.7".to_owned())),
        _ => Err(ShopError::OrderMissing(id)),
    }
}

#[derive(OpenApi)]
#[openapi(paths(order))]
struct Api;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let router = Router::new()
        .route("/orders/{id}", get(order))
        .route("/openapi.json", get(async || Json(Api::openapi())))
        .fallback(async |uri: Uri| ShopError::NoSuchPath(uri))
        .method_not_allowed_fallback(async |method: Method| ShopError::WrongMethod(method));
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, router).await
}
