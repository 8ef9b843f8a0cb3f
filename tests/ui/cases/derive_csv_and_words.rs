use status_docs::StatusDocs;

// Errors in the words and in the table are reported together.
#[derive(StatusDocs)]
#[status(csv = "tables/duplicate_code.csv", code = u16, exhaustiv)]
pub enum Fault {
    #[status(tip = "x")]
    NotFound,
}

fn main() {}
