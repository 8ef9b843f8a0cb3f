status_docs::status_table! {
    /// What a camera answers.
    #[status(base = "http", csv = "tables/camera.csv")]
    pub enum CameraStatus: u16;
}
