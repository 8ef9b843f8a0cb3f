use status_docs::status_table;

status_table! {
    #[status(csv = "tables/quotes.csv")]
    pub enum Fault: u16;
}

fn main() { let _ = Fault::from_code(1).and_then(Fault::tips); }
