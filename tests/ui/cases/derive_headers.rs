use status_docs::StatusDocs;

// A derive has no table body in which to say which column is what.
#[derive(StatusDocs)]
#[status(csv = "tables/no_code.csv", code = u16)]
pub enum One {
    One,
}

#[derive(StatusDocs)]
#[status(csv = "tables/roles.csv", code = u16)]
pub enum Other {
    One,
}

fn main() {}
