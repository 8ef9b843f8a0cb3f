//! A file that cannot be read: the table has no rows, each name is rustc's own error, and nothing else follows.

use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/fautls.csv", with(exit_code), messages, without(Hash))]
    pub enum Fault: u8 {
        retry: u32,
        severity: enum Severity { Low, High },
        room: Option<enum Room>,
        team: Team,
        exit = "exit",
    }

    /// A link that was not fetched.
    #[status(csv = "tables/pointer.csv")]
    pub enum Cause: u8;

    /// An open table.
    #[status(csv = "nowhere/causes.csv")]
    pub struct Open: u32;

    /// Texts that begin alike.
    #[status(csv = "nowhere/states.csv")]
    pub enum State: str;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Team {
    Doors,
}

#[derive(Debug, StatusDocs)]
#[status(table = Fault, only = "1-6", exhaustive, with(exit_code), messages)]
pub enum DoorError {
    Forced { by: u8 },
    #[status(3)]
    Third,
    #[status(transparent)]
    Inner(Causes),
}

#[derive(Debug, StatusDocs)]
#[status(table = Cause, code = u8)]
pub enum Causes {
    #[status(1)]
    First,
}

#[derive(Debug, StatusDocs)]
#[status(table = Open)]
pub enum Opened {
    #[status(1)]
    First,
}

#[derive(Debug, StatusDocs)]
#[status(table = State, only = "08*")]
pub enum Refused {
    #[status("08001")]
    Connection,
}

#[derive(Debug, StatusDocs)]
#[status(table = State, only = "08*")]
pub enum Prefixed {
    P001,
}

fn ask(fault: Fault) -> String {
    let all = (fault.name(), fault.code(), fault.retry(), fault.severity() < Severity::High, fault.room(), fault.team(), fault.class());
    format!("{fault} {fault:?} {all:?} {:?} {:?}", fault.docs(), Fault::ALL.len() + Fault::COUNT)
}

fn matched(fault: Fault) -> u8 {
    match fault {
        Fault::Forced => 1,
        Fault::Held => 2,
    }
}

fn main() {
    let _ = (ask(Fault::Forced), matched(Fault::Held), "x".parse::<Fault>(), Fault::from_code(1) < None);
    let _ = (Refused::Connection.docs(), Prefixed::P001.docs());
    let _ = (Causes::First.docs(), Opened::First.docs(), Fault::ALL.to_vec(), Open::from_code(3));
}
