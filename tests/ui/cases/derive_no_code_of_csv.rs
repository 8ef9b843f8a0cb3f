use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16)]
pub enum Error {
    #[status(4004)]
    One,
    #[status(5)]
    Two,
    DoorOpened,
}

fn main() {}
