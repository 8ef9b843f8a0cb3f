//! What holds for any input. The tests check it for existing files, the fuzzers (`tests/fuzz`) for whatever they come
//! up with.

mod export;
mod grammar;
mod messages;
mod table;

pub use export::exports;
pub use grammar::grammar;
pub use messages::messages;
pub use table::read_and_check;
