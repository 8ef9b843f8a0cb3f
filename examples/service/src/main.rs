//! A web service whose errors are rows of a table: `cargo run -p status-docs-service`, then
//! `curl -i http://127.0.0.1:3000/orders/7`, or with `-H 'accept-language: de'`. Whatever it is sent, it answers as
//! problem+json in the language of the request, and documents it.

use std::sync::Arc;

use axum::extract::Request;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{FromRequest, FromRequestParts};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::{Router, routing::get};
use serde::{Deserialize, Serialize};
use status_docs::{Language, Problem, StatusDocs, status_table};
use utoipa::{OpenApi, ToSchema};

status_table! {
    /// The codes of the service.
    #[status(csv = "tables/orders.csv", messages, link = "https://docs.example.com/errors/{code}")]
    enum ErrorCode: str {
        http = "HTTP",
        retry_after: Option<u32> = "Retry (s)",
    }
}

/// What clients read is the table's message; what is written here is for the log.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(
    table = ErrorCode,
    messages,
    with(
        axum(languages, tracing, members = members, headers = retry_after),
        utoipa(name = "Problem", members = Members, headers("Retry-After")),
    )
)]
enum ApiError {
    #[error("order {0} not found")]
    OrderMissing(u64),
    #[error("order {0} is locked")]
    OrderLocked(u64),
    #[error("a field cannot be used")]
    #[status(Unprocessable, values(error = "a field cannot be used"))]
    Invalid(Vec<FieldError>),
    #[error("{0}")]
    Malformed(String),
    #[error("{0}")]
    #[status(values(error = _0))]
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

type InLanguages = Arc<dyn Fn(Language) -> Response + Send + Sync>;

/// Answers in the language of the request, whatever the type of the error is.
async fn in_language(request: Request, next: Next) -> Response {
    let wanted = request.headers().get(header::ACCEPT_LANGUAGE).cloned();
    let mut response = next.run(request).await;
    let Some(answer) = response.extensions().get::<InLanguages>().cloned() else { return response };
    let wanted = wanted.as_ref().and_then(|wanted| wanted.to_str().ok());
    if let Some(language) = wanted.and_then(|wanted| Language::negotiate(wanted, ErrorCode::LANGUAGES)) {
        let (parts, body) = answer(language).into_parts();
        *response.body_mut() = body;
        let headers = response.headers_mut();
        headers.remove(header::CONTENT_LENGTH);
        headers.extend(parts.headers.get(header::CONTENT_LANGUAGE).map(|tag| (header::CONTENT_LANGUAGE, tag.clone())));
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

fn router() -> Router {
    Router::new()
        .route("/orders/{id}", get(order))
        .route("/orders", axum::routing::post(new_order))
        .route("/openapi.json", get(async || axum::Json(Api::openapi())))
        .fallback(async |uri: Uri| ApiError::NoSuchPath(uri))
        .method_not_allowed_fallback(async |method: Method| ApiError::WrongMethod(method))
        .layer(from_fn(in_language))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    tracing_subscriber::fmt().init();
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, router()).await
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::router;

    /// The address of the service on a thread of its own.
    fn serve() -> std::net::SocketAddr {
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                axum::serve(listener, router()).await.unwrap();
            });
        });
        told.recv().unwrap()
    }

    #[test]
    fn it_answers_in_two_languages() {
        let server = serve();
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let ask = |path: &str, languages: &str| {
            let request = agent.get(format!("http://{server}/{path}")).header("accept-language", languages);
            let mut response = request.call().unwrap();
            let language = response.headers().get("content-language").map(|tag| tag.to_str().unwrap().to_owned());
            let body: serde_json::Value = serde_json::from_str(&response.body_mut().read_to_string().unwrap()).unwrap();
            let text = |member: &str| body.get(member).map(|text| text.as_str().unwrap().to_owned());
            (response.status().as_u16(), language, text("title").unwrap(), text("detail"))
        };
        let cases = [
            (
                "orders/7",
                "de-AT, en;q=0.5",
                404,
                Some("de"),
                "Bestellung fehlt",
                Some("Die Bestellung 7 gibt es nicht"),
            ),
            ("orders/7", "en", 404, Some("en"), "Order Missing", Some("Order 7 was not found")),
            ("orders/7", "fr", 404, None, "Order Missing", Some("Order 7 was not found")),
            ("nowhere", "de", 404, Some("de"), "Kein solcher Pfad", Some("Unter /nowhere gibt es nichts")),
            // What went wrong inside is told in no language.
            ("orders/3", "de", 503, None, "Datenbank nicht erreichbar", None),
        ];
        for (path, languages, status, language, title, detail) in cases {
            let expected = (status, language.map(str::to_owned), title.to_owned(), detail.map(str::to_owned));
            assert_eq!(ask(path, languages), expected, "{path} in {languages}");
        }
    }

    #[test]
    fn the_readme_quotes_what_it_answers() {
        let readme = include_str!("../../../README.md");
        let server = serve();
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        for path in ["orders/7", "orders/3"] {
            let mut response = agent.get(format!("http://{server}/{path}")).call().unwrap();
            let body = response.body_mut().read_to_string().unwrap();
            let (_, quoted) = readme.split_once(&format!("http://127.0.0.1:3000/{path}")).unwrap();
            let (before, _) = quoted.split_once(&format!("\n{body}\n")).unwrap_or_else(|| panic!("{path}: {body}"));
            for line in before.lines().filter(|line| line.contains(": ")) {
                let (name, value) = line.split_once(": ").unwrap();
                assert_eq!(response.headers().get(name).unwrap(), value, "{path}: {name}");
            }
        }
    }
}
