//! Codes and problems on the wire, with the features `serde` and `http`.

#[cfg(feature = "http")]
mod http;
#[cfg(feature = "serde")]
mod open;
#[cfg(feature = "serde")]
mod problem;
#[cfg(feature = "serde")]
mod received;
#[cfg(feature = "serde")]
mod value;

#[cfg(feature = "serde")]
pub use problem::Extended;
#[cfg(feature = "serde")]
pub use received::ReceivedProblem;
