//! What a command prints.

pub(crate) mod card;
pub(crate) mod examples;
pub(crate) mod explain;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod rules;
pub(crate) mod sarif;
