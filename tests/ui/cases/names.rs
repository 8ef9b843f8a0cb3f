use status_docs::status_table;

status_table! {
    #[status(csv = "tables/names.csv")]
    pub enum Fault: u16;
}

fn main() { let _ = Fault::Good.reason(); }
