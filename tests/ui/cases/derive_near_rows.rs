use status_docs::StatusDocs;

#[derive(StatusDocs)]
pub enum Error {
    #[status(UriTooLongg)]
    One,
    #[status(URLTooLong)]
    Two,
    #[status(Teapot)]
    Three,
    #[status(RequestTimedOut)]
    Four,
    #[status(PayloadTooBig)]
    Five,
    #[status(HTTP_VERSION_UNSUPORTED)]
    Six,
    #[status(Im_A_Teapot)]
    Seven,
}

fn main() {}
