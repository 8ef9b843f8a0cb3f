use std::fmt;

use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(only = "404, 500", with(http, axum, actix_web, utoipa, serde, miette))]
    enum Status: u16;

    #[status(csv = "tables/sqlstate.csv", with(serde))]
    enum State: str;

    #[status(base = "grpc", with(tonic))]
    enum Grpc: u8;
}

#[derive(Debug, StatusDocs)]
#[status(with(http, axum, actix_web, utoipa, serde, miette))]
enum Failure<T> {
    #[status(404)]
    Missing(T),
    #[status(500)]
    Broken,
}

impl<T> fmt::Display for Failure<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failure")
    }
}

#[derive(Debug, StatusDocs)]
#[status(500, with(axum = ::nowhere::axum))]
struct Elsewhere;

fn main() {}
