use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/misspelt.csv")]
    pub enum Misspelt: u16;

    #[status(csv = "tables/misspelt.csv")]
    pub enum Named: u16 { tpis: &str = "Tpis" }

    #[status(csv = "tables/error_code.csv")]
    pub enum Code: u16;

    #[status(csv = "tables/error_code.csv")]
    pub enum Taken: u16 { name = "Error Code" }

    #[status(csv = "tables/message_alone.csv")]
    pub enum Message: u16;

    #[status(csv = "tables/good.csv")]
    pub enum OnlyName: u16 { name = "code" }

    #[status(csv = "tables/no_break_space.csv")]
    pub enum Space: u16 { retry: u32 = "Retry (ms)" }
}

#[derive(StatusDocs)]
#[status(csv = "tables/error_code.csv", code = u16)]
pub enum Derived {
    DoorOpen,
}

fn main() {
    let _ = (Named::DoorOpen.tpis(), Misspelt::DoorOpen);
}
