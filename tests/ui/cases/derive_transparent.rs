use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    #[status(transparent)]
    Unit,
    #[status(transparent)]
    None(),
    #[status(transparent)]
    Two(u8, u8),
    #[status(transparent)]
    Three { a: u8, b: u8, c: u8 },
}

#[derive(StatusDocs)]
#[status(transparent)]
pub struct Empty;

fn main() {}
