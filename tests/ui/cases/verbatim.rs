use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/verbatim_names.csv", verbatim)]
    pub enum Names: u16;

    #[status(csv = "tables/good.csv", verbatim)]
    pub enum Flag: u16;

    #[status(csv = "tables/good.csv", verbatim = true)]
    pub enum Value: u16;

    #[status(base = "http", verbatim)]
    pub enum Reference: u16;
}

#[derive(StatusDocs)]
#[status(csv = "tables/verbatim_good.csv", verbatim, code = u16)]
pub enum Failure {
    #[status(ER_DUP)]
    One,
    #[status(ErDup)]
    Two,
}

fn main() {
    // One bad row takes nothing else away.
    let _ = |row: Names| match row {
        Names::ER_DUP => 1,
        _ => 2,
    };
}
