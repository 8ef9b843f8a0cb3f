use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    #[status("404")]
    One,
    #[status("Not Found")]
    Two,
    #[status("nonsense")]
    Three,
    #[status(404.0)]
    Four,
    #[status(true)]
    Five,
    #[status(404u32)]
    Six,
    #[status(b"404")]
    Seven,
    #[status(-"404")]
    Eight,
}

fn main() {}
