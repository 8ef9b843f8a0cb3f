use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u32)]
pub enum Fault {
    DoorOpen,
}

#[derive(StatusDocs)]
pub enum Error {
    #[status(transparent)]
    Inner(Fault),
}

fn main() {}
