use status_docs::status_table;

status_table! {
    #[status(csv = "tables/utf16.csv")]
    pub enum Fault: u16;
}

fn main() { let _ = Fault::A; }
