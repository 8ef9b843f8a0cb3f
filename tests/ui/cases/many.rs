use status_docs::status_table;

status_table! {
    #[status(csv = "tables/many.csv")]
    pub enum Fault: u16;
}

fn main() {}
