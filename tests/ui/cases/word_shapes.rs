use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/good.csv"x)]
    pub enum Suffix: u16;

    #[status(csv = b"tables/good.csv")]
    pub enum Bytes: u16;

    #[status(csv("tables/good.csv", headers = "code", header_line = 0, radix = 10), skip(Reserved))]
    pub enum Lists: u16;

    #[status(csv = "tables/good.csv", notation = "hexx", duplicates = "keep", skip(), base(http))]
    pub enum Choices: u16;

    #[status(duplicates = "alias", verbatim, exhaustive, columns(code = "code"))]
    pub enum NoFile: u16;

    #[status(csv = "tables/good.csv")]
    pub enum Body: u16 { r#code = "code"x, r#cod = "code" }
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(cod = "code", reason = "reason", reason = "reason"))]
pub enum Columns {
    DoorOpen,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns("code"), without(Display), defualt = DoorOpen)]
pub enum Shapes {
    Elsewhere,
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, columns(code = "Number"), only = "x")]
pub enum Findings {
    DoorOpen,
}

fn main() {}
