use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    Closure(#[status(transparent = |error| error)] u8),
    #[status(transparent = of_parse())]
    Call(u8),
    #[status(transparent = "crate::of_parse")]
    Quoted(u8),
}

fn main() {}
