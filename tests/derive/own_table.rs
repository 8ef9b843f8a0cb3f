//! Rows of the user's own file, and of the reference with that file laid over it.

use status_docs::StatusDocs;

#[derive(Debug, StatusDocs)]
#[status(csv = "tables/doors.csv", code = i32, default = -7)]
enum DoorError {
    #[status(3)]
    Open(u8),
    #[status(DOOR_HELD, tips = "own")]
    Held {
        since: u64,
    },
    HeldOpen,
    #[status(IM_USED)]
    Used,
    Other,
}

#[test]
fn rows_of_a_file_are_written_out() {
    let open = DoorError::Open(1).docs();
    assert_eq!((open.code, open.name, open.reason), (3, "DoorHeld", "Door Held"));
    assert_eq!((open.definition, open.tips), ("The door stayed open.", Some("Close it.")));
    assert_eq!(open.reference, Some("https://example.org/3"));
    let held = DoorError::Held { since: 1 };
    assert_eq!((held.code(), held.tips(), held.definition()), (3, Some("own"), open.definition));
    assert_eq!((DoorError::HeldOpen.code(), DoorError::Used.code()), (3, 90_000));
    let other = DoorError::Other.docs();
    assert_eq!((other.code, other.definition, other.tips, other.reference), (-7, "", None, None));
}

#[derive(Debug, StatusDocs)]
#[status(csv = "tables/states.csv", code = str)]
enum SqlError {
    #[status("23505")]
    Duplicate(String),
    #[status(INTERNAL_ERROR)]
    Db,
    SuccessfulCompletion,
}

#[test]
fn text_codes_are_kept_letter_by_letter() {
    let code: &'static str = SqlError::SuccessfulCompletion.code();
    assert_eq!(code, "00000");
    assert_eq!(SqlError::Duplicate(String::new()).docs().code, "23505");
    assert_eq!(SqlError::Db.code(), "XX000");
}

/// The type of the codes is the enum's own.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/doors.csv")]
#[repr(C, i64)]
enum Represented {
    PowerLost(u8),
}

#[derive(Debug, StatusDocs)]
#[status(base = "http", csv = "tables/camera-tips.csv")]
enum CameraError {
    NotFound,
    #[status(404, tips = "mine")]
    Missing,
    Unauthorized,
}

#[derive(Debug, StatusDocs)]
#[status(csv("tables/doors.csv", delimiter = ','), code = i32, PowerLost)]
struct Lost;

#[test]
fn code_types_come_from_the_repr_or_the_base() {
    let code: i64 = Represented::PowerLost(0).code();
    assert_eq!(code, -7);
    let code: u16 = CameraError::NotFound.code();
    assert_eq!(code, 404);
    assert_ne!(CameraError::NotFound.tips(), status_docs::HttpStatus::NotFound.tips());
    assert_eq!(CameraError::Missing.tips(), Some("mine"));
    assert_eq!(CameraError::Unauthorized.reason(), "Unauthorized");
    assert_eq!(Lost.code(), -7);
}

/// No role finds these headers by itself.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/faults.csv", code = u8, columns(r#code = "Fault No.", tips = "Note", reason = "Meaning", name = "Short name"))]
#[status(only = "10-20")]
enum Mapped {
    #[status(17)]
    Forced,
    DoorHeld,
}

#[test]
fn columns_are_what_the_type_says() {
    assert_eq!((Mapped::Forced.reason(), Mapped::Forced.tips()), ("The door opened without a release.", Some("first")));
    assert_eq!((Mapped::DoorHeld.code(), Mapped::DoorHeld.tips()), (18, None));
}
