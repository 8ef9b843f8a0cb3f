status_docs::status_table!("tables/good.csv");

fn main() {}
