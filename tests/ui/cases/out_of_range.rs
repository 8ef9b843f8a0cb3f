use status_docs::status_table;

status_table! {
    #[status(csv = "tables/out_of_range.csv")]
    pub enum Fault: u16;
}

fn main() { let _ = Fault::One; }
