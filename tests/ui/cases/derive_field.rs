use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    NotFound(#[status(404)] u8),
    Gone {
        #[status]
        field: u8,
    },
}

#[derive(StatusDocs)]
#[status(404)]
pub struct Missing(#[status(transparent)] u8);

fn main() {}
