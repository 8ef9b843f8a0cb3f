//! The gate.

/// The gate.
pub mod gate {
    status_docs::status_table! {
        /// Faults of the gate.
        #[status(csv = "tables/faults.csv")]
        pub enum Fault: u16;
    }
}

status_docs::status_table! {
    /// Alarms, see https://example.org/alarms.
    #[status(csv = "tables/alarms.csv")]
    pub enum Alarm: u16;
}
