//! What bridges cost the compiler, against the glue that one writes in their place.

use std::fmt::Write;

use crate::Options;
use crate::build_rows::figures;
use crate::compile::{self, Goal, Toolchain};
use crate::measure::costs_in_turn;
use crate::report::Report;

/// The crates that a service has, as dependencies.
const SERVICE: [&str; 5] = [
    "axum = { version = \"0.8\", default-features = false }",
    "serde = { version = \"1\", features = [\"derive\"] }",
    "serde_json = \"1\"",
    "thiserror = \"2\"",
    "utoipa = \"5\"",
];

/// The same as crates.
const CRATES: [&str; 6] = ["status_docs", "axum", "serde", "serde_json", "thiserror", "utoipa"];

/// Statuses of the HTTP reference, each with its phrase.
const STATUSES: [(u16, &str); 20] = [
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (415, "Unsupported Media Type"),
    (422, "Unprocessable Content"),
    (423, "Locked"),
    (429, "Too Many Requests"),
    (500, "Internal Server Error"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
];

/// Row 14.
pub fn measure(options: &Options, report: &mut Report) {
    if !options.wants("14") {
        return;
    }
    let mut dependencies = vec![options.ours()];
    dependencies.extend(SERVICE.map(str::to_owned));
    let toolchain = Toolchain::with(&dependencies.iter().map(String::as_str).collect::<Vec<_>>(), &CRATES);
    let directory = compile::directory("bridges");
    let without = error_type("");
    let files = [
        ("with_bridges.rs", error_type("#[status(with(axum, utoipa))]")),
        ("with_glue.rs", without.clone() + &glue()),
        ("without.rs", without),
    ];
    let commands =
        files.map(|(name, source)| toolchain.compile(&compile::write(&directory, name, &source), Goal::Check));
    let [ours, theirs, without] = costs_in_turn(&commands.each_ref(), options.rounds(31), || {});
    let (ours, theirs) = (ours.over(without), theirs.over(without));
    let work = "check of an error type of 20 variants with axum and utoipa, over the same without";
    let ratio = ours.seconds / theirs.seconds;
    report.row("14", work, "glue by hand", figures(ours, theirs), ratio, 1.0);
}

/// An error type as a service has it.
fn error_type(attribute: &str) -> String {
    let mut source = format!(
        "//! A service's errors.\n\n/// What can go wrong.\n#[derive(Debug, thiserror::Error, status_docs::StatusDocs)]\n\
         {attribute}\npub enum ApiError {{\n"
    );
    for (status, phrase) in STATUSES {
        let _ = writeln!(
            source,
            "    /// {phrase}.\n    #[error(\"{phrase}: {{0}}\")]\n    #[status({status})]\n    Failed{status}(String),"
        );
    }
    source + "}\n"
}

/// The glue of `tests/bridges/shared/services/before.rs`, for these variants.
fn glue() -> String {
    let (mut statuses, mut rows) = (String::new(), String::new());
    for (status, phrase) in STATUSES {
        let _ = writeln!(statuses, "            Self::Failed{status}(_) => ({status}, \"{phrase}\"),");
        let _ = writeln!(
            rows,
            "            (\"ApiError.Failed{status}\", {status}, \"{phrase}\", \"What {phrase} means to a client.\"),"
        );
    }
    format!(
        r#"
use std::collections::BTreeMap;

use axum::http::{{StatusCode, header}};
use axum::response::{{IntoResponse, Response}};
use serde::Serialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::response::{{Response as Documented, ResponseBuilder}};
use utoipa::{{IntoResponses, PartialSchema, ToSchema}};

impl ApiError {{
    fn status(&self) -> (u16, &'static str) {{
        match self {{
{statuses}        }}
    }}
}}

#[derive(Serialize, ToSchema)]
struct Problem {{
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}}

impl IntoResponse for ApiError {{
    fn into_response(self) -> Response {{
        let (status, title) = self.status();
        let detail = (status < 500).then(|| self.to_string());
        let code = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let media = [(header::CONTENT_TYPE, "application/problem+json")];
        let body = serde_json::to_string(&Problem {{ title, status, detail }}).unwrap_or_default();
        (code, media, body).into_response()
    }}
}}

impl IntoResponses for ApiError {{
    fn responses() -> BTreeMap<String, RefOr<Documented>> {{
        let rows = [
{rows}        ];
        let all = rows.into_iter().map(|(name, status, title, description)| {{
            let example = Problem {{ title, status, detail: None }};
            let example = ExampleBuilder::new().summary(title).value(serde_json::to_value(example).ok()).build();
            let content = ContentBuilder::new().schema(Some(Problem::schema())).examples_from_iter([(name, example)]);
            let response = ResponseBuilder::new().description(description);
            let response = response.content("application/problem+json", content.build()).build();
            (status.to_string(), response.into())
        }});
        all.collect()
    }}
}}
"#
    )
}
