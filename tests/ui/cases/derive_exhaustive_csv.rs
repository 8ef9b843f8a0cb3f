use status_docs::StatusDocs;

#[derive(Clone, Copy, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, exhaustive)]
pub enum Fault {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/sqlstate.csv", code = str, exhaustive)]
pub enum Sql {
    Success,
    #[status(SUCCESS)]
    Again,
}

fn main() {
    use status_docs::StatusTable;
    // The stand-in is a table as well.
    let _ = (Fault::ALL.len(), Fault::from_code(1), Fault::try_from(2).is_ok(), Fault::DoorOpen.name());
}
