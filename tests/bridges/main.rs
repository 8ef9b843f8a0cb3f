//! Each bridge against the crate that it leads to: servers on this machine, answers parsed, documents validated.

mod actix_web;
mod axum;
mod cases;
mod documented;
mod errors;
mod exit_code;
mod hostile;
mod http;
mod languages;
mod log;
mod members;
mod miette;
mod named;
mod openapi;
mod received;
mod secrets;
mod serde;
mod services;
mod statuses;
mod tonic;
