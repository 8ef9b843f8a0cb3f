use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(default = InternalServrError)]
pub enum Name {
    Db,
    Other,
    #[status(NotFond)]
    Gone,
}

#[derive(StatusDocs)]
#[status(default = 5000)]
pub enum Code {
    Db,
}

#[derive(StatusDocs)]
#[status(default)]
pub enum Nothing {
    Db,
}

#[derive(StatusDocs)]
#[status(default = status_docs::HttpStatus::NotFound)]
pub enum Path {
    Db,
}

#[derive(StatusDocs)]
#[status(default = 404, default = 500)]
pub enum Twice {
    Db,
}

fn main() {}
