//! The gate.

status_docs::status_table! {
    /// Faults of the gate.
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16;
}
