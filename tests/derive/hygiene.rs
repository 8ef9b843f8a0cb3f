//! Emitted code of the derive gives no warnings, whatever lints the user denies and whatever the user's own items are
//! called. Clippy looks at it when the workspace is checked.

#![deny(
    warnings,
    missing_docs,
    unused,
    unreachable_pub,
    missing_debug_implementations,
    unused_qualifications,
    single_use_lifetimes,
    unused_lifetimes,
    unused_results,
    trivial_casts,
    trivial_numeric_casts,
    explicit_outlives_requirements,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![forbid(unsafe_code)]
#![allow(dead_code, unreachable_pub, reason = "a test target exports nothing")]

use std::sync::Arc;

use status_docs::StatusDocs;

/// A shared row, tuple, struct, unit.
#[derive(Debug, StatusDocs)]
#[status(default = InternalServerError)]
pub enum ApiError<'a, T, const N: usize>
where
    T: Clone,
{
    /// A.
    #[status(NotFound)]
    Missing {
        /// id.
        id: u64,
    },
    /// B.
    #[status(404, tips = "Mine {} | `x`.")]
    AlsoMissing(&'a str, [u8; N]),
    /// C.
    #[status(transparent)]
    Inner(Box<T>),
    /// D.
    #[status(transparent, reason = "My own")]
    Other(Arc<Inner<T>>),
    /// E.
    UseProxy,
    /// F.
    PayloadTooLarge,
    /// G.
    #[status(PAYLOAD_TOO_LARGE)]
    AsConst,
    /// H.
    Db(String),
    /// Associated type's name.
    #[status(200)]
    Code,
    /// Associated type's name.
    #[status(OK)]
    Error,
    /// A raw one.
    #[status(r#Conflict)]
    r#Type,
    /// Gone.
    #[deprecated]
    #[status(IM_USED)]
    Some,
}

/// Inner.
#[derive(Debug, StatusDocs)]
#[status(transparent)]
pub struct Inner<T>(T);

impl<T> Inner<T> {
    /// New.
    pub const fn new(t: T) -> Self {
        Self(t)
    }
}

/// A struct.
#[derive(Debug, StatusDocs)]
#[status(UNAUTHORIZED, definition = "x", reason = "y", tips = "")]
pub struct Auth {
    /// f.
    pub f: u8,
}

/// Nothing.
#[derive(Debug, StatusDocs)]
pub enum Never {}

/// Dyn.
#[derive(StatusDocs)]
#[allow(missing_debug_implementations)]
pub enum Dyn<'a> {
    /// a.
    #[status(transparent)]
    A(Box<dyn StatusDocs<Code = u16> + Send + Sync + 'a>),
    /// b.
    #[status(transparent)]
    B(&'a (dyn StatusDocs<Code = u16> + 'a)),
    /// c.
    #[status(transparent)]
    C(Box<Self>),
}

/// A table.
#[derive(Clone, Copy, Debug, Eq, PartialEq, StatusDocs)]
#[status(csv = "tables/doors.csv", code = i32, exhaustive)]
#[repr(i32)]
pub enum Fault {
    /// p.
    PowerLost = -7,
    /// d.
    DoorHeld {} = 3,
    /// T.
    IMUsed() = 90_000,
}

/// No table, since not Copy.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/states.csv", code = str, exhaustive)]
pub enum Sql {
    /// a.
    #[status("23505")]
    Dup,
    /// b.
    SuccessfulCompletion,
    /// c.
    InternalError,
}

/// A table.
#[derive(Clone, Copy, Debug, Eq, PartialEq, StatusDocs)]
#[status(csv = "tables/states.csv", code = str, exhaustive)]
pub enum SqlTable {
    /// a.
    #[status("23505", tips = "t")]
    Dup,
    /// b.
    SuccessfulCompletion,
    /// c.
    InternalError,
}

const NINETY: isize = 90_000;

