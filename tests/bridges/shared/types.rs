//! Types with bridges, each as a user would write it.

use std::fmt;

use axum::Json;
use axum::http::HeaderName;
use axum::response::IntoResponse;
use serde::Serialize;
use status_docs::{Problem, StatusDoc, StatusDocs, status_table};

status_table! {
    /// What the proxy says of the origin: the codes are the statuses.
    #[status(csv = "tables/gateway.csv", with(http, http = http02, axum, utoipa, utoipa = utoipa6, serde, actix_web))]
    pub enum Gateway: u16 {
        http = "code",
    }

    /// Codes of our own, which a column answers with HTTP statuses.
    #[status(
        csv = "tables/errors.csv",
        link = "https://docs.example.com/errors/{code}",
        with(http, axum(tips), utoipa, serde, miette)
    )]
    pub enum ErrorCode: str {
        retry_after: Option<u32> = "Retry (s)",
    }

    /// Codes of our own with a gRPC code each, for a domain.
    #[status(csv = "tables/rpc.csv", link = "https://docs.example.com/{code}", with(tonic(domain = "doors.example.com")))]
    pub enum DomainError: i16;

    /// gRPC's own codes.
    #[status(base = "grpc", with(tonic))]
    pub enum Grpc: u8;

    /// What a program ends with.
    #[status(base = "exit", with(exit_code))]
    pub enum Exit: u8;

    /// Codes of our own with an exit code each.
    #[status(csv = "tables/exits.csv", with(exit_code, serde))]
    pub enum ToolError: u32;

    /// Codes of our own with a gRPC code each.
    #[status(csv = "tables/rpc.csv", with(tonic))]
    pub enum DoorError: i16;
}

/// What a service answers when something goes wrong.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(
    default = InternalServerError,
    with(http, http = http02, axum(tracing), actix_web(tracing), utoipa, utoipa = utoipa6, miette)
)]
pub enum ApiError {
    #[error("order {id} not found")]
    #[status(NotFound)]
    Missing { id: String },
    #[error("{0}")]
    #[status(422, detail = false)]
    Quiet(String),
    #[error("{0}")]
    #[status(429, detail = "slow down")]
    Busy(String),
    #[error("{0}")]
    #[status(503, detail)]
    Planned(String),
    #[error(transparent)]
    #[status(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    #[status(transparent)]
    Gateway(#[from] Gateway),
    #[error("database: {0}")]
    Db(String),
}

#[derive(Debug, thiserror::Error, StatusDocs)]
pub enum AuthError {
    #[error("{0}")]
    #[status(401)]
    Expired(String),
    #[error("{0}")]
    #[status(NetworkAuthenticationRequired, detail = false)]
    Portal(String),
}

/// Errors with a code of our own, a table's.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(csv = "tables/errors.csv", code = str, link = "https://docs.example.com/errors/{code}", with(axum, utoipa))]
pub enum ShopError {
    #[error("order {0}")]
    OrderMissing(u64),
    #[error("order {0} is locked")]
    OrderLocked(u64),
    #[error("warehouse at {0}")]
    StockOffline(String),
}

/// The same through the enum of the table.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(table = ErrorCode, with(axum, utoipa))]
pub enum LinkedError {
    #[error("order {0}")]
    OrderMissing(u64),
    #[error("warehouse at {0}")]
    #[status("E2001")]
    Offline(String),
}

/// A type parameter that answers.
#[derive(Debug, StatusDocs)]
#[status(with(http, axum, actix_web, utoipa, miette))]
pub enum Retried<E> {
    #[status(transparent)]
    Failed(E),
    #[status(503)]
    GaveUp,
}

impl<E: fmt::Display> fmt::Display for Retried<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(error) => error.fmt(f),
            Self::GaveUp => f.write_str("gave up"),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for Retried<E> {}

/// Two that hold each other.
#[derive(Debug, StatusDocs)]
#[status(with(utoipa))]
pub enum Ping {
    #[status(400)]
    Own,
    #[status(transparent)]
    Pong(Box<Pong>),
}

#[derive(Debug, StatusDocs)]
#[status(with(utoipa))]
pub enum Pong {
    #[status(409)]
    Own,
    #[status(transparent)]
    Ping(Box<Ping>),
    #[status(transparent)]
    Itself(Box<Self>),
}

/// One whose inner error nobody can list. It is listed itself.
#[derive(StatusDocs)]
pub enum Opaque {
    #[status(400)]
    Own,
    #[status(transparent)]
    Any(Box<dyn StatusDocs<Code = u16> + Send>),
    #[status(transparent)]
    Mine(ByHand),
}

#[derive(StatusDocs)]
#[status(with(utoipa))]
pub enum AroundOpaque {
    #[status(404)]
    Own,
    #[status(transparent)]
    Opaque(Opaque),
}

/// Written before there were lists of cases.
pub struct ByHand;

impl StatusDocs for ByHand {
    type Code = u16;

