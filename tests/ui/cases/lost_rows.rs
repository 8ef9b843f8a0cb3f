//! A row with findings stays a variant as long as its name can be read: code that names it, or matches all of them, has
//! no error of its own.

use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/lost.csv", with(exit_code))]
    pub enum Fault: u8 {
        retry: u32,
        severity: enum Severity { Low = "low", High = "high" },
    }
}

status_table! {
    #[status(csv = "tables/lost_texts.csv", verbatim)]
    pub enum Cause: str { area: enum Area, tips = "hint" }
}

/// Constants that ask the table say nothing of it while it has findings.
#[derive(Debug, StatusDocs)]
#[status(table = Fault, only = "1-6, 200", exhaustive, with(exit_code))]
pub enum DoorError {
    One,
    #[status(Two)]
    Second,
    #[status(3)]
    Third,
    Four,
    #[status(5)]
    Fifth,
    Six,
    #[status(77)]
    NoRow,
}

impl std::fmt::Display for DoorError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.reason())
    }
}

#[allow(non_camel_case_types)]
#[derive(Debug, StatusDocs)]
#[status(table = Cause, default = E_LOST)]
pub enum Causes {
    #[status("E2")]
    Second,
    E_TWO,
    Other,
}

fn every_name_is_there(fault: Fault) -> u8 {
    match fault {
        Fault::One => 1,
        Fault::Two => 2,
        Fault::Three => 3,
        Fault::Four => 4,
        Fault::Five => 5,
        Fault::Six => 6,
        Fault::Eight => 8,
        Fault::Nine => 9,
    }
}

fn every_text_too(cause: Cause) -> &'static str {
    match cause {
        Cause::E_ONE => "one",
        Cause::E_TWO | Cause::E_LOST => cause.code(),
    }
}

fn main() {
    let _ = (every_name_is_there(Fault::Four), every_text_too(Cause::E_TWO), Fault::COUNT, Fault::from_code(7));
    let _ = (DoorError::Second.docs(), Causes::Other.docs(), Fault::Six.retry(), Fault::Six.severity());
}
