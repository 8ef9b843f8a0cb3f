use status_docs::status_table;

status_table! {
    #[status(csv = "tables/backslash.csv")]
    pub enum Without: u16;

    #[status(csv("tables/backslash.csv", escape = '\\'))]
    pub enum Right: u16;
}

fn main() {
    let _ = Right::DoorHeld;
}
