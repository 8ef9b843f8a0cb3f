//! What a command prints.

pub(crate) mod card;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
