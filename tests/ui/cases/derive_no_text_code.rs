use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/sqlstate.csv", code = str)]
pub enum Error {
    #[status("2350")]
    One,
    #[status("Successful Completion")]
    Two,
    #[status("Z")]
    Three,
    #[status(404)]
    Four,
    #[status(-404)]
    Five,
    #[status('a')]
    Six,
}

fn main() {
    let _: &'static str = Error::One.code();
}
