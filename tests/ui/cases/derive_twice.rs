use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv("tables/good.csv", delimiter = ','), code = u16, crate = ::status_docs, exhaustive)]
#[status(csv("tables/good.csv", delimiter = ','), code = u16, crate = ::status_docs, exhaustive)]
pub enum Container {
    Gone,
}

#[derive(StatusDocs)]
pub enum Variant {
    #[status(404, NotFound)]
    One,
    #[status(404)]
    #[status(404)]
    Two,
    #[status(transparent, transparent)]
    Three(status_docs::HttpStatus),
    #[status(transparent, 404)]
    Four(status_docs::HttpStatus),
    #[status(NotFound, transparent)]
    Five(status_docs::HttpStatus),
    #[status(404, tips = "a", tips = "b", reason = "a", reason = "b", definition = "a", definition = "b")]
    Six,
}

fn main() {}
