//! The service as one writes it by hand. What is between the two lines is glue: not one line of it is about orders.

use std::collections::BTreeMap;
use std::fmt;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::response::{Response as Documented, ResponseBuilder};
use utoipa::openapi::{OpenApi, RefOr};
use utoipa::{IntoResponses, OpenApi as _, PartialSchema, ToSchema};

#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    #[error("order {id} not found")]
    Missing { id: u64 },
    #[error("order {0} was changed by somebody else")]
    Conflict(u64),
    #[error("slow down")]
    Busy,
    #[error(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    Gateway(#[from] Gateway),
    #[error("database: {0}")]
    Db(String),
}

#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("the token has expired")]
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

// ---- glue -----------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gateway {
    WebServerIsDown = 521,
    ConnectionTimedOut = 522,
    SslHandshakeFailed = 525,
}

impl Gateway {
    const ALL: [Self; 3] = [Self::WebServerIsDown, Self::ConnectionTimedOut, Self::SslHandshakeFailed];

    fn describe(self) -> (&'static str, &'static str) {
        match self {
            Self::WebServerIsDown => ("Web Server Is Down", "The origin refused the connection."),
            Self::ConnectionTimedOut => ("Connection Timed Out", "The origin did not answer in time."),
            Self::SslHandshakeFailed => {
                ("SSL Handshake Failed", "The origin and the proxy found no common way to encrypt.")
            }
        }
    }
}

impl fmt::Display for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", *self as u16, self.describe().0)
    }
}

impl std::error::Error for Gateway {}

impl AuthError {
    fn status(&self) -> (u16, &'static str) {
        match self {
            Self::Expired => (401, "Unauthorized"),
            Self::Forbidden { .. } => (403, "Forbidden"),
        }
    }
}

impl ApiError {
    fn status(&self) -> (u16, &'static str) {
        match self {
            Self::Missing { .. } => (404, "Not Found"),
            Self::Conflict(_) => (409, "Conflict"),
            Self::Busy => (429, "Too Many Requests"),
            Self::Auth(error) => error.status(),
            Self::Gateway(gateway) => (*gateway as u16, gateway.describe().0),
            Self::Db(_) => (500, "Internal Server Error"),
        }
    }
}

#[derive(Serialize, ToSchema)]
struct Problem {
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, title) = self.status();
        let detail = (status < 500).then(|| self.to_string());
        let code = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let media = [(header::CONTENT_TYPE, "application/problem+json")];
        let body = serde_json::to_string(&Problem { title, status, detail }).unwrap_or_default();
        (code, media, body).into_response()
    }
}

impl IntoResponses for ApiError {
    fn responses() -> BTreeMap<String, RefOr<Documented>> {
        let rows = [
            ("ApiError.Missing", 404, "Not Found", "The server has nothing at the requested target."),
            ("ApiError.Conflict", 409, "Conflict", "The request conflicts with the state of the target."),
            ("ApiError.Busy", 429, "Too Many Requests", "The client has sent too many requests."),
            ("AuthError.Expired", 401, "Unauthorized", "The request lacks valid credentials."),
            ("AuthError.Forbidden", 403, "Forbidden", "The server refuses to fulfil the request."),
            ("ApiError.Db", 500, "Internal Server Error", "The server met a condition that it did not expect."),
        ];
        let gateways = Gateway::ALL.map(|row| ("Gateway", row as u16, row.describe().0, row.describe().1));
        let all = rows.into_iter().chain(gateways).map(|(name, status, title, description)| {
            let example = Problem { title, status, detail: None };
            let example = ExampleBuilder::new().summary(title).value(serde_json::to_value(example).ok()).build();
            let content = ContentBuilder::new().schema(Some(Problem::schema())).examples_from_iter([(name, example)]);
            let response = ResponseBuilder::new().description(description);
            let response = response.content("application/problem+json", content.build()).build();
            (status.to_string(), response.into())
        });
        all.collect()
    }
}
