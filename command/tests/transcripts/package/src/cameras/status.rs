status_docs::status_table! {
    /// What a camera answers.
    #[status(base = "http", csv = "tables/camera.csv", only = "404, 429, 503, 599")]
    pub enum CameraStatus: u16;
}
