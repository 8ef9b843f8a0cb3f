use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(exhaustive)]
pub enum Error {
    NotFound,
    #[status(transparent)]
    Inner(status_docs::HttpStatus),
}

fn main() {}
