//! The door.

/// The door.
pub mod door {
    status_docs::status_table! {
        /// Faults of the door. They are stable.
        #[status(csv = "tables/faults.csv")]
        pub enum Fault: u16;
    }
}
