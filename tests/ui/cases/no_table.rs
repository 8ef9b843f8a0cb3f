use status_docs::status_table;

status_table! {
    pub enum Nowhere: u16 { code = "Fault No.", reason = "Short name" }

    pub enum Further: str { severity: enum Severity = "Sev" }

    #[status(base = "http")]
    pub enum Based: u16 { retry: bool = "Retry?" }

    #[status(csv = concat!("tables/", "good.csv"))]
    pub enum Joined: u16;

    #[status(csv = env!("OUT_DIR"))]
    pub enum Made { name = "Name" }

    #[status(csv = "tables/good.csv" + "x")]
    pub enum Summed;

    #[status(base = "ngnix")]
    pub enum Near;

    #[status(base = "htpp", csv = "tables/good.csv")]
    pub enum Misspelt;
}

fn main() {
    let _ = |nowhere: Nowhere, further: Further| (nowhere.code(), further.severity());
    let _ = (Based::NotFound, Near::NotFound, Misspelt::DoorOpen);
}
