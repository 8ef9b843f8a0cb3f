//! What the bridges emit warns of nothing, whatever the user denies and however the user's own items are called. Clippy
//! looks at it when the workspace is checked.

#![deny(
    warnings,
    missing_docs,
    unused,
    unreachable_pub,
    missing_debug_implementations,
    unused_qualifications,
    single_use_lifetimes,
    unused_lifetimes,
    unused_results,
    trivial_casts,
    trivial_numeric_casts,
    explicit_outlives_requirements,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![forbid(unsafe_code)]
#![no_implicit_prelude]
#![allow(dead_code, unreachable_pub, reason = "a test target exports nothing")]

/// Names that emitted code must not take for others.
mod shadows {
    /// A constant with the name of a binding would be a pattern.
    #[allow(non_upper_case_globals)]
    pub const doc: u8 = 0;
    /// Another.
    #[allow(non_upper_case_globals)]
    pub const problem: u8 = 0;
    /// Another.
    #[allow(non_upper_case_globals)]
    pub const response: u8 = 0;
}

#[allow(unused_imports, reason = "they are here to be in the way")]
use shadows::{doc, problem, response};

/// None of the language's.
#[derive(::std::fmt::Debug)]
struct Option;

/// None of the language's.
#[derive(::std::fmt::Debug)]
struct String;

/// None of the language's.
#[derive(::std::fmt::Debug)]
struct Result;

::status_docs::status_table! {
    /// A table.
    #[status(
        csv = "tables/gateway.csv",
        with(http, http = ::actix_web::http, axum(tips, tracing), actix_web(tips, tracing), utoipa, serde, miette)
    )]
    pub enum Gateway: u16 {
        http = "code",
    }

    /// Text codes.
    #[status(csv = "tables/errors.csv", with(http, axum, utoipa, serde = ::serde_core, miette))]
    pub enum ErrorCode: str;

    /// gRPC's.
    #[status(base = "grpc", with(tonic))]
    pub enum Grpc: u8;

    /// Exit codes.
    #[status(base = "exit", with(exit_code, serde))]
    pub enum Exit: u8;
}

/// An error.
#[derive(::std::fmt::Debug, ::status_docs::StatusDocs)]
#[status(with(http, axum(tips, tracing), actix_web(tips, tracing, body = crate::pages::actix), utoipa(schema = crate::pages::Page), miette))]
pub enum Failure<'a, T, const N: usize>
where
    T: ::std::fmt::Debug,
{
    /// A.
    #[status(404, detail)]
    Missing(&'a str, [u8; N]),
    /// B.
    #[status(transparent)]
    Inner(::std::boxed::Box<T>),
    /// C.
    #[status(503, detail = "later")]
    Later,
    /// Gone.
    #[deprecated]
    #[status(410, detail = false)]
    Some,
}

impl<T: ::std::fmt::Debug, const N: usize> ::std::fmt::Display for Failure<'_, T, N> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        ::std::fmt::Debug::fmt(self, f)
    }
}

impl<T: ::std::fmt::Debug, const N: usize> ::std::error::Error for Failure<'_, T, N> {}

/// A gRPC error.
#[derive(::std::fmt::Debug, ::status_docs::StatusDocs)]
#[status(NotFound, base = "grpc", with(tonic))]
pub struct Wrapped<E>(E)
where
    E: ::std::fmt::Debug;

impl<E: ::std::fmt::Debug> ::std::fmt::Display for Wrapped<E> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        ::std::fmt::Debug::fmt(&self.0, f)
    }
}

mod pages {
    pub use ::status_docs_bridges_tests::types::Envelope as Page;

    /// The answer.
    pub fn actix<E>(_: &E, problem: &::status_docs::Problem<'_>) -> ::actix_web::HttpResponse {
        ::actix_web::HttpResponse::Ok().body(::std::string::ToString::to_string(problem))
    }
}
