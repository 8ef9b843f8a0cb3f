//! `#[derive(StatusDocs)]`: tokens → [`DeriveRequest`] → resolved against the table → tokens.

mod answer;
mod exhaustive;
mod field;
mod inner;
mod input;
mod message;
mod page;
mod renamed;
mod render;
mod resolve;
mod rows;
mod status_attr;
mod stub;
#[cfg(test)]
mod tests;
mod variants;

pub(crate) use input::DeriveRequest;
pub(crate) use message::speak;
pub(crate) use renamed::renamed;
pub(crate) use render::{bridges, render, render_linked};
pub(crate) use resolve::{check, resolve};
pub(crate) use stub::stub;
pub use variants::{Answered, Answering, Variants};
