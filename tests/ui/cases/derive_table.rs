use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16;
}

#[derive(StatusDocs)]
#[status(table = Fault, csv = "tables/good.csv", code = u16)]
enum Both {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(table = "Fault")]
enum Text {
    Nowhere,
}

#[derive(StatusDocs)]
#[status(table = Fault, exhaustive, only = "1", duplicates = "first", base = "http")]
enum Words {
    Nowhere,
}

#[derive(StatusDocs)]
#[status(table = Fault, code = Fault)]
enum Typed {
    #[status(1.5)]
    DoorOpen,
    #[status(true)]
    DoorHeld,
}

#[derive(StatusDocs)]
#[status(table = Fault)]
enum Literals {
    #[status(1.5)]
    DoorOpen,
    #[status('a')]
    DoorHeld,
}

fn main() {
    let _ = Both::DoorOpen.code();
}
