use status_docs::StatusDocs;

#[derive(Clone, Copy, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/good.csv", code = i32, exhaustive)]
pub enum Fault {
    DoorOpen = 7,
    DoorHeld = -1,
    ReaderLost = (0x10),
}

fn main() {}
