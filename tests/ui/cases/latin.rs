use status_docs::status_table;

status_table! {
    #[status(csv = "tables/latin.csv")]
    pub enum Fault: u16;
}

fn main() { let _ = (Fault::One, Fault::Three); }
