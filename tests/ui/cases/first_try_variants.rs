use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16 {
        DoorOpen = 1,
        DoorHeld,
    }

    #[status(csv = "tables/good.csv")]
    pub enum Plain {
        /// It is open.
        DoorOpen,
    }

    // These are columns.
    #[status(csv = "tables/good.csv")]
    pub enum Innocent: u16 {
        reason = "reason",
        Class: &str = "class",
    }
}

fn main() {
    let _ = (Fault::DoorOpen, Innocent::DoorOpen);
}
