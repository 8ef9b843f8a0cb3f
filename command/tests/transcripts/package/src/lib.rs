mod errors;
pub mod faults;
#[cfg(feature = "camera")]
#[path = "cameras/status.rs"]
mod camera;

macro_rules! more {
    ($name:ident) => {
        status_docs::status_table! { #[status(csv = "tables/more.csv")] enum $name: u8; }
    };
}
