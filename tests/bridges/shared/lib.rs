//! Services as their users write them, and a client that asks them.

pub mod client;
pub mod services;
pub mod types;
