use status_docs::status_table;

status_table! {
    #[status(csv = "tables/columns.csv")]
    pub enum Fault: u16 {
        retry: bool = "Retry?",
        wait: u8,
        severity: enum Severity = "Sev",
        ratio: f64,
        letter: char,
        owner: crate::Team = "Team",
    }
}

#[derive(Clone, Copy)]
pub enum Team {
    FieldOps,
}

fn main() { let _ = Fault::One.severity(); }
