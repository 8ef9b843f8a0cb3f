use status_docs::status_table;

status_table! {
    #[status(csv = "tables/no_header.csv")]
    pub enum Guessed: u16;

    #[status(csv = "tables/no_header.csv")]
    pub enum Mapped: u16 { code = "1", name = "Door Open" }

    #[status(csv = "tables/no_header_text.csv")]
    pub enum Text: str;

    #[status(csv("tables/good.csv", headers("code", "name", "definition")))]
    pub enum Given: u16;

    #[status(csv("tables/no_header.csv", headers("code", "name", "definition", "tips")))]
    pub enum TooMany: u16;

    #[status(csv("tables/no_header.csv", headers("Fault No.", "name")))]
    pub enum NoCode: u16;

    #[status(csv("tables/no_header.csv", headers("code", "name"), header_line = 1))]
    pub enum Both: u16;

    #[status(csv("tables/no_header.csv", headers("code", "name", "definition")))]
    pub enum Right: u16;
}

fn main() {
    let _ = (Guessed::DoorOpen.definition(), Text::DoorOpen, NoCode::DoorHeld);
    let _ = (Mapped::DoorHeld, Right::DoorOpen.definition());
}
