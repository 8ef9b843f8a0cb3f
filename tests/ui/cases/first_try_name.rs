use status_docs::status_table;

status_table!(Fault, "tables/good.csv");

fn main() {}
