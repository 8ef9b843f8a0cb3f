use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    #[status(4004)]
    One,
    #[status(419)]
    Two,
    #[status(0)]
    Three,
    #[status(99_999)]
    Four,
    #[status(-404)]
    Five,
    #[status(600)]
    Six,
    #[status(0x1_0000_0000_0000_0000_0000_0000_0000_0000_0000)]
    Seven,
}

fn main() {}
