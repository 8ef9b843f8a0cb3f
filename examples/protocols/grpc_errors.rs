//! The errors of a gRPC service: each variant has its status code, with the meaning that gRPC gives it.
//!
//! ```sh
//! cargo run -p status-docs-protocols --example grpc_errors
//! ```

use status_docs::{StatusDocs, status_table};
use tonic::Status;

status_table! {
    /// gRPC's status codes.
    #[status(base = "grpc", with(tonic))]
    enum Grpc: u8;
}

/// What can go wrong with an order.
#[derive(Debug, thiserror::Error, StatusDocs)]
#[status(base = "grpc", with(tonic))]
enum OrderError {
    #[error("there is no order {id}")]
    #[status(NotFound)]
    Missing { id: u64 },
    #[error("order {id} has been shipped")]
    #[status(FailedPrecondition, tips = "Send it back instead.")]
    Shipped { id: u64 },
    #[error("the quantity is {0}, and has to be 1 to 99")]
    #[status(INVALID_ARGUMENT)]
    Quantity(u32),
    #[error("the warehouse does not answer")]
    #[status(14)]
    Warehouse,
}

/// A method of the service; a framework would call it.
fn cancel(id: u64) -> Result<(), Status> {
    Ok(find(id).and_then(stop)?)
}

fn find(id: u64) -> Result<u64, OrderError> {
    if id < 1_000 { Ok(id) } else { Err(OrderError::Missing { id }) }
}

fn stop(id: u64) -> Result<(), OrderError> {
    match id % 4 {
        0 => Ok(()),
        1 => Err(OrderError::Shipped { id }),
        2 => Err(OrderError::Quantity(100)),
        _ => Err(OrderError::Warehouse),
    }
}

fn main() {
    for id in [8, 1_000, 5, 6, 7] {
        match cancel(id) {
            Ok(()) => println!("order {id} is cancelled"),
            // The client has the number; the table has what it means.
            Err(status) => match Grpc::try_from(status.code()) {
                Ok(code) => println!("{code}: {}\n    {}", status.message(), code.definition()),
                Err(unknown) => println!("{unknown}: {}", status.message()),
            },
        }
    }
}
