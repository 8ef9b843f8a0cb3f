//! `#[derive(StatusDocs)]` on what users write, compiled, and what it answers.

#![deny(warnings)]
#![allow(dead_code, reason = "fields are carried, and nobody reads them")]

mod adopted;
mod api_error;
mod editions;
mod exhaustive;
mod generics;
mod hygiene;
mod linked;
mod messages;
mod moved;
mod nameless;
mod naming;
mod odd_shapes;
mod other_derives;
mod own_table;
mod shared;
mod snapshots;
mod table_changes;
