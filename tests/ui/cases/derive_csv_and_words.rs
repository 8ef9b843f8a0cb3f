use status_docs::StatusDocs;

// What is wrong with the words and with the table is said at once.
#[derive(StatusDocs)]
#[status(csv = "tables/duplicate_code.csv", code = u16, exhaustiv)]
pub enum Fault {
    #[status(tip = "x")]
    NotFound,
}

fn main() {}
