use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(base = "http", csv = "tables/camera.csv")]
pub enum Camera {
    NotFound,
}

fn main() {}
