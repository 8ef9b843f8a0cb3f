//! Documents as generators read them: what is named, what each reference leads to, and that examples are what the schema
//! says.

#![allow(dead_code, reason = "nobody answers")]

use std::collections::BTreeSet;

use serde_json::{Value, json, to_value};
use status_docs::{StatusDocs, status_table};
use status_docs_bridges_tests::types::{Envelope, FormError};
use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

status_table! {
    #[status(csv = "tables/errors.csv", link = "https://docs.example.com/errors/{code}", with(utoipa))]
    pub enum ErrorCode: str;
}

/// Two inner types of one name, each with a variant of one name.
mod orders {
    #[derive(Debug, thiserror::Error, status_docs::StatusDocs)]
    #[status(table = super::ErrorCode)]
    pub enum Error {
        #[error("a")]
        #[status("E1001")]
        Auth,
    }
}

mod pay {
    #[derive(Debug, thiserror::Error, status_docs::StatusDocs)]
    #[status(table = super::ErrorCode)]
    pub enum Error {
        #[error("b")]
        #[status("E1002")]
        Auth,
    }
}

macro_rules! errors {
    ($($name:ident($($words:tt)*);)*) => {$(
        #[derive(Debug, thiserror::Error, StatusDocs)]
        #[status(table = ErrorCode, with(utoipa($($words)*)))]
        pub enum $name {
            #[error("x")]
            #[status("E2001")]
            Offline,
            #[error(transparent)]
            #[status(transparent)]
            Orders(#[from] orders::Error),
            #[error(transparent)]
            #[status(transparent)]
            Pay(#[from] pay::Error),
        }
    )*};
}

/// An envelope that refers to others and to itself.
#[derive(serde::Serialize, ToSchema)]
pub struct Nested {
    inner: Envelope,
    list: Vec<Envelope>,
    map: std::collections::BTreeMap<String, Envelope>,
    // Without it, utoipa itself does not end.
    #[schema(no_recursion)]
    itself: Option<Box<Nested>>,
    kind: Kind,
}

#[derive(serde::Serialize, ToSchema)]
pub enum Kind {
    A,
    B { of: Envelope },
}

errors! {
    Inline(media = "application/problem+json");
    Named(name = "Problem");
    Enveloped(schema = Nested, media = "application/vnd.api+json");
    NamedEnvelope(schema = Nested, name = "Failure");
}

macro_rules! documents {
    ($($api:ident = $error:ident: $($schema:ty),*;)*) => {$(
        mod $api {
            use super::{OpenApi, $error};

            #[utoipa::path(get, path = "/orders", responses((status = 200, description = "Fine."), $error))]
            #[allow(dead_code)]
            fn orders() {}

            #[utoipa::path(post, path = "/orders", responses((status = 200, description = "Fine."), $error))]
            #[allow(dead_code)]
            fn order() {}

            #[derive(OpenApi)]
            #[openapi(paths(orders, order), components(schemas($($schema),*)))]
            pub struct Api;
        }
    )*};
}

documents! {
    inline = Inline: ;
    named = Named: super::Named;
    enveloped = Enveloped: ;
    named_envelope = NamedEnvelope: super::NamedEnvelope;
    form = FormError: super::FormError;
}

fn all() -> [(&'static str, Value); 5] {
    [
        ("inline", to_value(inline::Api::openapi()).unwrap()),
        ("named", to_value(named::Api::openapi()).unwrap()),
        ("enveloped", to_value(enveloped::Api::openapi()).unwrap()),
        ("named_envelope", to_value(named_envelope::Api::openapi()).unwrap()),
        ("form", to_value(form::Api::openapi()).unwrap()),
    ]
}

/// Each reference in a value.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                assert_eq!(map.len(), 1, "nothing is beside a reference: {map:?}");
                found.insert(reference.clone());
            }
            for value in map.values() {
                references(value, found);
            }
        }
        Value::Array(values) => {
            for value in values {
                references(value, found);
            }
        }
        _ => {}
    }
}

/// Each error response of a document, with its status.
fn error_responses(document: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    for path in document["paths"].as_object().unwrap().values() {
        for operation in path.as_object().unwrap().values() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                if status != "200" {
                    found.push((status.clone(), response));
                }
            }
        }
    }
    found
}

/// Whether a value is what the schema says, as far as ours say anything.
fn validate(value: &Value, schema: &Value, document: &Value) {
    if let Some(reference) = schema["$ref"].as_str() {
        let path = reference.strip_prefix('#').unwrap();
        return validate(value, document.pointer(path).unwrap(), document);
    }
    let ty = schema["type"].as_str().unwrap_or_else(|| panic!("{schema} has a type"));
    let is_of_type = match ty {
        "object" => value.is_object(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        other => panic!("{other} in {schema}"),
    };
    assert!(is_of_type, "{value} is of {schema}");
    if let Some(values) = schema["enum"].as_array() {
        assert!(values.contains(value), "{value} is one of {schema}");
    }
    for (limit, is_within) in [("minimum", i64::ge as fn(&i64, &i64) -> bool), ("maximum", i64::le)] {
        if let Some(limit) = schema[limit].as_i64() {
            assert!(is_within(&value.as_i64().unwrap(), &limit), "{value} is within {schema}");
        }
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(!value[name.as_str().unwrap()].is_null(), "{value} has {name}");
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        if !value[name].is_null() {
            validate(&value[name], property, document);
        }
    }
}

#[test]
fn each_reference_leads_to_a_component() {
    // What `.ci/extra openapi` gives to the tools that read such documents.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("openapi");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in all() {
        std::fs::write(folder.join(format!("{name}.json")), document.to_string()).unwrap();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        for reference in &found {
            let path = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(path).is_some(), "{name}: {reference} in {document:#}");
        }
        assert_eq!(found.is_empty(), ["inline", "enveloped"].contains(&name), "{name}: {found:?}");
    }
}

