//! What is answered is what is documented, of random types: each answer validates against the schema of its status.

use std::collections::BTreeSet;

use axum::http::HeaderName;
use axum::response::{IntoResponse, Response};
use proptest::prelude::*;
use serde_json::{Map, Value, json, to_value};
use status_docs::{Case, Code, Problem, StatusCases};
use utoipa::{IntoResponses, ToSchema};

include!(concat!(env!("OUT_DIR"), "/random.rs"));

/// What a type documents, in both major versions, and what its values answer.
pub(crate) struct Answers {
    name: &'static str,
    source: &'static str,
    cases: Vec<Listed>,
    responses: Value,
    components: Vec<(String, Value)>,
    in_6: Option<(Value, Vec<(String, Value)>)>,
    sent: Vec<Answer>,
}

/// A row that a type lists.
struct Listed {
    status: u16,
    code: Value,
    shown: String,
    is_own: bool,
    has_link: bool,
}

struct Answer {
    status: u16,
    media: String,
    has_retry: bool,
    body: Value,
}

fn cases<T: StatusCases>() -> Vec<Listed> {
    let mut all = Vec::new();
    T::each_case(&mut |case| {
        let Case::Row { doc, .. } = case else { panic!("all rows are listed") };
        let status = doc.http_status().unwrap();
        let code = match doc.code.number() {
            Some(number) => json!(i64::try_from(number).unwrap()),
            None => json!(doc.code.to_string()),
        };
        let is_own = code != json!(status);
        all.push(Listed { status, code, shown: doc.code.to_string(), is_own, has_link: doc.link.is_some() });
    });
    all
}

fn responses<T: IntoResponses>() -> Value {
    to_value(T::responses()).unwrap()
}

fn responses_of_6<T: utoipa6::IntoResponses>() -> Value {
    to_value(T::responses()).unwrap()
}

/// What `components(schemas(T))` registers.
fn components<T: ToSchema>() -> Vec<(String, Value)> {
    let mut all = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut all);
    all.into_iter().map(|(name, schema)| (name, to_value(schema).unwrap())).collect()
}

fn components_of_6<T: utoipa6::ToSchema>() -> Vec<(String, Value)> {
    let mut all = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut all);
    all.into_iter().map(|(name, schema)| (name, to_value(schema).unwrap())).collect()
}

fn answer(error: impl IntoResponse) -> Answer {
    let (parts, body) = error.into_response().into_parts();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let body = runtime.block_on(axum::body::to_bytes(body, usize::MAX)).unwrap();
    Answer {
        status: parts.status.as_u16(),
        media: parts.headers["content-type"].to_str().unwrap().to_owned(),
        has_retry: parts.headers.contains_key("retry-after"),
        body: serde_json::from_slice(&body).unwrap_or_else(|error| panic!("{error}: {body:?}")),
    }
}

/// A body of one's own, which refers to others and to itself.
#[derive(serde::Serialize, ToSchema)]
struct Envelope {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    more: Option<More>,
    #[schema(no_recursion)]
    causes: Vec<Envelope>,
}

#[derive(serde::Serialize, ToSchema)]
struct More {
    detail: String,
    kind: Kind,
}

#[derive(serde::Serialize, ToSchema)]
enum Kind {
    Known(String),
    Unknown,
}

fn enveloped<C: Code>(problem: &Problem<'_, C>) -> Envelope {
    let more = problem.detail().map(|detail| More {
        kind: if problem.status() < 500 { Kind::Known(problem.code().to_string()) } else { Kind::Unknown },
        detail: detail.to_string(),
    });
    let cause = Envelope { message: "cause".to_owned(), more: None, causes: Vec::new() };
    Envelope { message: problem.title().to_owned(), more, causes: vec![cause] }
}

fn envelope<E, C: Code>(_: &E, problem: &Problem<'_, C>) -> Response {
    axum::Json(enveloped(problem)).into_response()
}

fn example<C: Code>(problem: &Problem<'_, C>) -> Value {
    to_value(enveloped(problem)).unwrap()
}

/// Members beside ours, one of which has a name of ours and is left out.
#[derive(serde::Serialize, ToSchema)]
struct Extra {
    fields: Vec<More>,
    detail: u8,
}

fn members<E: std::fmt::Display, C: Code>(error: &E, _: &Problem<'_, C>) -> Vec<(&'static str, Value)> {
    let more = More { detail: error.to_string().len().to_string(), kind: Kind::Unknown };
    vec![("fields", json!([more])), ("detail", json!(7))]
}

fn headers<E, C: Code>(_: &E, problem: &Problem<'_, C>) -> Option<[(HeaderName, String); 1]> {
    (problem.status() == 503).then(|| [(HeaderName::from_static("retry-after"), "30".to_owned())])
}

/// Each name in a list of texts, which has none twice.
fn unique(values: &Value, of: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for value in values.as_array().into_iter().flatten() {
        assert!(found.insert(value.to_string()), "{value} is there twice: {of}");
    }
    found
}

