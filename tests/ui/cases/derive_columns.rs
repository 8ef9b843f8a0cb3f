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
#[status(csv = "tables/good.csv", code = u16, columns(meaning: &str = "definition", area: enum Area = "class"))]
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
#[status(csv = "tables/good.csv", code = u16, columns(size: Option<u8> = "nobody", area: u8 = "class"))]
pub enum Findings {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(table = Fault, columns(area: enum Area, size: u8))]
pub enum Linked {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(columns(code = "code"))]
pub enum NoFile {
    NotFound,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(meaning: &str = "definition"))]
pub enum Mine {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(columns(area: &str = "class"))]
pub enum OfNoFile {
    NotFound,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(area: &str = "class", area: &str = "name"))]
pub enum Twice {
    DoorOpen,
}

impl Mine {
    pub fn meaning(&self) -> &'static str {
        "mine"
    }
}

fn main() {}
