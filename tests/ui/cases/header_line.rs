use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/title.csv")]
    pub enum Below: u16 { code = "Fault No." }

    #[status(csv("tables/title.csv", header_line = 2))]
    pub enum Above: u16 { code = "Fault No." }

    #[status(csv("tables/good.csv", header_line = 9))]
    pub enum Beyond: u16;

    #[status(csv("tables/title.csv", header_line = 3))]
    pub enum Right: u16 { code = "Fault No." }
}

#[derive(StatusDocs)]
#[status(csv = "tables/title.csv", code = u16)]
pub enum Derived {
    DoorOpen,
}

fn main() {
    let _ = (Below::DoorOpen, Above::DoorHeld, Right::DoorOpen);
}
