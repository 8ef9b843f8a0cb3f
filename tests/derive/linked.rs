//! `table = path`: the rows of an existing enum, named once.

use status_docs::{StatusDocs, status_table};

mod tables {
    status_docs::status_table! {
        #[status(csv = "tables/faults.csv")]
        pub(crate) enum Fault: u16 { code = "Fault No.", reason = "Short name", tips = "Support steps" }
    }
}

status_table! {
    #[status(csv = "tables/states.csv")]
    pub enum State: str;
}

/// A type that is more visible than the table gives the type of the codes.
#[derive(Debug, StatusDocs)]
#[status(table = crate::linked::tables::Fault, code = u16, default = ReaderOffline)]
pub enum DoorError {
    #[status(DoorForced)]
    Broken {
        by: u8,
    },
    #[status(18, tips = "Close it.")]
    Open,
    /// By its own name.
    DoorHeld,
    /// An alias of the table works too.
    #[status(BreakIn, reason = "Broken in")]
    Burglary,
    /// Deprecated in the table.
    #[status(4)]
    Wrong,
    #[status(transparent)]
    Inner(Box<Inner>),
    Unknown(String),
}

#[derive(Debug, StatusDocs)]
#[status(table = tables::Fault, code = u16, DoorHeld)]
pub struct Inner;

#[test]
fn rows_are_those_of_the_enum() {
    use tables::Fault;
    let broken = DoorError::Broken { by: 1 };
    assert_eq!(broken.docs(), Fault::DoorForced.docs());
    assert_eq!((broken.code(), broken.tips()), (17, Some("Check the strike.")));
    assert_eq!((DoorError::Open.code(), DoorError::Open.tips()), (18, Some("Close it.")));
    assert_eq!(DoorError::DoorHeld.docs(), Fault::DoorHeld.docs());
    assert_eq!((DoorError::Burglary.code(), DoorError::Burglary.reason()), (17, "Broken in"));
    assert_eq!(DoorError::Wrong.reason(), "Error");
    assert_eq!(DoorError::Inner(Box::new(Inner)).code(), 18);
    assert_eq!(DoorError::Unknown(String::new()).code(), 21);
    let code: u16 = DoorError::Open.code();
    assert_eq!(code, 18);
}

/// The inner error has to answer with the same codes, as always.
#[derive(Debug, StatusDocs)]
#[status(table = State)]
enum Query<E> {
    #[status("23505")]
    Duplicate,
    SuccessfulCompletion,
    #[status(transparent)]
    Other(E),
}

#[derive(StatusDocs)]
#[status(table = self::State, "XX000")]
struct Internal;

#[test]
fn text_codes_and_generics_work_as_ever() {
    assert_eq!(Query::<Internal>::Duplicate.docs(), State::UniqueViolation.docs());
    assert_eq!(Query::<Internal>::SuccessfulCompletion.code(), "00000");
    assert_eq!(Query::Other(Internal).code(), "XX000");
    assert!(!Internal.reason().is_empty());
}

macro_rules! errors {
    ($name:ident of $table:path { $($variant:ident = $code:literal),* }) => {
        #[derive(StatusDocs)]
        #[status(table = $table)]
        enum $name { $(#[status($code)] $variant),* }
    };
}

errors!(Made of tables::Fault { Forced = 17, Held = 0x12 });

#[test]
fn a_macro_of_the_users_may_write_it() {
    assert_eq!((Made::Forced.code(), Made::Held.code()), (17, 18));
}
