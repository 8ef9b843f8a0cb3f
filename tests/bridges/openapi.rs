//! Documents: valid, complete, and the same from two major versions.

use std::collections::BTreeMap;

use roas::v3_1::spec::Spec;
use roas::validation::{Options, Validate};
use serde_json::{Value, json, to_value};
use status_docs::{HttpStatus, StatusCases, StatusDocs, status_table};
use status_docs_bridges_tests::services::{after, before};
use status_docs_bridges_tests::types::{
    ApiError, AroundOpaque, EnvelopedError, ErrorCode, Gateway, LinkedError, Ping, Retried, ShopError,
};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

/// A document with one path, which answers with these responses.
fn document(responses: &Value, schemas: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/x": {"get": {"operationId": "x", "responses": responses}}},
        "components": {"schemas": schemas},
    })
}

fn validate(document: &Value) {
    let spec: Spec = serde_json::from_value(document.clone()).unwrap_or_else(|error| panic!("{error} in {document:#}"));
    let result = spec.validate(Options::IgnoreUnusedSchemas.into(), None);
    assert!(result.is_ok(), "{} in {document:#}", result.unwrap_err());
}

/// What a type answers with, in a document that is valid.
pub(crate) fn responses<T: IntoResponses>() -> Value {
    let responses = to_value(T::responses()).unwrap();
    validate(&document(&responses, &json!({})));
    responses
}

/// Each status that a type lists is in its document.
fn lists_all<T: IntoResponses + StatusCases>() {
    let responses = responses::<T>();
    let mut count = 0;
    T::each_case(&mut |case| {
        let status = match case {
            status_docs::Case::Row { doc, .. } => doc.http_status().unwrap().to_string(),
            _ => "default".to_owned(),
        };
        let response = &responses[&status];
        assert!(!response.is_null(), "{status} is not in {responses:#}");
        if status != "default" {
            let content = &response["content"]["application/problem+json"];
            let status_docs::Case::Row { doc, .. } = case else { return };
            let code = doc.code.to_string();
            assert!(!content["examples"][&code].is_null(), "{code} is not in {content:#}");
        }
        count += 1;
    });
    assert!(count > 0);
}

#[test]
fn every_status_is_in_the_document() {
    lists_all::<ApiError>();
    lists_all::<Gateway>();
    lists_all::<ErrorCode>();
    lists_all::<ShopError>();
    lists_all::<LinkedError>();
    lists_all::<Retried<ApiError>>();
    lists_all::<Ping>();
    lists_all::<AroundOpaque>();
    lists_all::<Every>();
}

status_table! {
    #[status(with(utoipa))]
    enum Every: u16;
}