/// Each schema that a value refers to.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
            map.values().for_each(|value| references(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

/// Asks of a value whether it is what a schema says, by a validator that is not ours.
fn is_valid(value: &Value, schema: &Value, components: &Map<String, Value>, of: &str) {
    let mut root = schema.as_object().unwrap().clone();
    root.insert("components".to_owned(), json!({"schemas": components}));
    let validator =
        jsonschema::draft202012::options().should_validate_formats(true).build(&Value::Object(root)).unwrap();
    let wrong: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{of}: {value:#} is not what {schema:#} says: {wrong:?}");
}

impl Answers {
    fn components(&self) -> Map<String, Value> {
        let mut all = Map::new();
        for (name, schema) in &self.components {
            let before = all.insert(name.clone(), schema.clone());
            assert!(before.is_none_or(|before| before == *schema), "{name} is two things");
        }
        all
    }

    /// What a document has to be, whatever is answered.
    fn check_document(&self) {
        let of = self.source;
        let components = self.components();
        let mut found = BTreeSet::new();
        references(&self.responses, &mut found);
        references(&json!(components), &mut found);
        for reference in found {
            let name = reference.strip_prefix("#/components/schemas/").unwrap();
            assert!(components.contains_key(name), "{of}: {reference}");
        }
        let statuses: BTreeSet<String> = self.cases.iter().map(|case| case.status.to_string()).collect();
        let documented: BTreeSet<String> = self.responses.as_object().unwrap().keys().cloned().collect();
        assert_eq!(documented, statuses, "{of}");
        for (status, response) in self.responses.as_object().unwrap() {
            let of = format!("{status} of {of}");
            assert!(!response["description"].as_str().unwrap().is_empty(), "{of}");
            let rows: Vec<&Listed> = self.cases.iter().filter(|case| case.status.to_string() == *status).collect();
            let content = response["content"].as_object().unwrap();
            assert_eq!(content.len(), 1, "{of}");
            for content in content.values() {
                let (schema, examples) = (&content["schema"], &content["examples"]);
                for example in examples.as_object().into_iter().flatten() {
                    let code = example.0.split(" (").next().unwrap();
                    assert!(rows.iter().any(|row| row.shown == code), "{of}: {code}");
                    is_valid(&example.1["value"], schema, &components, &of);
                }
                let name = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next());
                let problem = name.map_or(schema, |name| &components[name]);
                if problem["properties"]["title"].is_null() {
                    continue;
                }
                // Ours, and no envelope: an example for each code, and what all of its rows have is required.
                for row in &rows {
                    assert!(!examples[&row.shown].is_null(), "{of}: {}", row.shown);
                }
                let counted: Vec<&Listed> = match name {
                    Some(_) => self.cases.iter().collect(),
                    None => rows.clone(),
                };
                let mut required = vec!["title", "status"];
                required.extend(counted.iter().all(|row| row.is_own).then_some("code"));
                required.extend(counted.iter().all(|row| row.has_link).then_some("type"));
                assert_eq!(problem["required"], json!(required), "{of}");
                let code = &problem["properties"]["code"];
                let code = code["$ref"].as_str().map_or(code, |name| &components[name.rsplit('/').next().unwrap()]);
                let codes = unique(&code["enum"], &of);
                for row in counted.iter().filter(|row| row.is_own) {
                    assert!(codes.contains(&row.code.to_string()), "{of}: {} in {codes:?}", row.code);
                }
            }
        }
        if let Some((responses, components)) = &self.in_6 {
            assert_eq!((responses, components), (&self.responses, &self.components), "{of}");
        }
    }

    fn check_answers(&self) {
        let components = self.components();
        for answer in &self.sent {
            let of = format!("{} of {}", answer.status, self.source);
            let response = &self.responses[answer.status.to_string()];
            let schema = &response["content"][&answer.media]["schema"];
            assert!(!schema.is_null(), "{}: {} is documented: {response:#}", self.name, answer.media);
            is_valid(&answer.body, schema, &components, &of);
            assert!(!answer.has_retry || !response["headers"]["Retry-After"].is_null(), "{of}");
        }
    }
}

#[test]
fn what_random_types_document_is_whole() {
    let all = all("text");
    for type_ in &all {
        type_.check_document();
    }
    if SEED != 0 {
        return;
    }
    // Each form is among them.
    let has = |word: &str| all.iter().filter(|of| of.source.contains(word)).count();
    let words =
        ["name = ", "members", "headers", "schema", "example", "tips", "transparent", "link", "radix", "table = "];
    for word in words {
        assert!(has(word) > 0 && has(word) < all.len(), "{word}: {}", has(word));
    }
    assert!(all.iter().filter(|of| of.in_6.is_some()).count() > 8);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_random_types_answer_is_what_they_document(text in "\\PC{0,12}|[\"\\\\\n\r\u{0}\u{2028}</é🔥{}]{0,12}") {
        for type_ in all(&text) {
            type_.check_answers();
        }
    }
}
