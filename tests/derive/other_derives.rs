//! Other derives on the same type.

use std::error::Error;

use status_docs::{StatusDocs, StatusTable};
use strum::IntoEnumIterator;

/// thiserror, displaydoc and strum leave each other's attributes alone, and ours.
#[derive(Debug, thiserror::Error, StatusDocs, strum::EnumIter, strum::IntoStaticStr, strum::EnumDiscriminants)]
#[strum(serialize_all = "snake_case")]
#[strum_discriminants(derive(strum::Display))]
#[status(default = 500)]
enum Thiserror {
    #[error("missing {id}")]
    #[status(NotFound)]
    #[strum(serialize = "gone-missing")]
    Missing { id: u64 },
    #[error(transparent)]
    #[status(BAD_GATEWAY)]
    Io(#[from] IoError),
    #[error("other")]
    Other,
}

#[derive(Debug, Default, thiserror::Error)]
#[error("io")]
struct IoError(#[source] Option<std::fmt::Error>);

#[derive(Debug, displaydoc::Display, StatusDocs)]
enum Displaydoc {
    /// nothing called {name}
    #[status(404)]
    Missing { name: String },
    /// {0} is in the way
    Conflict(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs, strum::Display, strum::EnumString, strum::FromRepr)]
#[status(csv = "tables/doors.csv", code = i32, exhaustive)]
#[strum(serialize_all = "kebab-case")]
#[repr(i32)]
enum Strum {
    DoorHeld = 3,
    PowerLost = -7,
    #[strum(serialize = "used")]
    #[status(IM_USED)]
    InUse = 90_000,
}

#[test]
fn derives_stand_side_by_side() {
    let error = Thiserror::from(IoError::default());
    assert_eq!((error.code(), error.to_string()), (502, "io".to_owned()));
    assert!(error.source().is_none());
    assert_eq!(<&str>::from(&Thiserror::Missing { id: 1 }), "gone-missing");
    let codes: Vec<u16> = Thiserror::iter().map(|error| error.code()).collect();
    assert_eq!(codes, [404, 502, 500]);
    assert_eq!(ThiserrorDiscriminants::Other.to_string(), "Other");

    let missing = Displaydoc::Missing { name: "x".to_owned() };
    assert_eq!((missing.to_string(), missing.code()), ("nothing called x".to_owned(), 404));
    assert_eq!(Displaydoc::Conflict(3).to_string(), "3 is in the way");

    assert_eq!("door-held".parse(), Ok(Strum::DoorHeld));
    assert_eq!(Strum::from_repr(-7), Strum::from_code(-7));
    assert_eq!(Strum::InUse.to_string(), "used");
}

/// An error of another crate, which answers through the error that holds it.
#[derive(Debug, thiserror::Error, StatusDocs)]
enum Outer {
    #[error("while starting")]
    #[status(transparent)]
    Start(#[source] Box<Thiserror>),
    #[error(transparent)]
    #[status(transparent)]
    Direct(#[from] Thiserror),
}

#[test]
fn errors_nest() {
    let start = Outer::Start(Box::new(Thiserror::Other));
    assert_eq!((start.code(), start.source().unwrap().to_string()), (500, "other".to_owned()));
    let direct = Outer::from(Thiserror::Missing { id: 2 });
    assert_eq!((direct.code(), direct.to_string()), (404, "missing 2".to_owned()));
}
