//! Statuses as their codes, in formats of every kind.

use std::collections::BTreeMap;

use serde_json::{from_reader, from_str, from_value, json, to_string};
use status_docs_bridges_tests::types::{ErrorCode, Gateway, ToolError};

#[test]
fn a_status_is_its_code() {
    assert_eq!(to_string(&[Gateway::WebServerIsDown, Gateway::SslHandshakeFailed]).unwrap(), "[521,525]");
    assert_eq!(
        from_str::<Vec<Gateway>>("[525, 521]").unwrap(),
        [Gateway::SslHandshakeFailed, Gateway::WebServerIsDown]
    );
    assert_eq!(to_string(&ErrorCode::OrderMissing).unwrap(), "\"E1001\"");
    assert_eq!(from_str::<ErrorCode>("\"E1001\"").unwrap(), ErrorCode::OrderMissing);
    assert_eq!(to_string(&ToolError::BadUsage).unwrap(), "1001");
}

#[test]
fn a_text_need_not_be_borrowed() {
    let escaped = "\"E\\u0031001\"";
    assert_eq!(from_str::<ErrorCode>(escaped).unwrap(), ErrorCode::OrderMissing);
    assert_eq!(from_reader::<_, ErrorCode>(escaped.as_bytes()).unwrap(), ErrorCode::OrderMissing);
    assert_eq!(from_value::<ErrorCode>(json!("E2001")).unwrap(), ErrorCode::StockOffline);
    assert_eq!(from_reader::<_, Gateway>("522".as_bytes()).unwrap(), Gateway::ConnectionTimedOut);
}

#[test]
fn a_status_is_a_key() {
    let counts = BTreeMap::from([(Gateway::WebServerIsDown, 1), (Gateway::SslHandshakeFailed, 2)]);
    assert_eq!(to_string(&counts).unwrap(), r#"{"521":1,"525":2}"#);
    assert_eq!(from_str::<BTreeMap<Gateway, u32>>(r#"{"521":1,"525":2}"#).unwrap(), counts);
    let counts = BTreeMap::from([(ErrorCode::OrderLocked, 1)]);
    assert_eq!(to_string(&counts).unwrap(), r#"{"E1002":1}"#);
    assert_eq!(from_str::<BTreeMap<ErrorCode, u32>>(r#"{"E1002":1}"#).unwrap(), counts);
}

#[test]
fn formats_of_bytes_have_it_too() {
    for status in Gateway::iter() {
        let bytes = postcard::to_stdvec(&status).unwrap();
        assert_eq!(bytes, postcard::to_stdvec(&status.code()).unwrap());
        assert_eq!(postcard::from_bytes::<Gateway>(&bytes).unwrap(), status);
    }
    for status in ErrorCode::iter() {
        let bytes = postcard::to_stdvec(&status).unwrap();
        assert_eq!(postcard::from_bytes::<ErrorCode>(&bytes).unwrap(), status);
    }
}

#[test]
fn a_code_of_no_row_is_named() {
    let error = |result: Result<Gateway, serde_json::Error>| result.unwrap_err().to_string();
    assert_eq!(error(from_str("7")), "7 is not a code of Gateway");
    assert_eq!(error(from_str("70000")), "invalid value: integer `70000`, expected u16 at line 1 column 5");
    let error = from_str::<ErrorCode>("\"42\"").unwrap_err().to_string();
    assert_eq!(error, "42 is not a code of ErrorCode at line 1 column 4");
    let error = from_str::<ErrorCode>("42").unwrap_err().to_string();
    assert_eq!(error, "invalid type: integer `42`, expected a code of ErrorCode at line 1 column 2");
}