#[test]
fn a_response_has_meaning_examples_and_schema() {
    let responses = responses::<ShopError>();
    let response = &responses["503"];
    // A cell is text, with its lines, and no Markdown.
    assert_eq!(
        response["description"],
        "The warehouse \\*did not\\* answer.\\\nSee \\[its page\\](https\\:\\/\\/internal\\.example)\\."
    );
    let content = &response["content"]["application/problem+json"];
    assert_eq!(
        content["examples"],
        json!({"E2001": {"summary": "Stock Offline", "value": {
            "type": "https://docs.example.com/errors/E2001", "title": "Stock Offline", "status": 503, "code": "E2001",
        }}})
    );
    let properties: Vec<&String> = content["schema"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(properties, ["code", "detail", "instance", "status", "title", "type"]);
    assert_eq!(content["schema"]["properties"]["code"], json!({"type": "string", "enum": ["E2001"]}));
    assert_eq!(content["schema"]["required"], json!(["title", "status", "code", "type"]));
    assert_eq!(content["schema"]["properties"]["status"], json!({"type": "integer", "minimum": 503, "maximum": 503}));
    assert_eq!(content["schema"]["properties"]["type"], json!({"type": "string", "format": "uri-reference"}));
    // The HTTP reference has no code of its own.
    let responses = self::responses::<ApiError>();
    assert!(responses["404"]["content"]["application/problem+json"]["schema"]["properties"]["code"].is_null());
    assert_eq!(responses["404"]["description"].as_str().unwrap().replace('\\', ""), HttpStatus::NotFound.definition());
}

#[test]
fn an_envelope_has_its_schema() {
    let responses = responses::<EnvelopedError>();
    let content = &responses["409"]["content"]["application/json"];
    let properties: Vec<&String> = content["schema"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(properties, ["code", "link", "message"]);
    // Nobody knows what the body of one is.
    assert!(content["examples"].is_null(), "{content:#}");
}

/// Only a bridge that tells the tips documents them.
#[test]
fn tips_are_documented_where_they_are_told() {
    let with = responses::<ErrorCode>()["404"]["content"]["application/problem+json"].clone();
    assert_eq!(with["examples"]["E1001"]["value"]["tips"], "Ask for the number on the invoice.");
    assert_eq!(with["schema"]["properties"]["tips"], json!({"type": "string"}));
    let without = responses::<ShopError>().to_string();
    assert!(!without.contains("tips") && !without.contains("invoice"), "{without}");
}

#[test]
fn what_is_not_listed_is_any_other_status() {
    assert_eq!(responses::<AroundOpaque>()["default"]["description"], "Any other status.");
}

#[test]
fn a_table_is_a_schema_of_its_codes() {
    let schema = to_value(Gateway::schema()).unwrap();
    assert_eq!(
        schema,
        json!({
            "type": "integer",
            "enum": [521, 522, 525],
            "description": "521 Web Server Is Down\n\n522 Connection Timed Out\n\n525 SSL Handshake Failed",
            "x-enum-varnames": ["WebServerIsDown", "ConnectionTimedOut", "SslHandshakeFailed"],
            "x-enum-descriptions": ["Web Server Is Down", "Connection Timed Out", "SSL Handshake Failed"],
        })
    );
    assert_eq!(to_value(ErrorCode::schema()).unwrap()["enum"], json!(["E1001", "E1002", "E2001"]));
    assert_eq!(<Gateway as ToSchema>::name(), "Gateway");
    validate(&document(&json!({"default": {"description": "x"}}), &json!({"Gateway": schema})));
}

#[test]
fn two_major_versions_write_the_same() {
    let of_5 = to_value(<ApiError as utoipa::IntoResponses>::responses()).unwrap();
    let of_6 = to_value(<ApiError as utoipa6::IntoResponses>::responses()).unwrap();
    assert_eq!(of_5, of_6);
    let of_5 = to_value(<Gateway as utoipa::PartialSchema>::schema()).unwrap();
    let of_6 = to_value(<Gateway as utoipa6::PartialSchema>::schema()).unwrap();
    assert_eq!(of_5, of_6);
}

#[test]
fn the_document_of_a_service_is_valid() {
    for openapi in [before::openapi(), after::openapi()] {
        validate(&to_value(openapi).unwrap());
    }
}

/// One variant more, and one row more in a table that is inside, without any other edit.
#[allow(dead_code, reason = "nobody answers")]
mod grown {
    use super::{BTreeMap, IntoResponses, StatusDocs, status_table};

    status_table! {
        #[status(csv = "tables/gateway.csv")]
        pub enum Gateway: u16 {
            http = "code",
        }
    }

    #[derive(StatusDocs)]
    #[status(with(utoipa))]
    pub enum Small {
        #[status(404)]
        Missing,
        #[status(transparent)]
        Gateway(Gateway),
    }

    pub mod more {
        use super::{StatusDocs, status_table};

        status_table! {
            #[status(csv = "tables/gateway_more.csv")]
            pub enum Gateway: u16 {
                http = "code",
            }
        }

        #[derive(StatusDocs)]
        #[status(with(utoipa))]
        pub enum Large {
            #[status(404)]
            Missing,
            #[status(410)]
            Gone,
            #[status(transparent)]
            Gateway(Gateway),
        }
    }

    pub fn statuses<T: IntoResponses>() -> Vec<String> {
        T::responses().into_iter().collect::<BTreeMap<_, _>>().into_keys().collect()
    }
}

#[test]
fn a_variant_more_and_a_row_more_are_in_the_document() {
    assert_eq!(grown::statuses::<grown::Small>(), ["404", "521", "522", "525"]);
    assert_eq!(grown::statuses::<grown::more::Large>(), ["404", "410", "521", "522", "525", "526"]);
}
