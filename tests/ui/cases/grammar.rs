use status_docs::status_table;

status_table! {
    pub struct Fault: u16;
}

fn main() {}
