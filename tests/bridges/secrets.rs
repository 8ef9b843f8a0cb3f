//! Nothing of a value's own text is told from 500 on, unless the type says so.

use actix_web::ResponseError;
use actix_web::body::MessageBody;
use axum::response::IntoResponse;
use proptest::prelude::*;
use status_docs::StatusDocs;
use status_docs_bridges_tests::types::{ApiError, AuthError, Gateway, LinkedError, Retried, RpcError, ShopError};

/// Each value of each type whose text might be told.
fn errors(text: &str) -> Vec<ApiError> {
    let text = || text.to_owned();
    vec![
        ApiError::Missing { id: text() },
        ApiError::Quiet(text()),
        ApiError::Busy(text()),
        AuthError::Expired(text()).into(),
        AuthError::Portal(text()).into(),
        Gateway::WebServerIsDown.into(),
        ApiError::Db(text()),
    ]
}

fn of_axum(response: axum::response::Response) -> (u16, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (parts, body) = response.into_parts();
    let body = runtime.block_on(axum::body::to_bytes(body, usize::MAX)).unwrap();
    (parts.status.as_u16(), format!("{:?} {}", parts.headers, String::from_utf8(body.to_vec()).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_secret_is_in_an_answer_from_500_on(letters in "[a-z\"\\\\\n é🔥{}]{1,12}") {
        let secret = format!("sesame{letters}sesame");
        for error in errors(&secret) {
            let (hidden, status) = (error.docs().detail, error.code());
            let response = error.error_response();
            let body = response.into_body().try_into_bytes().unwrap();
            prop_assert!(status < 500 || !String::from_utf8_lossy(&body).contains("sesame"), "{} {:?}", status, hidden);
        }
        for error in errors(&secret) {
            let (status, answer) = of_axum(error.into_response());
            prop_assert!(status < 500 || !answer.contains("sesame"), "{}", answer);
        }
        let others = [
            ShopError::StockOffline(secret.clone()).into_response(),
            LinkedError::Offline(secret.clone()).into_response(),
            Retried::Failed(ApiError::Db(secret.clone())).into_response(),
        ];
        for response in others {
            let (status, answer) = of_axum(response);
            prop_assert!(status >= 500 && !answer.contains("sesame"), "{}", answer);
        }
        let status = format!("{:?}", tonic::Status::from(RpcError::Broken(secret)));
        prop_assert!(!status.contains("sesame"));
    }
}