/// A table.
#[derive(Clone, Copy, Debug, Eq, PartialEq, StatusDocs)]
#[status(csv = "tables/doors.csv", code = i64, exhaustive)]
#[deprecated]
pub enum Fault8 {
    /// p.
    #[status(-0x7)]
    P,
    /// d.
    DoorHeld = 3,
    /// T.
    IMUsed = NINETY,
}

/// With names that we use.
pub mod shadowed {
    #![allow(non_upper_case_globals, missing_docs, dead_code)]
    use ::status_docs::StatusDocs as Derive;
    pub const code: u8 = 1;
    pub const text: u8 = 1;
    pub const __self: u8 = 1;
    pub static ROWS: u8 = 1;
    pub const BY_CODE: u8 = 1;
    #[derive(Debug)]
    pub struct Option;
    #[derive(Debug)]
    pub struct Result;
    pub mod core {}
    pub mod status_docs {}
    #[allow(non_camel_case_types)]
    #[derive(Debug)]
    pub struct u16;
    #[allow(non_camel_case_types)]
    #[derive(Debug)]
    pub struct str;
    pub trait From {}
    pub trait StatusTable {}
    #[derive(Debug, Derive, Clone, Copy, PartialEq, Eq)]
    #[status(csv = "tables/doors.csv", code = i64, exhaustive)]
    pub enum Fault {
        PowerLost,
        DoorHeld,
        IMUsed,
    }
    #[derive(Debug, Derive)]
    pub enum HttpStatus {
        NotFound,
        #[status(SEE_OTHER)]
        Option(Option),
    }
}

/// In a function.
#[must_use]
pub fn in_function() -> u16 {
    #[derive(StatusDocs, Clone, Copy, PartialEq, Eq)]
    #[status(csv = "tables/doors.csv", code = i64, exhaustive)]
    enum Local {
        PowerLost,
        DoorHeld,
        IMUsed,
    }
    #[derive(StatusDocs)]
    enum Web {
        NotFound,
    }
    let _ = [Local::PowerLost, Local::DoorHeld, Local::IMUsed];
    Web::NotFound.code() + u16::from(Local::DoorHeld.code() == 3)
}

macro_rules! made {
    ($name:ident, $variant:ident, $ty:ty, $code:literal, $tips:literal) => {
        /// Made.
        #[derive(Debug, StatusDocs)]
        pub enum $name {
            /// v.
            #[status(transparent)]
            $variant($ty),
            /// w.
            #[status($code, tips = $tips)]
            Fixed,
            /// x.
            #[status(NotFound)]
            Fixed2,
        }
    };
}
made!(Made, Var, Box<Auth>, 404, "made");

#[deny(clippy::restriction)]
#[allow(
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::blanket_clippy_restriction_lints,
    clippy::exhaustive_enums,
    clippy::arbitrary_source_item_ordering,
    clippy::min_ident_chars,
    clippy::pub_use,
    clippy::missing_trait_methods,
    clippy::missing_inline_in_public_items
)]
/// r.
pub mod restricted {
    use status_docs::StatusDocs;
    /// A table.
    #[derive(Clone, Copy, Debug, Eq, PartialEq, StatusDocs)]
    #[status(csv = "tables/doors.csv", code = i32, exhaustive)]
    pub enum Fault {
        /// p.
        PowerLost,
        /// d.
        DoorHeld,
        /// T.
        IMUsed,
    }
    /// e.
    #[derive(Debug, StatusDocs)]
    pub enum Error {
        /// a.
        #[status(NotFound, tips = "b")]
        One(u8),
        /// b.
        #[status(transparent)]
        Two(Fault2),
    }
    /// f.
    #[derive(Debug, StatusDocs)]
    #[status(NotFound)]
    #[non_exhaustive]
    pub struct Fault2;
}

#[test]
fn hidden_names_are_found() {
    assert_eq!(in_function(), 405);
    assert_eq!(Made::Fixed2.code(), 404);
}
