use status_docs::status_table;

status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum Fault: u16 {
        reason = "Raeson",
        tips = "Support steps",
        retry: bool = "Retry?",
        definition: bool = "definition",
        code: &str = "class",
    }
}

fn main() {
    let _ = Fault::from_code(1).map(|fault| (fault.retry(), fault.tips()));
}
