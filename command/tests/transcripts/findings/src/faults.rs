status_docs::status_table! {
    /// Faults of the door controller.
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16 {
        code = "Fault No.",
        tips = "Support steps",
        retry_after: Option<u32> = "Retry (s)",
    }
}