#[test]
fn each_code_is_an_example_of_its_status_and_what_the_schema_says() {
    for (name, document) in all() {
        let responses = error_responses(&document);
        let statuses: Vec<&str> = responses.iter().map(|(status, _)| status.as_str()).collect();
        let is_form = name == "form";
        let expected =
            if is_form { vec!["409", "503", "409", "503"] } else { vec!["404", "409", "503", "404", "409", "503"] };
        assert_eq!(statuses, expected, "{name}");
        for (status, response) in responses {
            assert!(!response["description"].as_str().unwrap().is_empty(), "{name} {status}");
            let (media, content) = response["content"].as_object().unwrap().iter().next().unwrap();
            let expected = match name {
                "enveloped" => "application/vnd.api+json",
                "named_envelope" => "application/json",
                _ => "application/problem+json",
            };
            assert_eq!(media, expected, "{name}");
            let examples = content["examples"].as_object();
            if name.contains("envelope") {
                assert!(examples.is_none(), "{name}: {content:#}");
                continue;
            }
            let code = match status.as_str() {
                "404" => "E1001",
                "409" => "E1002",
                _ => "E2001",
            };
            assert_eq!(examples.unwrap().keys().collect::<Vec<_>>(), [code], "{name} {status}");
            for example in examples.unwrap().values() {
                validate(&example["value"], &content["schema"], &document);
            }
        }
    }
}

#[test]
fn a_named_problem_is_one_component_beside_the_codes_of_its_table() {
    let [_, (_, document), _, (_, envelope), (_, form)] = all();
    let components = document["components"]["schemas"].as_object().unwrap();
    assert_eq!(components.keys().collect::<Vec<_>>(), ["ErrorCode", "Problem"]);
    let problem = &components["Problem"];
    assert_eq!(problem["required"], json!(["title", "status", "code", "type"]));
    let properties = &problem["properties"];
    assert_eq!(properties["code"], json!({"$ref": "#/components/schemas/ErrorCode"}));
    assert_eq!(properties["status"], json!({"type": "integer", "minimum": 100, "maximum": 599}));
    assert_eq!(properties["type"], json!({"type": "string", "format": "uri-reference"}));
    assert!(problem["additionalProperties"].is_null() && properties["tips"].is_null(), "{problem:#}");
    // As the table's own schema says it.
    assert_eq!(components["ErrorCode"], to_value(ErrorCode::schema()).unwrap());
    assert_eq!(<Named as ToSchema>::name(), "Problem");
    for (_, response) in error_responses(&document) {
        let schema = &response["content"]["application/problem+json"]["schema"];
        assert_eq!(*schema, json!({"$ref": "#/components/schemas/Problem"}));
    }
    let components = envelope["components"]["schemas"].as_object().unwrap();
    assert_eq!(components["Failure"], to_value(Nested::schema()).unwrap());
    // The members of the user's, without one of our names.
    let problem = &form["components"]["schemas"]["Problem"];
    assert_eq!(problem["properties"]["errors"]["items"], json!({"$ref": "#/components/schemas/Fault"}));
    assert_eq!(problem["properties"]["detail"], json!({"type": "string"}));
    assert_eq!(problem["required"], json!(["title", "status", "code", "type"]));
    for (_, response) in error_responses(&form) {
        assert_eq!(response["headers"]["Retry-After"]["schema"], json!({"type": "string"}));
    }
}

#[test]
fn an_inline_problem_has_the_codes_of_its_status() {
    let responses = to_value(Inline::responses()).unwrap();
    for (status, code) in [("404", "E1001"), ("409", "E1002"), ("503", "E2001")] {
        let schema = &responses[status]["content"]["application/problem+json"]["schema"];
        let number: u16 = status.parse().unwrap();
        assert_eq!(schema["properties"]["code"], json!({"type": "string", "enum": [code]}));
        assert_eq!(schema["properties"]["status"], json!({"type": "integer", "minimum": number, "maximum": number}));
    }
}

/// Of one code, what a client may see more than once is counted.
#[test]
fn different_examples_of_a_code_are_kept() {
    #[derive(StatusDocs)]
    #[status(with(utoipa))]
    enum Busy {
        #[status(429, detail = "slow down")]
        A,
        #[status(429, detail = "later")]
        B,
        #[status(429, detail = "later")]
        C,
        #[status(404)]
        D,
    }
    let _ = [Busy::A, Busy::B, Busy::C, Busy::D];
    let responses = to_value(Busy::responses()).unwrap();
    let content = &responses["429"]["content"]["application/problem+json"];
    let details: Vec<(&String, &Value)> = content["examples"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(key, example)| (key, &example["value"]["detail"]))
        .collect();
    assert_eq!(details, [(&"429".to_owned(), &json!("slow down")), (&"429 (2)".to_owned(), &json!("later"))]);
    // Every code is the status.
    assert!(content["schema"]["properties"]["code"].is_null());
}
