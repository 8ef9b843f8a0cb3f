use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(base("http", "grpc"))]
    pub enum TwoKinds: u16;

    #[status(base("http", "nginx", "http"))]
    pub enum Twice: u16;

    #[status(base("http", "ngnix"))]
    pub enum Misspelt: u16;

    #[status(base())]
    pub enum Nothing: u16;

    #[status(base = "websocket")]
    pub enum Narrow: u8;

    #[status(base = "nginx")]
    pub enum Text: str;
}

#[derive(StatusDocs)]
#[status(base = "exit", default = Failure)]
enum Wrong {
    Usage,
    #[status(3)]
    NoSuchRow,
    #[status(TempFial)]
    NearlyARow,
}

fn main() {
    let _ = (TwoKinds::NotFound, Twice::NoResponse, Misspelt::NotFound);
}
