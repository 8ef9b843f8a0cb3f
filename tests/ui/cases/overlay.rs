use status_docs::status_table;

status_table! {
    #[status(base = "http", csv = "tables/camera.csv")]
    pub enum CameraStatus: u16;
}

fn main() {
    let _ = CameraStatus::NotFound.tips();
}
