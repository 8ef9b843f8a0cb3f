use status_docs::status_table;

status_table! {
    #[status(csv = "tables/sep.csv")]
    pub enum Sep: u16;

    #[status(csv("tables/good.csv", delimiter = ';'))]
    pub enum Delimiter: u16;

    #[status(csv = "tables/colon.csv")]
    pub enum Colon: u16;

    #[status(csv("tables/colon.csv", delimiter = ':'))]
    pub enum Right: u16;

    #[status(csv = "tables/apostrophes.csv")]
    pub enum Apostrophes: u16;

    #[status(csv = "tables/shifted.csv")]
    pub enum Shifted: u16;
}

fn main() {
    let _ = (Sep::DoorOpen, Colon::DoorHeld, Right::DoorHeld, Apostrophes::DoorOpen.tips(), Shifted::DoorLost);
}
