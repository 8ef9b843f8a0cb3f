use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16;
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(reason: &str = "name", docs: &str = "name"))]
pub enum OfTrait {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(meaning: &str = "definition", size: Option<u8> = "nobody"))]
pub enum Rowless {
    DoorOpen,
    #[status(transparent)]
    Auth(Fault),
}

#[derive(StatusDocs)]
#[status(table = Fault, columns(code = "code", definition2: &str = "definition"))]
pub enum Headers {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(meaning: &str = "definition"))]
pub enum Mine {
    DoorOpen,
}

impl Mine {
    pub fn meaning(&self) -> &'static str {
        "mine"
    }
}

fn main() {}
