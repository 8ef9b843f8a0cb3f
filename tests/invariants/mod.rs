//! What holds of any input. The tests ask it of files that are there, the fuzzers (`tests/fuzz`) of whatever they
//! come up with.

mod export;
mod grammar;
mod table;

pub use export::exports;
pub use grammar::grammar;
pub use table::read_and_check;
