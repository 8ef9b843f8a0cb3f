//! One table for several types: `only` says which rows are whose, and `exhaustive` that none is forgotten.

use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/groups.csv")]
    pub enum Code: str { http = "http" }

    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16 { code = "Fault No.", reason = "Short name" }

    #[status(csv = "tables/groups.csv")]
    pub struct OpenCode: str;
}

#[derive(Debug, StatusDocs)]
#[status(table = crate::shared::Code, only = "GroupError::*", exhaustive)]
pub enum GroupError {
    NotFound,
    Stale(u64),
}

#[derive(Debug, StatusDocs)]
#[status(table = OpenCode, only = "UserError::*", exhaustive)]
pub enum UserError<T> {
    /// By its name in the table.
    UserLocked(T),
    NotFound,
}

#[derive(Debug, StatusDocs)]
#[status(csv = "tables/groups.csv", code = str, only = "GroupError::*", exhaustive)]
pub enum OfFile {
    NotFound,
    GroupStale,
}

#[derive(Debug, StatusDocs)]
#[status(table = Fault, only = "17, 18", exhaustive)]
pub enum Door {
    DoorForced,
    #[status(18)]
    Held {
        by: u8,
    },
}

#[test]
fn a_variant_is_the_row_of_the_prefix_and_its_name() {
    assert_eq!(
        (GroupError::NotFound.code(), GroupError::Stale(1).code()),
        ("GroupError::NotFound", "GroupError::Stale")
    );
    assert_eq!(UserError::UserLocked(()).code(), "UserError::Locked");
    assert_eq!(UserError::<u8>::NotFound.docs().name, "UserNotFound");
    assert_eq!((OfFile::NotFound.code(), OfFile::GroupStale.code()), ("GroupError::NotFound", "GroupError::Stale"));
    assert!(matches!(GroupError::Stale(2), GroupError::Stale(2)));
}

#[test]
fn codes_select_as_well() {
    assert_eq!((Door::DoorForced.code(), Door::Held { by: 1 }.code()), (17, 18));
    assert!(matches!(Door::Held { by: 1 }, Door::Held { by: 1 }));
}
