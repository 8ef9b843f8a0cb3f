use status_docs::{StatusDocs, status_table};

status_table! {
    #[status(csv = "$OUT_DIR/faults.csv")]
    pub enum OutDir: u16;

    #[status(csv = "${OUT_DIR}/faults.csv")]
    pub enum Braces: u16;

    #[status(csv = "$OUT_DIR/../faults.csv")]
    pub enum Above: u16;

    #[status(csv = "$CARGO_MANIFEST_DIR/tables/good.csv")]
    pub enum Manifest: u16;
}

#[derive(StatusDocs)]
#[status(csv = "$OUT_DIR/faults.csv", code = u16)]
pub enum Derived {
    DoorOpen,
}

fn main() {}
