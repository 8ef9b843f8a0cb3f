//! Hostile files in builds of users' crates: the corpus through the macro and the compiler, and files that are none. What
//! runs cargo within cargo is no part of `cargo test`.

mod compiled;
#[allow(dead_code, reason = "more of it is for the tests without builds")]
mod corpus;
#[cfg(target_os = "linux")]
mod files;
mod table;
