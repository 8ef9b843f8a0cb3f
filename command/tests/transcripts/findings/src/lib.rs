#[path = "cameras/status.rs"]
mod camera;
mod errors;
pub mod faults;