    fn docs(&self) -> StatusDoc<u16> {
        StatusDoc::new(418, "ImATeapot", "I'm a Teapot")
    }
}

/// What a gRPC service fails with.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(base = "grpc", with(tonic))]
pub enum RpcError {
    #[error("no door {0}")]
    NotFound(String),
    #[error("{0}")]
    #[status(Internal)]
    Broken(String),
    #[error("{0}")]
    #[status(14, detail)]
    Away(String),
}

/// The same with the log and the domain.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(base = "grpc", with(tonic(tracing, domain = "doors.example.com")))]
pub enum LoggedRpcError {
    #[error("no door {0}")]
    NotFound(String),
    #[error("broken")]
    #[status(Internal)]
    Broken(#[from] std::num::ParseIntError),
}

/// What a command fails with.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(csv = "tables/exits.csv", code = u32, with(exit_code))]
pub enum CommandError {
    #[error("bad usage")]
    BadUsage,
    #[error("no input")]
    #[status(NoInput)]
    Missing,
}

/// Without `http` among the user's crates, an answer comes from `axum_core`.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[error("gone")]
#[status(410, with(axum = axum_core, utoipa = ::utoipa6))]
pub struct Gone;

/// A body of our own.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Envelope {
    message: String,
    code: String,
    link: Option<String>,
}

impl Envelope {
    fn of(problem: &Problem) -> Self {
        Self {
            message: problem.detail().map_or_else(|| problem.title().to_owned(), ToString::to_string),
            code: problem.code().to_string(),
            link: problem.link().map(|link| link.to_string()),
        }
    }
}

/// The body, and a header from a typed column.
pub fn envelope(_: &EnvelopedError, problem: &Problem<'_, &'static str>) -> impl IntoResponse + use<> {
    let retry = ErrorCode::from_code(problem.code()).and_then(ErrorCode::retry_after);
    let retry = retry.map(|seconds| [(HeaderName::from_static("retry-after"), seconds.to_string())]);
    (retry, Json(Envelope::of(problem)))
}

/// The same of actix, for codes of any type.
pub fn actix_envelope(_: &EnvelopedError, problem: &Problem) -> actix_web::HttpResponse {
    actix_web::HttpResponse::Ok().json(Envelope::of(problem))
}

/// A status of its own, which nobody changes.
pub fn teapot(_: &Refused, _: &Problem) -> (axum::http::StatusCode, &'static str) {
    (axum::http::StatusCode::IM_A_TEAPOT, "{}")
}

/// The same errors in the envelope.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(
    table = ErrorCode,
    with(axum(body = crate::types::envelope), actix_web(body = actix_envelope), utoipa(schema = Envelope))
)]
pub enum EnvelopedError {
    #[error("order {0}")]
    OrderMissing(u64),
    #[error("order {0} is locked")]
    OrderLocked(u64),
    #[error("warehouse at {0}")]
    StockOffline(String),
}

#[derive(Debug, thiserror::Error, StatusDocs)]
#[error("no")]
#[status(404, with(axum(body = teapot)))]
pub struct Refused;

/// What a client sent wrong, field by field.
#[derive(Clone, Debug, Serialize)]
pub struct FieldError {
    pub field: &'static str,
    pub error: String,
}

/// The members that an answer has beside ours.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Members {
    /// What is wrong with each field.
    pub errors: Vec<Fault>,
    /// A name of ours, which is left out.
    pub detail: u8,
}

/// One of them.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Fault {
    pub field: String,
}

/// The errors of a form.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(
    table = ErrorCode,
    with(
        axum(members = form_members, headers = form_headers),
        actix_web(members = form_members, headers = form_pairs),
        utoipa(name = "Problem", members = Members, headers("Retry-After"))
    )
)]
pub enum FormError {
    #[error("the form is wrong")]
    #[status("E1002")]
    Invalid(Vec<FieldError>),
    #[error("warehouse at {0}")]
    #[status("E2001")]
    Offline(String),
}

/// All that went wrong, and names of ours in vain.
pub fn form_members(
    error: &FormError,
    problem: &Problem<'_, &'static str>,
) -> impl IntoIterator<Item = (&'static str, serde_json::Value)> + use<> {
    let errors = match error {
        FormError::Invalid(errors) => serde_json::json!(errors),
        FormError::Offline(_) => serde_json::json!([]),
    };
    [("errors", errors), ("detail", serde_json::json!(error.to_string())), ("row", serde_json::json!(problem.name()))]
}

/// When to try again, from a typed column.
pub fn form_headers(_: &FormError, problem: &Problem<'_, &'static str>) -> Option<[(HeaderName, String); 1]> {
    let retry = ErrorCode::from_code(problem.code()).and_then(ErrorCode::retry_after)?;
    Some([(HeaderName::from_static("retry-after"), retry.to_string())])
}

/// The same of actix.
pub fn form_pairs(_: &FormError, problem: &Problem<'_, &'static str>) -> Option<(&'static str, u32)> {
    let retry = ErrorCode::from_code(problem.code()).and_then(ErrorCode::retry_after)?;
    Some(("retry-after", retry))
}
