use status_docs::status_table;

type Wide = u32;

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Text: &'static str;

    #[status(csv = "tables/good.csv")]
    pub enum Owned: String;

    #[status(csv = "tables/good.csv")]
    pub enum Alias: Wide;

    #[status(csv = "tables/good.csv")]
    pub enum Path: std::primitive::u16;

    #[status(csv = "tables/good.csv")]
    pub enum Parentheses: (i16);

    #[status(csv = "tables/good.csv")]
    pub enum InBody { code: u16 = "code" }

    #[status(csv = "tables/good.csv")]
    pub enum Both: u16 { code: u16 = "code", reason: &str = "reason" }

    #[status(csv = "tables/good.csv")]
    pub enum Other: u16 { code: &str = "class", name: bool = "definition" }

    #[status(csv = "tables/sqlstate.csv")]
    pub enum Untyped;
}

fn main() {
    let _ = InBody::DoorOpen as u16 + Both::DoorHeld.code();
    let _ = (Parentheses::DoorOpen.code() + 1_i16, Alias::DoorOpen, Path::DoorHeld, Untyped::NotSupported);
}
