//! One service, twice: with the glue that one writes by hand, and with bridges.

pub mod after;
pub mod before;
