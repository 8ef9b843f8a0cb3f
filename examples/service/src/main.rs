//! A web service whose errors are rows of a table: `cargo run -p status-docs-service`, then
//! `curl -i http://127.0.0.1:3000/orders/7`. Whatever it is sent, it answers as problem+json, and documents it.

use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{FromRequest, FromRequestParts};
use axum::http::{Method, StatusCode, Uri};
use axum::{Router, routing::get};
use serde::{Deserialize, Serialize};
use status_docs::{Problem, StatusDocs, status_table};
use utoipa::{OpenApi, ToSchema};

status_table! {
    /// The codes of the service.
    #[status(csv = "tables/orders.csv", link = "https://docs.example.com/errors/{code}")]
    enum ErrorCode: str {
        http = "HTTP",
        retry_after: Option<u32> = "Retry (s)",
    }
}

#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(
    table = ErrorCode,
    with(
        axum(tracing, members = members, headers = retry_after),
        utoipa(name = "Problem", members = Members, headers("Retry-After")),
    )
)]
enum ApiError {
    #[error("order {0} not found")]
    OrderMissing(u64),
    #[error("order {0} is locked")]
    OrderLocked(u64),
    #[error("a field cannot be used")]
    #[status(Unprocessable)]
    Invalid(Vec<FieldError>),
    #[error("{0}")]
    Malformed(String),
    #[error("{0}")]
    Unprocessable(String),
    #[error("{0}")]
    NotJson(String),
    #[error("{0}")]
    TooLarge(String),
    #[error("there is nothing at {0}")]
    NoSuchPath(Uri),
    #[error("{0} cannot be used here")]
    WrongMethod(Method),
    /// The client is told that the database is lost, and the log is told why.
    #[error("database")]
    DatabaseLost(#[source] std::io::Error),
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct FieldError {
    field: String,
    error: String,
}

/// The members that answers have beside those of a problem.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only the document has the struct")]
struct Members {
    errors: Vec<FieldError>,
}

fn members(error: &ApiError, _: &Problem) -> Option<(&'static str, Vec<FieldError>)> {
    match error {
        ApiError::Invalid(errors) => Some(("errors", errors.clone())),
        _ => None,
    }
}

/// From a column of the table.
fn retry_after(_: &ApiError, problem: &Problem<'_, &'static str>) -> Option<[(&'static str, String); 1]> {
    let seconds = ErrorCode::from_code(problem.code()).and_then(ErrorCode::retry_after)?;
    Some([("retry-after", seconds.to_string())])
}

/// What the framework rejects is a row as well.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(ApiError))]
struct Path<T>(T);

impl From<PathRejection> for ApiError {
    fn from(rejection: PathRejection) -> Self {
        Self::Malformed(rejection.body_text())
    }
}

#[derive(FromRequest)]
#[from_request(via(axum::Json), rejection(ApiError))]
struct Json<T>(T);

impl From<JsonRejection> for ApiError {
    fn from(rejection: JsonRejection) -> Self {
        let text = rejection.body_text();
        match rejection.status() {
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotJson(text),
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge(text),
            StatusCode::UNPROCESSABLE_ENTITY => Self::Unprocessable(text),
            _ => Self::Malformed(text),
        }
    }
}

#[derive(Serialize, ToSchema)]
struct Order {
    id: u64,
    item: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewOrder {
    #[schema(min_length = 1)]
    item: String,
}

#[utoipa::path(get, path = "/orders/{id}", params(("id" = u64, Path)), responses((status = 200, description = "The order.", body = Order), ApiError))]
async fn order(Path(id): Path<u64>) -> Result<axum::Json<Order>, ApiError> {
    match id {
        1 | 8 => Ok(axum::Json(Order { id, item: "a door".to_owned() })),
        2 => Err(ApiError::OrderLocked(id)),
        3 => Err(ApiError::DatabaseLost(std::io::Error::other("no route to db.internal:5432"))),
        _ => Err(ApiError::OrderMissing(id)),
    }
}

#[utoipa::path(post, path = "/orders", request_body = NewOrder, responses((status = 200, description = "The order.", body = Order), ApiError))]
async fn new_order(Json(order): Json<NewOrder>) -> Result<axum::Json<Order>, ApiError> {
    if order.item.is_empty() {
        return Err(ApiError::Invalid(vec![FieldError { field: "item".to_owned(), error: "is empty".to_owned() }]));
    }
    Ok(axum::Json(Order { id: 8, item: order.item }))
}

#[derive(OpenApi)]
#[openapi(paths(order, new_order), components(schemas(ApiError)))]
struct Api;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    tracing_subscriber::fmt().init();
    let router = Router::new()
        .route("/orders/{id}", get(order))
        .route("/orders", axum::routing::post(new_order))
        .route("/openapi.json", get(async || axum::Json(Api::openapi())))
        .fallback(async |uri: Uri| ApiError::NoSuchPath(uri))
        .method_not_allowed_fallback(async |method: Method| ApiError::WrongMethod(method));
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, router).await
}
