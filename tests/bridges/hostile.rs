//! Cells that somebody wrote to break out of where they land: headers, JSON, a document, a gRPC message, a terminal.
//! Wherever they land, they are text.

use actix_web::ResponseError;
use actix_web::body::MessageBody;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use miette::Diagnostic;
use pulldown_cmark::{Event, Tag, TagEnd};
use serde_json::{Value, json};
use status_docs::{StatusDocs, status_table};
use status_docs_bridges_tests::client;

use crate::openapi::responses;

status_table! {
    #[status(
        csv = "tables/hostile.csv",
        // HTML in a phrase is probably a mistake; here it is the point.
        allow(html_text),
        link = "https://docs.example.com/{code}?of=hostile",
        with(axum(tips), actix_web(tips), utoipa, serde, tonic, miette)
    )]
    enum Hostile: str;
}

/// The same rows, for an error with a text of its own.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[error("{0}")]
#[status(table = Hostile, with(axum, tonic))]
enum Told {
    Case0(String),
    Case6(String),
}

/// What a body has to say of a row.
fn expected(row: Hostile) -> Value {
    let page = |text: &str| {
        text.bytes().fold(String::new(), |encoded, byte| {
            let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            encoded + &if is_plain { char::from(byte).to_string() } else { format!("%{byte:02X}") }
        })
    };
    json!({
        "type": format!("https://docs.example.com/{}?of=hostile", page(row.code())),
        "title": row.reason(),
        "status": row.docs().http_status().unwrap(),
        "code": row.code(),
        "tips": row.tips().unwrap(),
    })
}

/// What a client receives of a gRPC status.
fn headers_of(status: &tonic::Status) -> ::http::HeaderMap {
    status.clone().into_http::<tonic::body::Body>().headers().clone()
}

#[test]
fn a_server_answers_with_the_cells_as_texts() {
    async fn answer(Path(name): Path<String>) -> Response {
        Hostile::from_name(&name).unwrap().into_response()
    }
    let server = client::serve(Router::new().route("/{name}", get(answer)));
    for row in Hostile::iter() {
        let answer = client::get(server, &format!("/{}", row.name()));
        let body = expected(row);
        assert_eq!((answer.status, &answer.body), (row.docs().http_status().unwrap(), &body));
        let headers: Vec<&str> = answer.headers.keys().map(String::as_str).collect();
        assert_eq!(headers, ["content-length", "content-type"]);
        assert_eq!(answer.content_type(), "application/problem+json");
        let of_actix = row.error_response().into_body().try_into_bytes().unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&of_actix).unwrap(), body);
    }
}

/// The text of an error may have been sent by the client.
#[test]
fn a_detail_is_a_text() {
    async fn answer(Json([name, text]): Json<[String; 2]>) -> Result<(), Told> {
        Err(if name == "Case0" { Told::Case0(text) } else { Told::Case6(text) })
    }
    let server = client::serve(Router::new().route("/", post(answer)));
    let texts = ["\"}],\"status\":200,\"x\":[{\"", "\r\nSet-Cookie: a=b\r\n\r\n<b>", "\0\u{7f}\u{85}\u{2028}\\"];
    for text in texts {
        let answer = client::post(server, "/", &json!(["Case0", text]));
        assert_eq!((answer.status, &answer.body["status"], &answer.body["detail"]), (400, &json!(400), &json!(text)));
        // What went wrong inside is for the log.
        let answer = client::post(server, "/", &json!(["Case6", text]));
        assert_eq!((answer.status, answer.body.get("detail")), (503, None));
        let status = tonic::Status::from(Told::Case0(text.to_owned()));
        let headers = headers_of(&status);
        assert_eq!(tonic::Status::from_header_map(&headers).unwrap().message(), text);
    }
}

/// Every example of the document is what the server answers.
#[test]
fn a_document_has_them_as_texts() {
    let responses = responses::<Hostile>();
    for row in Hostile::iter() {
        let response = &responses[row.docs().http_status().unwrap().to_string()];
        let examples = &response["content"]["application/problem+json"]["examples"];
        assert_eq!(examples[row.code()], json!({"summary": row.reason(), "value": expected(row)}));
    }
    assert_eq!(responses.as_object().unwrap().len(), Hostile::COUNT);
}

/// A page that shows the document takes descriptions for Markdown, and may let HTML through.
#[test]
fn a_description_is_no_markdown_and_no_html() {
    let responses = responses::<Hostile>();
    for row in Hostile::iter() {
        let description = responses[row.docs().http_status().unwrap().to_string()]["description"].as_str().unwrap();
        let events = pulldown_cmark::Parser::new_ext(description, pulldown_cmark::Options::all());
        let mut text = String::new();
        for event in events {
            match event {
                Event::Text(part) => text += &part,
                Event::SoftBreak | Event::HardBreak => text.push('\n'),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{other:?} in {description}"),
            }
        }
        let lines: Vec<&str> = row.definition().lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(text, lines.join("\n"));
    }
}

/// A message is percent-encoded in its header, and a client reads it as it was.
#[test]
fn a_grpc_message_is_a_text() {
    for row in Hostile::iter() {
        let status = tonic::Status::from(row);
        let headers = headers_of(&status);
        let mut names: Vec<&str> = headers.keys().map(::http::HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["content-type", "grpc-message", "grpc-status"]);
        let received = tonic::Status::from_header_map(&headers).unwrap();
        assert_eq!((received.code(), received.message()), (status.code(), row.reason()));
    }
}

/// A value is its code in any format, and is found again.
#[test]
fn a_code_is_a_text() {
    for row in Hostile::iter() {
        let json = serde_json::to_string(&row).unwrap();
        assert_eq!(json, serde_json::to_string(row.code()).unwrap());
        assert_eq!(serde_json::from_str::<Hostile>(&json).unwrap(), row);
        assert_eq!(row.code().parse::<Hostile>().unwrap(), row);
        assert_eq!(row.to_string().parse::<Hostile>().unwrap(), row);
    }
}

#[test]
fn a_terminal_shows_them() {
    for row in Hostile::iter() {
        let diagnostic = [row.code(), row.help().unwrap().to_string().as_str()].map(str::to_owned);
        assert_eq!(diagnostic, [Diagnostic::code(&row).unwrap().to_string(), row.tips().unwrap().to_owned()]);
        assert!(format!("{:?}", miette::Report::new(row)).contains("docs.example.com"));
    }
}
