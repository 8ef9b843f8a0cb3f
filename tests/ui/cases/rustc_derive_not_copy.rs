use status_docs::{StatusDocs, StatusTable};

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, exhaustive)]
pub enum Fault {
    DoorOpen,
    DoorHeld,
    ReaderLost,
}

fn main() {
    fn table<T: StatusTable>() {}
    table::<Fault>();
}
