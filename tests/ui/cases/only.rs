use status_docs::status_table;

status_table! {
    #[status(only = "6xx, 4xx, 404-, 300-304, 999, abc")]
    pub enum Some4: u16;

    #[status(csv = "tables/sqlstate.csv", only = "0xx, 00000")]
    pub enum Text: str;
}

fn main() {
    let _ = Some4::NotFound;
}
