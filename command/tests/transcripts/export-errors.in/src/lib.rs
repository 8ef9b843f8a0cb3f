//! The shop.

use status_docs::StatusDocs;

/// What the shop answers.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/errors.csv", code = u16)]
pub enum ApiError {
    /// It is not there.
    Missing,
    /// It waits.
    Busy,
    /// It waits longer.
    #[status(Busy, definition = "All warehouses are closed.")]
    Closed,
    /// The storage says what.
    #[status(transparent)]
    Storage(StorageError),
}

/// What the storage answers.
#[derive(Debug, StatusDocs)]
#[status(table = Fault)]
pub enum StorageError {
    /// It is full.
    #[status(DiskFull)]
    Full,
    /// It is gone.
    #[status(2)]
    Gone,
}

status_docs::status_table! {
    /// Faults of the disk.
    #[status(csv = "tables/disk.csv")]
    pub enum Fault: u16;
}
