//! `#[derive(StatusDocs)]`: tokens → [`Request`] → resolved against the table → tokens.

mod docs;
mod exhaustive;
mod fallback;
mod inner;
mod input;
mod render;
mod resolve;
mod rows;
mod status_attr;
#[cfg(test)]
mod tests;

pub(crate) use fallback::stub;
pub(crate) use input::Request;
pub(crate) use render::render;
pub(crate) use resolve::resolve;
