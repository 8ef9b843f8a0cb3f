// Promise: A new row is decided

use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16;
}

fn main() {
    match Fault::DoorOpen {
        Fault::DoorOpen | Fault::DoorHeld => {}
    }
}
