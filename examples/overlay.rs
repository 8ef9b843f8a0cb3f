//! The HTTP reference with a support team's own tips laid over it, cell by cell, and with a vendor's
//! own code: `tables/camera-tips.csv`.
//!
//! ```sh
//! cargo run --example overlay
//! ```

use status_docs::{HttpStatus, Open, status_table};

status_table! {
    /// What our cameras answer.
    #[status(base = "http", csv = "tables/camera-tips.csv", only = "4xx, 5xx, 200")]
    pub enum CameraStatus: u16;
}

fn main() {
    for code in [200, 401, 404, 500, 503, 521, 302] {
        // A camera may answer with a code that the table does not know: keep it.
        match Open::<CameraStatus>::from_code(code) {
            Open::Known(status) => {
                let tips = status.tips().unwrap_or("-");
                let own = HttpStatus::from_code(code).is_none_or(|http| http.tips() != status.tips());
                println!("{status}\n    {}\n    {}{tips}", status.definition(), if own { "our own tip: " } else { "" });
            }
            Open::Unknown(unknown) => println!("{unknown}"),
        }
    }
}
