use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv("tables/good.csv", delimiter = ';'), code = u16)]
pub enum Semicolon {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv("tables/good.csv", delimiter = "ab"), code = u16)]
pub enum Two {
    DoorOpen,
}

fn main() {}
