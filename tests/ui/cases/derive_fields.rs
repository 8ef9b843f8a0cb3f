use status_docs::{HttpStatus, StatusDoc, StatusDocs};

fn wrong(_: &u8) -> u16 {
    404
}

#[derive(StatusDocs)]
pub enum Error {
    #[status(transparent)]
    Two(u8, HttpStatus),
    Both(#[status(transparent)] HttpStatus, #[status(transparent)] HttpStatus),
    #[status(transparent)]
    Twice(#[status(transparent)] HttpStatus),
    #[status(404)]
    Row(#[status(transparent)] HttpStatus),
    Word(#[status(tips = "x")] HttpStatus),
    Name(#[status(NotFound)] HttpStatus),
    Code(#[status(404)] HttpStatus),
    #[status(transparent = "wrong")]
    Quoted(u8),
}

#[derive(StatusDocs)]
pub enum Other {
    #[status(transparent = wrong)]
    Wrong(u8),
    #[status(transparent = right)]
    Right(u8),
}

fn right(_: &u8) -> StatusDoc<u16> {
    HttpStatus::BadRequest.docs()
}

fn main() {}
