//! A web service whose errors are rows of a table: `cargo run -p status-docs-service`, then
//! `curl -i http://127.0.0.1:3000/orders/7`.

use axum::extract::Path;
use axum::{Json, Router, routing::get};
use status_docs::StatusDocs;
use utoipa::OpenApi;

#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(with(axum, utoipa))]
enum ApiError {
    #[error("order {0} not found")]
    #[status(NotFound)]
    Missing(u64),
    #[error("slow down")]
    #[status(429)]
    Busy,
    #[error("database: {0}")]
    #[status(500)]
    Db(String),
}

#[derive(serde::Serialize, utoipa::ToSchema)]
struct Order {
    id: u64,
    item: String,
}

#[utoipa::path(get, path = "/orders/{id}", params(("id" = u64, Path)), responses((status = 200, body = Order), ApiError))]
async fn order(Path(id): Path<u64>) -> Result<Json<Order>, ApiError> {
    match id {
        1 => Ok(Json(Order { id, item: "a door".to_owned() })),
        2 => Err(ApiError::Busy),
        3 => Err(ApiError::Db("connection to db.internal:5432 lost".to_owned())),
        _ => Err(ApiError::Missing(id)),
    }
}

#[derive(OpenApi)]
#[openapi(paths(order))]
struct Api;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let router =
        Router::new().route("/orders/{id}", get(order)).route("/openapi.json", get(async || Json(Api::openapi())));
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, router).await
}
