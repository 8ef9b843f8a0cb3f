//! The same service with bridges.

use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use status_docs::StatusDocs;
use utoipa::openapi::OpenApi;
use utoipa::{OpenApi as _, ToSchema};

status_docs::status_table! {
    /// What the proxy says of the origin.
    #[status(csv = "tables/gateway.csv")]
    pub enum Gateway: u16 {
        http = "code",
    }
}

/// What the service answers when something goes wrong.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(with(axum, utoipa))]
pub enum ApiError {
    #[error("order {id} not found")]
    #[status(NotFound)]
    Missing { id: u64 },
    #[error("order {0} was changed by somebody else")]
    Conflict(u64),
    #[error("slow down")]
    #[status(429)]
    Busy,
    #[error(transparent)]
    #[status(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    #[status(transparent)]
    Gateway(#[from] Gateway),
    #[error("database: {0}")]
    #[status(500)]
    Db(String),
}

#[derive(Debug, thiserror::Error, StatusDocs)]
pub enum AuthError {
    #[error("the token has expired")]
    #[status(401)]
    Expired,
    #[error("{user} may not see this order")]
    Forbidden { user: String },
}

#[derive(Serialize, ToSchema)]
pub struct Order {
    id: u64,
    item: String,
}

#[utoipa::path(get, path = "/orders/{id}", params(("id" = u64, Path)), responses((status = 200, description = "The order.", body = Order), ApiError))]
async fn order(Path(id): Path<u64>) -> Result<Json<Order>, ApiError> {
    match id {
        1 => Ok(Json(Order { id, item: "a door".to_owned() })),
        2 => Err(ApiError::Conflict(id)),
        3 => Err(ApiError::Busy),
        4 => Err(AuthError::Expired.into()),
        5 => Err(AuthError::Forbidden { user: "Eve".to_owned() }.into()),
        6 => Err(Gateway::WebServerIsDown.into()),
        7 => Err(ApiError::Db("connection to db.internal:5432 lost".to_owned())),
        _ => Err(ApiError::Missing { id }),
    }
}

#[derive(utoipa::OpenApi)]
#[openapi(paths(order))]
struct Api;

/// The service.
pub fn router() -> Router {
    Router::new().route("/orders/{id}", get(order)).route("/openapi.json", get(|| async { Json(openapi()) }))
}

/// What it says of itself.
pub fn openapi() -> OpenApi {
    Api::openapi()
}
