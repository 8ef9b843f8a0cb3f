use status_docs::status_table;

status_table! {
    #[status(csv = "tables/text.csv")]
    pub enum Fault: str;
}

fn main() { let _ = Fault::from_code("0A000") == Some(Fault::NotSupported); }
