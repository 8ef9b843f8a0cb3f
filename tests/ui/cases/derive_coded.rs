use status_docs::{HttpStatus, StatusDocs};

#[derive(StatusDocs)]
pub enum Error {
    Two(#[status(code)] u16, #[status(code)] u16),
    #[status(404)]
    Row(#[status(code)] u16),
    #[status(transparent)]
    Both(#[status(code)] u16),
    Fields(#[status(code)] u16, #[status(transparent)] HttpStatus),
    Owned(#[status(code)] String),
    Value(#[status(code = u16)] u16),
}

#[derive(StatusDocs)]
pub enum Wide {
    Other(#[status(code)] u32),
}

#[derive(StatusDocs)]
#[status(csv = "tables/good.csv", code = u16, exhaustive, columns(area: &str = "class"))]
pub enum Missing {
    DoorOpen,
    Other(#[status(code)] u16),
}

#[derive(StatusDocs)]
#[status(csv = "tables/verbatim_text.csv", code = str)]
pub enum Text<'a> {
    Known,
    Number(#[status(code)] u8),
    Borrowed(#[status(code)] &'a str),
    Fine(#[status(code)] &'a &'static str),
}

fn main() {}
