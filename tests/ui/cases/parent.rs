use status_docs::status_table;

status_table! {
    #[status(csv = "../faults.csv")]
    pub enum Fault: u16;
}

fn main() {}
