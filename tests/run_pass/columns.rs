//! A table with a column of every kind.

use status_docs::{HttpStatus, status_table};

#[derive(Debug, PartialEq)]
pub enum Team {
    FieldOps,
    Support,
}

status_table! {
    /// Faults of the door controller.
    #[derive(Debug, Clone, Copy)]
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16 {
        code = "Fault No.",
        reason = "Short name",
        /// What support does about it.
        tips = "Support steps",
        retry_after: Option<u32> = "Retry (s)",
        is_retryable: bool = "Retry?",
        /// How bad it is.
        severity: enum Severity = "Sev",
        owner: crate::columns::Team = "Team",
        weight: f64,
        letter: char,
        pub(crate) note: Option<&str> = "Note",
        reference = "More",
        r#type: &str = "Letter",
    }

    #[status(csv = "tables/faults.csv", without(Display, FromStr), only = "17-18", doc(no_table))]
    enum Door: i32 { code = "fault_no.", reason = "SHORT NAME", group: enum DoorGroup }
}

impl std::fmt::Display for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a door")
    }
}

const RETRY: Option<u32> = Fault::DoorHeld.retry_after();

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<Fault>();
}

#[test]
fn typed_columns_hold_their_cells() {
    use Fault::{DoorForced, DoorHeld, Error, ReaderOffline};
    assert_eq!(RETRY, Some(30));
    let rows = [DoorForced, DoorHeld, ReaderOffline, Error];
    assert_eq!(Fault::ALL, rows);
    assert_eq!(rows.map(Fault::retry_after), [None, Some(30), Some(5), None]);
    assert_eq!(rows.map(Fault::is_retryable), [false, true, true, false]);
    assert_eq!(rows.map(Fault::severity), [Severity::High, Severity::Low, Severity::High, Severity::Low]);
    assert_eq!(rows.map(Fault::owner), [Team::FieldOps, Team::FieldOps, Team::Support, Team::Support]);
    assert_eq!(rows.map(|row| row.weight().to_string()), ["0.5", "-2", "1000", "0"]);
    assert_eq!(rows.map(Fault::letter), ['F', 'H', 'R', 'e']);
    assert_eq!(rows.map(Fault::note), [Some("first"), None, Some("{} \\n"), None]);
    assert_eq!(rows.map(Fault::r#type), ["F", "H", "R", "e"]);
    assert_eq!(rows.map(Fault::class), [FaultClass::Door, FaultClass::Door, FaultClass::Reader, FaultClass::Other]);
    assert_eq!(rows.map(Fault::tips), [Some("Check the strike."), None, Some("Power-cycle it."), None]);
    assert_eq!(rows.map(Fault::definition)[3], "");
    assert_eq!(
        rows.map(Fault::reference),
        [Some("https://example.org/17"), None, Some("RFC9110"), Some("see the manual")]
    );
}

#[test]
fn category_enums_are_enums() {
    assert_eq!(Severity::ALL, [Severity::High, Severity::Low]);
    assert_eq!(Severity::High.as_str(), "High");
    assert_eq!(format!("{} {:?}", Severity::Low, Severity::Low), "Low Low");
    assert_eq!(FaultClass::ALL.len(), 3);
}

#[test]
fn aliases_are_constants_unless_they_cannot_be() {
    assert_eq!(Fault::BreakIn, Fault::DoorForced);
    assert_eq!(Fault::HeldOpen, Fault::Propped);
    assert!(matches!(Fault::DoorHeld, Fault::HeldOpen));
    assert_eq!(Fault::from_reason("BREAK-IN"), Some(Fault::DoorForced));
}

/// A variant `Error` beside `TryFrom::Error`.
#[test]
fn rows_may_have_names_of_the_language() {
    let error = Fault::Error;
    assert_eq!(Fault::try_from(4), Ok(error));
    assert_eq!(u16::from(error), 4);
    assert_eq!(Fault::try_from(5).unwrap_err().to_string(), "5 is not a code of Fault");
}

#[test]
fn a_selection_leaves_no_trace_of_the_others() {
    assert_eq!(Door::ALL, [Door::DoorForced, Door::DoorHeld]);
    assert_eq!(DoorGroup::ALL, [DoorGroup::Door]);
    assert_eq!(Door::DoorForced.to_string(), "a door");
    assert_eq!(Door::from_code(21), None);
}

status_table! {
    #[status(csv = "tables/answers.csv")]
    enum Answer: str {
        http: status_docs::HttpStatus = "HTTP",
        fallback: Option<HttpStatus> = "Fallback",
    }
}

/// A cell is the code, the phrase, an alias or both.
#[test]
fn cells_may_be_http_statuses() {
    use HttpStatus::{ContentTooLarge, NotFound, ServiceUnavailable, TooManyRequests};
    let answers: Vec<_> = Answer::iter().map(|row| (row.http(), row.fallback())).collect();
    assert_eq!(
        answers,
        [(NotFound, None), (TooManyRequests, Some(ServiceUnavailable)), (ContentTooLarge, Some(ServiceUnavailable)),]
    );
}
