use status_docs::StatusDocs;

const TWO: isize = 2;

#[derive(Clone, Copy, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/sqlstate.csv", code = str, exhaustive)]
pub enum Text {
    Success = TWO,
    NotSupported = 7,
}

#[derive(Clone, Copy, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, exhaustive)]
pub enum Fault {
    DoorOpen = 1,
    DoorHeld = TWO + 1,
    ReaderLost = 2 + 7,
}

fn main() {}
