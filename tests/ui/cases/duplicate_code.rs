use status_docs::status_table;

status_table! {
    #[status(csv = "tables/duplicate_code.csv")]
    pub enum Fault: u16;
}

fn main() {
    // The valid rows are there.
    let _ = (Fault::NotFound, Fault::Seventeen.code(), Fault::from_code(404));
}
