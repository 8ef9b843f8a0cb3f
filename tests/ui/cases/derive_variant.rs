use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    #[status(csv = "tables/good.csv")]
    One,
    #[status(default = 404)]
    Two,
    #[status(exhaustive)]
    Three,
    #[status(tip = "x", 404)]
    Four,
    #[status(transparnt)]
    Five(u8),
    #[status(NotFound = "x")]
    Six,
    #[status(NotFound(x))]
    Seven,
    #[status(404, tips = 7, reason, definition = Some)]
    Eight,
    #[status(404, reason = " ")]
    Nine,
    #[status(transparent = true)]
    Ten(u8),
    #[status]
    Eleven,
    #[status(404 => 405)]
    Twelve,
    #[status(code = u16)]
    Thirteen,
}

fn answers<T: StatusDocs<Code = u16>>(_: T) {}

fn main() {
    answers(Error::One);
}
