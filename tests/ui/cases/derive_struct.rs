use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(exhaustive, default = 404)]
pub struct One;

#[derive(StatusDocs)]
pub struct Missing {
    pub id: u64,
}

#[derive(StatusDocs)]
#[status(NotFond)]
pub struct Misspelt;

#[derive(StatusDocs)]
#[status(4004, tip = "x")]
pub struct Unknown;

#[derive(StatusDocs)]
#[status(404, 405)]
pub struct Two;

#[derive(StatusDocs)]
#[status(404 405)]
pub struct Unreadable;

fn answers<T: StatusDocs<Code = u16>>(_: T) {}

fn main() {
    answers(One);
    answers(Missing { id: 1 });
    answers(Two);
}
