use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv", consts = "1, 700, one")]
    pub struct Wrong: u16;

    #[status(csv = "tables/good.csv", consts = "1")]
    pub enum Closed: u16;

    #[status(csv = "tables/nowhere_at_all.csv", consts = "1")]
    pub struct Missing: str { kind: enum Kind { A, B } = "kind" }

    #[status(csv = "tables/good.csv", consts = 1)]
    pub struct Number: u16;
}

fn main() {
    // What could not be read is still a table.
    let _ = |row: Missing| (row.kind(), row.code(), Missing::from_code("1"), Missing::COUNT);
    let _ = |row: Wrong| (row.code(), Wrong::iter());
}
