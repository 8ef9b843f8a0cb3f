use status_docs::status_table;

status_table! {
    pub union Fault: u16;
}

fn main() {}
