use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, delimiter = ';')]
pub enum Semicolon {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, delimiter = "ab")]
pub enum Two {
    DoorOpen,
}

fn main() {}
