//! Shapes that are allowed but rare, under strict lints.

#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    private_bounds,
    private_interfaces,
    non_local_definitions,
    clippy::pedantic,
    clippy::nursery
)]
#![allow(dead_code, reason = "they are compiled")]

use std::convert::Infallible;

use status_docs::{HttpStatus, StatusDocs};

/// A table of which no row is named.
#[derive(StatusDocs)]
#[status(csv = "tables/camera-tips.csv", base = "http", transparent)]
pub struct NoRow(HttpStatus);

/// No variant either.
#[derive(StatusDocs)]
#[status(csv = "tables/doors.csv", code = i32)]
pub enum Zero {}

/// Variants that cannot be.
#[derive(StatusDocs)]
pub enum Uninhabited {
    /// Never.
    #[status(404)]
    One(Infallible),
    /// Never.
    #[status(404)]
    Two(u8, Infallible),
    /// Inhabited.
    Gone,
}

/// What has an error type of its own.
pub trait Backend {
    /// The error.
    type Error;
}

/// Bounds that the user wrote are not repeated, others are added.
#[derive(StatusDocs)]
pub enum Bounded<B: Backend, T: StatusDocs<Code = u16>, U>
where
    B::Error: StatusDocs<Code = u16>,
{
    /// Of a where clause.
    #[status(transparent)]
    Clause(B::Error),
    /// Of the parameter.
    #[status(transparent)]
    Inline(T),
    /// The same type in another way.
    #[status(transparent)]
    Qualified(<B as Backend>::Error),
    /// Ours.
    #[status(transparent)]
    Ours(U),
}

#[derive(StatusDocs)]
#[status(transparent)]
struct Private<T>(T);

/// A private type of a type parameter.
#[derive(StatusDocs)]
#[status(transparent)]
pub struct Public<T>(Private<T>);

/// A table with a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/states.csv", code = str, exhaustive)]
pub enum Parameter<const N: usize> {
    /// One.
    UniqueViolation,
    /// Two.
    SuccessfulCompletion,
    /// Three.
    InternalError,
}

macro_rules! made {
    ($name:ident, $vis:vis, $code:literal, $expression:expr, $path:path, $token:tt) => {
        /// Every kind of fragment.
        #[derive(Debug, StatusDocs, Clone, Copy, PartialEq, Eq)]
        #[status(csv = "tables/doors.csv", code = i32, exhaustive)]
        $vis enum $name {
            /// One.
            #[status($code)]
            One = $code,
            /// Two.
            #[status($token)]
            Two = $expression,
            /// Three.
            #[status($path)]
            Three,
        }
    };
}

made!(Fragments, pub, -7, 3, IMUsed, 3);

#[test]
fn odd_shapes_answer() {
    let parameter = Parameter::<3>::try_from("23505");
    assert_eq!(parameter, Ok(Parameter::UniqueViolation));
    assert_eq!(Fragments::try_from(-7), Ok(Fragments::One));
    assert_eq!([Fragments::Two, Fragments::Three].map(|status| status.code()), [3, 90_000]);
    assert_eq!(Public(Private(HttpStatus::Gone)).code(), 410);
    assert_eq!(Uninhabited::Gone.code(), 410);
}
