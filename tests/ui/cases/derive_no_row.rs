use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    NotFond,
    Db(String),
    #[status(NotFond)]
    One,
    #[status(NOT_FOND)]
    Two,
    #[status(not_found)]
    Three,
    #[status(payload_to_large)]
    Four,
    #[status(Nonsense)]
    Five,
    #[status(Self)]
    Six,
    Conflict,
}

fn answers<T: StatusDocs<Code = u16>>(_: T) {}

fn main() {
    answers(Error::Conflict);
    let error: Box<dyn StatusDocs<Code = u16>> = Box::new(Error::NotFond);
    println!("{} {}", error.code(), Error::Db(String::new()).reason());
}
