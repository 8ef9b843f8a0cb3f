use status_docs::status_table;

status_table! {
    #[status(csv = "tables/empty.csv")]
    pub enum Fault: u16;
}

fn main() {}
