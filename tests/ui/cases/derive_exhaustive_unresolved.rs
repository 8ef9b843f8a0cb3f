use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, exhaustive)]
pub enum Fault {
    // The rows that no variant names are a consequence of this, and are not listed.
    DoorOpn,
    DoorHeld,
}

fn main() {}
